"""Backup, restore, doctor: what was received is there again, or it is said what is not."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sqlite3
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from server import cli
from server.core.config import Settings
from server.core.context import open_context
from server.core.files import swapping
from server.core.files.claim import claim
from server.core.files.photo_files import PhotoKey
from server.laporan import read_laporan
from server.rawat.rows import archive
from shared.laporan import Foto
from shared.protocol import PHOTOS
from tests.cast import LALAYAU, patrol
from tests.server.kit import Office, Phone, copy_data, is_sqlite, kept_as, office
from tests.server.photo_kit import jpeg, sha, with_bytes

pytestmark = pytest.mark.anyio

PHOTO = jpeg(11)
REPORT = patrol(foto=(Foto(sha(PHOTO), len(PHOTO), 320, 240),))
KEY = PhotoKey(LALAYAU, sha(PHOTO))
Say = Callable[..., tuple[int, str]]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs a command: its status and what it says."""

    def run(*words: object) -> tuple[int, str]:
        status = cli.main([str(word) for word in words])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


async def _send(phone: Phone) -> str:
    """Bu Ida's patrol with its photo; the resi."""
    resi = (await phone.send(REPORT))["resi"]
    headers = {**phone.headers, "Tus-Resumable": "1.0.0", **with_bytes(PHOTO)}
    answer = await phone.client.post(PHOTOS, headers=headers, content=PHOTO)
    assert answer.status_code == 201
    return resi


@pytest.fixture
async def data(juai: Office, ida: Phone) -> Path:
    """The folder of a server that runs and has received a report."""
    await _send(ida)
    juai.app.state.photos.notes.write()
    return juai.ctx.settings.data


@pytest.fixture
def saved(data: Path, say: Say, tmp_path: Path) -> Path:
    """A backup of it."""
    assert say("backup", "--data", data, tmp_path / "cadangan.tar")[0] == 0
    return tmp_path / "cadangan.tar"


def spoil(path: Path, change: Callable[[bytes], bytes]) -> None:
    path.write_bytes(change(path.read_bytes()))


def mode_of(path: Path) -> int:
    return path.stat().st_mode & 0o777


def report_in(folder: Path) -> dict[str, Any] | None:
    with open_context(Settings(folder)) as ctx:
        text = read_laporan.message_text(ctx, REPORT.id)
    return json.loads(text) if text else None


def report_of_before(aside: Path, said: str) -> dict[str, Any] | None:
    """What was set aside: in the folder, or under another name."""
    if is_sqlite(aside):
        return report_in(aside)
    (name,) = re.findall(r"bernama (\w+);", said)
    url = make_url(Settings(aside).database_url).set(database=name)
    with open_context(Settings(aside, url.render_as_string(hide_password=False))) as ctx:
        text = read_laporan.message_text(ctx, REPORT.id)
    return json.loads(text) if text else None


def photo_in(folder: Path) -> bytes:
    return (folder / "foto" / LALAYAU / f"{sha(PHOTO)}.jpg").read_bytes()


