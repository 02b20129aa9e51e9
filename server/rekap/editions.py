"""The editions of an approved recap as they are kept: number, hash, who approved, what changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from server.core.db.database import Db
from server.rekap.papers.rekap_facts import Change, Rekap
from server.rekap.rekap_photos import PhotoChoice
from server.rekap.rows import paper_rows
from server.rekap.rows.paper_rows import PaperRow
from shared.codec import decode
from shared.roles import Role


class State(StrEnum):
    """Where an edition stands."""

    MENUNGGU = "menunggu"
    """Approved by Kasi Trantib, not yet by the camat."""
    SAH = "sah"
    DIGANTI = "diganti"


@dataclass(frozen=True)
class Approval:
    """Who approved, and when."""

    role: str
    nama: str
    at: datetime


@dataclass(frozen=True)
class Named:
    """Which edition it is: of what period and village, its number, day and hash."""

    periode: str
    desa: str
    edisi: int
    nomor: str
    tanggal: str
    sha256: str


@dataclass(frozen=True)
class Edition(Named):
    """A frozen recap as the desk sees it."""

    id: str
    check_code: str
    approvals: tuple[Approval, ...]
    changes: tuple[Change, ...]
    state: State

    @property
    def roles(self) -> set[str]:
        """Who has approved."""
        return {one.role for one in self.approvals}


def text_of(one: Rekap) -> Rekap:
    """All but the photos, which a page may show in another choice than the paper has."""
    return replace(one, photos=())


def editions_of(db: Db, rows: Sequence[PaperRow]) -> tuple[Edition, ...]:
    return tuple(edition_of(db, row, newest=number == 0) for number, row in enumerate(rows))


def edition_of(db: Db, row: PaperRow, *, newest: bool) -> Edition:
    approvals = [Approval(a.role, a.nama, a.at) for a in paper_rows.approvals(db, row.id)]
    valid = Role.CAMAT in {one.role for one in approvals}
    return Edition(
        id=row.id,
        periode=row.periode,
        desa=row.desa,
        edisi=row.edisi,
        nomor=row.nomor,
        tanggal=row.tanggal,
        sha256=row.sha256,
        check_code=row.check_code,
        approvals=tuple(approvals),
        changes=tuple(decode(Change, one) for one in json.loads(row.changes)),
        state=State.DIGANTI if not newest else State.SAH if valid else State.MENUNGGU,
    )


def facts_of(row: PaperRow) -> tuple[Rekap, PhotoChoice]:
    facts = json.loads(row.facts)
    return decode(Rekap, facts["rekap"]), PhotoChoice(**facts["photos"])
