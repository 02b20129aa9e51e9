"""Some of the photos that the database holds for whole."""

from __future__ import annotations

from sqlalchemy import Connection, select

from server.core.db.tables import photos


def whole(db: Connection, most: int) -> list[tuple[str, str]]:
    """(desa, sha256) of the newest ones."""
    query = (
        select(photos.c.desa, photos.c.sha256)
        .where(photos.c.whole_at.is_not(None))
        .order_by(photos.c.whole_at.desc())
        .limit(most)
    )
    return [(row.desa, row.sha256) for row in db.execute(query)]
