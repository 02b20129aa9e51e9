"""The open API: other systems read with a key of theirs, what it opens and no more."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import flet as ft
import httpx
import pytest

from server import cli
from server.data import api_tokens, teks
from server.data.api_tokens import TokenError
from server.data.web.open_data import CALLS, OPEN
from server.pembinaan import pembinaan
from shared.clock import format_time
from tests.cast import HAMARUNG, LALAYAU, patrol
from tests.server.data.kit import KASI
from tests.server.desk.window import read, window
from tests.server.kit import Office, at_hamarung, member
from tests.server.kit import office as running_office

pytestmark = pytest.mark.anyio


@pytest.fixture
async def juai(tmp_path: Path) -> AsyncIterator[Office]:
    async with running_office(tmp_path / "data") as running:
        yield running


def key(juai: Office, *scopes: str) -> dict[str, str]:
    made = api_tokens.add(juai.ctx, KASI, "Satpol PP (contoh)", scopes)
    return {"Authorization": f"Bearer {made.secret}"}


async def get(juai: Office, path: str, head: dict[str, str], **query: Any) -> httpx.Response:
    return await juai.client.get(f"{OPEN}/{path}", headers=head, params=query)


async def test_pages_follow_a_cursor_and_new_reports_come_after_the_last(juai: Office):
    ida, head = await juai.phone(), key(juai, "laporan")
    sent = [patrol() for _ in range(5)]
    for one in sent:
        juai.clock.move(seconds=1)
        await ida.send(one)
    seen: list[str] = []
    cursor, more = None, True
    while more:
        given = {"cursor": cursor} if cursor else {}
        page = (await get(juai, "laporan", head, limit=2, **given)).json()
        seen += [item["id"] for item in page["items"]]
        cursor, more = page["cursor"], page["more"]
    assert seen == [one.id for one in sent]
    late = patrol()
    juai.clock.move(seconds=1)
    await ida.send(late)
    page = (await get(juai, "laporan", head, cursor=cursor)).json()
    assert [item["id"] for item in page["items"]] == [late.id]
    assert not page["more"]


async def test_filters_choose_and_names_of_the_crew_stay_here(juai: Office):
    ida, rudi, head = await juai.phone(), await juai.phone(HAMARUNG), key(juai, "laporan")
    await ida.send(patrol())
    juai.clock.move(hours=1)
    after = format_time(juai.clock.now())
    other = at_hamarung(patrol())
    await rudi.send(other)

    async def ids(**query: str) -> list[str]:
        return [i["id"] for i in (await get(juai, "laporan", head, **query)).json()["items"]]

    assert await ids(desa=HAMARUNG) == [other.id]
    assert await ids(diubah_sejak=after) == [other.id]
    assert await ids(macam="kejadian") == []
    assert len(await ids(dari="2026-11", sampai="2026-11")) == 2
    item = (await get(juai, "laporan", head)).json()["items"][0]
    assert item["mulai"] == "2026-11-24T20:00:00+08:00"
    assert "personel" not in item and item["jumlah_personel"] == 2


async def test_a_key_opens_its_scopes_only_and_telephones_need_one_of_their_own(juai: Office):
    ida = await juai.phone()
    await ida.tell("anggota", member(hp="0811-contoh"))
    plain, open_hp = key(juai, "anggota"), key(juai, "anggota", "anggota.hp")
    item = (await get(juai, "anggota", plain)).json()["items"][0]
    assert item["nama"] == "Amat (contoh)"
    assert "hp" not in item and "nik" not in item
    assert (await get(juai, "anggota", open_hp)).json()["items"][0]["hp"] == "0811-contoh"
    refused = await get(juai, "laporan", plain)
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert "laporan" in refused.json()["detail"]


async def test_coachings_and_the_recaps_figures_are_given(juai: Office):
    ida, head = await juai.phone(), key(juai, "pembinaan", "rekap")
    await ida.send(patrol())
    pembinaan.begin(juai.ctx, KASI, desa=[LALAYAU])
    one = (await get(juai, "pembinaan", head)).json()["items"]
    assert [item["desa_kode"] for item in one] == [LALAYAU]
    figures = (await get(juai, "rekap", head, periode="2026-11", desa=LALAYAU)).json()["items"]
    assert [(item["desa"], item["kegiatan"], item["personel_kali"]) for item in figures] == [
        ("Lalayau", 1, 2)
    ]
    assert len((await get(juai, "rekap", head, periode="2026-11")).json()["items"]) == 21


async def test_nobody_reads_without_a_key_or_with_one_that_was_revoked(juai: Office):
    head, phone = key(juai, "laporan"), await juai.phone()
    assert (await get(juai, "laporan", head)).status_code == 200
    assert (await get(juai, "laporan", {})).status_code == 401
    assert (await get(juai, "laporan", phone.headers)).status_code == 401
    ident = api_tokens.everyone(juai.ctx, KASI)[0].id
    api_tokens.revoke(juai.ctx, KASI, ident)
    refused = await get(juai, "laporan", head)
    assert (refused.status_code, refused.json()["code"]) == (401, "revoked")
    sync = await juai.client.post("/api/v1/sync", headers=head, json={})
    assert sync.status_code == 401


async def test_the_same_page_costs_nothing_twice(juai: Office):
    head = key(juai, "laporan")
    first = await get(juai, "laporan", head)
    again = await get(juai, "laporan", {**head, "If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    await (await juai.phone()).send(patrol())
    fresh = await get(juai, "laporan", {**head, "If-None-Match": first.headers["etag"]})
    assert fresh.status_code == 200


async def test_a_key_in_a_hurry_is_asked_to_wait(juai: Office):
    head, other = key(juai, "rekap"), key(juai, "rekap")
    for _ in range(CALLS.most):
        await get(juai, "laporan", head)  # refused for its scope, counted all the same
    refused = await get(juai, "laporan", head)
    assert refused.status_code == 429 and int(refused.headers["retry-after"]) > 0
    assert (await get(juai, "laporan", other)).status_code == 403
    juai.clock.move(minutes=2)
    assert (await get(juai, "laporan", head)).status_code == 403


@pytest.mark.parametrize(
    "query",
    [
        {"cursor": "apa-saja"}, {"limit": 0}, {"limit": 201}, {"desa": "63.11.02.2001"},
        {"diubah_sejak": "kemarin"}, {"dari": "2026-13"}, {"status": "entah"},
    ],
)  # fmt: skip
async def test_what_makes_no_sense_is_refused(juai: Office, query: dict[str, str]):
    refused = await get(juai, "laporan", key(juai, "laporan"), **query)
    assert (refused.status_code, refused.json()["code"]) == (400, "bad_request")


async def test_keys_are_kept_hashed_named_and_their_use_is_noted(juai: Office):
    head = key(juai, "laporan")
    secret = head["Authorization"].split()[1]
    for _ in range(3):
        await get(juai, "laporan", head)
    found = api_tokens.everyone(juai.ctx, KASI)[0]
    assert found.last_used == juai.clock.now()
    with juai.ctx.database.read() as db:
        lines = db.exec_driver_sql("SELECT action, actor, detail FROM audit").all()
        assert secret not in str(db.exec_driver_sql("SELECT * FROM api_tokens").all())
    assert ("api_token_added", "kasi", "Satpol PP (contoh) · laporan") in lines
    uses = [line for line in lines if line[0] == "api_read"]
    assert uses == [("api_read", "Satpol PP (contoh)", "laporan · 2026-11-24")]


@pytest.mark.parametrize(("nama", "scopes"), [("", ["laporan"]), ("A", []), ("A", ["semua"])])
async def test_a_key_without_name_or_scope_is_not_made(juai: Office, nama: str, scopes: list[str]):
    with pytest.raises(TokenError):
        api_tokens.add(juai.ctx, KASI, nama, scopes)
    assert api_tokens.everyone(juai.ctx, KASI) == ()


def test_the_operator_makes_lists_and_revokes_keys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    data = tmp_path / "data"
    data.mkdir()

    def sinar(*said: str) -> tuple[int, str]:
        status = cli.main(["api-token", *said[:1], "--data", str(data), *said[1:]])
        heard = capsys.readouterr()
        return status, heard.out + heard.err

    assert sinar("list") == (0, teks.CLI_KUNCI_KOSONG + "\n")
    status, said = sinar("add", "--nama", "Satpol PP (contoh)", "--cakupan", "laporan, rekap")
    secret = said.splitlines()[-1]
    assert status == 0 and secret.startswith(api_tokens.PREFIX)
    status, said = sinar("list")
    assert "Satpol PP (contoh)  [laporan, rekap]" in said and secret not in said
    ident = said.split()[0]
    assert sinar("revoke", ident)[0] == 0
    assert teks.CLI_KUNCI_MATI in sinar("list")[1]
    assert sinar("revoke", "entah") == (1, teks.CLI_KUNCI_TIDAK_ADA + "\n")
    assert sinar("add", "--nama", "A", "--cakupan", "semua")[0] == 1


async def test_the_page_shows_a_key_once_and_revokes_it(juai: Office):
    async with window(juai, "/pengaturan/token") as seen:
        await read(seen)
        await seen.tap(teks.KUNCI_BUAT)
        await seen.tap(teks.KUNCI_BUAT_YA)
        await read(seen)
        assert seen.has(teks.KUNCI_LENGKAPI)
        await seen.type(teks.KUNCI_NAMA, "Satpol PP (contoh)")
        await seen.tap(teks.KUNCI_BUAT_YA)
        await read(seen)
        secret = next(told for told in seen.texts() if told.startswith(api_tokens.PREFIX))
        head = {"Authorization": f"Bearer {secret}"}
        assert (await get(juai, "laporan", head)).status_code == 200
        await seen.tap(teks.KUNCI_CABUT.format(nama="Satpol PP (contoh)"))
        await seen.tap(teks.KUNCI_CABUT_YA)
        await read(seen)
        assert seen.has(teks.KUNCI_MATI)
        assert (await get(juai, "laporan", head)).status_code == 401
    async with window(juai, "/pengaturan/token") as again:
        await read(again)
        assert not any(told.startswith(api_tokens.PREFIX) for told in again.texts())


async def test_a_box_says_what_the_key_opens_however_often_it_is_heard(juai: Office):
    async with window(juai, "/pengaturan/token") as seen:
        await seen.tap(teks.KUNCI_BUAT)
        await seen.type(teks.KUNCI_NAMA, "Satpol PP (contoh)")
        for scope, value in (("laporan", False), ("rekap", True)):
            for _ in range(2):
                [box] = seen.find(ft.Checkbox, label=teks.CAKUPAN[scope])
                await seen.set(box, "value", value)
        await seen.tap(teks.KUNCI_BUAT_YA)
        await seen.until(lambda: bool(api_tokens.everyone(juai.ctx, KASI)))
    assert [one.scopes for one in api_tokens.everyone(juai.ctx, KASI)] == [("rekap",)]
