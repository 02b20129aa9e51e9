"""A page of announcements, and the one that is being written."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from server.core.context import Context
from server.core.sessions import Account
from server.desk.reading import Reading, Refusals
from server.kantor import announcements, teks
from server.kantor.announcements import AnnouncementError, AnnouncementPage
from server.kantor.desk.addresses import AnnouncementsPlace

FORM = "pengumuman"


class AnnouncementState(Reading[AnnouncementsPlace, AnnouncementPage]):
    """The newest first; to whom the new one goes."""

    refusals: ClassVar[Refusals] = {AnnouncementError: teks.PG_LENGKAPI}
    chosen: frozenset[str] = frozenset()

    def __init__(self, ctx: Context, account: Account, asked: AnnouncementsPlace) -> None:
        super().__init__(ctx, account, asked)
        self.typed = self.begun(FORM)
        self.chosen = frozenset(ctx.wilayah.by_kode)

    def read(self, asked: AnnouncementsPlace) -> AnnouncementPage:
        return announcements.page(self.ctx, self.account, asked.number)

    @property
    def reads(self) -> bool:
        return not self.asked.new

    def choose(self, kode: str, chosen: bool) -> None:
        """As its chip shows it by now: the chip turns over in the browser, before we hear of it."""
        self.chosen = self.chosen | {kode} if chosen else self.chosen - {kode}

    def all_or_none(self, chosen: bool) -> None:
        self.chosen = frozenset(self.ctx.wilayah.by_kode if chosen else ())

    async def send(self, opened: Callable[[], None]) -> None:
        typed = self.typed

        def done(_: object) -> None:
            self.sent(FORM)
            opened()

        await self.act(announcements.publish, typed.judul, typed.teks, self.chosen, then=done)
