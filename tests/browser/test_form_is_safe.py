"""What was typed and shot survives a flat battery, by both roads; the form opens where one was."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.browser import kit
from tests.browser.conftest import NewPhone
from tests.browser.form_kit import Thumb, in_view

STORY = (
    "Patroli keliling RT 01 sampai RT 03. Memeriksa pos dan jembatan. "
    "Air sungai naik sekitar 20 cm, warga diimbau waspada."
)


def story(page: Page) -> Locator:
    return page.get_by_label("Ceritakan singkat").first


def test_fast_typing_and_photos_survive_a_kill(new_phone: NewPhone) -> None:
    phone = new_phone()
    with phone.page() as page:
        thumb = Thumb(page)
        thumb.tap("Lapor kegiatan")
        thumb.tap("Patroli / ronda")
        thumb.tap("Ambil foto")
        thumb.shoot(1)
        thumb.tap("Selesai, pakai 1 foto")
        type_fast(page, STORY)
        kit.sees(page, f"{len(STORY)} huruf")
        assert story(page).input_value() == STORY
        kit.eventually(lambda: phone.keeps(page, STORY), "all of the story is on disk")
        phone.die(page)
    with phone.page() as page:
        Thumb(page).tap("Lanjutkan laporan tadi")
        kit.sees(page, f"{len(STORY)} huruf")
        kit.sees(page, "1 dari 5")
        kit.eventually(lambda: in_view(page, story(page)), "the form opens at the story")
        kit.shot(page, "form-05-dilanjutkan")
        story(page).click()  # Flutter tells a field's words only while it has the focus
        page.wait_for_function("w => document.activeElement.value == w", arg=STORY)


def test_a_returned_report_opens_at_its_note(new_phone: NewPhone) -> None:
    with new_phone().page() as page:
        thumb = Thumb(page)
        thumb.tap("1 laporan perlu diperbaiki")
        thumb.tap("Perbaiki bagian Uraian")
        kit.sees(page, "Mohon ditulis rumah siapa saja")
        kit.eventually(lambda: in_view(page, story(page)), "the form opens at the story")
        page.wait_for_function("document.activeElement.tagName == 'TEXTAREA'")
        kit.shot(page, "form-06-dikembalikan")
        kit.fill(page, "Ceritakan singkat", STORY)
        thumb.tap("Kirim ulang")
        kit.sees(page, "Laporan aman di HP ini")

        assert thumb.taps == 3


def type_fast(page: Page, words: str) -> None:
    """As keys come from a quick hand, not as one piece."""
    kit.fill(page, "Ceritakan singkat", words[:1])
    page.keyboard.press("End")
    page.keyboard.type(words[1:], delay=8)
