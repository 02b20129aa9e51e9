"""The innovation's evidence: sets of years (that of 2026 comes along), facts, files, practice."""

import json
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

FIRST = Path(__file__).with_name("0005_set_2026.json")


def upgrade() -> None:
    sets = op.create_table(
        "innovation_sets",
        sa.Column("tahun", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "message",
            sa.Text(),
            nullable=False,
            comment="JSON: stages, indicators, weights, texts",
        ),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("tahun", name=op.f("pk_innovation_sets")),
    )
    op.create_table(
        "innovation_facts",
        sa.Column(
            "key",
            sa.String(length=60),
            nullable=False,
            comment="profil.masalah, uji.desa, dulu.jam_rekap",
        ),
        sa.Column("value", sa.Text(), nullable=False, comment="JSON"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_innovation_facts")),
    )
    _files()
    op.create_table(
        "training_devices",
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["device"], ["devices.id"], name=op.f("fk_training_devices_device_devices")
        ),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_training_devices")),
    )
    first = json.loads(FIRST.read_text(encoding="utf-8"))
    row = {
        "tahun": first["tahun"], "message": json.dumps(first, ensure_ascii=False),
        "at": datetime(2026, 11, 24, tzinfo=UTC).replace(tzinfo=None), "by": "SINAR LINMAS",
    }  # fmt: skip
    op.bulk_insert(sets, [row])


def _files() -> None:
    op.create_table(
        "evidence_files",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column(
            "tempat", sa.String(length=30), nullable=False, comment="indikator:17, tahap:uji_coba"
        ),
        sa.Column(
            "jenis",
            sa.String(length=20),
            nullable=False,
            comment="sk, undangan, foto, surat, tautan",
        ),
        sa.Column(
            "nama",
            sa.String(length=200),
            nullable=False,
            comment="the file's name as it was chosen",
        ),
        sa.Column("sha256", sa.String(length=64), nullable=False, comment="empty: a link"),
        sa.Column("akhiran", sa.String(length=8), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("tautan", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_files")),
    )
    op.create_table(
        "evidence_data",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column(
            "data",
            sa.LargeBinary(),
            nullable=False,
            comment="the file itself: so it is in each backup",
        ),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_evidence_data")),
    )
    op.create_index("ix_evidence_files_tahun_tempat", "evidence_files", ["tahun", "tempat"])
