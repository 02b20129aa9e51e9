"""Takes photos in by byte range: nothing that arrived is lost, one writer at a time,
whichever process of the server it is in."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import monotonic
from typing import NamedTuple, ParamSpec, TypeVar

from server.core import sweeping
from server.core.context import Context
from server.core.files.jpeg import JpegError
from server.core.files.object_store import WrongBytesError
from server.core.files.photo_files import Part, PhotoKey
from server.laporan.photo_errors import (
    BusyError,
    NotWelcomeError,
    OffsetError,
    PhotoError,
    PhotoGoneError,
    PhotoUnknownError,
    TooLongError,
    WrongLengthError,
)
from server.laporan.photo_notes import Notes
from server.laporan.rows import photo_rows

log = logging.getLogger("sinar.foto")

KEEP_UNFINISHED = timedelta(days=7)
FLUSH_BYTES = 512 * 1024
FLUSH_AFTER_S = 1.0
"""A slow sender's bytes go to the disk at least this often."""
WORKERS = 4
CHECKED_S = 0.05
"""Between two looks at a photo that somebody checks."""

T = TypeVar("T")
P = ParamSpec("P")
Body = AsyncIterator[bytes]
Welcome = Callable[[], bool]


def _always() -> bool:
    return True


class Found(NamedTuple):
    """What is known of a photo: its length, and how much of it is here (None: not begun)."""

    length: int
    here: int | None
    whole: bool = False

    @property
    def unchecked(self) -> bool:
        """All bytes are here, and the server died before it looked at them."""
        return not self.whole and self.here is not None and self.here >= self.length


