"""How many reports came in on each day is kept."""

from alembic import op

from server.laporan.rows import laporan_days

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    laporan_days.make(op.get_bind())
