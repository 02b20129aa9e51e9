"""A kecamatan that is not here just now is told to come again; what is with it harms no other."""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from server.core import accounts
from server.core.db.database import Database, StoreDamagedError
from server.hp import activation
from server.http import teks as teks_http
from server.http import visitor
from server.inovasi import survey, teks_suara
from server.kabupaten import teks as teks_kabupaten
from server.rekap import approvals, rekap
from server.rekap import teks as teks_rekap
from server.rekap.rekap import Which
from server.shell import teks
from shared.protocol import ACTIVATE, SYNC
from shared.roles import Role
from tests.cast import LALAYAU
from tests.server.door_kit import PASSWORD, make_argon2_quick
from tests.server.rekap.kit import KASI
from tests.server.shell.kit import HALONG, Office, add_kecamatan, serving

pytestmark = [pytest.mark.anyio, pytest.mark.sqlite]

OPERATOR = {"Authorization": "Bearer operator"}
AWAY = {"Authorization": f"Bearer {HALONG}~yang-pernah-diberikan"}


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    """Juai, Halong and Awayan."""
    make_argon2_quick(monkeypatch)
    add_kecamatan(tmp_path / "data")
    add_kecamatan(tmp_path / "data", "63.11.03", "Awayan")
    async with serving(tmp_path / "data", monkeypatch, metrics_token="operator") as running:
        yield running


@pytest.fixture
async def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    """Juai; the folders of the others did not come back with it."""
    make_argon2_quick(monkeypatch)
    async with serving(tmp_path / "data", monkeypatch) as running:
        yield running


def _code(office: Office, mark: str) -> str:
    return activation.new_code(office.ctx(mark), LALAYAU, "Ida (contoh)", "Kasi")


async def _activate(client: httpx.AsyncClient, code: str, **headers: str) -> httpx.Response:
    body = {"code": code, "device_name": "HP (contoh)", "app_version": "1.0.0"}
    return await client.post(ACTIVATE, json=body, headers=headers)


