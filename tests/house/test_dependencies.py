"""What the house stands on has known bounds, and the audit tells a hole from a missing answer."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import re
import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest

from tests.house.rooms import ROOT, pyproject


def requirements() -> list[str]:
    project = pyproject()["project"]
    return [*project["dependencies"], *(r for e in project["optional-dependencies"].values()
                                        for r in e)]  # fmt: skip


@pytest.mark.parametrize("requirement", requirements())
def test_every_dependency_has_a_bound(requirement: str) -> None:
    assert re.search(r"(==|>=)\s*\d", requirement)


def test_the_tests_run_where_xdist_is_not_installed() -> None:
    without = (
        "import importlib.util as u, sys, pytest; real = u.find_spec;"
        "u.find_spec = lambda name, *more: None if name == 'xdist' else real(name, *more);"
        "code = pytest.main(sys.argv[1:]); assert 'tests.lanes' not in sys.modules; sys.exit(code)"
    )
    words = ["-q", "-p", "no:xdist", "-p", "no:cacheprovider", "tests/house/test_glossary.py"]
    done = subprocess.run(
        [sys.executable, "-c", without, *words], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def audit() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("audit", str(ROOT / ".ci" / "audit"))
    spec = importlib.util.spec_from_loader("audit", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


SOUND: dict[str, Any] = {"name": "a", "version": "1", "vulns": []}
HOLED = {"name": "b", "version": "2", "vulns": [{"id": "CVE-1", "fix_versions": ["2.1"]}]}
UNKNOWN = {"name": "c", "version": "3", "skip_reason": "no answer"}


def test_a_known_hole_fails_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert audit().tell([SOUND, HOLED, UNKNOWN]) == 1
    said = capsys.readouterr()
    assert "b 2 has CVE-1; mended in: 2.1" in said.err
    assert "2 of 3" in said.out


def test_what_nobody_answered_is_said_and_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert audit().tell([UNKNOWN]) == 0
    assert "says nothing about holes" in capsys.readouterr().out
