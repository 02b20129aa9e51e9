"""The house in figures: ``python -m tests.house.figures`` prints them.

Lines are all lines of the Python files; a function's length is from its ``def`` to its last line.
"""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

from tests.house.rooms import modules, short, tree

ROOMS = ("server", "mobile", "shared")
MOST_LINES = 300
TABLES_OF_WORDS = ("teks", "recipes")
"""Files that may be longer: tables of words. A frozen migration is as long as its tables."""


def lines(path: Path) -> int:
    return path.read_text().count("\n")


def functions(path: Path) -> Iterator[int]:
    """The length of every function."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


def too_long() -> list[str]:
    """Files beyond the bound that are no tables of words."""
    return [
        f"{short(path)}: {lines(path)}"
        for path in modules(*ROOMS)
        if lines(path) > MOST_LINES
        and not path.stem.startswith(TABLES_OF_WORDS)
        and "versions" not in path.parts
    ]


def lengths(room: str) -> tuple[float, int]:
    """Of its functions: the median, and what 95 of 100 stay within."""
    found = sorted(length for path in modules(room) for length in functions(path))
    return statistics.median(found), found[int(len(found) * 0.95)]


def main() -> None:
    """One line a room."""
    print(f"{'room':8} {'files':>6} {'lines':>7} {'median':>7} {'p95':>5}   of its functions")
    for room in ROOMS:
        paths = modules(room)
        median, p95 = lengths(room)
        print(f"{room:8} {len(paths):6} {sum(map(lines, paths)):7} {median:7g} {p95:5}")
    print(f"over {MOST_LINES} lines:", *(too_long() or ["none"]), sep="\n  ")


if __name__ == "__main__":
    main()
