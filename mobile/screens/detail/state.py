"""One report, opened: reading it, mending it, withdrawing it, sharing it."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import flet as ft

from mobile import teks
from mobile.ports import StoreError
from mobile.screens import routes
from mobile.screens.here import Here
from mobile.screens.share import copy_report, save_paper, share_paper, share_report
from mobile.usecases.delete import delete
from mobile.usecases.far_photos import far, fetch
from mobile.usecases.finish import reopen, withdraw
from mobile.usecases.paper import NoReport, PaperFile, paper
from mobile.usecases.read import Detail, detail
from mobile.usecases.seen import mark_seen

log = logging.getLogger("sinar.phone")


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
    paper_words: str = ""
    paper_part: float = 0.0
    paper_fault: str = ""
    asked: frozenset[str] = frozenset()
    """Small pictures that the kecamatan was asked for; once for each visit of this screen."""

    async def load(self) -> None:
        self.seen = await detail(self.place.phone, self.ident)
        self.gone = self.seen is None
        if self.seen:
            await self._fetch(self.seen)
        if self.seen and not self.marked:
            self.marked = True
            await mark_seen(self.place.phone, self.ident)

    async def _fetch(self, seen: Detail) -> None:
        there = await far(self.place.phone, seen.record)
        wanted = [sha for sha in there if sha not in self.asked]
        if wanted:
            self.asked |= frozenset(wanted)
            self.place.task(fetch, self.place.phone, wanted)

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

    async def copy(self) -> None:
        if self.seen:
            await copy_report(self.place, self.seen.record)

    async def share_paper(self) -> None:
        if file := await self._paper():
            await share_paper(self.place, file)

    async def save_paper(self) -> None:
        if file := await self._paper():
            await save_paper(self.place, file)

    async def _paper(self) -> PaperFile | None:
        """The PDF; None while one is being made, and when it cannot be made: that is said."""
        if self.paper_words:
            return None
        self.paper_words, self.paper_part, self.paper_fault = teks.PDF_DIBUAT, 0.0, ""
        try:
            return await paper(self.place.phone, self.ident, self._told)
        except NoReport:
            self.gone = True
        except (OSError, StoreError):
            log.exception("no paper of %s", self.ident)
            self.paper_fault = teks.PDF_GAGAL
        finally:
            self.paper_words = ""
        return None

    def _told(self, number: int, total: int) -> None:
        if self.paper_words:
            self.paper_words = teks.PDF_FOTO.format(ke=number, jumlah=total)
            self.paper_part = number / (total + 1)

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
