"""Files among the photos that belong to nothing: set aside where they can be looked at, or gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from server.core.files.photo_files import PhotoKey

ALTERED, LOOSE = "foto-rusak", "foto-lepas"
"""Beside the photos: those whose bytes have changed, and those that no report names."""

_DRAFT = re.compile(r"[0-9a-f]{64}\.[0-9a-f]{8}\Z")
_SMALL = re.compile(r"[0-9a-f]{64}\.jpg\Z")


def place_for(key: PhotoKey, folder: Path) -> Path:
    """A free place in ``folder``, under its desa; what lies there already is never replaced."""
    target = folder / key.desa / f"{key.sha256}.jpg"
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = 1
    while target.exists():
        number += 1
        target = target.with_name(f"{key.sha256}-{number}.jpg")
    return target


def drafts(photo_folder: Path, before: float) -> Iterator[Path]:
    """Photos that were cut off while they were written whole, and that nobody writes any more."""
    if photo_folder.exists():
        for path in sorted(photo_folder.glob("*/*")):
            if _DRAFT.match(path.name) and path.stat().st_mtime < before:
                yield path


def useless_small(small_folder: Path, wholes: Iterable[PhotoKey]) -> Iterator[Path]:
    """Small pictures whose photo is gone, and half-written ones: they are made again when asked."""
    if not small_folder.exists():
        return
    used = set(wholes)
    for path in sorted(small_folder.glob("*/*")):
        if not _SMALL.match(path.name) or PhotoKey(path.parent.name, path.stem) not in used:
            yield path
