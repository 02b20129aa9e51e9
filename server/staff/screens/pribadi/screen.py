"""Personal data: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server import teks
from server import teks_pribadi as words
from server.staff import navigation
from server.staff.desk import Desk, runner
from server.staff.places import SettingsPlace
from server.staff.places_roster import RosterPlace
from server.staff.screens.pribadi import view
from server.staff.screens.pribadi.state import PrivacyState
from server.staff.widgets.buttons import icon_button
from server.staff.widgets.frame import frame

NOTICE = "/privasi"


@ft.component
def DataPribadi(desk: Desk) -> ft.Control:
    state, _ = ft.use_state(lambda: PrivacyState(desk.ctx, desk.account))
    page = ft.context.page
    run = runner(page)
    load = run(state.load)

    def settings() -> None:
        desk.go(SettingsPlace())

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
        desk.frame_facts(navigation.PENGATURAN),
        view.body(state, on),
        title=words.DP_JUDUL,
        sub=words.DP_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.PT_KE_PENGATURAN, settings),
    )
