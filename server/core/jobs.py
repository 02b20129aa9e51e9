"""Long work in the background: it shows how far it is, can be stopped, and leaves a file to fetch.

Two at a time, in threads of their own that rest often, so nobody else waits for them. What was
made lies in a folder of the data that is emptied: an hour later, and at the next start.

Who starts work has asked `permit` before; a piece of work is known to its owner only.

JobError
├── StoppedError  raised inside the work when the person has stopped it: let it pass
└── TooManyError  this person has enough running: wait, or stop one
"""

from __future__ import annotations

import errno
import re
import shutil
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from server.core import log
from server.core.config import make_folder
from shared.clock import Clock
from shared.roles import Permission

AT_ONCE = 2
MOST_PER_PERSON = 4
KEPT = timedelta(hours=1)
WORK_S, REST_S = 0.02, 0.002
"""So long it works before it lets others have the processor, and for so long."""


class JobError(Exception):
    """Nothing is being made."""


class StoppedError(JobError):
    """The person has stopped it."""


class TooManyError(JobError):
    """So many of this person's are running."""


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
    state: State
    name: str
    done: int
    total: int
    size: int
    full: bool
    """It failed because there is no room on the disk."""

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in OVER

    @property
    def share(self) -> float | None:
        """0 to 1, or None while it is not known."""
        return min(1.0, self.done / self.total) if self.total else None


@dataclass(frozen=True)
class Result:
    """A finished file, to be sent under ``name``."""

    path: Path
    name: str
    media: str
    permission: Permission
    """What whoever fetches it must still hold."""


@dataclass
class _Job:
    id: str
    owner: str
    permission: Permission
    name: str
    media: str
    folder: Path
    at: datetime
    state: State = State.WAITING
    done: int = 0
    total: int = 0
    size: int = 0
    full: bool = False
    stop: threading.Event = field(default_factory=threading.Event)
    rested: float = field(default_factory=time.monotonic)

    @property
    def path(self) -> Path:
        return self.folder / "hasil"

    def step(self, done: int, total: int) -> None:
        """What the work calls as it goes on: shows it, lets others run, ends it when stopped."""
        self.done, self.total = done, total
        if self.stop.is_set():
            raise StoppedError
        if time.monotonic() - self.rested > WORK_S:
            time.sleep(REST_S)
            self.rested = time.monotonic()


Step = Callable[[int, int], None]
"""``step(done, total)``: call it for each row, page or photo."""
Work = Callable[[Path, Step], None]
"""Writes the file that it is given; other files go beside it, they are thrown away with it."""


class Jobs:
    """All work of all persons; the folder is made when it is first needed."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._jobs: dict[str, _Job] = {}
        self._lock = threading.Lock()
        self._pool: ThreadPoolExecutor | None = None

    def start(self, owner: str, permission: Permission, name: str, media: str, work: Work) -> str:
        """Begin; the answer is what `look`, `stop` and `result` are asked by."""
        self.sweep()
        ident = str(uuid.uuid4())
        job = _Job(
            ident, owner, permission, file_name(name), media,
            self._folder / ident, self._clock.now(),
        )  # fmt: skip
        with self._lock:
            running = [j for j in self._jobs.values() if j.owner == owner and not _over(j)]
            if len(running) >= MOST_PER_PERSON:
                raise TooManyError
            self._jobs[ident] = job
            if self._pool is None:
                self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="pekerjaan")
            self._pool.submit(self._run, job, work)
        return ident

    def look(self, owner: str, ident: str) -> Seen | None:
        """How it stands; None: there is no such work of this person (any more)."""
        job = self._own(owner, ident)
        if job is None:
            return None
        return Seen(job.id, job.state, job.name, job.done, job.total, job.size, job.full)

    def mine(self, owner: str) -> tuple[str, ...]:
        """What this person has had made, the newest first: a window that comes back finds it."""
        with self._lock:
            found = [job.id for job in self._jobs.values() if job.owner == owner]
        return tuple(reversed(found))

    def forget(self, owner: str, ident: str) -> None:
        """The person needs it no more: stopped if it runs, thrown away if it is made."""
        self.stop(owner, ident)
        job = self._own(owner, ident)
        if job is not None and _over(job):
            with self._lock:
                self._jobs.pop(ident, None)
            shutil.rmtree(job.folder, ignore_errors=True)

    def stop(self, owner: str, ident: str) -> None:
        """Let it end; what it has written is thrown away."""
        job = self._own(owner, ident)
        if job is not None and not _over(job):
            job.stop.set()
            if job.state == State.WAITING:
                job.state = State.STOPPED

    def result(self, owner: str, ident: str) -> Result | None:
        """The file of finished work."""
        job = self._own(owner, ident)
        if job is None or job.state != State.DONE:
            return None
        return Result(job.path, job.name, job.media, job.permission)

    def sweep(self) -> None:
        """Throw away what has been lying for an hour."""
        now = self._clock.now()
        with self._lock:
            old = [job for job in self._jobs.values() if _over(job) and abs(now - job.at) > KEPT]
            for job in old:
                del self._jobs[job.id]
        for job in old:
            shutil.rmtree(job.folder, ignore_errors=True)

    def clear(self) -> None:
        """At the start: whatever an earlier run left."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def close(self) -> None:
        """Stop all that is running, wait for it, leave nothing behind."""
        with self._lock:
            jobs, pool, self._pool = list(self._jobs.values()), self._pool, None
        for job in jobs:
            job.stop.set()
        if pool is not None:
            pool.shutdown(cancel_futures=True)
            self.clear()

    def _own(self, owner: str, ident: str) -> _Job | None:
        with self._lock:
            job = self._jobs.get(ident)
        return job if job is not None and job.owner == owner else None

    def _run(self, job: _Job, work: Work) -> None:
        started = time.monotonic()
        try:
            job.step(0, 0)
            job.state = State.RUNNING
            make_folder(job.folder)
            work(job.path, job.step)
            job.step(job.done, job.total)
            job.size = job.path.stat().st_size
            job.state = State.DONE
        except StoppedError:
            job.state = State.STOPPED
        except Exception as error:  # noqa: BLE001 - whatever it is, the person must hear of it
            job.full = getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
            job.state = State.FAILED
            log.event(job.owner, f"membuat {job.name}", f"gagal · {error!r}")
        job.at = self._clock.now()
        if job.state != State.DONE:
            shutil.rmtree(job.folder, ignore_errors=True)
        log.event(job.owner, f"membuat {job.name}", job.state, log.since(started))


def _over(job: _Job) -> bool:
    return job.state in OVER


_ODD = re.compile(r"[^0-9A-Za-z.,()_ -]+")
_ENDING = re.compile(r"\.[0-9A-Za-z]{1,8}\Z")


def file_name(words: str) -> str:
    """A name that every system takes, short, and that leads to no other folder."""
    ending = _ENDING.search(words)
    suffix = ending.group() if ending else ""
    stem = _ODD.sub("-", words.removesuffix(suffix)).strip(" .-")[:120]
    return f"{stem or 'berkas'}{suffix}"
