"""A photo folder that is missing is not a lost photo: nothing is served, written or marked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.core.config import Settings
from server.core.context import open_context
from server.core.files.folder_store import MARK
from server.core.files.object_store import WrongFolderError
from server.laporan.photos import Photos
from server.laporan.rows import photo_rows
from server.rawat import backup, doctor, repair, restore
from shared.protocol import PHOTOS
from tests.server.photo_kit import World, jpeg, url, with_bytes, world

pytestmark = pytest.mark.anyio
PHOTO, OTHER = jpeg(1), jpeg(2)


@pytest.fixture
def w(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path / "data") as made:
        yield made


async def put(w: World, data: bytes) -> int:
    w.name(data)
    async with w.client() as phone:
        answer = await phone.post(PHOTOS, headers=with_bytes(data), content=data)
    w.photos.notes.write()
    return answer.status_code


def unmount(w: World) -> Path:
    """The disk is gone; what is left is the empty folder that it was put on."""
    folder, aside = w.ctx.settings.photo_folder, w.ctx.settings.data / "diska"
    folder.rename(aside)
    folder.mkdir()
    w.ctx.photos._looked_at = float("-inf")
    return aside


def mount(w: World, aside: Path) -> None:
    w.ctx.settings.photo_folder.rmdir()
    aside.rename(w.ctx.settings.photo_folder)


def codes(w: World) -> list[str]:
    return [finding.code for finding in doctor.examine(w.ctx)]


async def test_on_an_unmounted_disk_nothing_is_marked_lost_and_nothing_is_written(
    w: World,
) -> None:
    assert await put(w, PHOTO) == 201
    key = w.name(PHOTO)
    aside = unmount(w)
    with pytest.raises(WrongFolderError):
        await w.photos.sweep()
    async with w.client() as phone:
        looked = await phone.get(url(PHOTO))
        assert (looked.status_code, looked.headers["retry-after"]) == (503, "300")
    assert await put(w, OTHER) == 503
    assert w.noted_whole(key)
    assert list(w.ctx.settings.photo_folder.iterdir()) == []
    assert "photo_folder" in codes(w) and "photo_gone" not in codes(w)
    mount(w, aside)
    await w.photos.sweep()
    async with w.client() as phone:
        assert (await phone.get(url(PHOTO))).content == PHOTO
    assert "photo_folder" not in codes(w)


async def test_a_second_server_with_another_folder_marks_nothing(w: World, tmp_path: Path) -> None:
    await put(w, PHOTO)
    key = w.name(PHOTO)
    elsewhere = tmp_path / "lain"
    elsewhere.mkdir(mode=0o700)
    with open_context(Settings(elsewhere, database=w.ctx.settings.database_url)) as other:
        photos = Photos(other)
        with pytest.raises(WrongFolderError):
            await photos.sweep()
        photos.close()
        assert list(repair.repair(other)) == []
    assert w.noted_whole(key)


async def test_no_backup_pushes_out_those_that_have_photos(w: World, tmp_path: Path) -> None:
    await put(w, PHOTO)
    backup.backup_to_folder(w.ctx, tmp_path / "cadangan", keep=1)
    unmount(w)
    with pytest.raises(WrongFolderError):
        backup.backup_to_folder(w.ctx, tmp_path / "cadangan", keep=1)
    assert len(list((tmp_path / "cadangan").glob("**/*.jpg"))) == 1


async def test_a_folder_copied_without_its_mark_is_known_by_its_photos(w: World) -> None:
    await put(w, PHOTO)
    (w.ctx.settings.photo_folder / MARK).unlink()
    w.ctx.photos._looked_at = float("-inf")
    assert "photo_folder" in codes(w)
    assert [mend.code for mend in repair.repair(w.ctx)] == ["photo_folder_marked"]
    assert "photo_folder" not in codes(w)


async def test_what_came_from_a_backup_is_ours(w: World, tmp_path: Path) -> None:
    await put(w, PHOTO)
    await put(w, OTHER)
    shutil.rmtree(w.ctx.settings.photo_folder / "63.11.01.2013")
    lacking = backup.backup(w.ctx, tmp_path / "a.sinar").lacking
    assert len(lacking) == 2
    back = Settings(tmp_path / "lain")
    restore.restore(back, w.clock, tmp_path / "a.sinar", force=False)
    with open_context(back, w.clock) as ctx:
        assert ctx.photos.is_ours
        photos = Photos(ctx)
        await photos.sweep()
        photos.close()
        with ctx.database.read() as db:
            assert {at for *_, at in photo_rows.all_named(db)} == {None}


async def test_data_of_before_is_known_by_its_photos_or_not_at_all(
    w: World, tmp_path: Path
) -> None:
    await put(w, PHOTO)
    with w.ctx.database.write() as db:
        db.exec_driver_sql("DELETE FROM settings WHERE key = 'tanda_folder_foto'")
    (w.ctx.settings.photo_folder / MARK).unlink()
    url = w.ctx.settings.database_url
    with open_context(Settings(tmp_path / "kosong", database=url)) as empty:
        assert not empty.photos.is_ours
    with open_context(w.ctx.settings) as again:
        assert again.photos.is_ours
