"""Long work in the background: it shows how far it is, can be stopped, and leaves a file to fetch.

Two at a time of all processes, in threads of their own that rest often, so nobody else waits for
them. What was made lies in a folder of the data for an hour, and goes with a server that stops.

Who starts work has asked `permit` before; a piece of work is known to its owner only.

JobError
├── StoppedError  raised inside the work when the person has stopped it: let it pass
└── TooManyError  this person has enough running: wait, or stop one
"""

from __future__ import annotations

import errno
import re
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from server.core import job_folder, log
from server.core.job_folder import JobFolder, Seen, State
from shared.clock import Clock
from shared.roles import Permission

AT_ONCE = 2
MOST_PER_PERSON = 4
KEPT = timedelta(hours=1)
WORK_S, REST_S = 0.02, 0.002
"""So long it works before it lets others have the processor, and for so long."""
TELL_S = 0.2
"""So often it writes down how far it is, for the other processes, and hears of them."""

__all__ = [
    "JobError", "Jobs", "Result", "Seen", "State", "Step", "StoppedError", "TooManyError",
    "Work", "file_name",
]  # fmt: skip


class JobError(Exception):
    """Nothing is being made."""


class StoppedError(JobError):
    """The person has stopped it."""


class TooManyError(JobError):
    """So many of this person's are running."""


@dataclass(frozen=True)
class Result:
    """A finished file, to be sent under ``name``."""

    path: Path
    name: str
    media: str
    permission: Permission
    """What whoever fetches it must still hold."""


Step = Callable[[int, int], None]
"""``step(done, total)``: call it for each row, page or photo."""
Work = Callable[[Path, Step], None]
"""Writes the file that it is given; other files go beside it, they are thrown away with it."""


class _Job:
    """Work of this process."""

    def __init__(self, seen: Seen, folder: JobFolder) -> None:
        self.seen = seen
        self.folder = folder
        self.stop = threading.Event()
        self._rested = self._told = time.monotonic()
        folder.begin(seen)

    def step(self, done: int, total: int) -> None:
        """What the work calls as it goes on: shows it, lets others run, ends it when stopped."""
        self.seen = replace(self.seen, done=done, total=total)
        if self.stop.is_set():
            raise StoppedError
        now = time.monotonic()
        if now - self._told > TELL_S:
            self._told = now
            if self.folder.is_asked_to_stop():
                raise StoppedError
            self.folder.write(self.seen)
        if now - self._rested > WORK_S:
            time.sleep(REST_S)
            self._rested = time.monotonic()

    def is_now(self, state: State, **more: Any) -> None:
        """Told at once."""
        self.seen = replace(self.seen, state=state, **more)
        self.folder.write(self.seen)


