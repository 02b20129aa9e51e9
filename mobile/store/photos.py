"""Photo files, named by the SHA-256 of their bytes, each with a small picture beside it."""

from __future__ import annotations

import hashlib
import re
import threading
from pathlib import Path

from mobile.ports import PreparedPhoto, StoredPhoto, StoreError
from mobile.store.disk import Disk, guarded, place, sweep_temps

FOLDER = "foto"
BIG, SMALL = ".jpg", ".kecil.jpg"

_SHA = re.compile(r"[0-9a-f]{64}\Z")


class FilePhotos:
    """The real `PhotoStore`. A file is there whole or not at all; it is never changed."""

    def __init__(self, root: Path, disk: Disk | None = None) -> None:
        self._folder = root / FOLDER
        self._disk = disk or Disk()
        self._checked: dict[str, tuple[tuple[int, int], bool]] = {}
        self._lock = threading.Lock()
        with guarded(FOLDER):
            self._disk.make_folder(self._folder)
            sweep_temps(self._disk, self._folder)

    def keep(self, photo: PreparedPhoto) -> StoredPhoto:
        """Small picture first, so that wherever the big one is, the small one is too."""
        stored = StoredPhoto(
            sha256=photo.sha256,
            size=len(photo.jpeg),
            lebar=photo.lebar,
            tinggi=photo.tinggi,
            diambil=photo.diambil,
            lokasi=photo.lokasi,
        )
        with self._lock, guarded(photo.sha256):
            place(self._disk, self.small_path(photo.sha256), photo.small)
            place(self._disk, self.path(photo.sha256), photo.jpeg)
            self._disk.sync_folder(self._folder)
        return stored

    def path(self, sha256: str) -> Path:
        return self._folder / f"{_checked_name(sha256)}{BIG}"

    def small_path(self, sha256: str) -> Path:
        return self._folder / f"{_checked_name(sha256)}{SMALL}"

    def has(self, sha256: str) -> bool:
        return self._written_at(self.path(sha256)) is not None

    def has_small(self, sha256: str) -> bool:
        return self._written_at(self.small_path(sha256)) is not None

    def age(self, sha256: str, now: float) -> float:
        for path in (self.path(sha256), self.small_path(sha256)):
            written = self._written_at(path)
            if written is not None:
                return now - written
        return 0

    def whole(self, sha256: str) -> bool:
        """Hashed again whenever the file is not the one that was hashed last."""
        path = self.path(sha256)
        try:
            stamp = self._disk.stamp(path)
            seen = self._checked.get(sha256)
            if seen and seen[0] == stamp:
                return seen[1]
            good = hashlib.sha256(self._disk.read(path)).hexdigest() == sha256
        except OSError:
            return False
        self._checked[sha256] = (stamp, good)
        return good

    def read(self, sha256: str) -> bytes:
        with guarded(sha256):
            return self._disk.read(self.path(sha256))

    def read_small(self, sha256: str) -> bytes:
        with guarded(sha256):
            return self._disk.read(self.small_path(sha256))

    def keep_small(self, sha256: str, data: bytes) -> None:
        with self._lock, guarded(sha256):
            place(self._disk, self.small_path(sha256), data)
            self._disk.sync_folder(self._folder)

    def forget(self, sha256: str) -> None:
        with self._lock, guarded(sha256):
            self._disk.remove(self.path(sha256))
            self._disk.remove(self.small_path(sha256))
            self._disk.sync_folder(self._folder)

    def clear_big(self, sha256: str) -> int:
        with self._lock, guarded(sha256):
            path = self.path(sha256)
            try:
                _, size = self._disk.stamp(path)
            except FileNotFoundError:
                return 0
            self._disk.remove(path)
            self._disk.sync_folder(self._folder)
            return size

    def all(self) -> set[str]:
        names = {name.split(".")[0] for name in self._disk.names(self._folder)}
        return {name for name in names if _SHA.match(name)}

    def _written_at(self, path: Path) -> float | None:
        try:
            return self._disk.stamp(path)[0] / 1e9
        except OSError:
            return None


def _checked_name(sha256: str) -> str:
    """A hash from elsewhere must not name a file outside the folder."""
    if not _SHA.match(sha256):
        raise StoreError(f"no photo can be called {sha256!r}")
    return sha256
