"""What one process keeps for a while the others find, too."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "brief",
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False, comment="of no use after; seconds"),
        sa.PrimaryKeyConstraint("kind", "owner", "name", name=op.f("pk_brief")),
        sqlite_with_rowid=False,
    )