class Jobs:
    """All work of all persons; the folder is made when it is first needed."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._ours: dict[str, _Job] = {}
        self._lock = threading.Lock()
        self._pool: ThreadPoolExecutor | None = None

    def start(self, owner: str, permission: Permission, name: str, media: str, work: Work) -> str:
        """Begin; the answer is what `look`, `stop` and `result` are asked by."""
        self.sweep()
        ident = str(uuid.uuid4())
        seen = Seen(
            ident, owner, file_name(name), media, permission, time.time_ns(), self._clock.now()
        )
        with self._lock:
            if sum(not one.over for one in self._of(owner)) >= MOST_PER_PERSON:
                raise TooManyError
            self._ours[ident] = job = _Job(seen, JobFolder(self._folder / ident))
            if self._pool is None:
                self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="pekerjaan")
            self._pool.submit(self._run, job, work)
        return ident

    def look(self, owner: str, ident: str) -> Seen | None:
        """How it stands; None: there is no such work of this person (any more)."""
        ours, folder = self._ours.get(ident), job_folder.find(self._folder, ident)
        seen = ours.seen if ours else folder and folder.read()
        return seen if seen and seen.owner == owner else None

    def mine(self, owner: str) -> tuple[str, ...]:
        """What this person has had made, the newest first: a window that comes back finds it."""
        found = sorted(self._of(owner), key=lambda seen: seen.begun, reverse=True)
        return tuple(seen.id for seen in found)

    def forget(self, owner: str, ident: str) -> None:
        """The person needs it no more: stopped if it runs, thrown away if it is made."""
        self.stop(owner, ident)
        seen = self.look(owner, ident)
        if seen is not None and seen.over:
            self._drop(JobFolder(self._folder / ident))

    def stop(self, owner: str, ident: str) -> None:
        """Let it end; what it has written is thrown away."""
        seen, ours = self.look(owner, ident), self._ours.get(ident)
        if seen is None or seen.over:
            return
        if ours is None:
            JobFolder(self._folder / ident).ask_to_stop()
            return
        ours.stop.set()
        if seen.state == State.WAITING:
            ours.is_now(State.STOPPED)

    def result(self, owner: str, ident: str) -> Result | None:
        """The file of finished work."""
        seen = self.look(owner, ident)
        if seen is None or seen.state != State.DONE:
            return None
        path = JobFolder(self._folder / ident).path
        return Result(path, seen.name, seen.media, seen.permission)

    def sweep(self) -> None:
        """Throw away what has been lying for an hour, and what a process died over."""
        now = self._clock.now()
        for folder in job_folder.everything(self._folder):
            seen = folder.read()
            if seen is None:
                if folder.is_older_than(KEPT.total_seconds()):
                    self._drop(folder)
            elif seen.over and abs(now - seen.at) > KEPT:
                self._drop(folder)

    def close(self) -> None:
        """Stop all of ours that is running, wait for it, leave nothing of it behind."""
        with self._lock:
            ours, pool, self._pool = list(self._ours.values()), self._pool, None
        for job in ours:
            job.stop.set()
        if pool is not None:
            pool.shutdown(cancel_futures=True)
        for job in ours:
            job.folder.drop()

    def _drop(self, folder: JobFolder) -> None:
        self._ours.pop(folder.folder.name, None)
        folder.drop()

    def _of(self, owner: str) -> Iterator[Seen]:
        for folder in job_folder.everything(self._folder):
            if (seen := self.look(owner, folder.folder.name)) is not None:
                yield seen

    def _run(self, job: _Job, work: Work) -> None:
        started = time.monotonic()
        try:
            with job_folder.place(self._folder, AT_ONCE, TELL_S) as waiting:
                for _ in waiting:
                    job.step(0, 0)
                job.step(0, 0)
                job.is_now(State.RUNNING)
                work(job.folder.path, job.step)
                job.step(job.seen.done, job.seen.total)
            size = job.folder.path.stat().st_size
            self._ended(job, State.DONE, size=size)
        except StoppedError:
            self._ended(job, State.STOPPED)
        except Exception as error:  # noqa: BLE001 - whatever it is, the person must hear of it
            full = getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
            self._ended(job, State.FAILED, full=full)
            log.event(job.seen.owner, f"membuat {job.seen.name}", f"gagal · {error!r}")
        log.event(job.seen.owner, f"membuat {job.seen.name}", job.seen.state, log.since(started))

    def _ended(self, job: _Job, state: State, **more: Any) -> None:
        """What was not made goes before anybody hears that it ended."""
        if state != State.DONE:
            job.folder.empty()
        try:
            job.is_now(state, at=self._clock.now(), **more)
        except OSError:  # a full disk: those who look at another process find it gone
            log.event(job.seen.owner, f"membuat {job.seen.name}", "keadaan tidak tercatat")
        job.folder.let_go()


_ODD = re.compile(r"[^0-9A-Za-z.,()_ -]+")
_ENDING = re.compile(r"\.[0-9A-Za-z]{1,8}\Z")


def file_name(words: str) -> str:
    """A name that every system takes, short, and that leads to no other folder."""
    ending = _ENDING.search(words)
    suffix = ending.group() if ending else ""
    stem = _ODD.sub("-", words.removesuffix(suffix)).strip(" .-")[:120]
    return f"{stem or 'berkas'}{suffix}"
