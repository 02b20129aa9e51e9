"""PostgreSQL behind the same door as SQLite: one writer at a time, whichever process it is in."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Integer, String
from sqlalchemy.ext.compiler import compiles

from server.core.db.migrate import WRITES

WRITER = 0x51A2
"""The advisory lock of whoever writes: let go of when all can see what was committed."""
BUSY_S, IDLE_S = 15, 60

DUTY = 0x51A3
"""The one of whoever does what only one process shall do (`duty`)."""
IDLE_SINCE = 140_000
"""From this version on it can let go of a connection that nobody uses."""
UNUSED = "5min"
"""After so long: each kecamatan has its own, and all of them together are bounded."""

WATCHED = (
    "SELECT set_config('tcp_keepalives_idle', '10', false),"
    " set_config('tcp_keepalives_interval', '5', false),"
    " set_config('tcp_keepalives_count', '3', false)"
)
"""Who has gone without a word (a machine without power) is missed within half a minute."""

WATCHING = {
    "keepalives": 1, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}  # fmt: skip
"""The same from our side: a database that has gone without a word keeps nobody waiting for long."""

CHANNEL = "sinar"
"""On which each commit that keeps something is told, with the name of whoever has written."""

_TURN = f"pg_advisory_xact_lock({WRITER})"
# Who stands still with the lock in hand (stopped, cut off) is let go by the database.
_BOUNDS = (
    f"set_config('lock_timeout', '{BUSY_S}s', true),"
    f" set_config('idle_in_transaction_session_timeout', '{IDLE_S}s', true)"
)
_TELL = f"pg_notify('{CHANNEL}', current_setting('application_name'))"  # goes out at the commit
_SOON = "set_config('synchronous_commit', 'off', true)"
_ON_DISK = (  # a stricter setting of the operator's stays
    "set_config('synchronous_commit',"
    " replace(current_setting('synchronous_commit'), 'off', 'on'), true)"
)
BEGINNINGS = {
    "migration": f"SELECT {_TURN}",  # its pauses are long, and who starts meanwhile waits for it
    "durable": f"SELECT {_BOUNDS}, {_ON_DISK}, {_TURN}, {_TELL}",
    "note": f"SELECT {_BOUNDS}, {_SOON}, {_TURN}",
}
"""What each kind of writing says first; what it reads then cannot change before it commits."""


def options(name: str) -> dict[str, Any]:
    """Of the pool and its connections; ``name`` tells one process from the others."""
    return {
        "pool_pre_ping": True,  # one that a restart has ended is replaced unseen
        "connect_args": {"connect_timeout": 5, "application_name": name, **WATCHING},
    }


def prepare(driver: Any, _record: Any) -> None:
    """Of a new connection: our queries are short, and compiling them takes longer than they do."""
    from psycopg.adapt import Loader

    class Number(Loader):
        """A sum, or an average: no table of ours has decimals."""

        def load(self, data: Any) -> int | float:
            return float(data) if b"." in bytes(data) else int(data)

    driver.adapters.register_loader("numeric", Number)
    driver.execute("SET jit = off")
    if driver.info.server_version >= IDLE_SINCE:
        driver.execute(f"SET idle_session_timeout = '{UNUSED}'")
    driver.commit()


def stay(connection: Connection) -> None:
    """This one is kept on purpose, however long it is silent."""
    driver: Any = connection.connection.driver_connection
    if driver.info.server_version >= IDLE_SINCE:
        connection.exec_driver_sql("SET idle_session_timeout = 0")


def begin(connection: Connection) -> None:
    """Wait until nobody else writes."""
    kind = connection.get_execution_options().get(WRITES)
    if kind is not None:
        connection.exec_driver_sql(BEGINNINGS[kind])


# As SQLite has it: a text is as long as it is, a number as large. The checks of what comes in are
# the same for both, so a column must not be narrower on one of them.


@compiles(String, "postgresql")
def _text(_type: Any, _compiler: Any, **_how: Any) -> str:
    return "TEXT"


@compiles(Integer, "postgresql")
def _number(_type: Any, _compiler: Any, **_how: Any) -> str:
    return "BIGINT"
