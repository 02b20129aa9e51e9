"""Whatever can be tapped has a name and the size of a thumb, also at 200 %, by both roads."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser import kit
from tests.browser.conftest import NewPhone
from tests.browser.form_kit import Thumb
from tests.browser.test_phone_screens import LARGE_TEXT, SMALL

THUMB = 48 - 0.6
"""Pixels; half of one may be lost to rounding."""

MEASURE = """
() => [...document.querySelectorAll('flt-semantics[role=button], flt-semantics[role=checkbox]')]
  .map(e => { const r = e.getBoundingClientRect();
    return [(e.getAttribute('aria-label') || e.textContent || '').trim(), r.width, r.height] })
"""


@pytest.mark.parametrize("large", [False, True], ids=["100", "200"])
def test_every_target_has_a_name_and_the_size_of_a_thumb(new_phone: NewPhone, large: bool) -> None:
    with new_phone().page("", LARGE_TEXT if large else "", viewport=SMALL) as page:
        thumb = Thumb(page)
        thumb.tap("Kejadian")
        kit.sees(page, "Apa yang terjadi?")
        found = measured(page, f"target-{large}-kejadian")
        thumb.tap("Kembali")
        thumb.tap("Salin laporan terakhir")
        kit.sees(page, "Disalin dari laporan")
        found |= measured(page, f"target-{large}-kegiatan")
        page.mouse.wheel(0, -9000)
        thumb.tap("Ambil foto")
        thumb.shoot(1)
        found |= sizes(page)
        kit.shot(page, f"target-{large}-kamera")
        thumb.tap("Selesai, pakai 1 foto")
        thumb.tap("Pilihan lain")
        thumb.tap("Hapus draf", "menuitem")
        thumb.tap("Hapus draf")
        kit.sees(page, "Salin laporan terakhir")

    assert "" not in found
    small = {name: size for name, size in found.items() if min(size) < THUMB}
    assert not small


def measured(page: Page, name: str) -> dict[str, tuple[float, float]]:
    """All targets of a form, from top to bottom; what an edge cuts off is seen whole elsewhere."""
    found: dict[str, tuple[float, float]] = {}
    page.mouse.move(180, 400)
    for step in range(14):
        for target, (width, height) in sizes(page).items():
            known = found.get(target, (0.0, 0.0))
            found[target] = (max(width, known[0]), max(height, known[1]))
        if step % 3 == 0:
            kit.shot(page, f"{name}-{step}")
        page.mouse.wheel(0, 260)
        page.wait_for_timeout(250)
    return found


def sizes(page: Page) -> dict[str, tuple[float, float]]:
    return {name: (width, height) for name, width, height in page.evaluate(MEASURE)}
