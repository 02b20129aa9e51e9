"""Two sides that disagree: on what day it is, and on what has been received."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta

from tests.faults.harness import Doubled, Job, Row, need
from tests.faults.soak import JUMP, Quarter, quarter

NIGHTS = 3
CLOCK_LIMIT_S = 300


@contextlib.asynccontextmanager
async def two_phones(job: Job, name: str) -> AsyncIterator[Quarter]:
    """A kecamatan and two phones of one village, in good weather."""
    async with quarter(job.folder / name, job.seed + job.row.cases, job.row) as world:
        await world.hand_out(2)
        yield world


async def clocks(job: Job) -> None:
    """Every pair of wrong clocks; each side jumps before writing, before sending, or after."""
    jumps = (-JUMP, timedelta(), JUMP)
    pairs = [(phone, server) for phone in jumps for server in jumps if phone or server]
    for number in range(job.count):
        of_phone, of_server = pairs[number % len(pairs)]
        with job.row.case(f"phone {of_phone.days:+} days, server {of_server.days:+} days"):
            async with two_phones(job, str(number)) as world:
                await _with_wrong_clocks(world, of_phone, of_server)


async def _with_wrong_clocks(world: Quarter, of_phone: timedelta, of_server: timedelta) -> None:
    for phone in world.phones:
        await phone.write()
        phone.skew = of_phone
        phone.at(world.now)
        await phone.write()
        world.server.clock.at = world.now + of_server
        await phone.real.engine.visit()
        offset = phone.real.state.sync_state().clock_offset_s
        wrong = (of_phone - of_server).total_seconds()
        need(offset is not None and abs(offset - wrong) < CLOCK_LIMIT_S, f"measured {offset}")
        phone.skew = timedelta()
        phone.at(world.now)
        await phone.write()
    await _end_well(world)


async def yesterday(job: Job) -> None:
    """Reports before the copy, after it, and mended after it; then the copy is put back."""
    for number in range(job.count):
        with job.row.case(f"copy number {number}"):
            async with two_phones(job, str(number)) as world:
                await _put_back(world)


async def _put_back(world: Quarter) -> None:
    copy = world.folder / "cadangan.tar"
    for _ in range(NIGHTS):
        await world.day_of_writing()
    world.back_up(copy)
    for _ in range(NIGHTS):
        await world.day_of_writing()
    await world.put_back(copy)
    for phone in world.phones:
        await phone.write()
    await _end_well(world)


async def _end_well(world: Quarter) -> None:
    """What does not hold is raised here, for the case that is going on."""
    row = Row("", 0)
    world.row = row
    await world.settle()
    if row.doubled:
        raise Doubled("; ".join(row.notes))
    need(row.recovered == row.cases, "; ".join(row.notes))
