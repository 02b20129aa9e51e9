"""The questions that screens and papers ask about reports."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Select,
    and_,
    cast,
    desc,
    func,
    literal,
    select,
    tuple_,
)

from server.core.db.tables import devices, laporan, laporan_foto, laporan_versi, photos
from server.laporan.rows import laporan_days
from server.laporan.rows.laporan_words import holds
from shared.codec import decode_laporan

Row = dict[str, Any]

_WHOLE = (
    select(func.count())
    .select_from(
        laporan_foto.join(
            photos,
            and_(photos.c.desa == laporan_foto.c.desa, photos.c.sha256 == laporan_foto.c.sha256),
        )
    )
    .where(
        laporan_foto.c.laporan == laporan.c.id,
        laporan_foto.c.versi == laporan.c.versi,
        photos.c.whole_at.is_not(None),
    )
    .scalar_subquery()
)
LINE = (
    *(laporan.c[name] for name in (
        "id", "desa", "kind", "versi", "status", "resi", "jenis", "mulai", "bulan", "tempat",
        "uraian", "pelapor", "jabatan", "jumlah_foto", "received_at", "changed_at",
    )),
    _WHOLE.label("foto_utuh"),
)  # fmt: skip
ORDER = (desc(laporan.c.mendesak), desc(laporan.c.received_at), desc(laporan.c.id))
"""Kejadian that nobody has looked at first, then by receipt."""


def conditions(
    *,
    desa: str | None,
    kind: str | None,
    jenis: str | None,
    status: str | None,
    words: str,
    dari: datetime | None,
    sampai: datetime | None,
) -> list[ColumnElement[bool]]:
    """The WHERE of a list; the report holds every one of the ``words``."""
    found: list[ColumnElement[bool]] = []
    for name, value in (("desa", desa), ("kind", kind), ("jenis", jenis), ("status", status)):
        if value is not None:
            found.append(laporan.c[name] == value)
    if dari is not None:
        found.append(laporan.c.mulai >= dari)
    if sampai is not None:
        found.append(laporan.c.mulai < sampai)
    return found + holds(words)


def count(db: Connection, where: Sequence[ColumnElement[bool]]) -> int:
    """How many reports meet the conditions."""
    return db.execute(select(func.count()).select_from(laporan).where(*where)).scalar_one()


def page(
    db: Connection,
    where: Sequence[ColumnElement[bool]],
    *,
    limit: int,
    offset: int,
    total: int = 0,
) -> list[Row]:
    """Some of them: kejadian that nobody has looked at first, then by receipt.

    Who knows the ``total`` makes the last pages as quick as the first ones.
    """
    # The few are found first, or the photos of all of them would be counted.
    few = _few(db, where, limit, offset, total).subquery()
    query = select(*LINE).join(few, few.c.id == laporan.c.id).order_by(*ORDER)
    return [dict(row) for row in db.execute(query).mappings()]


def reversed_order() -> tuple[ColumnElement[Any], ...]:
    """The list's order, from its end."""
    return (laporan.c.mendesak, laporan.c.received_at, laporan.c.id)


FAR = 2_000
"""So many reports are passed over as quickly as the days are summed up."""


def _few(
    db: Connection, where: Sequence[ColumnElement[bool]], limit: int, offset: int, total: int
) -> Select[tuple[str]]:
    """Their ids. A far page of the whole list begins at its day; what lies in the second half of
    a part of it is counted from the end."""
    query = select(laporan.c.id).where(*where)
    begin = laporan_days.start(db, offset) if offset > FAR and not where else None
    if begin is not None:
        place = tuple_(laporan.c.mendesak, laporan.c.received_at)
        moment = literal(begin.moment, laporan.c.received_at.type)
        below = place < tuple_(literal(begin.mendesak), moment)
        return query.where(below).order_by(*ORDER).limit(limit).offset(offset - begin.above)
    if offset * 2 > total > offset:
        number = min(limit, total - offset)
        return query.order_by(*reversed_order()).limit(number).offset(total - offset - number)
    return query.order_by(*ORDER).limit(limit).offset(offset)


def one(db: Connection, ident: str) -> tuple[Row, Row] | None:
    """The line of the list, and what a report's page adds."""
    extra = ("status_at", "status_by", "device")
    query = (
        select(*LINE, *(laporan.c[name] for name in extra), laporan_versi.c.message)
        .join(
            laporan_versi,
            and_(
                laporan_versi.c.laporan == laporan.c.id,
                laporan_versi.c.versi == laporan.c.versi,
                laporan_versi.c.in_force,
            ),
        )
        .where(laporan.c.id == ident)
    )
    row = db.execute(query).mappings().one_or_none()
    if row is None:
        return None
    line = dict(row)
    return line, {name: line.pop(name) for name in (*extra, "message")}


def versions(db: Connection, ident: str) -> list[Row]:
    """All versions received, also those that came too late, in the order of receipt."""
    t = laporan_versi.c
    query = (
        select(t.versi, t.in_force, t.received_at, t.ditulis, t.clock_offset_s, t.device)
        .where(t.laporan == ident)
        .order_by(t.received_at, t.versi, desc(t.in_force))
    )
    return [dict(row) for row in db.execute(query).mappings()]


def photos_of(db: Connection, ident: str) -> list[Row]:
    """The photos of the version in force, in their order."""
    f = laporan_foto.c
    query = (
        select(
            f.sha256,
            f.size,
            f.keterangan,
            f.sensitif,
            (photos.c.whole_at.is_not(None)).label("whole"),
        )
        .join(laporan, and_(laporan.c.id == f.laporan, laporan.c.versi == f.versi))
        .outerjoin(photos, and_(photos.c.desa == f.desa, photos.c.sha256 == f.sha256))
        .where(f.laporan == ident)
        .order_by(f.urutan)
    )
    return [{**row, "whole": bool(row["whole"])} for row in db.execute(query).mappings()]


def device_of(db: Connection, ident: str | None) -> Row | None:
    """The facts of a device."""
    d = devices.c
    query = select(
        d.id, d.nama, d.jabatan, d.device_name, d.app_version, d.last_contact, d.clock_offset_s
    ).where(d.id == ident)
    row = db.execute(query).mappings().one_or_none()
    return dict(row) if row else None


def unreadable(db: Connection) -> Iterator[str]:
    """The receipts of reports that have a text which nobody can read, once for each such text."""
    text = laporan_versi.c.message
    # SQLite gives what a spoiled page holds; asked for letters it would give none of the others.
    asked = cast(text, LargeBinary) if db.dialect.name == "sqlite" else text
    query = select(laporan.c.resi, asked).join(laporan, laporan.c.id == laporan_versi.c.laporan)
    for resi, message in db.execution_options(yield_per=500).execute(query):
        try:
            decode_laporan(json.loads(message))
        except (ValueError, TypeError, AttributeError):
            yield resi
