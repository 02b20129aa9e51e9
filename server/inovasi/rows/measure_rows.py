"""The source queries of the measures: each named function is what a measure names as its source.

Training phones are left out here, in one place, and so are withdrawn reports and villages that
are not asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, exists, func, or_, select

from server.core.db.tables import (
    audit,
    devices,
    feedback,
    laporan,
    laporan_versi,
    read_marks,
)
from server.core.db.tables_desk import pembinaan, pembinaan_desa, pembinaan_peserta
from server.core.db.tables_innovation import training_devices
from server.core.rows import counting

Row = dict[str, Any]

_L = laporan.c
RETURNED = "laporan_perlu_perbaikan"
VERIFIED = "laporan_diverifikasi"
_PRACTICE = select(training_devices.c.device)
_ANSWERED = (
    select(func.min(audit.c.at))
    .where(audit.c.ref == _L.id, audit.c.action.in_((RETURNED, VERIFIED)))
    .scalar_subquery()
)
_WAS_RETURNED = exists().where(audit.c.ref == _L.id, audit.c.action == RETURNED)


class Span(NamedTuple):
    """From ``since`` up to ``until``, and the months that a nihil may be of."""

    since: datetime
    until: datetime
    first_month: str
    last_month: str
    desa: Sequence[str]


def laporan_dihitung(db: Connection, span: Span) -> list[Row]:
    """The reports that count: begun within the span (a nihil: its month), not for practice."""
    query = (
        select(
            _L.id, _L.desa, _L.kind, _L.jenis, _L.pelapor, _L.tempat, _L.resi, _L.bulan,
            _L.mulai, _L.selesai, _L.received_at, _L.status, _L.status_at, _L.jumlah_foto,
            _L.lintang, _ANSWERED.label("answered_at"), _WAS_RETURNED.label("returned"),
        )
        .where(*_counts(span))
        .order_by(_L.mulai, _L.id)
    )  # fmt: skip
    return [dict(row) for row in db.execute(query).mappings()]


def catatan_kecamatan(db: Connection, span: Span) -> list[Row]:
    """The notes on reports that count, with the moment at which the village read each."""
    f, m = feedback.c, read_marks.c
    query = (
        select(f.id, f.laporan, m.at.label("read_at"))
        .join(laporan, _L.id == f.laporan)
        .outerjoin(read_marks, and_(m.desa == f.desa, m.ref == f.id))
        .where(*_counts(span))
    )
    return [dict(row) for row in db.execute(query).mappings()]


def pesan_laporan(db: Connection, span: Span) -> list[tuple[str, str]]:
    """(id, message) of the reports that count, in the version in force."""
    v = laporan_versi.c
    joined = and_(v.laporan == _L.id, v.versi == _L.versi, v.in_force)
    query = select(_L.id, v.message).join(laporan_versi, joined).where(*_counts(span))
    return [(row[0], row[1]) for row in db.execute(query)]


def pembinaan_terlaksana(db: Connection, since: datetime, until: datetime) -> list[Row]:
    """The coachings that took place within a time, without those that were called off."""
    p = pembinaan.c
    query = select(p.id, p.judul, p.bentuk, p.mulai, p.hasil).where(
        p.mulai >= since, p.mulai < until, p.status != "dibatalkan"
    )
    return [dict(row) for row in db.execute(query.order_by(p.mulai, p.id)).mappings()]


def desa_pembinaan(db: Connection, idents: Sequence[str]) -> list[tuple[str, str]]:
    """(coaching, village) of those invited."""
    d = pembinaan_desa.c
    query = select(d.pembinaan, d.desa).where(d.pembinaan.in_(idents))
    return [(row[0], row[1]) for row in db.execute(query)]


def peserta_pembinaan(db: Connection, idents: Sequence[str]) -> list[tuple[str, str]]:
    """(coaching, village) of everybody who took part, once for each person."""
    p = pembinaan_peserta.c
    query = select(p.pembinaan, p.desa).where(p.pembinaan.in_(idents))
    return [(row[0], row[1]) for row in db.execute(query)]


def hp_desa(db: Connection, desa: Sequence[str]) -> list[Row]:
    """The phones that may send and are not for practice."""
    d = devices.c
    query = select(d.id, d.desa, d.nama, d.jabatan, d.activated_at, d.last_contact).where(
        d.desa.in_(desa), d.revoked_at.is_(None), d.id.not_in(_PRACTICE)
    )
    return [dict(row) for row in db.execute(query.order_by(d.desa, d.nama)).mappings()]


def pemakaian_pertama(db: Connection) -> datetime | None:
    """When the first phone was activated, or the first report received; no practice."""
    found = (aktivasi_pertama(db), laporan_pertama(db))
    return min((one for one in found if one is not None), default=None)


def aktivasi_pertama(db: Connection) -> datetime | None:
    """When the first phone was activated that is not for practice."""
    d = devices.c
    return db.execute(select(func.min(d.activated_at)).where(d.id.not_in(_PRACTICE))).scalar()


def laporan_pertama(db: Connection) -> datetime | None:
    """When the first report was received that counts."""
    earnest = or_(_L.device.is_(None), _L.device.not_in(_PRACTICE))
    return db.execute(select(func.min(_L.received_at)).where(counting.counts(), earnest)).scalar()


def pembinaan_pertama(db: Connection) -> datetime | None:
    """When the first coaching took place that was not called off."""
    p = pembinaan.c
    return db.execute(select(func.min(p.mulai)).where(p.status != "dibatalkan")).scalar()


def _counts(span: Span) -> tuple[Any, ...]:
    begun = and_(_L.kind != "nihil", _L.mulai >= span.since, _L.mulai < span.until)
    of_month = and_(_L.kind == "nihil", _L.bulan >= span.first_month, _L.bulan <= span.last_month)
    return (
        or_(begun, of_month),
        _L.desa.in_(span.desa),
        counting.counts(),
        or_(_L.device.is_(None), _L.device.not_in(_PRACTICE)),
    )
