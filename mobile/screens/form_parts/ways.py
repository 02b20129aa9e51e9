"""The ways out of a form: to the camera, sent, deleted, or left; each keeps what was entered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mobile.ports import PhotoError, StoreError
from mobile.screens import routes
from mobile.usecases import delete, finish
from mobile.usecases.photo import check_room
from mobile.usecases.sentences import photo_trouble, saved

if TYPE_CHECKING:
    from mobile.screens.form_parts.form import FormState


def key_of(ident: str) -> str:
    """Where the page keeps the open form."""
    return f"form:{ident}"


def told_key(ident: str) -> str:
    """Where the page keeps what the form is to say when it opens."""
    return f"told:{ident}"


class Ways:
    """Of one form. ``retaking`` names the photo that the camera is opened for."""

    def __init__(self, form: FormState) -> None:
        self._form = form
        self._pending: dict[str, Callable[[], None]] = {}
        self._gone = False
        self._warned = False
        self.retaking: str | None = None

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
        """Kirim: to the next screen, or to the first gap with its sentence."""
        signs = self._form.keeper.signs
        if signs.busy:
            return
        signs.busy = True
        try:
            await self._send()
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
        form.editing.move("foto")
        try:
            if instead_of is None:
                await check_room(form.place.phone, form.editing)
        except PhotoError as error:
            form.photos.say(photo_trouble(error))
            return
        form.photos.say("")
        form.place.go(routes.kamera(form.draft.kind, form.id))

    async def _send(self) -> None:
        form = self._form
        await self._settle()
        try:
            done = await finish.finish(form.place.phone, form.editing)
        except StoreError as error:
            form.keeper.signs.trouble = saved("", error)
            return
        if done.record is None:
            await form.refuse(done.gaps)
            return
        self._gone = True
        self._forget()
        form.place.buzz()
        form.place.replace(routes.terkirim(form.id))

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
