"""The head of the desk's frame: what waits, who is logged in, the menu of the account."""

from __future__ import annotations

import flet as ft

from server.core import teks as umum
from server.core.sessions import Account
from server.desk import teks
from server.desk.reading import Reading
from server.desk.widgets.frame_facts import FrameFacts
from server.desk.widgets.layout import pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import SIDE_BAR, SIDE_CHOSEN, colours
from shared.widgets.layout import column, row
from shared.wilayah import Wilayah


@ft.component
def _TopCounter(counted: Reading[None, int]) -> ft.Control:
    return counter(counted.found or 0)


def counter(number: int) -> ft.Container:
    """Always there, unseen at 0: put in between, it would make an open menu beside it die."""
    shown = str(number) if number < 1000 else "999+"
    return ft.Container(
        content=text(shown, "metab", "#13201A"),
        bgcolor=colours().accent,
        border_radius=10,
        padding=pad(1, 7),
        visible=number > 0,
    )


def person(facts: FrameFacts) -> ft.Container:
    inside = row(
        initials(facts.account),
        column(
            text(facts.account.nama, "metab", SIDE_CHOSEN.fore, lines=1),
            text(umum.KELUAR, "meta", SIDE_BAR.fore),
            gap=0,
            expand=True,
        ),
        gap=10,
    )
    name = f"{umum.KELUAR}, {facts.account.nama}"
    return pressable(inside, facts.log_out, name, padding=pad(6, 4), border_radius=12)


def top_bar(facts: FrameFacts) -> ft.Container:
    return ft.Container(
        content=ft.SafeArea(
            content=row(
                logo(34),
                ft.Container(content=brand(facts.wilayah), expand=True),
                _TopCounter(facts.waiting),
                account_menu(facts),
                gap=10,
            ),
        ),
        bgcolor=SIDE_BAR.back,
        padding=pad(8, left=16, right=12),
    )


def account_menu(facts: FrameFacts) -> ft.PopupMenuButton:
    return ft.PopupMenuButton(
        tooltip=teks.MENU_AKUN.format(nama=facts.account.nama),
        padding=0,
        menu_position=ft.PopupMenuPosition.UNDER,
        content=ft.Container(content=initials(facts.account), padding=7),
        items=[
            ft.PopupMenuItem(content=second(facts.account.nama), height=40),
            ft.PopupMenuItem(
                content=row(icon(ft.Icons.LOGOUT, 20), text(umum.KELUAR, "bodyb"), gap=10),
                on_click=lambda _: facts.log_out(),
            ),
        ],
    )


def brand(wilayah: Wilayah) -> ft.Column:
    return column(
        text(umum.APP, "brand", SIDE_CHOSEN.fore, lines=1),
        text(umum.KECAMATAN.format(nama=wilayah.nama), "meta", SIDE_BAR.fore, lines=1),
        gap=0,
    )


def logo(side: float) -> ft.Image:
    return ft.Image(src="/logo.png", width=side, height=side, exclude_from_semantics=True)


def initials(account: Account) -> ft.Container:
    words = [word for word in account.nama.replace("(contoh)", "").split() if word[0].isalpha()]
    return ft.Container(
        content=text("".join(word[0] for word in words[:2]).upper() or "?", "metab", SIDE_BAR.back),
        width=34,
        height=34,
        border_radius=17,
        bgcolor="#CDEBDB",
        alignment=ft.Alignment.CENTER,
    )
