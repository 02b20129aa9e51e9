"""PostgreSQL behind the same door: one writer, one first start, back at once, healed by itself."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from signal import SIGQUIT

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, InternalError, OperationalError

from server import cli
from server.core import accounts
from server.core.config import Settings
from server.core.context import open_context
from server.core.db import addresses, counters, dumps, migrate, postgres, trouble, upgrading
from server.core.db.database import Database, StoreAddressError
from server.core.rows import audit_guard
from server.hp import activation
from server.rawat import backup, doctor, drill, restore
from shared.clock import FixedClock
from shared.codec import encode
from tests.cast import LALAYAU, patrol
from tests.doubles.cluster import Cluster
from tests.postgres import Lane
from tests.server.kit import NOW, Office, Phone, office, stored
from tests.server.live import SINAR

psycopg = pytest.importorskip("psycopg")
pytestmark = pytest.mark.anyio


@pytest.fixture
def lane(postgres: Lane | None) -> Lane:
    if postgres is None:
        pytest.skip("PostgreSQL's own: with --database postgres")
    return postgres


@pytest.fixture
def empty(lane: Lane, tmp_path: Path) -> Iterator[str]:
    """The address of a database without a table."""
    lane.made[tmp_path / "kosong"] = "kosong"
    yield lane.cluster.make("kosong")
    lane.drop(tmp_path / "kosong")


def test_two_first_starts_at_once_both_end_well(empty: str, tmp_path: Path) -> None:
    """`sinar serve` and a command on the first evening, each a process of its own."""
    data = str(tmp_path / "data")
    words = ["account", "add", "--role", "camat", "--password-stdin", "--data", data]
    both = [
        subprocess.Popen(
            [*SINAR, *words, "--username", name, "--database", empty],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        for name in ("satu", "dua")
    ]  # fmt: skip
    said = [one.communicate("kata sandi contoh\n", timeout=120)[0] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    with open_context(Settings(tmp_path / "data", empty)) as ctx:
        assert {one.username for one in accounts.all_accounts(ctx)} == {"satu", "dua"}


def test_a_role_that_may_make_databases_and_nothing_else_is_enough(
    lane: Lane, tmp_path: Path
) -> None:
    lane.cluster.run("CREATE ROLE biasa LOGIN CREATEDB")
    lane.cluster.run("CREATE DATABASE biasa OWNER biasa TEMPLATE template0")
    lane.made[tmp_path / "biasa"] = "biasa"
    settings = Settings(tmp_path / "data", lane.cluster.url("biasa").replace("sinar@", "biasa@"))
    file = tmp_path / "cadangan.tar"
    with open_context(settings, FixedClock(NOW)) as ctx:
        activation.new_code(ctx, LALAYAU, "Ida (contoh)", "Kasi")
        backup.backup(ctx, file)
    assert drill.drill(file, FixedClock(NOW), settings, settings.database_url).whole
    done = restore.restore(settings, FixedClock(NOW), file, force=True)
    assert done.database in lane.cluster.names()


def test_writers_of_two_processes_wait_for_each_other(lane: Lane, tmp_path: Path) -> None:
    url = lane.url(tmp_path)
    ones = [Database(url) for _ in range(4)]

    def count(database: Database) -> list[int]:
        given = []
        for number in range(25):
            with database.write(durable=bool(number % 2)) as db:
                given.append(counters.next_value(db, "resi 2026-11"))
        return given

    with ThreadPoolExecutor(len(ones)) as pool:
        given = sorted(number for some in pool.map(count, ones) for number in some)
    for one in ones:
        one.close()
    assert given == list(range(1, 101))


def test_a_reader_sees_one_picture_and_writes_nothing(lane: Lane, tmp_path: Path) -> None:
    database = Database(lane.url(tmp_path))
    with database.read() as reading:
        before = counters.last_value(reading, "seq")
        with database.write() as db:
            counters.next_value(db, "seq")
        assert counters.last_value(reading, "seq") == before
    with pytest.raises(trouble.StoreClosedError), database.read() as reading:
        counters.next_value(reading, "seq")
    database.close()


def test_a_receipt_waits_for_the_disk_and_a_note_does_not(lane: Lane, tmp_path: Path) -> None:
    database = Database(lane.url(tmp_path))
    found = {}
    for durable in (True, False):
        with database.write(durable=durable) as db:
            found[durable] = db.exec_driver_sql("SHOW synchronous_commit").scalar()
    database.close()
    assert found == {True: "on", False: "off"}


async def test_whoever_holds_the_lock_too_long_is_answered_by_later(
    lane: Lane, juai: Office, ida: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = {kind: one.replace("'15s'", "'50ms'") for kind, one in postgres.BEGINNINGS.items()}
    other = Database(juai.ctx.settings.database_url)
    with other.write():
        monkeypatch.setattr(postgres, "BEGINNINGS", quick)
        answer = await ida.post(laporan=[encode(patrol())])
    other.close()
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert "retry-after" in answer.headers
    assert (await ida.post(laporan=[encode(patrol())])).status_code == 200


async def test_a_database_that_starts_again_is_503_and_back_at_once(
    lane: Lane, juai: Office, ida: Phone
) -> None:
    await ida.send(patrol())
    lane.cluster.stop(SIGQUIT)
    try:
        answer = await ida.post(laporan=[encode(patrol())])
        assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    finally:
        lane.cluster.start()
    assert (await ida.send(patrol()))["state"] == "accepted"
    assert stored(juai.ctx) == 2


async def test_a_database_that_has_gone_without_a_word_is_missed(lane: Lane, juai: Office) -> None:
    with juai.ctx.database.looking() as connection:
        driver = connection.connection.driver_connection
        assert driver
        asked = driver.info.get_parameters()
    assert (asked["keepalives_idle"], asked["keepalives_count"]) == ("10", "3")
    assert asked["tcp_user_timeout"] == "30000"


async def test_what_pg_restore_puts_back_without_us_gives_no_resi_twice(
    lane: Lane, tmp_path: Path
) -> None:
    """The operator's own tools, and then the server on the new database."""
    data = tmp_path / "data"
    async with office(data) as juai:
        ida = await juai.phone()
        await ida.send(patrol())
        dumps.dump(addresses.parsed(juai.ctx.settings.database_url), tmp_path / "kemarin")
        lost = (await ida.send(patrol()))["resi"]
    _put_back(lane.cluster, lane.made[data], tmp_path / "kemarin")
    async with office(data) as juai:
        ida.client = juai.client
        fresh = (await ida.send(patrol()))["resi"]
        again = (await ida.send(patrol()))["resi"]
    assert lost[-4:] == "0002"
    assert int(fresh[-4:]) > 1000
    async with office(data) as juai:
        ida.client = juai.client
        assert int((await ida.send(patrol()))["resi"][-4:]) == int(again[-4:]) + 1


