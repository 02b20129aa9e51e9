"""Whoever runs the server sees how all kecamatan do, and nothing that people have written."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server import cli
from server.core import accounts
from server.core.context import Context
from server.core.db.database import Database, StoreDamagedError
from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.hp import activation
from server.kantor import staff_accounts
from server.laporan import board
from server.pengelola import overview, teks
from server.pengelola.web.pages import ADD
from server.rawat import backup_note
from server.rawat.kecamatan_facts import Closed, KecamatanFacts
from server.shell import teks as kata
from shared.roles import NAMA, Role
from tests.cast import LALAYAU, flood, patrol
from tests.server.door_kit import PASSWORD
from tests.server.kit import Phone
from tests.server.pengelola.kit import OPERATOR, log_in, with_operator
from tests.server.shell.kit import HALONG, Office, add_kecamatan

pytestmark = pytest.mark.anyio


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    """Juai and Halong; Bu Ida of Juai has reported a patrol and a flood."""
    add_kecamatan(tmp_path / "data")
    async with with_operator(tmp_path / "data", monkeypatch) as running:
        ctx = running.ctx()
        code = activation.new_code(ctx, LALAYAU, "Ida (contoh)", "Kasi")
        given = activation.activate(ctx, code, "HP", "1.0.0", "10.0.0.9")
        async with running.client() as client:
            phone = Phone(client, given.token, given.device_id, LALAYAU)
            await phone.sync(patrol(tempat="Rumah Pak Amat"), flood())
        yield running


def _stores(office: Office) -> list[Context]:
    return [office.ctx(), office.ctx(HALONG)]


def _all(office: Office, away: tuple[str, ...] = ()) -> list[KecamatanFacts | Closed]:
    return overview.everyone(office.ctx(), OPERATOR, _stores(office), away)


async def test_the_figures_are_of_each_kecamatan_and_in_the_order_of_their_codes(
    office: Office,
) -> None:
    backup_note.note(office.ctx(), "contoh")
    juai, halong = _all(office)
    assert isinstance(juai, KecamatanFacts) and isinstance(halong, KecamatanFacts)
    assert (juai.kode, juai.desa, juai.laporan, juai.hp) == ("63.11.01", 21, 2, 1)
    assert (halong.kode, halong.desa, halong.laporan, halong.hp) == (HALONG, 1, 0, 0)
    assert juai.kontak_terakhir == office.clock.at and "20.41" in juai.contact()
    assert (juai.perhatian, halong.perhatian) == ([], ["no_backup"])
    assert halong.contact() == "" and halong.bytes_basis_data > 10_000


async def test_the_page_tells_it_as_people_write_it(office: Office) -> None:
    async with office.client() as client:
        await log_in(client, OPERATOR.username)
        page = (await client.get("/operator")).text
    juai = _all(office)[0]
    assert isinstance(juai, KecamatanFacts)
    for words in (*teks.KEPALA, "Juai", "Halong", juai.contact(), "WITA", teks.BELUM_KONTAK,
                  teks.PERHATIAN["no_backup"], ADD):  # fmt: skip
        assert words in page, words


async def test_nothing_that_people_have_written_is_on_it(office: Office) -> None:
    async with office.client() as client:
        await log_in(client, OPERATOR.username)
        pages = [await client.get(path) for path in ("/operator", "/operator/63.11.01", ADD)]
    for page in pages:
        assert page.status_code == 200
        for word in ("Ida", "Amat", "Rumah", "sungai", LALAYAU):
            assert word not in page.text, word


async def test_one_that_is_away_and_one_that_turned_bad_are_named(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, whole = office.ctx(HALONG).database, Database.read

    def read(database: Database) -> object:
        if database is bad:
            raise StoreDamagedError("database disk image is malformed")
        return whole(database)

    office.all.hall.known.add("63.11.05")
    async with office.client() as client:
        await log_in(client, OPERATOR.username)
        monkeypatch.setattr(Database, "read", read)
        page = (await client.get("/operator")).text
        one = await client.get(f"/operator/{HALONG}")
    assert "63.11.05" in page and page.count(teks.TIDAK_TERBUKA) == 2
    assert one.status_code == 200 and teks.SEDANG_DIBUKA.format(kode=HALONG) in one.text
    assert one.headers["refresh"]


async def test_only_the_operator_reads_it(office: Office) -> None:
    for role in Role:
        someone = Account("siapa", role, "Siapa (contoh)")
        if role is not Role.OPERATOR:
            with pytest.raises(NotAllowedError):
                overview.everyone(office.ctx(), someone, _stores(office), ())
            with pytest.raises(NotAllowedError):
                overview.one(office.ctx(), someone, _stores(office), HALONG)
    with pytest.raises(NotAllowedError):
        board.board(office.ctx(), OPERATOR)


async def test_who_came_along_with_a_kecamatan_beside_the_first_is_no_operator(
    office: Office,
) -> None:
    with pytest.raises(NotAllowedError):
        overview.everyone(office.ctx(HALONG), OPERATOR, _stores(office), ())


async def test_its_pages_are_all_that_an_operator_opens(office: Office) -> None:
    accounts.add(office.ctx(), "trantib", Role.KASI_TRANTIB, PASSWORD)
    accounts.add(office.ctx(), "polpp", Role.KABUPATEN, PASSWORD)
    async with office.client() as client:
        assert (await client.get("/operator")).status_code == 401
        await log_in(client, OPERATOR.username)
        for path in ("/", "/laporan", "/unduh/anggota.csv", "/pengaturan", "/kabupaten"):
            answer = await client.get(path)
            assert (answer.status_code, answer.headers["location"]) == (303, "/operator"), path
        assert (await client.get("/operator/63.11.77")).status_code == 404
        assert (await client.get("/operator/bukan-kode")).status_code == 404
        await log_in(client, "trantib")
        for path in ("/operator", ADD, f"/operator/{HALONG}"):
            assert (await client.get(path)).status_code == 403, path
        await log_in(client, "polpp")
        assert (await client.get("/operator")).headers["location"] == "/kabupaten"


async def test_an_admin_of_the_kecamatan_has_no_hand_on_the_operators_account(
    office: Office,
) -> None:
    ctx, admin, name = office.ctx(), Account("admin", Role.ADMIN, "Admin"), OPERATOR.username
    for user in ("admin", "lain"):
        accounts.add(ctx, user, Role.ADMIN, PASSWORD)
    before = accounts.all_accounts(ctx)
    for act in (
        lambda: staff_accounts.add(ctx, admin, "baru", Role.OPERATOR, PASSWORD, "Baru"),
        lambda: staff_accounts.set_role(ctx, admin, "lain", Role.OPERATOR),
        lambda: staff_accounts.set_password(ctx, admin, name, "kata sandi yang lain"),
        lambda: staff_accounts.reset_two_step(ctx, admin, name),
        lambda: staff_accounts.set_role(ctx, admin, name, Role.CAMAT),
        lambda: staff_accounts.remove(ctx, admin, name),
    ):
        with pytest.raises(NotAllowedError):
            act()
    assert accounts.all_accounts(ctx) == before
    assert [one.username for one in staff_accounts.everyone(ctx, admin)] == ["admin", "lain"]


async def test_the_command_line_makes_it_in_the_first_kecamatan_only(
    office: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def add(*more: str) -> int:
        data = office.ctx().settings.data
        return cli.main(["account", "add", "--data", str(data), "--role", "operator",
                         "--password-stdin", *more])  # fmt: skip

    monkeypatch.setattr("server.shell.cli_people._password", lambda _options: PASSWORD)
    assert add("--username", "dua", "--kecamatan", HALONG) == 1
    assert kata.CLI_PERAN_PERTAMA.format(role=NAMA[Role.OPERATOR]) in capsys.readouterr().err
    assert add("--username", "dua") == 0
    assert [one.role for one in accounts.all_accounts(office.ctx())] == [Role.OPERATOR] * 2
