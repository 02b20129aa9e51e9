"""Set-up, as people start it: twice at once, and again after it was cut off."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.house.rooms import ROOT

TOOLS = ("bash", "cat", "dirname", "env", "flock", "grep", "mktemp", "rm", "sed", "sleep", "tail")


@pytest.fixture
def setup(tmp_path: Path) -> list[str]:
    """The command, in a folder with few programs and, unless one is put there, no Python."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "setup", tmp_path / ".ci" / "setup")
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        if found is None:
            pytest.skip(f"{name} lacks")
        (tools / name).symlink_to(found)
    return [str(tools / "bash"), str(tmp_path / ".ci" / "setup")]


def _python(folder: Path, script: str) -> None:
    file = folder / "tools" / "python3"
    file.write_text(script)
    file.chmod(0o755)


def _started(folder: Path, command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command, cwd=folder, env={"PATH": str(folder / "tools"), "TMPDIR": str(folder)},
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_one_that_is_started_beside_another_waits_for_it(tmp_path: Path, setup: list[str]):
    handle = os.open(tmp_path / ".ci", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with _started(tmp_path, setup) as second:
        assert second.stderr is not None
        assert "Another setup is at work" in second.stderr.readline()
        time.sleep(0.3)
        assert second.poll() is None
        os.close(handle)
        assert "Python 3.11 or newer is needed" in second.stderr.read()


@pytest.mark.parametrize("cut", [True, False], ids=["cut off", "whole"])
def test_what_a_cut_one_has_left_is_made_anew(tmp_path: Path, setup: list[str], cut: bool):
    """A package that is half there would end every later one in a trace of pip's."""
    script = '#!/bin/sh\necho "$@" >>asked\n[ "$1" = -c ] || [ "$1" = --version ]\n'
    _python(tmp_path, script)
    bin_ = tmp_path / ".venv" / "bin"
    bin_.mkdir(parents=True)
    for name in ("pip", "python"):
        shutil.copy(tmp_path / "tools" / "python3", bin_ / name)
    if cut:
        (tmp_path / ".venv" / ".installing").touch()
    with _started(tmp_path, setup) as run:
        run.communicate()
    assert ("-m venv --clear .venv" in (tmp_path / "asked").read_text()) is cut
