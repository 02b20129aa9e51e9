"""Activation: one code makes this phone the reporter of one village."""

from __future__ import annotations

from dataclasses import dataclass, replace

import flet as ft

from mobile import teks
from mobile.ports import Identity
from mobile.screens.here import Here
from mobile.usecases.activate import activate, clean_server, confirm, unconfirmed
from mobile.usecases.phone import off_loop
from mobile.usecases.sentences import activation_trouble

NOT_ME = "bukan_saya"
"""Kept among the hints: the identity on this phone belongs to somebody else."""


@ft.observable
@dataclass
class AktivasiState:
    """What is typed, what came of it, and whether it is the right person."""

    place: Here
    code: str = ""
    server: str = ""
    fault: str = ""
    server_fault: str = ""
    asking_server: bool = False
    privacy: bool = False
    busy: bool = False
    found: Identity | None = None
    refused: Identity | None = None

    @classmethod
    def begin(cls, place: Here) -> AktivasiState:
        kept = place.phone.state.preferences().server
        known = place.phone.state.identity()
        server = kept or place.preset_server or (known.server if known else "")
        refused = known if NOT_ME in place.phone.state.preferences().hints_shown else None
        return cls(
            place, code="" if refused else place.preset_code, server=server,
            found=unconfirmed(place.phone), refused=refused,
        )  # fmt: skip

    @property
    def given(self) -> str:
        """The code that came with the slip's address; none for whoever said that it is wrong."""
        return "" if self.refused else self.place.preset_code

    def typed(self, code: str) -> None:
        self.code = code
        self.fault = ""

    def open_privacy(self) -> None:
        self.privacy = True

    def close_privacy(self) -> None:
        self.privacy = False

    async def start(self) -> None:
        """ "Mulai"."""
        if self.busy:
            return
        if not self.server:
            self.fault = teks.ALAMAT_KOSONG
            self.asking_server = True
            return
        self.busy = True
        self.fault = ""
        self.place.renewing = is_ready(self.place)
        try:
            name = await self.place.device_name() if self.place.device_name else ""
            answer = await activate(self.place.phone, self.server, self.code, name)
        finally:
            self.busy = False
        self.found = answer.identity
        if answer.trouble:
            self.place.renewing = False
            self.fault = activation_trouble(answer.trouble)

    async def yes(self) -> None:
        """ "Ya, benar": from now on this phone reports."""
        await self._remember(not_me=False)
        await confirm(self.place.phone)
        self.found = None
        self.place.renewing = False
        self.place.tab("/")
        self.place.redraw()

    async def not_me(self) -> None:
        """ "Bukan saya": the phone waits for another code, also after a restart."""
        if self.found is None:
            return
        self.code = ""
        await self._remember(not_me=True)
        await self.place.phone.secrets.forget_token()
        self.refused, self.found = self.found, None
        await off_loop(self.place.phone.state.update_sync, lambda s: replace(s, confirmed=True))
        self.place.renewing = False

    def ask_server(self) -> None:
        self.asking_server = True
        self.server_fault = ""

    def close_server(self) -> None:
        self.asking_server = False

    def use_server(self, text: str) -> None:
        """Take another address, if it is one that this phone may use."""
        address = clean_server(text)
        if address is None:
            self.server_fault = activation_trouble("bad_address")
            return
        self.server = address
        self.fault = ""
        self.asking_server = False

    async def _remember(self, *, not_me: bool) -> None:
        def keep() -> None:
            kept = self.place.phone.state.preferences()
            hints = tuple(hint for hint in kept.hints_shown if hint != NOT_ME)
            wanted = (*hints, NOT_ME) if not_me else hints
            if wanted != kept.hints_shown:
                self.place.phone.state.set_preferences(replace(kept, hints_shown=wanted))

        await off_loop(keep)


def is_ready(place: Here) -> bool:
    """Whether this phone has an identity, and its person has agreed to it.

    While a working phone gets a new code its screens stay: the question stands above them.
    """
    state = place.phone.state
    if state.identity() is None or NOT_ME in state.preferences().hints_shown:
        return False
    return place.renewing or state.sync_state().confirmed
