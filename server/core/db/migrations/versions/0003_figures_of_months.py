"""Figures of each month are kept as reports come in; the list's order is read from indexes."""

import json
from collections import Counter
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

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
    _read_messages(op.get_bind())
    _count(op.get_bind())


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


_MESSAGES = (
    "SELECT laporan.id, laporan_versi.message FROM laporan JOIN laporan_versi"
    " ON laporan_versi.laporan = laporan.id AND laporan_versi.versi = laporan.versi"
    " AND laporan_versi.in_force"
)


def _read_messages(db: sa.Connection) -> None:
    """How many took part, and which members: read from what was sent."""
    db.execute(sa.text("DELETE FROM laporan_personel"))
    for ident, message in db.execute(sa.text(_MESSAGES)).all():
        sent: dict[str, Any] = json.loads(message)
        if count := sent.get("jumlah_personel"):
            db.execute(
                sa.text("UPDATE laporan SET jumlah_personel = :count WHERE id = :id"),
                {"count": count, "id": ident},
            )
        for member in {one.get("anggota") for one in sent.get("personel") or ()} - {None}:
            db.execute(
                sa.text("INSERT INTO laporan_personel (laporan, anggota) VALUES (:id, :member)"),
                {"id": ident, "member": member},
            )


def _count(db: sa.Connection) -> None:
    """The figures of all months, by the rules of this version."""
    columns = ["desa", "kind", "status", "bulan", "jenis", "jumlah_personel"]
    moments = [sa.column(name, sa.DateTime) for name in ("mulai", "received_at")]
    found = sa.select(*map(sa.column, columns), *moments).select_from(sa.table("laporan"))
    db.execute(sa.text("DELETE FROM month_counts"))
    counts: Counter[tuple[Any, ...]] = Counter()
    figures: Counter[tuple[str, str, str]] = Counter()
    for row in db.execute(found).all():
        day = (row.mulai + timedelta(hours=8)).day  # WITA; kept in UTC
        week = 0 if row.kind == "nihil" else (day - 1) // 7 + 1
        counts[(row.bulan, row.desa, week, row.kind, row.status)] += 1
        if row.status not in ("diterima", "perlu_perbaikan", "diverifikasi"):
            continue
        if row.jenis:
            figures[(row.bulan, row.desa, f"jenis {row.jenis}")] += 1
        if row.jumlah_personel:
            figures[(row.bulan, row.desa, "orang")] += row.jumlah_personel
        if row.kind == "kejadian" and row.received_at - row.mulai <= timedelta(hours=24):
            figures[(row.bulan, row.desa, "cepat")] += 1
    for key, n in counts.items():
        db.execute(
            sa.text("INSERT INTO month_counts VALUES (:bulan, :desa, :minggu, :kind, :status, :n)"),
            dict(zip(("bulan", "desa", "minggu", "kind", "status", "n"), (*key, n), strict=True)),
        )
    for key, n in figures.items():
        db.execute(
            sa.text("INSERT INTO month_figures VALUES (:bulan, :desa, :figure, :n)"),
            dict(zip(("bulan", "desa", "figure", "n"), (*key, n), strict=True)),
        )
