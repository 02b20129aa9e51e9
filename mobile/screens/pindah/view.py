"""What Pindah HP looks like: the old phone's half above, the new one's below."""

from __future__ import annotations

import flet as ft

from mobile import teks_titip as teks
from mobile.screens.pindah.state import PindahState
from mobile.screens.titip.view import fault_line, small_size
from mobile.usecases.pindah import Packed
from mobile.usecases.pindah_moving import Moved
from mobile.widgets import buttons, cards, frame
from mobile.widgets.fields import Field
from mobile.widgets.layout import pad, stretched
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import colours
from shared.pindah import parted
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741


def leave(state: PindahState, deed: str) -> ft.Control:
    """Make the file; ``deed`` names the button that hands it on."""
    parts: list[ft.Control] = [second(teks.PINDAH_LAMA_CARA)]
    if state.packed is None:
        parts.append(
            buttons.outline(teks.PINDAH_BUAT, state.pack, name=I.INVENTORY_2)
            if not state.busy
            else buttons.primary(teks.PINDAH_BUAT, state.pack, busy=True)
        )
    else:
        parts += [_phrase(state.packed), buttons.primary(deed, state.hand_on, name=I.SHARE)]
    if state.fault:
        parts.append(fault_line(state.fault))
    return frame.section(teks.PINDAH_LAMA, stretched(*parts, gap=10))


def _phrase(packed: Packed) -> ft.Control:
    ink = colours().on_primary_container
    count = teks.PINDAH_ISI.format(
        laporan=packed.laporan, foto=packed.photos, ruang=small_size(packed.bytes)
    )
    return cards.green(
        column(
            text(teks.PINDAH_KODE, "metab", ink),
            text(parted(packed.phrase), "num", ink),
            text(teks.PINDAH_CATAT, "small", ink),
            text(count, "small", ink),
            gap=4,
        ),
        padding=pad(14, 14),
    )


def arrive(state: PindahState) -> ft.Control:
    """Take a file in."""
    parts: list[ft.Control] = [second(teks.PINDAH_BARU_CARA)]
    if state.moved is not None:
        parts.append(_moved(state.moved))
    parts.append(buttons.outline(teks.PINDAH_PILIH, state.choose, name=I.FILE_OPEN))
    if state.chosen is not None:
        parts += [
            text(teks.PINDAH_TERPILIH.format(nama=state.chosen.name), "smallb"),
            Field(teks.PINDAH_KETIK, on_change=state.type, limit=30, key=state.chosen.name,
                  capitalization=ft.TextCapitalization.CHARACTERS),
            buttons.primary(teks.PINDAH_MASUKKAN, state.move, name=I.DOWNLOAD_DONE,
                            busy=state.busy == "move"),
        ]  # fmt: skip
    if state.move_fault:
        parts.append(fault_line(state.move_fault))
    return frame.section(teks.PINDAH_BARU, stretched(*parts, gap=10))


def _moved(moved: Moved) -> ft.Control:
    ink = colours().on_primary_container
    words = teks.PINDAH_SELESAI.format(laporan=moved.laporan, draf=moved.drafts, foto=moved.photos)
    nothing = not moved.laporan and not moved.photos
    lines = column(
        text(teks.PINDAH_TIDAK_BARU if nothing else words, "bodyb", ink),
        text(teks.PINDAH_CABUT, "small", ink), gap=2, expand=True,
    )  # fmt: skip
    return cards.green(row(icon(I.CHECK_CIRCLE, 26, ink), lines, gap=12), padding=pad(14, 14))
