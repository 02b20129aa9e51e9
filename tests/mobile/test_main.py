"""The phone app as a program: where it writes, and what it says when it cannot start."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mobile import main
from mobile.store.claim import claim

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def own_log() -> Iterator[None]:
    """Handlers that a test adds are taken away again."""
    names = ("sinar", "mobile")
    before = {name: list(logging.getLogger(name).handlers) for name in names}
    yield
    for name in names:
        for handler in set(logging.getLogger(name).handlers) - set(before[name]):
            logging.getLogger(name).removeHandler(handler)
            handler.close()


def test_a_folder_that_is_in_use_is_refused_in_plain_words(tmp_path: Path) -> None:
    claim(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "mobile.main", "--data", str(tmp_path), "--port", "1"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "SINAR LINMAS tidak bisa dibuka dari folder ini" in done.stderr


def test_what_goes_wrong_is_written_beside_the_reports(tmp_path: Path, own_log: None) -> None:
    main._log_into(tmp_path)
    logging.getLogger("sinar.phone").error("kabel putus")
    assert "kabel putus" in (tmp_path / "catatan.log").read_text()


def test_words_that_the_system_adds_are_left_alone() -> None:
    told = main._arguments(["--data", "hp", "--unknown", "x", "main.pyc"])
    assert told.data == Path("hp")
    assert told.port == main.PORT


def test_importing_the_app_needs_none_of_the_servers_packages() -> None:
    code = (
        "import sys, mobile.main; "
        "bad = {'fastapi', 'uvicorn', 'sqlalchemy', 'flet_web', 'server'} & set(sys.modules); "
        "sys.exit(str(bad) if bad else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
