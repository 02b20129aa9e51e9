"""``make bench``: every figure of the page beside it, in one table, each part in a fresh process.

``python -m tests.bench photos store`` measures only those parts. What takes long, or
much of the disk, is measured only where it is named (`LONG`).
"""

from __future__ import annotations

import importlib
import json
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PARTS = tuple(sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_")))
LONG = frozenset({"million", "workers"})
WIDTH = 66


def main() -> int:
    """Print the table; 1 when a part could not be measured."""
    if sys.argv[1:2] == ["--part"]:
        part = importlib.import_module(f"tests.bench.{sys.argv[2]}")
        print(json.dumps(part.figures()))
        return 0
    wanted = sys.argv[1:] or [part for part in PARTS if part not in LONG]
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}")
    return max([_measured(part) for part in wanted], default=0)


def _measured(part: str) -> int:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--part", part],
        cwd=HERE.parents[1], capture_output=True, text=True, check=False,
    )  # fmt: skip
    print(f"\n{part}")
    if done.returncode:
        print(f"  not measured:\n{done.stderr[-2000:]}")
        return 1
    for what, figure in json.loads(done.stdout.splitlines()[-1]):
        print(f"  {what:{WIDTH}} {figure}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
