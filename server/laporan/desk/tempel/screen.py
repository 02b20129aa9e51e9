"""Tempel laporan WhatsApp: wiring between state and picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.buttons import filled_button, icon_button
from server.desk.widgets.theme import look
from server.laporan import teks
from server.laporan.desk.addresses import LaporanPlace, ListPlace
from server.laporan.desk.tempel import view
from server.laporan.desk.tempel.state import PasteState


@ft.component
def TempelLaporan(desk: Desk) -> ft.Control:
    state = use_reading(desk, lambda: PasteState(desk.ctx, desk.account), None, live=False)

    async def save() -> None:
        ident = await state.save()
        if ident is not None:
            desk.go(LaporanPlace(ident))

    def opened(ident: str) -> None:
        desk.go(LaporanPlace(ident))

    def turn(number: int) -> None:
        desk.run(state.turn_to, number)()

    named = teks.TEMPEL_SIMPAN_PENDEK if look().narrow else teks.TEMPEL_SIMPAN
    waits = state.draft is not None and not state.saved
    done = [filled_button(named, desk.run(save), ft.Icons.SAVE)] if waits else []
    return desk.framed(
        menu.LAPORAN,
        state,
        view.body(state, view.PasteActions(desk.run(state.read_text), opened, turn)),
        title=teks.TEMPEL_JUDUL,
        sub=teks.TEMPEL_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.RINCIAN_KEMBALI, lambda: desk.go(ListPlace())),
        actions=done,
    )
