"""The same journey in another engine than Chromium, where the machine has one."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.browser import kit
from tests.browser.office_app import packed
from tests.browser.test_journey import received

DRIVER = Path(os.environ.get("FIREFOX_PYTHON", kit.ROOT / ".venv-firefox" / "bin" / "python"))
FIREFOX = Path(os.environ.get("FIREFOX", "/usr/bin/firefox-esr"))


@pytest.mark.skipif(not FIREFOX.exists(), reason=f"no Firefox: {FIREFOX}")
@pytest.mark.skipif(not DRIVER.exists(), reason=f"no Python that drives Firefox: {DRIVER}")
def test_in_firefox_a_report_survives_a_kill_and_is_sent_when_the_server_is_back(
    tmp_path: Path,
) -> None:
    packed()
    done = subprocess.run(
        [DRIVER, "-m", "tests.browser.firefox_journey", str(tmp_path), kit.SINAR],
        cwd=kit.ROOT, capture_output=True, text=True, check=False, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    [report] = received(tmp_path / "kecamatan")
    assert report["tempat"] == "Poskamling RT 02"
    assert len(report["foto"]) == 1
