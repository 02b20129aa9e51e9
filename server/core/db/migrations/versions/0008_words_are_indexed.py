"""The words of reports are found by an index; notes of the review wait on the server."""

import sqlalchemy as sa
from alembic import op

from server.laporan.rows import laporan_words

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    laporan_words.make(op.get_bind())
    op.create_table(
        "review_drafts",
        sa.Column("username", sa.String(length=60), nullable=False),
        sa.Column("laporan", sa.String(length=36), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False, comment="JSON: notes by part, and pesan"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["laporan"], ["laporan.id"], name=op.f("fk_review_drafts_laporan_laporan")
        ),
        sa.PrimaryKeyConstraint("username", "laporan", name=op.f("pk_review_drafts")),
    )
