"""A far page of the list is found by the days' counts, and is the very same page."""

from __future__ import annotations

import uuid
from collections import Counter
from datetime import UTC, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from server.core.config import Settings
from server.core.context import open_context
from server.core.db.database import Db
from server.core.db.tables import laporan
from server.laporan.rows import laporan_days, laporan_reading
from shared.clock import FixedClock
from tests.cast import HAMARUNG, LALAYAU
from tests.server.kit import NOW

PAGE = 25


@pytest.fixture(autouse=True)
def _near(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that few reports are enough."""
    monkeypatch.setattr(laporan_reading, "FAR", 10)


def test_every_page_is_the_same_as_by_counting_through(tmp_path: Path) -> None:
    dice = Random(63)
    with open_context(Settings(tmp_path), FixedClock(NOW)) as ctx, ctx.database.write() as db:
        db.execute(insert(laporan), [_row(dice, number) for number in range(700)])
        _check(db)
        _stir(db, dice)
        _check(db)


def test_counts_stay_true_through_changes(tmp_path: Path) -> None:
    dice = Random(7)
    with open_context(Settings(tmp_path), FixedClock(NOW)) as ctx, ctx.database.write() as db:
        db.execute(insert(laporan), [_row(dice, number) for number in range(60)])
        _stir(db, dice)
        kept = _days(db, "SELECT mendesak, hari, jumlah FROM laporan_days WHERE jumlah > 0")
        reports = db.execute(select(laporan.c.mendesak, laporan.c.received_at))
        days = Counter((row[0], f"{row[1].astimezone(UTC):%Y-%m-%d}") for row in reports)
        assert kept == {(*day, jumlah) for day, jumlah in days.items()}


def test_beyond_the_end_there_is_nothing(tmp_path: Path) -> None:
    dice = Random(5)
    with open_context(Settings(tmp_path), FixedClock(NOW)) as ctx, ctx.database.write() as db:
        db.execute(insert(laporan), [_row(dice, number) for number in range(30)])
        assert laporan_days.start(db, 30) is None
        assert laporan_reading.page(db, [], limit=PAGE, offset=30) == []
        assert len(laporan_reading.page(db, [], limit=PAGE, offset=29)) == 1


def _check(db: Db) -> None:
    t = laporan.c
    order = (t.mendesak.desc(), t.received_at.desc(), t.id.desc())
    whole = list(db.execute(select(t.id).order_by(*order)).scalars())
    for offset in range(0, len(whole) + PAGE, PAGE):
        lines = laporan_reading.page(db, [], limit=PAGE, offset=offset, total=len(whole))
        assert [line["id"] for line in lines] == whole[offset : offset + PAGE]


def _stir(db: Db, dice: Random) -> None:
    """Some are looked at, some are received again, some go."""
    for ident in dice.sample(list(db.execute(select(laporan.c.id)).scalars()), 40):
        one = laporan.c.id == ident
        match dice.randrange(3):
            case 0:
                db.execute(update(laporan).where(one).values(mendesak=dice.randrange(2)))
            case 1:
                at = NOW - timedelta(hours=dice.randrange(2000))
                db.execute(update(laporan).where(one).values(received_at=at))
            case _:
                db.execute(delete(laporan).where(one))


def _days(db: Db, sql: str) -> set[tuple[Any, ...]]:
    return {tuple(row) for row in db.exec_driver_sql(sql)}


def _row(dice: Random, number: int) -> dict[str, Any]:
    # On the border of two days too, and some at the very same moment.
    at = NOW - timedelta(hours=dice.randrange(2000), microseconds=dice.choice((0, 0, 1)))
    return {
        "id": str(uuid.UUID(int=dice.getrandbits(128))), "desa": dice.choice((LALAYAU, HAMARUNG)),
        "kind": "kegiatan", "versi": 1, "status": "diterima", "status_at": at, "status_by": "",
        "resi": f"JUAI-{number}", "jenis": "PATROLI", "mulai": at, "bulan": f"{at:%Y-%m}",
        "tempat": "Pos", "uraian": "Ronda.", "pelapor": "Ida (contoh)", "jabatan": "",
        "jumlah_foto": 0, "jumlah_personel": 1, "lintang": None, "bujur": None, "words": "pos",
        "received_at": at, "changed_at": at, "mendesak": int(dice.random() < 0.1),
    }  # fmt: skip
