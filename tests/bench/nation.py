"""What a kecamatan, a kabupaten and a nation would take: a month is sent, the rest is reckoned.

A month of 21 villages goes to `sinar serve` over PostgreSQL on this machine, in compressed time;
what it cost is the system's count for the server's process and for the database's. Everything that
is not measured is a constant below, with its reason. ``server/deploy/scale.md`` explains the table.
"""

from __future__ import annotations

import contextlib
import math
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from shared.clock import WITA
from tests.bench import intake
from tests.bench._month import DAYS, Month, Trouble
from tests.bench._serving import Server, codes_of, serving
from tests.cast import JUAI
from tests.doubles.cluster import Cluster, cluster, why_not

SECONDS = 45
"""The month lasts so long here; the server's own work by the clock (sweeps, notes) is then small
beside the reports, as it is where many villages share it."""
REPORTS = 600
"""Enough that opening connections and warming caches is lost among them."""
MONTH_END = datetime(2026, 11, 30, 23, 59, tzinfo=WITA)

RESENT = 0.05
"""Answers that a weak link loses: the phone sends the same report again."""
CUT = 0.10
"""Photos that a weak link cuts off half-way; they go on where they ended."""

LIVELY = 2.0
"""A village that is coached sends so many times what the sample's do: the product's own aim."""
BUSY_DAY = 2.5
"""A Saturday in a month of holidays, or a night of flood, against the mean day."""
HOURS_OF_SILENCE = 3
"""After an outage of the network this many busy hours come in one."""
AT_MOST = 0.5
"""A core is planned half full in the busiest hour: the desk, exports and backups need theirs."""
INDEX_GROWTH = 1.5
"""Free room, old versions of rows and indexes that are not packed, after a year of use."""
PHOTO_YEARS = 5
"""How long photos are kept, where the office decides as the guide proposes."""
ONE_DATABASE_GB = 500
"""Beyond this a dump and a restore take a night; the tables are split by month then, or better the
installation is."""
CALM_YEARS = 10
"""A database that needs so long to become too large is left alone."""
VILLAGES_A_KABUPATEN = 163
"""83,762 villages in 514 kabupaten and kota."""
SCALES = {
    "kecamatan": 21,
    "kabupaten Balangan": 8 * 21,
    "all villages of Indonesia": 83_762,
    "7,288 kecamatan of 21": 7_288 * 21,
}
"""Balangan has eight kecamatan; the last is what it were if all were as large as Juai."""


class Cost(NamedTuple):
    """What one report costs, with its photos; bytes, and seconds of a core."""

    server_s: float
    database_s: float
    wal: float
    rows: float
    photos: float
    photo_bytes: float
    up: float


