"""Pindah HP with real stores: the new phone has what the old one kept, or nothing changes."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from mobile.device.sealing import CryptoSealing
from mobile.domain.deed import Deed
from mobile.domain.member import Member
from mobile.domain.parcel import Post
from mobile.domain.record import Note, Record, finished
from mobile.domain.record_answers import text_received
from mobile.ports import Identity, Memory, PreparedPhoto
from mobile.store.deeds import FileDeeds
from mobile.store.parcels import FileParcels
from mobile.store.photos import FilePhotos
from mobile.store.reports import FileLaporan
from mobile.store.roster import FileRoster
from mobile.store.state import FileState
from mobile.usecases.phone import Phone
from mobile.usecases.pindah import NotAMove, OtherVillage, WrongPhrase, pack, unpack
from mobile.usecases.pindah_moving import Moved, merged
from shared.laporan import Foto, Laporan
from shared.satlinmas import Anggota
from shared.status import PhoneState
from tests import cast
from tests.cast import HAMARUNG, LALAYAU, flood, patrol
from tests.doubles.phone import memory_phone

pytestmark = pytest.mark.anyio
AT = "2026-11-24T20:41:00+08:00"
AMAT = Anggota("a" * 36, 1, LALAYAU, "Amat (contoh)", "L", "anggota", status="aktif")


def disk_phone(root: Path, identity: Identity = cast.IDA_PHONE) -> Phone:
    """A phone whose stores lie on the disk."""
    phone = memory_phone()
    phone.laporan, phone.state = FileLaporan(root), FileState(root)
    phone.photos, phone.roster, phone.deeds = FilePhotos(root), FileRoster(root), FileDeeds(root)
    phone.post = Post(FileParcels(root), CryptoSealing())
    phone.state.set_identity(identity)
    return phone


def photo(phone: Phone, seed: int, size: int = 30_000) -> Foto:
    data = bytes([seed]) * size
    sha = hashlib.sha256(data).hexdigest()
    phone.photos.keep(PreparedPhoto(data, b"kecil", sha, 96, 96))
    return Foto(sha, size, 96, 96)


def put(phone: Phone, laporan: Laporan) -> Record:
    """A finished report that waits."""
    record = finished(Record(laporan.id, draft=laporan), AT, None)
    phone.laporan.put(record)
    return record


@pytest.fixture
def old(tmp_path: Path) -> Phone:
    """A draft with a photo, one that waits, two at rest, a member, a deed, and what it learned."""
    phone = disk_phone(tmp_path / "lama")
    phone.laporan.put(Record("d" * 36, draft=patrol(id="d" * 36, foto=(photo(phone, 1),))))
    put(phone, flood())
    for seed in (2, 3):
        record = put(phone, patrol(foto=(photo(phone, seed),)))
        received = text_received(record, 1, f"JUAI-2026-11-000{seed}", (), AT)
        note = Note("n", "Bagus", AT, "Kasi Trantib", 1)
        phone.laporan.put(replace(received, notes=(note,), seen=False))
    phone.roster.update(AMAT.id, lambda _: Member(AMAT.id, mine=AMAT))
    phone.roster.put_draft(replace(AMAT, id="b" * 36, nama="Udin (contoh)"))
    phone.deeds.put(Deed("e" * 36, "attendance", "p" * 36, AT, {"anggota": []}))
    phone.state.set_memory(Memory({"PATROLI": 2}, ("Poskamling",), jam={"PATROLI": ("20.00", "")}))
    return phone


@pytest.fixture
def new(tmp_path: Path) -> Phone:
    """Bu Ida's next phone, activated, with nothing in it."""
    return disk_phone(tmp_path / "baru", replace(cast.IDA_PHONE, device_id="baru"))


def everything(phone: Phone) -> dict[str, Record]:
    records = phone.laporan.open_records()
    records += [r for month in phone.laporan.months() for r in phone.laporan.history(month)]
    return {record.id: record for record in records}


def files_of(phone_root: Path) -> dict[str, bytes]:
    paths = [p for p in phone_root.rglob("*") if p.is_file() and "titipan" not in p.parts]
    return {str(p.relative_to(phone_root)): p.read_bytes() for p in paths}


