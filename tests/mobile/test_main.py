"""The phone app as a program: where it writes, and what it says when it cannot start."""

from __future__ import annotations

import errno
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mobile import bootstrap, main
from mobile.device.certificates import sweep_certificates
from mobile.ports import DiskFull
from mobile.store.claim import claim

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def own_log() -> Iterator[None]:
    """Handlers that a test adds are taken away again."""
    names = ("sinar", "mobile", "flet", "asyncio")
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
    for name in ("sinar.phone", "flet", "asyncio"):
        logging.getLogger(name).error("kabel putus di %s", name)
    written = (tmp_path / "catatan.log").read_text()
    for name in ("sinar.phone", "flet", "asyncio"):
        assert f"kabel putus di {name}" in written


def test_certificates_that_an_older_android_left_behind_are_swept(tmp_path: Path) -> None:
    (tmp_path / "tmpab12cd34cacert.pem").write_text("left")
    (tmp_path / "diri.a.json").write_text("kept")
    sweep_certificates(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["diri.a.json"]


def test_a_full_phone_gets_to_the_sentence_that_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(Path, "mkdir", full)
    main._prepare(tmp_path / "data")
    with pytest.raises(DiskFull):
        bootstrap.build(tmp_path / "data")


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
