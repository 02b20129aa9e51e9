"""The frame around every screen: side bar, or a bar on top where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import flet as ft

from server.core import teks as umum
from server.core.sessions import Account
from server.desk import teks
from server.desk.menu import LAPORAN, NavItem
from server.desk.places import Place
from server.desk.reading import Reading, Told
from server.desk.widgets.anchors import anchored
from server.desk.widgets.layout import edge, pad, space
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import capped, icon, second, text
from server.desk.widgets.theme import SIDE_BAR, SIDE_CHOSEN, chip_colours, colours, look
from shared.widgets.layout import column, row, wrapped
from shared.wilayah import KECAMATAN


@dataclass(frozen=True)
class FrameFacts:
    """What the frame shows of the person and of the work."""

    account: Account
    waiting: Reading[None, int]
    go: Callable[[Place], None]
    log_out: Callable[[], None]
    items: tuple[NavItem, ...]
    """What this person finds in the side bar."""
    here: str = ""
    """The key of this screen among ``items``."""


def frame(
    facts: FrameFacts,
    body: ft.Control,
    *,
    title: str,
    sub: str | None = None,
    lead: ft.Control | None = None,
    actions: Sequence[ft.Control] = (),
    notice: Told | None = None,
) -> ft.Control:
    """``lead`` stands before the title, ``actions`` at its right; a ``notice`` in place of ``sub``.

    The place of a notice is always there, so nothing moves when one comes or goes.
    """
    narrow = look().narrow
    main = ft.Column(
        controls=[
            _head(title, _said(notice, sub), lead, actions),
            ft.Container(
                content=body, expand=True, padding=pad(0, look().margin, bottom=0 if narrow else 16)
            ),
        ],
        spacing=0,
        expand=True,
    )
    inner: ft.Control
    if narrow:
        inner = ft.Column(
            controls=[_top_bar(facts), main, _bottom_bar(facts)], spacing=0, expand=True
        )
    else:
        inner = ft.Row(
            controls=[_side_bar(facts), main],
            spacing=0,
            expand=True,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    return ft.Container(content=anchored(inner), bgcolor=colours().surface, expand=True)


def _head(
    title: str, said: ft.Control, lead: ft.Control | None, actions: Sequence[ft.Control]
) -> ft.Container:
    words = column(
        ft.Semantics(content=text(title, "title", lines=2 if look().large else 1), header=True),
        said, gap=1, expand=True,
    )  # fmt: skip
    if look().narrow and len(actions) > (0 if look().large else _BESIDE_TITLE):
        lines = row(*([lead] if lead else []), words, gap=10), wrapped(*actions)
        return ft.Container(content=column(*lines, gap=8), padding=pad(10, look().margin))
    line = row(*([lead] if lead else []), words, *actions, gap=10)
    return ft.Container(content=line, padding=pad(10, look().margin))


def _said(notice: Told | None, sub: str | None) -> ft.Control:
    """What the page is for, or what there is to say now: two lines of room either way."""
    inside: ft.Control = second(sub or "", "body", lines=2)
    if notice is not None:
        pair = chip_colours(notice.kind)
        words = text(notice.words, "metab", pair.fore, lines=2, expand=True, tooltip=notice.words)
        deed = _deed(notice.button, notice.press, pair.fore) if notice.press else []
        inside = ft.Container(
            content=row(icon(_SIGNS[notice.kind], 18, pair.fore), words, *deed, gap=8),
            bgcolor=pair.back, border_radius=10, padding=pad(0, 10), height=_said_high(),
        )  # fmt: skip
    return ft.Semantics(
        live_region=True,
        content=ft.Container(content=inside, height=_said_high(), padding=pad(1, 0)),
    )


def _deed(words: str, press: Callable[[], None], colour: str) -> list[ft.Control]:
    """What can be done about it, as high as the place has room for."""
    inside = row(icon(ft.Icons.UNDO, 18, colour), text(words, "bodyb", colour), gap=6, tight=True)
    return [
        pressable(
            inside, press, words, height=34, padding=pad(0, 12), border_radius=10,
            bgcolor=colours().card, border=edge(colour),
        )
    ]  # fmt: skip


def _said_high() -> float:
    """Two lines of the text as it is."""
    return 40 * max(1.0, look().scale)


_SIGNS = {
    "ok": ft.Icons.CHECK_CIRCLE, "bad": ft.Icons.ERROR_OUTLINE, "info": ft.Icons.INFO,
    "wait": ft.Icons.GROUPS,
}  # fmt: skip

_BESIDE_TITLE = 2
"""More deeds than these leave a phone no room for the title: they stand below it."""


def _side_bar(facts: FrameFacts) -> ft.Container:
    return ft.Container(
        content=ft.Column(
            controls=[
                row(_logo(38), _brand(), gap=10),
                space(10),
                # On a low window the places scroll, and who is logged in stays.
                ft.Column(
                    controls=[_nav_item(facts, item) for item in facts.items],
                    spacing=4,
                    expand=True,
                    scroll=ft.ScrollMode.HIDDEN,
                ),
                _person(facts),
            ],
            spacing=4,
            expand=True,
        ),
        width=216,
        bgcolor=SIDE_BAR.back,
        padding=pad(18, 12),
    )


def _nav_item(facts: FrameFacts, item: NavItem) -> ft.Control:
    return _SidePlace(facts.waiting if item.key == LAPORAN else None, facts, item, key=item.key)


@ft.component
def _SidePlace(
    counted: Reading[None, int] | None, facts: FrameFacts, item: NavItem, **_key: Any
) -> ft.Control:
    """Drawn anew by itself when the count of what waits has changed."""
    chosen = item.key == facts.here
    fore = SIDE_CHOSEN.fore if chosen else SIDE_BAR.fore
    waiting = (counted.found or 0) if counted else 0
    inside = row(
        icon(item.symbol, 20, colours().accent if chosen else SIDE_BAR.fore),
        text(item.words, "bodyb", fore, expand=True, lines=1),
        _counter(waiting),
        gap=12,
    )
    return pressable(
        inside,
        lambda: facts.go(item.place()),
        f"{item.words}, {waiting}" if waiting else item.words,
        chosen=chosen,
        height=44,
        padding=pad(0, 12),
        border_radius=12,
        bgcolor=SIDE_CHOSEN.back if chosen else None,
    )


def _bottom_bar(facts: FrameFacts) -> ft.Container:
    """Under 900 px: the first three places, the others behind one more."""
    items = facts.items
    shown = items if len(items) <= _BOTTOM else items[: _BOTTOM - 1]
    rest = items[len(shown) :]
    places: list[ft.Control] = [_bottom_item(facts, item) for item in shown]
    if rest:
        places.append(_others(facts, rest))
    return ft.Container(
        content=ft.SafeArea(content=row(*places, gap=0)),
        bgcolor=colours().card,
        border=ft.Border.only(top=ft.BorderSide(1, colours().outline_variant)),
    )


_BOTTOM = 4


def _bottom_item(facts: FrameFacts, item: NavItem) -> ft.Container:
    counted = facts.waiting if item.key == LAPORAN else None
    return ft.Container(content=_BottomPlace(counted, facts, item), expand=True)


@ft.component
def _BottomPlace(
    counted: Reading[None, int] | None, facts: FrameFacts, item: NavItem
) -> ft.Control:
    chosen = item.key == facts.here
    waiting = (counted.found or 0) if counted else 0
    return pressable(
        _bottom_words(item.symbol, item.words, chosen, waiting),
        lambda: facts.go(item.place()),
        f"{item.words}, {waiting}" if waiting else item.words,
        chosen=chosen,
    )


def _bottom_words(symbol: ft.IconData, words: str, chosen: bool, waiting: int = 0) -> ft.Container:
    c = colours()
    sign = ft.Container(
        content=icon(symbol, 22, c.on_primary_container if chosen else c.on_surface_variant),
        bgcolor=c.primary_container if chosen else None,
        border_radius=16,
        padding=pad(4, 18),
        badge=_badge(waiting) if waiting else None,
    )
    return ft.Container(
        content=column(
            sign,
            capped(words, "metab" if chosen else "meta"),
            gap=2,
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        alignment=ft.Alignment.CENTER,
        padding=pad(7, 2),
    )


def _badge(waiting: int) -> ft.Badge:
    c = colours()
    # As a text of its own: plain words are broken after the first figure.
    words = text(str(waiting) if waiting < 100 else "99+", "metab", c.on_error, no_wrap=True)
    return ft.Badge(label=words, bgcolor=c.error, large_size=20, padding=pad(0, 6))


def _others(facts: FrameFacts, items: Sequence[NavItem]) -> ft.PopupMenuButton:
    return ft.PopupMenuButton(
        tooltip=teks.NAV_LAINNYA,
        padding=0,
        expand=True,
        content=_bottom_words(
            ft.Icons.MENU, teks.NAV_LAINNYA, facts.here in {item.key for item in items}
        ),
        items=[_other(facts, item) for item in items],
    )


def _other(facts: FrameFacts, item: NavItem) -> ft.PopupMenuItem:
    def press(_: object) -> None:
        facts.go(item.place())

    return ft.PopupMenuItem(
        content=row(icon(item.symbol, 20), text(item.words, "bodyb"), gap=10), on_click=press
    )


@ft.component
def _TopCounter(counted: Reading[None, int]) -> ft.Control:
    return _counter(counted.found or 0)


def _counter(number: int) -> ft.Container:
    """Always there, unseen at 0: put in between, it would make an open menu beside it die."""
    shown = str(number) if number < 1000 else "999+"
    return ft.Container(
        content=text(shown, "metab", "#13201A"),
        bgcolor=colours().accent,
        border_radius=10,
        padding=pad(1, 7),
        visible=number > 0,
    )


def _person(facts: FrameFacts) -> ft.Container:
    inside = row(
        _initials(facts.account),
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


def _top_bar(facts: FrameFacts) -> ft.Container:
    return ft.Container(
        content=ft.SafeArea(
            content=row(
                _logo(34),
                ft.Container(content=_brand(), expand=True),
                _TopCounter(facts.waiting),
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
                content=row(icon(ft.Icons.LOGOUT, 20), text(umum.KELUAR, "bodyb"), gap=10),
                on_click=lambda _: facts.log_out(),
            ),
        ],
    )


def _brand() -> ft.Column:
    return column(
        text(umum.APP, "brand", SIDE_CHOSEN.fore, lines=1),
        text(umum.KECAMATAN.format(nama=KECAMATAN.nama), "meta", SIDE_BAR.fore, lines=1),
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
