"""A report knows its end, and whether it was still to come when it was received."""

import json
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

WITA = timezone(timedelta(hours=8))
AHEAD = timedelta(minutes=15)
CEPAT = timedelta(hours=24)
NOT_YET = -1
PAGE = 1000
OPEN = ("diterima", "perlu_perbaikan")
COUNTED = (*OPEN, "diverifikasi")

REPORTS = sa.table(
    "laporan",
    sa.column("id", sa.String),
    sa.column("desa", sa.String),
    sa.column("kind", sa.String),
    sa.column("versi", sa.Integer),
    sa.column("status", sa.String),
    sa.column("jenis", sa.String),
    sa.column("bulan", sa.String),
    sa.column("jumlah_personel", sa.Integer),
    sa.column("mulai", sa.DateTime),
    sa.column("selesai", sa.DateTime),
    sa.column("received_at", sa.DateTime),
    sa.column("changed_at", sa.DateTime),
    sa.column("belum_tiba", sa.Integer),
)
VERSIONS = sa.table(
    "laporan_versi",
    sa.column("laporan", sa.String),
    sa.column("versi", sa.Integer),
    sa.column("in_force", sa.Boolean),
    sa.column("message", sa.Text),
)
COUNT = sa.text(
    "INSERT INTO month_counts (bulan, desa, minggu, kind, status, jumlah)"
    " VALUES (:bulan, :desa, :minggu, :kind, :status, :jumlah)"
    " ON CONFLICT (bulan, desa, minggu, kind, status)"
    " DO UPDATE SET jumlah = month_counts.jumlah + excluded.jumlah"
)
FIGURE = sa.text(
    "INSERT INTO month_figures (bulan, desa, figure, jumlah)"
    " VALUES (:bulan, :desa, :figure, :jumlah)"
    " ON CONFLICT (bulan, desa, figure)"
    " DO UPDATE SET jumlah = month_figures.jumlah + excluded.jumlah"
)


def upgrade() -> None:
    op.add_column("laporan", sa.Column("selesai", sa.DateTime()))
    op.add_column(
        "laporan", sa.Column("belum_tiba", sa.Integer(), nullable=False, server_default="0")
    )
    db = op.get_bind()
    read_ends(db)
    set_aside(db)
    count_quick_ones(db)


def downgrade() -> None:
    op.drop_column("laporan", "belum_tiba")
    op.drop_column("laporan", "selesai")


def read_ends(db: sa.Connection) -> None:
    """The ends stand in what was sent."""
    last = ""
    in_force = sa.and_(
        VERSIONS.c.laporan == REPORTS.c.id, VERSIONS.c.versi == REPORTS.c.versi, VERSIONS.c.in_force
    )
    while page := db.execute(
        sa.select(REPORTS.c.id, VERSIONS.c.message).join(VERSIONS, in_force)
        .where(REPORTS.c.id > last, REPORTS.c.kind != "nihil").order_by(REPORTS.c.id).limit(PAGE)
    ).all():  # fmt: skip
        for ident, message in page:
            end = moment(json.loads(message).get("selesai"))
            if end is not None:
                db.execute(REPORTS.update().where(REPORTS.c.id == ident).values(selesai=end))
        last = page[-1][0]


def moment(text: str | None) -> datetime | None:
    """In UTC without an offset, as moments are kept."""
    if not text:
        return None
    return datetime.fromisoformat(text.upper()).astimezone(UTC).replace(tzinfo=None)


def set_aside(db: sa.Connection) -> None:
    """What was still to come when its version in force came, and nobody has verified."""
    t = REPORTS.c
    found = db.execute(
        sa.select(REPORTS).where(t.status.in_(OPEN), t.mulai > t.changed_at)
    ).mappings()
    for row in [dict(one) for one in found if one["mulai"] - one["changed_at"] > AHEAD]:
        db.execute(REPORTS.update().where(t.id == row["id"]).values(belum_tiba=1))
        at = {name: row[name] for name in ("bulan", "desa", "kind", "status")}
        db.execute(COUNT, {**at, "minggu": week_of(row), "jumlah": -1})
        db.execute(COUNT, {**at, "minggu": NOT_YET, "jumlah": 1})
        held = [(f"jenis {row['jenis']}", 1)] if row["jenis"] else []
        held += [("orang", row["jumlah_personel"])] if row["jumlah_personel"] else []
        for figure, jumlah in held:
            where = {"bulan": row["bulan"], "desa": row["desa"]}
            db.execute(FIGURE, {**where, "figure": figure, "jumlah": -jumlah})


def week_of(row: dict[str, object]) -> int:
    """1 to 5 by the day of the month in WITA; a nihil is of no week."""
    start = row["mulai"]
    if row["kind"] == "nihil" or not isinstance(start, datetime):
        return 0
    return (start.replace(tzinfo=UTC).astimezone(WITA).day - 1) // 7 + 1


def count_quick_ones(db: sa.Connection) -> None:
    """Within 24 hours after they were over, no longer after they began."""
    t = REPORTS.c
    query = sa.select(t.bulan, t.desa, t.mulai, t.selesai, t.received_at).where(
        t.kind == "kejadian", t.status.in_(COUNTED), t.belum_tiba == 0
    )
    quick: Counter[tuple[str, str]] = Counter()
    for bulan, desa, begun, end, received in db.execute(query):
        over = end if end is not None and end > begun else begun
        quick[bulan, desa] += received - over <= CEPAT
    db.execute(sa.text("DELETE FROM month_figures WHERE figure = 'cepat'"))
    for (bulan, desa), jumlah in quick.items():
        if jumlah:
            where = {"bulan": bulan, "desa": desa}
            db.execute(FIGURE, {**where, "figure": "cepat", "jumlah": jumlah})
