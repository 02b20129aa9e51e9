"""The daily reports take as many taps as was promised, typing not counted, by both roads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import kit
from tests.browser.conftest import NewPhone
from tests.browser.form_kit import Thumb, chosen


@pytest.fixture
def page(new_phone: NewPhone) -> Iterator[Page]:
    """A phone of its own for each test: what one has sent changes what the next finds."""
    with new_phone().page() as page:
        kit.sees(page, "Salin laporan terakhir")  # it has read what is on the phone
        yield page


def test_a_repeated_patrol_with_two_photos_takes_six_taps(page: Page) -> None:
    thumb = Thumb(page)
    thumb.tap("Salin laporan terakhir")
    kit.sees(page, "Disalin dari laporan")
    kit.sees(page, "Semua yang wajib sudah terisi")
    kit.shot(page, "form-01-disalin")
    thumb.tap("Ambil foto")
    kit.sees(page, "Lokasi siap, ± 12 m")
    thumb.shoot(1)
    thumb.shoot(2)
    kit.shot(page, "kamera-02-dua-foto")
    thumb.tap("Selesai, pakai 2 foto")
    kit.sees(page, "2 dari 5")
    kit.shot(page, "form-03-dua-foto")
    thumb.tap("Kirim laporan")
    kit.sees(page, "Laporan aman di HP ini")

    assert thumb.taps == 6


def test_a_new_patrol_with_two_photos_takes_ten_taps(page: Page) -> None:
    thumb = Thumb(page)
    thumb.tap("Lapor kegiatan")
    kit.sees(page, "Tinggal: jenis kegiatan, tempat, cerita")
    thumb.tap("Patroli / ronda")
    kit.sees(page, "Tinggal: tempat, cerita")
    assert chosen(page, "Aman dan tertib")
    thumb.tap("Ambil foto")
    kit.sees(page, "Hindari wajah anak, korban, dan tersangka")
    thumb.shoot(1)
    thumb.shoot(2)
    thumb.tap("Selesai, pakai 2 foto")
    thumb.chip("Poskamling RT 02")
    kit.sees(page, "Tinggal: cerita")
    thumb.chip("Regu terakhir")
    kit.sees(page, "3 anggota")
    thumb.tap("Ronda keliling RT 01 sampai RT 04")
    kit.sees(page, "Semua yang wajib sudah terisi")
    thumb.tap("Kirim laporan")
    kit.sees(page, "Laporan aman di HP ini")

    assert thumb.taps == 10


def test_a_kejadian_takes_four_taps(page: Page) -> None:
    thumb = Thumb(page)
    thumb.tap("Kejadian")
    kit.sees(page, "Ada yang terancam? Hubungi dulu")
    thumb.tap("Banjir")
    thumb.chip("Bantaran RT 04")
    kit.sees(page, "Kirim dulu, lengkapi kemudian.")
    kit.shot(page, "form-08-kejadian")
    thumb.tap("Kirim sekarang")
    kit.sees(page, "Laporan aman di HP ini")

    assert thumb.taps == 4


def test_a_kejadian_with_a_photo_takes_seven_taps(page: Page) -> None:
    thumb = Thumb(page)
    thumb.tap("Kejadian")
    kit.sees(page, "Apa yang terjadi?")
    thumb.tap("Kebakaran")
    thumb.tap("Foto")
    thumb.shoot(1)
    thumb.tap("Selesai, pakai 1 foto")
    thumb.chip("Bantaran RT 04")
    kit.sees(page, "Kirim dulu, lengkapi kemudian.")
    thumb.tap("Kirim sekarang")
    kit.sees(page, "Laporan aman di HP ini")

    assert thumb.taps == 7


def test_kirim_too_early_shows_the_way_to_the_first_gap(page: Page) -> None:
    thumb = Thumb(page)
    thumb.tap("Lapor kegiatan")
    kit.sees(page, "Kegiatan apa?")
    thumb.tap("Kirim laporan")
    kit.sees(page, "Pilih dulu jenis kegiatannya.")
    thumb.tap("Jaga pos")
    thumb.tap("Kirim laporan")
    kit.sees(page, "Tempatnya di mana? Tulis nama pos, RT, atau patokan.")
    kit.shot(page, "form-04-galat-tempat")
    thumb.tap("Pilihan lain")
    thumb.tap("Hapus draf", "menuitem")
    kit.sees(page, "Hapus draf Jaga pos")
    thumb.tap("Hapus draf")
    kit.sees(page, "Salin laporan terakhir")


def test_a_second_tap_on_kirim_cancels_nothing(page: Page) -> None:
    """In the same place, at the pace of a finger that was not sure of the first."""
    thumb = Thumb(page)
    thumb.tap("Lapor kegiatan")
    kit.sees(page, "Kegiatan apa?")
    thumb.tap("Jaga pos")
    thumb.chip("Poskamling RT 02")
    kit.fill(page, "Ceritakan singkat", "Jaga pos, aman.")
    kit.sees(page, "Semua yang wajib sudah terisi")
    where = page.get_by_role("button", name="Kirim laporan").first.bounding_box()
    assert where is not None
    x, y = where["x"] + where["width"] / 2, where["y"] + where["height"] / 2
    page.mouse.click(x, y)
    page.wait_for_timeout(600)
    page.mouse.click(x, y)
    page.wait_for_timeout(2000)
    expect(page.get_by_role("button", name="Kirim laporan")).to_have_count(0)
    kit.shot(page, "terkirim-dua-kali-ketuk")
    back, home = (page.get_by_role("button", name=it) for it in ("Kembali ke Beranda", "Kejadian"))
    back.or_(home).first.wait_for(state="attached")
    if back.count():
        back.click()
    kit.sees(page, "Belum terkirim")
