"""The photos: ``<desa>/<sha256>.jpg`` in a store, and ``.part`` in a folder while one is arriving.

The size of the ``.part`` is the whole state of an upload; there is no side file to disagree with
it. A part that is complete goes to the store; until that has it, it stays and is tried again.
Where the store is a folder, both lie in it. Everything here blocks, so it is called from a thread.
"""

from __future__ import annotations

import contextlib
import math
import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from server.core.files import jpeg
from server.core.files.disk import (
    make_folder,
    place,
    remove,
    size_of,
    sync_folder,
    telling_when_full,
    write_all,
    write_draft,
)
from server.core.files.folder_store import FolderStore
from server.core.files.object_store import (
    Expected,
    ObjectStore,
    StorageAwayError,
    StorageFullError,
    WrongBytesError,
    WrongFolderError,
)
from server.core.files.photo_key import PhotoKey as PhotoKey
from server.core.files.photo_key import check, name_of
from server.core.files.ready_parts import ReadyParts

LOOK_EVERY_S = 1.0
_NAME = re.compile(r"([^/]+)/([0-9a-f]{64})\.jpg\Z")
_PART = re.compile(r"([0-9a-f]{64})\.part\Z")


class Part(NamedTuple):
    """An upload that has not ended."""

    key: PhotoKey
    size: int
    changed: float


