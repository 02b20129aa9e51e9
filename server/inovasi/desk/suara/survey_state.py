"""The state of the survey's page: a period's result, and whether it is open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import flet as ft

from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.papers import qr
from server.core.sessions import Account
from server.inovasi import public_summary, survey
from server.inovasi import teks_suara as words
from server.inovasi.survey import Survey
from server.rekap import approvals

SURVEY = "/survei"


class Typed:
    """What was done, as it is being written; writing here draws nothing anew."""

    teks = ""
    touched = False


@ft.observable
@dataclass
class SurveyState:
    """What the page shows and does. ``told`` says what a deed came to."""

    ctx: Context
    account: Account
    origin: str
    periode: str = ""
    seen: Survey | None = None
    public: bool = True
    link: str = ""
    code: bytes = b""
    failed: bool = False
    told: str = ""
    well: bool = True
    typed: Typed = field(default_factory=Typed)

    async def show(self, periode: str) -> None:
        self.periode, self.told, self.typed = periode, "", Typed()
        await self.load()

    async def load(self) -> None:
        asked = self.periode
        try:
            seen, public, link, code = await asyncio.to_thread(self._read, asked)
        except StoreError:
            self.failed = True
            return
        if asked == self.periode:
            self.failed, self.seen, self.public = False, seen, public
            self.link, self.code = link, code
            if not self.typed.touched:
                self.typed.teks = seen.told.action

    def _read(self, periode: str) -> tuple[Survey, bool, str, bytes]:
        seen = survey.look(self.ctx, self.account, periode)
        link = approvals.public_address(self.ctx, self.origin).rstrip("/") + SURVEY
        return seen, public_summary.is_on(self.ctx), link, qr.png(link)

    async def turn(self) -> None:
        """Open the survey, or close it."""
        is_open = self.seen is not None and self.seen.open
        await self._do(lambda: survey.set_open(self.ctx, self.account, is_open=not is_open), "")

    async def turn_public(self) -> None:
        """Show the public page, or switch it off."""
        on = not self.public
        await self._do(lambda: public_summary.set_on(self.ctx, self.account, on=on), "")

    async def keep_action(self) -> None:
        """What was done about the weakest element."""
        if self.seen is None:
            return
        periode, teks_ = self.seen.periode, self.typed.teks
        self.typed.touched = False
        await self._do(
            lambda: survey.tell_action(self.ctx, self.account, periode, teks_), words.SKM_TERSIMPAN
        )

    def type(self, teks_: str) -> None:
        self.typed.teks, self.typed.touched = teks_, True

    async def _do(self, deed: Callable[[], Any], well: str) -> None:
        try:
            await asyncio.to_thread(deed)
        except StoreError:
            self.told, self.well = umum.AG_GAGAL, False
            return
        self.told, self.well = well, True
        await self.load()
