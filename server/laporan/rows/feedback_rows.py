"""Notes of the kecamatan on a report."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert

from server.core.db.tables import feedback

Row = dict[str, Any]


def add(db: Connection, row: Row) -> None:
    """A note."""
    db.execute(insert(feedback), row)
