"""The browser as its page tells of it: installed, a new version, seen again, online again."""

from __future__ import annotations

from mobile.ports import Browser, SyncReason
from mobile.screens.here import Here
from mobile.web.outside import Outside, Told
from mobile.web.reminding import Reminding


def browser_of(outside: Outside) -> Browser:
    """What is known at the start."""
    begun = outside.begun
    return Browser(
        installed=bool(begun["installed"]),
        apple=bool(begun["apple"]),
        install=lambda: outside.ask("install"),
    )


def watch(outside: Outside, place: Here, browser: Browser) -> None:
    """From now on the screens know, and whatever brings the app back starts a send."""

    def awake(told: Told) -> None:
        place.in_front = True
        online = told.get("why") == "online"
        reason = SyncReason.CONNECTED if online else SyncReason.RESUME
        place.phone.sync.request_sync(reason)
        place.freshen()

    def hidden(_told: Told) -> None:
        place.in_front = False

    def promised(_told: Told) -> None:
        place.phone.feed.tell()

    def can_install(_told: Told) -> None:
        browser.can_install = True
        place.redraw()

    def offered(told: Told) -> None:
        """The browser has asked; it asks once only."""
        browser.can_install = False
        browser.installed = told.get("outcome") == "accepted"
        place.redraw()

    def installed(_told: Told) -> None:
        browser.installed, browser.can_install = True, False
        place.redraw()

    def update(_told: Told) -> None:
        browser.update_ready = True
        place.redraw()

    listeners = (
        ("awake", awake), ("hidden", hidden), ("persist", promised), ("can install", can_install),
        ("install", offered), ("installed", installed), ("update", update),
    )  # fmt: skip
    for what, listener in listeners:
        outside.on(what, listener)
    Reminding(outside, place, browser)
