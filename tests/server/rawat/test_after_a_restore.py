"""Yesterday's copy is put back: no number comes twice, and every phone hears all anew."""

from __future__ import annotations

import pytest

from server.core.db import counters, restoring
from server.core.rows import change_rows
from tests.cast import LALAYAU, patrol
from tests.server.kit import NOW, Office, Phone

pytestmark = pytest.mark.anyio


async def test_the_resi_jumps_by_a_thousand(juai: Office, ida: Phone) -> None:
    await ida.sync(patrol())
    _restore(juai)
    assert (await ida.send(patrol()))["resi"] == "JUAI-2026-11-1002"


async def test_a_month_that_began_after_the_copy_jumps_too(juai: Office, ida: Phone) -> None:
    juai.clock.at = NOW.replace(month=12, day=1)
    _restore(juai)
    assert (await ida.send(patrol()))["resi"] == "JUAI-2026-12-1001"


async def test_the_same_copy_put_back_twice_does_not_repeat_numbers(
    juai: Office, ida: Phone
) -> None:
    await ida.sync(patrol())
    copy = _numbers(juai)
    _restore(juai)
    await ida.sync(patrol())
    replaced = _numbers(juai)
    _put(juai, copy)
    _restore(juai, replaced)
    assert (await ida.send(patrol()))["resi"] == "JUAI-2026-11-2003"


async def test_a_cursor_from_the_lost_days_starts_over(juai: Office, ida: Phone) -> None:
    _announce(juai)
    _restore(juai)
    _announce(juai)
    for lost in (2, 500, 1001):
        seen = (await ida.post(cursor=lost)).json()["changes"]
        assert [change["seq"] for change in seen] == [1, 1002]
    for known in (1, 1002):
        assert (await ida.post(cursor=known)).json()["cursor"] == 1002
    assert (await ida.post(cursor=1002)).json()["changes"] == []


def _announce(juai: Office) -> None:
    with juai.ctx.database.write() as db:
        change_rows.add(db, LALAYAU, "announcement", NOW, data="{}")


def _restore(juai: Office, replaced: dict[str, int] | None = None) -> None:
    with juai.ctx.database.write() as db:
        restoring.mark_restored(db, juai.clock.now(), replaced)


def _numbers(juai: Office) -> dict[str, int]:
    with juai.ctx.database.read() as db:
        return restoring.numbers(db)


def _put(juai: Office, numbers: dict[str, int]) -> None:
    with juai.ctx.database.write() as db:
        for name, value in numbers.items():
            row = counters.counters.c.name == name
            db.execute(counters.update(counters.counters).where(row), {"value": value})
