"""Two slots for one store: a write replaces the older one, so the generation before stays.

A damaged slot is set aside and the other stands in; `settle` puts the same content into both, so
that then the loss of any one file costs nothing.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mobile.ports import StoreError
from mobile.store import migrations
from mobile.store.damage import MARK, DamageList, set_aside
from mobile.store.disk import Disk, discard, guarded, place
from mobile.store.sealed import Broken, Data, Sealed, payload_of, seal, unseal

SLOTS = ("a", "b")


class NewerApp(StoreError):
    """Written by a newer app: leave it as it is and ask for the newer app."""


class Slots:
    """One store on disk. Not thread-safe: its owner holds a lock."""

    def __init__(self, disk: Disk, root: Path, store: str, damages: DamageList) -> None:
        self._disk = disk
        self._store = store
        self._base = root / store
        self._damages = damages
        self._held: dict[str, Sealed] | None = None
        self._current: Sealed | None = None
        self._first: Data | None = None
        self._newer = False

    # Reading ---------------------------------------------------------------------------------

    def read(self) -> Data | None:
        """The newest whole generation, brought to today's shape; None where there is none.

        Raises NewerApp, or StoreError when the disk does not let us look.
        """
        self._load()
        if self._newer:
            raise NewerApp(self._store)
        data, self._first = self._first, None
        return data or (self._current.data() if self._current else None)

    def _load(self) -> None:
        if self._held is not None:
            return
        held, broken = self._look()
        self._newer = any(s.version > migrations.VERSION for s in held.values())
        if self._newer:
            self._damages.add(self._store, recovered=False, newer=True)
        else:
            self._take_newest(held, broken)
        for slot in broken:
            set_aside(self._disk, self._path(slot))
            self._damages.add(self._store, recovered=self._current is not None)
        if not held and not broken and self._was_lost():
            self._damages.add(self._store, recovered=False)
        self._held = held

    def _take_newest(self, held: dict[str, Sealed], broken: list[str]) -> None:
        """The newest generation that can be read becomes the current one."""
        while held:
            slot = max(held, key=lambda s: held[s].generation)
            newest = held[slot]
            try:
                data = newest.data()
            except Broken:
                del held[slot]
                broken.append(slot)
                continue
            if newest.version < migrations.VERSION:
                data = migrations.migrate(self._store, data, newest.version)
                newest = replace(newest, version=migrations.VERSION, payload=payload_of(data))
            self._current, self._first = newest, data
            return

    def _look(self) -> tuple[dict[str, Sealed], list[str]]:
        held: dict[str, Sealed] = {}
        broken: list[str] = []
        with guarded(self._store):
            for slot in SLOTS:
                try:
                    held[slot] = unseal(self._disk.read(self._path(slot)), self._store)
                except FileNotFoundError:
                    continue
                except Broken:
                    broken.append(slot)
        return held, broken

    def _was_lost(self) -> bool:
        """Whether an earlier start had to set both slots aside, and nothing came in their place."""
        return bool(self._set_aside())

    def _set_aside(self) -> list[Path]:
        folder, start = self._base.parent, f"{self._base.name}."
        names = self._disk.names(folder)
        return [folder / name for name in names if name.startswith(start) and MARK in name]

    # Writing ---------------------------------------------------------------------------------

    def write(self, data: Data) -> None:
        """Durable when it returns. Raises StoreError, and then nothing has changed."""
        self._load()
        if self._newer:
            raise NewerApp(self._store)
        held = self._held or {}
        generation = max((s.generation for s in held.values()), default=0) + 1
        sealed = Sealed(self._store, migrations.VERSION, generation, payload_of(data))
        self._place(self._older(), sealed)
        self._current, self._first = sealed, None

    def settle(self) -> None:
        """Put the current content into both slots. Raises StoreError; nothing is lost then."""
        self._load()
        if self._newer or self._current is None:
            return
        held = self._held or {}
        for slot in SLOTS:
            known = held.get(slot)
            if known is None or known.generation != self._current.generation:
                self._place(slot, self._current)

    def remove(self) -> None:
        """Delete the store, its older slot first, so that no former generation comes back."""
        self._load()
        if self._newer:
            raise NewerApp(self._store)
        oldest_first = sorted(SLOTS, key=self._age)
        with guarded(self._store):
            for slot in oldest_first:
                self._disk.remove(self._path(slot))
                if self._held:
                    self._held.pop(slot, None)
            for path in self._set_aside():
                self._disk.remove(path)
            self._disk.sync_folder(self._base.parent)
        self._current = self._first = None

    def _place(self, slot: str, sealed: Sealed) -> None:
        path = self._path(slot)
        with guarded(self._store):
            self._disk.make_folder(path.parent)
            place(self._disk, path, seal(sealed))
            try:
                self._disk.sync_folder(path.parent)
            except OSError:  # not confirmed, so it must not come back after a restart
                discard(self._disk, path)
                if self._held:
                    self._held.pop(slot, None)
                raise
        if self._held is not None:
            self._held[slot] = sealed

    def _older(self) -> str:
        return min(SLOTS, key=self._age)

    def _age(self, slot: str) -> int:
        held = self._held or {}
        return held[slot].generation if slot in held else 0

    def _path(self, slot: str) -> Path:
        return self._base.with_name(f"{self._base.name}.{slot}.json")


def store_names(disk: Disk, folder: Path) -> list[str]:
    """The stores that have files in a folder, also those of which only damage is left."""
    names = {
        name.split(f".{slot}.json")[0]
        for name in disk.names(folder)
        for slot in SLOTS
        if f".{slot}.json" in name
    }
    return sorted(names)
