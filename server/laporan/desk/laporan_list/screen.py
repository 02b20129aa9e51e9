"""The list of reports: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server.core import teks as umum
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.buttons import filled_button, icon_button, outline_button
from server.desk.widgets.theme import look
from server.laporan import teks
from server.laporan.desk.addresses import ListPlace, PastePlace, ReviewPlace
from server.laporan.desk.laporan_list import view
from server.laporan.desk.laporan_list.state import ListState
from shared.roles import Permission


@ft.component
def LaporanList(desk: Desk, place: ListPlace) -> ft.Control:
    state = use_reading(desk, lambda: ListState(desk.ctx, desk.account, place), place)
    again = desk.run(state.load)

    def show_new() -> None:
        state.acknowledge()
        desk.go(place.at(1)) if place.number > 1 else again()

    on = view.ListActions(
        go=desk.go,
        open=lambda ident: desk.go(place.opening(ident)),
        search=lambda words: desk.go(state.asked.choosing(words=words)),
        again=again,
        show_new=show_new,
    )
    return desk.framed(
        menu.LAPORAN,
        state,
        view.body(state, on),
        title=umum.DAFTAR_JUDUL,
        sub=teks.DAFTAR_SUB,
        actions=[*_review(desk, state), *_paste(desk), *view.head_actions(state, on)],
    )


def _paste(desk: Desk) -> list[ft.Control]:
    """A village reported by chat: the way to write it down on its behalf."""
    if not desk.may(Permission.WRITE_LAPORAN):
        return []

    def press() -> None:
        desk.go(PastePlace())

    if not look().roomy:
        return [icon_button(ft.Icons.CONTENT_PASTE, teks.TEMPEL_TOMBOL, press)]
    said, tip = teks.TEMPEL_PENDEK, teks.TEMPEL_TOMBOL
    return [outline_button(said, press, ft.Icons.CONTENT_PASTE, tip=tip)]


def _review(desk: Desk, state: ListState) -> list[ft.Control]:
    """The way to the review, for who may decide, while something waits."""
    waiting = state.found.waiting if state.found else 0
    if not waiting or not desk.may(Permission.REVIEW):
        return []
    words = f"{teks.PK_BUKA} {waiting}"
    return [filled_button(words, lambda: desk.go(ReviewPlace()), ft.Icons.FACT_CHECK)]
