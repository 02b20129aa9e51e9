"""Rows as they are read: each question names the kind of tuple that its columns make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Column, Connection, Result, Select, Table

Kind = TypeVar("Kind", bound=NamedTuple)
Query = Select[*tuple[Any, ...]]


def columns(table: Table, kind: type[Kind]) -> list[Column[Any]]:
    """Those of a table that a kind of row is made of, in its order."""
    return [table.c[name] for name in kind._fields]


def rows(
    db: Connection, query: Query, kind: type[Kind], values: Mapping[str, Any] | None = None
) -> list[Kind]:
    """All that is found; TypeError where the query's columns are not the kind's fields."""
    return list(each(db, query, kind, values))


def each(
    db: Connection, query: Query, kind: type[Kind], values: Mapping[str, Any] | None = None
) -> Iterable[Kind]:
    """The same, one after the other."""
    found = _asked(db, query, kind, values)
    return map(kind._make, found)


def row(
    db: Connection, query: Query, kind: type[Kind], values: Mapping[str, Any] | None = None
) -> Kind | None:
    """The first that is found, if there is one."""
    first = _asked(db, query, kind, values).first()
    return None if first is None else kind._make(first)


def _asked(
    db: Connection, query: Query, kind: type[Kind], values: Mapping[str, Any] | None
) -> Result[Any]:
    found = db.execute(query, values)
    if tuple(found.keys()) != kind._fields:
        raise TypeError(f"{kind.__name__} wants {kind._fields}, the query has {found.keys()}")
    return found
