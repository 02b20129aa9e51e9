"""`make mutants`: plants each fault in a copy of the house and demands that a named test finds it.

``python -m tests.faults.mutants [WORD]`` takes only the faults that have the word in their name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.faults.planted import MUTANTS, Mutant

ROOT = Path(__file__).parents[2]
ROOMS = ("main.py", "pyproject.toml", "mobile", "server", "shared", "tests", "assets", "build")
TESTS_FAILED = 1
"""What pytest ends with when a test failed; anything else found no fault, or could not look."""


class NotThereError(AssertionError):
    """The text does not stand exactly once in its file: bring the mutant up to date."""


@dataclass(frozen=True)
class Verdict:
    """What became of one fault."""

    mutant: Mutant
    caught: bool
    by: str
    seconds: float


def planted(mutant: Mutant, root: Path = ROOT) -> str:
    """The file with the fault in it; raises NotThereError."""
    whole = (root / mutant.file).read_text()
    if whole.count(mutant.text) != 1:
        raise NotThereError(f"{mutant.what}: {whole.count(mutant.text)} times in {mutant.file}")
    return whole.replace(mutant.text, mutant.instead)


def copy_of_the_house(place: Path) -> None:
    """What the tests need; what is large is only pointed to."""
    for name in ROOMS:
        source = ROOT / name
        if name in ("assets", "build"):
            if source.exists():
                (place / name).symlink_to(source)
        elif source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "bench")
            shutil.copytree(source, place / name, ignore=ignored)
        else:
            shutil.copy(source, place / name)


def tried(mutant: Mutant, place: Path) -> Verdict:
    """Plant it, run its tests, take it out again."""
    file, began = place / mutant.file, time.monotonic()
    before = file.read_text()
    file.write_text(planted(mutant, place))
    try:
        words = ["-q", "-x", "--no-header", "-p", "no:cacheprovider", *mutant.tests]
        run = subprocess.run(
            [sys.executable, "-m", "pytest", *words],
            cwd=place, capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
    finally:
        file.write_text(before)
    failed = [line for line in run.stdout.splitlines() if line.startswith("FAILED")]
    caught = run.returncode == TESTS_FAILED and bool(failed)
    by = failed[0].split(" - ")[0].removeprefix("FAILED ") if caught else run.stdout[-200:]
    return Verdict(mutant, caught, by, time.monotonic() - began)


def main(words: list[str]) -> int:
    """0 when every fault was found."""
    chosen = [one for one in MUTANTS if all(word in one.what for word in words)]
    for mutant in chosen:
        planted(mutant)
    verdicts = list[Verdict]()
    with tempfile.TemporaryDirectory(prefix="sinar-") as folder:
        copy_of_the_house(Path(folder))
        for mutant in chosen:
            verdicts.append(tried(mutant, Path(folder)))
            print(line(verdicts[-1]), flush=True)
    missed = [one for one in verdicts if not one.caught]
    print(f"\n{len(verdicts)} planted, {len(verdicts) - len(missed)} caught")
    return 1 if missed or not verdicts else 0


def line(verdict: Verdict) -> str:
    """One line of the table."""
    found = "caught by" if verdict.caught else "NOT CAUGHT"
    return f"| {verdict.mutant.what} | {found} {verdict.by} | {verdict.seconds:.0f} s |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
