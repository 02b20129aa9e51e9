"""One report as it stands on one screen."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.laporan.desk.addresses import LaporanPlace
from server.laporan.read_staff import LaporanPage, laporan_page


@ft.observable
@dataclass
class DetailState:
    """Reads one report, and again whenever something has come in."""

    ctx: Context
    account: Account
    place: LaporanPlace
    page: LaporanPage | None = None
    missing: bool = False
    failed: bool = False
    open_photo: int | None = None
    """The photo that is enlarged, counted from 0."""
    uncovered: frozenset[str] = frozenset()
    """Sensitif photos that the person has chosen to look at."""

    async def show(self, place: LaporanPlace) -> None:
        """Another report."""
        if place.ident != self.place.ident:
            self.page, self.missing = None, False
            self.open_photo, self.uncovered = None, frozenset()
        self.place = place
        await self.load()

    async def load(self) -> None:
        """Read; an answer for a report that was left meanwhile is dropped."""
        asked = self.place
        try:
            page = await asyncio.to_thread(
                laporan_page, self.ctx, self.account, asked.origin.which, asked.ident
            )
        except StoreError:
            self.failed = True
            return
        if asked == self.place:
            self.failed, self.missing, self.page = False, page is None, page

    def uncover(self, sha256: str) -> None:
        """Show a sensitif photo."""
        self.uncovered = self.uncovered | {sha256}

    def enlarge(self, index: int) -> None:
        self.open_photo = index

    def close_photo(self) -> None:
        self.open_photo = None

    def step_photo(self, by: int) -> None:
        """The next or previous photo that has arrived, round and round."""
        whole = self._whole()
        if self.open_photo is None or not whole:
            return
        at = whole.index(self.open_photo) if self.open_photo in whole else 0
        self.open_photo = whole[(at + by) % len(whole)]

    def key(self, name: str) -> None:
        """Keys of the enlarged photo."""
        if self.open_photo is None:
            return
        if name == "Escape":
            self.close_photo()
        elif name in ("Arrow Left", "Arrow Right"):
            self.step_photo(1 if name == "Arrow Right" else -1)

    def _whole(self) -> list[int]:
        foto = self.page.detail.foto if self.page else ()
        return [index for index, photo in enumerate(foto) if photo.whole]
