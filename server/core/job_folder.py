"""Where a piece of work lies, so that every process of the server can tell how it stands.

``<id>/keadaan.json`` is the state, ``<id>/kunci`` is locked while its maker lives, ``<id>/henti``
asks it to stop, and in ``<id>/isi`` lies what is made.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from server.core.config import make_folder
from shared.roles import Permission

_STATE, _LOCK, _STOP, _MADE = "keadaan.json", "kunci", "henti", "isi"
_IDENT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")


class State(StrEnum):
    """Where a piece of work stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


OVER = (State.DONE, State.STOPPED, State.FAILED)


@dataclass(frozen=True)
class Seen:
    """A piece of work as it stands; ``total`` 0 while nobody knows how much there is."""

    id: str
    owner: str
    name: str
    media: str
    permission: Permission
    """What whoever fetches it must still hold."""
    begun: int
    """A number that grows."""
    at: datetime
    """When it began; once it is over, when it ended."""
    state: State = State.WAITING
    done: int = 0
    total: int = 0
    size: int = 0
    full: bool = False
    """It failed because there is no room on the disk."""

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in OVER

    @property
    def share(self) -> float | None:
        """0 to 1, or None while it is not known."""
        return min(1.0, self.done / self.total) if self.total else None


class JobFolder:
    """One piece of work; whoever makes it has called `begin`, the others only look."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._held: int | None = None

    @property
    def path(self) -> Path:
        """The file that is made."""
        return self.folder / _MADE / "hasil"

    def begin(self, seen: Seen) -> None:
        """It is ours until `let_go`, or until this process dies."""
        make_folder(self.folder / _MADE)
        self._held = _open(self.folder / _LOCK)
        fcntl.flock(self._held, fcntl.LOCK_EX)
        self.write(seen)

    def let_go(self) -> None:
        """Nobody works on it any more."""
        if self._held is not None:
            os.close(self._held)
            self._held = None

    def write(self, seen: Seen) -> None:
        """How it stands now; there whole or not at all."""
        draft = self.folder / f"{_STATE}.baru"
        draft.write_text(json.dumps({**asdict(seen), "at": seen.at.isoformat()}))
        draft.replace(self.folder / _STATE)

    def read(self) -> Seen | None:
        """How it stands; None where there is none, or whoever made it died over it.

        A power cut may leave a state that nobody can read: that is none.
        """
        try:
            seen = self._told()
            if seen.over or self._is_worked_on():
                return seen
            seen = self._told()  # its maker may have ended between the two looks
            return seen if seen.over else None
        except (FileNotFoundError, ValueError, TypeError, KeyError):
            return None

    def _told(self) -> Seen:
        told = json.loads((self.folder / _STATE).read_text())
        seen = Seen(**told)
        return replace(
            seen, at=datetime.fromisoformat(told["at"]), state=State(seen.state),
            permission=Permission(seen.permission),
        )  # fmt: skip

    def ask_to_stop(self) -> None:
        """Its maker looks soon."""
        with contextlib.suppress(FileNotFoundError):
            (self.folder / _STOP).touch()

    def is_asked_to_stop(self) -> bool:
        """Whether somebody has."""
        return (self.folder / _STOP).exists()

    def empty(self) -> None:
        """What was made, or half made, goes; how it ended stays."""
        shutil.rmtree(self.folder / _MADE, ignore_errors=True)

    def drop(self) -> None:
        """All of it goes."""
        self.let_go()
        shutil.rmtree(self.folder, ignore_errors=True)

    def is_older_than(self, seconds: float) -> bool:
        """By the disk, for what has no state."""
        try:
            return time.time() - self.folder.stat().st_mtime > seconds
        except FileNotFoundError:
            return False

    def _is_worked_on(self) -> bool:
        if self._held is not None:
            return True
        handle = _open(self.folder / _LOCK)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(handle)
        return False


def find(folder: Path, ident: str) -> JobFolder | None:
    """The work of this id; what comes in an address leads nowhere else."""
    return JobFolder(folder / ident) if _IDENT.match(ident) else None


def everything(folder: Path) -> Iterator[JobFolder]:
    """All work of all processes, and what else lies there."""
    with contextlib.suppress(FileNotFoundError):
        for path in folder.iterdir():
            if path.is_dir():
                yield JobFolder(path)


@contextlib.contextmanager
def place(folder: Path, places: int, pause: float) -> Iterator[Iterator[None]]:
    """One of so many places of all processes; goes round while none is free, then ends."""
    handles = [_open(folder / f"tempat-{number}") for number in range(places)]

    def waiting() -> Iterator[None]:
        while not any(map(_lock, handles)):
            yield
            time.sleep(pause)

    try:
        yield waiting()
    finally:
        for handle in handles:
            os.close(handle)


def _lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
