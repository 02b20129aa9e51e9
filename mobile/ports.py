"""What the use-cases and the sync engine ask of the world; the real things are plugged in by
`bootstrap`, honest in-memory ones by the tests.

Stores block (they sync to disk) and are safe to call from any thread; callers on the event loop
go through ``asyncio.to_thread``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from mobile.domain.deed import Deed
from mobile.domain.member import Member
from mobile.domain.record import Record
from shared.laporan import Lokasi, Pelapor
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


@dataclass(frozen=True)
class StoredPhoto:
    """A photo as it lies on disk, named by the hash of its bytes."""

    sha256: str
    size: int
    lebar: int
    tinggi: int
    diambil: str | None = None
    lokasi: Lokasi | None = None


@dataclass(frozen=True)
class PreparedPhoto:
    """A photo ready to be stored: upright, reduced, stripped of metadata, with its strip below."""

    jpeg: bytes
    small: bytes
    sha256: str
    lebar: int
    tinggi: int
    diambil: str | None = None
    lokasi: Lokasi | None = None


@dataclass(frozen=True)
class PhotoFacts:
    """What a picture says of itself: when and where it was taken.

    ``cut``: its file lacks its end; what is kept of it may lack a little of the picture.
    """

    diambil: str | None = None
    lokasi: Lokasi | None = None
    cut: bool = False


class Images(Protocol):
    """Makes a camera's or a gallery's picture into a stored photo."""

    def facts(self, data: bytes) -> PhotoFacts:
        """Quick, nothing is decoded; empty for what is no picture."""
        ...

    def heavy(self, data: bytes) -> bool:
        """Whether `prepare` may take more memory than a small phone has: ask the person first."""
        ...

    async def prepare(self, data: bytes, strip: tuple[str, ...]) -> PreparedPhoto:
        """Takes 0.1 to 2 s; raises PhotoError. ``strip``: at most two lines of text."""
        ...


class PhotoStore(Protocol):
    """Photo files: ``<sha>.jpg`` and a small picture beside it."""

    def keep(self, photo: PreparedPhoto) -> StoredPhoto:
        """Durable on disk when it returns; raises StoreError."""
        ...

    def path(self, sha256: str) -> Path:
        """What the screens show it by; ask the store, not the path, whether it is there."""
        ...

    def small_path(self, sha256: str) -> Path: ...

    def has(self, sha256: str) -> bool:
        """Whether the big picture is there; quick, its bytes are not looked at."""
        ...

    def has_small(self, sha256: str) -> bool: ...

    def keep_small(self, sha256: str, data: bytes) -> None:
        """The small picture of a photo that lies elsewhere; durable when this returns."""
        ...

    def age(self, sha256: str, now: float) -> float:
        """Seconds since it was written, the small one's where the big one is gone; 0 for none."""
        ...

    def whole(self, sha256: str) -> bool:
        """Whether the file is there and its bytes still have that hash."""
        ...

    def read(self, sha256: str) -> bytes: ...
    def read_small(self, sha256: str) -> bytes: ...
    def forget(self, sha256: str) -> None: ...

    def clear_big(self, sha256: str) -> int:
        """Let the picture go but keep the small one; returns the bytes that became free."""
        ...

    def all(self) -> set[str]: ...


class Secrets(Protocol):
    """Where the token lies: the system's secure storage, or a file for a phone in a browser."""

    async def token(self) -> str | None: ...
    async def keep_token(self, token: str) -> None: ...
    async def forget_token(self) -> None: ...


class Space(Protocol):
    """Free space of the phone."""

    def free_mb(self) -> int: ...


class Keeping(Protocol):
    """Whether what is stored stays until the app itself lets it go."""

    @property
    def is_lent(self) -> bool:
        """Somebody else's room, as in a browser: what is in it is always shown."""
        ...

    @property
    def is_promised(self) -> bool:
        """False: whoever lends the room may clear it when it runs short."""
        ...

    @property
    def is_refused(self) -> bool:
        """It was asked for the promise and has not given it: the person is told on Beranda."""
        ...

    def ask(self) -> None:
        """Ask for the promise; the answer comes by the feed."""
        ...


@dataclass(frozen=True)
class Fix:
    """What came of looking for a position: a `Lokasi`, or why there is none."""

    lokasi: Lokasi | None = None
    reason: str | None = None  # denied, off, timeout, failed; old: where the phone was before


PATIENCE_S = 120.0
"""Of the search for a position: without a network the first one takes up to a minute and a half."""


class LocationFinder(Protocol):
    """Looks for a position in the background, two minutes at most, and never blocks."""

    async def find(self, limit_s: float = PATIENCE_S) -> Fix: ...


class Connectivity(Protocol):
    """Whether the phone says it is connected; a hint to try, never a reason not to."""

    async def connected(self) -> bool: ...
    def on_change(self, listener: Callable[[bool], None]) -> None: ...


def _nothing() -> None:
    """Nobody to ask."""


@dataclass
class Browser:
    """The browser that the app runs in, as its page tells; a phone's own system has none.

    ``update_ready``: a newer version lies here whole; it is used when the app is opened again.
    """

    installed: bool = False
    can_install: bool = False
    apple: bool = False
    update_ready: bool = False
    install: Callable[[], None] = _nothing


