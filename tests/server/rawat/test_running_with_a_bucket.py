"""Photos and papers in a store that speaks S3, for who runs it: backup, restore, moving, erasing,
addresses and keys.
"""

from __future__ import annotations

import errno
import logging
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from server import cli
from server.core.config import Settings
from server.core.context import open_context
from server.core.files import bucket_store
from server.core.files.object_store import StorageAwayError
from server.core.files.photo_files import PhotoKey
from server.core.files.stores import clear_copies, stores_of
from server.core.sessions import current_account
from server.data import data_archive
from server.data.data_out import Which
from server.desk.refusals import ALWAYS
from server.http import problems
from server.laporan.laporan_paper import photo_bytes
from server.laporan.web import files
from server.pribadi import retention
from server.rawat import backup, doctor, drill, moving, repair, restore
from server.rekap import rekap_photos
from server.rekap.papers.rekap_facts import PhotoRow
from tests.doubles.s3_server import KEYS, S3Server, Way, trouble
from tests.server.data.kit import KASI, Stock, stocked
from tests.server.photo_kit import LALAYAU, World, jpeg, sha, url, world
from tests.server.rawat.bucket_kit import OTHER, PHOTO, again, bucket, codes, put, w

__all__ = ["bucket", "w"]
pytestmark = pytest.mark.anyio

AWAITED = jpeg(3)


@pytest.fixture
def juai(tmp_path: Path) -> Stock:
    """As a server that had its photos in a folder has left it."""
    with stocked(tmp_path / "kantor") as stock:
        return stock


async def test_a_first_start_needs_the_store_and_later_ones_do_not(
    w: World, s3: S3Server, tmp_path: Path
) -> None:
    with trouble("away"):
        first = Settings(tmp_path / "lain", **s3.settings(s3.bucket()))
        with pytest.raises(StorageAwayError), open_context(first, w.clock):
            pass
        with open_context(w.ctx.settings, w.clock) as later:
            assert not later.photos.is_ours
    assert later.photos.is_ours


async def test_bytes_that_were_swapped_in_the_store_are_shown_to_nobody(
    w: World, s3: S3Server, bucket: str, caplog: pytest.LogCaptureFixture
) -> None:
    await put(w, PHOTO)
    s3.put(bucket, f"foto/{LALAYAU}/{sha(PHOTO)}.jpg", OTHER)
    async with w.client() as phone:
        assert (await phone.get(url(PHOTO))).status_code == 404
        assert (await phone.get(url(PHOTO), params={"size": "small"})).status_code == 404
    assert len(OTHER) != len(PHOTO)
    assert "photo_altered" in codes(w.ctx)
    assert "photo_set_aside" in [one.code for one in repair.repair(w.ctx)]
    aside = w.ctx.settings.data / "foto-rusak" / LALAYAU / f"{sha(PHOTO)}.jpg"
    assert aside.read_bytes() == OTHER


async def test_each_photo_is_fetched_once_into_a_backup_that_restores_without_the_store(
    w: World, tmp_path: Path
) -> None:
    await put(w, PHOTO)
    folder = tmp_path / "cadangan"
    assert backup.backup_to_folder(w.ctx, folder).copied == 1
    await put(w, OTHER)
    w.clock.move(days=1)
    Way.seen.clear()
    second = backup.backup_to_folder(w.ctx, folder)
    assert (second.photos, second.copied, second.lacking) == (2, 1, ())
    fetched = [path for method, path, _ in Way.seen if method == "GET" and ".jpg" in path]
    assert [sha(OTHER) in path for path in fetched] == [True]
    assert drill.drill(folder, w.clock).whole
    back = Settings(tmp_path / "pulih")
    assert restore.restore(back, w.clock, folder, force=False).photos == 2
    with open_context(back, w.clock) as ctx:
        assert ctx.photos.file(PhotoKey(LALAYAU, sha(PHOTO))) is not None
    with trouble("away"), pytest.raises(StorageAwayError):
        again(w)
        backup.backup_to_folder(w.ctx, folder, keep=1)


