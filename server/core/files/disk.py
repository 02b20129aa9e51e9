"""Files and names that survive a power cut, and a full disk called by its own name."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Generator
from pathlib import Path

from server.core.files.object_store import StorageFullError

_FULL = (errno.ENOSPC, errno.EDQUOT)


def sync_folder(folder: Path) -> None:
    """Make names that were added or changed in ``folder`` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """With its parents, each of them still there after a power cut."""
    if not folder.exists():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_all(handle: int, offset: int, data: bytes | bytearray) -> None:
    """All of ``data`` into an open file, from ``offset`` on."""
    left = memoryview(data)
    while left:
        written = os.pwrite(handle, left, offset)
        offset, left = offset + written, left[written:]


def write_draft(path: Path, data: bytes) -> Path:
    """All of ``data`` on the disk beside ``path``; rename it there, or throw it away."""
    make_folder(path.parent)
    # A name of its own: two may make the same file at once.
    draft = path.with_suffix(f".{os.urandom(4).hex()}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def place(path: Path, data: bytes) -> None:
    """A file that is there whole or not at all."""
    draft = write_draft(path, data)
    try:
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """It is gone, also after a power cut; also when there was none."""
    path.unlink(missing_ok=True)
    if path.parent.exists():
        sync_folder(path.parent)


def size_of(path: Path | str) -> int | None:
    """In bytes; None where there is no such file."""
    try:
        return os.stat(path).st_size  # noqa: PTH116 - asked at each step of each photo
    except FileNotFoundError:
        return None


@contextlib.contextmanager
def telling_when_full() -> Generator[None]:
    """Give a full disk its own name."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFullError from error
        raise
