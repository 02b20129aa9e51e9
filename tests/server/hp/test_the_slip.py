"""The printed slip: an address for the phone's camera, three pictures, and what to know before."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
import segno

from server.hp import teks
from server.hp.app import links
from server.hp.village_phones import NewCode
from server.hp.web.slip_page import POLICY, slip
from tests.cast import JUAI, LALAYAU

UNTIL = datetime(2026, 12, 3, 9, 30, tzinfo=timezone(timedelta(hours=8)))
MADE = NewCode("7KQ4M9XD", LALAYAU, "Ida (contoh)", "Kasi Pemerintahan", UNTIL)


def qr_of(page: str) -> str:
    """The drawing of the QR within the page."""
    return page.split("<svg")[1].split('d="')[1].split('"')[0]


def drawn(words: str) -> str:
    made = segno.make(words, micro=False, error="m").svg_inline(scale=5, border=2)
    return made.split('d="')[1].split('"')[0]


def test_the_qr_opens_the_app_with_the_code_in_it() -> None:
    page = slip(JUAI, MADE, "https://sinar.example")
    assert qr_of(page) == drawn("https://sinar.example/hp/#kode=7KQ4M9XD")
    assert "https://sinar.example/hp/</p>" in page
    assert "7KQ4 - M9XD" in page


def test_three_pictures_tell_how_and_an_iphone_has_a_way_of_its_own() -> None:
    page = slip(JUAI, MADE, "https://sinar.example")
    assert page.count('role="img"') == len(teks.HK_LANGKAH) == 3
    for words in (*teks.HK_LANGKAH, teks.HK_SLIP_IPHONE, teks.HK_SLIP_TAHU):
        assert words in page
    assert "<script" not in page and "style=" not in page
    assert "script-src" not in POLICY


@pytest.mark.parametrize("address", ["http://10.0.0.4:8550", "http://sinar.example"])
def test_where_no_browser_keeps_an_app_the_code_is_typed(address: str) -> None:
    page = slip(JUAI, MADE, address)
    assert qr_of(page) == drawn("7KQ4M9XD")
    assert links.app_address(address) not in page
    assert teks.HK_LANGKAH_KETIK[1] in page
