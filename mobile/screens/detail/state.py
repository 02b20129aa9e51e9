"""One report, opened: reading it, mending it, withdrawing it, sharing it."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from mobile.screens import routes
from mobile.screens.here import Here
from mobile.screens.share import share_report
from mobile.usecases.delete import delete
from mobile.usecases.finish import reopen, withdraw
from mobile.usecases.read import Detail, detail
from mobile.usecases.seen import mark_seen


@ft.observable
@dataclass
class DetailState:
    """What the screen shows, and which question is open."""

    place: Here
    ident: str
    seen: Detail | None = None
    gone: bool = False
    asking: str = ""
    fault: str = ""
    marked: bool = False

    async def load(self) -> None:
        self.seen = await detail(self.place.phone, self.ident)
        self.gone = self.seen is None
        if self.seen and not self.marked:
            self.marked = True
            await mark_seen(self.place.phone, self.ident)

    async def mend(self) -> None:
        """Open the form, at the field that the note points at."""
        if self.seen is None:
            return
        if self.seen.record.draft is None:
            editing = await reopen(self.place.phone, self.ident)
            await editing.close()
        self.place.go(routes.form(self.seen.record.current.kind, self.ident))

    async def share(self) -> None:
        if self.seen:
            await share_report(self.place, self.seen.record)

    def ask(self, what: str) -> None:
        self.asking = what
        self.fault = ""

    def close(self) -> None:
        self.asking = ""

    async def delete(self) -> None:
        """ "Hapus draf": the person has been asked."""
        self.asking = ""
        stays = self.seen is not None and self.seen.record.sent is not None
        await delete(self.place.phone, self.ident)
        if not stays:
            self.place.back()

    async def withdraw(self, reason: str, missing: str) -> None:
        """ "Tarik laporan ini"; ``missing`` is said when the reason is."""
        if not reason.strip():
            self.fault = missing
            return
        self.asking = ""
        await withdraw(self.place.phone, self.ident, reason)

    def open_photo(self, number: int) -> None:
        self.place.go(routes.foto(self.ident, number))
