"""Announcements: what was sent and who has read it, and a new one."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.buttons import filled_button, icon_button
from server.kantor import teks
from server.kantor.desk.addresses import AnnouncementsPlace
from server.kantor.desk.pengumuman import view
from server.kantor.desk.pengumuman.state import AnnouncementState
from shared.roles import Permission


@ft.component
def Pengumuman(desk: Desk, place: AnnouncementsPlace) -> ft.Control:
    state = use_reading(desk, lambda: AnnouncementState(desk.ctx, desk.account, place), place)
    may = desk.may(Permission.ANNOUNCE)
    lead, actions = None, []

    def back() -> None:
        desk.go(AnnouncementsPlace())

    if place.new and may:
        lead = icon_button(ft.Icons.ARROW_BACK, teks.PG_KEMBALI, back)
        shown = view.form(state)
        count = len(state.chosen)
        words = teks.PG_KIRIM.format(n=count) if count else teks.PG_KIRIM_KOSONG
        actions = [filled_button(words, desk.run(state.send, back), ft.Icons.SEND)]
    else:
        shown = view.listing(
            state, desk.run(state.load), lambda number: desk.go(AnnouncementsPlace(number=number))
        )
        if may:
            new = AnnouncementsPlace(new=True)
            actions = [filled_button(teks.PG_BARU, lambda: desk.go(new), ft.Icons.CAMPAIGN)]
    return desk.framed(
        menu.PENGUMUMAN,
        state,
        shown,
        title=teks.PG_BARU if place.new and may else teks.PG_JUDUL,
        sub=teks.PG_SUB,
        lead=lead,
        actions=actions,
    )