class Photos:
    """The photos of all desa, as the API and the staff view use them."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._files = ctx.photos
        self.under_way: Counter[str] = Counter()
        """Uploads of each phone."""
        self.notes = Notes(ctx)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="foto")

    async def begin(
        self, key: PhotoKey, length: int, body: Body | None, welcome: Welcome = _always
    ) -> Found:
        """Begin an upload, with its first bytes if ``body`` is given.

        ``welcome`` is asked again whenever bytes are kept: who is revoked meanwhile ends refused.
        """
        with self._writing(key):
            found = await self._look(key)
            if found and found.unchecked:
                found = await self._run(self._settled, key)
            if found is None:
                raise PhotoUnknownError
            if found.length != length:
                raise WrongLengthError
            if found.whole or found.here:
                return found
            if body is not None:
                return await self._take(key, found, body, welcome)
            return found._replace(here=await self._run(self._files.append, key, 0, b""))

    async def resume(
        self,
        key: PhotoKey,
        offset: int,
        announced: int | None,
        body: Body,
        welcome: Welcome = _always,
    ) -> Found:
        """Go on at ``offset``; ``announced`` is how many bytes the sender says will follow."""
        with self._writing(key):
            found = await self._look(key)
            if found is None or found.here is None:
                raise PhotoGoneError
            if found.here != offset:
                raise OffsetError(found.here)
            if announced is not None and offset + announced > found.length:
                raise TooLongError
            return found if found.whole else await self._take(key, found, body, welcome)

    async def state(self, key: PhotoKey) -> Found:
        """How much of a photo is here; one that is just being checked is waited for."""
        found = await self._look(key)
        if found and found.here is None and self._ctx.turns.is_taken(_turn(key)):
            return found._replace(here=0)
        while found and found.unchecked:
            with suppress(BusyError), self._writing(key):
                found = await self._run(self._settled, key)
                break
            await asyncio.sleep(CHECKED_S)
            found = await self._look(key)
        if found is None or found.here is None:
            raise PhotoGoneError
        return found

    async def picture(self, key: PhotoKey, *, small: bool) -> Path:
        """The file of a whole photo that a report of its desa names, or its small picture."""
        path = await self._run(self._picture, key, small)
        if path is None:
            raise PhotoGoneError
        return path

    async def sweep(self) -> None:
        """Finish what a stop left unchecked, drop what is a week old, mend the notes."""
        await self._run(self._mend_notes)
        oldest = (self._ctx.clock.now() - KEEP_UNFINISHED).timestamp()
        for part in await self._run(lambda: list(self._files.parts())):
            with suppress(BusyError), self._writing(part.key):
                await self._run(sweeping.one, "foto", part, partial(self._tidy, oldest))

    def _tidy(self, oldest: float, part: Part) -> None:
        self._settled(part.key)
        if part.changed < oldest:
            self._files.drop(part.key)

    def close(self) -> None:
        """Wait for what is being written."""
        self._pool.shutdown()
        self.notes.close()

    async def _take(self, key: PhotoKey, found: Found, body: Body, welcome: Welcome) -> Found:
        """Append the body. The file keeps what arrives, whatever happens to the sender."""
        start = at = found.here or 0
        held = bytearray()
        written_at = monotonic()
        try:
            async for chunk in body:
                held += chunk
                if at + len(held) > found.length:
                    raise TooLongError
                if len(held) >= FLUSH_BYTES or monotonic() - written_at > FLUSH_AFTER_S:
                    piece = bytes(held)
                    at = await self._run(self._append, key, start, at, piece, welcome)
                    held.clear()
                    written_at = monotonic()
        except TooLongError:
            await self._run(self._files.cut, key, start)
            raise
        except (PhotoError, asyncio.CancelledError):
            await self._run(self._end, key, at, bytes(held), found.length)
            raise
        here = await self._run(self._last, key, start, at, bytes(held), found.length, welcome)
        return Found(found.length, here, whole=here == found.length)

    def _require(self, key: PhotoKey, start: int, welcome: Welcome) -> None:
        """What somebody sent who was revoked meanwhile is not kept."""
        if not welcome():
            self._files.cut(key, start)
            raise NotWelcomeError

    def _append(self, key: PhotoKey, start: int, at: int, piece: bytes, welcome: Welcome) -> int:
        self._require(key, start, welcome)
        return self._files.append(key, at, piece)

    def _last(
        self, key: PhotoKey, start: int, at: int, rest: bytes, length: int, welcome: Welcome
    ) -> int:
        self._require(key, start, welcome)
        return self._end(key, at, rest, length)

    def _end(self, key: PhotoKey, at: int, rest: bytes, length: int) -> int:
        if at == 0 and len(rest) == length:
            self._files.take_whole(key, rest)
            self._is_whole(key, length)
            return length
        here = self._files.append(key, at, rest)
        if here == length:
            self._check(key, length)
        else:
            self._files.keep(key)
        return here

    def _check(self, key: PhotoKey, length: int) -> None:
        self._files.finish(key)
        self._is_whole(key, length)

    def _is_whole(self, key: PhotoKey, length: int) -> None:
        self.notes.whole(key, length)
        self.notes.first()
        self._ctx.meters.count("photos_total")

    async def _look(self, key: PhotoKey) -> Found | None:
        """`_find`; where nobody makes a reader wait, without the way to a thread."""
        if self._ctx.database.is_sqlite and self._files.is_near:
            return self._find(key)
        return await self._run(self._find, key)

    def _find(self, key: PhotoKey) -> Found | None:
        row = photo_rows.find(self._ctx.database, *key)
        if row is None:
            return None
        length, noted = row
        size = self._files.whole_size(key, length)
        if size is None:
            return Found(length, self._files.part_size(key))
        if not noted:
            self.notes.whole(key, size)
        return Found(size, size, whole=True)

    def _settled(self, key: PhotoKey) -> Found | None:
        """`_find`, after the check of a photo whose server died before it."""
        found = self._find(key)
        if found is None or not found.unchecked:
            return found
        try:
            self._check(key, found.length)
        except (WrongBytesError, JpegError) as error:
            log.warning("Foto %s dibuang: %s", key.sha256[:12], type(error).__name__)
        return self._find(key)

    def _mend_notes(self) -> None:
        self._files.require()
        with self._ctx.database.read() as db:
            named = photo_rows.all_named(db)
        sweeping.each("foto", named, self._mend_note)

    def _mend_note(self, named: tuple[str, str, int, object]) -> None:
        desa, sha256, length, noted_at = named
        key = PhotoKey(desa, sha256)
        size = self._files.whole_size(key, length)
        if size is not None and noted_at is None:
            self.notes.whole(key, size)
        elif size is None and noted_at is not None and self._files.is_lost(key, length):
            with self._ctx.database.write() as db:
                photo_rows.mark_lost(db, *key)

    def _picture(self, key: PhotoKey, small: bool) -> Path | None:
        found = self._find(key)
        if found is None or not found.whole:
            return None
        return self._files.small(key) if small else self._files.file(key)

    async def _run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        call = partial(work, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._pool, call)

    @contextmanager
    def _writing(self, key: PhotoKey) -> Generator[None]:
        if not self._ctx.turns.take(_turn(key)):
            raise BusyError
        try:
            yield
        finally:
            self._ctx.turns.give(_turn(key))


def _turn(key: PhotoKey) -> str:
    return f"foto/{key.desa}/{key.sha256}"
