"""Beranda: what is now, and how a report begins."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from mobile.ports import SyncReason
from mobile.screens import routes, tampilan
from mobile.screens.here import Here
from mobile.usecases.read import Home, Row, home
from mobile.usecases.start import begin, copy_last
from mobile.usecases.unfinished import Unfinished
from shared.checks_act import COMPLAINT, VILLAGE_DATA
from shared.laporan import Kind

KEPT = "beranda"


@ft.observable
@dataclass
class BerandaState:
    """What Beranda shows and does."""

    place: Here
    home: Home | None = None
    asking: Kind | None = None
    menu: bool = False
    busy: bool = False

    @classmethod
    def begin(cls, place: Here) -> BerandaState:
        """With what was shown last, so that the first frame is whole."""
        kept = place.kept.get(KEPT)
        return cls(place, kept if isinstance(kept, Home) else None)

    async def load(self) -> None:
        fresh = await home(self.place.phone)
        self.place.kept[KEPT] = fresh
        self.home = fresh

    async def report(self, kind: Kind) -> None:
        """Begin a report; when one was left lying, ask first."""
        left = self.home.resume if self.home else None
        if left and left.laporan.kind == kind:
            self.asking = kind
            return
        await self.start_new(kind)

    async def wished(self, kind: Kind) -> None:
        """A shortcut of the app's icon: the same as the button."""
        await self.load()
        await self.report(kind)

    async def start_new(self, kind: Kind) -> None:
        self.asking = None
        if self.busy:
            return
        self.busy = True
        try:
            record = await begin(self.place.phone, kind)
            self.place.go(routes.form(kind, record.id))
        finally:
            self.busy = False

    async def copy(self) -> None:
        """ "Salin laporan terakhir"."""
        if self.busy:
            return
        self.busy = True
        try:
            record = await copy_last(self.place.phone)
            if record is not None:
                self.place.go(routes.kegiatan(record.id))
        finally:
            self.busy = False

    def resume(self) -> None:
        """ "Lanjutkan"."""
        self.asking = None
        left = self.home.resume if self.home else None
        if left:
            self.place.go(routes.form(left.laporan.kind, left.id))

    def go_on(self, one: Unfinished) -> None:
        """To what was begun besides reports."""
        ways = {VILLAGE_DATA: routes.DATA_DESA, COMPLAINT: routes.TULIS_KENDALA}
        self.place.go(ways.get(one.kind) or routes.pembinaan(one.ref))

    def open_menu(self) -> None:
        self.menu = True

    def close(self) -> None:
        """Whatever sheet is open."""
        self.menu = False
        self.asking = None

    async def look(self, value: str) -> None:
        self.menu = False
        await tampilan.choose(self.place, value)

    def check(self) -> None:
        self.menu = False
        self.place.go(routes.PERIKSA_HP)

    def send_now(self) -> None:
        self.place.phone.sync.request_sync(SyncReason.TAP)

    def stop(self) -> None:
        self.place.phone.sync.stop()

    def open_rows(self, rows: tuple[Row, ...]) -> None:
        """One report opens itself, several open their list."""
        if len(rows) == 1:
            self.place.go(routes.detail(rows[0].id))
        else:
            self.place.tab(routes.LAPORAN)
