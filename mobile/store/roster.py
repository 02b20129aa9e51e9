"""The village's roster on the phone: its members in one TinyDB, half-written forms in another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mobile.domain.member import Member
from mobile.store.damage import DamageList
from mobile.store.disk import Disk, guarded
from mobile.store.durable import Database
from mobile.store.kept import Kept
from mobile.store.slots import Slots
from shared.codec import decode
from shared.satlinmas import Anggota


@dataclass(frozen=True)
class _Members:
    members: dict[str, Member] = field(default_factory=dict[str, Member])


@dataclass(frozen=True)
class _Drafts:
    drafts: dict[str, Anggota] = field(default_factory=dict[str, Anggota])


class FileRoster:
    """The real `RosterStore`."""

    def __init__(
        self, root: Path, disk: Disk | None = None, damages: DamageList | None = None
    ) -> None:
        disk, damages = disk or Disk(), damages or DamageList()
        with guarded("anggota"):
            disk.make_folder(root)

        def database(name: str) -> Database:
            return Database(Slots(disk, root, name, damages), name)

        self._members = Kept(database("anggota"), "anggota", _members, damages)
        self._drafts = Kept(database("anggota-draf"), "anggota-draf", _drafts, damages)

    def read_all(self) -> None:
        """Read everything now, so that later nobody waits for the disk."""
        self._members.get()
        self._drafts.get()

    def members(self) -> list[Member]:
        """All of them, by name."""
        found = self._members.get() or _Members()
        return sorted(found.members.values(), key=lambda m: (m.shown.nama.casefold(), m.id))

    def get(self, ident: str) -> Member | None:
        return (self._members.get() or _Members()).members.get(ident)

    def update(self, ident: str, change: Callable[[Member | None], Member]) -> Member:
        def changed(found: _Members | None) -> _Members:
            members = (found or _Members()).members
            return _Members({**members, ident: change(members.get(ident))})

        return self._members.change(changed).members[ident]

    def drafts(self) -> dict[str, Anggota]:
        return dict((self._drafts.get() or _Drafts()).drafts)

    def put_draft(self, draft: Anggota) -> None:
        self._drafts.change(lambda found: _Drafts({**(found or _Drafts()).drafts, draft.id: draft}))

    def drop_draft(self, ident: str) -> None:
        def without(found: _Drafts | None) -> _Drafts:
            drafts = dict((found or _Drafts()).drafts)
            drafts.pop(ident, None)
            return replace(found or _Drafts(), drafts=drafts)

        if ident in self.drafts():
            self._drafts.change(without)


def _members(found: dict[str, Any]) -> _Members:
    return _Members({i: decode(Member, one) for i, one in found.get("members", {}).items()})


def _drafts(found: dict[str, Any]) -> _Drafts:
    return _Drafts({i: decode(Anggota, one) for i, one in found.get("drafts", {}).items()})
