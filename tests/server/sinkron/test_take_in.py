"""A package that is brought to the desk: by the command, at the page, and who may do it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import flet as ft
import pytest

from mobile.device.sealing import CryptoSealing
from server.core import teks as umum
from server.core.permit import NotAllowedError
from server.rawat import teks
from server.sinkron import titipan
from shared.codec import encode
from shared.frames import frame
from shared.laporan import Foto, Laporan
from shared.sealed_file import head_of, seal
from shared.titipan import ABOUT, FOTO, KIND, LAPORAN, SIGNATURE, TITIPAN, Signed
from tests.cast import patrol
from tests.server.desk.window import KASI, PEMBACA, read, window
from tests.server.kit import Office, Phone
from tests.server.photo_kit import jpeg, sha
from tests.server.rawat.test_care import Say, say

__all__ = ["say"]
pytestmark = pytest.mark.anyio

PICTURE = jpeg(31)
TUS = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}


def report() -> Laporan:
    return patrol(foto=(Foto(sha(PICTURE), len(PICTURE), 320, 240),))


def public_key(juai: Office) -> str:
    with juai.ctx.database.read() as db:
        query = "SELECT value FROM settings WHERE key = 'titip_key'"
        return json.loads(db.exec_driver_sql(query).scalar_one())


def package(juai: Office, phone: Phone, *reports: Laporan, photos: tuple[bytes, ...] = ()) -> bytes:
    """As the phone makes it."""
    sealing = CryptoSealing()
    key = sealing.for_server(public_key(juai))
    head, lines = head_of(KIND, key.facts)
    signed = Signed(head.bound)
    parts = [signed.add(frame(ABOUT, json.dumps({"device": phone.device_id}).encode()))]
    parts += [signed.add(frame(LAPORAN, json.dumps(encode(one)).encode())) for one in reports]
    parts += [signed.add(frame(FOTO, data)) for data in photos]
    parts.append(frame(SIGNATURE, sealing.sign(phone.token, signed.digest)))
    return lines + b"".join(seal(head, parts, key.cipher))


async def test_the_command_takes_a_package_in_while_the_server_runs(
    juai: Office, ida: Phone, say: Say, tmp_path: Path
) -> None:
    sent = report()
    file = tmp_path / "a.titip"
    file.write_bytes(package(juai, ida, sent, photos=(PICTURE,)))
    data = juai.ctx.settings.data
    status, said = say("take-in", "--data", data, file)
    assert (status, "1 laporan, 1 baru" in said, "1 foto baru" in said) == (0, True, True)
    assert "0 baru, 1 sudah ada sebelumnya" in say("take-in", "--data", data, file)[1]
    answer = await ida.sync(sent)
    assert answer["results"][0]["state"] == "already_have"
    assert answer["results"][0]["resi"]
    assert answer["missing_photos"] == []
    with juai.ctx.database.read() as db:
        query = "SELECT actor, detail FROM audit WHERE action = 'titipan_taken' ORDER BY id"
        assert db.exec_driver_sql(query).first() == ("operator", "1 laporan (1 baru), 1 foto baru")


async def test_the_inventory_brings_the_receipt_to_the_phone_that_sealed_it(
    juai: Office, ida: Phone
) -> None:
    sent = report()
    await ida.sync()
    titipan.take_in_open(juai.ctx, io.BytesIO(data := package(juai, ida, sent)), len(data), "meja")
    asked = await ida.sync(inventory={"count": 0, "digest": "0" * 64})
    assert asked["inventory"] == "send_list"


async def test_a_refused_report_is_told_and_the_rest_is_taken(
    juai: Office, ida: Phone, say: Say, tmp_path: Path
) -> None:
    file = tmp_path / "a.titip"
    file.write_bytes(package(juai, ida, patrol(tempat=""), patrol()))
    status, said = say("take-in", "--data", juai.ctx.settings.data, file)
    assert (status, "1 baru" in said, "1 laporan ditolak" in said) == (1, True, True)


async def test_a_file_that_is_none_or_missing_is_told(
    juai: Office, say: Say, tmp_path: Path
) -> None:
    (tmp_path / "surat.pdf").write_bytes(b"%PDF")
    for name, words in (("surat.pdf", "bukan berkas titipan"), ("tidak-ada", "tidak ada")):
        status, said = say("take-in", "--data", juai.ctx.settings.data, tmp_path / name)
        assert (status, words in said) == (1, True)


async def test_at_the_desk_a_package_is_taken_by_who_looks_after_the_phones(
    juai: Office, ida: Phone
) -> None:
    data = package(juai, ida, patrol())
    with pytest.raises(NotAllowedError):
        titipan.take_in_at_desk(juai.ctx, PEMBACA, io.BytesIO(data), len(data))
    assert titipan.take_in_at_desk(juai.ctx, KASI, io.BytesIO(data), len(data)).accepted == 1


@pytest.mark.parametrize("good", [True, False])
async def test_the_page_of_the_phones_says_what_came_of_a_package(
    juai: Office, ida: Phone, monkeypatch: pytest.MonkeyPatch, good: bool
) -> None:
    data = package(juai, ida, patrol()) if good else b"%PDF"

    async def pick(_self: ft.FilePicker, **_how: object) -> list[ft.FilePickerFile]:
        return [ft.FilePickerFile(id=1, name="a.titip", size=len(data), bytes=data)]

    monkeypatch.setattr(ft.FilePicker, "pick_files", pick)
    async with window(juai, "/hp") as seen:
        await seen.tap(teks.TITIP_PILIH)
        await read(seen)
        words = "1 laporan, 1 baru" if good else umum.TITIPAN["titipan_foreign"]
        await seen.until(lambda: seen.has(words))


async def test_a_package_by_byte_range_answers_counts_and_refuses_by_code(
    juai: Office, ida: Phone
) -> None:
    data = package(juai, ida, patrol(), patrol())
    place = f"{TITIPAN}/{sha(data)}"
    headers = {**ida.headers, **TUS, "Upload-Length": str(len(data))}

    async def send(offset: int, part: bytes, **more: str):
        told = {**headers, "Upload-Offset": str(offset), **more}
        return await ida.client.patch(place, headers=told, content=part)

    assert (await ida.client.head(place, headers=headers)).headers["Upload-Offset"] == "0"
    first = await send(0, data[:500])
    assert (first.status_code, first.headers["Upload-Offset"]) == (204, "500")
    wrong = await send(100, data[100:])
    assert (wrong.status_code, wrong.headers["Upload-Offset"]) == (409, "500")
    too_much = await send(500, data[500:] + b"x")
    assert too_much.status_code == 413
    done = await send(500, data[500:])
    assert done.json() == {"protocol": 1, "laporan": 2, "foto": 0, "refused": 0}
    assert not list((juai.ctx.settings.data / "titipan").glob("*.part"))


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"Authorization": "Bearer salah"}, 401, "unauthorized"),
        ({"Tus-Resumable": "0.2"}, 412, "wrong_tus_version"),
        ({"Content-Type": "text/plain"}, 415, "unsupported_type"),
        ({"Upload-Length": str(10**9)}, 413, "titipan_huge"),
        ({"Upload-Length": "banyak"}, 400, "bad_request"),
    ],
)
async def test_what_the_headers_forbid_is_refused_before_a_byte_is_kept(
    juai: Office, ida: Phone, headers: dict[str, str], status: int, code: str
) -> None:
    whole = {**ida.headers, **TUS, "Upload-Length": "4", "Upload-Offset": "0", **headers}
    answer = await ida.client.patch(f"{TITIPAN}/{'a' * 64}", headers=whole, content=b"%PDF")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not (juai.ctx.settings.data / "titipan").exists()


async def test_bytes_that_are_no_package_or_another_one_are_thrown_away(
    juai: Office, ida: Phone
) -> None:
    headers = {**ida.headers, **TUS, "Upload-Length": "4", "Upload-Offset": "0"}
    for name, status, code in (
        ("a" * 64, 422, "titipan_damaged"), (sha(b"%PDF"), 415, "titipan_foreign"),
    ):  # fmt: skip
        answer = await ida.client.patch(f"{TITIPAN}/{name}", headers=headers, content=b"%PDF")
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert not list((juai.ctx.settings.data / "titipan").glob("*.part"))


async def test_a_phone_keeps_one_package_on_its_way_and_old_ones_are_swept(
    juai: Office, ida: Phone
) -> None:
    headers = {**ida.headers, **TUS, "Upload-Length": "900", "Upload-Offset": "0"}
    for name in ("a" * 64, "b" * 64):
        await ida.client.patch(f"{TITIPAN}/{name}", headers=headers, content=b"x" * 10)
    folder = juai.ctx.settings.data / "titipan"
    assert [path.name[-69:-5] for path in folder.glob("*.part")] == ["b" * 64]
    juai.clock.at = juai.clock.at.replace(year=2036)
    juai.app.state.arriving.sweep()
    assert not list(folder.glob("*.part"))
