"""Files among the photos that belong to nothing: set aside where they can be looked at, or gone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from server.core.files.disk import sync_folder

ALTERED, LOOSE = "foto-rusak", "foto-lepas"
"""Beside the photos: those whose bytes have changed, and those that no report names."""

_DRAFT = re.compile(r"[0-9a-f]{64}\.[0-9a-f]{8}\Z")
_SMALL = re.compile(r"[0-9a-f]{64}\.jpg\Z")


def set_aside(path: Path, folder: Path) -> Path:
    """Move a photo to ``folder``, under its desa; what lies there already is never replaced."""
    target = folder / path.parent.name / path.name
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = 1
    while target.exists():
        number += 1
        target = target.with_name(f"{path.stem}-{number}{path.suffix}")
    path.rename(target)
    sync_folder(target.parent)
    sync_folder(path.parent)
    return target


def drafts(photo_folder: Path, before: float) -> Iterator[Path]:
    """Photos that were cut off while they were written whole, and that nobody writes any more."""
    if photo_folder.exists():
        for path in sorted(photo_folder.glob("*/*")):
            if _DRAFT.match(path.name) and path.stat().st_mtime < before:
                yield path


def useless_small(small_folder: Path, photo_folder: Path) -> Iterator[Path]:
    """Small pictures whose photo is gone, and half-written ones: they are made again when asked."""
    if not small_folder.exists():
        return
    for path in sorted(small_folder.glob("*/*")):
        whole = photo_folder / path.parent.name / path.name
        if not _SMALL.match(path.name) or not whole.exists():
            yield path
