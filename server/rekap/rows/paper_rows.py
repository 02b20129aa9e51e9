"""Approved papers: each edition as it was frozen, and who has approved it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, desc, insert, select

from server.core.db.tables_desk import paper_approvals, papers

Row = dict[str, Any]

REKAP = "rekap"


def add(db: Connection, row: Row) -> None:
    """A new edition; it never changes again."""
    db.execute(insert(papers), row)


def approve(db: Connection, row: Row) -> None:
    """Somebody approves an edition; once for each role."""
    db.execute(insert(paper_approvals), row)


def editions(db: Connection, periode: str, desa: str) -> list[Row]:
    """All editions of one recap, the newest first."""
    t = papers.c
    query = select(papers).where(t.kind == REKAP, t.periode == periode, t.desa == desa)
    return _rows(db, query.order_by(desc(t.edisi)))


def by_code(db: Connection, code: str) -> Row | None:
    """The edition that a code on paper leads to."""
    row = db.execute(select(papers).where(papers.c.check_code == code)).mappings().one_or_none()
    return dict(row) if row else None


def by_id(db: Connection, ident: str) -> Row | None:
    """One edition."""
    row = db.execute(select(papers).where(papers.c.id == ident)).mappings().one_or_none()
    return dict(row) if row else None


def approvals(db: Connection, ident: str) -> list[Row]:
    """Who has approved an edition, the first first."""
    t = paper_approvals.c
    return _rows(db, select(paper_approvals).where(t.paper == ident).order_by(t.at, t.role))


def hashes(db: Connection) -> list[str]:
    """The SHA-256 of every frozen file."""
    return list(db.execute(select(papers.c.sha256).order_by(papers.c.sha256)).scalars())


def _rows(db: Connection, query: Any) -> list[Row]:
    return [dict(row) for row in db.execute(query).mappings()]
