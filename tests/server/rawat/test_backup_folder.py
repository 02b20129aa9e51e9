"""A backup folder: each run copies only what is new, comes back whole, and can be drilled."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from server.core.config import Settings
from server.core.context import open_context
from server.core.files.claim import claim
from server.rawat import doctor
from server.rawat.backup import backup_to_folder
from server.rawat.doctor import examine
from server.rawat.rows import backup_folder
from shared.laporan import Foto
from shared.protocol import PHOTOS
from tests.cast import LALAYAU, patrol
from tests.server.kit import Office, Phone, kept_as, office
from tests.server.photo_kit import jpeg, sha, with_bytes
from tests.server.rawat.test_care import Say, at_place, everything, say

__all__ = ["say"]
pytestmark = pytest.mark.anyio


async def send(phone: Phone, seed: int) -> str:
    """A patrol with one photo; the photo's hash."""
    data = jpeg(seed)
    await phone.send(patrol(foto=(Foto(sha(data), len(data), 320, 240),)))
    headers = {**phone.headers, "Tus-Resumable": "1.0.0", **with_bytes(data)}
    assert (await phone.client.post(PHOTOS, headers=headers, content=data)).status_code == 201
    return sha(data)


@pytest.fixture
async def data(juai: Office, ida: Phone) -> Path:
    """The folder of a server that runs and has received a report."""
    await send(ida, 11)
    return juai.ctx.settings.data


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "cadangan"


def pool(target: Path) -> set[str]:
    return {path.stem for path in (target / "foto").glob("*/*.jpg")}


def run_now(juai: Office, target: Path, keep: int = 0):
    """One run, a minute after the one before."""
    juai.clock.move(minutes=1)
    return backup_to_folder(juai.ctx, target, keep)


async def test_each_run_copies_only_new_photos_and_has_a_list_of_its_own(
    data: Path, juai: Office, ida: Phone, target: Path
) -> None:
    first = run_now(juai, target)
    stamps = {path: path.stat().st_mtime_ns for path in target.glob("foto/*/*")}
    other = await send(ida, 12)
    second = run_now(juai, target)
    assert (first.copied, second.copied) == (1, 1)
    assert {path: path.stat().st_mtime_ns for path in stamps} == stamps
    assert pool(target) == {sha(jpeg(11)), other}
    lists = [json.loads((run / "isi.json").read_text()) for run in backup_folder.runs(target)]
    assert [(one["laporan"], len(one["berkas"])) for one in lists] == [(1, 2), (2, 3)]


async def test_the_command_makes_a_run_where_a_folder_is_named(
    data: Path, say: Say, target: Path
) -> None:
    status, said = say("backup", "--data", data, f"{target}/", "--keep", "7")
    assert (status, "1 di antaranya baru disalin" in said) == (0, True)
    assert target.stat().st_mode & 0o777 == 0o700
    (run,) = backup_folder.runs(target)
    modes = {path.name: path.stat().st_mode & 0o777 for path in run.iterdir()}
    assert modes == {kept_as(data): 0o600, "isi.json": 0o600}
    assert say("backup", "--data", data, target / "satu.tar", "--keep", "7")[0] == 1


async def test_the_newest_run_and_an_older_one_come_back_whole(
    data: Path, juai: Office, ida: Phone, say: Say, target: Path, tmp_path: Path
) -> None:
    older = run_now(juai, target)
    await send(ida, 12)
    run_now(juai, target)
    assert "2 laporan dan 2 foto" in say("restore", "--data", tmp_path / "a", target)[1]
    assert "1 laporan dan 1 foto" in say("restore", "--data", tmp_path / "b", older.path)[1]
    assert say("doctor", "--data", tmp_path / "a")[0] == 0
    async with office(tmp_path / "a") as again:
        assert (await at_place(ida, again).sync())["missing_photos"] == []


async def test_old_runs_go_with_the_photos_that_only_they_name(
    data: Path, juai: Office, ida: Phone, target: Path
) -> None:
    run_now(juai, target)
    with juai.ctx.database.write() as db:  # as a retention job does
        db.exec_driver_sql("DELETE FROM laporan_foto")
        db.exec_driver_sql("DELETE FROM photos")
    (data / "foto" / LALAYAU / f"{sha(jpeg(11))}.jpg").unlink()
    kept = await send(ida, 12)
    done = run_now(juai, target, keep=1)
    assert (done.runs_dropped, done.photos_dropped) == (1, 1)
    assert pool(target) == {kept}
    assert backup_folder.runs(target) == [done.path]


