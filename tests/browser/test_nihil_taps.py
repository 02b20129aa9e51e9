"""A month without anything to report takes two taps, by both roads."""

from __future__ import annotations

from tests.browser import kit
from tests.browser.conftest import NewPhone
from tests.browser.form_kit import Thumb

ASKED = "tidak ada kegiatan dan tidak ada kejadian di desa pada bulan"
"""Said of the month that runs and, until ten days into the next, of the last one."""


def test_a_nihil_takes_two_taps(new_phone: NewPhone) -> None:
    with new_phone("empty").page() as page:
        kit.sees(page, "Lapor kegiatan")
        thumb = Thumb(page)
        thumb.tap("Nihil")
        kit.sees(page, ASKED)
        kit.shot(page, "hp-07-nihil")
        thumb.tap("Kirim nihil")
        kit.sees(page, "Laporan aman di HP ini")

        assert thumb.taps == 2
