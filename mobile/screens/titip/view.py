"""What Titip laporan looks like: hand on what waits, carry what others gave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import flet as ft

from mobile import teks_titip as teks
from mobile.domain.parcel import Parcel
from mobile.screens.titip.state import TitipState
from mobile.screens.words import room_words, since
from mobile.usecases.titip import Package, Waiting
from mobile.widgets import banners, buttons, cards, chips, frame
from mobile.widgets.layout import pad, rule, stretched
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import colours, look
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741
Tap = Callable[..., Any]


def own(state: TitipState, deed: str) -> list[ft.Control]:
    """What this phone could hand on; ``deed`` names the button."""
    waiting = state.waiting
    if waiting is None:
        return []
    parts: list[ft.Control] = [_waiting(waiting)]
    if state.made is not None:
        parts.append(_made(state.made))
    if waiting.laporan and not waiting.can_seal:
        parts.append(banners.note_strip(I.KEY, teks.TITIP_TANPA_KUNCI))
    elif waiting.laporan:
        parts.append(second(teks.TITIP_CARA))
        parts.append(buttons.primary(deed, state.hand_on, name=I.SHARE, busy=state.busy))
    if state.fault:
        parts.append(fault_line(state.fault))
    return parts


def _waiting(waiting: Waiting) -> ft.Control:
    ink = colours().on_primary_container
    if not waiting.laporan:
        words = column(text(teks.TITIP_KOSONG, "body", ink), expand=True)
        return cards.green(row(icon(I.CHECK_CIRCLE, 26, ink), words, gap=12), padding=pad(14, 14))
    count = teks.TITIP_ISI_ADA.format(foto=waiting.photos, ruang=small_size(waiting.bytes))
    lines = column(
        text(teks.TITIP_JUDUL_ADA.format(laporan=waiting.laporan), "bodyb", ink),
        text(count if waiting.photos else teks.TITIP_ISI_TANPA_FOTO, "small", ink),
        gap=0, expand=True,
    )  # fmt: skip
    return cards.green(row(icon(I.MOVE_TO_INBOX, 26, ink), lines, gap=12), padding=pad(14, 14))


def _made(made: Package) -> ft.Control:
    words = teks.TITIP_SIAP.format(
        laporan=made.laporan, foto=made.photos, ruang=small_size(made.bytes)
    )
    left = [second(teks.TITIP_SISA.format(sisa=made.left))] if made.left else []
    return cards.card(
        column(text(words, "bodyb"), second(teks.TITIP_TETAP), *left, gap=4), padding=pad(14, 14)
    )


def others(state: TitipState, now: datetime) -> ft.Control:
    """What is carried for others."""
    parts: list[ft.Control] = [
        second(teks.BAWA_CARA),
        buttons.outline(teks.BAWA_BUKA, state.carry, name=I.FILE_OPEN),
    ]
    if state.carry_fault:
        parts.append(fault_line(state.carry_fault))
    rows: list[ft.Control] = []
    for parcel in reversed(state.carried):
        rows += [rule()] if rows else []
        rows.append(_parcel(parcel, now, partial(state.let_go, parcel)))
    if rows:
        parts.append(cards.framed_list(*rows))
    return frame.section(teks.BAWA, stretched(*parts, gap=10))


def _parcel(parcel: Parcel, now: datetime, on_drop: Tap) -> ft.Control:
    sub = teks.BAWA_UKURAN.format(ruang=small_size(parcel.size), kapan=since(parcel.taken_at, now))
    reason = [second(teks.BAWA_SEBAB.get(parcel.trouble, teks.BAWA_SEBAB_LAIN))]
    words = column(
        text(parcel.name, "bodyb"), second(sub), row(_chip(parcel)),
        *(reason if parcel.trouble else []), gap=4, expand=True,
    )  # fmt: skip
    drop = [] if parcel.waiting else [
        buttons.icon_button(I.CLOSE, teks.BAWA_HAPUS_NAMA.format(nama=parcel.name), on_drop)
    ]  # fmt: skip
    inside = stretched(words, *drop) if look().large else row(words, *drop, gap=8)
    return ft.Container(content=inside, padding=pad(12, 14))


def _chip(parcel: Parcel) -> ft.Control:
    if parcel.delivered_at:
        words = teks.BAWA_SAMPAI.format(laporan=parcel.laporan, foto=parcel.foto)
        return chips.chip("ok", I.CHECK_CIRCLE, words)
    if parcel.trouble:
        return chips.chip("bad", I.ERROR, teks.BAWA_DITOLAK)
    return chips.chip("wait", I.SCHEDULE, teks.BAWA_MENUNGGU)


def fault_line(words: str) -> ft.Control:
    """What went wrong, announced."""
    line = row(
        icon(I.ERROR, 20, colours().error), text(words, "small", colours().error, expand=True),
        gap=8,
    )  # fmt: skip
    return ft.Semantics(content=line, live_region=True)


def small_size(count: int) -> str:
    """Below a megabyte in kB, so that it is never 0."""
    if count >= 1_000_000:
        return room_words(count)
    return teks.KB.format(n=max(1, round(count / 1000)))
