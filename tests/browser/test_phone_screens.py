"""Every screen of the phone in each look, at 200 % text, on a small phone, by both roads.

Nothing is cut off.

With ``SHOTS=folder`` each screen leaves a picture there.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Locator, Page

from tests.browser import kit
from tests.browser.conftest import NewPhone
from tests.browser.form_kit import NOWHERE

SMALL = {"width": 360, "height": 800}
LARGE_TEXT = (
    "document.addEventListener('readystatechange',"
    " () => { document.documentElement.style.fontSize = '32px' })"
)
LOOKS: dict[str, dict[str, Any]] = {
    "terang": {},
    "gelap": {"color_scheme": "dark"},
    "huruf-200": {"viewport": SMALL},
    "360x800": {"viewport": SMALL},
    "sinar": {},
}

OUTSIDE = """() => [...document.querySelectorAll('flt-semantics')]
  .filter(e => !e.querySelector('flt-semantics'))
  .map(e => [e.getAttribute('aria-label') || e.innerText || '', e.getBoundingClientRect()])
  .filter(([words, box]) => words && box.width && (box.left < -1 || box.right > innerWidth + 1))
  .map(([words, box]) => words.slice(0, 60) + ` ${Math.round(box.left)}..${Math.round(box.right)}`)
"""


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_cut_off(new_phone: NewPhone, look: str) -> None:
    phone = new_phone("refused")
    init = LARGE_TEXT if look == "huruf-200" else ""
    with phone.page("/desa/pengaturan", init, **LOOKS[look]) as page:
        kit.sees(page, "Ikut HP")
        if look == "sinar":
            kit.tap(page, "Sinar matahari")
            page.wait_for_timeout(1500)
        phone.visit(page, "/desa")
        _walk(page, look)


def _walk(page: Page, look: str) -> None:
    """Through the tabs and what lies above them, as a thumb would go."""
    tab, button = partial(page.get_by_role, "tab"), partial(page.get_by_role, "button")
    show = partial(_show, page, look)
    show("desa", None, "Tambah anggota")
    show("periksa-hp", button(name="Periksa HP"), "HP ini bisa dipakai melapor")
    show("titip", button(name="Titip laporan"), "Bawa titipan orang lain")
    show("", button(name="Kembali"), "HP ini bisa dipakai melapor")
    show("pindah", button(name="Pindah ke HP baru"), "Buat berkas pindah")
    show("pembinaan", tab(name="Pembinaan"), "Umpan balik")
    show("laporan", tab(name="Laporan"), "Perlu Anda kerjakan")
    show("dikembalikan", button(name="1 catatan"), "Perlu diperbaiki: 1 bagian")
    show("", button(name="Kembali"), "Perlu Anda kerjakan")
    show("ditolak", button(name="Belum bisa diterima"), "Laporan ini belum bisa diterima")
    show("", button(name="Kembali"), "Perlu Anda kerjakan")
    show("beranda", tab(name="Beranda"), "Belum terkirim: 3")
    show("bantuan", button(name="Bantuan dan tampilan"), "Tulis laporan kapan saja")


def _show(page: Page, look: str, name: str, way: Locator | None, words: str) -> None:
    """Go there, and see that nothing reaches over the edge of the screen."""
    if way is not None:
        _tap_until(page, way, words)
    kit.sees(page, words)
    if name:
        kit.shot(page, f"hp-{name}-{look}")
        assert page.evaluate(OUTSIDE) == [], f"{name} in {look}"


def _tap_until(page: Page, way: Locator, words: str) -> None:
    """A tap in the very moment of a redraw is lost, as it would be under a thumb."""
    for _ in range(3):
        way.first.click()
        with contextlib.suppress(BrowserError):
            kit.sees(page, words, patience=12)
            return


def test_after_a_restart_the_window_comes_back_to_where_it_was(
    phone_page: Page, tmp_path: Path, programs: Callable[[kit.Program], kit.Program]
) -> None:
    data = tmp_path / "ida"
    subprocess.run(
        [sys.executable, "-m", "tests.browser.phone_seed", str(data), "empty"],
        cwd=kit.ROOT, capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    program = programs(kit.phone(data, NOWHERE).start())
    kit.open_page(phone_page, program.url + "/")
    kit.sees(phone_page, "Lapor kegiatan")
    _tap_until(phone_page, phone_page.get_by_role("tab", name="Laporan"), "Belum ada laporan")
    kit.sees(phone_page, "Belum ada laporan bulan ini")
    program.kill()
    program.start()
    # The old picture stays until the new session has drawn its own: only then a tap is heard.
    _tap_until(phone_page, phone_page.get_by_role("button", name="Lapor kegiatan"), "Kegiatan apa?")
    assert "/kegiatan/" in phone_page.url
    kit.tap(phone_page, "Kembali")
    kit.sees(phone_page, "Belum ada laporan bulan ini")
