"""Figures of each month are kept as reports come in; the list's order is read from indexes."""

import sqlalchemy as sa
from alembic import op

from server.laporan.rows import month_counts

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "month_figures",
        sa.Column("bulan", sa.String(length=7), nullable=False),
        sa.Column("desa", sa.String(length=13), nullable=False),
        sa.Column(
            "figure",
            sa.String(length=40),
            nullable=False,
            comment="'cepat', 'orang', 'jenis PATROLI'",
        ),
        sa.Column("jumlah", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("bulan", "desa", "figure", name=op.f("pk_month_figures")),
    )
    op.add_column(
        "laporan",
        sa.Column(
            "mendesak",
            sa.Integer(),
            server_default="0",
            nullable=False,
            comment="1: a kejadian that nobody has looked at",
        ),
    )
    op.execute("UPDATE laporan SET mendesak = 1 WHERE kind = 'kejadian' AND status = 'diterima'")
    _indexes()
    # The figures are drawn from reports that no later migration may leave unreadable.
    month_counts.read_messages(op.get_bind())
    month_counts.rebuild(op.get_bind())


def _indexes() -> None:
    op.drop_index("ix_laporan_desa_received_at", table_name="laporan")
    op.drop_index("ix_laporan_bulan", table_name="laporan")
    order = ["mendesak", "received_at", "id"]
    op.create_index("ix_laporan_order", "laporan", order)
    op.create_index("ix_laporan_status", "laporan", ["status", *order])
    op.create_index("ix_laporan_desa", "laporan", ["desa", *order])
    op.create_index("ix_laporan_jenis", "laporan", ["jenis", *order, "status"])
    op.create_index("ix_laporan_bulan", "laporan", ["bulan", *order, "desa"])
    op.create_index("ix_laporan_bulan_kind", "laporan", ["bulan", "kind", "received_at"])
