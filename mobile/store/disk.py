"""What the store asks of a file system, each one call, so that tests can make any of them fail."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from mobile.ports import DiskFull, StoreError
from mobile.store.claim import NO_ROOM, claim

TEMP = ".baru"
"""What a file is called until it is whole; whatever still bears it after a crash is waste."""


class Disk:
    """The real file system. Methods raise OSError; `guarded` makes that a StoreError."""

    @property
    def harmed(self) -> tuple[str, ...]:
        """Parts of the disk itself in which something was found that can no longer be read."""
        return ()

    def claim(self, root: Path) -> None:
        """Keep all others off what lies there, until this process ends; raises InUse."""
        claim(root)

    def make_folder(self, folder: Path) -> None:
        """With its parents, and so that it is still there after a power cut."""
        if folder.is_dir():
            return
        if folder.parent != folder:
            self.make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        self.sync_folder(folder.parent)

    def names(self, folder: Path) -> list[str]:
        """File names in a folder, sorted; none where it does not exist."""
        try:
            return sorted(path.name for path in folder.iterdir())
        except FileNotFoundError:
            return []

    def read(self, path: Path) -> bytes:
        return path.read_bytes()

    def stamp(self, path: Path) -> tuple[int, int]:
        """When it was last written (ns) and how long it is: enough to see that it is the same."""
        stat = path.stat()
        return stat.st_mtime_ns, stat.st_size

    def create(self, path: Path) -> Any:
        return path.open("wb")

    def write(self, file: BinaryIO, data: bytes) -> None:
        file.write(data)
        file.flush()

    def sync(self, file: BinaryIO) -> None:
        os.fsync(file.fileno())

    def rename(self, old: Path, new: Path) -> None:
        old.replace(new)

    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def place(disk: Disk, path: Path, data: bytes) -> None:
    """Put a whole file at `path`, synced, in place of what was there; the folder is not synced.

    When it fails nothing is at `path` that was not there before. Raises OSError.
    """
    temp = path.with_name(path.name + TEMP)
    try:
        with disk.create(temp) as file:
            disk.write(file, data)
            disk.sync(file)
        disk.rename(temp, path)
    except OSError:
        discard(disk, temp)
        raise


def discard(disk: Disk, path: Path) -> None:
    """Remove what is of no use; if that fails too it lies there until the next start."""
    try:
        disk.remove(path)
    except OSError:
        return


def sweep_temps(disk: Disk, folder: Path) -> None:
    """Remove what an interrupted write left behind."""
    for name in disk.names(folder):
        if name.endswith(TEMP):
            discard(disk, folder / name)


@contextmanager
def guarded(what: str) -> Iterator[None]:
    """Give an OSError the name that use-cases know."""
    try:
        yield
    except OSError as error:
        raise (DiskFull if error.errno in NO_ROOM else StoreError)(what) from error
