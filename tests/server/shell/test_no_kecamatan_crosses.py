"""Two kecamatan at one server: nothing of the one is had with anything of the other."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from server.http import docs_page, health, login, login_step, made_files, probe, visitor
from server.kantor import announcements
from server.laporan import read_staff
from server.laporan.read_staff import ListFilter
from server.rekap import rekap_paper
from server.rekap.papers import rekap_file
from server.shell import wings
from server.shell.front import Front
from shared.protocol import PHOTOS, TUS
from tests.cast import flood
from tests.server.door_kit import make_argon2_quick
from tests.server.kit import inventory
from tests.server.shell.kit import HALONG, Side, add_kecamatan, serving, side

pytestmark = pytest.mark.anyio

Sides = tuple[Side, Side]


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def sides(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Sides]:
    """Juai and Halong, at work; made once, for filling them takes longer than all tests."""
    data = tmp_path_factory.mktemp("dua") / "data"
    add_kecamatan(data)
    with pytest.MonkeyPatch.context() as patch:
        make_argon2_quick(patch)
        patch.setattr(rekap_paper, "_in_a_process", _at_once)
        async with serving(data, patch) as office:
            yield (
                await side(office, "", "KHASJUAI", "trantib"),
                await side(office, HALONG, "KHASHALONG", "trantib.halong"),
            )


def _at_once(order: Path, *_: object) -> None:
    """A recap's PDF is written right here."""
    rekap_file.write(json.loads(order.read_text()), lambda _done: None)


def said(answer: httpx.Response) -> str:
    """All that an answer says, also inside of sheets and archives."""
    body = answer.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            body = b"".join(archive.read(name) for name in archive.namelist())
    return body.decode("utf-8", "replace")


DESK: dict[str, str] = {
    "/foto/{ident}/{sha256}": "/foto/{laporan}/{foto}",
    "/foto/pembinaan/{ident}/{sha256}": "/foto/pembinaan/{pembinaan}/{foto pembinaan}",
    "/kode/{ticket}": "/kode/{kode}",
    "/unduh/anggota-kembali/{ticket}": "/unduh/anggota-kembali/{kembali}",
    "/unduh/anggota.{kind}": "/unduh/anggota.csv",
    "/unduh/bukti/{ident}": "/unduh/bukti/{bukti}",
    "/unduh/catatan-audit.csv": "/unduh/catatan-audit.csv",
    "/unduh/contoh-anggota.xlsx": "/unduh/contoh-anggota.xlsx",
    "/unduh/daftar/{kind}.{form}": "/unduh/daftar/anggota.xlsx",
    "/unduh/hasil/{ident}": "/unduh/hasil/{hasil}",
    "/unduh/inovasi/indikator-{tahun}.{jenis}": "/unduh/inovasi/indikator-2026.json",
    "/unduh/inovasi/{macam}.{jenis}": "/unduh/inovasi/profil.docx?tahun=2026",
    "/unduh/kamus-{what}.csv": "/unduh/kamus-laporan.csv",
    "/unduh/laporan.zip": "/unduh/laporan.zip?dari=2026-11&sampai=2026-11",
    "/unduh/laporan/{ident}.pdf": "/unduh/laporan/{laporan}.pdf",
    "/unduh/orang/{ident}.{kind}": "/unduh/orang/{anggota}.json",
    "/unduh/pembinaan/{ident}/{name}": "/unduh/pembinaan/{pembinaan}/tindak-lanjut.xlsx",
    "/unduh/rekap/{ident}.pdf": "/unduh/rekap/{rekap}.pdf",
}
"""Every file behind the log-in, with what stands for its parts."""
KEYS = {
    "/api/v1/open/laporan": "/api/v1/open/laporan",
    "/api/v1/open/anggota": "/api/v1/open/anggota",
    "/api/v1/open/pembinaan": "/api/v1/open/pembinaan",
    "/api/v1/open/rekap": "/api/v1/open/rekap?periode=2026-11",
}
PHONES = {"/api/v1/photos/{sha256}": "/api/v1/photos/{foto}"}
OTHERWISE = {
    "/api/v1/sync", "/api/v1/photos", "/api/v1/titipan/{sha256}", "/api/v1/activate", "/p/{code}",
    "/metrics", "/health", "/masuk", "/keluar", "/sesi", "/masuk/kode", "/masuk/pasang",
    "/kabupaten", "/kabupaten/{kode}",
    "/operator", "/operator/kecamatan-baru", "/operator/{kode}",
}  # fmt: skip
"""In tests of their own: here, in `test_the_front`, in tests/server/kabupaten and pengelola."""
SAME = {
    "/api/v1/health", "/api/v1/probe", "/api/v1/openapi.json", "/api/v1/docs", "/hp/b/{name}",
    "/hp/{path:path}", "/tentang", "/pedoman", "/survei", "/privasi",
}  # fmt: skip
"""For everybody, and of nobody."""


