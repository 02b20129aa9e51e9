"""A phone's sealed packages are signed: the server keeps the public half of the phone's key."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "devices",
        sa.Column(
            "sign_key",
            sa.String(length=64),
            nullable=True,
            comment="of its sealed packages, the public half; in hex",
        ),
    )
