"""The places of a new report's photos are made with its text, so that each costs one sync less."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from server.core.files import folder_store
from server.core.files.photo_files import PhotoFiles, PhotoKey
from shared.codec import encode
from shared.laporan import Foto
from shared.protocol import PHOTOS, SYNC
from tests.cast import LALAYAU, patrol
from tests.server.photo_kit import World, at, jpeg, sha, url, with_bytes, world

pytestmark = pytest.mark.anyio
PHOTO = jpeg()
KEY = PhotoKey(LALAYAU, sha(PHOTO))
REPORT = encode(patrol(foto=(Foto(KEY.sha256, len(PHOTO), 320, 240),)))


@pytest.fixture
def w(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path / "data") as made:
        yield made


async def send_text(w: World) -> dict[str, Any]:
    async with w.client() as phone:
        answer = await phone.post(SYNC, json={"laporan": [REPORT]})
    return answer.raise_for_status().json()


async def test_a_photo_has_its_place_when_its_text_has_a_receipt(w: World) -> None:
    said = await send_text(w)
    assert said["results"][0]["resi"]
    assert said["missing_photos"] == [{"sha256": KEY.sha256, "size": len(PHOTO), "offset": 0}]
    assert w.part(KEY).stat().st_size == 0

    with mock.patch.object(folder_store, "sync_folder") as synced:
        async with w.client() as phone:
            answer = await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
    assert answer.headers["upload-offset"] == str(len(PHOTO))
    assert w.stored(KEY) == PHOTO
    assert not synced.called


async def test_a_photo_whose_place_is_ready_may_come_in_pieces(w: World) -> None:
    await send_text(w)
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO[:300])
        said = (await phone.post(SYNC, json={})).json()
        assert said["missing_photos"][0]["offset"] == 300
        await phone.patch(url(PHOTO), headers=at(300), content=PHOTO[300:])
    assert w.stored(KEY) == PHOTO


async def test_a_text_has_its_receipt_where_no_place_can_be_made(w: World) -> None:
    real = os.open

    def full(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if str(path).endswith(".part"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, flags, *rest, **more)

    with mock.patch.object(os, "open", full):
        said = await send_text(w)
    assert said["results"][0]["resi"]
    assert said["missing_photos"][0]["offset"] == 0


@pytest.mark.parametrize("touched", ["made anew", "written to"])
def test_a_place_that_another_process_has_touched_is_not_taken_for_ready(
    w: World, touched: str
) -> None:
    w.name(PHOTO)
    w.ctx.photos.make_ready([KEY])
    other = PhotoFiles(w.ctx.settings.photo_folder, w.ctx.settings.small_folder)
    if touched == "made anew":
        other.drop(KEY)
    other.append(KEY, 0, PHOTO[:300])
    other.cut(KEY, 0)

    with mock.patch.object(folder_store, "sync_folder") as synced:
        w.ctx.photos.take_whole(KEY, PHOTO)
    assert synced.called


async def test_a_photo_whose_new_name_was_lost_in_a_power_cut_is_found_at_the_start(
    w: World,
) -> None:
    await send_text(w)
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
        assert w.noted_whole(KEY)
        w.ctx.photos.path(KEY).rename(w.part(KEY))
        await w.photos.sweep()
        assert w.stored(KEY) == PHOTO
        assert w.noted_whole(KEY)
        assert not (await phone.post(SYNC, json={})).json()["missing_photos"]