class PhotoFiles:
    """All photos of a store, those that are arriving, and a cache of small pictures."""

    def __init__(
        self, folder: Path, small_folder: Path, mark: str = "", store: ObjectStore | None = None
    ) -> None:
        self._folder = folder
        self._small_folder = small_folder
        self._mark = mark
        self._store = store or FolderStore(folder)
        self._looked_at = -math.inf
        self._ready = ReadyParts()

    @property
    def place(self) -> str:
        """Where they lie, as people are told of it."""
        return self._store.place

    @property
    def is_near(self) -> bool:
        """Whether looking for a photo keeps nobody waiting."""
        return self._store.is_near

    @property
    def is_ours(self) -> bool:
        """Whether the store is there and carries its mark."""
        try:
            self.require()
        except (WrongFolderError, StorageAwayError):
            return False
        return True

    def require(self) -> None:
        """WrongFolderError unless the store is ours: asked again each second, a disk may go."""
        if self._mark and time.monotonic() - self._looked_at > LOOK_EVERY_S:
            if self._store.mark() != self._mark:
                raise WrongFolderError(self.place)
            self._looked_at = time.monotonic()

    def path(self, key: PhotoKey) -> Path:
        """Where the photo lies on this machine once `file` has been asked for it."""
        return self._store.path(name_of(key))

    def where(self, key: PhotoKey) -> str:
        """Where the photo lies, or would lie, as people are told of it."""
        return f"{self.place}/{name_of(key)}"

    def whole_size(self, key: PhotoKey, announced: int | None = None) -> int | None:
        """The size of a photo that is whole; None while it is not.

        On another machine it is not, where it has another size than was ``announced``.
        """
        self.require()
        size = self._store.size(name_of(key))
        return size if self.is_near or announced in (None, size) else None

    def is_lost(self, key: PhotoKey, announced: int) -> bool:
        """Whether it is gone beyond doubt: the store carries its mark even after that was seen."""
        if self.whole_size(key, announced) is not None:
            return False
        self._looked_at = -math.inf
        self.require()
        return True

    def file(self, key: PhotoKey) -> Path | None:
        """The whole photo as a local file, to be read at once; None while there is none."""
        self.require()
        return self._store.file(name_of(key))

    def part_size(self, key: PhotoKey) -> int | None:
        """How many bytes of an unfinished photo are here; None when none was begun."""
        self._require_parts()
        return size_of(f"{self._folder}/{key.desa}/{key.sha256}.part")

    def append(self, key: PhotoKey, offset: int, data: bytes | bytearray) -> int:
        """Write ``data`` from ``offset`` on and return where it ends; begins the file if needed."""
        self._require_parts()
        path = self._part(key)
        with telling_when_full():
            make_folder(path.parent)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                write_all(handle, offset, data)
            finally:
                os.close(handle)
        return offset + len(data)

    def keep(self, key: PhotoKey) -> None:
        """Make what has arrived survive a power cut."""
        with telling_when_full(), self._part(key).open("r+b") as file:
            os.fsync(file.fileno())
        sync_folder(self._part(key).parent)

    def cut(self, key: PhotoKey, size: int) -> None:
        """Back to ``size`` bytes, when more came than was announced."""
        if (self.part_size(key) or 0) > size:
            os.truncate(self._part(key), size)

    def make_ready(self, keys: Sequence[PhotoKey]) -> None:
        """Empty parts for photos that are to come, with durable names; what is there stays."""
        self._require_parts()
        with telling_when_full():
            self._ready.make([*map(self._part, keys)])

    def take_whole(self, key: PhotoKey, data: bytes) -> None:
        """The photo at once, of one that has no part with bytes yet: `append` and `finish`.

        Where its part was ready nobody waits for the new name: a power cut leaves the photo, or a
        part that has all its bytes, which is looked at when the server starts.
        """
        self.require()
        path = self._part(key)
        try:
            check(key, data)
        except (WrongBytesError, jpeg.JpegError):
            self.drop(key)
            raise
        with telling_when_full():
            make_folder(path.parent)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                was_ready = self._ready.take(path, handle)
                write_all(handle, 0, data)
                os.fdatasync(handle)
            finally:
                os.close(handle)
            self._store.take(name_of(key), path, wait=not was_ready)

    def finish(self, key: PhotoKey) -> None:
        """Make the part the photo: durable, the announced bytes, a JPEG; else throw it away.

        With StorageAwayError it stays, complete: ask again.
        """
        path = self._part(key)
        with telling_when_full():
            with path.open("r+b", buffering=0) as file:
                os.fsync(file.fileno())
                content = file.read()
            try:
                check(key, content)
            except (WrongBytesError, jpeg.JpegError):
                self.drop(key)
                raise
            self._store.take(name_of(key), path)

    def put(self, key: PhotoKey, data: bytes) -> None:
        """Keep a photo that came whole by another way than an upload; the checks are the same."""
        self.require()
        check(key, data)
        with telling_when_full():
            draft = write_draft(self._part(key), data)
            try:
                self._store.take(name_of(key), draft)
            finally:
                draft.unlink(missing_ok=True)

    def drop(self, key: PhotoKey) -> None:
        """Throw an unfinished photo away."""
        remove(self._part(key))

    def forget(self, key: PhotoKey) -> None:
        """Throw a whole photo away, with its small picture."""
        self.require()
        self._store.remove(name_of(key))
        remove(self._small(key))

    def parts(self) -> Iterator[Part]:
        """Every unfinished photo."""
        self._require_parts()
        for path in sorted(self._folder.glob("*/*.part")):
            match = _PART.match(path.name)
            with contextlib.suppress(FileNotFoundError):  # it became whole, or was dropped
                found = path.stat()
                if match:
                    key = PhotoKey(path.parent.name, match[1])
                    yield Part(key, found.st_size, found.st_mtime)

    def wholes(self) -> Iterator[PhotoKey]:
        """Every whole photo."""
        self.require()
        for name, _ in self._store.each():
            match = _NAME.match(name)
            if match:
                yield PhotoKey(match[1], match[2])

    def altered(self, sizes: Mapping[PhotoKey, int]) -> Iterator[tuple[PhotoKey, bool]]:
        """Of photos that should be whole those that are not: with other bytes (True), or gone."""
        self.require()
        named = {name_of(key): key for key in sizes}
        expected = {name: Expected(key.sha256, sizes[key]) for name, key in named.items()}
        yield from ((named[name], there) for name, there in self._store.altered(expected))

    def set_aside(self, key: PhotoKey, target: Path) -> None:
        """Move a photo to a place of this machine that is free."""
        self.require()
        self._store.set_aside(name_of(key), target)

    def try_out(self) -> None:
        """Write, read and remove something in the store; StorageAwayError where it cannot."""
        self.require()
        self._store.try_out()

    def small(self, key: PhotoKey) -> Path | None:
        """The small picture of a whole photo, made at the first asking.

        Where none can be made (a full disk, a photo that was altered) the photo itself stands in.
        """
        target = self._small(key)
        if target.exists():
            return target if self.whole_size(key) is not None else None
        source = self.file(key)
        if source is None:
            return None
        try:
            with telling_when_full():
                place(target, jpeg.small(source.read_bytes()))
        except (StorageFullError, jpeg.JpegError):
            return source
        return target

    def with_copies_in(self, folder: Path) -> PhotoFiles:
        """The same photos; what `file` has to fetch lies in ``folder`` and is the caller's."""
        store = self._store.with_copies_in(folder)
        return PhotoFiles(self._folder, self._small_folder, self._mark, store)

    def _require_parts(self) -> None:
        """Where the store is another machine, what arrives needs it at the end only."""
        if self._store.is_near:
            self.require()

    def _small(self, key: PhotoKey) -> Path:
        return self._small_folder / name_of(key)

    def _part(self, key: PhotoKey) -> Path:
        return self._folder / key.desa / f"{key.sha256}.part"
