"""Whom to call before anything is written."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens.form_kejadian.state import Number, dial
from mobile.widgets import banners
from mobile.widgets.layout import pad, side_by_side, stretched
from mobile.widgets.text import centred, icon, text
from mobile.widgets.theme import colours, look
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741
ICONS = {"bpbd": I.SUPPORT, "polsek": I.LOCAL_POLICE, "puskesmas": I.LOCAL_HOSPITAL}


def urgent_card(numbers: tuple[Number, ...]) -> ft.Control:
    """The buttons that dial; a name without a number cannot be tapped.

    Without any number there is nothing to tap: a calm line, and no red block in the way.
    """
    if not any(one.nomor for one in numbers):
        names = ", ".join(one.nama for one in numbers)
        words = teks.DARURAT_TANPA_NOMOR.format(nama=names)
        return banners.note_strip(I.CALL, words)
    palette = colours()
    ink = palette.on_error_container
    edge = palette.error_edge if look().sun else palette.error_container
    rows = [numbers[start : start + 3] for start in range(0, len(numbers), 3)]
    parts: list[ft.Control] = [
        row(icon(I.CALL, 20, ink), text(teks.TELEPON_DULU, "bodyb", ink, expand=True), gap=10)
    ]
    parts += [side_by_side(*[_call(one) for one in some], gap=8) for some in rows]
    if not all(one.nomor for one in numbers):
        parts.append(text(teks.DARURAT_KOSONG, "small", ink))
    return ft.Container(
        content=stretched(*parts, gap=10), padding=14, border_radius=16,
        bgcolor=palette.error_container, border=ft.Border.all(palette.edge, edge),
    )  # fmt: skip


def _call(one: Number) -> ft.Control:
    palette = colours()
    ink = palette.on_error_container
    mark = icon(_icon(one.nama), 24, ink)
    words = centred(one.nama, "smallb", ink)

    async def call() -> None:
        await ft.UrlLauncher().launch_url(dial(one.nomor))

    inside = (
        row(mark, text(one.nama, "smallb", ink, expand=True), gap=12) if look().large
        else column(mark, words, gap=4, horizontal_alignment=ft.CrossAxisAlignment.CENTER,
                    alignment=ft.MainAxisAlignment.CENTER)
    )  # fmt: skip
    return ft.Container(
        content=inside, padding=pad(10, 6) if not look().large else 14, border_radius=12,
        bgcolor=palette.card if one.nomor else None,
        border=ft.Border.all(palette.field_edge, palette.error_edge) if one.nomor else None,
        alignment=None if look().large else ft.Alignment.CENTER,
        ink=bool(one.nomor),
        on_click=call if one.nomor else None,
        tooltip=teks.DARURAT_TELEPON.format(nama=one.nama) if one.nomor else None,
    )  # fmt: skip


def _icon(nama: str) -> ft.IconData:
    low = nama.lower()
    return next((mark for word, mark in ICONS.items() if word in low), I.CALL)
