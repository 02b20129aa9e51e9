"""The camera above a form: it stays open, counts what is safe, and always has the gallery."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import flet as ft
import pytest

from mobile.ports import PhotoFacts, PreparedPhoto
from mobile.usecases.phone import Phone
from shared.photos.errors import HeicPhoto
from shared.protocol import MAX_PHOTOS
from tests.doubles.phone import MemoryPhotos, PlainImages, memory_phone
from tests.mobile.screens.form_kit import ObedientCamera, Written, writing

pytestmark = pytest.mark.anyio


async def open_camera(form: Written) -> None:
    await form.tree.tap("Ambil foto")
    await form.tree.until(lambda: form.shows("Hindari wajah") or form.shows("Galeri"))
    await form.tree.settle()


async def test_two_photos_are_two_taps_and_done_goes_back() -> None:
    async with writing() as form:
        await open_camera(form)
        assert form.shows("Foto 1 dari 5")
        await form.tree.tap("Ambil foto sekarang")
        await form.tree.until(lambda: form.shows("Tersimpan, 1 foto tersimpan"))
        await form.tree.tap("Ambil foto sekarang")
        await form.tree.until(lambda: form.shows("Tersimpan, 2 foto tersimpan"))
        await form.tree.tap("Selesai, pakai 2 foto")
        assert form.tree.page.route == f"/kegiatan/{form.ident}"
        assert form.shows("2 dari 5")
        assert len(form.stored.foto) == 2


async def test_saved_is_said_only_when_the_photo_is_on_disk() -> None:
    slow = SlowImages()
    phone = memory_phone()
    phone.images = slow
    async with writing(phone) as form:
        await open_camera(form)
        await form.tree.tap("Ambil foto sekarang")
        await form.tree.until(lambda: form.shows("Menyimpan, 0 foto tersimpan"))
        assert form.stored.foto == ()
        slow.go.set()
        await form.tree.until(lambda: form.shows("Tersimpan, 1 foto tersimpan"))
        assert len(form.stored.foto) == 1


async def test_a_photo_on_its_way_is_kept_when_one_has_gone_back() -> None:
    slow = SlowImages()
    phone = memory_phone()
    phone.images = slow
    async with writing(phone) as form:
        await open_camera(form)
        await form.tree.tap("Ambil foto sekarang")
        await form.tree.tap("Kembali")
        assert form.shows("Menyimpan foto")
        slow.go.set()
        await form.tree.until(lambda: form.shows("1 dari 5"))


async def test_after_five_the_shutter_rests() -> None:
    async with writing() as form:
        await open_camera(form)
        for number in range(1, 6):
            await form.tree.tap("Ambil foto sekarang")
            await form.tree.until(lambda n=number: form.shows(f"Tersimpan, {n} foto tersimpan"))
        assert form.shows("5 foto sudah cukup")
        assert not form.shows("Ambil foto sekarang")


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("denied", "Kamera belum diizinkan. Pakai foto dari galeri, atau izinkan di Setelan HP."),
        ("none", "HP ini tidak punya kamera yang bisa dipakai."),
        ("failed", "Kamera belum bisa dibuka. Coba lagi, atau pakai foto dari galeri."),
    ],
)
async def test_without_a_camera_the_gallery_takes_its_place(problem: str, words: str) -> None:
    async with writing(camera=ObedientCamera(problem=problem)) as form:
        await open_camera(form)
        assert form.shows(words)
        assert not form.shows("Ambil foto sekarang")
        gallery(form, b"a picture", b"another one")
        await form.tree.tap("Galeri")
        await form.tree.until(lambda: form.shows("Tersimpan, 2 foto tersimpan"))
        assert all(foto.diambil is None for foto in form.draft.foto)


async def test_a_picture_that_cannot_be_read_says_why_and_the_others_are_kept() -> None:
    phone = memory_phone()
    images = PickyImages()
    phone.images = images
    async with writing(phone) as form:
        await open_camera(form)
        gallery(form, b"heic", b"a picture")
        await form.tree.tap("Galeri")
        await form.tree.until(lambda: form.shows("Tersimpan, 1 foto tersimpan"))
        gallery(form, b"heic")
        await form.tree.tap("Galeri")
        await form.tree.until(lambda: form.shows("Foto ini memakai format HEIC"))


async def test_of_twelve_pictures_with_a_broken_one_five_are_kept_and_it_is_said() -> None:
    phone = memory_phone()
    phone.images = PickyImages()
    async with writing(phone) as form:
        await open_camera(form)
        gallery(form, b"one", b"two", b"heic", b"three", b"fault", *(bytes([n]) for n in range(7)))
        await form.tree.tap("Galeri")
        await form.tree.until(lambda: form.shows("Tersimpan, 5 foto tersimpan"))
        await form.tree.until(lambda: form.shows("Sudah 5 foto."))
        for words in ("format HEIC", "Foto tidak tersimpan.", "Sudah 5 foto."):
            assert form.shows(words), words
        assert len(form.stored.foto) == 5


async def test_a_picture_without_its_last_bytes_is_kept_with_a_word() -> None:
    phone = memory_phone()
    phone.images = PickyImages()
    async with writing(phone) as form:
        await open_camera(form)
        gallery(form, b"one", b"cut", b"two")
        await form.tree.tap("Galeri")
        await form.tree.until(lambda: form.shows("Tersimpan, 3 foto tersimpan"))
        assert form.shows("Berkas foto terpotong")
        gallery(form, b"three")
        await form.tree.tap("Galeri")
        await form.tree.until(lambda: form.shows("Tersimpan, 4 foto tersimpan"))
        assert not form.shows("Berkas foto terpotong")


async def test_a_picture_that_may_be_too_much_is_asked_about_first() -> None:
    phone = memory_phone()
    phone.images = images = PlainImages()
    images.too_heavy = (b"panorama", b"scan")
    async with writing(phone) as form:
        await open_camera(form)
        gallery(form, b"panorama", b"a picture", b"scan")
        await form.tree.tap("Galeri")
        await form.tree.until(lambda: form.shows("Tersimpan, 1 foto tersimpan"))
        await form.tree.until(lambda: form.shows("Foto dari galeri ini sangat besar"))
        await form.tree.tap("Tetap pakai")
        await form.tree.until(lambda: form.shows("Tersimpan, 3 foto tersimpan"))
        gallery(form, b"scan")
        await form.tree.tap("Galeri")
        await form.tree.until(lambda: form.shows("Foto dari galeri ini sangat besar"))
        await form.tree.tap("Lewati")
        await form.tree.until(lambda: not any(s.open for s in form.tree.find(ft.BottomSheet)))
        assert len(form.draft.foto) == 3


async def test_pictures_of_a_phones_gallery_are_read_one_at_a_time_and_no_more_than_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = []
    for number in range(20):
        path = tmp_path / f"{number}.jpg"
        path.write_bytes(f"picture {number}".encode())
        files.append({
            "id": number, "name": path.name, "size": 10, "path": str(path), "bytes": None,
        })  # fmt: skip
    read: list[str] = []
    plain = Path.read_bytes

    def counted(path: Path) -> bytes:
        read.append(path.name)
        return plain(path)

    monkeypatch.setattr(Path, "read_bytes", counted)
    async with writing() as form:
        await open_camera(form)
        form.tree.page.web = False
        form.tree.connection.replies["pick_files"] = files
        await form.tree.tap("Galeri")
        await form.tree.until(lambda: len(form.draft.foto) == MAX_PHOTOS)
        asked = next(a for name, a in form.tree.connection.calls if name == "pick_files")
        assert asked["with_data"] is False
        assert set(read) == {f"{number}.jpg" for number in range(MAX_PHOTOS)}


async def test_the_preview_is_opened_again_after_another_app() -> None:
    async with writing() as form:
        await open_camera(form)
        before = form.camera.opened
        form.place.resumed()
        await form.tree.until(lambda: form.camera.opened == before + 1)
        await form.tree.tap("Kembali ke laporan")
        await form.tree.settle()
        form.place.resumed()
        await form.tree.settle()
        assert form.camera.opened == before + 1


async def test_the_finger_feels_the_shutter() -> None:
    async with writing() as form:
        await open_camera(form)
        await form.tree.tap("Ambil foto sekarang")
        await form.tree.until(lambda: form.shows("Tersimpan, 1 foto tersimpan"))
        assert "medium_impact" in [name for name, _ in form.tree.connection.calls]


async def test_a_gallery_that_offers_too_many_is_cut_at_five() -> None:
    async with writing() as form:
        await open_camera(form)
        gallery(form, *[f"picture {n}".encode() for n in range(7)])
        await form.tree.tap("Galeri")
        await form.tree.until(lambda: form.shows("Tersimpan, 5 foto tersimpan"))
        assert form.shows("Sudah 5 foto.")


async def test_a_shot_that_fails_can_be_taken_again() -> None:
    camera = ObedientCamera(broken=True)
    async with writing(camera=camera) as form:
        await open_camera(form)
        await form.tree.tap("Ambil foto sekarang")
        assert form.shows("Foto belum terambil. Coba sekali lagi.")
        camera.broken = False
        await form.tree.tap("Ambil foto sekarang")
        await form.tree.until(lambda: form.shows("Tersimpan, 1 foto tersimpan"))


async def test_the_flash_is_offered_only_where_there_is_one() -> None:
    async with writing() as form:
        await open_camera(form)
        await form.tree.tap("Kilat otomatis")
        assert form.shows("Kilat nyala")
    async with writing(camera=ObedientCamera(has_flash=False)) as form:
        await open_camera(form)
        assert not form.shows("Kilat otomatis")


async def test_a_full_phone_says_so_before_the_camera_opens(phone: Phone) -> None:
    phone.space.mb = 40  # pyright: ignore[reportAttributeAccessIssue] # the double's
    async with writing(phone) as form:
        await form.tree.tap("Ambil foto")
        assert form.shows("Memori HP hampir penuh (40 MB).")
        assert form.tree.page.route == f"/kegiatan/{form.ident}"


async def test_a_disk_that_refuses_the_photo_says_so_and_nothing_is_lost(phone: Phone) -> None:
    photos = phone.photos
    assert isinstance(photos, MemoryPhotos)
    async with writing(phone) as form:
        await open_camera(form)
        photos.full = True
        await form.tree.tap("Ambil foto sekarang")
        await form.tree.until(lambda: form.shows("Belum tersimpan: memori HP penuh."))
        assert form.draft.foto == ()


async def test_one_photo_has_its_caption_its_mark_and_its_cross() -> None:
    async with writing() as form:
        await open_camera(form)
        await form.tree.tap("Ambil foto sekarang")
        await form.tree.until(lambda: form.shows("Tersimpan, 1 foto tersimpan"))
        await form.tree.tap("Selesai, pakai 1 foto")
        await form.tree.tap("Buka foto 1")
        await form.tree.type("Keterangan foto", "Debit sungai")
        await form.tree.set(form.tree.one(ft.Switch), "value", True)
        kept = form.draft.foto[0]
        assert (kept.keterangan, kept.sensitif) == ("Debit sungai", True)
        await form.tree.tap("Tutup")
        await form.tree.tap("Hapus foto 1")
        await form.tree.tap("Hapus foto")
        assert form.draft.foto == ()


async def test_a_retake_puts_the_new_picture_in_the_place_of_the_old() -> None:
    async with writing() as form:
        await open_camera(form)
        await form.tree.tap("Ambil foto sekarang")
        await form.tree.until(lambda: form.shows("Tersimpan, 1 foto tersimpan"))
        await form.tree.tap("Selesai, pakai 1 foto")
        old = form.draft.foto[0].sha256
        await form.tree.tap("Buka foto 1")
        await form.tree.tap("Ambil ulang")
        await form.tree.until(lambda: form.shows("Ambil ulang foto"))
        await form.tree.settle()
        await form.tree.tap("Ambil foto sekarang")
        await form.tree.until(lambda: form.draft.foto[0].sha256 != old)
        assert len(form.draft.foto) == 1
        assert form.tree.page.route == f"/kegiatan/{form.ident}"


def gallery(form: Written, *pictures: bytes) -> None:
    """What the person will pick next."""
    files = [
        {"id": n, "name": f"{n}.jpg", "size": len(data), "path": None, "bytes": data}
        for n, data in enumerate(pictures)
    ]
    form.tree.connection.replies["pick_files"] = files


class SlowImages(PlainImages):
    """Works only when the test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    async def prepare(self, data: bytes, strip: tuple[str, ...]) -> PreparedPhoto:
        assert await asyncio.to_thread(self.go.wait, 60)
        return await super().prepare(data, strip)


class PickyImages(PlainImages):
    """Refuses one kind of file, fails at another, and knows a cut one."""

    async def prepare(self, data: bytes, strip: tuple[str, ...]) -> PreparedPhoto:
        if data == b"heic":
            raise HeicPhoto("heic")
        if data == b"fault":
            raise RuntimeError("a browser's own trouble")
        return await super().prepare(data, strip)

    def facts(self, data: bytes) -> PhotoFacts:
        return PhotoFacts(cut=data == b"cut")


@pytest.fixture
def phone() -> Phone:
    return memory_phone()
