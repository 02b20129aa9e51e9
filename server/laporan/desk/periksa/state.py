"""The review as it stands at one window: the queue, one report, what is being written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import ClassVar

from server.core import teks as umum
from server.core.context import Context
from server.core.sessions import Account
from server.desk.reading import Refusals, Told
from server.laporan import deciding, review, teks
from server.laporan.desk.laporan_detail import facts
from server.laporan.desk.periksa.notes import ReviewNotes
from shared.clock import jam
from shared.status import Status


@dataclass(frozen=True)
class Undoable:
    """The decision that this window made last."""

    laporan: str
    words: str


class ReviewState(ReviewNotes):
    """The queue, one report, its notes, and what is decided."""

    refusals: ClassVar[Refusals] = {
        review.ChangedError: teks.PK_VERSI_BARU,
        review.NotNowError: teks.PK_MENDAHULUI,
        review.ReviewError: teks.PK_TIDAK_BISA,
    }
    helping = False
    undoable: Undoable | None = None

    @property
    def notice(self) -> Told | None:
        """What went wrong, what can be taken back, what was done, who else looks."""
        told = super().notice
        if told is not None and not told.well:
            return told
        if self.undoable is not None:
            return Told(self.undoable.words, "ok", teks.PK_URUNGKAN, self.run(self.undo))
        if told is None and self.others:
            return Told(teks.PK_JUGA.format(nama=", ".join(self.others)), "wait")
        return told

    # Deciding ------------------------------------------------------------------------------

    async def verify(self) -> None:
        """Notes ask for a mend, so they do not go with it; that is said while it can be undone."""
        self.keep_note()
        await self._decide(Status.DIVERIFIKASI, deciding.verify)

    async def give_back(self) -> None:
        """Only with a note."""
        self.keep_note()
        if not self.notes:
            self.tell(teks.PK_KEMBALIKAN_PETUNJUK, well=False)
            return
        notes = [self.part(key).note(words) for key, words in self.notes.items()]
        await self._decide(Status.PERLU_PERBAIKAN, _give_back, notes)

    async def reopen(self) -> None:
        if self.seen is not None:
            line = self.seen.page.detail.line
            await self.act(deciding.reopen, line.id, line.versi)

    async def undo(self) -> None:
        """Take the last decision back and show its report again."""
        last = self.undoable
        if last is not None:
            await self.act(deciding.undo, last.laporan, then=partial(self._undone, last))
            if last.laporan == self.asked:
                await self.take_up(last.laporan)

    def _undone(self, last: Undoable, undone: bool) -> None:
        self.undoable = None
        told = Told(teks.PK_DIURUNGKAN if undone else teks.PK_TERLAMBAT, "info")
        if last.laporan == self.asked:
            self.told = told
        else:
            self.after = told
            self.open_report(last.laporan)

    async def _decide(self, status: Status, how: Callable[..., None], *given: object) -> None:
        if self.seen is None or not self.may_decide:
            return
        line = self.seen.page.detail.line
        onward = self.neighbour(1) or self.neighbour(-1)
        desa = umum.DESA.format(nama=self.ctx.wilayah.nama_desa(line.desa))
        title = f"{facts.title(self.seen.page)}, {desa}"
        words = teks.PK_DIPUTUSKAN[status].format(judul=title)
        if self.notes and status is Status.DIVERIFIKASI:
            words += f" {teks.PK_CATATAN_TIDAK_IKUT}"

        def decided(_: object) -> None:
            self.undoable = Undoable(line.id, words)
            self.open_report(onward if onward != line.id else None)

        deed = (how, line.id, line.versi, *given, self.typed.pesan)
        if not await self.act(*deed, then=decided, again=False):
            await self.load()

    async def forget_undo(self, which: Undoable) -> None:
        """After eight seconds nothing can be undone."""
        await asyncio.sleep(deciding.UNDO.total_seconds())
        if self.undoable == which:
            self.undoable = None

    def choose(self, by: int) -> None:
        """The part below or above."""
        if count := len(self.parts):
            self.chosen = (self.chosen + by) % count if self.chosen >= 0 else (0 if by > 0 else -1)
            self.chosen %= count

    def help(self, on: bool) -> None:
        self.helping = on

    # Sentences -------------------------------------------------------------------------------

    def standing(self) -> str:
        """What has been decided already, by whom and when; "" while it waits."""
        if self.seen is None or self.may_decide:
            return ""
        detail, waits = self.seen.page.detail, self.seen.pending
        oleh, at = (waits.by, waits.at) if waits else (detail.status_by, detail.status_at)
        return teks.PK_SUDAH[self.seen.status].format(oleh=oleh, jam=_when(self.ctx, at))


def _give_back(
    ctx: Context, account: Account, laporan: str, versi: int, notes: list[review.Note], pesan: str
) -> None:
    deciding.give_back(ctx, account, laporan, versi, notes, pesan)


def _when(ctx: Context, at: datetime) -> str:
    today = ctx.clock.now().date() == at.date()
    return jam(at) if today else facts.short(at)
