"""What an officer has begun to write on a report under review, one row for both."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from server.core.db.tables_desk import review_drafts

_D = review_drafts.c


def put(db: Connection, row: dict[str, Any], at: datetime) -> None:
    """As it stands from now on."""
    drop(db, row["laporan"], row["username"])
    db.execute(insert(review_drafts), {**row, "at": at})


def find(db: Connection, username: str, laporan: str) -> str | None:
    """The draft's JSON."""
    query = select(_D.draft).where(_D.username == username, _D.laporan == laporan)
    return db.execute(query).scalar()


def drop(db: Connection, laporan: str, username: str | None = None) -> None:
    """One officer's; without ``username`` everybody's: the report is decided."""
    mine = [] if username is None else [_D.username == username]
    db.execute(delete(review_drafts).where(_D.laporan == laporan, *mine))
