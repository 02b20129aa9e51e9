"""Lines of the audit log are sealed one after the other and only added; who was erased is known."""

import hashlib
import json
from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "audit",
        sa.Column(
            "hash",
            sa.String(length=64),
            nullable=False,
            server_default="",
            comment="SHA-256 of the hash before and this line: see audit_rows",
        ),
    )
    _seal_what_is_there(op.get_bind())
    _guard(op.get_bind())
    op.create_table(
        "erased",
        sa.Column("anggota", sa.String(length=36), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["anggota"], ["anggota.id"], name=op.f("fk_erased_anggota_anggota")
        ),
        sa.PrimaryKeyConstraint("anggota", name=op.f("pk_erased")),
    )


def _seal_what_is_there(db: sa.Connection) -> None:
    """Numbers without a gap, then the seals: as `audit_rows` made them when this was written."""
    head = "0" * 64
    rows = db.execute(sa.text("SELECT id, at, actor, action, ref, detail FROM audit ORDER BY id"))
    for number, row in enumerate(rows.all(), start=1):
        at = row.at if isinstance(row.at, datetime) else datetime.fromisoformat(row.at)
        line = [number, at.isoformat(), row.actor, row.action, row.ref, row.detail]
        head = hashlib.sha256(f"{head}\n{json.dumps(line)}".encode()).hexdigest()
        db.execute(
            sa.text("UPDATE audit SET id = :number, hash = :head WHERE id = :id"),
            {"number": number, "head": head, "id": row.id},
        )


def _guard(db: sa.Connection) -> None:
    """From now on the database itself refuses to alter or drop a line."""
    words = "the audit log is only added to"
    if db.dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_no_{deed} BEFORE {deed} ON audit"
                f" BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION audit_only_added() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE integrity_constraint_violation"
        f" USING MESSAGE = '{words}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit"
        " FOR EACH STATEMENT EXECUTE FUNCTION audit_only_added()"
    )
