"""The camera's screen: head, picture with its strip, and what is under the thumb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens.kamera.look import (
    DIM,
    RING,
    STRIP,
    WHITE,
    done_button,
    glass_line,
    pill,
    quiet_button,
    round_button,
    shutter,
)
from mobile.screens.kamera.state import OPENING, READY, KameraState
from mobile.usecases.photo import position_words
from mobile.usecases.sentences import title
from mobile.widgets.buttons import icon_button
from mobile.widgets.layout import column, pad, row, stretched
from mobile.widgets.photo import picture
from mobile.widgets.text import centred, icon, text
from mobile.widgets.theme import MARGIN, look
from shared.clock import HARI, WITA, jam
from shared.laporan import Laporan
from shared.protocol import MAX_PHOTOS

I = ft.Icons  # noqa: E741
BLACK = "#0B0F0D"
THUMB = 62

PROBLEMS = {
    "denied": (I.NO_PHOTOGRAPHY, teks.KAMERA_IZIN),
    "none": (I.NO_PHOTOGRAPHY, teks.KAMERA_TIDAK_ADA),
    "failed": (I.NO_PHOTOGRAPHY, teks.KAMERA_GAGAL),
}
FLASH_ICONS = {"auto": I.FLASH_AUTO, "always": I.FLASH_ON, "off": I.FLASH_OFF}
Tap = Callable[..., Any]


@dataclass(frozen=True)
class Taps:
    """What can be done here."""

    shoot: Tap
    gallery: Tap
    flash: Tap
    again: Tap
    settings: Tap
    done: Tap


def page(state: KameraState, preview: ft.Control | None, last: str | bytes | None,
         taps: Taps) -> ft.Control:  # fmt: skip
    parts = [
        head(state, taps),
        ft.Container(content=_window(state, preview, taps), expand=True, bgcolor="#000000"),
        strip(state),
        _below(state, last, taps),
    ]
    return ft.Container(
        content=ft.Column(parts, spacing=0, expand=True,
                          horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=BLACK, expand=True,
    )  # fmt: skip


def head(state: KameraState, taps: Taps) -> ft.Control:
    if state.form.ways.retaking is not None:
        words = teks.KAMERA_ULANG
    elif state.full:
        words = teks.KAMERA_PENUH.format(paling=MAX_PHOTOS)
    else:
        words = teks.KAMERA_FOTO.format(ke=state.number, paling=MAX_PHOTOS)
    parts: list[ft.Control] = [
        icon_button(I.ARROW_BACK, teks.KEMBALI, taps.done, colour=WHITE),
        text(words, "title", WHITE, expand=True),
    ]
    if state.flash and state.stage == READY:
        mark, name = FLASH_ICONS[state.flash], teks.KAMERA_KILAT[state.flash]
        narrow = look().large
        parts.append(
            icon_button(mark, name, taps.flash, colour=WHITE) if narrow
            else quiet_button(name, mark, taps.flash)
        )  # fmt: skip
    return ft.Container(content=row(*parts, gap=4), padding=pad(6, 4))


def _window(state: KameraState, preview: ft.Control | None, taps: Taps) -> ft.Control:
    if state.stage not in (OPENING, READY) or preview is None:
        return _problem(state, taps)
    overlays: list[ft.Control] = [
        _filling(preview),
        ft.Container(content=_place_pill(state), left=14, top=14),
        ft.Container(content=_lower_words(state), left=14, right=14, bottom=14),
    ]
    if state.stage == OPENING:
        wait = centred(teks.KAMERA_SIAPKAN, "body", WHITE)
        overlays.insert(1, _filling(wait))
    return ft.Stack(overlays, expand=True)


def _filling(content: ft.Control) -> ft.Container:
    return ft.Container(
        content=content, left=0, right=0, top=0, bottom=0, alignment=ft.Alignment.CENTER
    )


def _lower_words(state: KameraState) -> ft.Control:
    trouble = state.form.photos.state.trouble
    lines = [_trouble(trouble)] if trouble else []
    return stretched(*lines, glass_line(teks.KAMERA_HINDARI), gap=8)


def _trouble(words: str) -> ft.Control:
    ink = "#5F0F0A"
    line = row(icon(I.ERROR, 20, ink), text(words, "smallb", ink, expand=True), gap=8)
    return ft.Semantics(
        content=ft.Container(content=line, padding=12, border_radius=12, bgcolor="#FFDAD5"),
        live_region=True,
    )


def _problem(state: KameraState, taps: Taps) -> ft.Control:
    mark, words = PROBLEMS.get(state.stage, PROBLEMS["failed"])
    parts: list[ft.Control] = [icon(mark, 44, DIM), centred(words, "body", WHITE)]
    if state.stage == "denied" and state.form.place.permissions is not None:
        parts.append(quiet_button(teks.KAMERA_SETELAN, I.SETTINGS, taps.settings))
    if state.stage in ("denied", "failed"):
        parts.append(quiet_button(teks.KAMERA_COBA, I.REFRESH, taps.again))
    trouble = state.form.photos.state.trouble
    if trouble:
        parts.append(_trouble(trouble))
    inside = column(*parts, gap=14, horizontal_alignment=ft.CrossAxisAlignment.CENTER,
                    scroll=ft.ScrollMode.AUTO)  # fmt: skip
    return ft.Container(content=inside, padding=24, alignment=ft.Alignment.CENTER)


def _place_pill(state: KameraState) -> ft.Control:
    found = state.form.draft.lokasi
    if found and found.akurasi_m:
        return pill(I.MY_LOCATION, teks.KAMERA_LOKASI.format(meter=round(found.akurasi_m)))
    if found:
        return pill(I.MY_LOCATION, teks.KAMERA_LOKASI_SAJA)
    if state.form.locator.state.searching:
        return pill(I.LOCATION_SEARCHING, teks.KAMERA_LOKASI_CARI)
    return pill(I.LOCATION_OFF, teks.KAMERA_LOKASI_TANPA)


def strip(state: KameraState) -> ft.Control:
    """What will stand below the photo, not on it."""
    place = state.form.place
    draft = state.form.draft
    now = place.phone.clock.now().astimezone(WITA)
    first = teks.KAMERA_PITA.format(apa=title(draft), desa=place.phone.identity().desa_nama)
    when = f"{HARI[now.weekday()]} {now:%d-%m-%Y}, {jam(now)} {teks.WITA}"
    lines = [text(first, "smallb", WHITE, lines=2), text(when, "small", DIM)]
    at = _at(draft)
    if at:
        lines.append(text(at, "small", DIM))
    mark = ft.Image(
        src="/logo.png", width=34, height=34, border_radius=9, exclude_from_semantics=True
    )
    return ft.Container(
        content=row(mark, column(*lines, gap=1, expand=True), gap=12),
        padding=pad(9, 14), bgcolor=STRIP,
    )  # fmt: skip


def _at(draft: Laporan) -> str:
    return position_words(draft.lokasi)


def _below(state: KameraState, last: str | bytes | None, taps: Taps) -> ft.Control:
    if state.stage in (OPENING, READY):
        middle = _shutter(state, taps)
        side: ft.Control = round_button(I.PHOTO_LIBRARY, teks.KAMERA_GALERI, taps.gallery)
    else:
        middle = round_button(I.PHOTO_LIBRARY, teks.KAMERA_GALERI, taps.gallery, large=True)
        side = ft.Container()
    keys = ft.Row(
        [
            ft.Container(content=_last(state, last), expand=True, alignment=ft.Alignment.CENTER),
            middle,
            ft.Container(content=side, expand=True, alignment=ft.Alignment.CENTER),
        ],
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    count = len(state.form.draft.foto) + state.form.photos.state.count
    words = teks.KAMERA_SELESAI.format(jumlah=count) if count else teks.KAMERA_KEMBALI
    return ft.Container(
        content=stretched(keys, done_button(words, taps.done), gap=12),
        padding=pad(12, MARGIN / 2 if look().large else MARGIN, bottom=16),
    )


def _shutter(state: KameraState, taps: Taps) -> ft.Control:
    if state.stage == OPENING or state.shooting:
        return shutter(teks.KAMERA_SIAPKAN, None)
    if state.full:
        return shutter(teks.KAMERA_PENUH.format(paling=MAX_PHOTOS), None)
    return shutter(teks.KAMERA_POTRET, taps.shoot)


def _last(state: KameraState, last: str | bytes | None) -> ft.Control:
    """The last photo with its number; "Tersimpan" only when it is on disk."""
    kept, waiting = len(state.form.draft.foto), state.form.photos.state.count
    if waiting:
        words = teks.KAMERA_MENYIMPAN
    else:
        words = teks.KAMERA_TERSIMPAN if kept else teks.KAMERA_BELUM
    box: ft.Control
    if waiting:
        box = ft.Container(
            content=ft.ProgressRing(width=26, height=26, stroke_width=3, color=RING,
                                    semantics_label=teks.KAMERA_MENYIMPAN),
            width=THUMB, height=THUMB, border_radius=14, bgcolor="#24302A",
            alignment=ft.Alignment.CENTER,
        )  # fmt: skip
    elif kept:
        box = ft.Container(content=picture(last, THUMB - 4, THUMB - 4, radius=12), padding=2,
                           border_radius=14, bgcolor=WHITE, width=THUMB, height=THUMB)  # fmt: skip
    else:
        box = ft.Container(width=THUMB, height=THUMB, border_radius=14, bgcolor="#1A221E",
                           border=ft.Border.all(1.5, "#46574E"))  # fmt: skip
    badge = ft.Container(
        content=centred(str(kept), "metab", "#13201A"), width=24, height=24, border_radius=12,
        bgcolor=RING, right=0, top=0, alignment=ft.Alignment.CENTER,
    )  # fmt: skip
    stack = ft.Stack(
        [ft.Container(content=box, left=6, top=6), *([badge] if kept else [])],
        width=THUMB + 12, height=THUMB + 8,
    )  # fmt: skip
    spoken = teks.KAMERA_JUMLAH.format(jumlah=kept)
    return ft.Semantics(
        content=column(stack, centred(words, _role(), WHITE), gap=4,
                       horizontal_alignment=ft.CrossAxisAlignment.CENTER),
        label=f"{words}, {spoken}", exclude_semantics=True, live_region=True,
    )  # fmt: skip


def _role() -> str:
    return "metab" if look().large else "smallb"
