"""A recap as it stands at one window: its figures, its editions, a file on its way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from server.core import office
from server.core.context import Context
from server.core.sessions import Account
from server.desk.reading import Reading, Refusals
from server.rekap import approvals, rekap, rekap_paper
from server.rekap import teks as words
from server.rekap.approvals import (
    EmptyError,
    OvertakenError,
    Standing,
    TwiceError,
)
from server.rekap.desk.addresses import RekapPlace
from server.rekap.rekap import Reading as Seen
from server.rekap.rekap import Which
from server.rekap.rekap_paper import PaperFailedError

FIRST_PHOTOS = 12


@dataclass(frozen=True)
class Found:
    """One reading: ``empty`` are the settings that the paper lacks."""

    which: Which
    reading: Seen
    standing: Standing
    empty: tuple[str, ...]
    asking: approvals.Asking


class RekapState(Reading[RekapPlace, Found]):
    """A recap; files are made of it, and it is approved."""

    refusals: ClassVar[Refusals] = {
        TwiceError: words.GAGAL["twice"],
        OvertakenError: words.GAGAL["overtaken"],
        EmptyError: words.GAGAL["empty"],
        PaperFailedError: words.GAGAL["pdf"],
    }
    all_photos = False
    job: str | None = None
    approving = False
    asked_to_approve = False
    """The question before the approval is open."""

    def read(self, asked: RekapPlace) -> Found:
        return _read(self.ctx, self.account, asked)

    async def make(self, kind: str) -> None:
        """Begin a PDF or a workbook; a card shows how far it is."""
        if self.found is not None:
            await self.act(rekap_paper.start, self.found.which, kind, then=self._begun)

    def _begun(self, job: str) -> None:
        self.job = job

    async def approve(self, seen_at: str) -> None:
        """Approve what is shown; the PDF takes a few seconds."""
        if self.found is None or self.approving or not self.asked_to_approve:
            return
        self.approving, self.asked_to_approve, self.told = True, False, None
        await self.act(_approve, self.found, seen_at, well=words.BERHASIL)
        self.approving = False

    def ask(self) -> None:
        """Before anything is frozen the person is asked, with what should be known first."""
        self.asked_to_approve = True

    def leave(self) -> None:
        """Not now."""
        self.asked_to_approve = False

    def moved(self, _: RekapPlace) -> None:
        self.asked_to_approve = False

    def close_job(self) -> None:
        """The card is no longer wanted."""
        self.job = None

    def show_all_photos(self) -> None:
        self.all_photos = True


def _approve(ctx: Context, account: Account, found: Found, seen_at: str) -> None:
    server = approvals.public_address(ctx, seen_at)
    approvals.approve(ctx, account, found.which, found.reading.rekap, server, found.asking.nomor)


def _read(ctx: Context, account: Account, place: RekapPlace) -> Found:
    which = place.which(place.periode or rekap.usual(ctx))
    reading = rekap.read(ctx, account, which)
    standing = approvals.standing(ctx, account, which.periode, which.desa)
    empty = [key for key in office.empty(office.read(ctx)) if key in words.ISIAN]
    asking = approvals.asking(ctx, which, reading, standing)
    return Found(which, reading, standing, tuple(empty), asking)
