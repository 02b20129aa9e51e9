"""Who of the village is there: ticked from the roster, without a signal too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import flet as ft

from mobile import teks
from mobile.ports import StoreError
from mobile.screens.here import Here
from mobile.usecases import inbox
from mobile.usecases.begun import Begun
from mobile.usecases.inbox import Item
from mobile.usecases.roster import active_members
from mobile.usecases.sentences import saved
from mobile.widgets import buttons, cards, chips, frame, sheet
from mobile.widgets.fields import fault_line
from mobile.widgets.layout import stretched
from mobile.widgets.text import second, text
from shared.checks_act import ATTENDANCE
from shared.satlinmas import Anggota, told_apart
from shared.widgets.layout import wrapped

I = ft.Icons  # noqa: E741


@ft.observable
@dataclass
class AttendanceState:
    """The sheet with the roster; a tick is on disk before it is sent."""

    place: Here
    ident: str
    members: tuple[Anggota, ...] | None = None
    """None: the sheet is closed."""
    chosen: tuple[str, ...] = ()
    fault: str = ""
    begun: Begun | None = None

    async def open(self, item: Item) -> None:
        """With what was begun, else with what is waiting to be sent."""
        self.begun = Begun(self.place.phone, ATTENDANCE, self.ident)
        self.begun.told = self._kept
        before = await self.begun.read()
        self.chosen = tuple(before.data.get("anggota", ())) if before else item.hadir
        self.fault, self.members = "", await active_members(self.place.phone)

    def close(self) -> None:
        self.members = None

    def tick(self, member: str, on: bool) -> None:
        """A name."""
        rest = tuple(one for one in self.chosen if one != member)
        self.chosen = (*rest, member) if on else rest
        if self.begun is not None:
            self.begun.change({"anggota": list(self.chosen)})

    async def send(self) -> None:
        """Kept, and sent when there is a signal."""
        if not self.chosen:
            self.fault = teks.PB_HADIR_PILIH
            return
        try:
            if self.begun is not None:
                await self.begun.rest()
            await inbox.attend(self.place.phone, self.ident, self.chosen)
        except StoreError:
            self.fault = teks.PB_BELUM_TERCATAT
            return
        self.members = None
        self.place.say(teks.PB_TERCATAT)

    def name(self, ident: str) -> str:
        """As the roster calls a member."""
        found = self.place.phone.roster.get(ident)
        return found.shown.nama if found else ""

    def _kept(self) -> None:
        trouble = self.begun.trouble if self.begun else None
        self.fault = saved("", trouble) if trouble else ""


def section(state: AttendanceState, item: Item) -> list[ft.Control]:
    """The way to the sheet, and what waits to be sent."""
    parts: list[ft.Control] = []
    if item.hadir:
        names = ", ".join(filter(None, map(state.name, item.hadir)))
        parts.append(second(teks.PB_HADIR_MENUNGGU.format(nama=names)))
    if item.hadir_ditolak:
        parts.append(fault_line(teks.PB_HADIR_DITOLAK))
    told = item.pembinaan is not None and item.pembinaan.peserta
    words = teks.PB_HADIR_UBAH if told or item.hadir else teks.PB_HADIR_ISI
    parts.append(buttons.outline(words, partial(state.open, item), name=I.HOW_TO_REG))
    return [frame.section(teks.PB_HADIR_BAGIAN, cards.card(stretched(*parts, gap=10), padding=14))]


def sheet_of(state: AttendanceState) -> ft.BottomSheet | None:
    """The roster to tick."""
    if state.members is None:
        return None
    return sheet.sheet(AttendanceForm(state), on_dismiss=state.close)


@ft.component
def AttendanceForm(state: AttendanceState) -> ft.Control:
    members = state.members or ()
    names = [
        chips.pick(told_apart(one, members), one.id in state.chosen, partial(state.tick, one.id))
        for one in members
    ]
    send = teks.PB_HADIR_KIRIM.format(jumlah=len(state.chosen))
    return stretched(
        text(teks.PB_HADIR_TANYA, "title"),
        second(teks.PB_HADIR_PETUNJUK if members else teks.PB_HADIR_TANPA),
        wrapped(*names),
        *([fault_line(state.fault)] if state.fault else []),
        *([buttons.primary(send, state.send, name=I.CHECK)] if members else []),
        buttons.outline(teks.BATAL if members else teks.TUTUP, state.close),
        gap=14,
    )