def _put_back(cluster: Cluster, name: str, dump: Path) -> None:
    cluster.run(f"DROP DATABASE {name} WITH (FORCE)")
    cluster.make(name)
    words = ["pg_restore", "--no-owner", f"--dbname={cluster.url(name)}", str(dump)]
    assert subprocess.run(words, capture_output=True).returncode == 0


async def test_before_an_upgrade_the_database_is_dumped_once(
    empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        _at_version(older, empty, "0014")
    data = tmp_path / "data"
    for _ in range(2):
        with open_context(Settings(data, empty), FixedClock(NOW)) as ctx:
            assert ctx.database.version() == migrate.HEAD
    (copy,) = (data / upgrading.FOLDER).iterdir()
    assert copy.name.startswith("0014-ke-") and copy.suffix == ".pgdump"
    assert copy.stat().st_mode & 0o777 == 0o600


def _at_version(patch: pytest.MonkeyPatch, url: str, version: str) -> None:
    from alembic import command

    upgrade = command.upgrade
    patch.setattr(command, "upgrade", lambda config, _head: upgrade(config, version))
    database = Database(url)
    database.open()
    database.close()


def test_the_doctor_looks_at_the_rules_and_at_what_makes_commits_durable(
    lane: Lane, tmp_path: Path
) -> None:
    with open_context(Settings(tmp_path), FixedClock(NOW)) as ctx:
        codes = [one.code for one in doctor.examine(ctx)]
        assert "database_well" in codes and "database_setting" in codes  # fsync is off in tests
        with ctx.database.write() as db:
            assert audit_guard.stands(db)
            db.execute(text("ALTER TABLE audit DISABLE TRIGGER audit_only_added"))
            assert not audit_guard.stands(db)
        assert "audit_unguarded" in [one.code for one in doctor.examine(ctx)]


@pytest.mark.parametrize(
    ("driver", "ours"),
    [
        (psycopg.errors.DiskFull, trouble.StoreFullError),
        (psycopg.errors.ReadOnlySqlTransaction, trouble.StoreClosedError),
        (psycopg.errors.InsufficientPrivilege, trouble.StoreClosedError),
        (psycopg.errors.DataCorrupted, trouble.StoreDamagedError),
        (psycopg.errors.DeadlockDetected, trouble.StoreBusyError),
        (psycopg.errors.SerializationFailure, trouble.StoreBusyError),
        (psycopg.errors.AdminShutdown, trouble.StoreBusyError),
        (psycopg.errors.TooManyConnections, trouble.StoreBusyError),
        (psycopg.errors.LockNotAvailable, trouble.StoreBusyError),
    ],
)
def test_what_it_says_becomes_one_of_our_troubles(
    driver: type[Exception], ours: type[trouble.StoreError]
) -> None:
    kind = OperationalError if issubclass(driver, psycopg.OperationalError) else InternalError
    with pytest.raises(ours), trouble.telling():
        raise kind("SELECT 1", None, driver("dikatakan"))


def test_a_fault_of_the_program_stays_what_it_is() -> None:
    with pytest.raises(DatabaseError), trouble.telling():
        raise DatabaseError("SELECT 1", None, psycopg.errors.UniqueViolation("dua kali"))


@pytest.mark.parametrize("url", ["postgres:/salah", "postgresql+tidakada://a/b", "bukan alamat"])
def test_an_address_that_means_nothing_is_told_in_a_sentence(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(StoreAddressError):
        Database(url)
    words = ["account", "list", "--data", str(tmp_path), "--database", url]
    assert cli.main(words) == 1
    assert "postgresql://" in capsys.readouterr().err


def test_a_server_that_is_not_there_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"postgresql://sinar:rahasia@/sinar?host={tmp_path}"
    assert cli.main(["serve", "--data", str(tmp_path), "--database", url, "--port", "0"]) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said and "rahasia" not in said and said.count("\n") < 4
