"""The house does not say where it was built, and carries no secret and no private name."""

from __future__ import annotations

import re

from tests.house.rooms import ROOT, kept_files, short

TEXT = {".py", ".md", ".toml", ".txt", ".html", ".css", ".js", ".json", ".ini", ".mako", ""}

TRACES = re.compile(
    r"/wor[k]/|pyp[i]\.org|pythonhoste[d]|npmj[s]|registr[y]\.|deb\.debia[n]|index-ur[l]|extra-inde[x]"
    r"|BEGIN [A-Z ]*PRIVATE KEY|\b08\d{8,11}\b"
)
"""Paths of a workplace, package registries, keys, telephone numbers."""


def test_no_file_names_a_registry_a_workplace_or_a_telephone() -> None:
    found = [
        f"{short(path)}: {match.group()}"
        for path in kept_files()
        if path.suffix in TEXT and path != ROOT / "tests" / "house" / "test_no_traces.py"
        for match in TRACES.finditer(path.read_text(errors="replace"))
    ]

    assert not found


def test_only_small_files_are_kept() -> None:
    large = [short(path) for path in kept_files() if path.stat().st_size > 900_000]

    assert not large
