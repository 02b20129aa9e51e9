"""Where one member's data stands in the tables, and how it goes from there."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from server.core.db.tables import (
    acts,
    anggota,
    anggota_versi,
    changes,
    feedback,
    laporan,
    laporan_versi,
)
from server.core.db.tables_desk import (
    erased,
    laporan_personel,
    pembinaan_peserta,
    pembinaan_versi,
)
from shared.names import plain

Row = dict[str, Any]

PAGES_AT_ONCE = 200


def is_erased(db: Connection, ident: str) -> bool:
    """Whether this member's data was erased."""
    return db.execute(select(erased.c.at).where(erased.c.anggota == ident)).scalar() is not None


def among(db: Connection, idents: Sequence[str]) -> list[str]:
    """Those of these members whose data was erased."""
    if not idents:
        return []
    return list(db.execute(select(erased.c.anggota).where(erased.c.anggota.in_(idents))).scalars())


def mark(db: Connection, ident: str, at: datetime) -> None:
    """From now on nothing of this member is taken in again."""
    db.execute(insert(erased), {"anggota": ident, "at": at})


def merge_words(db: Connection, *, begin: bool) -> bool:
    """The index of words keeps what was taken out of it until its parts are merged: some of that.

    Whether there is more to do. <https://sqlite.org/fts5.html#the_merge_command>
    """
    if db.dialect.name != "sqlite":
        return False
    driver: Any = db.connection.driver_connection
    before = driver.total_changes
    pages = -PAGES_AT_ONCE if begin else PAGES_AT_ONCE
    merge = "INSERT INTO laporan_words (laporan_words, rank) VALUES ('merge', ?)"
    db.exec_driver_sql(merge, (pages,))
    return driver.total_changes - before >= 2


# --- Reports ----------------------------------------------------------------------------------


def reports_with(db: Connection, ident: str, desa: str, name: str) -> list[str]:
    """Reports that name the member by id, and those of the village that hold the name at all."""
    linked = select(laporan_personel.c.laporan).where(laporan_personel.c.anggota == ident)
    words = [laporan.c.words.contains(w, autoescape=True) for w in plain(name).split()]
    named = select(laporan.c.id).where(laporan.c.desa == desa, *words)
    return list(db.execute(linked.union(named).order_by("laporan")).scalars())


def report_lines(db: Connection, idents: Sequence[str]) -> list[Row]:
    """What a list says of these reports, newest first."""
    t = laporan.c
    query = (
        select(t.id, t.resi, t.kind, t.jenis, t.mulai, t.tempat, t.desa, laporan_versi.c.message)
        .join(
            laporan_versi,
            (laporan_versi.c.laporan == t.id)
            & (laporan_versi.c.versi == t.versi)
            & laporan_versi.c.in_force,
        )
        .where(t.id.in_(idents))
        .order_by(t.mulai.desc(), t.id)
    )
    return _rows(db, query)


def texts(db: Connection, ident: str) -> list[Row]:
    """Every text of a report that was ever taken in."""
    t = laporan_versi.c
    query = select(t.versi, t.digest, t.in_force, t.message).where(t.laporan == ident)
    return _rows(db, query)


def put_text(db: Connection, ident: str, versi: int, digest: str, message: str) -> None:
    """Another text in its place; the digest stays that of what was sent, so a repeat is known."""
    t = laporan_versi.c
    key = (t.laporan == ident) & (t.versi == versi) & (t.digest == digest)
    db.execute(update(laporan_versi).where(key), {"message": message})


def drop_other_texts(db: Connection, ident: str) -> None:
    """Only the version in force is left."""
    t = laporan_versi.c
    db.execute(delete(laporan_versi).where(t.laporan == ident, t.in_force.is_(False)))


def put_columns(db: Connection, ident: str, values: Row) -> None:
    """Columns of a report that no figure follows from."""
    db.execute(update(laporan).where(laporan.c.id == ident), values)


def resi(db: Connection, ident: str) -> str:
    """The number of a report."""
    return db.execute(select(laporan.c.resi).where(laporan.c.id == ident)).scalar_one()


def drop_talk(db: Connection, ident: str) -> None:
    """What was said about a report, and what the phones were told of it."""
    db.execute(delete(feedback).where(feedback.c.laporan == ident))
    kinds = ("laporan", "status", "feedback")
    db.execute(delete(changes).where(changes.c.ref == ident, changes.c.kind.in_(kinds)))


# --- The roster -------------------------------------------------------------------------------


def put_member(db: Connection, ident: str, row: Row, version: Row) -> None:
    """The record from now on; of its history nothing is left but this step."""
    db.execute(delete(anggota_versi).where(anggota_versi.c.anggota == ident))
    db.execute(update(anggota).where(anggota.c.id == ident), row)
    db.execute(insert(anggota_versi), version)
    told = update(changes).where(changes.c.kind == "anggota", changes.c.ref == ident)
    db.execute(told, {"data": row["message"], "versi": row["versi"]})


# --- Coachings --------------------------------------------------------------------------------


def coachings_of(db: Connection, ident: str) -> list[Row]:
    """Where the member took part, and under which name."""
    t = pembinaan_peserta.c
    return _rows(db, select(t.pembinaan, t.desa, t.nama).where(t.anggota == ident))


def rename_in_coachings(db: Connection, ident: str, new: str) -> None:
    """The lists of who came, and the texts that were made from them."""
    t = pembinaan_peserta.c
    found = coachings_of(db, ident)
    db.execute(update(pembinaan_peserta).where(t.anggota == ident), {"nama": new, "sertifikat": ""})
    for row in found:
        person = (row["desa"], row["nama"])
        v, c = pembinaan_versi.c, changes.c
        kept = select(v.versi, v.message).where(v.pembinaan == row["pembinaan"])
        for text in _rows(db, kept):
            key = (v.pembinaan == row["pembinaan"]) & (v.versi == text["versi"])
            message = _renamed(text["message"], person, new)
            db.execute(update(pembinaan_versi).where(key), {"message": message})
        told = select(c.seq, c.data).where(
            c.kind == "pembinaan", c.ref == row["pembinaan"], c.desa == row["desa"]
        )
        for text in _rows(db, told):
            data = _renamed(text["data"], person, new)
            db.execute(update(changes).where(c.seq == text["seq"]), {"data": data})


def acts_with(db: Connection, desa: str, ident: str) -> list[Row]:
    """The village's acts that name the member by id."""
    t = acts.c
    query = select(t.id, t.kind, t.at, t.message).where(
        t.desa == desa, or_(t.message.contains(ident), t.ref == ident)
    )
    return _rows(db, query)


def _renamed(text: str | None, person: tuple[str, str], new: str) -> str | None:
    """``peserta`` holds names where one village is told, else objects with village and name."""
    if not text:
        return text
    message: Row = json.loads(text)
    desa, nama = person
    for number, one in enumerate(message.get("peserta") or []):
        if one == nama:
            message["peserta"][number] = new
        elif isinstance(one, dict) and (one.get("desa"), one.get("nama")) == (desa, nama):
            one["nama"] = new
    return json.dumps(message, ensure_ascii=False)


def _rows(db: Connection, query: Any) -> list[Row]:
    return [dict(row) for row in db.execute(query).mappings()]
