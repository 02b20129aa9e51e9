"""What a coaching looks at in its villages: members, activities, what was returned, photos."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, case, func, select

from server.core.db.tables import anggota, audit, laporan
from server.core.rows import counting
from server.pembinaan.rows.pembinaan_rows import Row, rows_of


def members(db: Connection, desa: Iterable[str]) -> list[Row]:
    """The active members of some villages: id, desa, nama, and the whole record."""
    t = anggota.c
    query = select(t.id, t.desa, t.nama, t.message).where(
        t.desa.in_(list(desa)), t.status == "aktif"
    )
    return rows_of(db, query.order_by(t.desa, t.nama, t.id))


def activities(
    db: Connection, desa: Iterable[str], since: datetime, until: datetime
) -> list[tuple[datetime, datetime | None, datetime]]:
    """(begun, over, received) of the activities and incidents that came in within a time."""
    t = laporan.c
    query = select(t.mulai, t.selesai, t.received_at).where(
        t.desa.in_(list(desa)), t.received_at >= since, t.received_at < until,
        t.kind != "nihil", counting.counts(), t.mulai.is_not(None),
    )  # fmt: skip
    return [(row.mulai, row.selesai, row.received_at) for row in db.execute(query)]


def lines(db: Connection, idents: Sequence[str]) -> list[Row]:
    """Some reports, as short as a line."""
    t = laporan.c
    query = select(t.id, t.desa, t.kind, t.jenis, t.mulai, t.tempat, t.resi)
    return rows_of(db, query.where(t.id.in_(idents)).order_by(t.received_at))


def by_resi(db: Connection, resi: str) -> str | None:
    """The report with a receipt."""
    return db.execute(select(laporan.c.id).where(laporan.c.resi == resi)).scalar()


def reporting(db: Connection, bulan: str) -> set[str]:
    """The villages that have reported anything for a month."""
    t = laporan.c
    query = select(t.desa).distinct().where(t.bulan == bulan, counting.counts())
    return set(db.execute(query).scalars())


def returned(db: Connection, bulan: Sequence[str], since: datetime) -> dict[str, list[str]]:
    """The reports of some months that were given back since, by village; once for each time."""
    t = laporan.c
    query = (
        select(t.desa, t.id)
        .join(audit, audit.c.ref == t.id)
        .where(
            t.bulan.in_(bulan), t.status != "ditarik", audit.c.at >= since,
            audit.c.action == "laporan_perlu_perbaikan",
        )
        .order_by(audit.c.at)
    )  # fmt: skip
    found: dict[str, list[str]] = {}
    for desa, ident in db.execute(query):
        found.setdefault(desa, []).append(ident)
    return found


def photo_counts(db: Connection, bulan: str) -> dict[str, tuple[int, int]]:
    """By village: how many activities of a month have photos, of how many."""
    t = laporan.c
    query = (
        select(t.desa, func.count(), func.sum(case((t.jumlah_foto > 0, 1), else_=0)))
        .where(t.bulan == bulan, t.kind == "kegiatan", t.status != "ditarik")
        .group_by(t.desa)
    )
    return {desa: (with_photo or 0, total) for desa, total, with_photo in db.execute(query)}


def roster_sizes(db: Connection) -> dict[str, int]:
    """By village that has a roster: how many members are active."""
    t = anggota.c
    query = select(t.desa, func.sum(case((t.status == "aktif", 1), else_=0))).group_by(t.desa)
    return {row[0]: row[1] or 0 for row in db.execute(query)}
