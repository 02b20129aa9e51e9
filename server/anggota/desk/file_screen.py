"""Bringing a roster file in: choose, look at what it would do, and take what is right of it."""

from __future__ import annotations

import flet as ft

from server.anggota import teks
from server.anggota.desk import file_view as view
from server.anggota.desk.addresses import RosterPlace
from server.anggota.desk.file_state import FileState
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets.buttons import icon_button

TEMPLATE = "/unduh/contoh-anggota.xlsx"
TAKEN = ["xlsx", "xls", "ods", "csv", "txt"]


@ft.component
def AnggotaFile(desk: Desk) -> ft.Control:
    state, _ = ft.use_state(lambda: FileState(desk.ctx, desk.account))

    async def fetch_back() -> None:
        if address := await state.handed_back():
            desk.fetch(address)

    on = view.FileActions(
        choose=desk.upload(
            state.look, file_type=ft.FilePickerFileType.CUSTOM, allowed_extensions=TAKEN
        ),
        template=lambda: desk.fetch(TEMPLATE),
        bring_in=desk.run(state.bring_in),
        back=lambda: desk.go(RosterPlace()),
        fetch=desk.run(fetch_back),
        desa=desk.run(state.choose_desa),
        sheet=desk.run(state.choose_sheet),
        answer=state.answer,
        turn=state.turn,
    )
    return desk.framed(
        menu.ANGGOTA,
        state,
        view.body(state, on),
        title=teks.AG_IMPOR_JUDUL,
        sub=teks.AG_IMPOR_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.AG_KEMBALI, on.back),
    )
