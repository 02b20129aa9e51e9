"""A query of SQLAlchemy's that is put to SQLite's own driver outside of any transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Dialect, PoolProxiedConnection, Select

from server.core.db.sqlite_fast import NOTHING, Bare


class BareQuery:
    """Made ready once; its values are plain ones, no lists."""

    def __init__(self, query: Select[*tuple[Any, ...]], dialect: Dialect) -> None:
        self._bare = Bare(query, NOTHING, dialect)

    def first(
        self, connection: PoolProxiedConnection, values: Mapping[str, str]
    ) -> dict[str, Any] | None:
        """The first row, by the names of its columns."""
        cursor: Any = connection.cursor()
        try:
            return self._bare.first(cursor, values)
        finally:
            cursor.close()
