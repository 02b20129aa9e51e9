"""Several kecamatan over PostgreSQL: each has a database of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError

from server import cli
from server.core import accounts
from server.core.config import Settings
from server.core.context import open_context
from server.core.db.duty import duty
from server.core.db.postgres import IDLE_SINCE
from server.core.db.trouble import StoreError
from server.core.installation import below, everyone
from server.hp import activation
from server.shell import teks
from shared.roles import Role
from tests import halong
from tests.cast import patrol
from tests.postgres import Lane
from tests.server.door_kit import PASSWORD, make_argon2_quick
from tests.server.kit import Phone, stored
from tests.server.pengelola.kit import AWAYAN, OPERATOR, TYPED, fill_in, log_in
from tests.server.shell.kit import HALONG, serving

pytest.importorskip("psycopg")
pytestmark = pytest.mark.anyio


@pytest.fixture
def first(
    postgres: Lane | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Settings]:
    """Juai at work, in a database that is named by its address."""
    if postgres is None:
        pytest.skip("PostgreSQL's own: with --database postgres")
    make_argon2_quick(monkeypatch)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n" * 9))
    postgres.made[tmp_path / "juai"] = "juai"
    settings = Settings(tmp_path / "data", postgres.cluster.make("juai"))
    with open_context(settings) as ctx:
        accounts.add(ctx, "camat", Role.CAMAT, PASSWORD)
    yield settings
    postgres.drop(tmp_path / "juai")


def _sinar(first: Settings, *words: str) -> int:
    return cli.main([*words, "--data", str(first.data), "--database", str(first.database)])


def _add(first: Settings) -> int:
    return halong.add(first.data, halong.VILLAGES, "--database", str(first.database))


async def test_a_kecamatan_that_is_added_has_a_database_of_its_own_and_works(
    first: Settings, postgres: Lane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _add(first) == 0
    assert "juai_63_11_02" in postgres.cluster.names()
    second = below(first, HALONG)
    assert everyone(first) == [first, second] and not (second.data / "sinar.db").exists()
    async with serving(first.data, monkeypatch, database=first.database) as office:
        ctx, client = office.ctx(HALONG), office.client()
        code = activation.new_code(ctx, halong.SUNGAI, "Sari (contoh)", "Kasi")
        given = activation.activate(ctx, code, "HP", "1.0.0", "10.0.0.9")
        sari = Phone(client, given.token, given.device_id, halong.SUNGAI)
        assert (await sari.send(halong.of_halong(patrol())))["state"] == "accepted"
        assert (stored(office.ctx()), stored(ctx)) == (0, 1)
        await client.aclose()


async def test_one_that_is_added_in_the_browser_has_a_database_of_its_own_as_well(
    first: Settings, postgres: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(first.data, monkeypatch, database=first.database) as office:
        accounts.add(office.ctx(), OPERATOR.username, OPERATOR.role, PASSWORD, OPERATOR.nama)
        async with office.client() as client:
            await log_in(client, OPERATOR.username)
            for _ in range(2):
                answer = await fill_in(client)
                assert answer.headers["location"] == f"/operator/{AWAYAN}"
        await office.look()
        [one] = accounts.all_accounts(office.ctx(AWAYAN))
        assert (one.username, office.ctx(AWAYAN).wilayah.nama) == (TYPED["pengguna"], "Awayan")
    assert "juai_63_11_03" in postgres.cluster.names()


def test_the_commands_name_it_back_it_up_drill_and_restore_it(
    first: Settings, postgres: Lane, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _add(first)
    named = ("--kecamatan", HALONG)
    words = ("account", "add", "--username", "camat.halong", "--role", "camat", "--password-stdin")
    assert _sinar(first, *words, *named) == 0
    assert _sinar(first, "backup", str(tmp_path / "juai.tar")) == 0
    file = str(tmp_path / f"juai-{HALONG}.tar")
    assert _sinar(first, "account", "remove", "--username", "camat.halong", *named) == 0
    assert _sinar(first, "restore", file, "--drill", *named) == 0
    assert _sinar(first, "restore", file, "--force", *named) == 0
    with open_context(below(first, HALONG)) as ctx:
        assert [one.username for one in accounts.all_accounts(ctx)] == ["camat.halong"]
    with open_context(first) as ctx:
        assert [one.username for one in accounts.all_accounts(ctx)] == ["camat"]
    capsys.readouterr()
    assert _sinar(first, "kecamatan", "list") == 0
    assert "Halong" in capsys.readouterr().out


def test_what_a_cut_try_left_is_made_anew_and_what_holds_data_is_left_alone(
    first: Settings, postgres: Lane, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    postgres.cluster.make("juai_63_11_02")
    assert _add(first) == 0
    second = below(first, HALONG)
    with open_context(second) as ctx:
        accounts.add(ctx, "camat.halong", Role.CAMAT, PASSWORD)
    second.data.rename(tmp_path / "halong")
    assert _add(first) == 1
    assert teks.CLI_KEC_DIPAKAI.format(folder=first.data) in capsys.readouterr().err
    (tmp_path / "halong").rename(second.data)
    with open_context(second) as ctx:
        assert [one.username for one in accounts.all_accounts(ctx)] == ["camat.halong"]


def test_one_that_has_a_file_already_goes_on_with_it(first: Settings, tmp_path: Path) -> None:
    second = below(first, HALONG)
    with open_context(Settings(second.data, f"sqlite:///{second.data / 'sinar.db'}")) as ctx:
        accounts.add(ctx, "camat.halong", Role.CAMAT, PASSWORD)
    with open_context(below(first, HALONG)) as ctx:
        assert ctx.database.is_sqlite
        assert [one.username for one in accounts.all_accounts(ctx)] == ["camat.halong"]


def test_the_connection_of_one_reaches_no_table_of_another(first: Settings, tmp_path: Path) -> None:
    """Not even by a query that means to."""
    _add(first)
    with (
        open_context(below(first, HALONG)) as ctx,
        pytest.raises(DatabaseError),
        ctx.database.read() as db,
    ):
        db.exec_driver_sql("SELECT * FROM juai.public.accounts")


def test_a_role_that_may_not_make_databases_hears_it_in_a_sentence(
    first: Settings, postgres: Lane, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    postgres.cluster.run("CREATE ROLE kecil LOGIN")
    postgres.cluster.run("ALTER DATABASE juai OWNER TO kecil")
    postgres.cluster.run("GRANT sinar TO kecil")
    address = str(first.database).replace("sinar@", "kecil@")
    assert _add(Settings(first.data, address)) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said and said.count("\n") < 4
    assert not below(first, HALONG).data.exists()
    assert _add(first) == 0


def test_a_connection_that_nobody_uses_is_let_go_and_one_that_waits_is_kept(
    first: Settings, tmp_path: Path
) -> None:
    """With eight kecamatan and two processes there would be too many otherwise."""
    _add(first)
    with open_context(below(first, HALONG)) as ctx:
        with ctx.database.looking() as db:
            driver = db.connection.driver_connection
            assert driver and driver.info.server_version >= IDLE_SINCE
            assert db.exec_driver_sql("SHOW idle_session_timeout").scalar() == "5min"
        ours = duty(ctx.database, tmp_path)
        try:
            assert ours.held()
            kept = ours._connection  # type: ignore[attr-defined]
            assert kept.exec_driver_sql("SHOW idle_session_timeout").scalar() == "0"
        finally:
            ours.close()


def test_an_address_that_means_nothing_is_told_of_any_kecamatan(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        _ = below(Settings(tmp_path, "bukan alamat"), HALONG).database_url
