"""The picture of one's own way in: the second step, then the open log-ins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.core import two_step
from server.core.papers import qr
from server.core.two_step import LogIn, Mine
from server.desk.widgets import notices
from server.desk.widgets.buttons import filled_button, outline_button
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, pad
from server.desk.widgets.text import second, text
from server.kantor import teks
from server.kantor.desk.pengaturan.my_log_ins_state import MyLogInsState
from shared.clock import WITA, tanggal_jam
from shared.widgets.layout import column, row

SIDE = 220


@dataclass(frozen=True)
class MyLogInsActions:
    """What one can do here."""

    again: Callable[[], None]
    switch_on: Callable[[], None]
    switch_off: Callable[[], None]
    end_all: Callable[[], None]


def body(state: MyLogInsState, on: MyLogInsActions) -> ft.Control:
    """Trouble, loading, or both cards."""
    if state.found is None:
        return notices.waiting(state, on.again, 3, 80)
    return ft.Column(
        controls=[
            _step(state, state.found, on),
            _log_ins(state.found, on),
            ft.Container(height=12),
        ],
        spacing=12,
        expand=True,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _step(state: MyLogInsState, mine: Mine, on: MyLogInsActions) -> ft.Control:
    if state.codes:
        parts = [second(teks.LS_CADANGAN), *(text(code, "bodyb") for code in state.codes),
                 outline_button(teks.LS_SUDAH_DISIMPAN, state.stop)]  # fmt: skip
    elif state.secret:
        parts = _setting_up(state, on)
    elif mine.two_step:
        parts = [text(teks.LS_AKTIF.format(sisa=mine.codes_left), "body"), _code(state),
                 outline_button(teks.LS_LEPAS, on.switch_off, ft.Icons.LOCK_OPEN)]  # fmt: skip
    else:
        parts = [text(teks.LS_BELUM, "body"),
                 filled_button(teks.LS_PASANG, state.begin, ft.Icons.LOCK)]  # fmt: skip
    return _card(teks.LS_LANGKAH, *parts)


def _setting_up(state: MyLogInsState, on: MyLogInsActions) -> list[ft.Control]:
    address = two_step.address(state.account.username, state.secret)
    spelt = " ".join(state.secret[n : n + 4] for n in range(0, len(state.secret), 4))
    picture = ft.Image(
        src=qr.text(address), width=SIDE, height=SIDE, semantics_label=teks.LS_GAMBAR
    )
    buttons = row(
        filled_button(teks.LS_PASANG, on.switch_on, ft.Icons.LOCK),
        outline_button(teks.LS_BATAL, state.stop),
    )
    return [second(teks.LS_PINDAI), row(picture), text(spelt, "bodyb"), _code(state), buttons]


def _code(state: MyLogInsState) -> ft.Control:
    return Field(
        teks.LS_KODE, on_change=state.typed.into("kode"), limit=30, key=f"kode{state.round}"
    )


def _log_ins(mine: Mine, on: MyLogInsActions) -> ft.Control:
    lines = [_line(one) for one in mine.log_ins]
    out = outline_button(teks.LS_KELUAR_SEMUA, on.end_all, ft.Icons.LOGOUT)
    return _card(teks.LS_TERBUKA, *lines, second(teks.LS_KELUAR_SEMUA_ARTI), out)


def _line(one: LogIn) -> ft.Control:
    since, seen = (tanggal_jam(at.astimezone(WITA)) for at in (one.created_at, one.seen_at))
    told = teks.LS_BARIS.format(alamat=one.address, sejak=since, terakhir=seen)
    return column(text(one.browser or teks.LS_PERAMBAN, "bodyb", lines=1), second(told), gap=2)


def _card(title: str, *controls: ft.Control) -> ft.Control:
    head = ft.Semantics(content=text(title, "head"), header=True)
    return card(
        column(head, *controls, gap=12, horizontal_alignment=ft.CrossAxisAlignment.START),
        padding=pad(14, 16),
    )
