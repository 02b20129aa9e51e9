"""A secret key in a file of its own, outside the database: a copy of the one opens nothing."""

from __future__ import annotations

import os
from pathlib import Path

from server.core.files.disk import sync_folder

NAME = "nik.key"


def read(folder: Path) -> bytes | None:
    """The key, or None where there is none yet."""
    try:
        return (folder / NAME).read_bytes()
    except FileNotFoundError:
        return None


def make(folder: Path, key: bytes) -> bytes:
    """Write the first key, readable by its owner only; the one that somebody else made counts."""
    draft = folder / f"{NAME}.{os.getpid()}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, folder / NAME)
    except FileExistsError:
        return (folder / NAME).read_bytes()
    finally:
        draft.unlink()
    sync_folder(folder)
    return key
