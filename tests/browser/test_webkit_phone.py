"""The phone app in WebKitGTK, near what iPhones have: as far as that engine carries it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mobile import teks_hp
from tests.browser import kit, webkit
from tests.browser.office_app import START, packed
from tests.browser.standin import app_with_stand_in

pytestmark = pytest.mark.skipif(not webkit.is_here(), reason="no WebKitGTK with its driver")
Programs = Callable[[kit.Program], kit.Program]
GONE = "return !document.getElementById('shell')"
SHELL = "return document.getElementById('shell').innerText"
SLOWLY = 2 * START
"""Its first start reads Python twice, for what is kept for the next one."""
PHONE = ("--phone", "--size", "412x915")


def test_where_nothing_can_be_stored_a_sentence_says_so(programs: Programs, tmp_path: Path) -> None:
    packed()
    server = programs(kit.server(tmp_path / "kecamatan")).start("/api/v1/health")
    with webkit.opened(tmp_path / "profile") as page:
        page.go(f"{server.url}/hp/")
        kit.eventually(lambda: teks_hp.TANPA_SIMPANAN in page.run(SHELL), "the sentence")


def test_with_files_of_another_kind_a_draft_is_there_again_without_a_server(
    programs: Programs, tmp_path: Path
) -> None:
    app, office = app_with_stand_in(tmp_path / "app"), tmp_path / "kecamatan"
    server = programs(kit.server(office, None, SINAR_HP=str(app))).start("/api/v1/health")
    code = kit.activation_code(office, "63.11.01.2013", "Ida (contoh)", "Kasi Pemerintahan")
    with webkit.opened(tmp_path / "profile", *PHONE) as page:
        page.go(f"{server.url}/hp/#kode={code}")
        kit.eventually(lambda: page.run(GONE), "the app is there", SLOWLY)
        page.semantics_on()
        page.sees("Kosongkan kode")
        page.tap("Mulai")
        page.sees("Ya, benar")
        page.tap("Ya, benar")
        page.sees("Lapor kegiatan")

        server.stop()
        page.tap("Lapor kegiatan")
        page.sees("Patroli / ronda")
        page.tap("Patroli / ronda")
        page.sees("Tersimpan di HP ini,")

        page.go("about:blank")
        page.go(f"{server.url}/hp/")
        kit.eventually(lambda: page.run(GONE), "the app is there again", SLOWLY)
        page.semantics_on()
        page.sees("Lanjutkan laporan tadi")
