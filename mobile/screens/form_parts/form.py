"""One open form: what is entered, what stands in the way, and how it is sent or left."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Any

import flet as ft

from mobile.ports import Memory, PhotoError, StoreError
from mobile.record import Note, Record
from mobile.screens import routes
from mobile.screens.form_parts.locating import Locator
from mobile.screens.form_parts.photo_queue import PhotoQueue
from mobile.screens.form_parts.sections import in_order, section_of
from mobile.screens.form_parts.signs import Retold, SignKeeper
from mobile.screens.here import Here
from mobile.usecases import delete, finish
from mobile.usecases.edit import Editing
from mobile.usecases.photo import check_room
from mobile.usecases.sentences import at_field, photo_trouble, saved
from shared.laporan import Laporan
from shared.protocol import REQUIRED, Gap

Scroll = Callable[[str], Awaitable[None]]


class FormState(ft.Observable):
    """What the screens of one form share: the form itself and the camera above it.

    Drawn anew after a choice, never after a key: `chose` for the first, `typed` for the second.
    """

    def __init__(
        self, place: Here, editing: Editing, memory: Memory, settings: dict[str, Any],
        begun: datetime,
    ) -> None:  # fmt: skip
        self._place = place
        self._editing = editing
        self._scroll: Scroll | None = None
        self._pending: dict[str, Callable[[], None]] = {}
        self._leaving = False
        self._warned = False
        self.memory = memory
        self.begun = begun
        self.faults: dict[str, str] = {}
        self.sheet = ""
        self.retold = Retold()
        self.retaking: str | None = None
        self._settings = settings
        self.keeper = SignKeeper(place.phone, editing)
        self.locator = Locator(place.phone, editing, self.redraw)
        self.photos = PhotoQueue(place.phone, editing, self._photo_kept)
        self.came_back_to = section_of(editing.place) if editing.place else ""

    # What it holds ---------------------------------------------------------------------------

    @property
    def id(self) -> str:
        return self._editing.id

    @property
    def place(self) -> Here:
        """The page it is on."""
        return self._place

    @property
    def editing(self) -> Editing:
        return self._editing

    @property
    def draft(self) -> Laporan:
        return self._editing.draft

    @property
    def record(self) -> Record:
        return self._editing.record

    @property
    def mending(self) -> bool:
        """Whether a version of it was sent before."""
        return self.record.sent is not None

    @property
    def settings(self) -> dict[str, Any]:
        """What the kecamatan has decided for the phones."""
        return dict(self._settings)

    def notes(self, section: str) -> list[Note]:
        """The kecamatan's notes at a question, on the version that is being mended."""
        sent = self.record.sent
        if sent is None:
            return []
        return [
            note
            for note in self.record.notes
            if note.versi == sent.versi and _note_section(note) == section
        ]

    # Changing it -----------------------------------------------------------------------------

    def chose(self, section: str, **fields: Any) -> None:
        """A tap: the form shows it at once."""
        self._entered(section, self._editing.change, fields)
        self.redraw()

    def chose_kejadian(self, section: str, **fields: Any) -> None:
        """The same for the fields that a kejadian adds."""
        self._entered(section, self._editing.change_kejadian, fields)
        self.redraw()

    def typed(self, section: str, **fields: Any) -> None:
        """A key: only the signs change."""
        self._entered(section, self._editing.change, fields)

    def typed_kejadian(self, section: str, **fields: Any) -> None:
        """The same for the fields that a kejadian adds."""
        self._entered(section, self._editing.change_kejadian, fields)

    def rewrote(self) -> None:
        """The words of the story come from elsewhere now: its field starts anew."""
        self.retold.count += 1

    def left(self, section: str) -> None:
        """The person leaves a field: what is wrong is said there; what is empty can wait."""
        wrong = [gap for gap in self._gaps_at(section) if gap.code != REQUIRED]
        faults = {**self.faults}
        if wrong:
            faults[section] = at_field(wrong[0])
        else:
            faults.pop(section, None)
        self._show(faults)

    def hold(self, name: str, keep: Callable[[], None] | None) -> None:
        """Words in a field that is not added yet: they are kept at Kirim and at leaving."""
        if keep is None:
            self._pending.pop(name, None)
        else:
            self._pending[name] = keep

    def redraw(self) -> None:
        """Show what is there now."""
        self.keeper.refresh()
        self.notify()

    def open(self, sheet: str) -> None:
        self.sheet = sheet

    def close_sheet(self) -> None:
        self.sheet = ""

    # Going -----------------------------------------------------------------------------------

    def scrolls(self, scroll: Scroll) -> None:
        """How the screen moves to a question."""
        self._scroll = scroll

    async def show(self, section: str) -> None:
        """Move to a question, after what was drawn has arrived there."""
        if self._scroll:
            await asyncio.sleep(0.05)
            await self._scroll(section)

    async def send(self) -> None:
        """Kirim: to the next screen, or to the first gap with its sentence."""
        if self.keeper.signs.busy:
            return
        self.keeper.signs.busy = True
        try:
            await self._send()
        finally:
            self.keeper.signs.busy = False

    async def camera(self) -> None:
        """Open the camera above the form, if there is room for a photo."""
        await self._open_camera(None)

    async def retake(self, sha256: str) -> None:
        """The same, for one picture in the place of another."""
        await self._open_camera(sha256)

    async def _open_camera(self, instead_of: str | None) -> None:
        self.retaking = instead_of
        self._editing.move("foto")
        try:
            if self.retaking is None:
                await check_room(self._place.phone, self._editing)
        except PhotoError as error:
            self.photos.say(photo_trouble(error))
            return
        self.photos.say("")
        self._place.go(routes.kamera(self.draft.kind, self.id))

    async def delete(self) -> None:
        """The draft goes, after the question."""
        self.close_sheet()
        self._leaving = True
        await self._editing.flush()
        self._editing.finish()
        self._stop()
        await delete.delete(self._place.phone, self.id)
        self._place.kept.pop(key_of(self.id), None)
        self._place.back()

    async def leave(self) -> None:
        """Back: everything is on disk, nothing is asked.

        Where the disk refuses, the first back stays: the head says why. The second leaves.
        """
        if self._leaving:
            return
        self._keep_pending()
        await self.photos.drained()
        if not await self._editing.flush() and not self._warned:
            self._warned = True
            self.redraw()
            return
        await self.close()
        self._place.back()

    async def close(self) -> None:
        """The form is gone from the screen, whichever way."""
        if self._leaving:
            return
        self._leaving = True
        self._keep_pending()
        await self.photos.drained()
        self._stop()
        self._place.kept.pop(key_of(self.id), None)
        await self._editing.close()

    async def _send(self) -> None:
        self._keep_pending()
        await self.photos.drained()
        try:
            done = await finish.finish(self._place.phone, self._editing)
        except StoreError as error:
            self.keeper.signs.trouble = saved("", error)
            return
        if done.record is None:
            await self._refuse(done.gaps)
            return
        self._leaving = True
        self._stop()
        self._place.kept.pop(key_of(self.id), None)
        self._place.replace(routes.terkirim(self.id))

    async def _refuse(self, gaps: Iterable[Gap]) -> None:
        found = in_order(gaps, self.draft)
        faults: dict[str, str] = {}
        for gap in found:
            faults.setdefault(section_of(gap.field), at_field(gap))
        self._show(faults)
        self.keeper.refresh()
        await self.show(section_of(found[0].field))

    def _entered(self, section: str, change: Callable[..., None], fields: dict[str, Any]) -> None:
        story = self.draft.uraian
        change(**fields)
        if "uraian" not in fields and self.draft.uraian != story:
            self.rewrote()
        self._editing.move(section)
        self.keeper.refresh()
        if self.faults and section in self.faults and not self._gaps_at(section):
            self._show({name: words for name, words in self.faults.items() if name != section})

    def _gaps_at(self, section: str) -> list[Gap]:
        return [gap for gap in self.keeper.gaps if section_of(gap.field) == section]

    def _show(self, faults: dict[str, str]) -> None:
        self.faults = faults

    def _keep_pending(self) -> None:
        for keep in tuple(self._pending.values()):
            keep()
        self._pending.clear()

    def _photo_kept(self) -> None:
        if self.faults.get("foto"):
            self._show({name: words for name, words in self.faults.items() if name != "foto"})
        self.redraw()

    def _stop(self) -> None:
        self.locator.stop()
        self.keeper.stop()


def key_of(ident: str) -> str:
    """Where the page keeps the open form."""
    return f"form:{ident}"


def _note_section(note: Note) -> str:
    if note.foto:
        return "foto"
    return section_of(note.field) if note.field else ""