def everything(folder: Path) -> dict[str, bytes]:
    """All files but the claim and SQLite's own helpers."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in (".db", ".jpg", ".json")
    }


async def test_a_backup_of_a_running_server_comes_back_whole(
    saved: Path, say: Say, tmp_path: Path, data: Path
) -> None:
    status, said = say("restore", "--data", tmp_path / "baru", saved)
    assert status == 0
    assert "1 laporan dan 1 foto" in said
    assert report_in(tmp_path / "baru") == report_in(data)
    assert photo_in(tmp_path / "baru") == PHOTO
    assert say("doctor", "--data", tmp_path / "baru")[0] == 0
    assert sorted(path.name for path in (tmp_path / "baru").iterdir() if path.is_dir()) == ["foto"]


async def test_after_a_restore_the_phones_go_on_and_no_resi_comes_twice(
    saved: Path, say: Say, tmp_path: Path, ida: Phone
) -> None:
    lost = (await ida.send(patrol()))["resi"]
    say("restore", "--data", tmp_path / "baru", saved)
    async with office(tmp_path / "baru") as again:
        back = at_place(ida, again)
        assert (await back.send(REPORT))["state"] == "already_have"
        fresh = (await back.send(patrol()))["resi"]
    assert lost.endswith("0002")
    assert int(fresh[-4:]) > 1000


def at_place(phone: Phone, place: Office) -> Phone:
    return replace(phone, client=place.client)


async def test_what_arrives_during_a_backup_is_in_it_whole_or_not_at_all(
    juai: Office, ida: Phone, saved: Path, say: Say, tmp_path: Path
) -> None:
    with tarfile.open(saved) as tar:
        names = tar.getnames()
    assert names == [kept_as(tmp_path), f"foto/{LALAYAU}/{sha(PHOTO)}.jpg", "isi.json"]
    other = jpeg(12)
    await ida.sync(patrol(foto=(Foto(sha(other), len(other), 320, 240),)))
    juai.ctx.photos.append(PhotoKey(LALAYAU, sha(other)), 0, other[:100])
    say("backup", "--data", juai.ctx.settings.data, saved)
    with tarfile.open(saved) as tar:
        assert tar.getnames() == names


async def test_a_backup_is_for_the_operators_eyes_only(saved: Path) -> None:
    assert mode_of(saved) == 0o600


async def test_data_is_replaced_only_when_told_and_the_old_is_kept(
    data: Path, saved: Path, say: Say, ida: Phone, juai: Office, tmp_path: Path
) -> None:
    later = await ida.send(patrol())
    stopped = tmp_path / "berhenti"
    copy_data(data, stopped)
    before = everything(stopped)
    status, said = say("restore", "--data", stopped, saved)
    assert (status, "--force" in said) == (1, True)
    assert everything(stopped) == before
    status, said = say("restore", "--force", "--data", stopped, saved)
    assert status == 0
    aside = next(stopped.glob("lama-*"))
    assert str(aside) in said
    assert report_of_before(aside, said) is not None
    with open_context(Settings(stopped)) as ctx:
        assert read_laporan.message_text(ctx, later["id"]) is None
    assert (stopped / "foto").exists()


async def test_a_folder_in_use_is_left_alone(data: Path, saved: Path, say: Say) -> None:
    with claim(data):
        status, said = say("restore", "--force", "--data", data, saved)
    assert (status, "Hentikan" in said) == (1, True)
    assert photo_in(data) == PHOTO


def _cut(at: float) -> Callable[[bytes], bytes]:
    return lambda data: data[: int(len(data) * at)]


def _flip(at: float) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        place = int(len(data) * at)
        return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]

    return change


def _flip_photo(data: bytes) -> bytes:
    place = data.index(PHOTO) + 400
    return data[:place] + b"?" + data[place + 1 :]


def _with_member(name: str) -> Callable[[bytes], bytes]:
    """One more file, before the list."""

    def change(data: bytes) -> bytes:
        out = io.BytesIO()
        with (
            tarfile.open(fileobj=io.BytesIO(data)) as old,
            tarfile.open(fileobj=out, mode="w") as new,
        ):
            for member in old:
                if member.name == archive.LIST:
                    extra = tarfile.TarInfo(name)
                    extra.size = 1
                    new.addfile(extra, io.BytesIO(b"x"))
                new.addfile(member, old.extractfile(member))
        return out.getvalue()

    return change


def _without(name: str) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        out = io.BytesIO()
        with (
            tarfile.open(fileobj=io.BytesIO(data)) as old,
            tarfile.open(fileobj=out, mode="w") as new,
        ):
            for member in old:
                if not member.name.startswith(name):
                    new.addfile(member, old.extractfile(member))
        return out.getvalue()

    return change


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "no tar": lambda _: b"PK\x03\x04" * 1000,
    "cut early": _cut(0.1),
    "cut in the middle": _cut(0.5),
    "cut before the list": _cut(0.9),
    "changed database": _flip(0.3),
    "changed photo": _flip_photo,
    "a file too many": _with_member(f"foto/{LALAYAU}/{'a' * 64}.jpg"),
    "a file outside": _with_member("../../sinar.db"),
    "an absolute path": _with_member("/tmp/sinar-jahat"),
    "no photo": _without("foto"),
    "no database": _without("sinar."),
    "no list": _without("isi.json"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
async def test_a_damaged_backup_is_refused_and_changes_nothing(
    data: Path, saved: Path, say: Say, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    stopped = tmp_path / "berhenti"
    copy_data(data, stopped)
    before = everything(stopped)
    spoil(saved, damage)
    status, said = say("restore", "--force", "--data", stopped, saved)
    assert (status, "rusak" in said) == (1, True)
    assert everything(stopped) == before
    assert not (stopped / swapping.NEW).exists()


async def test_a_backup_of_a_newer_version_is_refused(
    saved: Path, say: Say, tmp_path: Path
) -> None:
    def newer(data: bytes) -> bytes:
        return data.replace(b'{"format": 2', b'{"format": 9')

    spoil(saved, newer)
    status, said = say("restore", "--data", tmp_path / "baru", saved)
    assert (status, "lebih baru" in said) == (1, True)


@pytest.mark.parametrize("step", range(6))
async def test_a_power_cut_in_the_middle_of_the_swap_is_ended_by_the_next_start(
    data: Path, saved: Path, tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    stopped = tmp_path / "berhenti"
    copy_data(data, stopped)
    with open_context(Settings(stopped)) as ctx, ctx.database.write() as db:
        db.exec_driver_sql("DELETE FROM laporan_foto")
    left, rename = step, Path.rename

    def cut(self: Path, target: Path) -> Path:
        nonlocal left
        if self.parent in (stopped, stopped / swapping.NEW) and self.name in swapping.NAMES:
            left -= 1
            if left < 0:
                raise KeyboardInterrupt
        return rename(self, target)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Path, "rename", cut)
        say("restore", "--force", "--data", stopped, saved)
        raise KeyboardInterrupt  # it had fewer steps than this
    assert report_in(stopped) is not None
    assert photo_in(stopped) == PHOTO
    assert say("doctor", "--data", stopped)[0] == 0
    assert not (stopped / swapping.NOTE).exists()
    with open_context(Settings(stopped)) as ctx, ctx.database.read() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM laporan_foto").scalar() == 1


async def test_a_full_disk_leaves_no_half_backup(
    data: Path, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "penuh" / "cadangan.tar"
    target.parent.mkdir()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert say("backup", "--data", data, target)[0] == 1
    assert list(target.parent.iterdir()) == []


async def test_a_backup_says_which_photos_it_lacks(data: Path, say: Say, tmp_path: Path) -> None:
    (data / "foto" / LALAYAU / f"{sha(PHOTO)}.jpg").write_bytes(b"diubah")
    status, said = say("backup", "--data", data, tmp_path / "cadangan.tar")
    assert (status, "1 foto hilang atau berubah" in said) == (1, True)
    assert say("restore", "--data", tmp_path / "baru", tmp_path / "cadangan.tar")[0] == 0
    async with office(tmp_path / "baru") as again:
        await again.app.state.photos.sweep()
        with again.ctx.database.read() as db:
            whole = db.exec_driver_sql("SELECT whole_at FROM photos").scalar()
    assert whole is None


async def test_the_doctor_finds_all_well(data: Path, say: Say) -> None:
    status, said = say("doctor", "--data", data)
    assert status == 0
    assert "Basis data utuh" in said
    assert "1 foto utuh" in said
    assert "nomor_darurat" in said
    assert "Belum ada akun" in said


@pytest.mark.parametrize(
    ("damage", "sentence"), [("gone", "Foto hilang"), ("other", "Foto berubah")]
)
async def test_the_doctor_finds_a_damaged_photo(
    data: Path, say: Say, damage: str, sentence: str
) -> None:
    path = data / "foto" / LALAYAU / f"{sha(PHOTO)}.jpg"
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(PHOTO[:-1] + b"?")
    status, said = say("doctor", "--data", data)
    assert (status, sentence in said, str(path) in said) == (1, True, True)


async def test_the_doctor_tells_of_photos_without_report_and_of_awaited_ones(
    data: Path, ida: Phone, say: Say
) -> None:
    other = jpeg(13)
    await ida.sync(patrol(foto=(Foto(sha(other), len(other), 320, 240),)))
    (data / "foto" / LALAYAU / f"{'b' * 64}.jpg").write_bytes(PHOTO)
    status, said = say("doctor", "--data", data)
    assert status == 0
    assert "1 foto belum tiba" in said
    assert "Foto tanpa laporan" in said


@pytest.mark.sqlite
async def test_the_doctor_finds_a_damaged_database(saved: Path, say: Say, tmp_path: Path) -> None:
    say("restore", "--data", tmp_path / "baru", saved)
    with sqlite3.connect(tmp_path / "baru" / "sinar.db") as db:
        page = db.execute("PRAGMA page_size").fetchone()[0]
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name='laporan'").fetchone()[0]
    db.close()
    with (tmp_path / "baru" / "sinar.db").open("r+b") as file:
        file.seek((root - 1) * page)
        file.write(b"\xff" * page)
    status, said = say("doctor", "--data", tmp_path / "baru")
    assert (status, "RUSAK" in said) == (1, True)


@pytest.mark.parametrize("table", ["settings", "photos", "laporan_versi", "accounts"])
@pytest.mark.sqlite
async def test_a_page_that_is_spoiled_is_named_wherever_it_is_met(
    saved: Path, say: Say, tmp_path: Path, table: str
) -> None:
    folder = tmp_path / "baru"
    say("restore", "--data", folder, saved)
    with contextlib.closing(sqlite3.connect(folder / "sinar.db")) as db:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = db.execute(query, (table,)).fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    at = slice((page - 1) * size, page * size)
    spoil(folder / "sinar.db", lambda data: data[: at.start] + bytes(size) + data[at.stop :])
    status, said = say("doctor", "--data", folder)
    assert status == 1
    assert "RUSAK" in said


@pytest.mark.parametrize("command", ["doctor", "backup"])
async def test_a_mistyped_folder_is_not_made(say: Say, tmp_path: Path, command: str) -> None:
    words = [tmp_path / "x.tar"] if command == "backup" else []
    assert say(command, "--data", tmp_path / "salah", *words)[0] == 1
    assert not (tmp_path / "salah").exists()
