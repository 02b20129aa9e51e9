"""Complaints about the service, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, desc, func, insert, select, update

from server.core.db.tables_voice import complaints

Row = dict[str, Any]
_C = complaints.c


def add(db: Connection, row: Row) -> None:
    """A new one."""
    db.execute(insert(complaints), row)


def find(db: Connection, ident: str) -> Row | None:
    """One of them."""
    row = db.execute(select(complaints).where(_C.id == ident)).mappings().one_or_none()
    return dict(row) if row else None


def change(db: Connection, ident: str, row: Row) -> None:
    """What came of it."""
    db.execute(update(complaints).where(_C.id == ident), row)


def page(db: Connection, status: str, limit: int, offset: int) -> list[Row]:
    """The newest first; all when ``status`` is empty."""
    query = select(complaints).order_by(desc(_C.at), _C.id).limit(limit).offset(offset)
    if status:
        query = query.where(_C.status == status)
    return [dict(row) for row in db.execute(query).mappings()]


def counts(
    db: Connection, since: datetime | None = None, until: datetime | None = None
) -> dict[str, int]:
    """How many stand at each status, of all or of those told from ``since`` up to ``until``."""
    query = select(_C.status, func.count()).group_by(_C.status)
    if since is not None:
        query = query.where(_C.at >= since)
    if until is not None:
        query = query.where(_C.at < until)
    rows: Sequence[tuple[str, int]] = [(row[0], row[1]) for row in db.execute(query)]
    return dict(rows)
