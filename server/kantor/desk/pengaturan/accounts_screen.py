"""The accounts: wiring between state and picture."""

from __future__ import annotations

import flet as ft

from server.core import teks as umum
from server.core.accounts import AccountFacts
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets.buttons import filled_button, icon_button
from server.desk.widgets.frame import frame
from server.kantor import teks
from server.kantor.desk.addresses import SettingsPlace
from server.kantor.desk.pengaturan import accounts_view
from server.kantor.desk.pengaturan.accounts_state import NEW, AccountsState


@ft.component
def Akun(desk: Desk) -> ft.Control:
    state, _ = ft.use_state(lambda: AccountsState(desk.ctx, desk.account))
    page = ft.context.page

    def load() -> None:
        page.run_task(state.load)

    def finish() -> None:
        page.run_task(state.finish)

    def set_role(whom: AccountFacts, role: str | None) -> None:
        page.run_task(state.set_role, whom, role)

    def back() -> None:
        desk.go(SettingsPlace())

    ft.use_effect(load, [])
    add = filled_button(teks.AK_TAMBAH, lambda: state.begin(NEW), ft.Icons.PERSON_ADD)
    return frame(
        desk.frame_facts(menu.PENGATURAN),
        accounts_view.body(state, accounts_view.AccountActions(load, finish, set_role)),
        title=teks.AK_JUDUL,
        sub=teks.AK_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, umum.PT_KE_PENGATURAN, back),
        actions=[add],
    )
