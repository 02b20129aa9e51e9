"""The same in other engines than Chromium, where the machine has them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from server.hp import teks as hp
from server.laporan import teks as laporan
from tests.browser import in_firefox, kit, qr_seen, webkit
from tests.browser.office_app import packed
from tests.browser.staff_world import NAME, PASSWORD, make_kecamatan
from tests.browser.test_journey import received

FIREFOX = Path(os.environ.get("FIREFOX", "/usr/bin/firefox-esr"))


DESK_IN_FIREFOX = ("test_desk_journey.py", "test_while_somebody_types.py")
"""What ``make test`` runs in Firefox too; ``make test-firefox`` runs all that can."""


def _firefox(test: Callable[..., None]) -> Callable[..., None]:
    """Skipped, with the reason, where something is missing."""
    for path, what in ((FIREFOX, "Firefox"), (in_firefox.DRIVER, "Python that drives Firefox")):
        test = pytest.mark.skipif(not path.exists(), reason=f"no {what}: {path}")(test)
    return test


@_firefox
def test_the_desk_is_worked_at_in_firefox(tmp_path: Path) -> None:
    files = [str(Path(__file__).with_name(name)) for name in DESK_IN_FIREFOX]
    args, env = in_firefox.command(f"--basetemp={tmp_path / 'firefox'}", *files)
    done = subprocess.run(
        args, env=env, cwd=kit.ROOT, capture_output=True, text=True, check=False, timeout=900
    )
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.mark.skipif(not webkit.is_here(), reason="no WebKitGTK with its driver and a screen")
def test_in_webkit_the_desk_opens_and_its_qr_is_painted(tmp_path: Path) -> None:
    juai = make_kecamatan(tmp_path, days=2)
    juai.start()
    try:
        with webkit.opened(tmp_path / "profile") as page:
            _code_in_webkit(page, juai.url)
    finally:
        juai.program.stop()


def _code_in_webkit(page: webkit.WebKit, url: str) -> None:
    page.go(f"{url}/laporan")
    page.run(
        "document.querySelector('[name=nama]').value = arguments[0];"
        "document.querySelector('[name=sandi]').value = arguments[1];"
        "document.querySelector('button').click();", NAME, PASSWORD,
    )  # fmt: skip
    page.semantics_on()
    page.sees(laporan.DAFTAR_SUB)
    page.go(f"{url}/hp?buat=63-11-01-2013")
    page.semantics_on()
    page.type(hp.HK_NAMA, "Ida")
    page.tap(hp.HK_BUAT_KODE)
    said = hp.HK_QR.format(isi="")
    words = page.sees(said, webkit.PICTURE)["words"].removeprefix(said)

    def is_painted() -> bool:  # the page may still settle: it is looked for each time
        return qr_seen.shows(page.picture(page.sees(said, webkit.PICTURE)), words)

    kit.eventually(is_painted, "the QR is painted", 60)


@_firefox
def test_in_firefox_a_report_survives_a_kill_and_is_sent_when_the_server_is_back(
    tmp_path: Path,
) -> None:
    packed()
    done = subprocess.run(
        [in_firefox.DRIVER, "-m", "tests.browser.firefox_journey", str(tmp_path), kit.SINAR],
        cwd=kit.ROOT, capture_output=True, text=True, check=False, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    [report] = received(tmp_path / "kecamatan")
    assert report["tempat"] == "Poskamling RT 02"
    assert len(report["foto"]) == 1
