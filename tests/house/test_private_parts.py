"""Parts of a package that its makers may change at any time: each is named here, with a bound from
above on its package, so that a newer one is met by these tests first.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.house.rooms import ROOT, pyproject

ROOMS = ("server", "mobile", "shared", ".ci")
PRIVATE = {
    # The scale at the door, the places of windows; what a body and a stuck answer belong to.
    ("uvicorn", "server/http/header_timeout.py"): "uvicorn.protocols",
    ("uvicorn", "server/http/late_body.py"): "__self__",
    ("uvicorn", "server/http/connection_limits.py"): "__self__",
    # To know when it listens.
    ("uvicorn", "server/shell/serving.py"): "def startup",
    ("uvicorn", "mobile/served/serving.py"): "def startup",
    # A control is found again by the component that drew it.
    ("flet", "server/desk/widgets/anchors.py"): "flet.components.component",
    # A rule below the letterhead, cells that do not break.
    ("python-docx", "server/core/papers/draft_docx.py"): "._p",
    # The wheel asks for the versions of the lock.
    ("setuptools", ".ci/packing.py"): "pyprojecttoml.load_file",
}
DOCUMENTED = {
    "cryptography.hazmat", "docx.enum", "fastapi.openapi", "sqlalchemy.ext", "sqlalchemy.sql",
    "logging.handlers", "docx.oxml",
}  # fmt: skip
"""Deeper imports that the packages' own pages describe."""


def sources() -> Iterator[Path]:
    for room in ROOMS:
        yield from (ROOT / room).rglob("*.py")


def named(package: str) -> Iterator[Requirement]:
    project = pyproject()["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    for line in (line for one in lists for line in one):
        if Requirement(line).name == package:
            yield Requirement(line)


@pytest.mark.parametrize(("package", "file"), PRIVATE)
def test_a_private_part_is_used_and_its_package_is_held_from_above(package: str, file: str) -> None:
    assert PRIVATE[package, file] in (ROOT / file).read_text(), "it is used no more"
    found = list(named(package))
    assert found
    for one in found:
        assert any(part.operator in ("==", "<", "<=", "~=") for part in one.specifier), str(one)


def test_what_begins_with_an_underscore_is_named_here() -> None:
    words = ["check", "--isolated", "--select", "SLF001", "--output-format", "json", *ROOMS]
    ruff = Path(sys.executable).with_name("ruff")
    done = subprocess.run([ruff, *words], cwd=ROOT, capture_output=True, text=True)
    files = {Path(one["filename"]).relative_to(ROOT).as_posix() for one in json.loads(done.stdout)}
    assert files <= {file for _, file in PRIVATE}


def test_what_is_imported_from_deep_within_a_package_is_documented_or_named_here() -> None:
    strange = {
        (path.relative_to(ROOT).as_posix(), module)
        for path in sources()
        for module in _deep(path)
        if ".".join(module.split(".")[:2]) not in DOCUMENTED
    }
    known = {(file, part) for (_, file), part in PRIVATE.items()}
    assert [
        one for one in strange if not any(one[0] == f and one[1].startswith(p) for f, p in known)
    ] == []


def _deep(path: Path) -> Iterator[str]:
    """Modules of other makers, three levels down or with an underscore."""
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.ImportFrom | ast.Import):
            continue
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else [
            alias.name for alias in node.names
        ]  # fmt: skip
        for module in modules:
            parts = module.split(".")
            private = any(part.startswith("_") and not part.startswith("__") for part in parts)
            if parts[0] not in ("server", "mobile", "shared") and (len(parts) > 2 or private):
                yield module


def test_self_of_a_bound_method_is_looked_into_where_it_is_named_here() -> None:
    found = {p.relative_to(ROOT).as_posix() for p in sources() if '"__self__"' in p.read_text()}
    assert found == {file for (_, file), part in PRIVATE.items() if part == "__self__"}
