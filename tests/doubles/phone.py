"""A phone in memory: every port honest, nothing on disk, nothing of a screen."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from mobile.device.sealing import CryptoSealing
from mobile.domain.deed import Deed
from mobile.domain.member import Member
from mobile.domain.parcel import Outgoing, Parcel, Post
from mobile.domain.record import Record
from mobile.ports import (
    Activation,
    ActivationError,
    Damage,
    DiskFull,
    Fix,
    Identity,
    Memory,
    PhotoFacts,
    Preferences,
    PreparedPhoto,
    StoredPhoto,
    StoreError,
    SyncProgress,
    SyncReason,
    SyncState,
    SyncTrouble,
)
from mobile.usecases.phone import Phone
from shared.clock import FixedClock, month_of, parse_time
from shared.satlinmas import Anggota
from tests import cast


class MemoryLaporan:
    """A `LaporanStore` that forgets with the process. Set `full` to make every write fail."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._lock = threading.RLock()
        self.full = False
        self.writes = 0
        self.settled: set[str] = set()
        self.found_damaged: list[Damage] = []

    def get(self, ident: str) -> Record | None:
        with self._lock:
            return self._records.get(ident)

    def put(self, record: Record, *, settle: bool = True) -> None:
        with self._lock:
            self._may_write()
            self._records[record.id] = record
            self.settled.discard(record.id)
            if settle:
                self.settled.add(record.id)

    def update(
        self, ident: str, change: Callable[[Record], Record], *, settle: bool = True
    ) -> Record | None:
        with self._lock:
            record = self._records.get(ident)
            if record is None:
                return None
            changed = change(record)
            if changed != record:
                self.put(changed, settle=settle)
            return changed

    def update_month(self, month: str, change: Callable[[Record], Record]) -> int:
        with self._lock:
            pairs = [(record, change(record)) for record in self.history(month)]
            changed = [after for before, after in pairs if after != before]
            for record in changed:
                self.put(record)
            return len(changed)

    def settle(self, ident: str) -> None:
        with self._lock:
            if ident in self._records and ident not in self.settled:
                self._may_write()
                self.settled.add(ident)

    def delete(self, ident: str) -> None:
        with self._lock:
            self._may_write()
            self._records.pop(ident, None)

    def drop_if(self, ident: str, gone: Callable[[Record], bool]) -> bool:
        with self._lock:
            record = self._records.get(ident)
            if record is None or record.at_rest or not gone(record):
                return False
            self.delete(ident)
            return True

    def open_records(self) -> list[Record]:
        with self._lock:
            opened = [r for r in self._records.values() if not r.at_rest]
        return sorted(opened, key=changed_at, reverse=True)

    def months(self) -> list[str]:
        return sorted({month_at(r) for r in self._at_rest()}, reverse=True)

    def history(self, month: str) -> list[Record]:
        rows = [r for r in self._at_rest() if month_at(r) == month]
        return sorted(rows, key=lambda r: (r.current.mulai or "", r.finished_at), reverse=True)

    def received(self) -> list[tuple[str, int]]:
        with self._lock:
            return [(r.id, r.delivered) for r in self._records.values() if r.delivered is not None]

    def photos_in_use(self) -> set[str]:
        with self._lock:
            versions = [laporan for r in self._records.values() for laporan in r.versions]
        return {foto.sha256 for laporan in versions for foto in laporan.foto}

    def damages(self) -> list[Damage]:
        return list(self.found_damaged)

    def _at_rest(self) -> list[Record]:
        with self._lock:
            return [r for r in self._records.values() if r.at_rest]

    def _may_write(self) -> None:
        if self.full:
            raise DiskFull("memory")
        self.writes += 1


def changed_at(record: Record) -> str:
    """What "newest change first" goes by."""
    return max(record.saved_at, record.finished_at, record.received_at or "")


