"""What a screen can reach from its page: the phone's use-cases, the way to other screens, the look.

Flet runs each browser window as a page of its own; all pages of one process share the phone.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from weakref import WeakKeyDictionary

import flet as ft

from mobile.ports import Browser, Hands, InAppCamera, Permissions
from mobile.screens import routes
from mobile.usecases.phone import Phone
from mobile.widgets.banners import snack

log = logging.getLogger("sinar.phone")

PictureSource = Callable[[Path], str | bytes]


@dataclass(eq=False)
class Here:
    """One page: hand it to nobody else."""

    page: ft.Page
    phone: Phone
    picture: PictureSource
    hands: Hands
    camera: InAppCamera | None = None
    has_camera: bool = False
    permissions: Permissions | None = None
    device_name: Callable[[], Awaitable[str]] | None = None
    preset_server: str = ""
    preset_code: str = ""
    browser: Browser | None = None
    wish: str = ""
    """What the app was opened for; Beranda carries it out once."""

    renewing: bool = False
    """A phone that works gets a new code: its screens stay until the question is answered."""
    in_front: bool = True
    open: bool = True
    redraw: Callable[[], None] = lambda: None
    trail: list[str] = field(default_factory=list)
    kept: dict[str, object] = field(default_factory=dict)
    _closers: list[Callable[[], None]] = field(default_factory=list)
    _resumers: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    _watching: dict[Callable[[], None], Callable[[], None]] = field(default_factory=dict)

    def go(self, route: str) -> None:
        """Open a screen above this one; `back` returns here."""
        left = self.page.route or routes.BERANDA
        if self.trail[-1:] != [left]:  # a second tap, before the first one's screen is there
            self.trail.append(left)
        self.page.navigate(route)

    def replace(self, route: str) -> None:
        """Open a screen in the place of this one: back does not lead here again."""
        self.page.navigate(route)

    def tab(self, route: str) -> None:
        """Open a tab; the way back ends there."""
        self.trail.clear()
        self.page.navigate(route)

    def back(self) -> None:
        """To where the person came from; after a restart to the screen below."""
        while self.trail and self.trail[-1] == self.page.route:
            self.trail.pop()
        target = self.trail.pop() if self.trail else routes.below(self.page.route or "")
        self.page.navigate(target)

    def buzz(self) -> None:
        """Let the finger feel that it is done; a device that cannot does nothing."""
        self.task(ft.HapticFeedback().medium_impact)

    def task(self, work: Callable[..., Awaitable[object]], *args: object) -> None:
        """Run something beside; what goes wrong in it is told like any other fault."""
        future = self.page.run_task(work, *args)  # pyright: ignore[reportArgumentType]
        future.add_done_callback(self._tell_fault)

    def _tell_fault(self, future: Future[object]) -> None:
        error = None if future.cancelled() else future.exception()
        if error is not None:
            words = "".join(traceback.format_exception(error))
            self.page.loop.call_soon_threadsafe(self.page.session.error, words)

    @property
    def connected(self) -> bool:
        """Whether somebody can see this page; a closed browser window may still come back."""
        return self.open and self.page.session.connection is not None

    def watch(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Hear of every change of what is stored, until stopped or until the page is gone."""
        self._watching[callback] = self.phone.feed.watch(callback)
        return partial(self._unwatch, callback)

    def _unwatch(self, callback: Callable[[], None]) -> None:
        stop = self._watching.pop(callback, None)
        if stop is not None:
            stop()

    def freshen(self) -> None:
        """The window is back: all that is shown may be old."""
        for callback in tuple(self._watching):
            callback()

    def resized(self, wide: float) -> bool:
        """Whether the window has just become wide, or narrow again."""
        is_wide = (self.page.width or 0) >= wide
        changed = self.kept.get("wide", is_wide) != is_wide
        self.kept["wide"] = is_wide
        return changed

    def on_close(self, closer: Callable[[], None]) -> None:
        """Call `closer` when the page is gone."""
        self._closers.append(closer)

    def on_resume(self, callback: Callable[[], Awaitable[None]]) -> Callable[[], None]:
        """Call `callback` when the app comes back from another one, until stopped."""
        self._resumers.append(callback)
        return partial(self._forget_resumer, callback)

    def _forget_resumer(self, callback: Callable[[], Awaitable[None]]) -> None:
        if callback in self._resumers:
            self._resumers.remove(callback)

    def resumed(self) -> None:
        """The app is back in front."""
        for callback in tuple(self._resumers):
            self.task(callback)

    def close(self) -> None:
        """The page is gone: hear of nothing any more."""
        self.open = False
        for closer in self._closers:
            closer()
        for callback in tuple(self._watching):
            self._unwatch(callback)

    def say(self, words: str) -> None:
        """A short word at the bottom; it goes by itself."""
        self.page.show_dialog(snack(words))


_heres: WeakKeyDictionary[ft.BasePage, Here] = WeakKeyDictionary()


def here() -> Here:
    """The `Here` of the page that is being drawn or that sent the event."""
    return _heres[ft.context.page]


def settle_in(place: Here) -> None:
    """Make `place` what `here()` answers on its page."""
    _heres[place.page] = place
