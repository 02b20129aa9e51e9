"""The tables of what people say of the service: the survey's answers, and complaints.

A migration in `migrations/versions` goes with every change here.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from server.core.db.tables import metadata
from server.core.db.types import Moment

skm_answers = Table(
    "skm_answers",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("periode", String(7), nullable=False, index=True, comment="2026-S2"),
    Column("sumber", String(10), nullable=False, comment="desa, publik"),
    Column("jawaban", Text, nullable=False, comment="JSON: nine numbers from 1 to 4"),
    Column("saran", Text, nullable=False),
    # In the order of random ids: the order of arrival would tell whose answer it is.
    sqlite_with_rowid=False,
)

skm_votes = Table(
    "skm_votes",
    metadata,
    Column("periode", String(7), primary_key=True),
    Column("device", String(36), ForeignKey("devices.id"), primary_key=True),
    Column("desa", String(13), nullable=False),
)

skm_profiles = Table(
    "skm_profiles",
    metadata,
    Column("periode", String(7), primary_key=True),
    Column("bidang", String(12), primary_key=True, comment="kelamin, umur, pendidikan, pekerjaan"),
    Column("pilihan", String(12), primary_key=True),
    # Counts only: what belongs together in one person would tell who it was.
    Column("jumlah", Integer, nullable=False),
)

skm_actions = Table(
    "skm_actions",
    metadata,
    Column("periode", String(7), primary_key=True),
    Column("teks", Text, nullable=False, comment="what was done about the weakest element"),
    Column("at", Moment, nullable=False),
    Column("by", String(200), nullable=False),
)

complaints = Table(
    "complaints",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("desa", String(13), nullable=False, comment="empty: told at the desk by somebody else"),
    Column("nama", String(200), nullable=False),
    Column("teks", Text, nullable=False),
    Column("status", String(10), nullable=False, comment="baru, diproses, selesai"),
    Column("jawaban", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("answered_by", String(200)),
    Column("solved_at", Moment),
    Index("ix_complaints_status_at", "status", "at"),
)
