"""What happened, by whom: only ever added to, each line sealed with the hash of the line before.

Whoever alters or takes out a line breaks the chain from there on. A trigger in the database
refuses both; the chain tells when somebody has gone around it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, desc, func, insert, or_, select

from server.core.db.tables import audit

Row = dict[str, Any]

START = "0" * 64
"""What the first line is sealed with."""
IN_ONE_GO = 1000

_LAST = select(audit.c.id, audit.c.hash).order_by(desc(audit.c.id)).limit(1)
_ADD = insert(audit)
_AFTER = (
    select(audit)
    .where(audit.c.id > bindparam("last"))
    .order_by(audit.c.id)
    .limit(bindparam("most"))
)


class Chain(NamedTuple):
    """How far the log holds: its lines, the last seal, and the first line that does not fit."""

    lines: int
    head: str
    broken_at: int | None


def add(
    db: Connection, at: datetime, actor: str, action: str, ref: str | None = None, detail: str = ""
) -> None:
    """One line of the log."""
    last = db.execute(_LAST).one_or_none()
    ident, before = (last.id + 1, last.hash) if last else (1, START)
    row: Row = {
        "id": ident, "at": at, "actor": actor, "action": action, "ref": ref, "detail": detail,
    }  # fmt: skip
    db.execute(_ADD, {**row, "hash": seal(before, row)})


def newest(db: Connection) -> datetime | None:
    """When the last line was written, by the clock of then."""
    return db.execute(select(audit.c.at).order_by(desc(audit.c.id)).limit(1)).scalar()


def seal(before: str, row: Row) -> str:
    """SHA-256 over the seal before and the canonical text of the line."""
    moment = row["at"].astimezone(UTC).replace(tzinfo=None).isoformat()
    line = [row["id"], moment, row["actor"], row["action"], row["ref"], row["detail"]]
    return hashlib.sha256(f"{before}\n{json.dumps(line)}".encode()).hexdigest()


def examine(db: Connection) -> Chain:
    """Walk the whole chain."""
    lines, head = 0, START
    for row in everything(db):
        lines += 1
        head = seal(head, row)
        if row["id"] != lines or row["hash"] != head:
            return Chain(lines, row["hash"], row["id"])
    return Chain(lines, head, None)


def everything(db: Connection) -> Iterator[Row]:
    """Every line, oldest first, a thousand in memory at a time."""
    last = 0
    while rows := db.execute(_AFTER, {"last": last, "most": IN_ONE_GO}).mappings().all():
        yield from (dict(row) for row in rows)
        last = rows[-1]["id"]


def matching(
    *, actor: str = "", actions: frozenset[str] = frozenset(), words: str = "",
    since: datetime | None = None, until: datetime | None = None,
) -> list[ColumnElement[bool]]:  # fmt: skip
    """The WHERE of a page of the log; ``words`` may stand in any of its texts."""
    t = audit.c
    found: list[ColumnElement[bool]] = []
    if actor:
        found.append(t.actor == actor)
    if actions:
        found.append(t.action.in_(sorted(actions)))
    if since is not None:
        found.append(t.at >= since)
    if until is not None:
        found.append(t.at < until)
    for word in words.lower().split():
        texts = (t.actor, t.ref, t.detail)
        found += [or_(*(func.lower(c).contains(word, autoescape=True) for c in texts))]
    return found


def count(db: Connection, where: list[ColumnElement[bool]]) -> int:
    """How many lines meet the conditions."""
    return db.execute(select(func.count()).select_from(audit).where(*where)).scalar_one()


def page(db: Connection, where: list[ColumnElement[bool]], limit: int, offset: int) -> list[Row]:
    """Some of them, newest first."""
    query = select(audit).where(*where).order_by(desc(audit.c.id)).limit(limit).offset(offset)
    return [dict(row) for row in db.execute(query).mappings()]


def actors(db: Connection) -> list[str]:
    """Everyone who stands in the log, by name."""
    return list(db.execute(select(audit.c.actor).distinct().order_by(audit.c.actor)).scalars())


def about(db: Connection, ref: str) -> list[Row]:
    """Every line about one thing, oldest first."""
    query = select(audit).where(audit.c.ref == ref).order_by(audit.c.id)
    return [dict(row) for row in db.execute(query).mappings()]
