"""The way back to the village: returned with notes, mended offline, compared, verified, seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.browser import kit
from tests.browser.form_kit import Thumb
from tests.browser.test_journey import PASSWORD, STORY, activate, draft_a_patrol, received

NOTE_FIELD = "Mohon ditulis hasil pembicaraan dengan warga."
NOTE_PHOTO = "Fotonya kabur. Mohon diganti dengan yang lebih jelas."
MENDED = "Patroli keliling RT 01 sampai RT 03. Warga diminta menyalakan lampu jalan."


def open_review(page: Page, url: str) -> None:
    """The report that waits, as the list leads to it."""
    kit.open_page(page, f"{url}/periksa")
    kit.sees(page, "Keputusan")
    kit.sees(page, STORY[:40])


def pin(page: Page, part: str, sentence: str, number: int) -> None:
    """A ready sentence as the note at a part."""
    kit.tap(page, f"Catatan pada {part}")
    kit.sees(page, "Simpan catatan")
    kit.tap(page, sentence)
    page.wait_for_timeout(500)
    kit.tap(page, "Simpan catatan")
    kit.sees(page, f"Kembalikan dengan {number} catatan")


def to_the_top(page: Page) -> None:
    """The photos stand above the story."""
    page.mouse.move(206, 400)
    page.mouse.wheel(0, -9000)
    page.wait_for_timeout(700)


def test_a_returned_report_is_mended_offline_compared_and_verified(
    phone_page: Page,
    desk_page: Page,
    programs: Callable[[kit.Program], kit.Program],
    tmp_path: Path,
) -> None:
    office = tmp_path / "kecamatan"
    server = programs(kit.server(office)).start("/api/v1/health")
    kit.account(office, "trantib", PASSWORD)
    code = kit.activation_code(office, "63.11.01.2013", "Ida (contoh)", "Kasi Pemerintahan")
    phone = programs(kit.phone(tmp_path / "hp", server.url)).start()
    activate(phone_page, phone.url, code)
    draft_a_patrol(phone_page)
    kit.tap(phone_page, "Kirim laporan")
    kit.eventually(lambda: len(received(office)) == 1, "the report is at the kecamatan", 120)
    kit.tap(phone_page, "Kembali ke Beranda")

    kit.log_in(desk_page, server.url, "trantib", PASSWORD)
    open_review(desk_page, server.url)
    kit.shot(desk_page, "putaran-01-periksa")
    pin(desk_page, "Uraian", NOTE_FIELD, 1)
    pin(desk_page, "Foto 2", NOTE_PHOTO, 2)
    kit.shot(desk_page, "putaran-02-dua-catatan")
    kit.tap(desk_page, "Kembalikan dengan 2 catatan")
    kit.sees(desk_page, "Urungkan")
    kit.shot(desk_page, "putaran-03-urungkan")

    kit.sees_at_last(phone_page, "Perlu diperbaiki")
    kit.shot(phone_page, "putaran-04-dikembalikan")
    server.stop()
    kit.named(phone_page, "Perlu diperbaiki").click()
    kit.sees(phone_page, NOTE_FIELD)
    kit.sees(phone_page, NOTE_PHOTO)
    kit.shot(phone_page, "putaran-05-catatan")
    kit.tap(phone_page, "Perbaiki")
    kit.sees(phone_page, NOTE_FIELD)
    kit.shot(phone_page, "putaran-06-di-bagiannya")
    kit.fill(phone_page, "Ceritakan singkat", MENDED)
    thumb = Thumb(phone_page)
    to_the_top(phone_page)
    kit.sees(phone_page, f"Foto 2: {NOTE_PHOTO}")
    kit.shot(phone_page, "putaran-06b-di-fotonya")
    thumb.tap("Hapus foto 2")
    thumb.page.get_by_role("button", name="Hapus foto", exact=True).click()
    kit.sees(phone_page, "1 dari 5")
    thumb.tap("Tambah foto")
    thumb.shoot(2)
    thumb.tap("Selesai, pakai 2 foto")
    kit.sees(phone_page, "2 dari 5")
    kit.tap(phone_page, "Kirim ulang")
    kit.sees(phone_page, "aman di HP ini")
    kit.shot(phone_page, "putaran-07-diperbaiki")

    server.start("/api/v1/health")
    kit.comes_back(phone_page)
    kit.eventually(lambda: received(office)[0]["versi"] == 2, "the mended version", 120)
    open_review_again = f"{server.url}/periksa"
    kit.open_page(desk_page, open_review_again)
    kit.sees(desk_page, "Berubah dari laporan pertama: Uraian, Foto")
    kit.sees(desk_page, "Semula:")
    kit.sees(desk_page, "dibaca")
    kit.shot(desk_page, "putaran-08-beda")
    kit.tap(desk_page, "Verifikasi")
    kit.sees(desk_page, "Semua laporan sudah diperiksa")
    kit.shot(desk_page, "putaran-09-selesai")

    kit.tap(phone_page, "Kembali ke Beranda")
    kit.sees(phone_page, "Lapor kegiatan")
    phone_page.get_by_role("tab", name="Laporan").click()
    kit.sees_at_last(phone_page, "Diverifikasi")
    kit.shot(phone_page, "putaran-10-diverifikasi")
