"""Personal data: what would go by its retention, and what went."""

from __future__ import annotations

import flet as ft

from server.anggota.desk.addresses import RosterPlace
from server.core import teks as umum
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.places import Elsewhere
from server.desk.reading import use_reading
from server.desk.widgets.buttons import icon_button
from server.pribadi import teks
from server.pribadi.desk.pribadi import view
from server.pribadi.desk.pribadi.state import PrivacyState

NOTICE = "/privasi"


@ft.component
def DataPribadi(desk: Desk) -> ft.Control:
    state = use_reading(desk, lambda: PrivacyState(desk.ctx, desk.account, None), None, live=False)

    def settings() -> None:
        desk.go(Elsewhere("/pengaturan"))

    on = view.PrivacyActions(
        again=desk.run(state.load),
        run=desk.run(state.run),
        settings=settings,
        members=lambda: desk.go(RosterPlace()),
        notice=lambda: desk.open(NOTICE),
    )
    return desk.framed(
        menu.PENGATURAN,
        state,
        view.body(state, on),
        title=teks.DP_JUDUL,
        sub=teks.DP_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, umum.PT_KE_PENGATURAN, settings),
    )
