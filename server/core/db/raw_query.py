"""A query of SQLAlchemy's that is put to SQLite's own driver, made ready once."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Dialect, PoolProxiedConnection, Select
from sqlalchemy.exc import OperationalError


class BareQuery:
    """Its text, the order of its values, and what makes a column's value of a stored one."""

    def __init__(self, query: Select[*tuple[Any, ...]], dialect: Dialect) -> None:
        compiled: Any = query.compile(dialect=dialect)
        self._text = str(compiled)
        self._order: list[str] = compiled.positiontup
        self._readers = [
            (column.name, column.type.dialect_impl(dialect).result_processor(dialect, None))
            for column in query.selected_columns
        ]

    def first(
        self, connection: PoolProxiedConnection, values: Mapping[str, str]
    ) -> dict[str, Any] | None:
        """The first row, by the names of its columns."""
        cursor = connection.cursor()
        try:
            cursor.execute(self._text, [values[name] for name in self._order])
            row = cursor.fetchone()
        except sqlite3.OperationalError as error:
            raise OperationalError(self._text, None, error) from error
        finally:
            cursor.close()
        if row is None:
            return None
        return {
            name: value if read is None or value is None else read(value)
            for (name, read), value in zip(self._readers, row, strict=True)
        }
