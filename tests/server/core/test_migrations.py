"""A database of any age is brought to the tables of this version."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from server.core.db import migrate, tables_innovation, tables_voice
from server.core.db.database import Database
from server.laporan.rows import laporan_days, laporan_words, month_counts
from server.sample.fill import fill
from tests.house.rooms import imported, tree

pytestmark = pytest.mark.sqlite


def test_the_migrations_make_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    database = _opened(tmp_path)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": _ours}
        )
        assert compare_metadata(context, tables_innovation.metadata) == []
        assert tables_voice.metadata is tables_innovation.metadata
    database.close()


def test_the_newest_migration_is_the_one_the_server_looks_for(tmp_path: Path) -> None:
    script = ScriptDirectory(str(migrate.FOLDER))
    assert script.get_heads() == [migrate.HEAD]
    database = _opened(tmp_path)
    assert migrate.current(database.engine) == migrate.HEAD
    database.close()


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    _opened(tmp_path).close()
    before = _dump(tmp_path)
    _opened(tmp_path).close()
    assert len(before) > 50
    assert _dump(tmp_path) == before


def test_migrations_call_no_living_code() -> None:
    """What they do must stay what it was, whatever becomes of the code that once did the same."""
    calling = {
        f"{path.name} imports {name}"
        for path in (migrate.FOLDER / "versions").glob("*.py")
        for name in imported(tree(path))
        if name.split(".")[0] in {"server", "shared", "mobile"}
    }
    assert calling == set()


def test_the_database_is_durable_and_keeps_its_references(tmp_path: Path) -> None:
    database = _opened(tmp_path)
    found = {}
    with database.write() as db:
        for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout"):
            found[name] = db.exec_driver_sql(f"PRAGMA {name}").scalar()
    assert found == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 15_000,
    }  # fmt: skip
    with database.write(durable=False) as db:
        assert db.exec_driver_sql("PRAGMA synchronous").scalar() == 1
    with database.write() as db:
        assert db.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    database.close()


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    """The index of words and the counts of days have tables of their own, which SQLite keeps."""
    kept = (laporan_words.TABLE, laporan_days.TABLE)
    return kind != "table" or not str(name).startswith(kept)


def test_two_that_open_a_new_database_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """`sinar serve` and `sinar activation-code` on the first evening."""
    other = sqlite3.connect(tmp_path / "sinar.db", isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("BEGIN IMMEDIATE")
    other.execute("CREATE TABLE of_another (id INTEGER)")
    letting_go = threading.Timer(0.3, other.execute, ("COMMIT",))
    letting_go.start()
    database = _opened(tmp_path)
    assert migrate.current(database.engine) == migrate.HEAD
    database.close()
    letting_go.join()
    other.close()


def test_the_figures_that_a_migration_counts_are_those_of_the_code(tmp_path: Path) -> None:
    """0003 counts by rules of its own; on today's reports they give what the server keeps."""
    fill(tmp_path, days=6)
    frozen = ScriptDirectory(str(migrate.FOLDER)).get_revision("0003").module
    database = _opened(tmp_path)
    with database.write() as db:
        db.execute(text("DELETE FROM month_figures"))
        frozen._read_messages(db)
        frozen._count(db)
        assert month_counts.is_right(db)
        assert db.execute(text("SELECT count(*) FROM month_figures")).scalar_one() > 20
    database.close()


def _dump(folder: Path) -> list[str]:
    """Every table, trigger and row, as SQL."""
    connection = sqlite3.connect(folder / "sinar.db")
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def _opened(folder: Path) -> Database:
    database = Database(f"sqlite:///{folder / 'sinar.db'}")
    database.open()
    return database