def test_every_route_is_walked_or_named():
    parts = (health, probe, docs_page, login, login_step, made_files)
    routers = (*(part.router for part in parts), *wings.routers(), *wings.desk_routers())
    there = {str(getattr(route, "path", "")) for router in routers for route in router.routes}
    assert there == {*DESK, *KEYS, *PHONES, *OTHERWISE, *SAME}


Answers = dict[str, httpx.Response]


async def _had(
    client: httpx.AsyncClient, walk: dict[str, str], of: Side, headers: dict[str, str]
) -> Answers:
    return {
        route: await client.get(address.format_map(of.ids), headers=headers)
        for route, address in walk.items()
    }


def _judged(own: Answers, tried: Answers, other: Side) -> list[str]:
    """What went wrong: an own thing that is not had, another's that is."""
    wrong = [
        f"{route}: {answer.status_code} for its own"
        for route, answer in own.items()
        if answer.status_code != 200
    ]
    for route, answer in tried.items():
        named = answer.request.url.raw_path != own[route].request.url.raw_path
        if named and answer.status_code not in (401, 403, 404):
            wrong.append(f"{route}: {answer.status_code} for another's")
        if other.word in said(answer):
            wrong.append(f"{route}: says what is another's")
    return wrong


async def test_files_behind_the_log_in_are_for_their_own_desk(sides: Sides) -> None:
    wrong: list[str] = []
    for one, other in (sides, sides[::-1]):
        async with one.office.client() as client:
            with one.at_desk(client):
                own = await _had(client, DESK, one, {})
                wrong += _judged(own, await _had(client, DESK, other, {}), other)
            assert any(one.word in said(answer) for answer in own.values())
    assert wrong == []


async def test_a_key_and_a_phone_read_their_own_kecamatan(sides: Sides) -> None:
    wrong: list[str] = []
    for one, other in (sides, sides[::-1]):
        for walk, secret in ((KEYS, one.key), (PHONES, one.phone.token)):
            headers = {"Authorization": f"Bearer {secret}", "Tus-Resumable": TUS}
            async with one.office.client() as client:
                own = await _had(client, walk, one, headers)
                wrong += _judged(own, await _had(client, walk, other, headers), other)
    assert wrong == []


