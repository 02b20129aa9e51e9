"""A photo on its way in: what is taken, what is refused, and what the sender is told."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from shared.protocol import PHOTOS
from tests.server.photo_kit import (
    HAMARUNG,
    PAK_RUDI,
    World,
    at,
    creation,
    jpeg,
    pieces,
    sha,
    url,
    with_bytes,
    world,
)

pytestmark = pytest.mark.anyio
PHOTO = jpeg()


@pytest.fixture
def w(tmp_path: Path, store: dict[str, Any]) -> Iterator[World]:
    with world(tmp_path / "data", **store) as made:
        yield made


@pytest.fixture
def of_a_folder(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path / "data") as made:
        yield made


async def test_a_photo_sent_with_its_creation_is_whole_in_one_request(w: World) -> None:
    key = w.name(PHOTO)
    async with w.client() as phone:
        answer = await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
    assert (answer.status_code, answer.headers["upload-offset"]) == (201, str(len(PHOTO)))
    assert answer.headers["location"] == url(PHOTO)
    assert answer.headers["tus-resumable"] == "1.0.0"
    assert w.stored(key) == PHOTO
    assert w.noted_whole(key)
    assert w.files() == [f"63.11.01.2013/{sha(PHOTO)}.jpg"]


async def test_a_photo_created_empty_grows_piece_by_piece(w: World) -> None:
    key = w.name(PHOTO)
    async with w.client() as phone:
        begun = await phone.post(PHOTOS, headers=creation(PHOTO))
        assert (begun.status_code, begun.headers["upload-offset"]) == (201, "0")
        assert begun.headers["upload-expires"] == "Tue, 01 Dec 2026 12:00:00 GMT"
        first = await phone.patch(url(PHOTO), headers=at(0), content=PHOTO[:500])
        assert (first.status_code, first.headers["upload-offset"]) == (204, "500")
        assert "upload-expires" in first.headers
        state = await phone.head(url(PHOTO))
        assert (state.headers["upload-offset"], state.headers["upload-length"]) == (
            "500",
            str(len(PHOTO)),
        )
        assert state.headers["cache-control"] == "no-store"
        last = await phone.patch(url(PHOTO), headers=at(500), content=pieces(PHOTO[500:]))
    assert (last.status_code, last.headers["upload-offset"]) == (204, str(len(PHOTO)))
    assert "upload-expires" not in last.headers
    assert w.stored(key) == PHOTO


async def test_a_whole_photo_is_never_stored_again(w: World) -> None:
    key = w.name(PHOTO)
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
        assert w.stored(key) == PHOTO
        written = w.ctx.photos.path(key).stat().st_ino
        again = await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
        state = await phone.head(url(PHOTO))
        end = await phone.patch(url(PHOTO), headers=at(len(PHOTO)))
        elsewhere = await phone.patch(url(PHOTO), headers=at(5), content=b"x")
        beyond = await phone.patch(url(PHOTO), headers=at(len(PHOTO)), content=b"x")
    assert (again.status_code, again.headers["upload-offset"]) == (201, str(len(PHOTO)))
    assert state.headers["upload-offset"] == str(len(PHOTO))
    assert end.status_code == 204
    assert elsewhere.status_code == 409
    assert beyond.status_code == 413
    assert w.ctx.photos.path(key).stat().st_ino == written


async def test_a_second_creation_of_a_half_sent_photo_tells_where_to_go_on(w: World) -> None:
    key = w.name(PHOTO)
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=creation(PHOTO))
        await phone.patch(url(PHOTO), headers=at(0), content=PHOTO[:300])
        again = await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
    assert (again.status_code, again.headers["upload-offset"]) == (201, "300")
    assert w.part(key).read_bytes() == PHOTO[:300]


async def test_another_offset_leaves_the_file_untouched(w: World) -> None:
    key = w.name(PHOTO)
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=creation(PHOTO))
        await phone.patch(url(PHOTO), headers=at(0), content=PHOTO[:300])
        answer = await phone.patch(url(PHOTO), headers=at(200), content=PHOTO[200:])
    assert (answer.status_code, answer.headers["upload-offset"]) == (409, "300")
    assert answer.json()["code"] == "offset_mismatch"
    assert w.part(key).read_bytes() == PHOTO[:300]


@pytest.mark.parametrize("announced", [True, False])
async def test_bytes_beyond_the_length_leave_the_file_at_its_old_offset(
    w: World, announced: bool
) -> None:
    key = w.name(PHOTO)
    too_much = PHOTO[300:] + b"x"
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=creation(PHOTO))
        await phone.patch(url(PHOTO), headers=at(0), content=PHOTO[:300])
        body = too_much if announced else pieces(too_much)
        answer = await phone.patch(url(PHOTO), headers=at(300), content=body)
        state = await phone.head(url(PHOTO))
    assert answer.status_code == 413
    assert state.headers["upload-offset"] == "300"
    assert w.part(key).read_bytes() == PHOTO[:300]


async def test_a_long_overrun_that_was_partly_written_is_cut_back(w: World) -> None:
    photo = jpeg(2, (1600, 1200), quality=95)
    assert len(photo) > 200_000
    key = w.name(photo)
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=creation(photo))
        await phone.patch(url(photo), headers=at(0), content=photo[:300])
        body = pieces(photo[300:150_000], photo[150_000:], b"x")
        answer = await phone.patch(url(photo), headers=at(300), content=body)
    assert answer.status_code == 413
    assert w.part(key).read_bytes() == photo[:300]


@pytest.mark.parametrize("with_creation", [True, False])
async def test_other_bytes_than_announced_are_thrown_away(w: World, with_creation: bool) -> None:
    w.name(PHOTO)
    wrong = PHOTO[:-9] + b"123456789"
    async with w.client() as phone:
        if with_creation:
            answer = await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=wrong)
        else:
            await phone.post(PHOTOS, headers=creation(PHOTO))
            answer = await phone.patch(url(PHOTO), headers=at(0), content=wrong)
        gone = await phone.head(url(PHOTO))
        right = await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
    assert (answer.status_code, answer.json()["code"]) == (460, "wrong_bytes")
    assert answer.headers["tus-resumable"] == "1.0.0"
    assert gone.status_code == 404
    assert right.status_code == 201


def _tiff() -> bytes:
    out = BytesIO()
    Image.new("RGB", (20, 20)).save(out, "TIFF")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"<html>Selamat datang</html>", 415, "not_jpeg"),
        (_tiff(), 415, "not_jpeg"),
        (PHOTO[: len(PHOTO) // 2], 422, "broken_jpeg"),
        (PHOTO[:4] + bytes(400), 422, "broken_jpeg"),
        (b"\xff\xd8\xff\xd9", 422, "broken_jpeg"),
        (b"\xff\xd8\xff", 422, "broken_jpeg"),
        (jpeg(3, (4097, 8)), 422, "too_many_pixels"),
    ],
    ids=["html", "tiff", "truncated", "zeros", "empty", "head only", "4097 px"],
)
async def test_what_is_no_good_jpeg_is_refused_and_not_kept(
    w: World, content: bytes, status: int, code: str
) -> None:
    w.name(content)
    async with w.client() as phone:
        answer = await phone.post(PHOTOS, headers=with_bytes(content), content=content)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert w.files() == []


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"Authorization": "Bearer nobody"}, 401, "unauthorized"),
        ({"Tus-Resumable": "0.2.2"}, 412, "wrong_tus_version"),
        ({"Tus-Resumable": ""}, 412, "wrong_tus_version"),
        ({"Content-Type": "image/jpeg"}, 415, "unsupported_type"),
        ({"Content-Encoding": "gzip"}, 415, "unsupported_type"),
        ({"Upload-Length": ""}, 400, "bad_request"),
        ({"Upload-Length": "-1"}, 400, "bad_request"),
        ({"Upload-Length": "2097153"}, 413, "too_large"),
        ({"Upload-Length": "0"}, 413, "too_large"),
        ({"Upload-Metadata": ""}, 400, "bad_sha256"),
        ({"Upload-Metadata": "sha256 !!"}, 400, "bad_metadata"),
        ({"Upload-Metadata": "sha256 QUJD"}, 400, "bad_sha256"),
    ],
)
async def test_a_faulty_creation_is_refused_and_makes_no_file(
    w: World, changed: dict[str, str], status: int, code: str
) -> None:
    w.name(PHOTO)
    async with w.client() as phone:
        headers = {**with_bytes(PHOTO), **changed}
        answer = await phone.post(PHOTOS, headers=headers, content=PHOTO)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["tus-resumable"] == "1.0.0"
    assert w.files() == []


async def test_another_length_than_the_reports_is_refused(w: World) -> None:
    w.name(PHOTO, size=len(PHOTO) + 7)
    async with w.client() as phone:
        answer = await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
    assert (answer.status_code, answer.json()["code"]) == (422, "wrong_length")
    assert w.files() == []


async def test_a_photo_that_no_report_of_the_desa_names_is_refused(w: World) -> None:
    w.name(PHOTO, desa=HAMARUNG)
    async with w.client() as phone:
        answer = await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
    assert (answer.status_code, answer.json()["code"]) == (403, "photo_unknown")
    assert w.files() == []


async def test_a_leaked_hash_opens_nothing_in_another_desa(w: World) -> None:
    w.name(PHOTO)
    async with w.client() as ida, w.client(PAK_RUDI) as rudi:
        await ida.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
        refused = [
            await rudi.head(url(PHOTO)),
            await rudi.get(url(PHOTO)),
            await rudi.patch(url(PHOTO), headers=at(0), content=PHOTO),
        ]
        assert [answer.status_code for answer in refused] == [404, 404, 404]
        w.name(PHOTO, desa=HAMARUNG)
        own = await rudi.post(PHOTOS, headers=creation(PHOTO))
    assert own.headers["upload-offset"] == "0"


async def test_a_patch_needs_its_headers_and_a_begun_photo(w: World) -> None:
    w.name(PHOTO)
    plain = {"Upload-Offset": "0", "Content-Type": "image/jpeg"}
    async with w.client() as phone:
        refused = [
            await phone.patch(url(PHOTO), headers=plain, content=PHOTO),
            await phone.patch(url(PHOTO), headers={**at(0), "Upload-Offset": "x"}, content=PHOTO),
            await phone.patch(url(PHOTO), headers=at(0), content=PHOTO),
            await phone.patch(f"{PHOTOS}/{'A' * 64}", headers=at(0), content=PHOTO),
        ]
    assert [answer.status_code for answer in refused] == [415, 400, 404, 400]
    assert {answer.headers["tus-resumable"] for answer in refused} == {"1.0.0"}
    assert w.files() == []


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "POST", "TRACE", "BREW"])
async def test_only_head_patch_and_get_exist_for_one_photo(w: World, method: str) -> None:
    async with w.client() as phone:
        answer = await phone.request(method, url(PHOTO))
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, PATCH")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["tus-version"] == "1.0.0"


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS", "PATCH"])
async def test_only_creation_exists_for_all_photos(w: World, method: str) -> None:
    async with w.client() as phone:
        answer = await phone.request(method, PHOTOS)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert answer.headers["tus-extension"] == "creation,creation-with-upload,expiration"


async def test_a_post_may_stand_for_a_patch_where_a_proxy_lets_none_through(w: World) -> None:
    key = w.name(PHOTO)
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=creation(PHOTO))
        headers = {**at(0), "X-HTTP-Method-Override": "PATCH"}
        answer = await phone.post(url(PHOTO), headers=headers, content=PHOTO)
    assert answer.status_code == 204
    assert w.stored(key) == PHOTO


async def test_a_phone_looks_at_the_photos_of_its_desa(w: World) -> None:
    photo = jpeg(4, (1280, 960), progressive=True, quality=60)
    w.name(photo)
    async with w.client() as phone:
        early = await phone.get(url(photo))
        await phone.post(PHOTOS, headers=with_bytes(photo), content=photo)
        whole = await phone.get(url(photo))
        small = await phone.get(url(photo), params={"size": "small"})
        twice = await phone.get(url(photo), params={"size": "small"})
    assert early.status_code == 404
    assert whole.content == photo
    assert whole.headers["content-type"] == "image/jpeg"
    assert Image.open(BytesIO(small.content)).size == (320, 240)
    assert twice.content == small.content


@pytest.mark.parametrize("trouble", ["full", "altered"])
async def test_where_no_small_picture_can_be_made_the_photo_itself_is_shown(
    of_a_folder: World, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    w, photo = of_a_folder, jpeg(31, (1280, 960))
    key = w.name(photo)
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=with_bytes(photo), content=photo)
        if trouble == "altered":
            w.ctx.photos.path(key).write_bytes(photo[:2000])
        else:
            monkeypatch.setattr(os, "fsync", full)
        shown = await phone.get(url(photo), params={"size": "small"})
    assert shown.status_code == 200
    assert shown.content == w.ctx.photos.path(key).read_bytes()
    assert not [path for path in (w.ctx.settings.data / "foto-kecil").rglob("*") if path.is_file()]


def full(_: int) -> None:
    raise OSError(errno.ENOSPC, "full")
