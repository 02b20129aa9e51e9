"""The store that is a folder of this machine's disk; what is taken in is moved, not copied."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from server.core.files.disk import make_folder, remove, sha256_of, size_of, sync_folder
from server.core.files.object_store import Expected, Named

MARK = ".sinar-foto"
"""The file by which the folder is known: see `photo_mark`."""


class FolderStore:
    """All objects below ``folder``."""

    is_near = True

    def __init__(self, folder: Path) -> None:
        self.place = str(folder)
        self._folder = folder

    def mark(self) -> str | None:
        try:
            return (self._folder / MARK).read_text()
        except OSError:
            return None

    def set_mark(self, mark: str) -> None:
        make_folder(self._folder)
        draft = self._folder / f"{MARK}.baru"
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(mark)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._folder / MARK)
        sync_folder(self._folder)

    def size(self, name: str) -> int | None:
        return size_of(f"{self.place}/{name}")

    def take(self, name: str, draft: Path, *, wait: bool = True) -> None:
        target = self._folder / name
        try:
            draft.rename(target)
        except FileNotFoundError:  # the first of its village
            make_folder(target.parent)
            draft.rename(target)
        if wait:
            sync_folder(target.parent)

    def path(self, name: str) -> Path:
        return self._folder / name

    def file(self, name: str) -> Path | None:
        path = self._folder / name
        return path if path.exists() else None

    def remove(self, name: str) -> None:
        remove(self._folder / name)

    def set_aside(self, name: str, target: Path) -> None:
        source = self._folder / name
        source.rename(target)
        sync_folder(target.parent)
        sync_folder(source.parent)

    def try_out(self) -> None:
        """A folder that carries its mark is one that could be written to."""

    def each(self) -> Iterator[Named]:
        if not self._folder.exists():
            return
        for folder in sorted(self._folder.iterdir()):
            for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                size = size_of(path)
                if size is not None:  # it was there a moment ago
                    yield Named(f"{folder.name}/{path.name}", size)

    def altered(self, names: Mapping[str, Expected]) -> Iterator[tuple[str, bool]]:
        """Every byte is read."""
        for name, expected in names.items():
            path = self._folder / name
            if not path.exists():
                yield name, False
            elif sha256_of(path) != expected.sha256:
                yield name, True

    def with_copies_in(self, folder: Path) -> FolderStore:  # noqa: ARG002 - there are none
        return self
