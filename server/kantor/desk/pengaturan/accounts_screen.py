"""The accounts: wiring between state and picture."""

from __future__ import annotations

import flet as ft

from server.core import teks as umum
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.buttons import filled_button, icon_button
from server.kantor import teks
from server.kantor.desk.addresses import SettingsPlace
from server.kantor.desk.pengaturan import accounts_view as view
from server.kantor.desk.pengaturan.accounts_state import NEW, AccountsState


@ft.component
def Akun(desk: Desk) -> ft.Control:
    state = use_reading(desk, lambda: AccountsState(desk.ctx, desk.account, None), None, live=False)

    def back() -> None:
        desk.go(SettingsPlace())

    on = view.AccountActions(desk.run(state.load), desk.run(state.finish), desk.run(state.set_role))
    add = filled_button(teks.AK_TAMBAH, lambda: state.begin(NEW), ft.Icons.PERSON_ADD)
    return desk.framed(
        menu.PENGATURAN,
        state,
        view.body(state, on),
        title=teks.AK_JUDUL,
        sub=teks.AK_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, umum.PT_KE_PENGATURAN, back),
        actions=[add],
    )
