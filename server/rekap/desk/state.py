"""A recap as it stands at one window: its figures, its editions, a file on its way."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import flet as ft

from server.core import office
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.jobs import TooManyError
from server.core.sessions import Account
from server.rekap import approvals, rekap, rekap_paper, teks
from server.rekap.approvals import (
    EmptyError,
    OvertakenError,
    PaperError,
    Standing,
    TwiceError,
)
from server.rekap.desk.addresses import RekapPlace
from server.rekap.rekap import Reading, Which
from server.rekap.rekap_paper import PaperFailedError

SKELETON_AFTER_S = 0.4
FIRST_PHOTOS = 12

_TROUBLES: dict[type[Exception], str] = {
    TwiceError: "twice",
    OvertakenError: "overtaken",
    EmptyError: "empty",
    PaperFailedError: "pdf",
    StoreError: "store",
}


@dataclass(frozen=True)
class Found:
    """One reading: ``empty`` are the settings that the paper lacks."""

    which: Which
    reading: Reading
    standing: Standing
    empty: tuple[str, ...]


@ft.observable
@dataclass
class RekapState:
    """Reads the recap, and again whenever something has come in."""

    ctx: Context
    account: Account
    place: RekapPlace
    found: Found | None = None
    failed: bool = False
    slow: bool = False
    all_photos: bool = False
    job: str | None = None
    approving: bool = False
    told: str = ""
    wrong: bool = False

    async def show(self, place: RekapPlace) -> None:
        """Another period, village or part."""
        if place != self.place:
            self.told = ""
        self.place = place
        await self.load()

    async def load(self) -> None:
        """Read; an answer for a place that was left meanwhile is dropped."""
        asked = self.place
        patience = asyncio.create_task(self._grow_impatient())
        try:
            found = await asyncio.to_thread(_read, self.ctx, self.account, asked)
        except StoreError:
            self.failed, self.slow = True, False
            return
        finally:
            patience.cancel()
        if asked == self.place:
            self.failed, self.slow, self.found = False, False, found

    async def make(self, kind: str) -> None:
        """Begin a PDF or a workbook; a card shows how far it is."""
        if self.found is None:
            return
        which = self.found.which
        try:
            self.job = await asyncio.to_thread(
                rekap_paper.start, self.ctx, self.account, which, kind
            )
        except TooManyError:
            self.told, self.wrong = teks.TERLALU_BANYAK, True
        except StoreError:
            self.told, self.wrong = teks.GAGAL["store"], True

    async def approve(self, server: str) -> None:
        """Approve what is shown; the PDF takes a few seconds."""
        if self.found is None or self.approving:
            return
        which, seen = self.found.which, self.found.reading.rekap
        self.approving, self.told = True, ""
        try:
            await asyncio.to_thread(approvals.approve, self.ctx, self.account, which, seen, server)
        except (PaperError, PaperFailedError, StoreError) as error:
            kind = next(key for family, key in _TROUBLES.items() if isinstance(error, family))
            self.told, self.wrong = teks.GAGAL[kind], True
        else:
            self.told, self.wrong = teks.BERHASIL, False
        self.approving = False
        await self.load()

    def close_job(self) -> None:
        """The card is no longer wanted."""
        self.job = None

    def show_all_photos(self) -> None:
        self.all_photos = True

    async def _grow_impatient(self) -> None:
        if self.found is None:
            await asyncio.sleep(SKELETON_AFTER_S)
            self.slow = True


def _read(ctx: Context, account: Account, place: RekapPlace) -> Found:
    which = place.which(place.periode or rekap.usual(ctx))
    reading = rekap.read(ctx, account, which)
    standing = approvals.standing(ctx, account, which.periode, which.desa)
    empty = [key for key in office.empty(office.read(ctx)) if key in teks.ISIAN]
    return Found(which, reading, standing, tuple(empty))
