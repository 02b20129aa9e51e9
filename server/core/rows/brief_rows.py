"""What is kept for a while and is nothing to anybody then: typed text, tickets, who looks where."""

from __future__ import annotations

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, update

from server.core.db.database import Database
from server.core.db.tables_desk import brief

_COLUMNS = brief.c
_ONE = and_(
    _COLUMNS.kind == bindparam("of_kind"),
    _COLUMNS.owner == bindparam("of_owner"),
    _COLUMNS.name == bindparam("of_name"),
)
_GET = select(_COLUMNS.value, _COLUMNS.until).where(_ONE)


def get(database: Database, kind: str, owner: str, name: str, now: int) -> str | None:
    """As it is committed now; None when it has passed, or never was."""
    row = database.first(_GET, _key(kind, owner, name))
    return row["value"] if row and row["until"] > now else None


def put(db: Connection, kind: str, owner: str, name: str, value: str, until: int) -> None:
    """This from now on, until ``until`` (seconds since 1970)."""
    changed = db.execute(
        update(brief).where(_ONE), {**_key(kind, owner, name), "value": value, "until": until}
    )
    if not changed.rowcount:
        row = {"kind": kind, "owner": owner, "name": name, "value": value, "until": until}
        db.execute(insert(brief), row)


def drop(db: Connection, kind: str, owner: str, name: str) -> None:
    """Nothing of it any more."""
    db.execute(delete(brief).where(_ONE), _key(kind, owner, name))


def owners(database: Database, kind: str, value: str, now: int) -> list[tuple[str, str]]:
    """Owner and name of all that say the same."""
    query = select(_COLUMNS.owner, _COLUMNS.name).where(
        _COLUMNS.kind == kind, _COLUMNS.value == value, _COLUMNS.until > now
    )
    with database.read() as db:
        return [(row.owner, row.name) for row in db.execute(query)]


def trim(db: Connection, kind: str, most: int) -> None:
    """So many of a kind stay, those that last longest."""
    edge = select(_COLUMNS.until).where(_COLUMNS.kind == kind)
    edge = edge.order_by(_COLUMNS.until.desc()).offset(most).limit(1)
    oldest = db.execute(edge).scalar()
    if oldest is not None:
        db.execute(delete(brief).where(_COLUMNS.kind == kind, _COLUMNS.until <= oldest))


def sweep(db: Connection, now: int, latest: int) -> None:
    """Forget what has passed, and what a clock that was wrong has written."""
    db.execute(delete(brief).where((_COLUMNS.until <= now) | (_COLUMNS.until > latest)))


def _key(kind: str, owner: str, name: str) -> dict[str, str]:
    return {"of_kind": kind, "of_owner": owner, "of_name": name}
