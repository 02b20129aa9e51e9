"""The tables of the innovation's evidence: each year's set, what was entered, files.

A migration in `migrations/versions` goes with every change here.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from server.core.db.tables import metadata
from server.core.db.types import Moment

innovation_sets = Table(
    "innovation_sets",
    metadata,
    Column("tahun", Integer, primary_key=True, autoincrement=False),
    Column("message", Text, nullable=False, comment="JSON: stages, indicators, weights, texts"),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
)

innovation_facts = Table(
    "innovation_facts",
    metadata,
    Column("key", String(60), primary_key=True, comment="profil.masalah, uji.desa, dulu.jam_rekap"),
    Column("value", Text, nullable=False, comment="JSON"),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
)

evidence_files = Table(
    "evidence_files",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("tahun", Integer, nullable=False),
    Column("tempat", String(30), nullable=False, comment="indikator:17, tahap:uji_coba"),
    Column("jenis", String(20), nullable=False, comment="sk, undangan, foto, surat, tautan"),
    Column("nama", String(200), nullable=False, comment="the file's name as it was chosen"),
    Column("sha256", String(64), nullable=False, comment="empty: a link"),
    Column("akhiran", String(8), nullable=False),
    Column("size", Integer, nullable=False),
    Column("tautan", String(500), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
    Index("ix_evidence_files_tahun_tempat", "tahun", "tempat"),
)

evidence_data = Table(
    "evidence_data",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False, comment="the file itself: so it is in each backup"),
)

training_devices = Table(
    "training_devices",
    metadata,
    Column("device", String(36), ForeignKey("devices.id"), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
)
