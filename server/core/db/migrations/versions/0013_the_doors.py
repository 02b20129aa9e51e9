"""Limits are counted in the database; known browsers, the second step, open log-ins."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rate_limits",
        sa.Column("name", sa.String(length=40), nullable=False, comment="the rule"),
        sa.Column("key", sa.String(length=120), nullable=False, comment="the sender"),
        sa.Column("state", sa.Text(), nullable=False, comment="JSON: moments in ms, or an amount"),
        sa.Column("until", sa.BigInteger(), nullable=False, comment="of no use after; seconds"),
        sa.PrimaryKeyConstraint("name", "key", name=op.f("pk_rate_limits")),
        sqlite_with_rowid=False,
    )
    op.drop_table("login_failures")
    op.create_table(
        "failed_log_ins",
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("hour", sa.DateTime(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False, comment="after the first, which is told"),
        sa.PrimaryKeyConstraint("actor", "hour", name=op.f("pk_failed_log_ins")),
    )
    op.create_table(
        "known_browsers",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"],
            ["accounts.id"],
            name=op.f("fk_known_browsers_account_accounts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", "account", name=op.f("pk_known_browsers")),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("account", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account"],
            ["accounts.id"],
            name=op.f("fk_recovery_codes_account_accounts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("code_hash", "account", name=op.f("pk_recovery_codes")),
    )
    with op.batch_alter_table("accounts") as accounts:
        accounts.add_column(sa.Column("totp_secret", sa.String(length=64), nullable=True))
        accounts.add_column(
            sa.Column("totp_step", sa.BigInteger(), nullable=False, server_default="0")
        )
    with op.batch_alter_table("sessions") as sessions:
        sessions.add_column(
            sa.Column("step", sa.String(length=10), nullable=False, server_default="")
        )
        sessions.add_column(
            sa.Column("address", sa.String(length=64), nullable=False, server_default="")
        )
        sessions.add_column(
            sa.Column("browser", sa.String(length=200), nullable=False, server_default="")
        )
    with op.batch_alter_table("delivered") as delivered:
        delivered.add_column(
            sa.Column("counted", sa.Boolean(), nullable=False, server_default=sa.true())
        )
