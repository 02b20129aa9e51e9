"""The browser's own files, as the log wants them: opened once, each for this window alone."""

from __future__ import annotations

import asyncio
import errno
from collections import defaultdict
from pathlib import Path
from typing import Any

from mobile.ports import StoreError
from mobile.store.claim import InUse
from mobile.web.disk import LOGS, SEGMENT_BYTES, WINDOWS, LogDisk
from mobile.web.log import SPARE_HANDLES, Log
from mobile.web.passing import BlobPassing
from mobile.web.world import ffi, js, load

RESERVE = "cadangan"
ENDING = ".log"
LOOK_S = 2
PATIENCE_MS = 10_000
"""For the thread of a page that was closed a moment ago."""

_held: list[asyncio.Task[None]] = []
"""The loop itself holds its tasks by a thread only."""


class NoFiles(StoreError):
    """This browser has no such files: another one, or a newer one, is needed."""


class OpfsHandle:
    """The real `Handle`; every call is done when it returns."""

    def __init__(self, access: Any) -> None:
        self._access = access
        self._place = js.Object.new()

    def size(self) -> int:
        return int(self._access.getSize())

    def read(self, at: int, count: int) -> bytes:
        count = max(0, min(count, self.size() - at))
        buffer = js.Uint8Array.new(count)
        got = self._called("read", buffer, self._at(at))
        return buffer.to_bytes()[:got]

    def write(self, at: int, data: bytes) -> None:
        if self._called("write", ffi.to_js(data), self._at(at)) != len(data):
            raise OSError(errno.ENOSPC, "quota")

    def truncate(self, size: int) -> None:
        self._called("truncate", size)

    def flush(self) -> None:
        self._called("flush")

    def close(self) -> None:
        self._access.close()

    def _at(self, at: int) -> Any:
        self._place.at = at
        return self._place

    def _called(self, what: str, *given: Any) -> Any:
        try:
            return getattr(self._access, what)(*given)
        except ffi.JsException as error:
            full = "Quota" in str(error) or "space" in str(error)
            raise OSError(errno.ENOSPC if full else errno.EIO, str(error)) from error


async def open_disk(root: Path) -> LogDisk:
    """The phone's disk; raises InUse where another window has it, and NoFiles."""
    storage = await load("storage.js")
    wanted = [_name(log, number) for log in LOGS for number in range(1 + SPARE_HANDLES)]
    answer = await storage.open(ffi.to_js([*wanted, RESERVE]), PATIENCE_MS)
    if answer.trouble == "in use":
        raise InUse("window")
    if answer.trouble:
        raise NoFiles(str(answer.trouble))
    handles: dict[str, list[OpfsHandle]] = defaultdict(list)
    for name, access in answer.files:
        handles[str(name).partition("-")[0]].append(OpfsHandle(access))
    logs = {log: Log(handles[log], SEGMENT_BYTES[log], WINDOWS[log]) for log in LOGS}
    disk = LogDisk(logs, root, handles[RESERVE][0], BlobPassing)
    counts = {log: len(handles[log]) for log in LOGS}
    _held.append(asyncio.get_running_loop().create_task(_lend(disk, storage, counts)))
    return disk


async def _lend(disk: LogDisk, storage: Any, counts: dict[str, int]) -> None:
    """A file takes a moment to open: some lie ready before they are needed."""
    while not disk.is_closed:
        for log in disk.wanting():
            access = await storage.more(_name(log, counts[log]))
            if access and disk.is_closed:  # meanwhile: another window has the files now
                access.close()
            elif access:
                counts[log] += 1
                disk.lend(log, OpfsHandle(access))
        await asyncio.sleep(LOOK_S)


def _name(log: str, number: int) -> str:
    return f"{log}-{number:03}{ENDING}"
