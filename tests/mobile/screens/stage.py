"""The phone's app on a page without a client: Bu Ida's phone, its clock at 20.41."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import flet as ft

from mobile.app import open_page
from mobile.ports import Browser, SyncReason
from mobile.screens.hands import FletHands
from mobile.screens.here import Here
from mobile.usecases.phone import Phone
from tests.doubles.flet_tree import Tree, opened
from tests.doubles.phone import CountingSync, Switch, memory_phone


@dataclass
class Stage:
    """A window of the app, and the phone behind it."""

    tree: Tree
    phone: Phone
    place: Here

    @property
    def sync(self) -> CountingSync:
        assert isinstance(self.phone.sync, CountingSync)
        return self.phone.sync

    @property
    def asked(self) -> list[SyncReason]:
        """Why a send was asked for, in order."""
        return self.sync.asked

    @property
    def route(self) -> str:
        return self.tree.page.route or "/"

    async def tap(self, name: str) -> None:
        await self.tree.tap(name)
        await self.tree.settle()

    async def sees(self, words: str) -> None:
        """Wait until the words stand on the screen."""
        await self.tree.until(lambda: self.tree.has(words))

    async def at(self, start: str) -> None:
        """Wait until the address begins so."""
        await self.tree.until(lambda: self.route.startswith(start))

    async def enlarge(self) -> None:
        """The phone's text is large from now on."""
        probe = next(one for one in self.tree.find(ft.Text) if one.on_size_change is not None)
        await self.tree.fire(probe, "size_change", {"w": 150.0, "h": 200.0})
        await self.tree.settle()

    def told(self) -> None:
        """Something stored has changed."""
        self.phone.feed.tell()


@asynccontextmanager
async def staged(
    phone: Phone | None = None,
    *,
    route: str = "/",
    server: str = "",
    browser: Browser | None = None,
    code: str = "",
    wish: str = "",
    **page: Any,
) -> AsyncIterator[Stage]:
    """The app, opened at an address; in a browser of its own where one is given."""
    phone = phone or memory_phone()
    async with opened(route=route, **page) as tree:
        hands = FletHands(tree.page)
        place = Here(tree.page, phone, Path.as_posix, hands, preset_server=server)
        place.browser, place.preset_code, place.wish = browser, code, wish
        connectivity = phone.connectivity
        assert isinstance(connectivity, Switch)
        open_page(place, connectivity)
        stage = Stage(tree, phone, place)
        await tree.settle()
        try:
            yield stage
        finally:
            place.close()
        assert not place.kept.get("fault"), tree.texts()
