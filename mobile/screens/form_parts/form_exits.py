"""The ways out of a form: to the camera, sent, deleted, or left; each keeps what was entered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Protocol

from mobile.ports import StoreError
from mobile.screens import routes
from mobile.screens.form_parts.photo_queue import PhotoQueue
from mobile.screens.form_parts.sections import WAKTU
from mobile.screens.form_parts.signs import Signs
from mobile.screens.here import Here
from mobile.usecases import delete, finish
from mobile.usecases.doubts import Doubt, doubts
from mobile.usecases.edit import Editing
from mobile.usecases.photo import check_room
from mobile.usecases.sentences import photo_trouble, saved
from shared.laporan import Laporan
from shared.photos.errors import PhotoError
from shared.protocol import Gap

ASK = "tanya"
"""The sheet with what a person is asked before a report leaves."""


def key_of(ident: str) -> str:
    """Where the page keeps the open form."""
    return f"form:{ident}"


def told_key(ident: str) -> str:
    """Where the page keeps what the form is to say when it opens."""
    return f"told:{ident}"


class OpenForm(Protocol):
    """What the exits know of the form that they lead out of."""

    doubt: Doubt | None
    answered: tuple[Doubt | None, ...]

    @property
    def id(self) -> str: ...
    @property
    def place(self) -> Here: ...
    @property
    def editing(self) -> Editing: ...
    @property
    def draft(self) -> Laporan: ...
    @property
    def signs(self) -> Signs: ...
    @property
    def photos(self) -> PhotoQueue: ...

    def open(self, sheet: str) -> None: ...
    def close_sheet(self) -> None: ...
    def redraw(self) -> None: ...
    def stop(self) -> None: ...
    async def show(self, section: str) -> None: ...
    async def refuse(self, gaps: Iterable[Gap]) -> None: ...


class FormExits:
    """Of one form. ``retaking`` names the photo that the camera is opened for."""

    def __init__(self, form: OpenForm) -> None:
        self._form = form
        self._pending: dict[str, Callable[[], None]] = {}
        self._gone = False
        self._warned = False
        self.retaking: str | None = None
        self.camera_is_done = False
        """The camera was left: whoever comes to its address now came by the browser's Back."""

    def hold(self, name: str, keep: Callable[[], None] | None) -> None:
        """Words in a field that is not added yet: they are kept at Kirim and at leaving."""
        if keep is None:
            self._pending.pop(name, None)
        else:
            self._pending[name] = keep

    async def camera(self) -> None:
        """Open the camera above the form, if there is room for a photo."""
        await self._open_camera(None)

    async def retake(self, sha256: str) -> None:
        """The same, for one picture in the place of another."""
        await self._open_camera(sha256)

    async def send(self) -> None:
        """Kirim: to the next screen, to the first gap with its sentence, or to a question."""
        await self._alone(self._send)

    async def send_anyway(self) -> None:
        """The person has answered the question that stood open."""
        form = self._form
        form.close_sheet()
        form.answered, form.doubt = (*form.answered, form.doubt), None
        await self._alone(self._send)

    async def look_at_other(self) -> None:
        """The report that seems to tell of the same; this one stays as it is."""
        other = self._form.doubt.other if self._form.doubt else None
        self._form.close_sheet()
        if other is not None and await self._form.editing.flush():
            self._form.place.go(routes.detail(other.id))

    async def mend_hours(self) -> None:
        """Back to the question that the doubt is about."""
        self._form.close_sheet()
        await self._form.show(WAKTU)

    async def _alone(self, work: Callable[[], Awaitable[None]]) -> None:
        signs = self._form.signs
        if signs.busy:
            return
        signs.busy = True
        try:
            await work()
        finally:
            signs.busy = False

    async def delete(self) -> None:
        """The draft goes, after the question."""
        form = self._form
        form.close_sheet()
        self._gone = True
        await form.editing.flush()
        form.editing.finish()
        self._forget()
        await delete.delete(form.place.phone, form.id)
        form.place.back()

    async def leave(self) -> None:
        """Back: everything is on disk, nothing is asked.

        Where the disk refuses, the first back stays: the head says why. The second leaves.
        """
        if self._gone:
            return
        await self._settle()
        if not await self._form.editing.flush() and not self._warned:
            self._warned = True
            self._form.redraw()
            return
        await self.close()
        self._form.place.back()

    async def close(self) -> None:
        """The form is gone from the screen, whichever way."""
        if self._gone:
            return
        self._gone = True
        await self._settle()
        self._forget()
        await self._form.editing.close()

    async def _open_camera(self, instead_of: str | None) -> None:
        form = self._form
        self.retaking = instead_of
        self.camera_is_done = False
        form.editing.move("foto")
        form.photos.begin()
        try:
            if instead_of is None:
                await check_room(form.place.phone, form.editing)
        except PhotoError as error:
            form.photos.say(photo_trouble(error))
            return
        form.place.go(routes.kamera(form.draft.kind, form.id))

    async def _send(self) -> None:
        form = self._form
        await self._settle()
        if await self._has_a_question():
            return
        try:
            done = await finish.finish(form.place.phone, form.editing)
        except StoreError as error:
            form.signs.trouble = saved("", error)
            return
        if done.record is None:
            await form.refuse(done.gaps)
            return
        self._gone = True
        self._forget()
        form.place.buzz()
        form.place.replace(routes.terkirim(form.id))

    async def _has_a_question(self) -> bool:
        """Ask what is in doubt, one thing at a time; each answer holds for what it was about."""
        form = self._form
        if finish.missing(form.place.phone, form.draft):
            return False
        known = {(one.kind, one.about) for one in form.answered if one}
        for doubt in await doubts(form.place.phone, form.draft):
            if (doubt.kind, doubt.about) not in known:
                form.doubt = doubt
                form.open(ASK)
                return True
        return False

    async def _settle(self) -> None:
        """Whatever is half entered or on its way belongs to the report."""
        for keep in tuple(self._pending.values()):
            keep()
        self._pending.clear()
        await self._form.photos.drained()

    def _forget(self) -> None:
        self._form.stop()
        for key in (key_of(self._form.id), told_key(self._form.id)):
            self._form.place.kept.pop(key, None)
