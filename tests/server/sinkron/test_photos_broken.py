"""A photo whose link breaks, whose sender falls silent, or whose server dies or runs full."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from sqlalchemy.exc import OperationalError

from server.laporan import photo_notes
from server.laporan.photos import Photos
from server.laporan.rows import photo_rows
from server.sinkron.web import photos as photos_api
from shared.protocol import PHOTOS
from tests.server.photo_kit import (
    END,
    NOW,
    World,
    app_of,
    asked,
    at,
    creation,
    jpeg,
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


@asynccontextmanager
async def writing(w: World, method: str, path: str, headers: dict[str, str]) -> AsyncIterator[Any]:
    """A sender who has sent 300 bytes and holds the photo until the block ends."""
    started, go_on = asyncio.Event(), asyncio.Event()

    async def wait() -> dict[str, Any]:
        started.set()
        await go_on.wait()
        return END

    request = asked(w, method, path, headers, PHOTO[:300], wait())
    task = asyncio.create_task(request.run())
    async with asyncio.timeout(60):
        await started.wait()
    yield request
    go_on.set()
    await task


@pytest.mark.parametrize("cut_after", [0, 1, 300, len(PHOTO) - 1])
async def test_bytes_of_a_broken_creation_are_kept(w: World, cut_after: int) -> None:
    key = w.name(PHOTO)
    await asked(w, "POST", PHOTOS, with_bytes(PHOTO), PHOTO[:cut_after], "cut").run()
    assert w.part(key).read_bytes() == PHOTO[:cut_after]
    assert w.offset(key) == cut_after
    async with w.client() as phone:
        answer = await phone.patch(url(PHOTO), headers=at(cut_after), content=PHOTO[cut_after:])
    assert answer.status_code == 204
    assert w.stored(key) == PHOTO


async def test_bytes_of_a_broken_patch_are_kept_and_synced(
    w: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = w.name(PHOTO)
    await asked(w, "POST", PHOTOS, with_bytes(PHOTO), PHOTO[:100], "cut").run()
    synced: list[str] = []
    real = os.fsync
    monkeypatch.setattr(
        os,
        "fsync",
        lambda fd: (synced.append(str(Path(f"/proc/self/fd/{fd}").readlink())), real(fd)),
    )
    await asked(w, "PATCH", url(PHOTO), at(100), PHOTO[100:200], PHOTO[200:250], "cut").run()
    assert w.part(key).read_bytes() == PHOTO[:250]
    assert str(w.part(key)) in synced


async def test_a_link_that_breaks_after_the_last_byte_still_makes_the_photo_whole(w: World) -> None:
    key = w.name(PHOTO)
    await asked(w, "POST", PHOTOS, with_bytes(PHOTO), PHOTO, "cut").run()
    assert w.stored(key) == PHOTO
    assert w.noted_whole(key)


async def test_a_second_writer_of_any_kind_is_told_to_wait(w: World) -> None:
    key = w.name(PHOTO)
    async with writing(w, "POST", PHOTOS, with_bytes(PHOTO)) as first, w.client() as phone:
        refused = [
            await phone.patch(url(PHOTO), headers=at(0), content=PHOTO),
            await phone.patch(url(PHOTO), headers=at(999), content=PHOTO),
            await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO),
            await phone.post(PHOTOS, headers=creation(PHOTO)),
        ]
        assert [answer.status_code for answer in refused] == [423, 423, 423, 423]
        assert {answer.json()["code"] for answer in refused} == {"busy"}
        assert (await phone.head(url(PHOTO))).status_code == 200
    assert (first.status, first.answered["upload-offset"]) == (201, "300")
    assert w.part(key).read_bytes() == PHOTO[:300]


async def test_two_desa_may_send_the_same_photo_at_once(w: World) -> None:
    mine, theirs = w.name(PHOTO), w.name(PHOTO, desa="63.11.01.2002")
    async with writing(w, "POST", PHOTOS, with_bytes(PHOTO)), w.client("token-pak-rudi") as rudi:
        answer = await rudi.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
    assert answer.status_code == 201
    assert w.stored(theirs) == PHOTO
    assert w.stored(mine) is None


async def test_a_silent_sender_loses_the_photo(w: World, monkeypatch: pytest.MonkeyPatch) -> None:
    key = w.name(PHOTO)
    monkeypatch.setattr(photos_api, "IDLE_S", 0.01)
    silent = asked(w, "POST", PHOTOS, with_bytes(PHOTO), PHOTO[:300], asyncio.sleep(60, END))
    assert (await silent.run()).status == 408
    assert silent.answered["connection"] == "close"
    assert w.part(key).read_bytes() == PHOTO[:300]
    async with w.client() as phone:
        answer = await phone.patch(url(PHOTO), headers=at(300), content=PHOTO[300:])
    assert answer.status_code == 204


async def test_a_stopped_server_keeps_what_had_arrived(w: World) -> None:
    key = w.name(PHOTO)
    heard = asyncio.Event()

    async def silence() -> dict[str, Any]:
        heard.set()
        await asyncio.sleep(60)
        return END

    request = asked(w, "POST", PHOTOS, with_bytes(PHOTO), PHOTO[:300], silence())
    task = asyncio.create_task(request.run())
    await heard.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert w.part(key).read_bytes() == PHOTO[:300]


def left_unchecked(w: World, content: bytes = PHOTO, announced: bytes = PHOTO) -> Any:
    """A server that died between the last byte and the check."""
    key = w.name_sha(sha(announced), len(content))
    w.ctx.photos.append(key, 0, content)
    return key


async def test_an_empty_patch_at_the_end_finishes_a_photo(w: World) -> None:
    key = left_unchecked(w)
    async with w.client() as phone:
        answer = await phone.patch(url(PHOTO), headers=at(len(PHOTO)))
    assert (answer.status_code, answer.headers["upload-offset"]) == (204, str(len(PHOTO)))
    assert w.stored(key) == PHOTO


async def test_an_empty_patch_at_the_end_of_wrong_bytes_says_so(w: World) -> None:
    left_unchecked(w, PHOTO[:-1] + b"x")
    async with w.client() as phone:
        answer = await phone.patch(url(PHOTO), headers=at(len(PHOTO)))
    assert answer.status_code == 460
    assert w.files() == []


@pytest.mark.parametrize("asking", ["HEAD", "POST"])
async def test_nobody_is_told_that_an_unchecked_photo_is_whole(w: World, asking: str) -> None:
    left_unchecked(w, PHOTO[:-1] + b"x")
    async with w.client() as phone:
        if asking == "HEAD":
            answer = await phone.head(url(PHOTO))
            assert answer.status_code == 404
        else:
            answer = await phone.post(PHOTOS, headers=creation(PHOTO))
            assert answer.headers["upload-offset"] == "0"


async def test_a_start_finishes_what_a_stop_left(w: World) -> None:
    good = left_unchecked(w)
    other = jpeg(7)
    bad = left_unchecked(w, other[:-1] + b"x", other)
    await w.photos.sweep()
    assert w.stored(good) == PHOTO
    assert w.noted_whole(good)
    assert w.stored(bad) is None
    assert w.offset(bad) == 0


async def test_a_start_mends_the_notes_in_both_directions(w: World) -> None:
    lost, found = w.name(PHOTO), w.name(jpeg(8))
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
    w.lose(lost)
    w.ctx.photos.put(found, jpeg(8))
    await w.photos.sweep()
    assert not w.noted_whole(lost)
    assert w.noted_whole(found)


async def test_an_unfinished_photo_is_dropped_after_seven_days(w: World) -> None:
    old, young = w.name(PHOTO), w.name(jpeg(9))
    for key, age in ((old, timedelta(days=7, seconds=1)), (young, timedelta(days=6, hours=23))):
        w.ctx.photos.append(key, 0, b"\xff\xd8\xff")
        when = (NOW - age).timestamp()
        os.utime(w.part(key), (when, when))
    await w.photos.sweep()
    assert (w.offset(old), w.offset(young)) == (0, 3)
    async with w.client() as phone:
        assert (await phone.head(url(PHOTO))).status_code == 404
        assert (await phone.patch(url(PHOTO), headers=at(3))).status_code == 404
        anew = await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
    assert anew.status_code == 201


async def test_a_photo_that_could_not_be_noted_is_noted_at_the_next_try(w: World) -> None:
    key = w.name(PHOTO)

    def refuse(*_args: object) -> None:
        raise OperationalError("UPDATE photos", None, Exception("database or disk is full"))

    async with w.client() as phone:
        with mock.patch.object(photo_rows, "mark_whole", refuse):
            answer = await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
            assert not w.noted_whole(key)
    assert answer.headers["upload-offset"] == str(len(PHOTO))
    assert w.noted_whole(key)


async def test_notes_are_written_soon_and_what_waits_at_the_end_is_not_lost(
    w: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, heard = w.name(PHOTO), threading.Event()
    stop = w.ctx.bell.subscribe(heard.set)
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=with_bytes(PHOTO), content=PHOTO)
    assert await asyncio.to_thread(heard.wait, 60)
    stop()
    assert photo_rows.find(w.ctx.database, *key) == (len(PHOTO), True)
    monkeypatch.setattr(photo_notes, "EVERY_S", 3600)
    late = w.name(jpeg(7))
    async with w.client() as phone:
        await phone.post(PHOTOS, headers=with_bytes(jpeg(7)), content=jpeg(7))
    assert photo_rows.find(w.ctx.database, *late) == (len(jpeg(7)), False)
    w.photos.close()
    assert photo_rows.find(w.ctx.database, *late) == (len(jpeg(7)), True)


async def test_a_restarted_server_goes_on_where_the_old_one_was(w: World) -> None:
    key = w.name(PHOTO)
    await asked(w, "POST", PHOTOS, with_bytes(PHOTO), PHOTO[:400], "cut").run()
    restarted = Photos(w.ctx)
    w.app = app_of(w.ctx, restarted)
    await restarted.sweep()
    async with w.client() as phone:
        answer = await phone.patch(url(PHOTO), headers=at(400), content=PHOTO[400:])
    restarted.close()
    assert answer.status_code == 204
    assert w.stored(key) == PHOTO