def month_at(record: Record) -> str:
    """The month that a report at rest is filed under."""
    laporan = record.current
    if laporan.periode:
        return laporan.periode
    return month_of(parse_time(laporan.mulai or laporan.ditulis))


class MemoryState:
    """A `StateStore` that forgets with the process."""

    def __init__(self, identity: Identity | None = None) -> None:
        self._identity = identity
        self._sync = SyncState()
        self._preferences = Preferences()
        self._memory = Memory()
        self._lock = threading.RLock()
        self.full = False

    def identity(self) -> Identity | None:
        return self._identity

    def set_identity(self, identity: Identity) -> None:
        self._may_write()
        self._identity = identity

    def sync_state(self) -> SyncState:
        return self._sync

    def update_sync(self, change: Callable[[SyncState], SyncState]) -> SyncState:
        with self._lock:
            self._may_write()
            self._sync = change(self._sync)
            return self._sync

    def preferences(self) -> Preferences:
        return self._preferences

    def set_preferences(self, preferences: Preferences) -> None:
        self._may_write()
        self._preferences = preferences

    def memory(self) -> Memory:
        return self._memory

    def set_memory(self, memory: Memory) -> None:
        self._may_write()
        self._memory = memory

    def damages(self) -> list[Damage]:
        return []

    def _may_write(self) -> None:
        if self.full:
            raise DiskFull("memory")


class MemoryRoster:
    """A `RosterStore` that forgets with the process."""

    def __init__(self) -> None:
        self._members: dict[str, Member] = {}
        self._drafts: dict[str, Anggota] = {}
        self._lock = threading.RLock()
        self.full = False

    def members(self) -> list[Member]:
        with self._lock:
            found = list(self._members.values())
        return sorted(found, key=lambda m: (m.shown.nama.casefold(), m.id))

    def get(self, ident: str) -> Member | None:
        return self._members.get(ident)

    def update(self, ident: str, change: Callable[[Member | None], Member]) -> Member:
        with self._lock:
            changed = change(self._members.get(ident))
            self._may_write()
            self._members[ident] = changed
            return changed

    def drafts(self) -> dict[str, Anggota]:
        return dict(self._drafts)

    def put_draft(self, draft: Anggota) -> None:
        self._may_write()
        self._drafts[draft.id] = draft

    def drop_draft(self, ident: str) -> None:
        self._may_write()
        self._drafts.pop(ident, None)

    def _may_write(self) -> None:
        if self.full:
            raise DiskFull("memory")


class MemoryDeeds:
    """A `DeedStore` that forgets with the process."""

    def __init__(self) -> None:
        self._deeds: dict[str, Deed] = {}
        self.full = False

    def all(self) -> list[Deed]:
        return list(self._deeds.values())

    def put(self, deed: Deed) -> None:
        if self.full:
            raise DiskFull("deeds")
        self._deeds[deed.id] = deed

    def update(self, ident: str, change: Callable[[Deed], Deed | None]) -> None:
        after = change(self._deeds[ident]) if ident in self._deeds else None
        if after is None:
            self._deeds.pop(ident, None)
        else:
            self._deeds[ident] = after


