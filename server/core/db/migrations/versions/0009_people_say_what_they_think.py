"""The survey's answers, kept apart from who gave them; complaints and what came of them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "skm_answers",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("periode", sa.String(length=7), nullable=False, comment="2026-S2"),
        sa.Column("sumber", sa.String(length=10), nullable=False, comment="desa, publik"),
        sa.Column("jawaban", sa.Text(), nullable=False, comment="JSON: nine numbers from 1 to 4"),
        sa.Column("saran", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skm_answers")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_skm_answers_periode"), "skm_answers", ["periode"], unique=False)
    op.create_table(
        "skm_votes",
        sa.Column("periode", sa.String(length=7), nullable=False),
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("desa", sa.String(length=13), nullable=False),
        sa.ForeignKeyConstraint(
            ["device"], ["devices.id"], name=op.f("fk_skm_votes_device_devices")
        ),
        sa.PrimaryKeyConstraint("periode", "device", name=op.f("pk_skm_votes")),
    )
    op.create_table(
        "skm_actions",
        sa.Column("periode", sa.String(length=7), nullable=False),
        sa.Column(
            "teks", sa.Text(), nullable=False, comment="what was done about the weakest element"
        ),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("periode", name=op.f("pk_skm_actions")),
    )
    op.create_table(
        "complaints",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column(
            "desa",
            sa.String(length=13),
            nullable=False,
            comment="empty: told at the desk by somebody else",
        ),
        sa.Column("nama", sa.String(length=200), nullable=False),
        sa.Column("teks", sa.Text(), nullable=False),
        sa.Column(
            "status", sa.String(length=10), nullable=False, comment="baru, diproses, selesai"
        ),
        sa.Column("jawaban", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("answered_by", sa.String(length=200), nullable=True),
        sa.Column("solved_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaints")),
    )
    op.create_index("ix_complaints_status_at", "complaints", ["status", "at"], unique=False)
