"""What the use-cases and the sync engine ask of the world; the real things are plugged in by
`bootstrap`, honest in-memory ones by the tests.

Stores stand in ``ports_store``, sending in ``ports_sync``; whoever asks, asks here. Stores block
(they sync to disk) and are safe to call from any thread; callers on the event loop go through
``asyncio.to_thread``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from mobile.ports_store import READ as READ
from mobile.ports_store import Damage as Damage
from mobile.ports_store import DeedStore as DeedStore
from mobile.ports_store import DiskFull as DiskFull
from mobile.ports_store import Identity as Identity
from mobile.ports_store import LaporanStore as LaporanStore
from mobile.ports_store import Memory as Memory
from mobile.ports_store import Preferences as Preferences
from mobile.ports_store import RosterStore as RosterStore
from mobile.ports_store import StateStore as StateStore
from mobile.ports_store import StoreError as StoreError
from mobile.ports_store import SyncState as SyncState
from mobile.ports_sync import CODE_INVALID as CODE_INVALID
from mobile.ports_sync import TOO_MANY_TRIES as TOO_MANY_TRIES
from mobile.ports_sync import Activation as Activation
from mobile.ports_sync import ActivationApi as ActivationApi
from mobile.ports_sync import ActivationError as ActivationError
from mobile.ports_sync import SyncPort as SyncPort
from mobile.ports_sync import SyncProgress as SyncProgress
from mobile.ports_sync import SyncReason as SyncReason
from mobile.ports_sync import SyncTrouble as SyncTrouble
from mobile.ports_sync import TroubleKind as TroubleKind
from shared.laporan import Lokasi


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
    ``reminder``: whether it can tell of unsent work while the app is closed: ``ask`` (the person
    must allow it), ``on``, ``refused``; empty where it cannot.
    """

    installed: bool = False
    can_install: bool = False
    apple: bool = False
    update_ready: bool = False
    install: Callable[[], None] = _nothing
    reminder: str = ""
    remind: Callable[[], None] = _nothing


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
