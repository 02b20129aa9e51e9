"""The village's deeds that the kecamatan does not have yet, in one TinyDB."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mobile.domain.deed import Deed
from mobile.store.damage import DamageList
from mobile.store.disk import Disk, guarded
from mobile.store.durable import Database
from mobile.store.kept import Kept
from mobile.store.slots import Slots
from shared.codec import decode

NAME = "tindakan"


@dataclass(frozen=True)
class _Deeds:
    deeds: dict[str, Deed] = field(default_factory=dict[str, Deed])


class FileDeeds:
    """The real `DeedStore`."""

    def __init__(
        self, root: Path, disk: Disk | None = None, damages: DamageList | None = None
    ) -> None:
        disk, damages = disk or Disk(), damages or DamageList()
        with guarded(NAME):
            disk.make_folder(root)
        self._kept = Kept(Database(Slots(disk, root, NAME, damages), NAME), NAME, _deeds, damages)

    def read_all(self) -> None:
        """Read everything now, so that later nobody waits for the disk."""
        self._kept.get()

    def all(self) -> list[Deed]:
        return list((self._kept.get() or _Deeds()).deeds.values())

    def put(self, deed: Deed) -> None:
        self._kept.change(lambda found: _Deeds({**(found or _Deeds()).deeds, deed.id: deed}))

    def update(self, ident: str, change: Callable[[Deed], Deed | None]) -> None:
        def changed(found: _Deeds | None) -> _Deeds:
            deeds = dict((found or _Deeds()).deeds)
            after = change(deeds[ident]) if ident in deeds else None
            if after is None:
                deeds.pop(ident, None)
            else:
                deeds[ident] = after
            return _Deeds(deeds)

        self._kept.change(changed)


def _deeds(found: dict[str, Any]) -> _Deeds:
    return _Deeds({ident: decode(Deed, one) for ident, one in found.get("deeds", {}).items()})
