"""A backup folder: one pool of photos and papers for all runs; each run its database and its list.

``foto/<desa>/<sha256>.jpg`` and ``kertas/<sha256>.pdf`` are shared, so a run copies only what is
new. The list of a run (``cadangan-…/isi.json``) comes last: a run that was cut off has none and
counts for nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from server.core.files.disk import sync_folder
from server.core.files.photo_files import PhotoKey
from server.rawat.rows.archive import (
    DATABASES,
    FORMAT,
    LIST,
    MOST_LIST_BYTES,
    NAMED_BY_HASH,
    DamagedArchiveError,
    read_list,
    write_synced,
)

RUN = "cadangan-"

_RUN = re.compile(r"cadangan-\d{8}-\d{6}\Z", re.ASCII)
_POOLED = re.compile(NAMED_BY_HASH, re.ASCII)


class RunWriter:
    """One run on its way; it counts from `finish` on."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / name
        self.copied = 0
        self._folder = folder
        self._sums: dict[str, str] = {}

    def add_database(self, copy: Path) -> None:
        """Take the database copy in; it is moved."""
        target = self.path / copy.name
        copy.chmod(0o600)
        with copy.open("rb") as file:
            self._sums[copy.name] = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        copy.rename(target)

    def add_photo(self, key: PhotoKey, source: Path) -> None:
        """Copy a photo into the pool unless it lies there; its name is its hash."""
        if self._take(f"foto/{key.desa}/{key.sha256}.jpg", key.sha256, source):
            self.copied += 1

    def has_photo(self, key: PhotoKey) -> bool:
        """Whether an earlier run has brought the photo; then it belongs to this one, too."""
        name = f"foto/{key.desa}/{key.sha256}.jpg"
        there = (self._folder / name).exists()
        if there:
            self._sums[name] = key.sha256
        return there

    def add_paper(self, sha256: str, source: Path) -> None:
        """The same with an approved paper."""
        self._take(f"kertas/{sha256}.pdf", sha256, source)

    def _take(self, name: str, sha256: str, source: Path) -> bool:
        """Whether it had to be copied."""
        target = self._folder / name
        self._sums[name] = sha256
        if not target.exists() or target.stat().st_size != source.stat().st_size:
            draft = target.with_suffix(".baru")
            draft.unlink(missing_ok=True)
            with source.open("rb") as file:
                write_synced(file, draft)
            draft.rename(target)
            sync_folder(target.parent)
            return True
        return False

    def finish(self, about: dict[str, Any]) -> None:
        """Write the list: from now on this run counts."""
        draft = self.path / f"{LIST}.baru"
        with draft.open("w") as file:
            json.dump({"format": FORMAT, **about, "berkas": self._sums}, file)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o600)
        draft.rename(self.path / LIST)
        sync_folder(self.path)


@contextmanager
def writing(folder: Path, name: str) -> Generator[RunWriter]:
    """A new run; nothing is left of one that fails, but the photos in the pool serve the next."""
    for cut_off in list(_unfinished(folder)):
        shutil.rmtree(cut_off)
    run = RunWriter(folder, name)
    try:
        run.path.mkdir(mode=0o700)
        sync_folder(folder)
        yield run
    except BaseException:
        shutil.rmtree(run.path, ignore_errors=True)
        raise


def runs(folder: Path) -> list[Path]:
    """The runs that were finished, oldest first."""
    found = [path for path in folder.iterdir() if _RUN.match(path.name)]
    return sorted(path for path in found if (path / LIST).is_file())


def run_of(path: Path) -> Path | None:
    """The run that is meant: the folder of one, or the newest of a backup folder."""
    if (path / LIST).is_file():
        return path
    found = runs(path)
    return found[-1] if found else None


def unpack(run: Path, folder: Path) -> dict[str, Any]:
    """Copy a run into an empty folder, each file checked and on the disk; the list's own facts."""
    try:
        with (run / LIST).open("rb") as file:
            told = read_list(file)
    except ValueError as error:
        raise DamagedArchiveError from error
    sums: dict[str, str] = told["berkas"]
    if not set(DATABASES) & set(sums):
        raise DamagedArchiveError
    for name, expected in sums.items():
        source = run / name if name in DATABASES else run.parent / name
        if name not in DATABASES and not _POOLED.match(name):
            raise DamagedArchiveError
        try:
            with source.open("rb") as file:
                found = write_synced(file, folder / name)
        except FileNotFoundError as error:
            raise DamagedArchiveError from error
        if found != expected:
            raise DamagedArchiveError
    return told


def prune(folder: Path, keep: int) -> tuple[int, int]:
    """Let all but the newest runs go, and the photos that no run names: how many of each."""
    found = runs(folder)
    gone = found[: max(0, len(found) - keep)] if keep else []
    for run in gone:
        # The list first: what a power cut leaves of it counts for nothing.
        (run / LIST).unlink()
        shutil.rmtree(run)
    dropped = 0
    if gone:
        named = {name for run in runs(folder) for name in _names(run)}
        for path in (*folder.glob("foto/*/*"), *folder.glob("kertas/*")):
            if path.relative_to(folder).as_posix() not in named:
                path.unlink()
                dropped += 1
    return len(gone), dropped


def _unfinished(folder: Path) -> Iterator[Path]:
    """Runs that were cut off."""
    for path in folder.iterdir():
        if _RUN.match(path.name) and not (path / LIST).exists():
            yield path


def _names(run: Path) -> set[str]:
    with (run / LIST).open("rb") as file:
        return set(json.loads(file.read(MOST_LIST_BYTES))["berkas"])
