"""What a start loads: nothing that only a later act needs, and nothing begins by being imported."""

from __future__ import annotations

import subprocess
import sys

from mobile import app
from mobile.screens import later
from tests.house.rooms import ROOT

SERVER = """
import sys, tempfile
from pathlib import Path
from server.cli import main
from server.shell import app, serving
from server.core.config import Settings
app.create_app(Settings(Path("nowhere")))
print(*sys.modules)
"""
LATER = {"alembic", "docx", "fpdf", "segno", "xlrd", "xlsxwriter", "zxcvbn", "flet_map", "httpx"}
"""Papers, sheets, pictures of codes, migrations: loaded by who asks for them."""

PHONE = "import sys, mobile.opening; print(*sys.modules)"
AT_A_PHOTO = {"PIL", "flet_camera", "cryptography", "fpdf"}


def loaded_by(code: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_the_server_starts_without_what_only_papers_need() -> None:
    assert not loaded_by(SERVER) & LATER


def test_importing_the_phones_entry_starts_nothing() -> None:
    assert loaded_by("import sys, main; print('done')") == {"done"}


def test_the_phone_starts_with_beranda_alone() -> None:
    loaded = loaded_by(PHONE)
    screens = {name for name in loaded if name.startswith("mobile.screens.")}

    assert not loaded & AT_A_PHOTO
    assert [name for name in screens if name.endswith(".screen")] == [
        "mobile.screens.beranda.screen"
    ]
    assert len(screens) < 40


def test_every_screen_that_is_named_stands_there() -> None:
    assert app.screens()
    assert len({later.component(where) for where in later.named()}) == len(later.named())
