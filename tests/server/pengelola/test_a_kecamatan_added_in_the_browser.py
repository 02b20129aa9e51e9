"""The operator adds a kecamatan in the browser; its first person hands out a code."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from server.core import accounts
from server.core.accounts import AccountFacts
from server.core.context import Context
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.hp import village_phones
from server.kantor import new_kecamatan
from server.kantor import teks as kata
from server.kantor.kecamatan import BegunError
from server.pengelola import adding, teks
from server.pengelola.web.pages import ADD
from server.pribadi.teks import PERBUATAN
from shared.protocol import ACTIVATE
from shared.roles import Role
from tests.server.door_kit import PASSWORD
from tests.server.pengelola.kit import (
    AWAYAN,
    OPERATOR,
    TYPED,
    VILLAGES,
    fill_in,
    key_of,
    log_in,
    nothing_new,
    with_operator,
)
from tests.server.shell.kit import HALONG, Office, add_kecamatan

pytestmark = [pytest.mark.anyio, pytest.mark.sqlite]


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    """Juai and Halong."""
    add_kecamatan(tmp_path / "data")
    async with with_operator(tmp_path / "data", monkeypatch) as running:
        yield running


@pytest.fixture
async def browser(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """The operator's, logged in."""
    async with office.client() as client:
        await log_in(client, OPERATOR.username)
        yield client


def _audit(office: Office, mark: str = "") -> list[tuple[str, str, str, str]]:
    with office.ctx(mark).database.read() as db:
        lines = audit_rows.everything(db)
        return [(row["actor"], row["action"], row["ref"], row["detail"]) for row in lines]


def _folders(office: Office) -> list[str]:
    return sorted(path.name for path in (office.ctx().settings.data / "kecamatan").iterdir())


async def test_it_is_served_and_its_first_person_hands_out_a_code(
    office: Office, browser: httpx.AsyncClient
) -> None:
    answer = await fill_in(browser)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/operator/{AWAYAN}")
    page = await browser.get(f"/operator/{AWAYAN}")
    assert teks.SEDANG_DIBUKA.format(kode=AWAYAN) in page.text and page.headers["refresh"]
    await office.look()
    page = await browser.get(f"/operator/{AWAYAN}")
    assert teks.SIAP.format(nama="Awayan", kode=AWAYAN, desa=1) in page.text
    assert f"http://server/tentang?kec={AWAYAN}" in page.text
    assert "http://server/masuk" in page.text and "refresh" not in page.headers
    assert TYPED["sandi"] not in page.text and teks.BERIKUTNYA in page.text

    await log_in(browser, TYPED["pengguna"], TYPED["sandi"])
    assert browser.cookies["sinar_sesi"].startswith(f"{AWAYAN}~")
    kasi = Account(TYPED["pengguna"], Role.KASI_TRANTIB, TYPED["orang"])
    made = village_phones.new_code(office.ctx(AWAYAN), kasi, f"{AWAYAN}.2001", "Ida", "Kasi")
    body = {"code": made.code, "device_name": "HP (contoh)", "app_version": "1.0.0"}
    given = await browser.post(ACTIVATE, json=body)
    assert given.status_code == 201 and given.json()["token"].startswith(f"{AWAYAN}~")
    await log_in(browser, OPERATOR.username)
    begun = await browser.get(f"/operator/{AWAYAN}")
    assert "http://server/masuk" in begun.text and teks.BERIKUTNYA not in begun.text


async def test_what_the_operator_does_is_in_the_log_of_the_first_kecamatan(
    office: Office, browser: httpx.AsyncClient
) -> None:
    await fill_in(browser)
    await office.look()
    told = _audit(office)
    for line in (
        (OPERATOR.nama, "kecamatan_added", AWAYAN, "Awayan"),
        (OPERATOR.nama, "kecamatan_account", TYPED["pengguna"], AWAYAN),
    ):
        assert told.count(line) == 1
        assert line[1] in PERBUATAN
    given = (OPERATOR.nama, "account_added", TYPED["pengguna"], TYPED["peran"])
    assert given in _audit(office, AWAYAN)
    assert TYPED["sandi"] not in str(told)


