"""Statements of SQLAlchemy's that are put to SQLite's own driver, made ready once.

Taking in a report asks for some twenty of them; SQLAlchemy's way of asking costs ten times what
SQLite needs to answer. They run on the very connection of the transaction, see what it has
written, and end with it; elsewhere than on SQLite they go SQLAlchemy's way.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.visitors import iterate

Values = Mapping[str, Any]
Convert = Callable[[Any], Any] | None
Shape = tuple[Any, ...]
NOTHING: Values = {}


class Bare:
    """The text, the order of its values, and what makes a column's value of a stored one."""

    def __init__(self, statement: Any, values: Values, dialect: Dialect) -> None:
        compiled: Any = statement.compile(dialect=dialect, column_keys=list(values))
        self.text, self._dialect = str(compiled), dialect
        self._order: list[tuple[str, Convert]] = []
        fixed = {
            name: value
            for name, value in compiled.params.items()
            if not compiled.binds[name].required
        }
        for name in compiled.positiontup:
            names = _names(name, {**fixed, **values})
            marks = ", ".join("?" * len(names))
            self.text = self.text.replace(f"__[POSTCOMPILE_{name}]", marks, 1)
            write = _writer(compiled.binds.get(name), dialect)
            self._order += [(one, write) for one in names]
        self._fixed = _spread(fixed)
        columns = _columns_of(statement)
        self._readers: list[Convert] = [
            column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns
        ]
        self._converts = any(self._readers)
        self._row: Any = namedtuple("Row", [c.name for c in columns], rename=True)
        self._is_plain = not self._fixed and not any(write for _, write in self._order)

    def rows(self, driver: sqlite3.Connection, values: Values) -> list[Any]:
        """Put it to the driver; named tuples of what it gave, or SQLAlchemy's errors."""
        try:
            found = driver.execute(self.text, self._given(values)).fetchall()
        except sqlite3.Error as error:
            raise self._named(error) from error
        if self._converts:
            found = map(self._read, found)
        return [self._row._make(row) for row in found]

    def run(self, driver: sqlite3.Connection, values: Values) -> int:
        """Carry out a change; how many rows it touched."""
        try:
            return driver.execute(self.text, self._given(values)).rowcount
        except sqlite3.Error as error:
            raise self._named(error) from error

    def first(self, driver: sqlite3.Connection, values: Values) -> dict[str, Any] | None:
        """The first row, by the names of its columns."""
        try:
            row = driver.execute(self.text, self._given(values)).fetchone()
        except sqlite3.Error as error:
            raise self._named(error) from error
        if row is None:
            return None
        return dict(zip(self._row._fields, self._read(row), strict=True))

    def run_many(self, driver: sqlite3.Connection, rows: Iterable[Values]) -> None:
        """Put it once for each row."""
        try:
            driver.executemany(self.text, [self._given(row) for row in rows])
        except sqlite3.Error as error:
            raise self._named(error) from error

    def _read(self, row: tuple[Any, ...]) -> Iterable[Any]:
        if not self._converts:
            return row
        return [
            value if read is None or value is None else read(value)
            for read, value in zip(self._readers, row, strict=True)
        ]

    def _given(self, values: Values) -> list[Any]:
        """In the order of the question marks."""
        if self._is_plain:
            return [values[name] for name, _ in self._order]
        known = {**self._fixed, **values} if self._fixed else values
        return [known[name] if write is None else write(known[name]) for name, write in self._order]

    def _named(self, error: sqlite3.Error) -> Exception:
        return DBAPIError.instance(self.text, None, error, sqlite3.Error, dialect=self._dialect)


class Ready:
    """One statement for a transaction; each set of names in its values is made ready once."""

    def __init__(self, statement: Any) -> None:
        self._statement = statement
        self._bare: dict[Shape, Bare] = {}
        self._takes_lists = any(getattr(part, "expanding", False) for part in iterate(statement))

    def rows(self, db: Connection, values: Values = NOTHING) -> list[Any]:
        """All rows, as named tuples."""
        if db.dialect.name != "sqlite":
            return list(db.execute(self._statement, values))
        return self._made(db, values).rows(_driver(db), self._spread(values))

    def first(self, db: Connection, values: Values = NOTHING) -> Any | None:
        """The first row, or None."""
        found = self.rows(db, values)
        return found[0] if found else None

    def scalar(self, db: Connection, values: Values = NOTHING) -> Any | None:
        """The first column of the first row."""
        row = self.first(db, values)
        return None if row is None else row[0]

    def run(self, db: Connection, values: Values) -> int:
        """Carry it out; how many rows it touched."""
        if db.dialect.name != "sqlite":
            return db.execute(self._statement, values).rowcount
        return self._made(db, values).run(_driver(db), self._spread(values))

    def run_all(self, db: Connection, rows: Collection[Values]) -> None:
        """Carry it out for each of these, which have the same names."""
        if not rows:
            return
        if db.dialect.name != "sqlite":
            db.execute(self._statement, list(rows))
            return
        self._made(db, next(iter(rows))).run_many(_driver(db), rows)

    def _made(self, db: Connection, values: Values) -> Bare:
        shape: Shape = tuple(values)
        if self._takes_lists:
            shape = tuple((k, len(v)) if _is_list(v) else k for k, v in values.items())
        if shape not in self._bare:
            self._bare[shape] = Bare(self._statement, values, db.dialect)
        return self._bare[shape]

    def _spread(self, values: Values) -> Values:
        return _spread(values) if self._takes_lists else values


def _driver(db: Connection) -> sqlite3.Connection:
    return db.connection.driver_connection  # pyright: ignore[reportReturnType]


def _is_list(value: Any) -> bool:
    return isinstance(value, (list, tuple))


def _names(name: str, values: Values) -> list[str]:
    """A list's values have names of their own: ``names 0``, ``names 1``"""
    value: Any = values.get(name)
    return [f"{name} {n}" for n in range(len(value))] if _is_list(value) else [name]


def _spread(values: Values) -> Values:
    """The values, those of a list under their own names."""
    lists = {name: value for name, value in values.items() if _is_list(value)}
    names = [one for name in lists for one in _names(name, lists)]
    several = [one for value in lists.values() for one in value]
    return {**values, **dict(zip(names, several, strict=True))}


def _columns_of(statement: Any) -> list[Any]:
    """What it gives back; nothing of a change without RETURNING."""
    columns = getattr(statement, "selected_columns", None)
    if columns is None:
        columns = getattr(statement, "exported_columns", ())
    return list(columns)


def _writer(bind: Any, dialect: Dialect) -> Convert:
    return None if bind is None else bind.type.dialect_impl(dialect).bind_processor(dialect)