def _damage(office: Office, mark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its database turns bad while it is open."""
    bad = office.ctx(mark).database

    def read(database: Database) -> object:
        if database is bad:
            raise StoreDamagedError("database disk image is malformed")
        return whole(database)

    whole = Database.read
    monkeypatch.setattr(Database, "read", read)


async def test_what_an_absent_kecamatan_gave_is_to_come_again_and_is_never_refused(
    alone: Office,
) -> None:
    async with alone.client() as client:
        answer = await client.post(SYNC, json={"cursor": None}, headers=AWAY)
        assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
        assert answer.headers["retry-after"]
        key = {"Authorization": f"Bearer sinar_{HALONG}~kunci"}
        assert (await client.get("/api/v1/open/laporan", headers=key)).status_code == 503
        client.cookies.set(visitor.COOKIE, f"{HALONG}~masuk")
        desk = await client.get("/laporan")
        assert (desk.status_code, desk.text) == (503, teks.KECAMATAN_TUTUP)


async def test_who_was_at_an_absent_kecamatan_may_go_on_at_another(alone: Office) -> None:
    accounts.add(alone.ctx(), "trantib", Role.KASI_TRANTIB, PASSWORD)
    async with alone.client() as client:
        moved = await _activate(client, _code(alone, ""), **AWAY)
        assert moved.status_code == 201
        client.cookies.set(visitor.COOKIE, f"{HALONG}~masuk", domain="server.local")
        assert (await client.get("/masuk")).status_code == 200
        given = {"nama": "trantib", "sandi": PASSWORD}
        assert (await client.post("/masuk", data=given)).status_code == 303


async def test_one_that_became_the_first_by_moving_its_folder_knows_its_phones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = add_kecamatan(tmp_path / "data")
    async with serving(tmp_path / "data", monkeypatch) as office, office.client() as client:
        given = (await _activate(client, _code(office, HALONG))).json()
    shutil.move(folder, tmp_path / "halong")
    async with serving(tmp_path / "halong", monkeypatch) as office, office.client() as client:
        headers = {"Authorization": f"Bearer {given['token']}"}
        assert (await client.post(SYNC, json={"cursor": None}, headers=headers)).is_success


async def test_a_damaged_neighbour_refuses_nobody_else(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, paper = _code(office, "63.11.03"), _paper(office, "63.11.03")
    accounts.add(office.ctx("63.11.03"), "awayan", Role.KASI_TRANTIB, PASSWORD)
    _damage(office, HALONG, monkeypatch)
    async with office.client() as client:
        assert (await client.get(f"/p/{paper}")).status_code == 200
        assert (await _activate(client, code)).status_code == 201
        given = {"nama": "awayan", "sandi": PASSWORD}
        assert (await client.post("/masuk", data=given)).status_code == 303


def _paper(office: Office, mark: str) -> str:
    ctx, which = office.ctx(mark), Which("2026-11")
    approvals.approve(ctx, KASI, which, rekap.read(ctx, KASI, which).rekap, "http://server")
    return approvals.standing(ctx, KASI, "2026-11", None).editions[0].check_code


@pytest.mark.parametrize("damaged", [True, False])
async def test_what_may_be_anothers_that_cannot_be_asked_is_not_said_to_be_wrong(
    office: Office, monkeypatch: pytest.MonkeyPatch, *, damaged: bool
) -> None:
    paper, given = _paper(office, HALONG), {"nama": "halong", "sandi": PASSWORD}
    code = _code(office, HALONG)
    async with office.client() as client:
        closed = None if damaged else office.all.hall.apps.pop(HALONG)
        if damaged:
            _damage(office, HALONG, monkeypatch)
        answers = [await client.get(f"/p/{paper}"), await client.post("/masuk", data=given)]
        said = teks_rekap.P_TIDAK_TERBUKA_ISI, teks_http.MASUK_GANGGUAN
        for answer, sentence in zip(answers, said, strict=True):
            assert answer.status_code == 503 and answer.headers["retry-after"]
            assert sentence in answer.text
        refused = await _activate(client, code)
        assert (refused.status_code, refused.json()["code"]) == (503, "unavailable")
        # Nobody guesses meanwhile without being counted, and what cannot be a code is none.
        assert (await client.get("/p/bukan-kode")).status_code == 404
        wrong = [(await _activate(client, "SALAH99")).status_code for _ in range(5)]
        assert wrong == [503] * 4 + [429]
    if closed is not None:
        office.all.hall.apps[HALONG] = closed


async def test_a_survey_of_a_kecamatan_that_is_not_here_is_nobody_elses(alone: Office) -> None:
    survey.set_open(alone.ctx(), KASI, is_open=True)
    given = {f"u{number}": "4" for number in range(1, 10)}
    async with alone.client() as client:
        for answer in (
            await client.get(f"/survei?kec={HALONG}"),
            await client.post(f"/survei?kec={HALONG}", data=given),
        ):
            assert answer.status_code == 404
            assert teks_suara.SURVEI_BUKAN_SINI in answer.text
        assert survey.look(alone.ctx(), KASI).told.from_public == 0
        assert (await client.post("/survei?kec=63.11.01", data=given)).is_success
    assert survey.look(alone.ctx(), KASI).told.from_public == 1


async def test_figures_of_the_others_are_given_and_the_damaged_one_is_named(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts.add(office.ctx(), "polpp", Role.KABUPATEN, PASSWORD, "Satpol PP (contoh)")
    office.all.hall.known.add("63.11.05")
    _damage(office, HALONG, monkeypatch)
    async with office.client() as client:
        await client.post("/masuk", data={"nama": "polpp", "sandi": PASSWORD})
        page = (await client.get("/kabupaten")).text
        for kode in (HALONG, "63.11.05"):
            assert teks_kabupaten.TIDAK_TERBUKA.format(kode=kode) in page
            answer = await client.get(f"/kabupaten/{kode}")
            assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
        text = (await client.get("/metrics", headers=OPERATOR)).text
        health = (await client.get("/health", headers=OPERATOR)).json()
    told = {"63.11.01": 1, HALONG: 0, "63.11.03": 1, "63.11.05": 0}
    for kode, is_open in told.items():
        assert f'sinar_kecamatan_open{{kecamatan="{kode}"}} {is_open}\n' in text
        assert (f'sinar_reports{{kecamatan="{kode}"}} 0' in text) == bool(is_open)
        assert ("closed" in health["kecamatan"][kode]["troubles"]) != bool(is_open)


async def test_a_name_that_cannot_be_read_any_more_stays(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first(database: Database, *_: object) -> dict[str, str]:
        if database is office.ctx(HALONG).database:
            raise StoreDamagedError("database disk image is malformed")
        return {"value": json.dumps("awayan.example")}

    office.all.hall.names[HALONG] = "halong.example"
    monkeypatch.setattr(Database, "first", first)
    await office.look()
    assert office.all.hall.names == {HALONG: "halong.example", "63.11.03": "awayan.example"}


async def test_folders_that_are_closed_to_the_server_stop_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    for kode in (HALONG, "63.11.03"):
        add_kecamatan(data, kode, kode)
    exists, iterdir, closed = Path.exists, Path.iterdir, {data / "kecamatan" / HALONG / "sinar.db"}

    def is_there(path: Path, **how: bool) -> bool:
        if path in closed:
            raise PermissionError(13, "Permission denied", str(path))
        return exists(path, **how)

    def inside(path: Path) -> object:
        if path.name == "kecamatan" and path in closed:
            raise PermissionError(13, "Permission denied", str(path))
        return iterdir(path)

    monkeypatch.setattr(Path, "exists", is_there)
    monkeypatch.setattr(Path, "iterdir", inside)
    async with serving(data, monkeypatch) as office:
        assert {"", "63.11.03"} <= set(office.all.hall.apps)
        assert HALONG in office.all.hall.known
    closed.add(data / "kecamatan")
    async with serving(data, monkeypatch) as office:
        assert set(office.all.hall.apps) == {""}
        closed.clear()
        await office.look()
        assert set(office.all.hall.apps) == {"", HALONG, "63.11.03"}
