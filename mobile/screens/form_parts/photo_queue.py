"""Photos on their way to the disk: one at a time, off the event loop, counted when durable."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from mobile import teks
from mobile.ports import StoreError
from mobile.screens.gallery import Picture, read
from mobile.usecases import photo
from mobile.usecases.edit import Editing
from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.sentences import photo_trouble
from shared.photos.errors import PhotoError
from shared.protocol import MAX_PHOTOS

log = logging.getLogger("sinar.phone")


@ft.observable
@dataclass
class Waiting:
    """How many pictures are being worked on, and what was wrong with those of the last act."""

    count: int = 0
    trouble: str = ""


@dataclass(frozen=True)
class _Shot:
    picture: Picture
    from_gallery: bool
    instead_of: str | None


class PhotoQueue:
    """The pictures of one form. It goes on when the camera is closed."""

    def __init__(self, phone: Phone, editing: Editing, on_kept: Callable[[], None]) -> None:
        self.state = Waiting()
        self._phone = phone
        self._editing = editing
        self._on_kept = on_kept
        self._shots: deque[_Shot] = deque()
        self._worker: asyncio.Task[None] | None = None

    @property
    def room(self) -> int:
        """How many more the report can take."""
        return MAX_PHOTOS - len(self._editing.draft.foto) - self.state.count

    def add(
        self, picture: Picture, *, from_gallery: bool = False, instead_of: str | None = None
    ) -> None:
        """A picture; returns at once. One that lies in a file is read when its turn comes."""
        self.state.count += 1
        self._shots.append(_Shot(picture, from_gallery, instead_of))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.get_running_loop().create_task(self._work())

    def begin(self) -> None:
        """The person takes or picks anew: what was said of earlier pictures goes."""
        self.state.trouble = ""

    def say(self, words: str) -> None:
        """What is wrong with a picture, or that there is none; several are all said."""
        if words not in self.state.trouble:
            self.state.trouble = f"{self.state.trouble} {words}".strip()

    async def drained(self) -> None:
        """Wait until every picture is on disk or has been refused."""
        if self._worker is not None:
            await asyncio.shield(self._worker)

    async def _work(self) -> None:
        while self._shots:
            shot = self._shots.popleft()
            try:
                await self._keep(shot)
            except (PhotoError, StoreError) as error:
                self.say(photo_trouble(error))
            except Exception as error:
                log.exception("a picture was not kept")
                self.say(photo_trouble(error))
            finally:
                self.state.count -= 1
            self._on_kept()

    async def _keep(self, shot: _Shot) -> None:
        data = await read(shot.picture)
        if shot.instead_of is not None:
            await photo.retake(
                self._phone, self._editing, shot.instead_of, data,
                from_gallery=shot.from_gallery,
            )  # fmt: skip
        else:
            await photo.add_photo(self._phone, self._editing, data, from_gallery=shot.from_gallery)
        if (await off_loop(self._phone.images.facts, data)).cut:
            self.say(teks.FOTO_TERPOTONG)
