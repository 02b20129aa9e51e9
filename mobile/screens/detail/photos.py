"""A photo in full, on black, with the way to the one before and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens.words import stamp
from mobile.usecases.read import PhotoView
from mobile.widgets.buttons import icon_button
from mobile.widgets.layout import pad
from mobile.widgets.taps import tap
from mobile.widgets.text import centred, icon, text
from shared.clock import WITA
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741
BLACK, WHITE, GREY = "#0B0F0D", "#FFFFFF", "#D5E2DA"
Picture = Callable[[PhotoView], str | bytes | None]


def viewer(
    photos: tuple[PhotoView, ...],
    number: int,
    picture: Picture,
    on_number: Callable[[int], Any],
    on_back: Callable[[], Any],
    uncovered: frozenset[int],
    on_uncover: Callable[[int], Any],
) -> ft.Control:
    """``number`` counts from 1; a sensitif photo is shown when it is asked for."""
    total = len(photos)
    shown = photos[number - 1] if 1 <= number <= total else None
    parts = [
        _head(number, total, on_back),
        _cover(number, on_uncover)
        if shown and shown.foto.sensitif and number not in uncovered
        else _middle(shown, picture),
        _foot(shown, number, total, on_number),
    ]
    return ft.Container(
        content=ft.Column(parts, spacing=0, expand=True), bgcolor=BLACK, expand=True
    )


def _head(number: int, total: int, on_back: Callable[[], Any]) -> ft.Control:
    title = teks.FOTO_KE.format(ke=number, jumlah=total) if total else ""
    back = icon_button(I.ARROW_BACK, teks.KEMBALI, on_back, colour=WHITE)
    return ft.Container(
        content=row(back, text(title, "title", WHITE, expand=True)), padding=pad(6, 4)
    )


def _middle(shown: PhotoView | None, picture: Picture) -> ft.Control:
    source = picture(shown) if shown else None
    if source is None:
        words = teks.FOTO_DI_KECAMATAN if shown and shown.at_kecamatan else teks.FOTO_TIDAK_ADA
        lines = [icon(I.IMAGE_OUTLINED, 48, GREY), centred(words if shown else "", "body", GREY)]
        return ft.Container(
            content=column(*lines, alignment=ft.MainAxisAlignment.CENTER,
                           horizontal_alignment=ft.CrossAxisAlignment.CENTER),
            expand=True, alignment=ft.Alignment.CENTER,
        )  # fmt: skip
    image = ft.Image(src=source, fit=ft.BoxFit.CONTAIN, expand=True, gapless_playback=True)
    return ft.InteractiveViewer(content=image, min_scale=1, max_scale=5, expand=True)


def _cover(number: int, on_uncover: Callable[[int], Any]) -> ft.Control:
    return ft.Container(
        content=column(
            icon(I.VISIBILITY_OFF, 48, GREY),
            centred(teks.FOTO_SENSITIF_TUTUP, "body", GREY),
            ft.TextButton(
                content=text(teks.FOTO_SENSITIF_LIHAT, "bodyb", WHITE),
                on_click=tap(on_uncover, number), style=ft.ButtonStyle(padding=pad(14, 20)),
            ),
            gap=12, alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        expand=True, alignment=ft.Alignment.CENTER,
    )  # fmt: skip


def _foot(
    shown: PhotoView | None, number: int, total: int, on_number: Callable[[int], Any]
) -> ft.Control:
    lines: list[ft.Control] = []
    if shown and shown.foto.keterangan:
        lines.append(centred(shown.foto.keterangan, "body", WHITE))
    if shown and shown.foto.diambil:
        lines.append(centred(f"{stamp(shown.foto.diambil)} {WITA}", "meta", GREY))
    if shown and shown.is_small_only:
        lines.append(centred(teks.FOTO_UTUH_DI_KECAMATAN, "meta", GREY))
    if shown and shown.foto.sensitif:
        lines.append(centred(teks.FOTO_SENSITIF, "smallb", WHITE))
    words = ft.Column(
        lines,
        spacing=2,
        tight=True,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    before = _arrow(I.CHEVRON_LEFT, teks.FOTO_SEBELUM, number > 1, tap(on_number, number - 1))
    after = _arrow(I.CHEVRON_RIGHT, teks.FOTO_BERIKUT, number < total, tap(on_number, number + 1))
    return ft.Container(content=row(before, words, after), padding=pad(12, 8, bottom=18))


def _arrow(name: ft.IconData, words: str, there: bool, on_tap: Callable[..., Any]) -> ft.Control:
    if not there:
        return ft.Container(width=48, height=48)
    return icon_button(name, words, on_tap, colour=WHITE, size=36)
