"""Personal data: what would go by its retention, and what went."""

from __future__ import annotations

import flet as ft

from server import teks
from server import teks_pribadi as words
from server.staff import navigation
from server.staff.desk import Desk
from server.staff.places import SettingsPlace
from server.staff.places_roster import RosterPlace
from server.staff.reading import use_reading
from server.staff.screens.pribadi import view
from server.staff.screens.pribadi.state import PrivacyState
from server.staff.widgets.buttons import icon_button

NOTICE = "/privasi"


@ft.component
def DataPribadi(desk: Desk) -> ft.Control:
    state = use_reading(desk, lambda: PrivacyState(desk.ctx, desk.account, None), None, live=False)

    def settings() -> None:
        desk.go(SettingsPlace())

    on = view.PrivacyActions(
        again=desk.run(state.load),
        run=desk.run(state.run),
        settings=settings,
        members=lambda: desk.go(RosterPlace()),
        notice=lambda: desk.open(NOTICE),
    )
    return desk.framed(
        navigation.PENGATURAN,
        state,
        view.body(state, on),
        title=words.DP_JUDUL,
        sub=words.DP_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.PT_KE_PENGATURAN, settings),
    )
