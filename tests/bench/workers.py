"""Reports a second with 1, 2 and 4 processes, and what one costs; SQLite beside PostgreSQL.

``python -m tests.bench workers``, run when it is named. As wanted: ``WORKERS=1,2``, ``CLIENTS=8``,
``REPORTS=200`` (of all phones together), ``ROUNDS=3``, whose order turns round each time.

Each run is a fresh data folder and database, on disk as in an office, with some 30 seconds of
reports with three photos (1 GB in /tmp, which goes with it). Server, database and phones share two
cores; what the phones use of them is told, too. The database's share is its own processes' where
it is PostgreSQL, and part of the server's where it is SQLite.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench import _load, intake
from tests.bench._serving import CALM_S, codes_of, serving
from tests.cast import JUAI
from tests.doubles.cluster import cluster, why_not

CORES = 2
SQLITE, POSTGRES = "SQLite", "PostgreSQL"
WHAT = "reports a second / CPU a report: server, database, phones"


class Way(NamedTuple):
    """What is measured."""

    database: str
    workers: int


class Figure(NamedTuple):
    """Of one run; milliseconds of a core for each report."""

    a_second: float
    server: float
    database: float
    phones: float


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that is printed."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    kinds = (SQLITE,) if why_not() else (SQLITE, POSTGRES)
    counts = [int(one) for one in os.environ.get("WORKERS", "1,2,4").split(",")]
    ways = [Way(kind, workers) for workers in counts for kind in kinds]
    found: dict[Way, list[Figure]] = {way: [] for way in ways}
    for turn in range(_asked("ROUNDS", 1)):
        for way in ways[:: -1 if turn % 2 else 1]:
            found[way].append(_measured(way))
    rows = [(f"{way.database}, processes: {way.workers}", _told(found[way])) for way in ways]
    return [(f"on {len(os.sched_getaffinity(0))} cores", WHAT), *rows]


def _told(found: list[Figure]) -> str:
    rate, server, database, phones = map(median, zip(*found, strict=True))
    return f"{rate:.1f} / {server:.1f}, {database:.1f}, {phones:.1f} ms"


def _measured(way: Way) -> Figure:
    clients = _asked("CLIENTS", 32)
    with tempfile.TemporaryDirectory(prefix="sinar-bangku-") as folder, _kept(way) as kept:
        data, (words, database_s) = Path(folder) / "data", kept
        codes = codes_of(data, (list(JUAI.by_kode) * 3)[:clients], words)
        with serving(data, words, workers=way.workers) as server:
            return _sent(server.port, codes, lambda: (server.cpu_s(), database_s()))


def _sent(
    port: int, codes: list[tuple[str, str]], used: Callable[[], tuple[float, float]]
) -> Figure:
    each, seen = max(1, _asked("REPORTS", 2400) // len(codes)), intake.picture()
    jobs = [_load.Job(port, desa, code, seen, each) for desa, code in codes]
    before: list[tuple[float, float]] = []
    seconds, told = _load.sent_by(jobs, lambda: before.append(used()))
    time.sleep(CALM_S)
    after, count = used(), each * len(jobs)
    server, database = (b - a for a, b in zip(before[0], after, strict=True))
    phones = sum(one.cpu_s for one in told)
    return Figure(count / seconds, *(1000 * one / count for one in (server, database, phones)))


@contextmanager
def _kept(way: Way) -> Iterator[tuple[list[str], Callable[[], float]]]:
    """How the server is told of its database, and the seconds that the database's own take."""
    if way.database == SQLITE:
        yield [], float
        return
    with cluster(durable=True) as running:
        yield ["--database", running.make("sinar_bangku")], running.cpu_s


def _asked(name: str, otherwise: int) -> int:
    return int(os.environ.get(name, otherwise))
