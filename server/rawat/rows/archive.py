"""The backup file: a tar of the database copy and the photos, and a list of them at its end.

The list comes last, so that a file that was cut off anywhere has none and is known as damaged.

ArchiveError
├── DamagedArchiveError  not all that was written is there unchanged
└── NewerArchiveError    made by a newer version
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import tarfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from server.core.db.addresses import FILE
from server.core.db.replacing import DUMP
from server.core.files.disk import sync_folder

FORMAT = 2
"""2: with the approved papers."""
LIST = "isi.json"
DATABASES = (FILE, DUMP)
"""One of them lies in every backup."""
MOST_LIST_BYTES = 256 * 1024 * 1024

NAMED_BY_HASH = r"foto/[0-9.]{1,13}/[0-9a-f]{64}\.jpg\Z|kertas/[0-9a-f]{64}\.pdf\Z"
"""Photos and approved papers."""

_NAME = re.compile(rf"sinar\.(db|pgdump)\Z|isi\.json\Z|{NAMED_BY_HASH}", re.ASCII)


class ArchiveError(Exception):
    """Nothing was put back."""


class DamagedArchiveError(ArchiveError):
    """Take another backup file."""


class NewerArchiveError(ArchiveError):
    """Install the version that made it."""


class ArchiveWriter:
    """Adds files and remembers what each must be."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self._sums: dict[str, str] = {}

    def add(self, name: str, source: Path) -> str:
        """Add a file and return its SHA-256."""
        with source.open("rb") as file:
            content = _Hashing(file)
            self._tar.addfile(_member(name, os.fstat(file.fileno()).st_size), content)
        self._sums[name] = content.sum
        return content.sum

    def finish(self, about: dict[str, Any]) -> None:
        """Write the list."""
        whole = {"format": FORMAT, **about, "berkas": self._sums}
        data = json.dumps(whole).encode()
        self._tar.addfile(_member(LIST, len(data)), io.BytesIO(data))


@contextmanager
def writing(target: Path) -> Generator[ArchiveWriter]:
    """A new backup file; it appears under its name only when it is whole and on the disk."""
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            with tarfile.open(fileobj=file, mode="w|", format=tarfile.PAX_FORMAT) as tar:
                yield ArchiveWriter(tar)
            file.flush()
            os.fsync(file.fileno())
        draft.rename(target)
        sync_folder(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def unpack(source: Path, folder: Path) -> dict[str, Any]:
    """Unpack into an empty folder, each file checked and on the disk; the list's own facts."""
    found: dict[str, str] = {}
    told: dict[str, Any] | None = None
    try:
        with tarfile.open(source, "r:") as tar:
            for member in tar:
                if told is not None or not member.isreg() or not _NAME.match(member.name):
                    raise DamagedArchiveError
                content = tar.extractfile(member)
                if content is None or member.name in found:
                    raise DamagedArchiveError
                if member.name == LIST:
                    told = read_list(content)
                else:
                    found[member.name] = write_synced(content, folder / member.name)
    except (tarfile.TarError, ValueError, EOFError) as error:
        raise DamagedArchiveError from error
    if told is None or told["berkas"] != found or not set(DATABASES) & set(found):
        raise DamagedArchiveError
    return told


def read_list(content: IO[bytes]) -> dict[str, Any]:
    """The list of a backup; raises ArchiveError, or ValueError when it is no JSON."""
    told = json.loads(content.read(MOST_LIST_BYTES))
    if not isinstance(told, dict) or not isinstance(told.get("format"), int):
        raise DamagedArchiveError
    if told["format"] > FORMAT:
        raise NewerArchiveError
    if not isinstance(told.get("berkas"), dict):
        raise DamagedArchiveError
    return told


def write_synced(content: IO[bytes], target: Path) -> str:
    """Write a new file, on the disk when it returns; its SHA-256."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    sums = hashlib.sha256()
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        while block := content.read(1 << 20):
            sums.update(block)
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    return sums.hexdigest()


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    return member


class _Hashing(io.RawIOBase):
    """Reads on, and sums up what was read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._sums = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        block = self._file.read(size)
        self._sums.update(block)
        return block

    @property
    def sum(self) -> str:
        return self._sums.hexdigest()
