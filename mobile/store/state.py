"""The small things that the phone remembers, each a TinyDB of its own with one document."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

from mobile.ports import Damage, Identity, Memory, Preferences, StoreError, SyncState
from mobile.store.damage import DamageList
from mobile.store.disk import Disk, guarded, sweep_temps
from mobile.store.durable import Database
from mobile.store.slots import Slots
from shared.codec import decode, encode

T = TypeVar("T")


class FileState:
    """The real `StateStore`; everything is held in memory after the first reading."""

    def __init__(
        self, root: Path, disk: Disk | None = None, damages: DamageList | None = None
    ) -> None:
        disk = disk or Disk()
        self._damages = damages or DamageList()
        with guarded("state"):
            disk.make_folder(root)
            sweep_temps(disk, root)

        def kept(name: str, cls: type[T], read: Callable[[dict[str, Any]], T]) -> _Kept[T]:
            slots = Slots(disk, root, name, self._damages)
            return _Kept(Database(slots, name), name, cls, read, self._damages)

        self._identity = kept("diri", Identity, _plain(Identity))
        self._sync = kept("sinkron", SyncState, _plain(SyncState))
        self._preferences = kept("pilihan", Preferences, _plain(Preferences))
        self._memory = kept("ingatan", Memory, _memory)

    def read_all(self) -> None:
        """Read everything now, so that later nobody waits for the disk."""
        for kept in (self._identity, self._sync, self._preferences, self._memory):
            kept.get()

    def identity(self) -> Identity | None:
        return self._identity.get()

    def set_identity(self, identity: Identity) -> None:
        self._identity.change(lambda _: identity)

    def sync_state(self) -> SyncState:
        return self._sync.get() or SyncState()

    def update_sync(self, change: Callable[[SyncState], SyncState]) -> SyncState:
        return self._sync.change(lambda state: change(state or SyncState()))

    def preferences(self) -> Preferences:
        return self._preferences.get() or Preferences()

    def set_preferences(self, preferences: Preferences) -> None:
        self._preferences.change(lambda _: preferences)

    def memory(self) -> Memory:
        return self._memory.get() or Memory()

    def set_memory(self, memory: Memory) -> None:
        self._memory.change(lambda _: memory)

    def damages(self) -> list[Damage]:
        return self._damages.all()


class _Kept(Generic[T]):
    """One thing under a name, with a lock of its own."""

    def __init__(
        self,
        database: Database,
        name: str,
        cls: type[T],
        read: Callable[[dict[str, Any]], T],
        damages: DamageList,
    ) -> None:
        self._database = database
        self._name = name
        self._cls = cls
        self._read = read
        self._damages = damages
        self._lock = threading.RLock()
        self._loaded = False
        self._value: T | None = None

    def get(self) -> T | None:
        with self._lock:
            if not self._loaded:
                self._value = self._load()
                self._loaded = True
            return self._value

    def change(self, change: Callable[[T | None], T]) -> T:
        with self._lock:
            before = self.get()
            after = change(before)
            if after != before:
                self._database.put_only(encode(after))
                self._value = after
                self._database.settle_if_possible()
            return after

    def _load(self) -> T | None:
        """What cannot be read is as if it had never been written, and named among the damages."""
        try:
            found = self._database.only()
            return self._read(dict(found)) if found else None
        except StoreError:
            self._damages.add(self._name, recovered=False)
        except (TypeError, ValueError, KeyError, AttributeError):
            self._damages.add(self._name, recovered=False)
        return None


def _plain(cls: type[T]) -> Callable[[dict[str, Any]], T]:
    return lambda found: decode(cls, found)


def _memory(found: dict[str, Any]) -> Memory:
    """JSON has no tuples: those inside the two tables are made again."""
    jam = {kode: (hours[0], hours[1]) for kode, hours in found.get("jam", {}).items()}
    uraian = {kode: tuple(rows) for kode, rows in found.get("uraian", {}).items()}
    return decode(Memory, {**found, "jam": jam, "uraian": uraian})