class MemoryParcels:
    """A `ParcelStore` that forgets with the process; what leaves lies in a real folder."""

    def __init__(self, folder: Path = Path("/nowhere")) -> None:
        self._folder = folder
        self._parcels: dict[str, Parcel] = {}
        self._data: dict[str, bytes] = {}
        self.full = False

    def write_out(self, name: str, content: Iterable[bytes]) -> Outgoing:
        self._may_write()
        path = self._folder / name
        return Outgoing(path, path.write_bytes(b"".join(content)))

    def carried(self) -> list[Parcel]:
        return list(self._parcels.values())

    def take(self, name: str, data: bytes, at: str) -> Parcel:
        self._may_write()
        parcel = Parcel(hashlib.sha256(data).hexdigest(), name, len(data), at)
        self._parcels[parcel.sha256], self._data[parcel.sha256] = parcel, data
        return parcel

    def read(self, sha256: str) -> bytes:
        try:
            return self._data[sha256]
        except KeyError as error:
            raise StoreError(sha256) from error

    def delivered(self, sha256: str, at: str, laporan: int, foto: int) -> None:
        self._end(sha256, delivered_at=at, laporan=laporan, foto=foto)

    def refused(self, sha256: str, trouble: str) -> None:
        self._end(sha256, trouble=trouble)

    def let_go(self, sha256: str) -> None:
        self._parcels.pop(sha256, None)
        self._data.pop(sha256, None)

    def _end(self, sha256: str, **word: Any) -> None:
        if sha256 in self._parcels:
            self._parcels[sha256] = replace(self._parcels[sha256], **word)
        self._data.pop(sha256, None)

    def _may_write(self) -> None:
        if self.full:
            raise DiskFull("parcels")


class MemoryPhotos:
    """A `PhotoStore` in memory; its paths exist only in name, unless given a real folder."""

    def __init__(self, folder: Path = Path("/nowhere")) -> None:
        self._folder = folder
        self._big: dict[str, bytes] = {}
        self._small: dict[str, bytes] = {}
        self.written: dict[str, float] = {}
        self.full = False

    def keep(self, photo: PreparedPhoto) -> StoredPhoto:
        if self.full:
            raise DiskFull("memory")
        self._big[photo.sha256] = photo.jpeg
        self._small[photo.sha256] = photo.small
        self.written[photo.sha256] = time.time()
        return StoredPhoto(
            photo.sha256, len(photo.jpeg), photo.lebar, photo.tinggi, photo.diambil, photo.lokasi
        )

    def path(self, sha256: str) -> Path:
        return self._folder / f"{sha256}.jpg"

    def small_path(self, sha256: str) -> Path:
        return self._folder / f"{sha256}.kecil.jpg"

    def has(self, sha256: str) -> bool:
        return sha256 in self._big

    def has_small(self, sha256: str) -> bool:
        return sha256 in self._small

    def keep_small(self, sha256: str, data: bytes) -> None:
        if self.full:
            raise DiskFull("memory")
        self._small[sha256] = data
        self.written[sha256] = time.time()

    def age(self, sha256: str, now: float) -> float:
        return now - self.written.get(sha256, now)

    def whole(self, sha256: str) -> bool:
        data = self._big.get(sha256)
        return data is not None and hashlib.sha256(data).hexdigest() == sha256

    def read(self, sha256: str) -> bytes:
        try:
            return self._big[sha256]
        except KeyError as error:
            raise StoreError(sha256) from error

    def read_small(self, sha256: str) -> bytes:
        try:
            return self._small[sha256]
        except KeyError as error:
            raise StoreError(sha256) from error

    def forget(self, sha256: str) -> None:
        self._big.pop(sha256, None)
        self._small.pop(sha256, None)

    def clear_big(self, sha256: str) -> int:
        return len(self._big.pop(sha256, b""))

    def all(self) -> set[str]:
        return {*self._big, *self._small}

    def spoil(self, sha256: str) -> None:
        """For tests: the bytes are no longer what they were."""
        self._big[sha256] = b"spoiled"


class PlainImages:
    """`Images` without pictures: the bytes come back with the strip's words behind them."""

    def __init__(self) -> None:
        self.strips: list[tuple[str, ...]] = []
        self.error: Exception | None = None
        self.told = PhotoFacts()
        self.too_heavy: tuple[bytes, ...] = ()

    def heavy(self, data: bytes) -> bool:
        return data in self.too_heavy

    def facts(self, data: bytes) -> PhotoFacts:
        return self.told

    async def prepare(self, data: bytes, strip: tuple[str, ...]) -> PreparedPhoto:
        if self.error:
            raise self.error
        self.strips.append(strip)
        jpeg = data + "\n".join(strip).encode()
        sha = hashlib.sha256(jpeg).hexdigest()
        return PreparedPhoto(jpeg, data[:10], sha, 1280, 1014, self.told.diambil, self.told.lokasi)


