"""The frame around every screen: side bar, or a bar on top where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import flet as ft

from server.desk.menu import LAPORAN, NavItem
from server.desk.reading import Reading, Told
from server.desk.widgets.anchors import anchored
from server.desk.widgets.frame_bottom import bottom_bar
from server.desk.widgets.frame_facts import FrameFacts
from server.desk.widgets.frame_top import brand, counter, logo, person, top_bar
from server.desk.widgets.layout import edge, pad, space
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import SIDE_BAR, SIDE_CHOSEN, chip_colours, colours, look
from shared.widgets.layout import column, row, wrapped


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
            controls=[top_bar(facts), main, bottom_bar(facts)], spacing=0, expand=True
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
    """Two lines of the text as it is: each as high as 1.4 times its letters, and rounded up."""
    return 44 * max(1.0, look().scale)


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
                row(logo(38), brand(facts.wilayah), gap=10),
                space(10),
                # On a low window the places scroll, and who is logged in stays.
                ft.Column(
                    controls=[_nav_item(facts, item) for item in facts.items],
                    spacing=4,
                    expand=True,
                    scroll=ft.ScrollMode.HIDDEN,
                ),
                person(facts),
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
        counter(waiting),
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
