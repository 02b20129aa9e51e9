"""The small things that the phone remembers, each a TinyDB of its own with one document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from mobile.ports import Damage, Identity, Memory, Preferences, SyncState
from mobile.store.damage import DamageList
from mobile.store.disk import Disk, guarded, sweep_temps
from mobile.store.durable import Database
from mobile.store.kept import Kept
from mobile.store.slots import Slots
from mobile.usecases.chips import memory_of
from shared.codec import decode

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

        def kept(name: str, read: Callable[[dict[str, Any]], T]) -> Kept[T]:
            slots = Slots(disk, root, name, self._damages)
            return Kept(Database(slots, name), name, read, self._damages)

        self._identity = kept("diri", _plain(Identity))
        self._sync = kept("sinkron", _plain(SyncState))
        self._preferences = kept("pilihan", _plain(Preferences))
        self._memory = kept("ingatan", memory_of)

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


def _plain(cls: type[T]) -> Callable[[dict[str, Any]], T]:
    return lambda found: decode(cls, found)
