"""The village's complaints, and the one that is being written."""

from __future__ import annotations

from dataclasses import dataclass, field

import flet as ft

from mobile import teks_suara as teks
from mobile.ports import StoreError
from mobile.screens import routes
from mobile.screens.here import Here
from mobile.usecases import complaint
from mobile.usecases.begun import Begun
from mobile.usecases.complaint import FORM, Complaint
from mobile.usecases.sentences import at_field, saved
from shared.checks_act import COMPLAINT


@ft.observable
@dataclass
class PengaduanState:
    """The list: opened, its answers are read; what was new stays marked until one leaves."""

    place: Here
    items: tuple[Complaint, ...] | None = None
    fresh: frozenset[str] = frozenset()

    async def load(self) -> None:
        found = await complaint.complaints(self.place.phone)
        unread = frozenset(one.id for one in found if one.unread)
        self.items, self.fresh = found, self.fresh | unread
        await complaint.mark_read(self.place.phone, unread)

    def write(self) -> None:
        self.place.go(routes.TULIS_KENDALA)

    async def again(self, refused: Complaint) -> None:
        """ "Tulis ulang": its words are in the form again."""
        try:
            await complaint.take_back(self.place.phone, refused)
        except StoreError:
            self.place.say(teks.PENGADUAN_BELUM_TERCATAT)
        else:
            self.write()


@ft.observable
@dataclass
class KendalaState:
    """The form; every change is on disk, and nothing leaves the phone before "Kirim"."""

    place: Here
    teks: str | None = None
    """None until what was begun has been read."""
    saved: str = ""
    fault: str = ""
    busy: bool = False
    ident: str = field(default_factory=complaint.new_id)
    """One for the visit: a second tap tells the same once more, not twice."""
    begun: Begun | None = None
    begun_before: bool = False
    """Whether words of an earlier visit stand here that were never sent."""

    async def load(self) -> None:
        self.begun = Begun(self.place.phone, COMPLAINT, FORM)
        self.begun.told = self._kept
        before = await self.begun.read()
        self.saved = saved(before.waktu, None) if before else ""
        self.teks = str(before.data.get("teks", "")) if before else ""
        self.begun_before = bool(self.teks.strip())

    def type(self, words: str) -> None:
        self.teks = words
        if self.begun is not None:
            self.begun.change({"teks": words})

    async def send(self) -> None:
        """Kept, and sent when there is a signal."""
        if self.busy or self.begun is None:
            return
        if not (self.teks or "").strip():
            self.fault = teks.PENGADUAN_PERLU
            return
        self.busy = True
        try:
            await self.begun.rest()
            gaps = await complaint.send(self.place.phone, self.ident, self.teks or "")
        except StoreError:
            self.begun.change({"teks": self.teks})
            self.fault = teks.PENGADUAN_BELUM_TERCATAT
            return
        finally:
            self.busy = False
        if gaps:
            self.begun.change({"teks": self.teks})
            self.fault = at_field(gaps[0])
            return
        self.place.buzz()
        self.place.say(teks.PENGADUAN_TERCATAT)
        self.place.back()

    def _kept(self) -> None:
        if self.begun is None:
            return
        trouble = self.begun.trouble
        fault, line = saved("", trouble) if trouble else "", saved(self.begun.saved_at, None)
        if (fault, line) != (self.fault, self.saved):
            self.fault, self.saved = fault, line
