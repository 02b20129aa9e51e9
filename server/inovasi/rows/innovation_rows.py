"""What the innovation's pages keep: sets of years, entered facts, the list of evidence files."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from server.core.db.tables import settings
from server.core.db.tables_innovation import (
    evidence_data,
    evidence_files,
    innovation_facts,
    innovation_sets,
    training_devices,
)

Row = dict[str, Any]

SAMPLE = "sample"
"""The setting that marks a data folder whose people and reports are made up."""


def years(db: Connection) -> list[int]:
    """The years that have a set, the newest first."""
    t = innovation_sets.c
    return list(db.execute(select(t.tahun).order_by(t.tahun.desc())).scalars())


def year_set(db: Connection, tahun: int) -> str | None:
    """The set of a year, as JSON."""
    t = innovation_sets.c
    return db.execute(select(t.message).where(t.tahun == tahun)).scalar()


def put_set(db: Connection, tahun: int, message: str, at: datetime, by: str) -> None:
    """The set of a year from now on."""
    db.execute(delete(innovation_sets).where(innovation_sets.c.tahun == tahun))
    row = {"tahun": tahun, "message": message, "at": at, "by": by}
    db.execute(insert(innovation_sets), row)


def facts(db: Connection) -> dict[str, Any]:
    """Everything that was entered."""
    t = innovation_facts.c
    return {row.key: json.loads(row.value) for row in db.execute(select(t.key, t.value))}


def put_fact(db: Connection, key: str, value: str, at: datetime, by: str) -> None:
    """One entry from now on."""
    t = innovation_facts.c
    row = {"value": value, "at": at, "by": by}
    if not db.execute(update(innovation_facts).where(t.key == key), row).rowcount:
        db.execute(insert(innovation_facts), {"key": key, **row})


def files(db: Connection, tahun: int | None = None) -> list[Row]:
    """The evidence files of a year, or of all; in the order in which they came.

    What lies at a stage belongs to the innovation, whatever year is looked at.
    """
    t = evidence_files.c
    query = select(evidence_files).order_by(t.at, t.id)
    if tahun is not None:
        query = query.where(or_(t.tahun == tahun, t.tempat.startswith("tahap:")))
    return [dict(row) for row in db.execute(query).mappings()]


def file(db: Connection, ident: str) -> Row | None:
    """One evidence file."""
    query = select(evidence_files).where(evidence_files.c.id == ident)
    row = db.execute(query).mappings().one_or_none()
    return dict(row) if row else None


def add_file(db: Connection, row: Row) -> None:
    db.execute(insert(evidence_files), row)


def keep_data(db: Connection, sha256: str, data: bytes) -> None:
    """The bytes of a file, once."""
    t = evidence_data.c
    if db.execute(select(t.sha256).where(t.sha256 == sha256)).scalar() is None:
        db.execute(insert(evidence_data), {"sha256": sha256, "data": data})


def data(db: Connection, sha256: str) -> bytes | None:
    """The bytes of a file."""
    return db.execute(select(evidence_data.c.data).where(evidence_data.c.sha256 == sha256)).scalar()


def drop_file(db: Connection, ident: str) -> None:
    """Its bytes go too, unless another entry holds the same."""
    db.execute(delete(evidence_files).where(evidence_files.c.id == ident))
    named = select(evidence_files.c.sha256)
    db.execute(delete(evidence_data).where(evidence_data.c.sha256.not_in(named)))


def is_sample(db: Connection) -> bool:
    """Whether everything in this folder is made up."""
    found = db.execute(select(settings.c.value).where(settings.c.key == SAMPLE)).scalar()
    return found == "true"


def training(db: Connection) -> set[str]:
    """The phones that send for practice."""
    return set(db.execute(select(training_devices.c.device)).scalars())


def mark_training(db: Connection, device: str, at: datetime, by: str, *, on: bool) -> None:
    """What this phone sends is for practice, or is not any more."""
    db.execute(delete(training_devices).where(training_devices.c.device == device))
    if on:
        db.execute(insert(training_devices), {"device": device, "at": at, "by": by})