@pytest.mark.parametrize("mark", ["", HALONG])
async def test_where_the_front_sorts_nothing_each_store_still_has_its_own_only(
    sides: Sides, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second fence: all requests reach one kecamatan, whoever sends them."""
    monkeypatch.setattr(Front, "_whose", lambda _front, _scope: mark)
    here, away = sides if mark == "" else sides[::-1]
    wrong: list[str] = []
    async with here.office.client() as client:
        with here.at_desk(client):
            own = await _had(client, DESK, here, {})
            wrong += _judged(own, await _had(client, DESK, away, {}), away)
    for walk, of in ((KEYS, "key"), (PHONES, "phone")):
        secret = away.key if of == "key" else away.phone.token
        headers = {"Authorization": f"Bearer {secret}", "Tus-Resumable": TUS}
        async with here.office.client() as client:
            had = await _had(client, walk, away, headers)
        wrong += [path for path, answer in had.items() if answer.status_code != 401]
    async with here.office.client() as client:
        with away.at_desk(client):
            had = await _had(client, DESK, away, {})
        wrong += [path for path, answer in had.items() if answer.status_code not in (303, 401, 404)]
        wrong += [path for path, answer in had.items() if away.word in said(answer)]
    assert wrong == []


REFUSED = (401, 429, 503)
"""503: of a kecamatan that is not here."""


async def test_another_head_opens_nothing(sides: Sides) -> None:
    opened: list[str] = []
    for one in sides:
        for secret in (one.phone.token, one.cookie, one.key):
            bare = secret.replace(f"{HALONG}~", "")
            heads = (bare, f"{HALONG}~{bare}", f"63.11.09~{bare}", f"{HALONG}~", f"sinar_{secret}")
            for bent in {*heads} - {secret}:
                shown = {"Authorization": f"Bearer {bent}", "Cookie": f"{visitor.COOKIE}={bent}"}
                async with one.office.client() as client:
                    opened += [
                        f"{path} {bent}"
                        for path in ("/api/v1/open/laporan", f"{PHOTOS}/{one.ids['foto']}",
                                     "/unduh/anggota.csv", "/sesi")
                        if (await client.get(path, headers=shown)).status_code not in REFUSED
                    ]  # fmt: skip
    assert opened == []


def _count(one: Side) -> int:
    return read_staff.list_page(one.ctx, one.kasi, ListFilter()).total


async def test_what_a_phone_sends_changes_its_own_kecamatan_only(sides: Sides) -> None:
    juai, halong = sides
    rung: list[str] = []
    halong.ctx.bell.subscribe(lambda: rung.append("halong"))
    # The id of a report of Halong's, and a claim of it, sent by Juai's phone.
    same = flood(halong.ids["laporan"], uraian="Banjir KHASJUAI.")
    assert (await juai.phone.send(same))["state"] == "accepted"
    answer = await juai.phone.sync(inventory=inventory((halong.ids["laporan"], 1)))
    assert halong.word not in str(answer) + str(juai.phone.heard)
    assert (_count(juai), _count(halong)) == (2, 1)
    assert rung == []
    found = read_staff.laporan_page(
        halong.ctx, halong.kasi, read_staff.ListFilter(), halong.ids["laporan"]
    )
    assert found is not None and halong.word in str(found) and juai.word not in str(found)


async def test_what_a_desk_tells_reaches_its_own_phones_only(sides: Sides) -> None:
    for one, other in (sides, sides[::-1]):
        desa = one.ctx.wilayah.desa[0].kode
        announcements.publish(one.ctx, one.kasi, f"Siaga {one.word}", "Siaga.", [desa])
        await one.phone.sync()
        await other.phone.sync()
        assert one.word in str(one.phone.heard)
        assert one.word not in str(other.phone.heard)


async def test_a_photo_that_one_has_is_not_there_for_the_other(sides: Sides) -> None:
    juai, halong = sides
    headers = {**juai.phone.headers, "Tus-Resumable": TUS}
    async with juai.office.client() as client:
        answer = await client.head(f"{PHOTOS}/{halong.ids['foto']}", headers=headers)
    assert answer.status_code == 404


async def test_files_of_one_lie_in_its_own_folder(sides: Sides) -> None:
    juai, halong = sides
    data = juai.ctx.settings.data
    assert halong.ctx.settings.data == data / "kecamatan" / HALONG
    for one in sides:
        there = {path.parent for path in one.ctx.settings.photo_folder.rglob("*.jpg")}
        assert there and all(one.ctx.settings.photo_folder in path.parents for path in there)


async def test_a_paper_is_checked_by_its_code_alone(sides: Sides) -> None:
    for one, other in (sides, sides[::-1]):
        async with one.office.client() as client:
            page = await client.get(f"/p/{one.ids['kertas']}")
            with other.at_desk(client):
                asked = await client.get(f"/p/{one.ids['kertas']}")
        assert page.status_code == asked.status_code == 200
        assert page.text == asked.text and one.word not in page.text
