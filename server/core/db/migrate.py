"""Brings a database of any older version to the tables of this one."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, inspect, text

HEAD = "0017"
"""The newest migration; a test holds it against the folder."""

WRITES = "sinar_writes"
"""The option of a connection whose transactions begin with the write lock in hand."""

FOLDER = Path(__file__).parent / "migrations"


def current(engine: Engine) -> str | None:
    """The migration that the database stands at."""
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(engine: Engine) -> None:
    """Run what is missing; Alembic is loaded only when something is.

    With the write lock in hand: a command and a server may start at the same moment.
    """
    if current(engine) == HEAD:
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.connect().execution_options(**{WRITES: "migration"}) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()
