"""Personal data: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server.anggota.desk.addresses import RosterPlace
from server.core import teks as umum
from server.desk import menu
from server.desk.page_context import Desk, runner
from server.desk.places import Elsewhere
from server.desk.widgets.buttons import icon_button
from server.desk.widgets.frame import frame
from server.pribadi import teks
from server.pribadi.desk.pribadi import view
from server.pribadi.desk.pribadi.state import PrivacyState

NOTICE = "/privasi"


@ft.component
def DataPribadi(desk: Desk) -> ft.Control:
    state, _ = ft.use_state(lambda: PrivacyState(desk.ctx, desk.account))
    page = ft.context.page
    run = runner(page)
    load = run(state.load)

    def settings() -> None:
        desk.go(Elsewhere("/pengaturan"))

    def notice() -> None:
        page.run_task(ft.UrlLauncher().launch_url, ft.Url(NOTICE, target=ft.UrlTarget.BLANK))

    ft.use_effect(load, [])
    on = view.PrivacyActions(
        again=load,
        run=run(state.run),
        settings=settings,
        members=lambda: desk.go(RosterPlace()),
        notice=notice,
    )
    return frame(
        desk.frame_facts(menu.PENGATURAN),
        view.body(state, on),
        title=teks.DP_JUDUL,
        sub=teks.DP_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, umum.PT_KE_PENGATURAN, settings),
    )
