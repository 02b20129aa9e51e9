"""The picture of the keys: a line each, the form of a new one, the fresh one shown once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.data import teks
from server.data.api_tokens import SCOPES, Token
from server.data.desk.tokens_state import TokensState
from server.desk.widgets import notices
from server.desk.widgets.buttons import filled_button, icon_button, outline_button
from server.desk.widgets.chips import chip
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, pad, pane
from server.desk.widgets.text import second, text
from server.desk.widgets.theme import colours
from shared.clock import tanggal, tanggal_jam
from shared.widgets.layout import column, row


@dataclass(frozen=True)
class TokenActions:
    """What the person can do here."""

    again: Callable[[], None]
    make: Callable[[], None]
    revoke: Callable[[], None]
    copy: Callable[[], None]


def body(state: TokensState, on: TokenActions) -> ft.Control:
    """Trouble, loading, or the keys."""
    if state.found is None:
        return notices.waiting(state, on.again, 3, 70)
    parts: list[ft.Control] = []
    if state.secret:
        parts.append(_fresh(state, on))
    if state.making:
        parts.append(_form(state, on))
    if state.asking is not None:
        parts.append(_question(state, state.asking, on))
    if not state.found and not state.making:
        parts.append(notices.notice(ft.Icons.KEY, teks.KUNCI_KOSONG))
    return pane(*parts, *[_line(state, one) for one in state.found], ft.Container(height=12))


def _line(state: TokensState, one: Token) -> ft.Control:
    used = tanggal_jam(one.last_used) if one.last_used else teks.KUNCI_BELUM
    told = column(
        text(one.nama, "bodyb"),
        second("; ".join(teks.CAKUPAN.get(scope, scope) for scope in one.scopes), "body"),
        second(teks.KUNCI_RIWAYAT.format(
            tanggal=tanggal(one.created_at, weekday=False), oleh=one.created_by, dipakai=used)),
        gap=3, expand=True,
    )  # fmt: skip
    if one.revoked_at is not None:
        return card(row(told, chip("mute", ft.Icons.BLOCK, teks.KUNCI_MATI)), padding=pad(10, 16))
    revoke = icon_button(
        ft.Icons.DELETE_OUTLINE, teks.KUNCI_CABUT.format(nama=one.nama), lambda: state.ask(one)
    )
    return card(row(told, revoke), padding=pad(10, 16))


def _fresh(state: TokensState, on: TokenActions) -> ft.Control:
    """Shown this once; nobody can look it up later."""
    pair = colours().ok
    secret = ft.Container(
        content=text(state.secret, "bodyb", selectable=True), bgcolor=colours().card,
        border_radius=10, padding=pad(10, 12), expand=True,
    )  # fmt: skip
    return ft.Container(
        content=column(
            text(teks.KUNCI_SEKALI, "bodyb", pair.fore),
            row(secret, outline_button(teks.KUNCI_SALIN, on.copy, ft.Icons.CONTENT_COPY)),
            gap=10,
        ),
        bgcolor=pair.back, border_radius=16, padding=pad(12, 16),
    )  # fmt: skip


def _form(state: TokensState, on: TokenActions) -> ft.Control:
    boxes = [
        ft.Checkbox(
            label=teks.CAKUPAN[scope], value=scope in state.scopes,
            on_change=lambda event, one=scope: state.choose(one, bool(event.control.value)),
        )
        for scope in SCOPES
    ]  # fmt: skip
    return card(
        column(
            text(teks.KUNCI_BUAT, "head"),
            Field(teks.KUNCI_NAMA, on_change=state.typed.into("nama"), limit=200,
                  hint=teks.KUNCI_CONTOH, key=f"n{state.round}"),
            text(teks.KUNCI_BOLEH, "metab"),
            column(*boxes, gap=0),
            row(filled_button(teks.KUNCI_BUAT_YA, on.make),
                outline_button(teks.KUNCI_BATAL, state.stop)),
            gap=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )  # fmt: skip


def _question(state: TokensState, token: Token, on: TokenActions) -> ft.Control:
    asked = text(teks.KUNCI_TANYA.format(nama=token.nama), "body")
    buttons = row(
        filled_button(teks.KUNCI_CABUT_YA, on.revoke),
        outline_button(teks.KUNCI_BATAL, state.stop),
    )
    return card(column(asked, buttons, gap=12))
