"""The audit log: only added to, sealed line by line, whole after a restore, checked by doctor."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from server.core import devices
from server.core.config import Settings
from server.core.context import Context, open_context
from server.core.db import migrate
from server.core.db.database import Database
from server.core.rows import audit_rows
from server.rawat import backup, doctor, restore
from shared.clock import FixedClock
from tests.cast import EVENING
from tests.server.kit import Office, Phone, by_hand, fresh_database, is_sqlite, office

pytestmark = pytest.mark.anyio


def chain(ctx: Context) -> audit_rows.Chain:
    with ctx.database.read() as db:
        return audit_rows.examine(db)


def write(ctx: Context, *actors: str) -> None:
    with ctx.database.write() as db:
        for actor in actors:
            audit_rows.add(db, ctx.clock.now(), actor, "logged_in", detail="10.0.0.9")


def around_the_rule(folder: Path, *statements: str) -> None:
    """What somebody with the file in hand can do: drop the rule, then alter the log."""
    rules = ("DROP TRIGGER audit_no_UPDATE", "DROP TRIGGER audit_no_DELETE")
    if not is_sqlite(folder):
        rules = ("DROP TRIGGER audit_only_added ON audit",)
    by_hand(folder, *rules, *statements)


@pytest.fixture
def ctx(tmp_path: Path):
    (tmp_path / "sinar.db").write_bytes(fresh_database())
    with open_context(Settings(data=tmp_path), FixedClock(EVENING)) as ctx:
        yield ctx


def test_every_line_seals_the_one_before(ctx: Context) -> None:
    write(ctx, "kasi", "camat", "Camat (contoh)")
    found = chain(ctx)
    assert (found.lines, found.broken_at) == (3, None)
    assert found.head != audit_rows.START


@pytest.mark.parametrize("deed", ["UPDATE audit SET actor = 'orang lain'", "DELETE FROM audit"])
def test_the_database_itself_refuses_to_alter_or_drop_a_line(ctx: Context, deed: str) -> None:
    write(ctx, "kasi")
    with pytest.raises(IntegrityError, match="only added to"), ctx.database.write() as db:
        db.execute(text(deed))
    assert chain(ctx).lines == 1


@pytest.mark.parametrize(
    ("deed", "broken_at"),
    [
        ("UPDATE audit SET actor = 'orang lain' WHERE id = 2", 2),
        ("UPDATE audit SET at = '2026-11-01 00:00:00.000000' WHERE id = 3", 3),
        ("UPDATE audit SET ref = 'x' WHERE id = 1", 1),
        ("DELETE FROM audit WHERE id = 2", 3),
        ("UPDATE audit SET id = 9 WHERE id = 4", 9),
    ],
)
def test_whoever_goes_around_the_rule_breaks_the_chain(
    ctx: Context, deed: str, broken_at: int
) -> None:
    write(ctx, "kasi", "camat", "admin", "pembaca")
    around_the_rule(ctx.settings.data, deed)
    assert chain(ctx).broken_at == broken_at


def test_the_doctor_names_the_first_line_that_does_not_fit(ctx: Context) -> None:
    write(ctx, "kasi", "camat")
    assert {"audit"} == {f.code for f in doctor.examine(ctx) if f.code.startswith("audit")}
    around_the_rule(ctx.settings.data, "UPDATE audit SET detail = '' WHERE id = 2")
    found = {f.code: f for f in doctor.examine(ctx)}
    assert found["audit_broken"].weight is doctor.Weight.DAMAGE
    assert found["audit_broken"].facts["baris"] == 2
    assert found["audit_unguarded"].weight is doctor.Weight.DAMAGE


async def test_a_restore_keeps_a_whole_chain_and_adds_to_it(tmp_path: Path) -> None:
    async with office(tmp_path / "data") as juai:
        phone = await juai.phone()
        backup.backup(juai.ctx, tmp_path / "cadangan.sinar")
        devices.revoke(juai.ctx, phone.device_id, "operator")
        before = chain(juai.ctx)
    settings = Settings(data=tmp_path / "data")
    restore.restore(settings, FixedClock(EVENING), tmp_path / "cadangan.sinar", force=True)
    with open_context(settings, FixedClock(EVENING)) as ctx:
        found = chain(ctx)
        write(ctx, "kasi")
        assert chain(ctx).broken_at is None
    assert found.broken_at is None
    assert found.head != before.head


async def test_activation_and_revoking_stand_in_it(juai: Office, ida: Phone) -> None:
    devices.revoke(juai.ctx, ida.device_id, "operator")
    with juai.ctx.database.read() as db:
        said = [row["action"] for row in audit_rows.everything(db)]
    assert said[-3:] == ["code_made", "device_activated", "device_revoked"]


@pytest.mark.sqlite
def test_the_lines_of_an_older_version_are_sealed_when_it_is_opened(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'sinar.db'}"
    _older(url, "0003")
    with closing(sqlite3.connect(tmp_path / "sinar.db")) as db:
        for number, actor in ((2, "kasi"), (7, "operator")):
            db.execute(
                "INSERT INTO audit (id, at, actor, action, ref, detail) VALUES (?, ?, ?, ?, ?, ?)",
                (number, "2026-11-24 12:41:00.000000", actor, "code_made", None, "Ida (contoh)"),
            )
        db.commit()
    database = Database(url)
    database.open()
    with database.write() as db:
        audit_rows.add(db, EVENING, "kasi", "logged_in")
        found = audit_rows.examine(db)
        lines = [row["id"] for row in audit_rows.everything(db)]
    database.close()
    assert (found.broken_at, lines) == (None, [1, 2, 3])


def _older(url: str, revision: str) -> None:
    database = Database(url)
    config = Config()
    config.set_main_option("script_location", str(migrate.FOLDER))
    with database.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.commit()
    database.close()
