"""Where files lie that are made once: ``build`` in a checkout, else inside the package."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
ROOT = HERE.parent
MADE = ROOT / "build" if (ROOT / "pyproject.toml").is_file() else HERE / "made"
