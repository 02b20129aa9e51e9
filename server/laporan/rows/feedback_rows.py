"""Notes of the kecamatan on a report."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert, select

from server.core.db.tables import feedback

Row = dict[str, Any]


def add(db: Connection, row: Row) -> None:
    """A note."""
    db.execute(insert(feedback), row)


def of_laporan(db: Connection, ident: str) -> list[Row]:
    """The notes on a report, oldest first."""
    query = select(feedback).where(feedback.c.laporan == ident).order_by(feedback.c.at)
    return [dict(row) for row in db.execute(query).mappings()]
