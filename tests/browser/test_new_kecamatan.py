"""Another kecamatan with twelve villages: from nothing to the first report that it receives."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests import halong
from tests.browser import kit
from tests.browser.form_kit import Thumb
from tests.browser.office_app import START, packed, phone
from tests.browser.test_journey import PASSWORD, PLACE, draft_a_patrol

VILLAGES = "kode;nama;lintang;bujur\n" + "".join(
    f"63.11.02.{2000 + n};Contoh {n};-2,{20 + n};115,{70 + n}\n" for n in range(1, 13)
)
"""As a sheet of the office saves it: semicolons, and commas in the numbers."""
MOST_TAPS = 13
CHOSEN = 2
"""The menu of the villages and one of them: taps that `kit.choose` does not count."""


def make_a_code(page: Page, clerk: Thumb) -> None:
    """At the page of phones and codes, for one of the villages."""
    clerk.tap("Buat kode baru")
    kit.choose(page, "Pilih desa", "Contoh 7")
    kit.fill(page, "Nama pelapor", "Sari (contoh)")
    kit.fill(page, "Jabatan", "Kasi Pemerintahan")
    clerk.tap("Buat kode", last=True)
    kit.sees(page, "Kode untuk Desa Contoh 7")


def test_twelve_villages_of_another_kecamatan_are_ready_and_the_first_reports(
    browser: Browser,
    desk_page: Page,
    programs: Callable[[kit.Program], kit.Program],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed()
    commands = _noted(monkeypatch)
    office, table = tmp_path / "halong", tmp_path / "desa.csv"
    table.write_text(VILLAGES, "utf-8")
    said = kit.sinar("kecamatan", "add", "--data", str(office), "--kode", "63.11.02", "--nama",
                     "Halong", "--kabupaten", "Balangan", "--desa", str(table))  # fmt: skip
    assert "12" in said
    kit.account(office, "trantib", PASSWORD)
    assert commands == ["kecamatan add", "account add"]
    server = programs(kit.server(office)).start("/api/v1/health")

    kit.log_in(desk_page, server.url + "/hp", "trantib", PASSWORD)
    clerk = Thumb(desk_page)
    make_a_code(desk_page, clerk)
    kit.shot(desk_page, "kecamatan-baru-01-kode")
    told = desk_page.locator("[aria-label^='Kode QR berisi']").first.get_attribute("aria-label")
    slip = re.search(r"(http\S+)/hp/(#kode=\S+)", told or "")
    assert slip is not None and slip[1] == server.url

    with phone(browser, tmp_path / "hp", server.url) as hp:
        page = hp.open(slip[2])
        official = Thumb(page)
        kit.sees(page, "Mulai", patience=START)
        page.wait_for_timeout(1000)
        official.tap("Mulai")
        kit.sees(page, "HP ini akan dipakai melapor untuk Desa Contoh 7")
        kit.shot(page, "kecamatan-baru-02-hp")
        official.tap("Ya, benar")
        kit.sees(page, "Lapor kegiatan")
        drafted = draft_a_patrol(page)
        official.tap("Kirim laporan")
        kit.sees(desk_page, "HP dan kode")
        kit.open_page(desk_page, server.url + "/laporan")
        kit.sees(desk_page, PLACE, patience=START)
        kit.shot(desk_page, "kecamatan-baru-03-diterima")
        assert halong.juais(desk_page.content()) == []
        assert hp.elsewhere == []

    kit.open_page(desk_page, server.url)
    for village in ("Contoh 1", "Contoh 7", "Contoh 12"):
        kit.sees(desk_page, village)
    kit.shot(desk_page, "kecamatan-baru-04-papan")
    assert halong.juais(desk_page.content()) == []
    assert clerk.taps + CHOSEN + official.taps + drafted <= MOST_TAPS
    assert len(commands) == 2, "no other was needed"


def _noted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which commands are run from now on."""
    commands, run = list[str](), kit.sinar

    def sinar(*words: str, stdin: str = "") -> str:
        commands.append(" ".join(words[:2]))
        return run(*words, stdin=stdin)

    monkeypatch.setattr(kit, "sinar", sinar)
    return commands
