"""Announcements: what was sent and who has read it, and a new one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import flet as ft

from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.desk import menu
from server.desk.page_context import Desk, runner
from server.desk.widgets.buttons import filled_button, icon_button
from server.desk.widgets.frame import frame
from server.kantor import announcements, teks
from server.kantor.announcements import AnnouncementError, AnnouncementPage
from server.kantor.desk.addresses import AnnouncementsPlace
from server.kantor.desk.pengumuman import view
from shared.roles import Permission
from shared.wilayah import KODE


class Typed:
    """What stands in the form; writing here draws nothing anew."""

    judul = ""
    teks = ""


@ft.observable
@dataclass
class AnnouncementState:
    """A page of them, and what is being written."""

    ctx: Context
    account: Account
    place: AnnouncementsPlace
    page: AnnouncementPage | None = None
    failed: bool = False
    told: str = ""
    chosen: frozenset[str] = frozenset(KODE)
    typed: Typed = field(default_factory=Typed)

    async def show(self, place: AnnouncementsPlace) -> None:
        if place.new and not self.place.new:
            self.typed, self.chosen, self.told = Typed(), frozenset(KODE), ""
        self.place = place
        await self.load()

    async def load(self) -> None:
        asked = self.place
        try:
            found = await asyncio.to_thread(
                announcements.page, self.ctx, self.account, asked.number
            )
        except StoreError:
            self.failed = True
            return
        if asked == self.place:
            self.failed, self.page = False, found

    def choose(self, kode: str) -> None:
        self.chosen = self.chosen ^ {kode}

    def all_or_none(self) -> None:
        self.chosen = frozenset() if len(self.chosen) == len(KODE) else frozenset(KODE)

    async def send(self) -> bool:
        """Whether it went out."""
        typed = self.typed
        try:
            await asyncio.to_thread(
                announcements.publish, self.ctx, self.account, typed.judul, typed.teks,
                self.chosen,
            )  # fmt: skip
        except AnnouncementError:
            self.told = teks.PG_LENGKAPI
            return False
        except StoreError:
            self.told = umum.AG_GAGAL
            return False
        self.typed, self.told = Typed(), ""
        return True


@ft.component
def Pengumuman(desk: Desk, place: AnnouncementsPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: AnnouncementState(desk.ctx, desk.account, place))
    page = ft.context.page
    run = runner(page)

    def show() -> None:
        page.run_task(state.show, place)

    async def send() -> None:
        if await state.send():
            desk.go(AnnouncementsPlace())

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    may = desk.may(Permission.ANNOUNCE)
    lead, actions = None, []
    if place.new and may:
        lead = icon_button(
            ft.Icons.ARROW_BACK, teks.PG_KEMBALI, lambda: desk.go(AnnouncementsPlace())
        )
        shown = view.form(state.chosen, state.told, state.typed, state.choose, state.all_or_none)
        words = teks.PG_KIRIM.format(n=len(state.chosen)) if state.chosen else teks.PG_KIRIM_KOSONG
        actions = [filled_button(words, run(send), ft.Icons.SEND)]
    else:
        shown = view.listing(
            state.page, state.failed, run(state.load),
            lambda number: desk.go(AnnouncementsPlace(number=number)),
        )  # fmt: skip
        if may:
            new = AnnouncementsPlace(new=True)
            actions = [filled_button(teks.PG_BARU, lambda: desk.go(new), ft.Icons.CAMPAIGN)]
    return frame(
        desk.frame_facts(menu.PENGUMUMAN),
        shown,
        title=teks.PG_BARU if place.new and may else teks.PG_JUDUL,
        sub=teks.PG_SUB,
        lead=lead,
        actions=actions,
    )
