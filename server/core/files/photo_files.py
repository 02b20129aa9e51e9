"""The photos on the server's disk: ``<desa>/<sha256>.jpg``, and ``.part`` while one is arriving.

The size of the ``.part`` is the whole state of an upload; there is no side file to disagree with
it. Everything here blocks, so it is called from a thread.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import math
import os
import re
import time
from collections import OrderedDict
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from server.core.files import jpeg

_FULL = (errno.ENOSPC, errno.EDQUOT)
MARK = ".sinar-foto"
"""The file by which the folder is known: see `photo_mark`."""
LOOK_EVERY_S = 1.0
MOST_READY = 10_000
"""Parts of photos to come that are remembered."""
_NAME = re.compile(r"([0-9a-f]{64})\.(part|jpg)\Z")


class PhotoFileError(Exception):
    """A photo could not be kept; a `jpeg.JpegError` says the same of its content."""


class WrongBytesError(PhotoFileError):
    """The bytes are not the photo that was announced; they are thrown away, send it again."""


class StorageFullError(PhotoFileError):
    """No room on the disk; what has arrived so far is kept, try again later."""


class WrongFolderError(PhotoFileError):
    """The folder is not the one that the photos were put into: nothing is done there."""


class PhotoKey(NamedTuple):
    """A photo is known within its desa only: a leaked hash opens nothing elsewhere."""

    desa: str
    sha256: str


class Part(NamedTuple):
    """An upload that has not ended."""

    key: PhotoKey
    size: int
    changed: float


Stamp = tuple[int, int]
"""A file's number, and when it was last changed in nanoseconds."""