async def test_a_double_tap_ends_in_one_kecamatan_and_one_account(
    office: Office, browser: httpx.AsyncClient
) -> None:
    answers = await asyncio.gather(*(fill_in(browser) for _ in range(4)))
    assert [one.status_code for one in answers] == [303] * 4
    assert (await fill_in(browser)).headers["location"] == f"/operator/{AWAYAN}"
    await office.look()
    assert (await fill_in(browser)).headers["location"] == f"/operator/{AWAYAN}"
    assert _folders(office) == [HALONG, AWAYAN]
    [one] = accounts.all_accounts(office.ctx(AWAYAN))
    assert (one.username, one.role) == (TYPED["pengguna"], Role.KASI_TRANTIB)
    deeds = [deed for _, deed, *_ in _audit(office)]
    assert deeds.count("kecamatan_added") == deeds.count("kecamatan_account") == 1


async def test_a_tap_whose_twin_is_a_moment_faster_ends_as_the_twin_does(
    office: Office, browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = accounts.all_accounts

    def late(there: Context) -> list[AccountFacts]:
        if not look(there):
            role, sandi = Role(TYPED["peran"]), TYPED["sandi"]
            accounts.add(there, TYPED["pengguna"], role, sandi, TYPED["orang"])
        return look(there)

    monkeypatch.setattr(accounts, "all_accounts", late)
    answer = await fill_in(browser)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/operator/{AWAYAN}")
    await office.look()
    assert len(look(office.ctx(AWAYAN))) == 1


async def test_what_was_cut_off_before_the_account_is_brought_to_its_end(
    office: Office, browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> bool:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(adding, "_give_account", full)
        answer = await fill_in(browser)
        assert answer.status_code == 503 and teks.TIDAK_TERSIMPAN in answer.text
    await office.look()
    page = await browser.get(f"/operator/{AWAYAN}")
    assert teks.TANPA_AKUN.format(kode=AWAYAN) in page.text
    assert (await fill_in(browser)).status_code == 303
    assert len(accounts.all_accounts(office.ctx(AWAYAN))) == 1


async def test_a_database_that_is_filled_without_its_folder_is_left_and_told(
    office: Office, browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def filled(*_: object) -> None:
        raise BegunError

    monkeypatch.setattr(new_kecamatan, "_make", filled)
    answer = await fill_in(browser)
    assert answer.status_code == 409 and teks.BERISI.format(kode=AWAYAN) in answer.text


async def test_every_fault_is_told_as_the_command_tells_it_and_what_was_typed_stays(
    office: Office, browser: httpx.AsyncClient
) -> None:
    table = VILLAGES + f"{AWAYAN}.2001,,selatan,115.6\n"
    with nothing_new(office.ctx().settings.data):
        answer = await fill_in(
            browser,
            table,
            kode="63.11.3",
            nama="Awayan <b>",
            pengguna="Huruf Besar",
            sandi="pendek",
        )
    assert answer.status_code == 422
    for words in (
        kata.KEC_KODE.format(kode="63.11.3"), "Baris 3",
        kata.AK_SALAH["BadNameError"], "Awayan &lt;b&gt;", "selatan,115.6", "Petugas Awayan",
    ):  # fmt: skip
        assert words in answer.text, words
    short = await fill_in(browser, sandi="pendek", peran="camat", orang=" ")
    for words in (
        kata.AK_SALAH["BadPasswordError"], teks.PERAN_PERTAMA,
        teks.NAMA_ORANG.format(most=adding.LONGEST),
    ):  # fmt: skip
        assert words in short.text, words


async def test_a_table_that_was_mended_on_the_page_is_taken(
    office: Office, browser: httpx.AsyncClient
) -> None:
    assert (await fill_in(browser, b"", tabel=VILLAGES.replace("\n", "\r\n"))).status_code == 303
    await office.look()
    assert [one.nama for one in office.ctx(AWAYAN).wilayah.desa] == ["Hulu Contoh"]


@pytest.mark.parametrize("table", [b"", b"PK\x03\x04\x00\x00desa", b"kode,nama\n", b"x" * 300_000])
async def test_what_is_no_table_of_villages_is_told(
    office: Office, browser: httpx.AsyncClient, table: bytes
) -> None:
    with nothing_new(office.ctx().settings.data):
        answer = await fill_in(browser, table)
    assert answer.status_code in (413, 422) and teks.SALAH in answer.text


async def test_names_that_another_kecamatan_has_are_told(
    office: Office, browser: httpx.AsyncClient
) -> None:
    accounts.add(office.ctx(HALONG), "trantib", Role.KASI_TRANTIB, PASSWORD)
    with nothing_new(office.ctx().settings.data):
        for user in ("trantib", OPERATOR.username):
            answer = await fill_in(browser, pengguna=user)
            assert kata.AK_SALAH["NameTakenError"] in answer.text
        answer = await fill_in(browser, singkatan="HALONG")
        assert kata.KEC_SINGKATAN_DUA.format(singkatan="HALONG") in answer.text


@pytest.mark.parametrize("kode", ["63.11.01", HALONG])
async def test_a_kecamatan_that_is_there_is_left_as_it_is_and_told(
    office: Office, browser: httpx.AsyncClient, kode: str
) -> None:
    with nothing_new(office.ctx().settings.data):
        answer = await fill_in(browser, VILLAGES.replace(AWAYAN, kode), kode=kode)
    assert answer.status_code == 409
    assert teks.SUDAH_ADA.format(kode=kode) in answer.text
    assert accounts.all_accounts(office.ctx(HALONG)) == []
    assert "kecamatan_added" not in str(_audit(office))


async def test_the_same_kecamatan_with_somebody_else_first_is_told_to_be_there(
    office: Office, browser: httpx.AsyncClient
) -> None:
    await fill_in(browser)
    answer = await fill_in(browser, pengguna="lain.awayan")
    assert answer.status_code == 409
    await office.look()
    assert len(accounts.all_accounts(office.ctx(AWAYAN))) == 1


async def test_where_another_kecamatan_cannot_be_read_that_one_is_named(
    office: Office, browser: httpx.AsyncClient
) -> None:
    folder = add_kecamatan(office.ctx().settings.data, "63.11.05", "Lampihong")
    (folder / "sinar.db").write_bytes(b"rusak" * 4000)
    answer = await fill_in(browser)
    assert answer.status_code == 503
    assert kata.AK_KECAMATAN_LAIN.format(kode="63.11.05") in answer.text
    assert _folders(office) == [HALONG, "63.11.05"]


async def test_a_form_of_another_site_or_of_another_log_in_adds_nothing(
    office: Office, browser: httpx.AsyncClient
) -> None:
    with nothing_new(office.ctx().settings.data):
        for headers in ({"Origin": "http://jahat.example"}, {"Origin": "null"}):
            answer = await fill_in(browser, headers=headers)
            assert answer.status_code == 403 and teks.LUAR in answer.text
        answer = await fill_in(browser, kunci="0" * 32)
        assert answer.status_code == 403 and teks.LUAR in answer.text


async def test_nobody_else_adds_one(office: Office, browser: httpx.AsyncClient) -> None:
    key = key_of((await browser.get(ADD)).text)
    files = {"berkas": ("desa.csv", VILLAGES.encode(), "text/csv")}
    accounts.add(office.ctx(), "admin", Role.ADMIN, PASSWORD)
    with nothing_new(office.ctx().settings.data):
        async with office.client() as stranger:
            answer = await stranger.post(ADD, data={**TYPED, "kunci": key}, files=files)
            assert answer.status_code == 401
            await log_in(stranger, "admin")
            answer = await stranger.post(ADD, data={**TYPED, "kunci": key}, files=files)
            assert answer.status_code == 403


async def test_what_no_browser_sends_is_told_to_be_tried_again(
    office: Office, browser: httpx.AsyncClient
) -> None:
    with nothing_new(office.ctx().settings.data):
        big = {"berkas": ("desa.csv", b"x" * 3_000_000, "text/csv")}
        answer = await browser.post(ADD, data=TYPED, files=big)
        assert answer.status_code == 400 and teks.KIRIMAN_SALAH in answer.text


async def test_the_password_that_is_offered_is_a_good_one_and_another_each_time(
    office: Office, browser: httpx.AsyncClient
) -> None:
    first, second = adding.fresh_password(), adding.fresh_password()
    assert first != second
    accounts.require_good(office.ctx().wilayah, "trantib", first, "Petugas (contoh)")
    assert (await fill_in(browser, sandi=first)).status_code == 303
    await office.look()
    await log_in(browser, TYPED["pengguna"], first)
