"""One open form: what is entered, what stands in the way, and where one is in it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Any

import flet as ft

from mobile.domain.record import Note, Record
from mobile.ports import Memory
from mobile.screens.form_parts.form_exits import FormExits
from mobile.screens.form_parts.locating import Locator
from mobile.screens.form_parts.photo_queue import PhotoQueue
from mobile.screens.form_parts.sections import in_order, section_of
from mobile.screens.form_parts.signs import Retold, SignKeeper, Signs
from mobile.screens.here import Here
from mobile.usecases.doubts import Doubt
from mobile.usecases.edit import Editing
from mobile.usecases.sentences import at_field
from mobile.usecases.start import is_untouched
from shared.laporan import Laporan
from shared.protocol import REQUIRED, Gap
from shared.satlinmas import Anggota

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
        self.memory = memory
        self.members: tuple[Anggota, ...] = ()
        self.begun = begun
        self.day_is_chosen = not is_untouched(editing.record)
        """Whether another hour stays on the day, rather than being the last time it was so late."""
        self.faults: dict[str, str] = {}
        self.sheet = ""
        self.doubt: Doubt | None = None
        self.answered: tuple[Doubt | None, ...] = ()
        self.retold = Retold()
        self._settings = settings
        self.keeper = SignKeeper(place.phone, editing)
        self.locator = Locator(place.phone, editing, self.redraw)
        self.photos = PhotoQueue(place.phone, editing, self._photo_kept)
        self.exits = FormExits(self)
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
    def signs(self) -> Signs:
        """The signs of life around it."""
        return self.keeper.signs

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
            faults[section] = at_field(wrong[0], self.draft)
        else:
            faults.pop(section, None)
        self._show(faults)

    def redraw(self) -> None:
        """Show what is there now."""
        self.keeper.refresh()
        self.notify()

    def open(self, sheet: str) -> None:
        self.sheet = sheet

    def close_sheet(self) -> None:
        self.sheet = ""

    # Where one is ---------------------------------------------------------------------------

    def scrolls(self, scroll: Scroll) -> None:
        """How the screen moves to a question."""
        self._scroll = scroll

    async def show(self, section: str) -> None:
        """Move to a question, after what was drawn has arrived there."""
        if self._scroll:
            await asyncio.sleep(0.05)
            await self._scroll(section)

    async def refuse(self, gaps: Iterable[Gap]) -> None:
        """Kirim came too early: a sentence at each gap, and to the first of them."""
        found = in_order(gaps, self.draft)
        faults: dict[str, str] = {}
        for gap in found:
            faults.setdefault(section_of(gap.field), at_field(gap, self.draft))
        self._show(faults)
        self.keeper.refresh()
        await self.show(section_of(found[0].field))

    def stop(self) -> None:
        """Nothing of it goes on: no search, no signs."""
        self.locator.stop()
        self.keeper.stop()

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

    def _photo_kept(self) -> None:
        if self.faults.get("foto"):
            self._show({name: words for name, words in self.faults.items() if name != "foto"})
        self.redraw()


def _note_section(note: Note) -> str:
    if note.foto:
        return "foto"
    return section_of(note.field) if note.field else ""
