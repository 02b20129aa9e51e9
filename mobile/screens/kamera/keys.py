"""What is under the thumb: the last photo, the shutter, the gallery, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens.kamera.look import RING, WHITE, done_button, round_button, shutter
from mobile.screens.kamera.state import OPENING, READY, KameraState
from mobile.widgets.layout import pad, stretched
from mobile.widgets.photo import picture, veiled
from mobile.widgets.text import centred
from mobile.widgets.theme import MARGIN, look
from shared.protocol import MAX_PHOTOS
from shared.widgets.layout import column

I = ft.Icons  # noqa: E741
THUMB = 62
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


def keys(state: KameraState, last: str | bytes | None, taps: Taps) -> ft.Control:
    if state.stage in (OPENING, READY):
        middle = _shutter(state, taps)
        side: ft.Control = round_button(I.PHOTO_LIBRARY, teks.KAMERA_GALERI, taps.gallery)
    else:
        middle = round_button(I.PHOTO_LIBRARY, teks.KAMERA_GALERI, taps.gallery, large=True)
        side = ft.Container()
    line = ft.Row(
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
        content=stretched(*_said(state), line, done_button(words, taps.done), gap=12),
        padding=pad(12, MARGIN / 2 if look().large else MARGIN, bottom=16),
    )


def _said(state: KameraState) -> list[ft.Control]:
    words = centred(_kept_words(state), "smallb", WHITE)
    return [ft.Semantics(content=words, exclude_semantics=True)] if look().large else []


def _shutter(state: KameraState, taps: Taps) -> ft.Control:
    if state.stage == OPENING or state.shooting:
        return shutter(teks.KAMERA_SIAPKAN, None)
    if state.full:
        return shutter(teks.KAMERA_PENUH.format(paling=MAX_PHOTOS), None)
    return shutter(teks.KAMERA_POTRET, taps.shoot)


def _last(state: KameraState, last: str | bytes | None) -> ft.Control:
    """The last photo with its number; large words stand above the keys instead of below it."""
    kept, words = len(state.form.draft.foto), _kept_words(state)
    stack = ft.Stack(
        [ft.Container(content=_box(state, last), left=6, top=6), *([_badge(kept)] if kept else [])],
        width=THUMB + 12, height=THUMB + 8,
    )  # fmt: skip
    below = [] if look().large else [centred(words, "smallb", WHITE)]
    spoken = teks.KAMERA_JUMLAH.format(jumlah=kept)
    return ft.Semantics(
        content=column(
            stack, *below, gap=4, horizontal_alignment=ft.CrossAxisAlignment.CENTER
        ),
        label=f"{words}, {spoken}", exclude_semantics=True, live_region=True,
    )  # fmt: skip


def _kept_words(state: KameraState) -> str:
    """ "Tersimpan" only when it is on disk."""
    if state.form.photos.state.count:
        return teks.KAMERA_MENYIMPAN
    return teks.KAMERA_TERSIMPAN if state.form.draft.foto else teks.KAMERA_BELUM


def _box(state: KameraState, last: str | bytes | None) -> ft.Control:
    if state.form.photos.state.count:
        ring = ft.ProgressRing(
            width=26, height=26, stroke_width=3, color=RING, semantics_label=teks.KAMERA_MENYIMPAN
        )
        return ft.Container(
            content=ring, width=THUMB, height=THUMB, border_radius=14, bgcolor="#24302A",
            alignment=ft.Alignment.CENTER,
        )  # fmt: skip
    if state.form.draft.foto:
        return ft.Container(
            content=_newest(state, last), padding=2, border_radius=14,
            bgcolor=WHITE, width=THUMB, height=THUMB,
        )  # fmt: skip
    return ft.Container(
        width=THUMB, height=THUMB, border_radius=14, bgcolor="#1A221E",
        border=ft.Border.all(1.5, "#46574E"),
    )  # fmt: skip


def _newest(state: KameraState, last: str | bytes | None) -> ft.Control:
    side = THUMB - 4
    shown = picture(last, side, side, radius=12)
    if last is None or not state.form.draft.foto[-1].sensitif:
        return shown
    return veiled(shown, teks.FOTO_SENSITIF_TANYA, side, side)


def _badge(kept: int) -> ft.Control:
    size = 34 if look().large else 24
    return ft.Container(
        content=centred(str(kept), "metab", "#13201A"), width=size, height=size,
        border_radius=size / 2, bgcolor=RING, right=0, top=0, alignment=ft.Alignment.CENTER,
    )  # fmt: skip
