"""Titip laporan and Pindah HP on the screen: what waits, what is carried, a phrase, a move."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mobile.device.sealing import CryptoSealing
from mobile.domain.parcel import Post
from mobile.domain.record import Record, finished
from mobile.ports import SyncReason
from mobile.screens import files
from mobile.screens.files import Chosen
from mobile.usecases import pindah, titip
from mobile.usecases.phone import Phone
from shared.pindah import parted
from shared.titipan import SETTING
from tests.cast import flood, patrol
from tests.doubles.phone import MemoryParcels, memory_phone
from tests.mobile.screens.stage import staged

pytestmark = pytest.mark.anyio
AT = "2026-11-24T20:41:00+08:00"


@pytest.fixture
def phone(tmp_path: Path) -> Phone:
    """Bu Ida's phone, which has heard the kecamatan's key."""
    made = memory_phone()
    made.post = Post(MemoryParcels(tmp_path), CryptoSealing())
    public = CryptoSealing().for_server("09" + "00" * 31).facts["pub"]
    made.state.update_sync(lambda s: replace(s, settings={SETTING: public}))
    return made


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What was handed on, instead of a share sheet."""
    paths: list[Path] = []

    async def hand_on(_place: object, path: Path) -> None:
        paths.append(path)

    monkeypatch.setattr(files, "hand_on", hand_on)
    return paths


def choosing(monkeypatch: pytest.MonkeyPatch, chosen: Chosen | None) -> None:
    async def choose(_place: object) -> Chosen | None:
        return chosen

    monkeypatch.setattr(files, "choose", choose)


def write(phone: Phone) -> None:
    for laporan in (patrol(), flood()):
        phone.laporan.put(finished(Record(laporan.id, draft=laporan), AT, None))


async def test_from_the_tab_desa_it_is_four_taps_to_the_share_sheet(
    phone: Phone, handed: list[Path]
) -> None:
    write(phone)
    async with staged(phone, route="/desa") as stage:
        await stage.tap("Periksa HP")
        await stage.tap("Titip laporan")
        await stage.sees("2 laporan menunggu")
        await stage.tap("Simpan berkas titipan")
        await stage.tree.until(lambda: len(handed) == 1)
        await stage.sees("Berkas titipan siap: 2 laporan, 0 foto")
    assert handed[0].name == "titipan-lalayau-20261124-2041.titip"
    assert {record.tries for record in phone.laporan.open_records()} == {1}


async def test_where_nothing_waits_nothing_is_offered(phone: Phone) -> None:
    async with staged(phone, route="/desa/titip") as stage:
        await stage.sees("Semua laporan sudah terkirim")
        assert not stage.tree.has("Simpan berkas titipan")


async def test_without_the_kecamatans_key_it_says_what_to_do(phone: Phone) -> None:
    write(phone)
    phone.state.update_sync(lambda s: replace(s, settings={}))
    async with staged(phone, route="/desa/titip") as stage:
        await stage.sees("belum menerima kunci")
        assert not stage.tree.has("Simpan berkas titipan")


async def test_a_full_phone_says_that_the_reports_are_safe(
    phone: Phone, handed: list[Path]
) -> None:
    write(phone)
    parcels = phone.need_post().parcels
    assert isinstance(parcels, MemoryParcels)
    parcels.full = True
    async with staged(phone, route="/desa/titip") as stage:
        await stage.sees("2 laporan menunggu")
        await stage.tap("Simpan berkas titipan")
        await stage.sees("Laporan aman")
    assert handed == []


async def test_a_package_that_was_opened_waits_and_then_says_how_it_ended(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(phone)
    package = await titip.make(phone)
    data = package.path.read_bytes()
    choosing(monkeypatch, Chosen("titipan-hamarung.titip", data))
    async with staged(phone, route="/desa/titip") as stage:
        await stage.tap("Kirimkan titipan")
        await stage.sees("titipan-hamarung.titip")
        await stage.sees("Menunggu dikirim")
        assert SyncReason.TAP in stage.asked
        (parcel,) = phone.need_post().parcels.carried()
        phone.need_post().parcels.delivered(parcel.sha256, AT, 2, 0)
        stage.told()
        await stage.sees("Sampai: 2 laporan, 0 foto")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 surat", "Ini bukan berkas titipan"),
        (b"SINAR-TITIPAN 9\n{}\n", "lebih baru"),
        (b"SINAR-TITIPAN 1\n{", "rusak atau terpotong"),
    ],
)
async def test_another_file_is_refused_with_a_sentence(
    phone: Phone, monkeypatch: pytest.MonkeyPatch, data: bytes, words: str
) -> None:
    choosing(monkeypatch, Chosen("surat.pdf", data))
    async with staged(phone, route="/desa/titip") as stage:
        await stage.tap("Kirimkan titipan")
        await stage.sees(words)
    assert phone.need_post().parcels.carried() == []


async def test_the_old_phone_shows_a_phrase_and_the_new_one_opens_with_it(
    phone: Phone, tmp_path: Path, handed: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(phone)
    phrase = "7KQ4M9XDP2RT"
    monkeypatch.setattr(pindah.box, "new_phrase", lambda: phrase)
    async with staged(phone, route="/desa/pindah") as stage:
        await stage.tap("Buat berkas pindah")
        await stage.sees(parted(phrase))
        await stage.tap("Simpan berkas pindah")
    (path,) = handed
    new = memory_phone()
    new.post = Post(MemoryParcels(tmp_path), CryptoSealing())
    choosing(monkeypatch, Chosen(path.name, path))
    async with staged(new, route="/desa/pindah") as stage:
        await stage.tap("Pilih berkas")
        await stage.sees("Berkas: pindah-hp-20261124-2041.pindah")
        await stage.tree.type("Kode dari HP lama", "7kq4 m9xd p2r")
        await stage.tap("Pindahkan ke HP ini")
        await stage.sees("Kodenya tidak cocok")
        assert new.laporan.open_records() == []
        await stage.tree.type("Kode dari HP lama", "7kq4 m9xd p2rt")
        await stage.tap("Pindahkan ke HP ini")
        await stage.sees("Sudah pindah: 2 laporan")
    assert len(new.laporan.open_records()) == 2