class PhotoFiles:
    """All photo files under one folder, and the cache of small pictures under another."""

    def __init__(self, folder: Path, small_folder: Path, mark: str = "") -> None:
        self._folder = folder
        self._small_folder = small_folder
        self._mark = mark
        self._looked_at = -math.inf
        self._ready: OrderedDict[PhotoKey, Stamp] = OrderedDict()

    @property
    def is_ours(self) -> bool:
        """Whether the folder carries its mark: asked again each second, a disk may come and go."""
        if not self._mark:
            return True
        if time.monotonic() - self._looked_at > LOOK_EVERY_S:
            try:
                found = (self._folder / MARK).read_text()
            except OSError:
                return False
            if found != self._mark:
                return False
            self._looked_at = time.monotonic()
        return True

    def require(self) -> None:
        """WrongFolderError unless the folder is ours."""
        if not self.is_ours:
            raise WrongFolderError(str(self._folder))

    def path(self, key: PhotoKey) -> Path:
        """Where the whole photo lies, or would lie."""
        return self._folder / key.desa / f"{key.sha256}.jpg"

    def whole_size(self, key: PhotoKey) -> int | None:
        """The size of a photo that is whole; None while it is not."""
        self.require()
        return _size(f"{self._folder}/{key.desa}/{key.sha256}.jpg")

    def part_size(self, key: PhotoKey) -> int | None:
        """How many bytes of an unfinished photo are here; None when none was begun."""
        self.require()
        return _size(f"{self._folder}/{key.desa}/{key.sha256}.part")

    def append(self, key: PhotoKey, offset: int, data: bytes | bytearray) -> int:
        """Write ``data`` from ``offset`` on and return where it ends; begins the file if needed."""
        self.require()
        path = self._part(key)
        with telling_when_full():
            make_folder(path.parent)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                _write_all(handle, offset, data)
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
        """Empty parts for photos that are to come, with durable names; what is there stays.

        Which ones are ready is known to this process alone, and only while nobody has touched
        them: to others, and after a restart, they are parts like any other.
        """
        self.require()
        made: dict[PhotoKey, Stamp] = {}
        with telling_when_full():
            for key in keys:
                path = self._part(key)
                make_folder(path.parent)
                with contextlib.suppress(FileExistsError):
                    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                    made[key] = _stamp(handle)
                    os.close(handle)
            for desa in {key.desa for key in made}:
                sync_folder(self._folder / desa)
        self._ready.update(made)
        while len(self._ready) > MOST_READY:
            self._ready.popitem(last=False)

    def take_whole(self, key: PhotoKey, data: bytes) -> None:
        """The photo at once, of one that has no part with bytes yet: `append` and `finish`.

        Where its part was ready nobody waits for the new name: a power cut leaves the photo, or a
        part that has all its bytes, which is looked at when the server starts.
        """
        self.require()
        path = self._part(key)
        try:
            _check(key, data)
        except (WrongBytesError, jpeg.JpegError):
            self.drop(key)
            raise
        with telling_when_full():
            make_folder(path.parent)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                was_ready = self._ready.pop(key, None) == _stamp(handle)
                _write_all(handle, 0, data)
                os.fdatasync(handle)
            finally:
                os.close(handle)
            path.rename(self.path(key))
            if not was_ready:
                sync_folder(path.parent)

    def finish(self, key: PhotoKey) -> None:
        """Make the part the photo: durable, the announced bytes, a JPEG; else throw it away."""
        path = self._part(key)
        with telling_when_full():
            with path.open("r+b", buffering=0) as file:
                os.fsync(file.fileno())
                content = file.read()
            try:
                _check(key, content)
            except (WrongBytesError, jpeg.JpegError):
                self.drop(key)
                raise
            path.rename(self.path(key))
            sync_folder(path.parent)

    def put(self, key: PhotoKey, data: bytes) -> None:
        """Keep a photo that came whole by another way than an upload; the checks are the same."""
        self.require()
        _check(key, data)
        path = self.path(key)
        with telling_when_full():
            _place(path, data)
            sync_folder(path.parent)

    def drop(self, key: PhotoKey) -> None:
        """Throw an unfinished photo away."""
        path = self._part(key)
        path.unlink(missing_ok=True)
        if path.parent.exists():
            sync_folder(path.parent)

    def forget(self, key: PhotoKey) -> None:
        """Throw a whole photo away, with its small picture."""
        self.require()
        for path in (self.path(key), self._small_folder / key.desa / f"{key.sha256}.jpg"):
            path.unlink(missing_ok=True)
            if path.parent.exists():
                sync_folder(path.parent)

    def parts(self) -> Iterator[Part]:
        """Every unfinished photo."""
        for key, path in self._named("part"):
            with contextlib.suppress(FileNotFoundError):  # it became whole, or was dropped
                found = path.stat()
                yield Part(key, found.st_size, found.st_mtime)

    def wholes(self) -> Iterator[tuple[PhotoKey, Path]]:
        """Every whole photo."""
        return self._named("jpg")

    def small(self, key: PhotoKey) -> Path | None:
        """The small picture of a whole photo, made at the first asking.

        Where none can be made (a full disk, a photo that was altered) the photo itself stands in.
        """
        self.require()
        source, target = self.path(key), self._small_folder / key.desa / f"{key.sha256}.jpg"
        if target.exists():
            return target if source.exists() else None
        if not source.exists():
            return None
        try:
            with telling_when_full():
                _place(target, jpeg.small(source.read_bytes()))
        except (StorageFullError, jpeg.JpegError):
            return source
        return target

    def _part(self, key: PhotoKey) -> Path:
        return self._folder / key.desa / f"{key.sha256}.part"

    def _named(self, suffix: str) -> Iterator[tuple[PhotoKey, Path]]:
        self.require()
        if not self._folder.exists():
            return
        for folder in sorted(self._folder.iterdir()):
            for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                match = _NAME.match(path.name)
                if match and match[2] == suffix:
                    yield PhotoKey(folder.name, match[1]), path


def _stamp(handle: int) -> Stamp:
    found = os.fstat(handle)
    return found.st_ino, found.st_ctime_ns


def sync_folder(folder: Path) -> None:
    """Make names that were added or changed in ``folder`` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check(key: PhotoKey, data: bytes) -> None:
    if hashlib.sha256(data).hexdigest() != key.sha256:
        raise WrongBytesError
    jpeg.check(data)


def _place(path: Path, data: bytes) -> None:
    """A file that is there whole or not at all."""
    make_folder(path.parent)
    # A name of its own: two may make the same picture at once.
    draft = path.with_suffix(f".{os.urandom(4).hex()}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)


def _size(path: str) -> int | None:
    try:
        return os.stat(path).st_size  # noqa: PTH116 - asked at each step of each photo
    except FileNotFoundError:
        return None


def make_folder(folder: Path) -> None:
    """With its parents, each of them still there after a power cut."""
    if not folder.exists():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def _write_all(handle: int, offset: int, data: bytes | bytearray) -> None:
    left = memoryview(data)
    while left:
        written = os.pwrite(handle, left, offset)
        offset, left = offset + written, left[written:]


@contextlib.contextmanager
def telling_when_full() -> Generator[None]:
    """Give a full disk its own name."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFullError from error
        raise
