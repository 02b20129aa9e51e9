"""Where the house rules look: the root, the rooms, and every module in them."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def pyproject() -> dict[str, Any]:
    """The settings of the whole house."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def modules(*rooms: str) -> list[Path]:
    """Every Python file of these rooms, which may be single files too."""
    found: list[Path] = []
    for room in rooms:
        place = ROOT / room
        found += [place] if place.is_file() else sorted(place.rglob("*.py"))
    return found


def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(), filename=str(path))


def imported(module: ast.Module) -> Iterator[str]:
    """The full name of everything that a file imports, wherever in it."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def short(path: Path) -> str:
    """The path as people write it."""
    return path.relative_to(ROOT).as_posix()


def kept_files() -> list[Path]:
    """Every file in git and every new one that git does not ignore."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    paths = (ROOT / name for name in listing.split("\0") if name)
    return sorted(path for path in paths if path.is_file())
