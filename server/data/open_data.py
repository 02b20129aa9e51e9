"""What other systems read with a key: pages after a cursor, of what the key's scopes open.

OpenDataError
├── ScopeError   the key does not open this
└── CursorError  the cursor is none of ours: begin without one
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from server.core import periods
from server.core.context import Context
from server.core.sessions import Account
from server.data.api_tokens import Token
from server.data.datasets import anggota, laporan, pembinaan
from server.data.datasets.fields import Dataset, Field, Json
from server.data.rows import export_rows
from server.rekap import rekap
from server.rekap.papers.rekap_facts import VillageRow
from shared.clock import WITA, parse_time
from shared.roles import Role
from shared.wilayah import Wilayah

MOST = 200
REKAP = "rekap"

Record = dict[str, Json]
T = TypeVar("T")


class OpenDataError(Exception):
    """Nothing is given."""


class ScopeError(OpenDataError):
    """The key does not open ``scope``."""

    def __init__(self, scope: str) -> None:
        super().__init__(scope)
        self.scope = scope


class CursorError(OpenDataError):
    """Begin without a cursor."""


@dataclass(frozen=True)
class Ask:
    """What is wanted; None means all. Months count for reports, ``since`` is the last change."""

    limit: int = 100
    cursor: str | None = None
    desa: str | None = None
    status: str | None = None
    macam: str | None = None
    dari: str | None = None
    sampai: str | None = None
    since: datetime | None = None


@dataclass(frozen=True)
class Answer:
    """A page; ``cursor`` is where it ends, also of the last one: what comes later is after it."""

    items: tuple[Record, ...]
    cursor: str | None = None
    more: bool = False


def reports(ctx: Context, token: Token, ask: Ask) -> Answer:
    """Reports in the order of receipt; whoever keeps the last cursor gets the new ones later."""
    fields = _opened(token, laporan.DATASET)
    where = export_rows.laporan_where(
        dari=ask.dari, sampai=ask.sampai, desa=ask.desa, kind=ask.macam, status=ask.status,
        changed_since=ask.since,
    )  # fmt: skip
    with ctx.database.read() as db:
        rows = export_rows.laporan_after(db, where, _after(ask, parse_time), ask.limit + 1)
    return _page(
        rows, ask, "received_at",
        lambda some: [
            laporan.DATASET.record(laporan.item(ctx.wilayah, row), fields) for row in some
        ],
    )  # fmt: skip


def members(ctx: Context, token: Token, ask: Ask) -> Answer:
    """Members by village; never a NIK."""
    fields = _opened(token, anggota.DATASET)
    today = ctx.clock.now().astimezone(WITA).date()
    with ctx.database.read() as db:
        rows = export_rows.anggota_after(db, ask.desa, ask.status, _after(ask, str), ask.limit + 1)
    return _page(
        rows, ask, "desa",
        lambda some: [
            anggota.DATASET.record(anggota.item(ctx.wilayah, row, today), fields) for row in some
        ],
    )  # fmt: skip


def coachings(ctx: Context, token: Token, ask: Ask) -> Answer:
    """Coachings in the order in which they were written down."""
    fields = _opened(token, pembinaan.DATASET)
    where = export_rows.pembinaan_where(desa=ask.desa, status=ask.status)
    with ctx.database.read() as db:
        rows = export_rows.pembinaan_after(db, where, _after(ask, parse_time), ask.limit + 1)
        found = {item.row["id"]: item for item in pembinaan.with_counts(ctx.wilayah, db, rows)}
    return _page(
        rows, ask, "created_at",
        lambda some: [pembinaan.DATASET.record(found[row["id"]], fields) for row in some],
    )  # fmt: skip


def recap(ctx: Context, token: Token, periode: str, desa: str | None) -> Answer:
    """Table A of the recap as of now, a record for each village; ValueError: no such period."""
    if REKAP not in token.scopes:
        raise ScopeError(REKAP)
    if not periods.is_period(periode):
        raise ValueError(periode)
    reader = Account(token.nama, Role.PEMBACA, token.nama)
    found = rekap.read(ctx, reader, rekap.Which(periode, desa)).rekap
    return Answer(tuple(_village(ctx.wilayah, periode, row) for row in found.villages))


def _village(wilayah: Wilayah, periode: str, row: VillageRow) -> Record:
    return {
        "periode": periode, "desa_kode": row.desa, "desa": wilayah.nama_desa(row.desa),
        "anggota": row.anggota, "kegiatan": row.kegiatan, "kejadian": row.kejadian,
        "personel_kali": row.orang, "bulan_tepat_waktu": row.in_time, "bulan_dinilai": row.due,
        "bulan_nihil": len(row.nihil), "bulan_belum_melapor": len(row.silent),
    }  # fmt: skip


def _opened(token: Token, data: Dataset[T]) -> Sequence[Field[T]]:
    if data.name not in token.scopes:
        raise ScopeError(data.name)
    return data.for_scopes(token.scopes)


def _page(
    rows: list[dict[str, Any]],
    ask: Ask,
    order: str,
    records: Callable[[list[dict[str, Any]]], list[Record]],
) -> Answer:
    some = rows[: ask.limit]
    cursor = _write_cursor(some[-1][order], some[-1]["id"]) if some else ask.cursor
    return Answer(tuple(records(some)), cursor, len(rows) > ask.limit)


def _write_cursor(place: datetime | str, ident: str) -> str:
    """A page's end as a word for addresses; to the microsecond, or its last row came again."""
    told = place.isoformat(timespec="microseconds") if isinstance(place, datetime) else place
    return base64.urlsafe_b64encode(json.dumps([told, ident]).encode()).decode().rstrip("=")


def _after(ask: Ask, place: Callable[[str], Any]) -> export_rows.After | None:
    if ask.cursor is None:
        return None
    try:
        padded = ask.cursor + "=" * (-len(ask.cursor) % 4)
        told, ident = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
        return place(str(told)), str(ident)
    except (ValueError, TypeError, binascii.Error, OverflowError) as error:
        raise CursorError from error
