"""The camera's screen: head, picture with its strip, and what is under the thumb."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens.kamera.keys import Taps, keys
from mobile.screens.kamera.look import (
    DIM,
    WHITE,
    glass_line,
    pill,
    quiet_button,
)
from mobile.screens.kamera.state import OPENING, READY, KameraState
from mobile.screens.kamera.strip import strip
from mobile.widgets import sheet
from mobile.widgets.buttons import icon_button
from mobile.widgets.layout import pad, stretched
from mobile.widgets.text import centred, icon, text
from mobile.widgets.theme import look
from shared.protocol import MAX_PHOTOS
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741
BLACK = "#0B0F0D"

PROBLEMS = {
    "denied": (I.NO_PHOTOGRAPHY, teks.KAMERA_IZIN),
    "none": (I.NO_PHOTOGRAPHY, teks.KAMERA_TIDAK_ADA),
    "failed": (I.NO_PHOTOGRAPHY, teks.KAMERA_GAGAL),
}
FLASH_ICONS = {"auto": I.FLASH_AUTO, "always": I.FLASH_ON, "off": I.FLASH_OFF}


def page(state: KameraState, preview: ft.Control | None, last: str | bytes | None,
         taps: Taps) -> ft.Control:  # fmt: skip
    parts = [
        head(state, taps),
        ft.Container(content=_window(state, preview, taps), expand=True, bgcolor="#000000"),
        strip(state),
        keys(state, last, taps),
    ]
    return ft.Container(
        content=ft.Column(parts, spacing=0, expand=True,
                          horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=BLACK, expand=True,
    )  # fmt: skip


def head(state: KameraState, taps: Taps) -> ft.Control:
    if state.form.exits.retaking is not None:
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


def heavy_question(state: KameraState) -> ft.BottomSheet | None:
    """Asks before a picture is worked on that may be too much for this phone."""
    if not state.heavy:
        return None
    return sheet.question(
        teks.FOTO_BERAT_ISI, teks.FOTO_BERAT_PAKAI, state.take_heavy,
        teks.FOTO_BERAT_LEWATI, state.skip_heavy, title=teks.FOTO_BERAT,
    )  # fmt: skip
