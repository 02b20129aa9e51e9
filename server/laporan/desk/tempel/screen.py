"""Tempel laporan WhatsApp: wiring between state and picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk, runner
from server.desk.widgets.buttons import filled_button, icon_button
from server.desk.widgets.frame import frame
from server.desk.widgets.theme import look
from server.laporan import teks
from server.laporan.desk.addresses import LaporanPlace, ListPlace
from server.laporan.desk.tempel import view
from server.laporan.desk.tempel.state import PasteState


@ft.component
def TempelLaporan(desk: Desk) -> ft.Control:
    state, _ = ft.use_state(lambda: PasteState(desk.ctx, desk.account))
    run = runner(ft.context.page)

    async def save() -> None:
        ident = await state.save()
        if ident is not None:
            desk.go(LaporanPlace(ident))

    def opened(ident: str) -> None:
        desk.go(LaporanPlace(ident))

    def turn(number: int) -> None:
        async def show() -> None:
            await state.turn_to(number)

        run(show)()

    named = teks.TEMPEL_SIMPAN_PENDEK if look().narrow else teks.TEMPEL_SIMPAN
    done = [] if state.pasted is None or state.saved else [
        filled_button(named, run(save), ft.Icons.SAVE)
    ]  # fmt: skip
    return frame(
        desk.frame_facts(menu.LAPORAN),
        view.body(state, view.PasteActions(run(state.read), opened, turn)),
        title=teks.TEMPEL_JUDUL,
        sub=teks.TEMPEL_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.RINCIAN_KEMBALI, lambda: desk.go(ListPlace())),
        actions=done,
    )
