"""What every screen of one session is handed: the data, the person, the way to other places."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import flet as ft

from server.core.context import Context
from server.core.sessions import Account
from server.desk import teks
from server.desk.attention import Attention
from server.desk.menu import NavItem
from server.desk.places import Place
from server.desk.pulse import Pulse, Refresh
from server.desk.reading import Reading, Told
from server.desk.widgets.frame import frame
from server.desk.widgets.frame_facts import FrameFacts
from shared.roles import Permission, can

SAVE = "Ctrl+Enter"

KeyListener = Callable[[str], object]
Count = Callable[[Context, Account], int]

_LEFT = "session closed"
"""What Flet answers for a window that was closed."""

_log = logging.getLogger(__name__)


class Waiting(Reading[None, int]):
    """How many reports wait; told at every page."""

    def __init__(self, ctx: Context, account: Account, count: Count) -> None:
        super().__init__(ctx, account, None)
        self._count = count

    def read(self, _: None) -> int:
        return self._count(self.ctx, self.account)


@dataclass
class Desk:
    """One person at one open window."""

    ctx: Context
    account: Account
    page: ft.Page = field(repr=False)
    pulse: Pulse
    waiting: Waiting
    attention: Attention
    go: Callable[[Place], None]
    log_out: Callable[[], None]
    menu: tuple[NavItem, ...] = ()
    """All entries of the side bar."""
    tiles: str = ""
    """Address of map tiles, ``https://…/{z}/{x}/{y}.png``; empty: the map draws what it knows."""
    key_listener: KeyListener | None = field(default=None, repr=False)
    here: Reading[Any, Any] | None = field(default=None, repr=False)
    """The page that is open."""

    granted: frozenset[Permission] = frozenset()
    """What the office lets this person do beyond the role."""
    unknown: tuple[str, ...] = ()
    """Parts of the address that make no sense and were left out."""

    def __post_init__(self) -> None:
        self.pulse.follow(self.waiting.load)
        self.run(self.waiting.load)()
        self.run(self.attention.anew)()

    def may(self, permission: Permission) -> bool:
        return permission in self.granted or can(self.account.role, permission)

    def items(self) -> tuple[NavItem, ...]:
        """What this person finds in the side bar."""
        return tuple(item for item in self.menu if self.may(item.permission))

    def frame_facts(self, here: str = "") -> FrameFacts:
        """What the frame around a screen needs; ``here`` is its key in the side bar."""
        return FrameFacts(
            self.account, self.ctx.wilayah, self.waiting, self.go, self.log_out, self.items(), here
        )

    def framed(
        self, here: str, state: Reading[Any, Any] | None, body: ft.Control, **head: Any
    ) -> ft.Control:
        """A page in its frame, with the one sentence that it has to say."""
        self.here = state
        notice = state.notice if state else None
        return frame(self.frame_facts(here), body, notice=notice, **head)

    def follow(self, refresh: Refresh) -> Callable[[], None]:
        """Call ``refresh`` after every change, until the returned function is called."""
        return self.pulse.follow(refresh)

    def run(self, work: Callable[..., Any], *given: Any) -> Callable[..., None]:
        """Makes of work a thing to press; what fails in it is told like everything else."""

        async def safely(*more: Any, **how: Any) -> None:
            try:
                came = work(*given, *more, **how)
                if inspect.isawaitable(came):
                    await came
            except Exception as error:  # noqa: BLE001 - told and logged
                if str(error).lower() == _LEFT:
                    return  # while it was asked something: nobody is there to be told
                _log.exception("unforeseen at the desk")
                if self.here is not None:
                    self.here.tell(teks.AKSI_GAGAL, well=False)

        def press(*more: Any, **how: Any) -> None:
            self.page.run_task(safely, *more, **how)

        return press

    def fetch(self, address: str) -> None:
        """Have the browser take a file; the page stays."""
        self.run(_launch, address, ft.UrlTarget.SELF)()

    def open(self, address: str) -> None:
        """Show an address beside this window."""
        self.run(_launch, address, ft.UrlTarget.BLANK)()

    def upload(
        self, take: Callable[[str, bytes], Awaitable[object]], **which: Any
    ) -> Callable[..., None]:
        """Something to press: files are chosen, and each goes to ``take`` with its name."""

        async def choose() -> None:
            files = await ft.FilePicker().pick_files(
                with_data=True, cancel_upload_on_window_blur=False, **which
            )
            await self.take_each([(file.name, file.bytes or b"") for file in files or []], take)

        return self.run(choose)

    async def take_each(
        self, files: Sequence[tuple[str, bytes]], take: Callable[[str, bytes], Awaitable[object]]
    ) -> None:
        """One after the other; what was said of one of several is still there at the end."""
        said: list[tuple[str, Told]] = []
        for name, data in files:
            before = self._told
            await take(name, data)
            if self._told is not None and self._told is not before and self._told.kind != "ok":
                said.append((name, self._told))
        if len(files) > 1 and said and self.here is not None:
            kind = "bad" if any(not told.well for _, told in said) else "wait"
            words = " ".join(f"{name}: {told.words}" for name, told in said)
            self.here.told = Told(words, kind)

    @property
    def _told(self) -> Told | None:
        return self.here.told if self.here is not None else None

    def hear(self, listener: KeyListener) -> Callable[[], None]:
        """Tell of every key, until the returned function is called."""
        self.key_listener = listener

        def away() -> None:
            if self.key_listener == listener:
                self.key_listener = None

        return away

    def key(self, event: ft.KeyboardEvent) -> None:
        """A key was pressed anywhere on the page."""
        counts = self.attention.key()
        held = event.ctrl or event.alt or event.meta  # Ctrl+C copies and does nothing else
        saves = event.ctrl and event.key == "Enter"
        if self.key_listener is not None and counts and (saves or not held):
            self.key_listener(SAVE if saves else event.key)


async def _launch(address: str, target: ft.UrlTarget) -> None:
    await ft.UrlLauncher().launch_url(ft.Url(address, target=target))