async def test_drafts_history_and_photos_come_along(old: Phone, new: Phone, tmp_path: Path) -> None:
    packed = await pack(old)
    assert (packed.laporan, packed.photos) == (4, 3)
    assert await unpack(new, packed.path, packed.phrase) == Moved(4, 1, 3)
    assert everything(new) == everything(old)
    again = disk_phone(tmp_path / "baru", replace(cast.IDA_PHONE, device_id="baru"))
    assert everything(again) == everything(old)
    for sha in old.laporan.photos_in_use():
        assert again.photos.read(sha) == old.photos.read(sha)
        assert again.photos.small_path(sha).read_bytes() == b"kecil"
    assert [m.shown.nama for m in again.roster.members()] == ["Amat (contoh)"]
    assert again.roster.drafts().keys() == {"b" * 36}
    assert again.deeds.all() == old.deeds.all()
    assert again.state.memory() == old.state.memory()


async def test_twice_does_no_harm_and_what_was_written_since_stays(old: Phone, new: Phone) -> None:
    packed = await pack(old)
    await unpack(new, packed.path, packed.phrase)
    draft = new.laporan.get("d" * 36)
    assert draft is not None and draft.draft is not None
    changed = replace(draft, draft=replace(draft.draft, uraian="Diubah di HP baru"))
    new.laporan.put(changed)
    assert await unpack(new, packed.path.read_bytes(), packed.phrase) == Moved(0, 0, 0)
    assert new.laporan.get("d" * 36) == changed


async def test_a_wrong_phrase_changes_nothing_and_small_letters_and_dashes_are_fine(
    old: Phone, new: Phone, tmp_path: Path
) -> None:
    packed = await pack(old)
    before = files_of(tmp_path / "baru")
    with pytest.raises(WrongPhrase):
        await unpack(new, packed.path, "ABCDEFGHJKMN")
    assert files_of(tmp_path / "baru") == before
    typed = f"{packed.phrase[:4].lower()} - {packed.phrase[4:8]}-{packed.phrase[8:]}"
    assert (await unpack(new, packed.path, typed)).laporan == 4


async def test_a_file_that_is_spoiled_anywhere_changes_nothing(
    old: Phone, new: Phone, tmp_path: Path
) -> None:
    packed = await pack(old)
    data = packed.path.read_bytes()
    middle = len(data) * 3 // 4
    spoiled = {
        "pindah_damaged": [data[:-1], data[: len(data) // 2 + 40_000],
                           data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]],
        "pindah_foreign": [b"", b"%PDF-1.7", data.replace(b"PINDAH", b"TITIPAN", 1)],
        "pindah_newer": [data.replace(b"PINDAH 1", b"PINDAH 2", 1)],
    }  # fmt: skip
    before = files_of(tmp_path / "baru")
    for reason, files in spoiled.items():
        for file in files:
            with pytest.raises(NotAMove) as caught:
                await unpack(new, file, packed.phrase)
            assert caught.value.reason == reason
    assert files_of(tmp_path / "baru") == before


async def test_a_phone_of_another_village_does_not_take_it_in(old: Phone, tmp_path: Path) -> None:
    packed = await pack(old)
    rudi = disk_phone(tmp_path / "rudi", replace(cast.IDA_PHONE, desa_kode=HAMARUNG))
    with pytest.raises(OtherVillage):
        await unpack(rudi, packed.path, packed.phrase)
    assert everything(rudi) == {}


async def test_nothing_of_it_can_be_read_without_the_phrase(old: Phone) -> None:
    data = (await pack(old)).path.read_bytes()
    assert (
        b"Poskamling" not in data and b"Amat" not in data and cast.BU_IDA.nama.encode() not in data
    )


def heard_of(theirs: Record, versi: int = 1) -> Record:
    """The same report as the new phone heard of it from the kecamatan."""
    assert theirs.sent is not None
    return Record(
        theirs.id, sent=replace(theirs.sent, versi=versi), sent_state=PhoneState.RECEIVED,
        resi=("JUAI-2026-11-0007",), from_other_phone=True, seen=False,
    )  # fmt: skip


def test_own_words_win_over_what_the_new_phone_only_heard_of() -> None:
    waiting = finished(Record("x", draft=patrol(id="x")), AT, None)
    assert merged(heard_of(waiting), waiting) == waiting
    received = text_received(waiting, 1, "JUAI-2026-11-0007", (), AT)
    assert merged(heard_of(received), received) == received
    assert merged(None, waiting) == waiting


def test_a_newer_version_stays_and_unsent_words_stand_beside_it() -> None:
    waiting = finished(Record("x", draft=patrol(id="x")), AT, None)
    newer = heard_of(waiting, versi=2)
    beside = merged(newer, waiting)
    assert beside.sent == newer.sent
    assert beside.draft is not None and beside.draft.versi == 3
    received = text_received(waiting, 1, "JUAI-2026-11-0007", (), AT)
    assert merged(newer, received) == newer
