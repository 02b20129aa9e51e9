"""The frame around every screen: side bar, or a bar on top where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from server import teks
from server.staff.widgets.layout import column, pad, row, space
from server.staff.widgets.text import icon, second, text
from server.staff.widgets.theme import SIDE_BAR, SIDE_CHOSEN, colours, look
from server.usecases.sessions import Account
from shared.wilayah import KECAMATAN


@dataclass(frozen=True)
class FrameFacts:
    """What the frame shows of the person and of the work."""

    account: Account
    waiting: int
    go_home: Callable[[], None]
    log_out: Callable[[], None]


def frame(
    facts: FrameFacts,
    body: ft.Control,
    *,
    title: str,
    sub: str | None = None,
    lead: ft.Control | None = None,
    actions: Sequence[ft.Control] = (),
) -> ft.Control:
    """``lead`` stands before the title, ``actions`` at its right."""
    narrow = look().narrow
    main = ft.Column(
        controls=[
            _head(title, sub, lead, actions),
            ft.Container(
                content=body, expand=True, padding=pad(0, look().margin, bottom=0 if narrow else 16)
            ),
        ],
        spacing=0,
        expand=True,
    )
    inner: ft.Control
    if narrow:
        inner = ft.Column(controls=[_top_bar(facts), main], spacing=0, expand=True)
    else:
        inner = ft.Row(
            controls=[_side_bar(facts), main],
            spacing=0,
            expand=True,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    return ft.Container(content=inner, bgcolor=colours().surface, expand=True)


def _head(
    title: str, sub: str | None, lead: ft.Control | None, actions: Sequence[ft.Control]
) -> ft.Container:
    words = column(
        ft.Semantics(content=text(title, "title", lines=1), header=True),
        *([second(sub, "body", lines=1)] if sub else []),
        gap=1,
        expand=True,
    )
    line = row(*([lead] if lead else []), words, *actions, gap=10)
    return ft.Container(content=line, padding=pad(10, look().margin))


def _side_bar(facts: FrameFacts) -> ft.Container:
    return ft.Container(
        content=ft.Column(
            controls=[
                row(_logo(38), _brand(), gap=10),
                space(10),
                _nav_item(facts),
                ft.Container(expand=True),
                _person(facts),
            ],
            spacing=4,
            expand=True,
        ),
        width=216,
        bgcolor=SIDE_BAR.back,
        padding=pad(18, 12),
    )


def _nav_item(facts: FrameFacts) -> ft.Container:
    counter = [_counter(facts.waiting)] if facts.waiting else []
    return ft.Container(
        content=row(
            icon(ft.Icons.DESCRIPTION, 20, colours().accent),
            text(teks.NAV_LAPORAN, "bodyb", SIDE_CHOSEN.fore, expand=True, lines=1),
            *counter,
            gap=12,
        ),
        height=44,
        padding=pad(0, 12),
        border_radius=12,
        bgcolor=SIDE_CHOSEN.back,
        ink=True,
        on_click=lambda _: facts.go_home(),
    )


def _counter(number: int) -> ft.Container:
    shown = str(number) if number < 1000 else "999+"
    return ft.Container(
        content=text(shown, "metab", "#13201A"),
        bgcolor=colours().accent,
        border_radius=10,
        padding=pad(1, 7),
    )


def _person(facts: FrameFacts) -> ft.Container:
    return ft.Container(
        content=row(
            _initials(facts.account),
            column(
                text(facts.account.nama, "metab", SIDE_CHOSEN.fore, lines=1),
                text(teks.KELUAR, "meta", SIDE_BAR.fore),
                gap=0,
                expand=True,
            ),
            gap=10,
        ),
        padding=pad(6, 4),
        border_radius=12,
        ink=True,
        on_click=lambda _: facts.log_out(),
    )


def _top_bar(facts: FrameFacts) -> ft.Container:
    return ft.Container(
        content=ft.SafeArea(
            content=row(
                _logo(34),
                ft.Container(content=_brand(), expand=True),
                *([_counter(facts.waiting)] if facts.waiting else []),
                _account_menu(facts),
                gap=10,
            ),
        ),
        bgcolor=SIDE_BAR.back,
        padding=pad(8, left=16, right=12),
    )


def _account_menu(facts: FrameFacts) -> ft.PopupMenuButton:
    return ft.PopupMenuButton(
        tooltip=teks.MENU_AKUN.format(nama=facts.account.nama),
        padding=0,
        menu_position=ft.PopupMenuPosition.UNDER,
        content=ft.Container(content=_initials(facts.account), padding=7),
        items=[
            ft.PopupMenuItem(content=second(facts.account.nama), height=40),
            ft.PopupMenuItem(
                content=row(icon(ft.Icons.LOGOUT, 20), text(teks.KELUAR, "bodyb"), gap=10),
                on_click=lambda _: facts.log_out(),
            ),
        ],
    )


def _brand() -> ft.Column:
    return column(
        text(teks.APP, "brand", SIDE_CHOSEN.fore, lines=1),
        text(teks.KECAMATAN.format(nama=KECAMATAN.nama), "meta", SIDE_BAR.fore, lines=1),
        gap=0,
    )


def _logo(side: float) -> ft.Image:
    return ft.Image(src="/logo.png", width=side, height=side, exclude_from_semantics=True)


def _initials(account: Account) -> ft.Container:
    words = [word for word in account.nama.replace("(contoh)", "").split() if word[0].isalpha()]
    return ft.Container(
        content=text("".join(word[0] for word in words[:2]).upper() or "?", "metab", SIDE_BAR.back),
        width=34,
        height=34,
        border_radius=17,
        bgcolor="#CDEBDB",
        alignment=ft.Alignment.CENTER,
    )
