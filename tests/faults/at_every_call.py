"""The phone dies, loses power or runs full at every file-system call of a save, a photo, a receipt.

The use-cases, the stores and the sync engine are the real ones; the disk is `MemoryDisk`, real
files watched by `Power`, or the log of the app in a browser. All forget at a power cut what was
never synced, and take back renames that were not durable.
"""

from __future__ import annotations

import contextlib
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

from mobile.domain.record import Record
from mobile.ports import StoreError
from mobile.usecases.edit import Editing, open_draft
from mobile.usecases.photo import add_photo
from shared.codec import encode
from tests import cast
from tests.doubles.disk import Killed
from tests.faults.at_once import use_no_threads
from tests.faults.failing_phone import IDENT, FileWorld, LogWorld, World
from tests.faults.harness import Doubled, Job, every_fault, need

WORDS = ("Ronda", "Ronda malam", "Ronda malam, aman.")
PICTURES = (b"the first picture" * 200, b"the second picture" * 200)


Step = Callable[[World], Awaitable[None]]


async def draft(world: World) -> None:
    """A report that is being written."""
    world.phone.laporan.put(cast.draft_of(cast.patrol(IDENT, uraian="")))


@contextlib.asynccontextmanager
async def form(world: World) -> AsyncIterator[Editing]:
    """Its form, open; nothing of it goes on after the block."""
    editing = await open_draft(world.phone.hand(), IDENT)
    try:
        yield editing
    finally:
        editing.finish()


async def write(world: World) -> None:
    """Three times a few words; a save that fails leaves them on the screen and is tried again."""
    async with form(world) as editing:
        for words in WORDS:
            editing.change(uraian=words)
            if not await editing.flush():
                assert editing.draft.uraian == words
                world.faults.disarm()
                assert await editing.flush()
            world.words = words


async def photograph(world: World) -> None:
    """Two photos; one that fails has changed nothing and is taken again."""
    async with form(world) as editing:
        for picture in PICTURES:
            try:
                foto = await add_photo(world.phone.hand(), editing, picture)
            except StoreError:
                world.faults.disarm()
                await editing.flush()
                foto = await add_photo(world.phone.hand(), editing, picture)
            world.photos.add(foto.sha256)


async def finished(world: World) -> None:
    """A report with a photo, ready to be sent."""
    foto = world.phone.photo(1, 3_000)
    world.photos.add(foto.sha256)
    world.words = WORDS[-1]
    world.phone.finish(cast.patrol(IDENT, uraian=WORDS[-1], foto=(foto,)))


async def receive(world: World) -> None:
    """The whole visit: the text, the receipt, the photo, the note that it has arrived."""
    try:
        if await world.phone.engine.visit() is not None and not world.faults.dead:
            world.faults.disarm()
            await world.phone.visit_until_done()
    finally:
        world.hear_receipts()


STORIES: dict[str, tuple[Step, Step]] = {
    "save": (draft, write),
    "photo": (draft, photograph),
    "receipt": (finished, receive),
}


async def calls_of(world: World, story: str) -> int:
    """How many calls of the file system it makes when nothing goes wrong."""
    await play(world, story, call=1_000_000, how="kill")
    return world.faults.calls


async def play(world: World, story: str, call: int, how: str) -> None:
    """Until the fault, or to the end."""
    begin, act = STORIES[story]
    await world.start()
    await begin(world)
    with world.watching():
        world.faults.arm(call, "kill" if how == "power" else how)
        try:
            await act(world)
        except Killed:
            assert how in ("kill", "power")


async def one_case(world: World, story: str, call: int, how: str, dice: random.Random) -> None:
    """Up to the fault, the look at what it left, and on to the end."""
    await play(world, story, call, how)
    world.fall(how, dice)
    await world.start()
    look(world)
    await go_on(world)


def look(world: World) -> Record:
    """Nothing that was confirmed is missing."""
    record = world.phone.laporan.get(IDENT)
    assert record is not None, "the report is gone"
    written = (*dict.fromkeys(("", *WORDS)),)
    found = record.current.uraian
    need(written.index(found) >= written.index(world.words), f"{found!r} after {world.words!r}")
    named = {foto.sha256 for foto in record.current.foto}
    need(world.photos <= named, "a confirmed photo is not in the report")
    for sha in named:
        need(world.phone.photos.whole(sha), f"photo {sha[:12]} is not whole")
    need(world.resi <= set(record.resi), "a receipt is gone")
    left = [one for one in world.phone.laporan.damages() if not one.recovered]
    need(not left, f"damaged: {left}")
    return record


async def go_on(world: World) -> None:
    """The phone lives on: it finishes, sends, and both sides agree."""
    record = look(world)
    sent = record.sent
    if record.draft:
        sent = world.phone.finish(replace(record.draft, uraian=WORDS[-1]))
    assert sent is not None
    await world.phone.visit_until_done()
    after = world.phone.record(sent)
    need(len(after.resi) == 1, f"receipts: {after.resi}", Doubled)
    taken = {key: value for key, value in world.server.reports[IDENT].items() if key != "resi"}
    need(taken == encode(sent), "the kecamatan has another text")
    for foto in sent.foto:
        need(world.server.photos[foto.sha256] == world.phone.photos.read(foto.sha256), "photo")


async def run(job: Job) -> None:
    """Each call of each story: killed, failed, full, and ``count`` times without power."""
    await _run(job, World)


async def run_on_log(job: Job) -> None:
    """The same for the app in a browser, at each write, cut and flush of its log."""
    await _run(job, LogWorld)


async def _run(job: Job, world: type[World]) -> None:
    use_no_threads()
    for story in STORIES:
        calls = await calls_of(world(), story)
        for call, how in every_fault(calls, ("kill", "fail", "full"), job.count):
            chance = job.seed * 1_000_003 + job.row.cases
            with job.row.case(f"{how} at call {call} of a {story}, chance {chance}"):
                await one_case(world(), story, call, how, random.Random(chance))


async def run_on_files(job: Job) -> None:
    """The same on real files: only the system's own calls tell what was synced."""
    use_no_threads()
    for story in STORIES:
        calls = await calls_of(FileWorld(job.folder / f"{story}-rehearsal"), story)
        for call, how in every_fault(calls, ("full",), job.count):
            chance = job.seed * 1_000_003 + job.row.cases
            with job.row.case(f"{how} at call {call} of a {story}, chance {chance}"):
                world = FileWorld(job.folder / f"{story}-{chance}")
                await one_case(world, story, call, how, random.Random(chance))
