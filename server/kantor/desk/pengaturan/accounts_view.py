"""The picture of the accounts: a line each, and the form that is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.core.accounts import AccountFacts
from server.desk.widgets import notices
from server.desk.widgets.buttons import choice, filled_button, icon_button, outline_button
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, pad
from server.desk.widgets.text import second, text
from server.kantor import teks
from server.kantor.desk.pengaturan.accounts_state import NEW, PASSWORD, REMOVE, RESET, AccountsState
from shared.roles import NAMA, WITHOUT_DESK, Role
from shared.widgets.layout import column, row

YES = {REMOVE: teks.AK_HAPUS_YA, RESET: teks.AK_LEPAS_YA}


@dataclass(frozen=True)
class AccountActions:
    """What the admin can do here."""

    again: Callable[[], None]
    finish: Callable[[], None]
    set_role: Callable[[AccountFacts, str | None], None]


def body(state: AccountsState, on: AccountActions) -> ft.Control:
    """Trouble, loading, or the accounts."""
    if state.found is None:
        return notices.waiting(state, on.again, 4, 60)
    form = [_form(state, on)] if state.doing else []
    lines = [_line(state, one, on) for one in state.found]
    return ft.Column(
        controls=[*form, *lines, ft.Container(height=12)],
        spacing=10,
        expand=True,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _line(state: AccountsState, one: AccountFacts, on: AccountActions) -> ft.Control:
    own = one.username == state.account.username
    words = column(text(one.nama, "bodyb"), second(one.username), gap=2, expand=True)
    role: ft.Control = text(f"{NAMA[one.role]} ({teks.AK_ANDA})", "body")
    if not own:
        role = _roles(one.role, lambda value: on.set_role(one, value))
    deeds = [
        icon_button(
            ft.Icons.KEY, teks.AK_GANTI_SANDI.format(nama=one.nama),
            lambda: state.begin(PASSWORD, one),
        ),
        icon_button(
            ft.Icons.NO_ENCRYPTION, teks.AK_LEPAS.format(nama=one.nama),
            (lambda: state.begin(RESET, one)) if one.two_step and not own else None,
        ),
        icon_button(
            ft.Icons.DELETE_OUTLINE, teks.AK_HAPUS.format(nama=one.nama),
            None if own else lambda: state.begin(REMOVE, one),
        ),
    ]  # fmt: skip
    return card(row(words, role, *deeds), padding=pad(10, 14))


def _form(state: AccountsState, on: AccountActions) -> ft.Control:
    buttons = row(
        filled_button(YES.get(state.doing, teks.AK_SIMPAN), on.finish),
        outline_button(teks.AK_BATAL, state.stop),
    )
    parts = {NEW: _new, PASSWORD: _password, REMOVE: _remove, RESET: _reset}[state.doing](state, on)
    return card(column(*parts, buttons, gap=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH))


def _new(state: AccountsState, on: AccountActions) -> list[ft.Control]:
    into = state.typed.into
    roles = column(text(teks.AK_PERAN, "metab"), _roles(state.role, state.choose), gap=5)
    return [
        text(teks.AK_TAMBAH, "head"),
        Field(teks.AK_NAMA_PENGGUNA, on_change=into("username"), limit=60, key=f"u{state.round}"),
        Field(teks.AK_NAMA, on_change=into("nama"), limit=200, key=f"n{state.round}"),
        _secret(state, teks.AK_SANDI, on),
        roles,
    ]


def _password(state: AccountsState, on: AccountActions) -> list[ft.Control]:
    nama = state.whom.nama if state.whom else ""
    return [
        text(teks.AK_GANTI_SANDI.format(nama=nama), "head"),
        _secret(state, teks.AK_SANDI_BARU, on),
    ]


def _reset(state: AccountsState, _on: AccountActions) -> list[ft.Control]:
    nama = state.whom.nama if state.whom else ""
    return [text(teks.AK_LEPAS_TANYA.format(nama=nama), "body")]


def _remove(state: AccountsState, _on: AccountActions) -> list[ft.Control]:
    nama = state.whom.nama if state.whom else ""
    return [text(teks.AK_HAPUS_TANYA.format(nama=nama), "body")]


def _secret(state: AccountsState, label: str, on: AccountActions) -> ft.Control:
    return Field(
        label, on_change=state.typed.into("password"), on_enter=on.finish, limit=200, password=True,
        key=f"s{state.round}",
    )  # fmt: skip


def _roles(chosen: str, choose: Callable[[str | None], None]) -> ft.Control:
    others = (role for role in Role if role not in {Role.PEMBACA, *WITHOUT_DESK})
    options = [(role.value, NAMA[role]) for role in others]
    shown = None if chosen == Role.PEMBACA else chosen
    return choice(
        teks.AK_PERAN, NAMA[Role.PEMBACA], options, shown,
        lambda value: choose(value or Role.PEMBACA.value), width=170,
    )  # fmt: skip
