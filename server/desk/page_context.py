"""What every screen of one session is handed: the data, the person, the way to other places."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import flet as ft

from server.core.context import Context
from server.core.sessions import Account
from server.desk.menu import NavItem
from server.desk.places import Place
from server.desk.pulse import Pulse
from server.desk.widgets.frame import FrameFacts
from shared.roles import Permission, can

KeyListener = Callable[[str], None]


@dataclass
class Desk:
    """One person at one open window."""

    ctx: Context
    account: Account
    pulse: Pulse
    go: Callable[[Place], None]
    log_out: Callable[[], None]
    menu: tuple[NavItem, ...] = ()
    """All entries of the side bar."""
    tiles: str = ""
    """Address of map tiles, ``https://…/{z}/{x}/{y}.png``; empty: the map draws what it knows."""
    key_listener: KeyListener | None = field(default=None, repr=False)

    def may(self, permission: Permission) -> bool:
        return can(self.account.role, permission)

    def items(self) -> tuple[NavItem, ...]:
        """What this person finds in the side bar."""
        return tuple(item for item in self.menu if self.may(item.permission))

    def frame_facts(self, here: str = "", waiting: int = 0) -> FrameFacts:
        """What the frame around a screen needs; ``here`` is its key in the side bar."""
        return FrameFacts(self.account, waiting, self.go, self.log_out, self.items(), here)

    def key(self, event: ft.KeyboardEvent) -> None:
        """A key was pressed anywhere on the page."""
        held = event.ctrl or event.alt or event.meta
        if self.key_listener is not None and not held:  # Ctrl+C copies and does nothing else
            self.key_listener(event.key)


def runner(page: ft.Page) -> Callable[[Callable[[], Awaitable[None]]], Callable[[], None]]:
    """Makes of something to wait for a thing to press."""

    def run(work: Callable[[], Awaitable[None]]) -> Callable[[], None]:
        def press() -> None:
            page.run_task(work)  # pyright: ignore[reportArgumentType]

        return press

    return run
