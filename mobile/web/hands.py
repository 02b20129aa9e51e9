"""Hands things on by the page: the browser's share sheet, or its downloads."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mobile.ports import HandedFile
from mobile.web.disk import LogDisk
from mobile.web.outside import Outside, Told
from mobile.web.passing import BlobPassing
from mobile.web.world import ffi, js

PATIENCE_S = 300
"""As long as the sheet is open."""

SHARED = "shared"
GAVE_UP = "gave up"
"""The person closed the sheet: that is an answer too, and no other way is tried."""


class PageHands:
    """The real `Hands` of the app in a browser; the bytes never pass through Flutter."""

    def __init__(self, outside: Outside, disk: LogDisk) -> None:
        self._outside = outside
        self._disk = disk
        self._number = 0
        self._waiting: dict[int, asyncio.Future[str]] = {}
        outside.on("handed", self._heard)

    @property
    def has_sheet(self) -> bool:
        """What the page found at its start: whether this browser shares pictures."""
        return bool(self._outside.begun.get("sheet"))

    async def share(self, title: str, words: str, files: Sequence[HandedFile]) -> bool:
        answer = await self._asked("share", files, title=title, text=words)
        return answer in (SHARED, GAVE_UP)

    async def save(self, file: HandedFile) -> bool:
        return await self._asked("save", [file]) == "saved"

    async def _asked(self, what: str, files: Sequence[HandedFile], **facts: str) -> str:
        self._number += 1
        number = self._number
        told = self._waiting[number] = asyncio.get_running_loop().create_future()
        names = [{"name": file.name, "type": file.mime} for file in files]
        blobs = ffi.to_js([self._blob(file) for file in files])
        self._outside.hand(what, blobs, number=number, names=names, **facts)
        try:
            return await asyncio.wait_for(told, PATIENCE_S)
        except TimeoutError:
            return "no answer"
        finally:
            del self._waiting[number]

    def _blob(self, file: HandedFile) -> Any:
        if isinstance(file.source, Path):
            passing = self._disk.passing(file.source)
            if isinstance(passing, BlobPassing):
                return passing.blob()
        source = self._disk.read(file.source) if isinstance(file.source, Path) else file.source
        return js.Blob.new(ffi.to_js([ffi.to_js(source)]))

    def _heard(self, told: Told) -> None:
        waiting = self._waiting.get(told.get("number", 0))
        if waiting and not waiting.done():
            waiting.set_result(str(told.get("outcome")))
