"""Tempel laporan WhatsApp: wiring between state and picture."""

from __future__ import annotations

import flet as ft

from server import teks
from server import teks_data as words
from server.staff import navigation
from server.staff.desk import Desk, runner
from server.staff.places import LaporanPlace, ListPlace
from server.staff.screens.tempel import view
from server.staff.screens.tempel.state import PasteState
from server.staff.widgets.buttons import filled_button, icon_button
from server.staff.widgets.frame import frame
from server.staff.widgets.theme import look


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

    named = words.TEMPEL_SIMPAN_PENDEK if look().narrow else words.TEMPEL_SIMPAN
    done = [] if state.pasted is None else [
        filled_button(named, run(save), ft.Icons.SAVE)
    ]  # fmt: skip
    return frame(
        desk.frame_facts(navigation.LAPORAN),
        view.body(state, view.PasteActions(run(state.read), opened)),
        title=words.TEMPEL_JUDUL,
        sub=words.TEMPEL_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.RINCIAN_KEMBALI, lambda: desk.go(ListPlace())),
        actions=done,
    )
