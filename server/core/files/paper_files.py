"""The frozen PDFs: ``kertas/<sha256>.pdf`` in the data folder, on the disk before anybody hears."""

from __future__ import annotations

import os
from pathlib import Path

from server.core.files.disk import sha256_of, sync_folder

FOLDER = "kertas"


def path(folder: Path, sha256: str) -> Path:
    """Where a frozen paper lies, named like a photo by the hash of its bytes."""
    return folder / f"{sha256}.pdf"


def keep(folder: Path, made: Path) -> str:
    """Take a finished file over, whole and durable; returns its SHA-256."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    sync_folder(folder.parent)
    sha256 = sha256_of(made)
    made.chmod(0o600)
    with made.open("rb") as file:
        os.fsync(file.fileno())
    made.rename(path(folder, sha256))
    sync_folder(folder)
    return sha256


def is_whole(folder: Path, sha256: str) -> bool:
    """Whether the file is there and unchanged."""
    found = path(folder, sha256)
    return found.exists() and sha256_of(found) == sha256