async def test_a_run_that_was_cut_off_counts_for_nothing(
    data: Path, juai: Office, target: Path, say: Say, tmp_path: Path, monkeypatch
) -> None:
    whole = run_now(juai, target)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched, pytest.raises(OSError, match="No space"):
        patched.setattr(os, "fsync", full)
        run_now(juai, target)
    assert [path.name for path in target.glob("cadangan-*")] == [whole.path.name]
    (target / "cadangan-20991231-000000").mkdir()
    assert backup_folder.run_of(target) == whole.path
    assert say("restore", "--data", tmp_path / "baru", target)[0] == 0


async def test_only_one_backup_writes_to_a_folder(
    data: Path, juai: Office, say: Say, target: Path
) -> None:
    run_now(juai, target)
    with claim(target):
        status, said = say("backup", "--data", data, target)
    assert (status, "Cadangan lain" in said) == (1, True)


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def _foreign_name(path: Path) -> None:
    told = json.loads(path.read_text())
    told["berkas"]["../../rahasia"] = "0" * 64
    path.write_text(json.dumps(told))


DAMAGE: dict[str, Callable[[Path, Path], object]] = {
    "changed photo": lambda _, target: _flip(next(target.glob("foto/*/*.jpg"))),
    "lost photo": lambda _, target: next(target.glob("foto/*/*.jpg")).unlink(),
    "changed database": lambda run, _: _flip(next(run.glob("sinar.*"))),
    "lost database": lambda run, _: next(run.glob("sinar.*")).unlink(),
    "cut list": lambda run, _: (run / "isi.json").write_text('{"format": 1'),
    "a file outside": lambda run, _: _foreign_name(run / "isi.json"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
async def test_a_damaged_run_is_refused_by_drill_and_restore_and_changes_nothing(
    data: Path, juai: Office, say: Say, target: Path, tmp_path: Path,
    damage: Callable[[Path, Path], object],
) -> None:  # fmt: skip
    run = run_now(juai, target).path
    stopped = tmp_path / "berhenti"
    say("restore", "--data", stopped, target)
    before = everything(stopped)
    damage(run, target)
    for words in (["--drill"], ["--force", "--data", stopped]):
        status, said = say("restore", *words, target)
        assert (status, "rusak" in said) == (1, True)
    assert everything(stopped) == before


async def test_a_drill_opens_counts_and_compares_and_touches_nothing(
    data: Path, juai: Office, ida: Phone, say: Say, target: Path, tmp_path: Path
) -> None:
    run_now(juai, target)
    say("backup", "--data", data, tmp_path / "satu.tar")
    await send(ida, 12)
    before = everything(data)
    for source in (target, tmp_path / "satu.tar"):
        status, said = say("restore", "--drill", "--data", data, source)
        assert status == 0
        assert "1 dari 1 laporan, 1 foto" in said
        assert "sekarang menyimpan 2 laporan; 1 di antaranya lebih baru" in said
        assert "Latihan berhasil" in said
        assert "Pengaturan" not in said
    assert everything(data).keys() == before.keys()
    assert say("restore", "--drill", target)[0] == 0


async def test_a_drill_fails_where_the_backup_holds_less_than_it_says(
    data: Path, juai: Office, say: Say, target: Path
) -> None:
    run = run_now(juai, target).path
    told = json.loads((run / "isi.json").read_text())
    (run / "isi.json").write_text(json.dumps({**told, "laporan": 2}))
    status, said = say("restore", "--drill", target)
    assert (status, "Latihan gagal" in said) == (1, True)


async def test_a_restore_without_a_data_folder_says_what_it_needs(
    data: Path, juai: Office, say: Say, target: Path
) -> None:
    run_now(juai, target)
    status, said = say("restore", target)
    assert (status, "--data" in said) == (1, True)


async def test_the_doctor_says_when_the_quick_loop_is_missing(
    juai: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no_uvloop" not in [one.code for one in examine(juai.ctx)]
    monkeypatch.setattr(doctor, "find_spec", lambda _name: None)
    assert "no_uvloop" in [one.code for one in examine(juai.ctx)]


async def test_the_doctor_tells_how_old_the_last_backup_is(
    data: Path, say: Say, juai: Office, target: Path
) -> None:
    assert "Belum pernah ada cadangan" in say("doctor", "--data", data)[1]
    run_now(juai, target)
    juai.clock.move(days=30)
    with open_context(Settings(data), juai.clock) as ctx:
        assert "old_backup" in [one.code for one in examine(ctx)]
        run_now(juai, target)
        assert "old_backup" not in [one.code for one in examine(ctx)]
