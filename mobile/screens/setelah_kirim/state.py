"""After sending: eight seconds to take it back, then what happens to it, as it happens."""

from __future__ import annotations

import math
from dataclasses import dataclass

import flet as ft

from mobile import teks
from mobile.domain.record import HAVE_IT
from mobile.screens import routes
from mobile.screens.form_parts.form_exits import told_key
from mobile.screens.here import Here
from mobile.screens.share import share_report
from mobile.screens.words import moment
from mobile.usecases.delete import delete
from mobile.usecases.finish import Gone, Settled, recall, reopen
from mobile.usecases.read import Connection, Detail, connection, detail
from shared.laporan import Kind, counts_of


@ft.observable
@dataclass
class TerkirimState:
    """The report that was just finished."""

    place: Here
    ident: str
    seen: Detail | None = None
    connection: Connection | None = None
    left_s: int = 0
    offered: bool = False
    """Whether it could be taken back while this screen was open."""
    gone: bool = False

    async def load(self) -> None:
        phone = self.place.phone
        seen = await detail(phone, self.ident)
        self.connection = await connection(phone)
        self.seen = seen
        self.gone = seen is None
        self.count_down()

    def count_down(self) -> bool:
        """Seconds in which it can still be taken back; called every second."""
        until = moment(self.seen.hold_until) if self.seen else None
        now = self.place.phone.clock.now()
        self.left_s = max(0, math.ceil((until - now).total_seconds())) if until else 0
        self.offered = self.offered or self.left_s > 0
        return True

    async def take_back(self) -> None:
        """ "Batalkan kiriman"."""
        record = await recall(self.place.phone, self.ident)
        if record is None:
            self.place.say(teks.BATALKAN_TERLAMBAT)
            return
        if record.current.kind == Kind.NIHIL:
            await delete(self.place.phone, self.ident)
            self.place.tab(routes.BERANDA)
            self.place.say(teks.NIHIL_DIBATALKAN)
            return
        mending = record.sent is not None
        words = teks.BATALKAN_PERBAIKAN if mending else teks.BATALKAN_BERHASIL
        self.place.kept[told_key(self.ident)] = words
        self.place.replace(routes.form(record.current.kind, self.ident))

    async def share(self) -> None:
        if self.seen:
            await share_report(self.place, self.seen.record)

    @property
    def lacks_counts(self) -> bool:
        """Whether a kejadian has arrived of which nobody has said yet whom and what it hit."""
        record = self.seen.record if self.seen else None
        if record is None or record.sent is None or record.sent.kejadian is None:
            return False
        arrived = record.sent_state in HAVE_IT and record.draft is None
        return arrived and not counts_of(record.sent.kejadian)

    async def complete(self) -> None:
        """ "Lengkapi sekarang"."""
        try:
            editing = await reopen(self.place.phone, self.ident)
        except (Gone, Settled):
            self.open()
            return
        await editing.close()
        self.place.replace(routes.form(editing.draft.kind, self.ident))

    def home(self) -> None:
        self.place.tab(routes.BERANDA)

    def open(self) -> None:
        self.place.trail.clear()
        self.place.replace(routes.detail(self.ident))
