"""Photos in a store that speaks S3: what an upload and a page meet when it is away, slow, spoiled,
empty or somebody else's. The photo suite itself runs over both makes.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from server.core.config import Settings
from server.core.context import open_context
from server.core.db.migrate import WRITES
from server.core.files import bucket_store
from server.core.files.object_store import StorageAwayError, WrongFolderError
from server.core.files.photo_key import PhotoKey
from server.core.files.stores import stores_of
from server.laporan.photos import Photos
from server.rawat import repair
from server.sinkron import sync
from shared.protocol import PHOTOS
from tests.cast import patrol
from tests.doubles.s3_server import S3Server, Way, trouble
from tests.server.desk.window import picture, with_photos
from tests.server.kit import office
from tests.server.photo_kit import LALAYAU, World, asked, at, sha, url, with_bytes
from tests.server.rawat.bucket_kit import PHOTO, again, bucket, codes, put, w

__all__ = ["bucket", "w"]
pytestmark = pytest.mark.anyio
TROUBLES = ("away", "error", "loses", "half", "cut")


@pytest.mark.parametrize("kind", TROUBLES)
async def test_whole_is_not_said_before_the_store_has_it_and_the_phone_comes_again(
    w: World, kind: str
) -> None:
    key = w.name(PHOTO)
    with trouble(kind):
        answer = await put(w, PHOTO)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
        assert not w.noted_whole(key)
    answer = await put(w, PHOTO)
    assert (answer.status_code, answer.headers["upload-offset"]) == (201, str(len(PHOTO)))
    assert w.stored(key) == PHOTO
    assert w.noted_whole(key)
    assert w.files() == [f"{LALAYAU}/{sha(PHOTO)}.jpg"]


@pytest.mark.parametrize("kind", ["loses", "half"])
async def test_what_the_store_did_not_keep_is_kept_here(w: World, kind: str) -> None:
    key = w.name(PHOTO)
    with trouble(kind):
        await put(w, PHOTO)
        async with w.client() as phone:
            assert (await phone.head(url(PHOTO))).status_code == 503
    assert w.part(key).read_bytes() == PHOTO
    await w.photos.sweep()
    assert w.stored(key) == PHOTO


async def test_a_server_killed_before_the_store_had_it_finishes_it_at_its_start(w: World) -> None:
    key = w.name(PHOTO)
    w.ctx.photos.append(key, 0, PHOTO)
    with trouble("away"):
        with pytest.raises(StorageAwayError):
            await w.photos.sweep()
        assert w.part(key).exists()
    await w.photos.sweep()
    assert w.stored(key) == PHOTO
    assert w.noted_whole(key)


async def test_a_server_killed_after_the_store_had_it_knows_that_it_is_whole(w: World) -> None:
    key = w.name(PHOTO)
    w.ctx.photos.put(key, PHOTO)
    w.ctx.photos.append(key, 0, PHOTO)  # the part that was to go
    async with w.client() as phone:
        state = await phone.head(url(PHOTO))
    assert state.headers["upload-offset"] == str(len(PHOTO))
    assert w.noted_whole(key)


async def test_half_a_photo_waits_here_while_the_store_is_away(w: World) -> None:
    key = w.name(PHOTO)
    await asked(w, "POST", PHOTOS, with_bytes(PHOTO), PHOTO[:300], "cut").run()
    with trouble("away"):
        again(w)
        async with w.client() as phone:
            answer = await phone.patch(url(PHOTO), headers=at(300), content=PHOTO[300:])
            assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    async with w.client() as phone:
        answer = await phone.patch(url(PHOTO), headers=at(300), content=PHOTO[300:])
    assert answer.status_code == 204
    assert w.stored(key) == PHOTO


async def test_whoever_writes_does_not_wait_until_the_store_answers(
    w: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, happened, ask = w.name(PHOTO), list[str](), w.ctx.photos.whole_size

    def asked_for(key: PhotoKey, announced: int | None = None) -> int | None:
        happened.append("asked")
        return ask(key, announced)

    def begun(connection: Connection) -> None:
        happened.append("written" if connection.get_execution_options().get(WRITES) else "read")

    w.ctx.photos.put(key, PHOTO)
    w.photos.notes.whole(key, len(PHOTO))
    monkeypatch.setattr(w.ctx.photos, "whole_size", asked_for)
    event.listen(w.ctx.database.engine, "begin", begun)
    w.photos.notes.write()
    event.remove(w.ctx.database.engine, "begin", begun)
    assert happened == ["asked", "written"]
    assert w.noted_whole(key)


@pytest.mark.parametrize("kind", ["away", "error"])
async def test_what_the_store_does_not_tell_is_not_taken_for_lost(w: World, kind: str) -> None:
    await put(w, PHOTO)
    key = w.name(PHOTO)
    with trouble(kind):
        again(w)
        with pytest.raises(StorageAwayError):
            await w.photos.sweep()
        async with w.client() as phone:
            looked = await phone.get(url(PHOTO))
        assert (looked.status_code, looked.headers["retry-after"]) == (503, "60")
        assert "store_away" in codes(w.ctx) and "photo_gone" not in codes(w.ctx)
    assert w.noted_whole(key)
    assert {"store_well", "photos_listed"} <= set(codes(w.ctx))


async def test_a_store_that_answers_too_slowly_is_away(
    w: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bucket_store, "ANSWER_S", 0.1)
    with trouble("slow"), pytest.raises(StorageAwayError):
        stores_of(w.ctx.settings).photos.mark()


async def test_a_long_list_of_photos_that_lack_asks_the_store_for_some_and_names_all(
    s3: S3Server, bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync, "MOST_LOOKS", 2)
    shots = [picture(number) for number in range(4)]
    async with office(tmp_path / "kantor", **s3.settings(bucket)) as juai:
        ida = await juai.phone()
        Way.seen.clear()
        said = await ida.sync(with_photos(patrol(), *shots))
        asked_for = [path for method, path, _ in Way.seen if method == "HEAD" and ".jpg" in path]
        assert len(said["missing_photos"]) == len(shots)
        assert len(asked_for) == 2


async def test_a_photo_is_not_taken_for_received_because_the_store_was_away(
    s3: S3Server, bucket: str, tmp_path: Path
) -> None:
    """A phone may clear what it takes for received."""
    async with office(tmp_path / "kantor", **s3.settings(bucket)) as juai:
        ida = await juai.phone()
        with trouble("away"):
            juai.ctx.photos._looked_at = float("-inf")
            said = await ida.sync(with_photos(patrol(), picture(1), picture(2)))
        assert [one["sha256"] for one in said["missing_photos"]] == [
            sha(picture(1)), sha(picture(2))
        ]  # fmt: skip


async def test_an_emptied_bucket_or_another_one_marks_nothing_lost(
    w: World, s3: S3Server, bucket: str
) -> None:
    await put(w, PHOTO)
    key = w.name(PHOTO)
    elsewhere = replace(w.ctx.settings, **s3.settings(s3.bucket()))
    with open_context(elsewhere) as other:
        photos = Photos(other)
        with pytest.raises(WrongFolderError):
            await photos.sweep()
        photos.close()
        assert list(repair.repair(other)) == []
    for name in (".sinar-foto", f"{LALAYAU}/{sha(PHOTO)}.jpg"):
        s3.delete(bucket, f"foto/{name}")
    with pytest.raises(WrongFolderError):  # though the mark was seen a moment ago
        w.photos._mend_note((key.desa, key.sha256, len(PHOTO), w.clock.now()))
    assert w.noted_whole(key)
    assert "photo_folder" in codes(w.ctx)


async def test_a_mistyped_address_takes_nobody_elses_bucket_over(
    w: World, s3: S3Server, bucket: str, tmp_path: Path
) -> None:
    await put(w, PHOTO)
    fresh = Settings(tmp_path / "lain", **s3.settings(bucket))
    with open_context(fresh, w.clock) as other:
        assert not other.photos.is_ours
    again(w)
    assert w.ctx.photos.is_ours


async def test_a_photo_that_really_is_gone_is_asked_for_again(w: World) -> None:
    await put(w, PHOTO)
    key = w.name(PHOTO)
    w.lose(key)
    assert "photo_gone" in codes(w.ctx)
    await w.photos.sweep()
    assert not w.noted_whole(key)


async def test_a_store_that_failed_is_left_alone_for_some_seconds(
    w: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bucket_store, "REST_S", 60)
    with trouble("away"):
        again(w)
        assert not w.ctx.photos.is_ours
    asked_for = len(Way.seen)
    assert not w.ctx.photos.is_ours
    assert len(Way.seen) == asked_for
