"""The desk's list at a million reports on a PostgreSQL of its own; run when it is named.

``python -m tests.bench million``; ``REPORTS=100000`` for a smaller one. It takes some 3 GB of
/tmp, which are given back at the end.

What is not real: the reports are those of `board` (their order of receipt is the order on disk, no
row has an old version, words repeat), copied in with indexes made afterwards, as `pg_restore` does;
a report has one photo; only a kejadian has its message, since the list reads no other. Month counts
are made by the repair, day counts by the migration's own statement, search vectors by the database.
The cluster is not durable, which reading does not notice.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, Table, insert

from server.core.config import Settings
from server.core.context import open_context
from server.core.db.tables import devices, laporan
from server.laporan.rows import month_counts
from shared.clock import FixedClock
from tests.bench.board import MILLION, NOW, list_figures, phones, rows_of
from tests.doubles.cluster import cluster, why_not

NAME = "sinar_bangku"
MESSAGE = '{"kejadian": {"jenis": "Banjir"}}'
_INDEXES = (
    "SELECT indexname, indexdef FROM pg_indexes WHERE indexname NOT IN"
    " (SELECT conname FROM pg_constraint) AND tablename IN ('laporan', 'laporan_foto', 'photos')"
)
_REST = (
    "INSERT INTO laporan_days SELECT mendesak, to_char(received_at, 'YYYY-MM-DD'), count(*)"
    " FROM laporan GROUP BY 1, 2",
    "INSERT INTO laporan_versi (laporan, versi, digest, in_force, message, received_at)"
    f" SELECT id, versi, '', true, '{MESSAGE}', received_at FROM laporan WHERE kind = 'kejadian'",
    "INSERT INTO laporan_foto (laporan, versi, urutan, desa, sha256, size, keterangan, sensitif)"
    " SELECT id, versi, 0, desa, md5(id) || md5(resi), 147000, '', false FROM laporan",
    "INSERT INTO photos (desa, sha256, size, whole_at)"
    " SELECT desa, md5(id) || md5(resi), 147000, received_at FROM laporan",
)
_SIZE = "SELECT pg_database_size(current_database())"
_GIB = 1024**3


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that is printed."""
    lacks = why_not()
    if lacks:
        return [("not measured", lacks)]
    count = int(os.environ.get("REPORTS", MILLION))
    with tempfile.TemporaryDirectory() as folder, cluster() as running:
        settings = Settings(Path(folder), database=running.make(NAME))
        with open_context(settings, FixedClock(NOW)) as ctx:
            with ctx.database.write() as db:
                fill(db, count)
            with ctx.database.looking() as db:
                db.exec_driver_sql("VACUUM ANALYZE")
                size = db.exec_driver_sql(_SIZE).scalar_one()
            return [*list_figures(ctx, count), ("the database", f"{size / _GIB:.1f} GiB")]


def fill(db: Connection, count: int) -> None:
    """So many reports of a year, and what the database keeps of them."""
    db.execute(insert(devices), phones())
    with _without_indexes(db):
        _copy(db, laporan, rows_of(Random(7), count))
        for statement in _REST:
            db.exec_driver_sql(statement)
    month_counts.rebuild(db)


@contextmanager
def _without_indexes(db: Connection) -> Iterator[None]:
    """They are made anew at the end, and the days are not counted report by report."""
    found = db.exec_driver_sql(_INDEXES).all()
    for name, _ in found:
        db.exec_driver_sql(f"DROP INDEX {name}")
    db.exec_driver_sql("ALTER TABLE laporan DISABLE TRIGGER laporan_days_counted")
    yield
    db.exec_driver_sql("ALTER TABLE laporan ENABLE TRIGGER laporan_days_counted")
    for _, how in found:
        db.exec_driver_sql(how)


def _copy(db: Connection, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    """By COPY, each value as its column would write it."""
    first = next(rows)
    types = [table.c[name].type.dialect_impl(db.dialect) for name in first]
    writers = [kind.bind_processor(db.dialect) for kind in types]
    driver: Any = db.connection.driver_connection
    statement = f"COPY {table.name} ({', '.join(first)}) FROM STDIN"
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in chain((first,), rows):
            values = zip(writers, row.values(), strict=True)
            copy.write_row([write(value) if write else value for write, value in values])
