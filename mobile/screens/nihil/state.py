"""Nihil: which month, what speaks against it, and sending it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import flet as ft

from mobile.screens import routes
from mobile.screens.here import Here
from mobile.usecases.nihil import NihilCheck, check, is_early, periodes, send_nihil
from mobile.usecases.phone import off_loop


@ft.observable
@dataclass
class NihilState:
    """The sheet: closed while there are no checks."""

    place: Here
    checks: tuple[NihilCheck, ...] = ()
    chosen: str = ""
    busy: bool = False
    asking: bool = False
    """Whether it is asked if a nihil of a month that has hardly begun is meant."""

    @property
    def current(self) -> NihilCheck | None:
        """What is known of the chosen month."""
        return next((found for found in self.checks if found.periode == self.chosen), None)

    async def open(self) -> None:
        phone = self.place.phone
        months = await off_loop(periodes, phone)
        found = await asyncio.gather(*(check(phone, month) for month in months))
        self.chosen = months[0]
        self.checks = tuple(found)

    def close(self) -> None:
        self.checks, self.asking = (), False

    def choose(self, periode: str) -> None:
        self.chosen, self.asking = periode, False

    async def send(self) -> None:
        """The second of the two taps; of a month that has hardly begun there is a third."""
        if self.busy:
            return
        if not self.asking and is_early(self.place.phone, self.chosen):
            self.asking = True
            return
        self.busy = True
        try:
            record = await send_nihil(self.place.phone, self.chosen)
            self.close()
            self.place.buzz()
            self.place.go(routes.terkirim(record.id))
        finally:
            self.busy = False

    def look(self) -> None:
        """Open the nihil that is there already."""
        done = self.current.sudah if self.current else None
        self.close()
        if done:
            self.place.go(routes.detail(done.id))
