"""A kecamatan with a few reports, photos, members and coachings to take along."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio
import python_calamine

from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.jobs import State
from server.core.sessions import Account
from server.data import data_out
from server.data.data_out import Which
from shared.clock import FixedClock
from shared.laporan import Laporan, Lokasi
from shared.roles import Role
from tests.cast import HAMARUNG, KASI_TRANTIB, flood, nihil, patrol
from tests.server.desk.window import arrive, picture, with_photos
from tests.server.kit import NOW, at_hamarung, member
from tests.server.kit import office as running_office

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
PLAIN, CLOSED, LATE = picture(1), picture(2), picture(3)
PLACE = Lokasi(-2.189226, 115.611233, 12, "gps")


@dataclass
class Stock:
    """The kecamatan, and the reports in the order in which they came."""

    ctx: Context
    reports: tuple[Laporan, ...]


@contextmanager
def stocked(folder: Path) -> Iterator[Stock]:
    """Lalayau: a patrol with three photos, a flood, a nihil of October; Hamarung: a patrol."""
    reports = anyio.run(_fill, folder)
    with open_context(Settings(data=folder), FixedClock(NOW)) as ctx:
        yield Stock(ctx, reports)


async def _fill(folder: Path) -> tuple[Laporan, ...]:
    shown = with_photos(patrol(lokasi=PLACE), PLAIN, CLOSED, LATE, sensitif=1)
    other = with_photos(at_hamarung(patrol()), PLAIN)
    reports = (shown, flood(uraian="=SUM(A1) banjir"), nihil(periode="2026-10"), other)
    async with running_office(folder) as juai:
        ida, rudi = await juai.phone(), await juai.phone(HAMARUNG)
        for one in reports:
            await (rudi if one is other else ida).send(one)
        for data in (PLAIN, CLOSED):
            arrive(juai.ctx, shown, data)
        arrive(juai.ctx, other, PLAIN)
        await ida.tell("anggota", member(hp="+62 811 contoh", nama="Amat (contoh)"))
    return reports


def made(ctx: Context, what: str, form: str, which: Which | None = None) -> tuple[str, bytes]:
    """The name and the bytes of a file, once it is done."""
    ident = data_out.start(ctx, KASI, what, form, which or Which())
    for _ in range(3000):
        seen = ctx.jobs.look(KASI.username, ident)
        assert seen is not None and seen.state not in (State.FAILED, State.STOPPED)
        result = ctx.jobs.result(KASI.username, ident)
        if result is not None:
            return result.name, result.path.read_bytes()
        time.sleep(0.01)
    raise AssertionError("it never ended")


def table(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV by their headings."""
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    """The rows of each sheet of an XLSX."""
    book = python_calamine.load_workbook(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
