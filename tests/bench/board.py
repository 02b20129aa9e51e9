"""The month board and the list, with one year of 21 villages, a hundred times that, a million.

The reports are written as the server's tables hold them, without their messages, which neither
the board nor a page of the list reads.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert

from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.db.tables import devices, laporan
from server.core.sessions import Account
from server.laporan.board import board
from server.laporan.read_laporan import PER_PAGE
from server.laporan.read_staff import ListFilter, list_page
from server.laporan.rows import month_counts
from shared.clock import WITA, FixedClock
from shared.jenis import KODE as JENIS
from shared.roles import Role
from tests.bench._timing import in_turns, median, ms
from tests.cast import JUAI, KASI_TRANTIB

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
NOW = datetime(2026, 12, 7, 9, 0, tzinfo=WITA)
YEAR = 3_000
"""Twelve reports a month of each of 21 villages."""
ROUNDS = 40
MILLION = 1_000_000
AT_ONCE = 10_000
DESKS = 20
WORDS = tuple(f"kata{number:03}" for number in range(300))
"""What reports tell beside what all of them tell: each in one of a hundred."""


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that `make bench` prints."""
    with tempfile.TemporaryDirectory() as folder:
        rows = _boards(Path(folder))
        rows += _list(Path(folder) / "million")
        rows += _memory(Path(folder) / "year")
    return rows


def _boards(folder: Path) -> list[tuple[str, str]]:
    with filled(folder / "year", YEAR) as year, filled(folder / "century", 100 * YEAR) as many:
        one, hundred = in_turns(
            ROUNDS, lambda: board(year, KASI, "2026-11"), lambda: board(many, KASI, "2026-11")
        )
    return [
        (f"board, one year of 21 villages ({YEAR} reports)", ms(one)),
        (f"board, a hundred times that ({100 * YEAR} reports)", ms(hundred)),
        ("ratio (goal: at most 1.5)", f"{hundred / one:.2f}"),
    ]


def _list(folder: Path) -> list[tuple[str, str]]:
    with filled(folder, MILLION) as ctx:
        return list_figures(ctx, MILLION)


def list_figures(ctx: Context, count: int) -> list[tuple[str, str]]:
    """What a page of the list costs, asked as the desk asks."""
    village, jenis = JUAI.desa[12].kode, "PATROLI"
    asked: tuple[tuple[str, ListFilter, int], ...] = (
        ("page 1", ListFilter(), 1),
        ("page 1000", ListFilter(), 1000),
        ("the middle page", ListFilter(), count // PER_PAGE // 2),
        ("the last page", ListFilter(), count // PER_PAGE),
        ("those waiting, page 1", ListFilter(status="diterima"), 1),
        ("one village, page 1", ListFilter(desa=village), 1),
        ("one village's month, page 1", ListFilter(desa=village, bulan="2026-03"), 1),
        ("one jenis, page 1", ListFilter(jenis=jenis), 1),
        ("words that occur nowhere", ListFilter(words="tidakada"), 1),
        ("words of a few reports", ListFilter(words="jua-4321"), 1),
        ("a word of one report in a hundred", ListFilter(words="kata123"), 1),
        ("a word of all reports", ListFilter(words="ronda"), 1),
        ("the beginning of one", ListFilter(words="ron"), 1),
    )
    return [
        (f"list at {count:,} reports, {what}", ms(median(_page(ctx, which, number))))
        for what, which, number in asked
    ]


def _page(ctx: Context, which: ListFilter, number: int) -> Callable[[], object]:
    return lambda: list_page(ctx, KASI, which, number)


def _memory(folder: Path) -> list[tuple[str, str]]:
    """In a process of its own: what other parts have used up is not a desk's."""
    done = subprocess.run(
        [sys.executable, "-c", f"from tests.bench import board; board.desks({str(folder)!r})"],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [(f"server memory per open board ({DESKS} desks; goal: at most 1 MB)",
             f"{float(done.stdout):.2f} MB")]  # fmt: skip


def desks(folder: str) -> None:
    """Print what one more open board costs the process."""
    with open_context(Settings(Path(folder)), FixedClock(NOW)) as ctx:
        print(asyncio.run(_open_desks(ctx)))


async def _open_desks(ctx: Context) -> float:
    """Sessions as the server holds them, without the browser at the other end."""
    from contextlib import AsyncExitStack

    from tests.server.desk.window import DESK, Window, window

    async with AsyncExitStack() as open_ones:
        opened: list[Window] = []

        async def one_more() -> None:
            desk = await open_ones.enter_async_context(
                window(ctx, "/papan?bulan=2026-11", account=KASI, size=DESK)
            )
            desk.connection.sent.clear()  # the double keeps what a browser would have taken
            opened.append(desk)

        for _ in range(3):  # code and caches are not a desk's
            await one_more()
        before = _resident_mb()
        for _ in range(DESKS):
            await one_more()
        return (_resident_mb() - before) / DESKS


def _resident_mb() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1000


def filled(folder: Path, count: int, years: int = 1) -> Any:
    """An open context over a folder with so many reports, of the last twelve months or more."""
    with open_context(Settings(folder), FixedClock(NOW)) as ctx, ctx.database.write() as db:
        db.execute(insert(devices), phones())
        dice, rows = Random(7), []
        for row in rows_of(dice, count, years):
            rows.append(row)
            if len(rows) == AT_ONCE:
                db.execute(insert(laporan), rows)
                rows.clear()
        if rows:
            db.execute(insert(laporan), rows)
        month_counts.rebuild(db)
    return open_context(Settings(folder), FixedClock(NOW))


def phones() -> list[dict[str, Any]]:
    """One of each village."""
    return [_phone(desa.kode) for desa in JUAI.desa]


def _phone(desa: str) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()), "token_hash": uuid.uuid4().hex, "desa": desa,
        "nama": "Bangku (contoh)", "jabatan": "Kasi", "device_name": "HP", "app_version": "1.0.0",
        "activated_at": NOW - timedelta(days=400), "last_contact": NOW, "cursor": 0,
    }  # fmt: skip


def rows_of(dice: Random, count: int, years: int = 1) -> Iterator[dict[str, Any]]:
    """Spread evenly over the years; the newest hundred wait to be looked at."""
    kinds, codes = ("kegiatan",) * 24 + ("kejadian",), list(JENIS)
    for number in range(count):
        at = NOW - timedelta(days=365 * years * (count - number) / count)
        kind = dice.choice(kinds)
        status = "diterima" if count - number <= 100 else "diverifikasi"
        yield {
            "id": str(uuid.UUID(int=dice.getrandbits(128))), "desa": dice.choice(JUAI.desa).kode,
            "kind": kind, "versi": 1, "status": status, "status_at": at, "status_by": "Kasi",
            "resi": f"JUAI-{number}", "jenis": dice.choice(codes), "mulai": at - timedelta(hours=4),
            "bulan": f"{(at - timedelta(hours=4)):%Y-%m}", "tempat": "Poskamling RT 02",
            "uraian": "Ronda keliling RT 01 sampai RT 04, keadaan aman.", "pelapor": "Ida (contoh)",
            "jabatan": "Kasi", "jumlah_foto": 2, "jumlah_personel": 3, "lintang": -2.2,
            "bujur": 115.6, "received_at": at, "changed_at": at,
            "words": f"jua-{number} ronda keliling poskamling rt 02 ida (contoh) "
            + " ".join(dice.choices(WORDS, k=3)),
            "mendesak": int(kind == "kejadian" and status == "diterima"),
        }  # fmt: skip


if __name__ == "__main__":
    for what, figure in figures():
        print(f"{what:70} {figure}")
