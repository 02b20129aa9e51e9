"""The settings: wiring between state and picture."""

from __future__ import annotations

import flet as ft

from server.data import teks as teks_data
from server.data.desk.addresses import TokensPlace
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.buttons import filled_button, icon_button, outline_button
from server.desk.widgets.theme import look
from server.kantor import teks
from server.kantor.desk.addresses import SettingsPlace
from server.kantor.desk.pengaturan import view
from server.kantor.desk.pengaturan.state import SettingsState
from server.pribadi import teks as teks_pribadi
from server.pribadi.desk.addresses import PrivacyPlace
from shared.roles import Permission


@ft.component
def Pengaturan(desk: Desk) -> ft.Control:
    state = use_reading(desk, lambda: SettingsState(desk.ctx, desk.account, None), None, live=False)
    pick_logo = desk.upload(state.put_logo, file_type=ft.FilePickerFileType.IMAGE)

    def accounts() -> None:
        desk.go(SettingsPlace(akun=True))

    def privacy() -> None:
        desk.go(PrivacyPlace())

    deeds: list[ft.Control] = [
        outline_button(teks_pribadi.DP_TOMBOL, privacy, ft.Icons.PRIVACY_TIP)
    ]
    deeds.append(_tokens(desk))
    if desk.may(Permission.MANAGE_ACCOUNTS):
        deeds.append(outline_button(teks.PT_AKUN, accounts, ft.Icons.MANAGE_ACCOUNTS))
    if state.found is not None:
        deeds.append(filled_button(teks.PT_SIMPAN, desk.run(state.save), ft.Icons.CHECK))
    return desk.framed(
        menu.PENGATURAN,
        state,
        view.body(state, desk.run(state.load), pick_logo, desk.run(state.drop_logo)),
        title=teks.NAV_PENGATURAN,
        sub=teks.PT_SUB,
        actions=deeds,
    )


def _tokens(desk: Desk) -> ft.Control:
    """The way to the keys of other systems."""

    def press() -> None:
        desk.go(TokensPlace())

    if look().narrow:
        return icon_button(ft.Icons.KEY, teks_data.KUNCI_JUDUL, press)
    return outline_button(teks_data.KUNCI_JUDUL, press, ft.Icons.KEY)