class SyncReason(StrEnum):
    """Why a send is asked for; a person's own tap ends every waiting."""

    FINISHED = "finished"
    START = "start"
    RESUME = "resume"
    CONNECTED = "connected"
    TIMER = "timer"
    TAP = "tap"


class TroubleKind(StrEnum):
    """Why nothing gets through, as far as the phone can tell (sentences 42 to 45, 50, 54, 55)."""

    NO_SIGNAL = "no_signal"
    PORTAL = "portal"
    BUSY = "busy"
    TOKEN_REFUSED = "token_refused"  # noqa: S105 (a word, no secret)
    OLD_APP = "old_app"
    DISK_FULL = "disk_full"
    BAD_ADDRESS = "bad_address"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True)
class SyncProgress:
    """How far the sending has come: report 1 of 3, photo 2 of 3, and what is left of it all."""

    laporan: str | None = None
    report: int = 0
    reports: int = 0
    photo: int = 0
    photos: int = 0
    kb_left: int = 0


@dataclass(frozen=True)
class SyncTrouble:
    """Why the last attempt failed, and when the next one comes; ``detail`` for the kecamatan.

    ``at``: when it failed.
    """

    kind: TroubleKind
    retry_at: str | None = None
    detail: str = ""
    at: str = ""


class SyncPort(Protocol):
    """All that a screen or a use-case knows of the network. Called on the event loop."""

    @property
    def is_syncing(self) -> bool: ...

    @property
    def is_stopped(self) -> bool:
        """Whether somebody has stopped it: nothing goes by itself before the next reason."""
        ...

    @property
    def progress(self) -> SyncProgress | None:
        """None while nothing is being sent."""
        ...

    @property
    def trouble(self) -> SyncTrouble | None:
        """None after a success and before the first attempt."""
        ...

    def request_sync(self, reason: SyncReason) -> None:
        """Returns at once; whoever wants to know the outcome watches the feed."""
        ...

    async def small_picture(self, sha256: str) -> bytes | None:
        """The small picture of a photo that only the kecamatan has; None when it cannot be had."""
        ...

    def stop(self) -> None:
        """Stop the sending that runs now; the next reason starts it again."""
        ...

    async def holds_back(self) -> bool | None:
        """Whether a proxy keeps uploads until they are whole, so that half a photo is lost.

        Asks the kecamatan, which takes seconds; None: it cannot be told now.
        """
        ...


class ActivationError(Exception):
    """No identity was given; ``code`` is one of `code_invalid`, `too_many`, or a `TroubleKind`."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


CODE_INVALID = "code_invalid"
TOO_MANY_TRIES = "too_many"


@dataclass(frozen=True)
class Activation:
    """What the server answers to a right code."""

    token: str
    identity: Identity
    settings: dict[str, Any]
    server_time: str


class ActivationApi(Protocol):
    """Asks a server for an identity, with a code."""

    async def activate(
        self, server: str, code: str, device_name: str, app_version: str
    ) -> Activation:
        """Raises ActivationError. The code is used up as soon as this returns."""
        ...


@dataclass(frozen=True)
class CameraReady:
    """The preview runs: which way the camera looks (``back``, ``front``, …), how many there are."""

    facing: str
    cameras: int = 1


@dataclass(frozen=True)
class CameraProblem:
    """Why there is no camera: ``denied``, ``none`` or ``failed``; the gallery still works."""

    reason: str


class ShotFailed(Exception):
    """No picture came. Nothing else is lost: shoot again, or take one from the gallery."""


class InAppCamera(Protocol):
    """Works the camera control that a screen shows; `control` must be on the page."""

    async def open(self, control: Any) -> CameraReady | CameraProblem: ...

    async def shoot(self, control: Any) -> bytes:
        """The picture as the camera's JPEG; raises ShotFailed."""
        ...

    async def flash(self, control: Any, mode: str) -> bool:
        """``auto``, ``off`` or ``always``; False where the camera has no flash: hide the choice."""
        ...


@dataclass(frozen=True)
class HandedFile:
    """A file for another app: its bytes, or where it lies among what this app keeps."""

    name: str
    mime: str
    source: bytes | Path


class Hands(Protocol):
    """Hands things on to other apps of the phone, or puts them among its downloads."""

    @property
    def has_sheet(self) -> bool:
        """Whether there is a share sheet; where there is none, offer the download."""
        ...

    async def share(self, title: str, words: str, files: Sequence[HandedFile]) -> bool:
        """Words and files in one act; False: the sheet did not open, try another way."""
        ...

    async def save(self, file: HandedFile) -> bool:
        """Where the person wants it, or among the downloads; False: nothing was saved."""
        ...


class Permissions(Protocol):
    """What the person allows: ``granted``, ``denied`` or ``unknown``; asks nothing."""

    async def camera(self) -> str: ...
    async def location(self) -> str: ...

    async def open_settings(self) -> bool:
        """Open the app's page in the system's settings; False where there is none."""
        ...