class MemorySecrets:
    """`Secrets` that forget with the process."""

    def __init__(self, token: str | None = None) -> None:
        self._token = token
        self.broken = False

    async def token(self) -> str | None:
        return self._token

    async def keep_token(self, token: str) -> None:
        if self.broken:
            raise StoreError("secrets")
        self._token = token

    async def forget_token(self) -> None:
        self._token = None


@dataclass
class FixedSpace:
    """As much room as the test says."""

    mb: int = 800

    def free_mb(self) -> int:
        return self.mb


@dataclass
class LentRoom:
    """`Keeping` in a browser that has promised, or not."""

    is_promised: bool = False
    is_refused: bool = False
    asked: int = 0
    is_lent: bool = True

    def ask(self) -> None:
        self.asked += 1


@dataclass
class FixedLocation:
    """Finds what the test says, at once."""

    fix: Fix = field(default_factory=lambda: Fix(reason="timeout"))

    async def find(self, limit_s: float = 120.0) -> Fix:
        return self.fix


class Switch:
    """`Connectivity` that the test turns on and off."""

    def __init__(self, on: bool = True) -> None:
        self._on = on
        self._listeners: list[Callable[[bool], None]] = []

    async def connected(self) -> bool:
        return self._on

    def on_change(self, listener: Callable[[bool], None]) -> None:
        self._listeners.append(listener)

    def turn(self, on: bool) -> None:
        self._on = on
        for listener in self._listeners:
            listener(on)


class CountingSync:
    """A `SyncPort` that writes down what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[SyncReason] = []
        self.stopped = 0
        self.is_syncing = False
        self.is_stopped = False
        self.progress: SyncProgress | None = None
        self.trouble: SyncTrouble | None = None
        self.small: dict[str, bytes] = {}
        """The small pictures that the kecamatan would give."""
        self.small_asked: list[str] = []
        self.held_back: bool | None = None

    async def small_picture(self, sha256: str) -> bytes | None:
        self.small_asked.append(sha256)
        return self.small.get(sha256)

    def request_sync(self, reason: SyncReason) -> None:
        self.asked.append(reason)

    def stop(self) -> None:
        self.stopped += 1

    async def holds_back(self) -> bool | None:
        return self.held_back


class OneCode:
    """An `ActivationApi` that knows one code, which works once."""

    def __init__(self, code: str = "ABCD2345", identity: Identity = cast.IDA_PHONE) -> None:
        self._code: str | None = code
        self._identity = identity
        self.error: ActivationError | None = None
        self.asked: list[tuple[str, str, str]] = []

    async def activate(
        self, server: str, code: str, device_name: str, app_version: str
    ) -> Activation:
        self.asked.append((server, code, device_name))
        if self.error:
            raise self.error
        if code != self._code:
            raise ActivationError("code_invalid")
        self._code = None
        identity = replace(self._identity, server=server)
        return Activation("token-of-ida", identity, {"due_day": 5}, "2026-11-24T12:41:00Z")


def memory_phone(identity: Identity | None = cast.IDA_PHONE) -> Phone:
    """Bu Ida's phone, activated, with nothing in it; the clock stands at 20.41 WITA."""
    return Phone(
        laporan=MemoryLaporan(),
        state=MemoryState(identity),
        photos=MemoryPhotos(),
        images=PlainImages(),
        secrets=MemorySecrets("token-of-ida" if identity else None),
        space=FixedSpace(),
        activation=OneCode(),
        location=FixedLocation(),
        connectivity=Switch(),
        roster=MemoryRoster(),
        deeds=MemoryDeeds(),
        post=Post(MemoryParcels(), CryptoSealing()),
        clock=FixedClock(cast.EVENING),
        sync=CountingSync(),
    )
