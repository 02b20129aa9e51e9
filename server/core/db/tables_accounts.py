"""The tables of accounts: who may log in, from where, and what was tried."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)

from server.core.db.tables import metadata
from server.core.db.types import Moment

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("username", String(60), nullable=False, unique=True),
    Column("nama", String(200), nullable=False),
    Column("role", String(20), nullable=False),
    Column("password_hash", String(200), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("password_at", Moment, nullable=False, comment="older sessions end"),
    Column("totp_secret", String(64), comment="sealed; null: no second step"),
    Column(
        "totp_step", BigInteger, nullable=False, server_default="0", comment="the last one used"
    ),
)


sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("account", Integer, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("step", String(10), nullable=False, server_default="", comment="what lacks still"),
    Column("address", String(64), nullable=False, server_default=""),
    Column("browser", String(200), nullable=False, server_default=""),
)


known_browsers = Table(
    "known_browsers",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("account", Integer, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("seen_at", Moment, nullable=False),
)


recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("account", Integer, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
)


rate_limits = Table(
    "rate_limits",
    metadata,
    Column("name", String(40), primary_key=True, comment="the rule"),
    Column("key", String(120), primary_key=True, comment="the sender"),
    Column("state", Text, nullable=False, comment="JSON: moments in ms, or an amount"),
    Column("until", BigInteger, nullable=False, comment="of no use after; seconds"),
    sqlite_with_rowid=False,
)


failed_log_ins = Table(
    "failed_log_ins",
    metadata,
    Column("actor", String(200), primary_key=True),
    Column("hour", Moment, primary_key=True),
    Column("count", Integer, nullable=False, comment="after the first, which is told"),
)
