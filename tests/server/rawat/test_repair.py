"""`sinar doctor --repair`: what can be mended is, each mend is told and written in the log."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from server.anggota import nik
from server.core.config import Settings
from server.core.context import open_context
from server.core.sessions import Account
from shared.laporan import Foto
from shared.protocol import PHOTOS
from shared.roles import Role
from tests.cast import LALAYAU, patrol
from tests.server.kit import Office, Phone, by_hand, member
from tests.server.photo_kit import jpeg, sha, with_bytes
from tests.server.rawat.test_care import Say, say

__all__ = ["say"]
pytestmark = pytest.mark.anyio

PHOTO = jpeg(11)
REPORT = patrol(foto=(Foto(sha(PHOTO), len(PHOTO), 320, 240),))


@pytest.fixture
async def data(juai: Office, ida: Phone) -> Path:
    """The folder of a server that has received a report with its photo."""
    await ida.send(REPORT)
    await _send_photo(ida)
    juai.app.state.photos.notes.write()
    return juai.ctx.settings.data


async def _send_photo(phone: Phone) -> None:
    headers = {**phone.headers, "Tus-Resumable": "1.0.0", **with_bytes(PHOTO)}
    assert (await phone.client.post(PHOTOS, headers=headers, content=PHOTO)).status_code == 201


def photo_of(data: Path) -> Path:
    return data / "foto" / LALAYAU / f"{sha(PHOTO)}.jpg"


def log_of(data: Path) -> list[str]:
    """What the repairs wrote in the log."""
    with open_context(Settings(data)) as ctx, ctx.database.read() as db:
        query = "SELECT detail FROM audit WHERE action = 'repaired' ORDER BY id"
        return [row[0] for row in db.exec_driver_sql(query)]


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in (".jpg", ".part")
    }


async def test_a_lost_photo_is_asked_for_again_and_comes_from_the_phone(
    data: Path, ida: Phone, say: Say
) -> None:
    photo_of(data).unlink()
    assert (await ida.sync())["missing_photos"] == []
    status, said = say("doctor", "--repair", "--data", data)
    assert (status, "Foto hilang dicatat" in said) == (0, True)
    missing = (await ida.sync())["missing_photos"]
    assert missing == [{"sha256": sha(PHOTO), "size": len(PHOTO), "offset": 0}]
    await _send_photo(ida)
    assert photo_of(data).read_bytes() == PHOTO
    assert log_of(data) == ["photo_asked_again"]


async def test_an_altered_photo_is_set_aside_and_asked_for_again(
    data: Path, ida: Phone, say: Say
) -> None:
    photo_of(data).write_bytes(PHOTO[:-1] + b"?")
    assert say("doctor", "--data", data)[0] == 1
    status, _ = say("doctor", "--repair", "--data", data)
    assert status == 0
    aside = data / "foto-rusak" / LALAYAU / f"{sha(PHOTO)}.jpg"
    assert aside.read_bytes() == PHOTO[:-1] + b"?"
    assert len((await ida.sync())["missing_photos"]) == 1
    await _send_photo(ida)
    assert say("doctor", "--data", data)[0] == 0


async def test_what_is_set_aside_never_replaces_what_lies_there(data: Path, say: Say) -> None:
    (data / "foto-rusak" / LALAYAU).mkdir(parents=True)
    before = data / "foto-rusak" / LALAYAU / f"{sha(PHOTO)}.jpg"
    before.write_bytes(b"yang dulu")
    photo_of(data).write_bytes(b"yang sekarang")
    say("doctor", "--repair", "--data", data)
    assert before.read_bytes() == b"yang dulu"
    assert before.with_name(f"{sha(PHOTO)}-2.jpg").read_bytes() == b"yang sekarang"


async def test_a_photo_that_no_report_names_is_moved_out_of_the_way(data: Path, say: Say) -> None:
    loose = data / "foto" / LALAYAU / f"{'b' * 64}.jpg"
    loose.write_bytes(PHOTO)
    assert "Foto tanpa laporan dipindah" in say("doctor", "--repair", "--data", data)[1]
    assert not loose.exists()
    assert (data / "foto-lepas" / LALAYAU / loose.name).read_bytes() == PHOTO
    assert "Foto tanpa laporan" not in say("doctor", "--data", data)[1]


async def test_unfinished_photos_go_only_when_nobody_will_finish_them(
    data: Path, ida: Phone, juai: Office, say: Say
) -> None:
    going_on, stale = jpeg(21), jpeg(22)
    fotos = tuple(Foto(sha(one), len(one), 320, 240) for one in (going_on, stale))
    await ida.sync(patrol(foto=fotos))
    folder = data / "foto" / LALAYAU
    fresh = folder / f"{sha(going_on)}.part"
    old = folder / f"{sha(stale)}.part"
    nobodys = folder / f"{'c' * 64}.part"
    for path in (fresh, old, nobodys):
        path.write_bytes(going_on[:50])
    week_ago = juai.clock.now().timestamp() - 8 * 24 * 3600
    os.utime(old, (week_ago - 1e7, week_ago - 1e7))
    status, said = say("doctor", "--repair", "--data", data)
    assert (status, said.count("setengah jadi")) == (0, 2)
    assert [path.exists() for path in (fresh, old, nobodys)] == [True, False, False]


async def test_wrong_figures_are_counted_anew_and_only_by_a_repair(data: Path, say: Say) -> None:
    by_hand(data, "UPDATE month_counts SET jumlah = 7")
    assert "sinar doctor --repair" in say("doctor", "--data", data)[1]
    assert "sinar doctor --repair" in say("doctor", "--data", data)[1]
    assert "dihitung ulang" in say("doctor", "--repair", "--data", data)[1]
    assert "Hitungan" not in say("doctor", "--data", data)[1]
    assert log_of(data) == ["figures"]


async def test_a_whole_photo_that_is_not_noted_is_noted(data: Path, say: Say) -> None:
    by_hand(data, "UPDATE photos SET whole_at = NULL")
    assert "sudah tiba dicatat" in say("doctor", "--repair", "--data", data)[1]
    assert "1 foto utuh" in say("doctor", "--data", data)[1]


async def test_small_pictures_without_their_photo_go(data: Path, say: Say) -> None:
    folder = data / "foto-kecil" / LALAYAU
    folder.mkdir(parents=True)
    useful = folder / f"{sha(PHOTO)}.jpg"
    for name in (useful.name, f"{'d' * 64}.jpg", f"{sha(PHOTO)}.0a1b2c3d"):
        (folder / name).write_bytes(b"kecil")
    assert "2 gambar kecil" in say("doctor", "--repair", "--data", data)[1]
    assert [path.name for path in folder.iterdir()] == [useful.name]


async def test_what_was_cut_off_while_it_was_written_goes_once_it_is_old(
    data: Path, juai: Office, say: Say
) -> None:
    old, fresh = (photo_of(data).with_suffix(f".{tail}") for tail in ("0a1b2c3d", "4e5f6a7b"))
    for path in (old, fresh):
        path.write_bytes(PHOTO[:50])
    os.utime(old, (1e9, 1e9))
    assert "1 berkas foto terputus" in say("doctor", "--data", data)[1]
    assert "1 berkas foto yang terputus" in say("doctor", "--repair", "--data", data)[1]
    assert (old.exists(), fresh.exists()) == (False, True)


async def test_what_others_could_read_is_closed(data: Path, say: Say) -> None:
    key = data / "nik.key"
    key.write_bytes(b"k" * 32)
    key.chmod(0o644)
    data.chmod(0o755)
    assert say("doctor", "--data", data)[1].count("dapat dibaca orang lain") == 2
    say("doctor", "--repair", "--data", data)
    assert [path.stat().st_mode & 0o777 for path in (data, key)] == [0o700, 0o600]


async def test_a_key_that_is_gone_or_another_is_named_and_not_made_up(
    data: Path, ida: Phone, juai: Office, say: Say
) -> None:
    amat = member()
    await ida.tell("anggota", amat)
    kasi = Account("trantib", Role.KASI_TRANTIB, "Kasi Trantib (contoh)")
    nik.put(juai.ctx, kasi, amat["id"], "6311010101900001")
    key = data / "nik.key"
    assert "sengaja tidak ikut" in say("doctor", "--data", data)[1]
    kept = key.read_bytes()
    key.unlink()
    status, said = say("doctor", "--repair", "--data", data)
    assert (status, "nik.key tidak ada" in said, key.exists()) == (1, True, False)
    key.write_bytes(b"x" * 32)
    key.chmod(0o600)
    assert "bukan kunci" in say("doctor", "--data", data)[1]
    key.write_bytes(kept)
    assert say("doctor", "--data", data)[0] == 0


@pytest.mark.sqlite
async def test_a_damaged_database_is_left_alone_and_a_restore_is_named(
    data: Path, say: Say, tmp_path: Path
) -> None:
    saved = tmp_path / "cadangan.tar"
    say("backup", "--data", data, saved)
    say("restore", "--data", tmp_path / "baru", saved)
    database = tmp_path / "baru" / "sinar.db"
    with sqlite3.connect(database) as db:
        page = db.execute("PRAGMA page_size").fetchone()[0]
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name='laporan'").fetchone()[0]
    db.close()
    with database.open("r+b") as file:
        file.seek((root - 1) * page)
        file.write(b"\xff" * page)
    loose = tmp_path / "baru" / "foto" / LALAYAU / f"{'b' * 64}.jpg"
    loose.write_bytes(b"x")
    status, said = say("doctor", "--repair", "--data", tmp_path / "baru")
    assert (status, "sinar restore --force" in said) == (1, True)
    assert loose.exists()


async def test_the_plain_doctor_touches_nothing(data: Path, say: Say) -> None:
    photo_of(data).write_bytes(b"rusak")
    (data / "foto" / LALAYAU / f"{'b' * 64}.jpg").write_bytes(PHOTO)
    (data / "foto" / LALAYAU / f"{'c' * 64}.part").write_bytes(PHOTO[:9])
    before = files_of(data)
    assert say("doctor", "--data", data)[0] == 1
    assert files_of(data) == before
    assert log_of(data) == []


async def test_where_all_is_well_a_repair_says_so(data: Path, say: Say) -> None:
    status, said = say("doctor", "--repair", "--data", data)
    assert (status, "Tidak ada yang perlu dibetulkan" in said) == (0, True)
