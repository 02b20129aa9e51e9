"""Approved papers: each edition as it was frozen, and who has approved it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, desc, insert, select

from server.core.db import reading
from server.core.db.tables_desk import paper_approvals, papers

REKAP = "rekap"


class PaperRow(NamedTuple):
    """A frozen edition: ``desa`` is empty for all villages, ``facts`` and ``changes`` are JSON."""

    id: str
    kind: str
    periode: str
    desa: str
    edisi: int
    nomor: str
    tanggal: str
    sha256: str
    facts: str
    changes: str
    check_code: str
    approved_by: str
    approved_role: str
    at: datetime


class ApprovalRow(NamedTuple):
    """Who has approved an edition, in which role."""

    paper: str
    role: str
    nama: str
    at: datetime


_ALL = select(*reading.columns(papers, PaperRow))


def add(db: Connection, row: PaperRow) -> None:
    """A new edition; it never changes again."""
    db.execute(insert(papers), row._asdict())


def approve(db: Connection, row: ApprovalRow) -> None:
    """Somebody approves an edition; once for each role."""
    db.execute(insert(paper_approvals), row._asdict())


def editions(db: Connection, periode: str, desa: str) -> list[PaperRow]:
    """All editions of one recap, the newest first."""
    t = papers.c
    query = _ALL.where(t.kind == REKAP, t.periode == periode, t.desa == desa)
    return reading.rows(db, query.order_by(desc(t.edisi)), PaperRow)


def by_code(db: Connection, code: str) -> PaperRow | None:
    """The edition that a code on paper leads to."""
    return reading.row(db, _ALL.where(papers.c.check_code == code), PaperRow)


def by_id(db: Connection, ident: str) -> PaperRow | None:
    """One edition."""
    return reading.row(db, _ALL.where(papers.c.id == ident), PaperRow)


def approvals(db: Connection, ident: str) -> list[ApprovalRow]:
    """Who has approved an edition, the first first."""
    t = paper_approvals.c
    query = select(*reading.columns(paper_approvals, ApprovalRow)).where(t.paper == ident)
    return reading.rows(db, query.order_by(t.at, t.role), ApprovalRow)


def hashes(db: Connection) -> list[str]:
    """The SHA-256 of every frozen file."""
    return list(db.execute(select(papers.c.sha256).order_by(papers.c.sha256)).scalars())
