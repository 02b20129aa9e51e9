"""Sealed files on disk: one that leaves, and those that are carried for others with their list."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mobile.domain.parcel import Outgoing, Parcel
from mobile.ports import StoreError
from mobile.store.damage import DamageList
from mobile.store.disk import TEMP, Disk, discard, guarded, place, sweep_temps
from mobile.store.durable import Database
from mobile.store.kept import Kept
from mobile.store.slots import Slots
from shared.codec import decode

NAME = "titipan"
OUT, IN = "titipan/keluar", "titipan/masuk"
MOST_LINES = 20
"""So many that were brought, or refused, are remembered."""

_SHA = re.compile(r"[0-9a-f]{64}\Z")


@dataclass(frozen=True)
class _Parcels:
    parcels: dict[str, Parcel] = field(default_factory=dict[str, Parcel])


class FileParcels:
    """The real `ParcelStore`."""

    def __init__(
        self, root: Path, disk: Disk | None = None, damages: DamageList | None = None
    ) -> None:
        self._disk, damages = disk or Disk(), damages or DamageList()
        self._out, self._in = root / OUT, root / IN
        with guarded(NAME):
            for folder in (self._out, self._in):
                self._disk.make_folder(folder)
                sweep_temps(self._disk, folder)
            # Handed on before this start, or never: it can be made again at any time.
            for old in self._disk.names(self._out):
                discard(self._disk, self._out / old)
        slots = Slots(self._disk, root, NAME, damages)
        self._kept = Kept(Database(slots, NAME), NAME, _parcels, damages)

    def read_all(self) -> None:
        """Read everything now, so that later nobody waits for the disk."""
        self._kept.get()

    def write_out(self, name: str, content: Iterable[bytes]) -> Outgoing:
        target, size = self._out / name, 0
        temp = target.with_name(f"{name}{TEMP}")
        with guarded(name):
            for old in self._disk.names(self._out):
                self._disk.remove(self._out / old)
            try:
                with self._disk.create(temp) as file:
                    for part in content:
                        self._disk.write(file, part)
                        size += len(part)
                    self._disk.sync(file)
                self._disk.rename(temp, target)
            except BaseException:
                discard(self._disk, temp)
                raise
            self._disk.sync_folder(self._out)
        return Outgoing(target, size)

    def carried(self) -> list[Parcel]:
        return list((self._kept.get() or _Parcels()).parcels.values())

    def take(self, name: str, data: bytes, at: str) -> Parcel:
        sha256 = hashlib.sha256(data).hexdigest()
        with guarded(sha256):
            place(self._disk, self._path(sha256), data)
            self._disk.sync_folder(self._in)
        parcel = Parcel(sha256, name, len(data), at)
        self._change(lambda all_of_them: {**all_of_them, sha256: parcel})
        return parcel

    def read(self, sha256: str) -> bytes:
        with guarded(sha256):
            return self._disk.read(self._path(sha256))

    def delivered(self, sha256: str, at: str, laporan: int, foto: int) -> None:
        self._end(sha256, lambda p: replace(p, delivered_at=at, laporan=laporan, foto=foto))

    def refused(self, sha256: str, trouble: str) -> None:
        self._end(sha256, lambda p: replace(p, trouble=trouble))

    def let_go(self, sha256: str) -> None:
        self._change(lambda known: {sha: p for sha, p in known.items() if sha != sha256})
        self._drop_file(sha256)

    def _end(self, sha256: str, change: Callable[[Parcel], Parcel]) -> None:
        """The word first: after a crash in between, the file is waste and nothing else."""

        def ended(known: dict[str, Parcel]) -> dict[str, Parcel]:
            changed = {s: change(p) if s == sha256 else p for s, p in known.items()}
            over = [s for s, p in changed.items() if not p.waiting][:-MOST_LINES]
            return {s: p for s, p in changed.items() if s not in over}

        self._change(ended)
        self._drop_file(sha256)

    def _drop_file(self, sha256: str) -> None:
        with guarded(sha256):
            self._disk.remove(self._path(sha256))
            self._disk.sync_folder(self._in)

    def _change(self, change: Callable[[dict[str, Parcel]], dict[str, Parcel]]) -> None:
        self._kept.change(lambda found: _Parcels(change((found or _Parcels()).parcels)))

    def _path(self, sha256: str) -> Path:
        if not _SHA.match(sha256):
            raise StoreError(f"no package can be called {sha256!r}")
        return self._in / f"{sha256}.titip"


def _parcels(found: dict[str, Any]) -> _Parcels:
    return _Parcels({sha: decode(Parcel, one) for sha, one in found.get("parcels", {}).items()})
