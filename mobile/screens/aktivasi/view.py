"""What activation looks like: one field, one button, and what to do without a code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens import peramban
from mobile.screens.aktivasi.code_field import CodeField
from mobile.screens.aktivasi.state import AktivasiState
from mobile.widgets import banners, buttons, cards, frame, progress, sheet
from mobile.widgets.assets import address
from mobile.widgets.fields import Field
from mobile.widgets.layout import nothing, stretched
from mobile.widgets.text import centred, icon, second, text
from mobile.widgets.theme import colours, look
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741


def page(state: AktivasiState, again: bool, on_back: Callable[[], Any]) -> ft.Control:
    """``again``: a new code for a phone that has reports already."""
    head: ft.Control = nothing()
    top = [_mark()]
    if again:
        head = frame.top_bar(teks.AKTIVASI_KODE_BARU, None, on_back, teks.KEMBALI)
        top = [banners.note_strip(I.LOCK, teks.AKTIVASI_KODE_BARU_ISI)]
    body = [
        ft.Container(height=0 if again else 18),
        *top,
        _card(state),
        *_refused(state),
        *peramban.install_first(state.place.browser),
        _once(),
        _help(state),
    ]
    words = teks.AKTIVASI_MEMERIKSA if state.busy else teks.AKTIVASI_MULAI
    start = buttons.primary(words, state.start, name=I.ARROW_FORWARD, busy=state.busy)
    line = [progress.working()] if state.busy else []
    return frame.screen(head, body, frame.bottom_panel(*line, start), gap=18)


def _mark() -> ft.Control:
    logo = ft.Image(src=address("logo.png"), width=84, height=84, border_radius=22)
    sub = centred(teks.AKTIVASI_SUB, "body", colours().on_surface_variant)
    return stretched(
        ft.Row([logo], alignment=ft.MainAxisAlignment.CENTER),
        centred(teks.APLIKASI, "num"),
        sub,
        gap=8,
    )


def _card(state: AktivasiState) -> ft.Control:
    code = CodeField(
        teks.AKTIVASI_KODE,
        state.typed,
        state.start,
        teks.AKTIVASI_BANTU,
        state.fault,
        state.given,
        # Every component takes a key, which its signature does not show.
        key=f"code-{state.refused.device_id if state.refused else ''}",  # pyright: ignore[reportCallIssue]
    )
    return cards.card(
        stretched(text(teks.AKTIVASI_KODE, "head"), code, gap=12), padding=18, radius=20
    )


def _refused(state: AktivasiState) -> list[ft.Control]:
    who = state.refused
    if who is None:
        return []
    words = teks.AKTIVASI_BUKAN_ISI.format(nama=who.pelapor.nama, desa=who.desa_nama)
    return [banners.banner("wait", I.PERSON_OFF, teks.AKTIVASI_BUKAN, words)]


def _once() -> ft.Control:
    ink = colours().on_primary_container
    inside = row(
        icon(I.WIFI, 24, ink), text(teks.AKTIVASI_SEKALI, "small", ink, expand=True), gap=12
    )
    return cards.green(inside)


def _help(state: AktivasiState) -> ft.Control:
    ink = colours().primary
    call = row(
        icon(I.CALL, 20, ink), text(teks.AKTIVASI_BELUM_PUNYA, "smallb", ink, expand=look().large),
        alignment=ft.MainAxisAlignment.CENTER,
    )  # fmt: skip
    address = buttons.quiet(teks.ALAMAT_UBAH, state.ask_server, colour=colours().on_surface_variant)
    privacy = buttons.quiet(teks.PRIVASI, state.open_privacy, colour=ink)
    links = [ft.Row([one], alignment=ft.MainAxisAlignment.CENTER) for one in (privacy, address)]
    return column(call, *links, gap=4)


def confirm(state: AktivasiState) -> ft.BottomSheet | None:
    """Sentence 33."""
    who = state.found
    if who is None:
        return None
    name = ", ".join(part for part in (who.pelapor.nama, who.pelapor.jabatan) if part)
    return sheet.sheet(
        row(
            cards.icon_block(I.HOLIDAY_VILLAGE, "ok", 58),
            column(
                text(teks.DESA_NAMA.format(nama=who.desa_nama), "title"), second(name),
                gap=2, expand=True,
            ),
            gap=14,
        ),
        text(teks.AKTIVASI_BENAR.format(desa=who.desa_nama, nama=name), "body"),
        buttons.primary(teks.AKTIVASI_YA, state.yes, name=I.CHECK),
        buttons.outline(teks.AKTIVASI_BUKAN, state.not_me),
        modal=True,
    )  # fmt: skip


@ft.component
def ServerForm(state: AktivasiState) -> ft.Control:
    """The address of the kecamatan's server; hardly anybody ever needs it."""
    typed = ft.use_ref(state.server)

    def keep(words: str) -> None:
        typed.current = words

    def use() -> None:
        state.use_server(typed.current or "")

    field = Field(
        teks.ALAMAT,
        state.server,
        on_change=keep,
        on_enter=use,
        hint="https://",
        helper=teks.ALAMAT_BANTU,
        fault=state.server_fault or None,
        autocorrect=False,
    )
    return stretched(field, buttons.primary(teks.ALAMAT_SIMPAN, use), gap=14)


def server_sheet(state: AktivasiState) -> ft.BottomSheet | None:
    """None while it is closed."""
    if not state.asking_server:
        return None
    return sheet.sheet(ServerForm(state), on_dismiss=state.close_server)
