"""What the use-cases keep, and where: reports, roster, deeds, and what this phone is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from mobile.domain.deed import Deed
from mobile.domain.member import Member
from mobile.domain.record import Record
from shared.laporan import Pelapor
from shared.satlinmas import Anggota


class StoreError(Exception):
    """Something was not written. What was stored is whole: tell the person, keep the screen."""


class DiskFull(StoreError):
    """No space left. The draft stays on the screen: ask for space, then save again."""


@dataclass(frozen=True)
class Damage:
    """A stored file that could not be read: what was set aside, and whether a copy stood in.

    ``newer``: it is whole, but written by a newer app; it stays untouched where it lies.
    """

    file: str
    recovered: bool
    at: str
    newer: bool = False


@dataclass(frozen=True)
class Identity:
    """Who this phone reports for; written once at activation."""

    server: str
    device_id: str
    pelapor: Pelapor
    desa_kode: str
    desa_nama: str
    kecamatan_kode: str = ""
    kecamatan_nama: str = ""
    activated_at: str = ""


READ = "_dibaca"
"""Beside a message in the inbox: the version of it that somebody has read on this phone."""


@dataclass(frozen=True)
class SyncState:
    """What sync must remember between two starts.

    ``clock_offset_s`` is the phone's clock minus the server's: positive when the phone is fast.
    ``confirmed``: a person has said "Ya, benar" to who this phone is; until then it sends nothing.
    ``inbox`` keeps what came from the kecamatan and is not part of a report, by ``kind/id``.
    """

    cursor: int | None = None
    send_list: bool = False
    last_contact: str | None = None
    clock_offset_s: float | None = None
    read_marks: tuple[str, ...] = ()
    token_refused: bool = False
    confirmed: bool = True
    settings: dict[str, Any] = field(default_factory=dict)
    inbox: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Preferences:
    """How the app looks, and what it has said once already."""

    look: str | None = None
    server: str = ""
    hints_shown: tuple[str, ...] = ()


@dataclass(frozen=True)
class Memory:
    """What the village's reports teach the form: newest first, most used first."""

    jenis_count: dict[str, int] = field(default_factory=dict)
    tempat: tuple[str, ...] = ()
    nama: tuple[str, ...] = ()
    regu_terakhir: tuple[str, ...] = ()
    pihak_lain: tuple[str, ...] = ()
    uraian: dict[str, tuple[str, ...]] = field(default_factory=dict)
    hasil: tuple[str, ...] = ()
    jam: dict[str, tuple[str, str]] = field(default_factory=dict)


class LaporanStore(Protocol):
    """The phone's reports: open ones singly, those at rest by month."""

    def get(self, ident: str) -> Record | None: ...

    def put(self, record: Record, *, settle: bool = True) -> None:
        """Durable when it returns; raises StoreError, and then nothing has changed.

        Settled, it lies on disk twice and the loss of any one file costs nothing; a keystroke
        does without, and is settled a moment later.
        """
        ...

    def update(
        self, ident: str, change: Callable[[Record], Record], *, settle: bool = True
    ) -> Record | None:
        """Read, change and write as one step; None when there is no such report."""
        ...

    def settle(self, ident: str) -> None:
        """Write the report's last state a second time, where that has not been done yet."""
        ...

    def update_month(self, month: str, change: Callable[[Record], Record]) -> int:
        """Change all reports at rest of a month in one write, where they stay; how many changed."""
        ...

    def delete(self, ident: str) -> None: ...

    def drop_if(self, ident: str, gone: Callable[[Record], bool]) -> bool:
        """Look at an open report and delete it in one step; False: it stays."""
        ...

    def open_records(self) -> list[Record]:
        """Drafts and whatever is not at rest, newest change first."""
        ...

    def months(self) -> list[str]:
        """Months that hold reports at rest, newest first."""
        ...

    def history(self, month: str) -> list[Record]:
        """Reports at rest of one month, newest first."""
        ...

    def received(self) -> list[tuple[str, int]]:
        """(id, versi) of all that this phone believes received."""
        ...

    def photos_in_use(self) -> set[str]:
        """The hashes of all photos that any stored version names."""
        ...

    def damages(self) -> list[Damage]: ...


class StateStore(Protocol):
    """Small things, each kept whole under a name."""

    def identity(self) -> Identity | None: ...
    def set_identity(self, identity: Identity) -> None: ...
    def sync_state(self) -> SyncState: ...
    def update_sync(self, change: Callable[[SyncState], SyncState]) -> SyncState: ...
    def preferences(self) -> Preferences: ...
    def set_preferences(self, preferences: Preferences) -> None: ...
    def memory(self) -> Memory: ...
    def set_memory(self, memory: Memory) -> None: ...
    def damages(self) -> list[Damage]: ...


class RosterStore(Protocol):
    """The village's members, and forms that are half written; durable when a call returns."""

    def members(self) -> list[Member]:
        """All of them, by name."""
        ...

    def get(self, ident: str) -> Member | None: ...

    def update(self, ident: str, change: Callable[[Member | None], Member]) -> Member:
        """Read, change and write as one step; raises StoreError, and then nothing has changed."""
        ...

    def drafts(self) -> dict[str, Anggota]: ...
    def put_draft(self, draft: Anggota) -> None: ...
    def drop_draft(self, ident: str) -> None: ...


class DeedStore(Protocol):
    """What the village did besides reporting and the kecamatan does not have yet; durable."""

    def all(self) -> list[Deed]:
        """In the order they were done."""
        ...

    def put(self, deed: Deed) -> None: ...

    def update(self, ident: str, change: Callable[[Deed], Deed | None]) -> None:
        """Read, change and write as one step; None lets it go. Quiet when there is no such deed."""
        ...
