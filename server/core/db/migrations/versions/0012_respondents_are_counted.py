"""How many respondents of the survey told what of themselves: counts, never a person."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "skm_profiles",
        sa.Column("periode", sa.String(length=7), nullable=False),
        sa.Column(
            "bidang",
            sa.String(length=12),
            nullable=False,
            comment="kelamin, umur, pendidikan, pekerjaan",
        ),
        sa.Column("pilihan", sa.String(length=12), nullable=False),
        sa.Column("jumlah", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("periode", "bidang", "pilihan", name=op.f("pk_skm_profiles")),
    )
