"""The list of threats and the tests of the doors are the same: none lacks the other."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.house.rooms import ROOT, modules, short

ROW = re.compile(r"^\| (?P<threat>[^|`]+) \| (?P<tests>`[^|]+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+\.py)::(test_\w+)`")


def threats() -> dict[str, list[tuple[str, str]]]:
    """Each threat of the list with the tests that it names."""
    part = (ROOT / "tests" / "security" / "README.md").read_text()
    return {row["threat"].strip(): NAMED.findall(row["tests"]) for row in ROW.finditer(part)}


def names_in(path: Path) -> set[str]:
    """The names of a file's tests."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, kinds)]
    return {name for name in found if name.startswith("test_")}


def test_every_threat_names_tests_that_there_are() -> None:
    listed = threats()
    assert len(listed) > 20
    assert [threat for threat, tests in listed.items() if not tests] == []
    lacking = [
        f"{path}::{name}"
        for tests in listed.values()
        for path, name in tests
        if not (ROOT / "tests" / path).is_file() or name not in names_in(ROOT / "tests" / path)
    ]
    assert lacking == []


def test_every_test_of_the_doors_stands_in_the_list() -> None:
    listed = {pair for tests in threats().values() for pair in tests}
    missing = [
        f"{file}::{name}"
        for path in modules("tests/security")
        for name in sorted(names_in(path))
        if ((file := short(path).removeprefix("tests/")), name) not in listed
    ]
    assert missing == []
