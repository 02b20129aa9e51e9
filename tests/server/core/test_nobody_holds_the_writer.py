"""No work holds the one writer for long: whoever waits to write is next after a few dozen rows.

What is bounded here are statements, which do not depend on the machine; on two busy cores the
longest of these took 0.2 s of a core.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import event

from server.anggota import roster_import
from server.core.context import Context
from server.core.db.migrate import WRITES
from server.pribadi import erasure, retention
from shared.laporan import Personel
from tests.cast import patrol
from tests.server.anggota.kit import KASI, add, row, sheet
from tests.server.kit import Office, Phone, member

pytestmark = pytest.mark.anyio

MOST = 1_500
"""Statements of one transaction."""
NAMA = "Amat Seribu Laporan (contoh)"


@dataclass
class Holds:
    """How many statements each transaction of a writer has run."""

    each: list[int] = field(default_factory=list)

    def begun(self, connection: Any) -> None:
        if connection.get_execution_options().get(WRITES):
            self.each.append(0)

    def ran(self, connection: Any, *_more: Any) -> None:
        if self.each and connection.get_execution_options().get(WRITES):
            self.each[-1] += 1


@contextmanager
def watched(ctx: Context) -> Generator[Holds]:
    holds, engine = Holds(), ctx.database.engine
    event.listen(engine, "begin", holds.begun)
    event.listen(engine, "before_cursor_execute", holds.ran)
    try:
        yield holds
    finally:
        event.remove(engine, "begin", holds.begun)
        event.remove(engine, "before_cursor_execute", holds.ran)


async def test_a_roster_of_hundreds_is_imported_in_pieces(juai: Office) -> None:
    people = [row(**{"Nama lengkap": f"Warga {n} (contoh)", "NIK": ""}) for n in range(400)]
    preview = roster_import.examine(juai.ctx, KASI, sheet(people))
    with watched(juai.ctx) as holds:
        roster_import.carry_out(juai.ctx, KASI, preview)
    assert sum(holds.each) > MOST, "too little for this test"
    assert max(holds.each) <= MOST


async def test_somebody_in_hundreds_of_reports_is_forgotten_in_pieces(
    juai: Office, ida: Phone
) -> None:
    ident = add(juai.ctx, nama=NAMA)
    crew = (Personel(NAMA, ident),)
    for _ in range(20):
        await ida.sync(*(patrol(personel=crew) for _ in range(14)))
        juai.clock.move(hours=1)
    with watched(juai.ctx) as holds:
        erasure.erase(juai.ctx, KASI, ident)
    assert len(holds.each) > 280 // 50
    assert max(holds.each) <= MOST


async def test_a_phones_roster_and_its_reports_are_taken_one_by_one(
    juai: Office, ida: Phone
) -> None:
    with watched(juai.ctx) as holds:
        await ida.sync(*(patrol() for _ in range(20)), anggota=[member() for _ in range(100)])
    assert len(holds.each) >= 120
    assert max(holds.each) <= 100


async def test_those_who_left_are_forgotten_one_by_one(
    juai: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [add(juai.ctx, nama=f"Mantan {n} (contoh)") for n in range(60)]
    monkeypatch.setattr(retention, "_left_before", lambda _db, _before: left)
    with watched(juai.ctx) as holds:
        retention._members(juai.ctx, juai.clock.now(), "masa simpan")
    assert sum(holds.each) > 600, "too little for this test"
    assert max(holds.each) <= 100
