"""The report that is being written: every change in memory at once, on disk a moment later."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from mobile.domain.record import Record, edited
from mobile.ports import StoreError
from mobile.usecases import shape
from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.start import begin
from shared.laporan import Kind, Laporan

SETTLE_S = 1.0
"""After this long without a keystroke the draft is written a second time."""

RETRY_S = 5.0
"""After a failed write the next attempt, even if nobody types."""


class NoDraft(Exception):
    """The report has nothing that can be edited: reopen it first."""


class Editing:
    """One open form. Lives on the event loop; its disk work does not.

    What the person sees is always `draft`; what is safe is told by `saved_at` and `problem`.
    """

    def __init__(self, phone: Phone, record: Record, *, fresh: bool = False) -> None:
        if record.draft is None:
            raise NoDraft(record.id)
        self._phone = phone
        self._stored = record
        self._draft: Laporan = record.draft
        self._place = record.place
        self._fresh = fresh
        self._touched = False
        self._wanted = self._written = self._settled = 0
        self._writing = asyncio.Lock()
        self._worker: asyncio.Task[None] | None = None
        self._news = asyncio.Event()
        self._watchers: list[Callable[[], None]] = []
        self._memory = phone.state.memory()
        self._begun = phone.clock.now()
        self.saved_at = record.saved_at
        self.problem: StoreError | None = None
        self.closed = False
        self._over = False

    # What it holds ---------------------------------------------------------------------------

    @property
    def id(self) -> str:
        """The report's id."""
        return self._stored.id

    @property
    def draft(self) -> Laporan:
        """The report as the person sees it."""
        return self._draft

    @property
    def record(self) -> Record:
        """The record with the draft as the person sees it."""
        return replace(self._stored, draft=self._draft, place=self._place)

    @property
    def place(self) -> str:
        """Where in the form the person is, to come back to after a crash."""
        return self._place

    @property
    def safe(self) -> bool:
        """Whether all that was entered is on disk."""
        return self._written == self._wanted

    @property
    def untouched(self) -> bool:
        """Whether leaving would leave nothing worth keeping."""
        return self._fresh and not self._touched

    # Changing it -----------------------------------------------------------------------------

    def change(self, **fields: Any) -> None:
        """The person changed fields of the `Laporan`; shown at once, saved a moment later."""
        self._touched = True
        self._set(**fields)

    def change_kejadian(self, **fields: Any) -> None:
        """The same for the fields of `RincianKejadian`."""
        if self._draft.kejadian is None:
            raise ValueError("not a kejadian")
        self.change(kejadian=replace(self._draft.kejadian, **shape.tupled(fields)))

    def suggest(self, **fields: Any) -> None:
        """The app found something (a position): saved, but no reason to keep an empty draft."""
        self._set(**fields)

    def move(self, place: str) -> None:
        """The person is at another field."""
        if place != self._place:
            self._place = place
            self._want()

    def watch(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` whenever `saved_at`, `safe` or `problem` changed; returns how to stop."""
        self._watchers.append(callback)
        return lambda: self._watchers.remove(callback) if callback in self._watchers else None

    async def flush(self) -> bool:
        """Put everything on disk, twice; False when it could not be (see `problem`)."""
        return await self._save() and await self._settle()

    def finish(self) -> None:
        """The report has been finished: nothing of this form is written any more."""
        self.closed = self._over = True
        if self._worker:
            self._worker.cancel()

    async def last(self, work: Callable[[], Record]) -> Record:
        """Save everything, then do `work` in a thread before another key can be written.

        After that the form is over. Raises StoreError, and then it goes on.
        """
        async with self._writing:
            if not await self._save_held():
                raise self.problem or StoreError(self.id)
            record = await _finish_anyway(work)
            self.finish()
            return record

    async def close(self) -> None:
        """The person leaves: everything is saved; a draft nobody touched goes."""
        if self.closed:
            return
        self.closed = True
        if self._worker:
            self._worker.cancel()
            await asyncio.gather(self._worker, return_exceptions=True)
        if self.untouched:
            await off_loop(self._phone.laporan.delete, self.id)
        else:
            await self.flush()
        self._phone.feed.tell()

    # Saving ----------------------------------------------------------------------------------

    def _set(self, **fields: Any) -> None:
        before = self._draft
        after = replace(before, **shape.tupled(fields))
        after = shape.completed(before, after, fields, self._memory, self._begun)
        if after != before:
            self._draft = after
            self._want()

    def _want(self) -> None:
        self._wanted += 1
        self._news.set()
        if not self.closed and (self._worker is None or self._worker.done()):
            self._worker = asyncio.get_running_loop().create_task(self._work())

    async def _work(self) -> None:
        """Save, wait for more, settle; ends when there is nothing left to do."""
        while not self.safe or self._settled != self._written:
            if not self.safe:
                if not await self._save():
                    await asyncio.sleep(RETRY_S)
                continue
            if not await self._hears_more() and not await self._settle():
                await asyncio.sleep(RETRY_S)

    async def _hears_more(self) -> bool:
        """Whether something is changed within the pause; a key is never kept waiting by it."""
        self._news.clear()
        if not self.safe:
            return True
        try:
            await asyncio.wait_for(self._news.wait(), SETTLE_S)
        except TimeoutError:
            return False
        return True

    async def _save(self) -> bool:
        async with self._writing:
            return await self._save_held()

    async def _save_held(self) -> bool:
        if self.safe or self._over:
            return True
        number, draft, place = self._wanted, self._draft, self._place
        at = "" if self.untouched else self._phone.now()
        try:
            self._stored = await _finish_anyway(self._write, draft, place, at)
        except StoreError as error:
            self._tell(problem=error)
            return False
        self._written = number
        self._take_version()
        self._tell(saved_at=at)
        return True

    def _write(self, draft: Laporan, place: str, at: str) -> Record:
        """In a thread: what the sync engine changed meanwhile stays."""

        def change(record: Record) -> Record:
            versi = max(draft.versi, record.draft.versi if record.draft else 0)
            return edited(record, replace(draft, versi=versi), at, place)

        laporan = self._phone.laporan
        written = laporan.update(self.id, change, settle=False)
        if written is None:
            written = change(self._stored)
            laporan.put(written, settle=False)
        return written

    def _take_version(self) -> None:
        stored = self._stored.draft
        if stored and stored.versi > self._draft.versi:
            self._draft = replace(self._draft, versi=stored.versi)

    async def _settle(self) -> bool:
        async with self._writing:
            number = self._written
            if number == self._settled or self._over:
                return True
            try:
                await _finish_anyway(self._phone.laporan.settle, self.id)
            except StoreError as error:
                self._tell(problem=error)
                return False
            self._settled = number
            self._tell()
            return True

    def _tell(self, saved_at: str = "", problem: StoreError | None = None) -> None:
        self.saved_at = saved_at or self.saved_at
        self.problem = problem
        for callback in tuple(self._watchers):
            callback()


async def open_draft(phone: Phone, ident: str, *, fresh: bool = False) -> Editing:
    """The form of a stored draft; ``fresh`` when it was made a moment ago. Raises NoDraft."""
    record = await off_loop(phone.laporan.get, ident)
    if record is None:
        raise NoDraft(ident)
    return Editing(phone, record, fresh=fresh)


async def start_form(phone: Phone, kind: Kind) -> Editing:
    """A new report, ready to be written: what "Lapor kegiatan" and "Kejadian" open."""
    return Editing(phone, await begin(phone, kind), fresh=True)


async def _finish_anyway(work: Callable[..., Any], *args: Any) -> Any:
    """A write that has begun is waited for, also when the form is closed meanwhile."""
    task = asyncio.ensure_future(asyncio.to_thread(work, *args))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise
