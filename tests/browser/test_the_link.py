"""A link that breaks: the page stays under a bar, no key becomes a command, and it comes back."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from server.http import teks
from server.kantor import teks as kantor
from server.laporan import teks as laporan
from tests.browser import kit
from tests.browser.staff_world import NAME, PASSWORD, Kecamatan, make_kecamatan

WAITING = "SELECT count(*) FROM laporan WHERE status = 'diterima'"
DECIDED = "SELECT count(*) FROM pending_decisions"


@pytest.fixture(scope="module")
def juai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kecamatan]:
    made = make_kecamatan(tmp_path_factory.mktemp("juai"), days=3)
    made.start()
    yield made
    made.program.stop()


def test_the_page_stays_while_the_server_is_away_and_comes_back_by_itself(
    desk_page: Page, juai: Kecamatan
) -> None:
    page = desk_page
    juai.start()  # a try that stumbled may have left it ended
    kit.log_in(page, juai.url + "/periksa", NAME, PASSWORD)
    kit.sees(page, laporan.PK_VERIFIKASI)
    page.wait_for_timeout(1500)
    before, waiting = _at_rest(page), juai.ask(WAITING)
    juai.program.kill()
    bar = page.locator("#kept [role=status]")
    expect(bar).to_have_text(teks.TERPUTUS)
    page.wait_for_timeout(1500)
    kit.shot(page, "web-terputus")
    assert _difference(before, page.screenshot()) < 0.02
    for letter in "vkvvu":
        page.keyboard.press(letter)
    juai.start()
    for letter in "vvvv":
        page.keyboard.press(letter)
        page.wait_for_timeout(150)
    expect(bar).to_have_count(0, timeout=60_000)
    kit.sees(page, laporan.PK_VERIFIKASI)
    page.wait_for_timeout(2500)
    assert juai.ask(WAITING) == waiting and juai.ask(DECIDED) == "0"
    kit.shot(page, "web-tersambung")


def test_who_is_logged_out_is_told_why(desk_page: Page, juai: Kecamatan) -> None:
    page = desk_page
    kit.log_in(page, juai.url + "/pengumuman/baru", NAME, PASSWORD)
    kit.fill(page, kantor.PG_JUDUL_ISIAN, "Rapat Linmas")
    kit.sinar("account", "password", "--data", str(juai.data), "--username", NAME,
              "--password-stdin", stdin=PASSWORD + "\n")  # fmt: skip
    page.wait_for_url(lambda url: "/masuk" in url, timeout=60_000)
    expect(page.locator("[role=status]")).to_have_text(teks.MASUK_HABIS)
    page.keyboard.type("xyz")
    assert page.input_value("input[name=nama]") == ""
    page.fill("input[name=nama]", NAME)
    page.fill("input[name=sandi]", PASSWORD)
    page.click("button")
    kit.semantics_on(page)
    expect(kit.entry(page, kantor.PG_JUDUL_ISIAN)).to_have_value("Rapat Linmas", timeout=40_000)


def _at_rest(page: Page) -> bytes:
    """The picture, once the photos are in it and it no longer changes."""
    before = page.screenshot()
    for _ in range(20):
        page.wait_for_timeout(1000)
        now = page.screenshot()
        if _difference(before, now) == 0:
            break
        before = now
    return before


def _difference(before: bytes, after: bytes) -> float:
    """The share of the picture that is another one, below where the bar lies."""
    with Image.open(io.BytesIO(before)) as one, Image.open(io.BytesIO(after)) as two:
        box = (0, 60, *one.size)
        found = ImageChops.difference(one.convert("L").crop(box), two.convert("L").crop(box)).point(
            [0] * 41 + [255] * 215
        )
    return sum(found.histogram()[255:]) / (found.size[0] * found.size[1])
