"""A photo is on disk before it is in the draft, and in the draft before it is shown."""

from __future__ import annotations

import pytest

from mobile.ports import DiskFull, PhotoFacts
from mobile.usecases import photo, sentences
from mobile.usecases.edit import Editing, start_form
from mobile.usecases.phone import Phone
from shared.laporan import Kind, Lokasi, Sumber
from shared.photos.errors import BrokenPhoto, HeicPhoto, NotAPhoto, PhotoTooLarge
from tests.doubles.phone import FixedSpace, MemoryLaporan, MemoryPhotos, PlainImages

pytestmark = pytest.mark.anyio
HERE = Lokasi(-2.189226, 115.611233, 12.0, Sumber.GPS)


@pytest.fixture
async def form(phone: Phone) -> Editing:
    form = await start_form(phone, Kind.KEGIATAN)
    form.change(jenis="PATROLI", lokasi=HERE)
    return form


def images(phone: Phone) -> PlainImages:
    assert isinstance(phone.images, PlainImages)
    return phone.images


async def test_a_shot_is_stored_and_stands_in_the_draft_on_disk(
    phone: Phone, form: Editing
) -> None:
    foto = await photo.add_photo(phone, form, b"shot")
    assert phone.photos.whole(foto.sha256)
    record = phone.laporan.get(form.id)
    assert record is not None
    assert record.photos == form.draft.foto == (foto,)
    assert (foto.diambil, foto.lokasi) == ("2026-11-24T20:41:00+08:00", HERE)


async def test_the_strip_says_where_what_when_and_at_which_position(
    phone: Phone, form: Editing
) -> None:
    await photo.add_photo(phone, form, b"shot")
    assert images(phone).strips == [
        (
            "SINAR LINMAS · Kec. Juai · Desa Lalayau · Patroli / ronda",
            "24 November 2026, 20.41 WITA · -2.18923, 115.61123 (±12 m)",
        )
    ]


async def test_a_gallery_picture_claims_only_what_it_says_itself(
    phone: Phone, form: Editing
) -> None:
    plain = await photo.add_photo(phone, form, b"chat", from_gallery=True)
    assert (plain.diambil, plain.lokasi) == (None, None)
    there = Lokasi(-2.2, 115.6, None, Sumber.FOTO)
    images(phone).told = PhotoFacts("2026-11-24T19:05:00+08:00", there)
    told = await photo.add_photo(phone, form, b"camera", from_gallery=True)
    assert (told.diambil, told.lokasi) == ("2026-11-24T19:05:00+08:00", there)
    assert [strip[1] for strip in images(phone).strips] == [
        "Foto dari galeri",
        "Foto dari galeri, 24 November 2026, 19.05 WITA · -2.20000, 115.60000",
    ]


async def test_the_same_picture_twice_is_one_photo(phone: Phone, form: Editing) -> None:
    first = await photo.add_photo(phone, form, b"shot")
    assert await photo.add_photo(phone, form, b"shot") == first
    assert len(form.draft.foto) == 1


async def test_the_sixth_photo_is_one_too_many(phone: Phone, form: Editing) -> None:
    for number in range(5):
        await photo.add_photo(phone, form, b"shot %d" % number)
    with pytest.raises(photo.EnoughPhotos) as caught:
        await photo.add_photo(phone, form, b"one more")
    assert sentences.photo_trouble(caught.value) == "Sudah 5 foto. Hapus satu dulu untuk menambah."


async def test_a_full_phone_is_told_before_the_camera_opens(phone: Phone, form: Editing) -> None:
    phone.space = FixedSpace(40)
    with pytest.raises(photo.NoRoom) as caught:
        await photo.check_room(phone, form)
    assert sentences.photo_trouble(caught.value).startswith("Memori HP hampir penuh (40 MB).")


async def test_a_photo_that_cannot_be_stored_is_not_in_the_draft(
    phone: Phone, form: Editing
) -> None:
    photos = phone.photos
    assert isinstance(photos, MemoryPhotos)
    photos.full = True
    with pytest.raises(DiskFull):
        await photo.add_photo(phone, form, b"shot")
    assert form.draft.foto == ()


async def test_a_draft_that_cannot_be_stored_says_so(phone: Phone, form: Editing) -> None:
    await form.flush()
    laporan = phone.laporan
    assert isinstance(laporan, MemoryLaporan)
    laporan.full = True
    with pytest.raises(DiskFull):
        await photo.add_photo(phone, form, b"shot")


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (NotAPhoto("x"), "bukan foto"),
        (HeicPhoto("x"), "HEIC"),
        (BrokenPhoto("x"), "rusak"),
        (PhotoTooLarge("x"), "terlalu besar"),
    ],
)
async def test_a_bad_picture_has_its_own_sentence_and_changes_nothing(
    phone: Phone, form: Editing, error: Exception, word: str
) -> None:
    images(phone).error = error
    with pytest.raises(type(error)):
        await photo.add_photo(phone, form, b"?")
    assert word in sentences.photo_trouble(error)
    assert form.draft.foto == ()


async def test_a_retake_keeps_place_caption_and_mark(phone: Phone, form: Editing) -> None:
    first = await photo.add_photo(phone, form, b"first")
    second = await photo.add_photo(phone, form, b"second")
    photo.caption(form, first.sha256, "Pos dari depan")
    photo.mark_sensitif(form, first.sha256, True)
    new = await photo.retake(phone, form, first.sha256, b"better")
    assert [foto.sha256 for foto in form.draft.foto] == [new.sha256, second.sha256]
    assert (new.keterangan, new.sensitif) == ("Pos dari depan", True)


async def test_a_retake_with_a_picture_that_is_there_already_leaves_it_once(
    phone: Phone, form: Editing
) -> None:
    first = await photo.add_photo(phone, form, b"first")
    second = await photo.add_photo(phone, form, b"second")
    kept = await photo.retake(phone, form, first.sha256, b"second")
    assert kept.sha256 == second.sha256
    assert [foto.sha256 for foto in form.draft.foto] == [second.sha256]
    same = await photo.retake(phone, form, second.sha256, b"second")
    assert [foto.sha256 for foto in form.draft.foto] == [same.sha256]


async def test_a_removed_photo_leaves_the_draft_and_its_file_waits_for_the_sweep(
    phone: Phone, form: Editing
) -> None:
    foto = await photo.add_photo(phone, form, b"shot")
    photo.remove(form, foto.sha256)
    assert form.draft.foto == ()
    assert phone.photos.whole(foto.sha256)


async def test_lost_photos_are_counted_from_the_draft(phone: Phone, form: Editing) -> None:
    await photo.add_photo(phone, form, b"first")
    second = await photo.add_photo(phone, form, b"second")
    assert await photo.lost_photos(phone, form.record) == []
    phone.photos.forget(second.sha256)
    assert await photo.lost_photos(phone, form.record) == [1]
