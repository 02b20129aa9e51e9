"""What the use-cases know of sending: it is asked for, how far it is, what stands in its way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from mobile.ports_store import Identity


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