async def test_what_is_erased_goes_there_and_here_and_waits_while_the_store_is_away(
    w: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put(w, PHOTO)
    key = w.name(PHOTO)
    assert w.ctx.photos.small(key) and w.ctx.photos.file(key)
    with trouble("away"), pytest.raises(StorageAwayError):
        again(w)
        retention._photos(w.ctx, w.clock.now() + timedelta(days=1))
    assert w.noted_whole(key)
    w.ctx.photos.forget(key)
    assert w.stored(key) is None
    left = [path for path in w.ctx.settings.data.rglob("*.jpg") if path.is_file()]
    assert left == []


def test_an_archive_of_photos_that_lie_in_the_bucket_keeps_one_copy_at_a_time(
    s3: S3Server, bucket: str, juai: Stock
) -> None:
    before, most = juai.ctx, 0
    with open_context(replace(before.settings, **s3.settings(bucket)), before.clock) as ctx:
        assert moving.to_bucket(ctx).sent == 3
        for _ in data_archive.archive(ctx, KASI, Which(), sensitif=True):
            most = max(most, len([*ctx.settings.fetched_folder.rglob("*.jpg")]))
        assert most == 1
        assert not [*ctx.settings.fetched_folder.rglob("*.jpg")]
        assert len([*ctx.settings.photo_folder.rglob("*.jpg")]) == 3


async def test_a_photo_for_which_this_disk_has_no_room_is_shown_later(
    s3: S3Server, bucket: str, juai: Stock, monkeypatch: pytest.MonkeyPatch
) -> None:
    report, before = juai.reports[0], juai.ctx

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with open_context(replace(before.settings, **s3.settings(bucket)), before.clock) as ctx:
        moving.to_bucket(ctx)
        app = FastAPI()
        app.state.context = ctx
        problems.add_to(app)
        app.include_router(files.router)
        monkeypatch.setattr(bucket_store, "lay", full)
        token = current_account.set(KASI)
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://server") as browser:
            answer = await browser.get(f"/foto/{report.id}/{report.foto[0].sha256}")
        current_account.reset(token)
    assert (answer.status_code, answer.json()["code"]) == (503, "storage_full")
    assert answer.headers["retry-after"]


async def test_pictures_of_a_recap_and_of_a_paper_come_from_the_bucket(w: World) -> None:
    await put(w, PHOTO)
    rows = [PhotoRow(LALAYAU, sha(data), "", "", "", "", "") for data in (PHOTO, OTHER)]
    whole, gone = rekap_photos.paths(w.ctx.photos, rows)
    assert whole.read_bytes() == PHOTO
    assert not gone.exists()
    assert photo_bytes(w.ctx, w.name(PHOTO)) == PHOTO


async def test_copies_that_were_fetched_go_after_an_hour(w: World) -> None:
    await put(w, PHOTO)
    path = w.ctx.photos.file(w.name(PHOTO))
    assert path is not None
    clear_copies(w.ctx.settings, path.stat().st_mtime - 1)
    assert path.exists()
    clear_copies(w.ctx.settings, path.stat().st_mtime + 1)
    assert not path.exists()
    assert w.stored(w.name(PHOTO)) == PHOTO


async def test_an_approved_paper_is_kept_in_the_bucket_and_read_back(
    w: World, tmp_path: Path
) -> None:
    made = tmp_path / "rekap.pdf"
    made.write_bytes(b"%PDF-1.7 (contoh)")
    with trouble("away"), pytest.raises(StorageAwayError):
        w.ctx.papers.keep(made)
    sha256 = w.ctx.papers.keep(made)
    assert not made.exists()
    assert stores_of(w.ctx.settings).papers.size(f"{sha256}.pdf") == 17
    found = w.ctx.papers.whole(sha256)
    assert found is not None and found.read_bytes() == b"%PDF-1.7 (contoh)"


async def test_an_office_moves_its_photos_and_papers_up_and_goes_on_from_there(
    s3: S3Server, bucket: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "kantor"
    with world(data) as before:
        await put(before, PHOTO)
        await put(before, OTHER)
        before.lose(before.name(OTHER))
    words = ["move-photos", "--data", str(data), "--s3-endpoint", s3.endpoint]
    assert cli.main(words) == 1
    words += ["--photos", f"s3://{bucket}/juai"]
    assert cli.main(words) == 1
    said = capsys.readouterr()
    assert "1 berkas disalin" in said.out and "1 berkas hilang" in said.err
    assert cli.main(words) == 1
    assert "0 berkas disalin" in capsys.readouterr().out
    with world(data, **s3.settings(bucket)) as after:
        assert after.stored(after.name(PHOTO)) == PHOTO
        await after.photos.sweep()
        assert not after.noted_whole(after.name(OTHER))


async def test_what_arrived_while_the_photos_were_moved_goes_up_with_the_next_move(
    s3: S3Server, bucket: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "kantor"
    words = ["move-photos", "--data", str(data), "--s3-endpoint", s3.endpoint]
    words += ["--photos", f"s3://{bucket}/juai"]
    with world(data) as before:
        await put(before, PHOTO)
        assert cli.main(words) == 0
        await put(before, OTHER)
        before.name(AWAITED)
    with world(data, **s3.settings(bucket)) as after:
        await after.photos.sweep()
        assert not after.noted_whole(after.name(OTHER))
        assert cli.main(words) == 0
        assert after.stored(after.name(OTHER)) == OTHER
        assert after.noted_whole(after.name(OTHER))
        assert not after.noted_whole(after.name(AWAITED))
    assert "1 berkas disalin" in capsys.readouterr().out


async def test_the_key_stands_in_no_log_and_no_word_of_the_operator(
    w: World, s3: S3Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with trouble("error"):
        await put(w, PHOTO)
        told = " ".join(str(one.facts) for one in doctor.examine(w.ctx))
    assert "tidak menjawab" in caplog.text
    for secret in KEYS.values():
        assert secret not in caplog.text + told + repr(w.ctx.settings) + str(w.ctx.photos)
    heads = "".join(heads for _, _, heads in Way.seen)
    assert KEYS["AWS_SECRET_ACCESS_KEY"] not in heads


def test_an_officer_is_told_in_a_sentence() -> None:
    assert "tidak terjangkau" in str(ALWAYS[StorageAwayError])


@pytest.mark.parametrize(
    ("photos", "endpoint"),
    [
        ("https://juai", ""), ("s3://", ""), ("s3://kunci:rahasia@juai/foto", ""),
        ("s3://juai", "ftp://mesin"), ("s3://juai", "https://kunci:rahasia@mesin"),
    ],
)  # fmt: skip
def test_an_address_that_means_nothing_or_holds_a_key_is_told_in_a_sentence(
    s3: S3Server, tmp_path: Path, capsys: pytest.CaptureFixture[str], photos: str, endpoint: str
) -> None:
    words = ["--data", str(tmp_path), "--photos", photos, "--s3-endpoint", endpoint]
    assert cli.main(["account", "list", *words]) == 1
    assert "s3://bucket/awalan" in capsys.readouterr().err


def test_without_keys_in_the_environment_nothing_starts(
    s3: S3Server, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    words = ["--data", str(tmp_path), "--photos", "s3://juai/foto"]
    assert cli.main(["account", "list", *words]) == 1
    assert "AWS_SECRET_ACCESS_KEY" in capsys.readouterr().err
