"""Whose application answers: by token, cookie, code, user name, address, or the server's name."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from server.core import accounts, settings
from server.core.accounts import NameTakenError
from server.core.rows import settings_rows
from server.hp import activation
from server.http import known_hosts, visitor
from server.inovasi import survey, teks_suara
from server.rawat import backup_note
from server.shell import installation
from shared.protocol import ACTIVATE, SYNC
from shared.roles import Role
from tests.cast import LALAYAU
from tests.server.door_kit import PASSWORD, make_argon2_quick
from tests.server.rekap.kit import KASI
from tests.server.shell.kit import HALONG, Office, add_kecamatan, serving

pytestmark = pytest.mark.anyio


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    """Juai and Halong."""
    make_argon2_quick(monkeypatch)
    add_kecamatan(tmp_path / "data")
    local = {"metrics_token": "operator"}
    async with serving(tmp_path / "data", monkeypatch, **local) as running:
        yield running


async def _activate(client: httpx.AsyncClient, code: str, **headers: str) -> httpx.Response:
    body = {"code": code, "device_name": "HP (contoh)", "app_version": "1.0.0"}
    return await client.post(ACTIVATE, json=body, headers=headers)


def _code(office: Office, mark: str) -> str:
    return activation.new_code(office.ctx(mark), LALAYAU, "Ida (contoh)", "Kasi")


async def test_a_code_brings_the_phone_to_its_kecamatan(office: Office) -> None:
    async with office.client() as client:
        for mark, head in (("", ""), (HALONG, f"{HALONG}~")):
            given = (await _activate(client, _code(office, mark))).json()
            assert given["token"].startswith(head) and ("~" in given["token"]) == bool(mark)
            headers = {"Authorization": f"Bearer {given['token']}"}
            assert (await client.post(SYNC, json={"cursor": None}, headers=headers)).is_success
            # Moved to another kecamatan, the phone shows the token that it had.
            other = _code(office, HALONG if not mark else "")
            moved = (await _activate(client, other, **headers)).json()
            assert ("~" in moved["token"]) != bool(mark)


async def test_wrong_codes_count_for_all_kecamatan_together(office: Office) -> None:
    known_hosts_own(office, "halong.example")
    await office.look()
    right = _code(office, HALONG)
    async with office.client() as here, office.client(base="http://halong.example") as there:
        for number in range(5):
            client = (here, there)[number % 2]
            assert (await _activate(client, f"SALAH{number}99")).status_code == 403
        assert (await _activate(here, right)).status_code == 429
        assert (await _activate(there, right)).status_code == 429
        office.clock.move(minutes=16)
        assert (await _activate(there, right)).status_code == 201


async def test_a_user_name_brings_the_browser_to_its_desk(office: Office) -> None:
    accounts.add(office.ctx(), "trantib", Role.KASI_TRANTIB, PASSWORD)
    accounts.add(office.ctx(HALONG), "halong", Role.KASI_TRANTIB, PASSWORD)
    async with office.client() as client:
        for user, mark in (("halong", HALONG), ("trantib", ""), ("halong", HALONG)):
            answer = await client.post("/masuk", data={"nama": user, "sandi": PASSWORD})
            assert answer.headers["location"] == "/"
            token = client.cookies[visitor.COOKIE]
            assert token.startswith(f"{mark}~" if mark else "") and ("~" in token) == bool(mark)
            assert (await client.get("/sesi")).status_code == 204
            assert await _window(office, token) == (mark or "63.11.01")
    # Who logs in as another has left the first desk.
    assert len(_sessions(office, HALONG)) == 1 and _sessions(office, "") == []


def _sessions(office: Office, mark: str) -> list[Any]:
    with office.ctx(mark).database.read() as db:
        return list(db.exec_driver_sql("SELECT token_hash FROM sessions"))


async def _window(office: Office, token: str) -> str:
    """Whose desk a window of this log-in opens."""
    asked: asyncio.Queue[Any] = asyncio.Queue()
    heard: asyncio.Queue[Any] = asyncio.Queue()
    headers = [
        (b"host", b"server"), (b"origin", b"http://server"),
        (b"cookie", f"{visitor.COOKIE}={token}".encode()),
    ]  # fmt: skip
    scope = {
        "type": "websocket", "path": "/ws", "raw_path": b"/ws", "query_string": b"",
        "headers": headers, "subprotocols": [], "scheme": "ws", "root_path": "",
        "server": ("server", 80), "client": ("10.0.0.9", 5555), "asgi": {"version": "3.0"},
    }  # fmt: skip
    asked.put_nowait({"type": "websocket.connect"})
    running = asyncio.ensure_future(office.front(scope, asked.get, heard.put))
    async with asyncio.timeout(60):
        assert (await heard.get())["type"] == "websocket.accept"
        said = (await heard.get())["text"]
        asked.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await running
    return said


async def test_an_address_that_guesses_waits_at_every_desk(office: Office) -> None:
    accounts.add(office.ctx(), "trantib", Role.KASI_TRANTIB, PASSWORD)
    accounts.add(office.ctx(HALONG), "halong", Role.KASI_TRANTIB, PASSWORD)
    async with office.client("10.0.0.7") as client:
        said = [
            (await client.post("/masuk", data={"nama": user, "sandi": "salah sekali"})).status_code
            for number in range(31)
            for user in (("halong", "trantib")[number % 2] if number < 10 else f"orang{number}",)
        ]
    assert said[:30] == [403] * 30 and said[30] == 429


async def test_a_user_name_is_given_once_in_the_whole_installation(office: Office) -> None:
    accounts.add(office.ctx(), "trantib", Role.KASI_TRANTIB, PASSWORD)
    with pytest.raises(NameTakenError):
        accounts.add(office.ctx(HALONG), "trantib", Role.CAMAT, PASSWORD)
    accounts.add(office.ctx(HALONG), "halong", Role.CAMAT, PASSWORD)
    with pytest.raises(NameTakenError):
        accounts.add(office.ctx(), "halong", Role.CAMAT, PASSWORD)


async def test_pages_for_everybody_say_whose_they_are(office: Office) -> None:
    settings.change(office.ctx(HALONG), {"privasi_kontak": "Kantor Halong"}, "operator")
    settings.change(office.ctx(), {"privasi_kontak": "Kantor Juai"}, "operator")
    known_hosts_own(office, "halong.example")
    await office.look()
    async with office.client() as here, office.client(base="http://halong.example") as there:
        pages = {
            "Juai": [await here.get("/privasi"), await here.get("/privasi?kec=63.11.01"),
                     await here.get("/privasi?kec=63.11.99")],
            "Halong": [await here.get(f"/privasi?kec={HALONG}"), await there.get("/privasi")],
        }  # fmt: skip
    for name, answers in pages.items():
        assert [f"Kantor {name}" in answer.text for answer in answers] == [True] * len(answers)
    assert f"/tentang?kec={HALONG}" in pages["Halong"][0].text
    assert "?kec" not in pages["Halong"][1].text + pages["Juai"][0].text


def known_hosts_own(office: Office, name: str) -> None:
    with office.ctx(HALONG).database.write() as db:
        settings_rows.put(db, known_hosts.OWN, json.dumps(name))


async def test_a_name_of_ones_own_is_known_beside_those_that_the_operator_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_argon2_quick(monkeypatch)
    add_kecamatan(tmp_path / "data")
    names = frozenset({"sinar.example"})
    async with serving(tmp_path / "data", monkeypatch, hosts=names) as office:
        known_hosts_own(office, "halong.example")
        await office.look()
        accounts.add(office.ctx(), "trantib", Role.KASI_TRANTIB, PASSWORD)
        for name, status in (("sinar", 200), ("halong", 200), ("jahat", 421)):
            async with office.client(base=f"http://{name}.example") as client:
                assert (await client.get("/tentang")).status_code == status, name
        # Also for who logs in there and is of another kecamatan.
        async with office.client(base="http://halong.example") as client:
            given = {"nama": "trantib", "sandi": PASSWORD}
            assert (await client.post("/masuk", data=given)).status_code == 303
            assert (await client.get("/sesi")).status_code == 204
            assert (await _activate(client, _code(office, ""))).status_code == 201


async def test_a_survey_is_answered_where_its_link_leads(office: Office) -> None:
    ctx = office.ctx(HALONG)
    survey.set_open(ctx, KASI, is_open=True)
    given = {f"u{number}": "4" for number in range(1, 10)}
    async with office.client() as client:
        page = await client.get(f"/survei?kec={HALONG}")
        action = page.text.split('<form method="post" action="')[1].split('"')[0]
        assert (await client.post(action, data=given)).is_success
        assert teks_suara.SURVEI_TUTUP in (await client.get("/survei")).text
    assert survey.look(ctx, KASI).told.from_public == 1
    assert survey.look(office.ctx(), KASI).told.from_public == 0


async def test_the_operator_sees_figures_of_all(office: Office) -> None:
    headers = {"Authorization": "Bearer operator"}
    async with office.client() as client:
        text = (await client.get("/metrics", headers=headers)).text
        health = (await client.get("/health", headers=headers)).json()
    assert {one["status"] for one in health["kecamatan"].values()} == {"attention"}
    for kode in ("63.11.01", HALONG):
        assert f'sinar_reports{{kecamatan="{kode}"}} 0' in text
    assert text.count("# TYPE sinar_reports gauge") == 1
    assert set(health["kecamatan"]) == {"63.11.01", HALONG}


async def test_the_operator_hears_at_once_that_any_of_them_wants_attention(office: Office) -> None:
    headers = {"Authorization": "Bearer operator"}
    backup_note.note(office.ctx(), "contoh")
    async with office.client() as client:
        health = (await client.get("/health", headers=headers)).json()
    assert health["kecamatan"]["63.11.01"]["troubles"] == []
    assert health["kecamatan"][HALONG]["troubles"] == ["no_backup"]
    assert (health["status"], health["troubles"]) == ("attention", ["no_backup"])


@pytest.mark.sqlite  # it spoils the file
async def test_one_whose_data_is_not_to_be_opened_harms_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installation, "TRY_AGAIN_S", 0.1)
    folder = add_kecamatan(tmp_path / "data")
    whole = (folder / "sinar.db").read_bytes()
    (folder / "sinar.db").write_bytes(b"rusak" * 4000)
    async with serving(tmp_path / "data", monkeypatch) as office, office.client() as client:
        headers = {"Authorization": f"Bearer {HALONG}~apa-saja"}
        away = await client.post(SYNC, json={}, headers=headers)
        assert (away.status_code, away.json()["code"]) == (503, "unavailable")
        assert (await client.get("/api/v1/health")).is_success
        (folder / "sinar.db").write_bytes(whole)
        async with asyncio.timeout(60):
            while (await client.post(SYNC, json={}, headers=headers)).status_code == 503:
                await asyncio.sleep(0.1)
        assert (await client.post(SYNC, json={}, headers=headers)).status_code == 401


async def test_a_folder_of_another_kecamatan_is_not_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = add_kecamatan(tmp_path / "data")
    folder.rename(folder.with_name("63.11.03"))
    async with serving(tmp_path / "data", monkeypatch) as office:
        assert office.all.app("63.11.03") is None


async def test_one_that_is_added_answers_without_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(tmp_path / "data", monkeypatch) as office:
        assert list(office.all.hall.apps) == [""]
        async with office.client() as client:
            given = (await _activate(client, _code(office, ""))).json()
            assert "~" not in given["token"]
            add_kecamatan(tmp_path / "data")
            await office.look()
            assert (await _activate(client, _code(office, HALONG))).status_code == 201