class Scale(NamedTuple):
    """What so many villages would take."""

    villages: int
    a_day: float
    peak_hour: float
    server_cores: float
    database_cores: float
    up_a_day: float
    up_peak_mbit: float
    database_a_year: float
    wal_a_day: float
    photos_a_year: float


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that `make bench` prints."""
    lacks = why_not()
    if lacks:
        return [("not measured", lacks)]
    month = Month.until(MONTH_END, int(os.environ.get("REPORTS", REPORTS)))
    cost = _measured(month, float(os.environ.get("SECONDS", SECONDS)))
    a_day = LIVELY * _mean_a_day()
    rows = _cost_rows(month, cost, a_day)
    for name, villages in SCALES.items():
        rows += _scale_rows(name, _scaled(villages, a_day, month.busiest_hour(), cost))
    return rows


def _mean_a_day() -> float:
    """Reports of a village a day, in the sample."""
    return len(Month.until(MONTH_END, 1).reports) / len(JUAI.desa) / DAYS


def _scaled(villages: int, a_day: float, busiest: float, cost: Cost) -> Scale:
    reports = villages * a_day
    peak = reports * BUSY_DAY * busiest * HOURS_OF_SILENCE
    return Scale(
        villages, reports, peak,
        server_cores=peak * cost.server_s / 3600 / AT_MOST,
        database_cores=peak * cost.database_s / 3600 / AT_MOST,
        up_a_day=reports * cost.up,
        up_peak_mbit=peak * cost.up * 8 / 3600 / 1e6,
        database_a_year=reports * 365 * cost.rows * INDEX_GROWTH,
        wal_a_day=reports * cost.wal,
        photos_a_year=reports * 365 * cost.photo_bytes,
    )  # fmt: skip


def _cost_rows(month: Month, cost: Cost, a_day: float) -> list[tuple[str, str]]:
    told = f"{month.resent} sent twice, {month.cut} of {month.photos} photos cut off"
    return [
        (f"sent: {len(month.reports)} reports of 21 villages, a month of 30 days", told),
        ("refused or lost", str(len(month.failed))),
        ("a report: core of the server / of the database",
         f"{cost.server_s * 1000:.1f} / {cost.database_s * 1000:.1f} ms"),
        ("a report: log of the database (WAL) / table and index bytes",
         f"{cost.wal / 1000:.1f} / {cost.rows / 1000:.1f} kB"),
        ("a report: photos / their bytes / all bytes sent",
         f"{cost.photos:.2f} / {cost.photo_bytes / 1000:.0f} / {cost.up / 1000:.0f} kB"),
        ("reports a second that one core of the server / of the database takes",
         f"{1 / cost.server_s:.0f} / {1 / cost.database_s:.0f}"),
        ("assumed: reports of a village a day / busiest hour's share of them",
         f"{a_day:.2f} / {month.busiest_hour():.2f}"),
    ]  # fmt: skip


def _scale_rows(name: str, one: Scale) -> list[tuple[str, str]]:
    return [
        (f"{name}: {one.villages:,} villages", ""),
        ("  reports a day / in the busiest hour", f"{one.a_day:,.0f} / {one.peak_hour:,.0f}"),
        ("  sent a day / in the busiest hour",
         f"{_size(one.up_a_day)} / {one.up_peak_mbit:,.2f} Mbit/s"),
        ("  processes of the server / cores of databases",
         f"{math.ceil(one.server_cores):,} / {one.database_cores:,.2f}"),
        ("  database a year / its log a day",
         f"{_size(one.database_a_year)} / {_size(one.wal_a_day)}"),
        (f"  photos a year / kept for {PHOTO_YEARS} years",
         f"{_size(one.photos_a_year)} / {_size(one.photos_a_year * PHOTO_YEARS)}"),
        ("  as one installation", _as_one(one)),
        *_as_many(one),
    ]  # fmt: skip


def _as_one(one: Scale) -> str:
    years = ONE_DATABASE_GB * 1e9 / one.database_a_year
    room = "no partitions" if years >= CALM_YEARS else f"{years:.1f} years, then by month"
    return f"{room}; {_machine(one.server_cores + one.database_cores)}"


def _as_many(one: Scale) -> list[tuple[str, str]]:
    """Where it is more than a kabupaten: what each of them would be."""
    shards = round(one.villages / VILLAGES_A_KABUPATEN)
    if shards < 2:
        return []
    each = Scale(VILLAGES_A_KABUPATEN, *(part / shards for part in one[1:]))
    return [(f"  as {shards:,} kabupaten, each", f"{_as_one(each)}; {_size(each.photos_a_year)} "
             "of photos a year")]  # fmt: skip


def _machine(cores: float) -> str:
    """Small: 2 cores, 4 GB. Medium: 8 cores, 16 GB, a disk of its own for the database."""
    if cores <= 2:
        return "one small machine"
    many = math.ceil(cores / 8)
    return "one medium machine" if many == 1 else f"{many} medium machines"


def _size(count: float) -> str:
    for unit in ("kB", "MB", "GB", "TB"):
        count /= 1000
        if count < 1000 or unit == "TB":
            return f"{count:,.1f} {unit}"
    raise AssertionError


# --- What is measured -------------------------------------------------------------------------


@dataclass
class House:
    """The server and its database, and what the system says of both."""

    cluster: Cluster
    server: Server
    data: Path

    def counts(self) -> tuple[float, float, int, int]:
        """Seconds of the server's and the database's processes, bytes of log, of tables."""
        import psycopg

        with psycopg.connect(self.cluster.url(NAME), autocommit=True) as db:
            db.execute("CHECKPOINT")
            row = db.execute(
                "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn,"
                " (SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c"
                "  JOIN pg_namespace n ON n.oid = c.relnamespace"
                "  WHERE n.nspname = 'public' AND c.relkind = 'r')"
            ).fetchone()
        assert row is not None
        return self.server.cpu_s(), self.cluster.cpu_s(), int(row[0]), int(row[1])

    def photo_bytes(self) -> int:
        return sum(path.stat().st_size for path in (self.data / "foto").glob("*/*.jpg"))


NAME = "sinar_bangku"


def _measured(month: Month, seconds: float) -> Cost:
    with _house() as (house, codes):
        warm = house.counts()
        month.send(house.server.port, codes, intake.picture(), Trouble(RESENT, CUT), seconds)
        spent = [after - before for after, before in zip(house.counts(), warm, strict=True)]
        kept = house.photo_bytes()
    assert not month.failed, month.failed[0]
    number = len(month.reports)
    server_s, database_s, wal, rows = (one / number for one in spent)
    return Cost(
        server_s, database_s, wal, rows, month.photos / number, kept / number,
        month.bytes_up / number,
    )  # fmt: skip


@contextlib.contextmanager
def _house() -> Iterator[tuple[House, dict[str, str]]]:
    """Durable, unlike the tests' cluster: the log costs what it costs."""
    with tempfile.TemporaryDirectory(prefix="sinar-bangku-") as folder, cluster(durable=True) as c:
        data, url = Path(folder) / "data", c.make(NAME)
        codes = codes_of(data, list(JUAI.codes), ["--database", url])
        with serving(data, ["--database", url]) as server:
            yield House(c, server, data), dict(codes)
