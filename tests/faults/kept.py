"""What a long run has done so far, so that one that was cut off goes on where it stood.

It is kept for one state of the code only: another line anywhere, and all begins anew.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from tests.faults.harness import Row

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "output" / "faults"
CODE = ("mobile", "server", "shared", "tests")

Slice = tuple[str, int, int]
"""Name of the part, how much of it, its seed."""


class Kept:
    """The slices that are done, a line of JSON each."""

    def __init__(self, folder: Path, code: str) -> None:
        self.path = folder / f"{code[:16]}.jsonl"
        self._done = dict(map(_read, self._lines()))

    def of(self, one: Slice) -> Row | None:
        """What came out of a slice, if it was done."""
        return self._done.get(one)

    def add(self, one: Slice, row: Row) -> None:
        """It is done; also what went wrong in it stays."""
        self._done[one] = row
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps([one, asdict(row)]) + "\n")

    @property
    def count(self) -> int:
        """How many slices are done."""
        return len(self._done)

    def _lines(self) -> list[str]:
        """Whole lines only: the last may have been cut off with the run."""
        text = self.path.read_text(encoding="utf-8") if self.path.exists() else ""
        whole = text[: text.rfind("\n") + 1]
        if whole != text:
            self.path.write_text(whole, encoding="utf-8")
        return whole.splitlines()


def code_hash(root: Path = ROOT) -> str:
    """Of every line that is tried or tries."""
    whole = hashlib.sha256()
    for path in sorted(path for name in CODE for path in (root / name).rglob("*.py")):
        whole.update(path.relative_to(root).as_posix().encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()


def _read(line: str) -> tuple[Slice, Row]:
    (name, count, seed), row = json.loads(line)
    return (name, count, seed), Row(**row)
