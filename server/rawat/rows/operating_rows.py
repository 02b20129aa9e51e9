"""A few sums over the tables, for whoever runs the server."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from server.core.db.tables import photos


def photos_awaited(db: Connection) -> int:
    """Photos that reports name and that have not arrived."""
    query = select(func.count()).select_from(photos).where(photos.c.whole_at.is_(None))
    return db.execute(query).scalar_one()


def photo_bytes(db: Connection) -> int:
    """Bytes of the photos that have arrived."""
    query = select(func.coalesce(func.sum(photos.c.size), 0)).where(photos.c.whole_at.is_not(None))
    return db.execute(query).scalar_one()


def size(db: Connection) -> int:
    """Bytes of the database."""
    if db.dialect.name != "sqlite":
        return db.execute(select(func.pg_database_size(func.current_database()))).scalar_one()
    pages = db.exec_driver_sql("PRAGMA page_count").scalar_one()
    return pages * db.exec_driver_sql("PRAGMA page_size").scalar_one()
