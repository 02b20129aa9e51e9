"""What the month board asks: kept figures, phones, codes, and a few reports to put on its map."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, desc, func, select, union_all

from server.core.db.sqlite_fast import Ready
from server.core.db.tables import activation_codes, audit, devices, laporan
from server.core.db.tables_desk import desa_data, month_counts, month_figures
from server.core.rows import counting
from server.laporan.rows import month_counts as tally
from shared.clock import month_of
from shared.status import COUNTED

Row = dict[str, Any]

REMINDED = "desa_diingatkan"
"""The act in the log: a village was reminded of a month."""

_COUNTED = tuple(sorted(COUNTED))
_F, _C = month_figures.c, activation_codes.c
_FIGURES = Ready(
    select(_F.figure, func.sum(_F.jumlah).label("jumlah"))
    .where(_F.bulan == bindparam("bulan"))
    .group_by(_F.figure)
)
_OPEN_CODES = Ready(
    select(_C.desa).where(_C.used_at.is_(None), _C.expires_at > bindparam("now")).distinct()
)


def counts(db: Connection, months: Sequence[str]) -> list[Row]:
    """How many reports of each village, week and kind; withdrawn ones are out."""
    t = month_counts.c
    query = (
        select(t.bulan, t.desa, t.minggu, t.kind, func.sum(t.jumlah).label("jumlah"))
        .where(t.bulan.in_(months), t.status.in_(_COUNTED))
        .group_by(t.bulan, t.desa, t.minggu, t.kind)
    )
    return [dict(row) for row in db.execute(query).mappings() if row["jumlah"]]


def figures(db: Connection, bulan: str) -> dict[str, int]:
    """What the reports of a month hold, of all villages together."""
    return {row[0]: row[1] for row in _FIGURES.rows(db, {"bulan": bulan}) if row[1]}


def jenis_of(figure: str) -> str | None:
    """The jenis that a figure counts; None for another figure."""
    return figure.removeprefix(tally.JENIS) if figure.startswith(tally.JENIS) else None


def waiting(db: Connection) -> int:
    """How many reports of all months wait to be looked at."""
    query = select(func.sum(month_counts.c.jumlah)).where(month_counts.c.status == "diterima")
    return db.execute(query).scalar() or 0


def oldest_waiting(db: Connection) -> datetime | None:
    """When the one that waits longest came in."""
    t = laporan.c
    first = [
        select(func.min(t.received_at).label("at"))
        .where(t.status == "diterima", t.mendesak == urgent)
        .select_from(laporan)
        for urgent in (0, 1)
    ]
    both = union_all(*first).subquery()
    return db.execute(select(func.min(both.c.at))).scalar()


def nihil_received(db: Connection, bulan: str) -> dict[str, datetime]:
    """When each village's nihil of the month came in."""
    t = laporan.c
    query = (
        select(t.desa, func.max(t.received_at))
        .where(t.bulan == bulan, t.kind == "nihil", counting.counts())
        .group_by(t.desa)
    )
    return {desa: at for desa, at in db.execute(query)}  # noqa: C416 - a Row is no pair to dict()


def points(db: Connection, bulan: str, kind: str, limit: int) -> list[Row]:
    """The newest reports of a kind whose position is known."""
    t = laporan.c
    query = (
        select(t.id, t.desa, t.jenis, t.lintang, t.bujur, t.tempat)
        .where(t.bulan == bulan, t.kind == kind, counting.counts(), t.lintang.is_not(None))
        .order_by(desc(t.received_at))
        .limit(limit)
    )
    return [dict(row) for row in db.execute(query).mappings()]


def phones(db: Connection) -> list[Row]:
    """Every phone that may send."""
    t = devices.c
    query = (
        select(t.desa, t.nama, t.device_name, t.activated_at, t.last_contact, t.queued, t.free_mb)
        .where(t.revoked_at.is_(None))
        .order_by(t.desa, t.activated_at)
    )
    return [dict(row) for row in db.execute(query).mappings()]


def open_codes(db: Connection, now: datetime) -> set[str]:
    """The villages that hold a code which nobody has used yet."""
    return {row[0] for row in _OPEN_CODES.rows(db, {"now": now})}


def first_activation(db: Connection) -> datetime | None:
    """When the first phone was activated: from then on SINAR LINMAS was in use."""
    return db.execute(select(func.min(devices.c.activated_at))).scalar()


def first_month(db: Connection) -> str | None:
    """The earliest month that any report is of."""
    return db.execute(select(func.min(laporan.c.bulan)).where(counting.counts())).scalar()


def start_month(db: Connection, now: datetime) -> str:
    """From this month on villages can be late; what lies before it is nobody's fault.

    Where no phone was ever activated it is the first month that the desk has reports of.
    """
    activated = first_activation(db)
    return month_of(activated) if activated else first_month(db) or month_of(now)


def operator_numbers(db: Connection) -> dict[str, str]:
    """The WhatsApp number of each village's operator, as the village wrote it."""
    t = desa_data.c
    last = select(t.desa, func.max(t.versi).label("versi")).group_by(t.desa).subquery()
    query = select(t.desa, t.message).join(
        last, and_(last.c.desa == t.desa, last.c.versi == t.versi)
    )
    found = {desa: json.loads(message).get("operator_wa") for desa, message in db.execute(query)}
    return {desa: number for desa, number in found.items() if isinstance(number, str) and number}


def reminded(db: Connection, bulan: str, villages: Sequence[str]) -> dict[str, datetime]:
    """When each village was last reminded of this month."""
    t = audit.c
    query = (
        select(t.ref, func.max(t.at))
        .where(t.ref.in_(villages), t.action == REMINDED, t.detail == bulan)
        .group_by(t.ref)
    )
    return {desa: at for desa, at in db.execute(query)}  # noqa: C416 - a Row is no pair to dict()
