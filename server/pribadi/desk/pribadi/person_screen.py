"""One member's data: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server.anggota.desk.addresses import MemberPlace
from server.desk import menu
from server.desk.page_context import Desk, runner
from server.desk.widgets.buttons import icon_button
from server.desk.widgets.frame import frame
from server.laporan.desk.addresses import LaporanPlace
from server.pribadi import teks
from server.pribadi.desk import addresses
from server.pribadi.desk.pribadi import person_view as view
from server.pribadi.desk.pribadi.person_state import PersonState
from shared.roles import Permission


@ft.component
def DataOrang(desk: Desk, ident: str) -> ft.Control:
    state, _ = ft.use_state(lambda: PersonState(desk.ctx, desk.account, ident))
    page = ft.context.page
    run = runner(page)
    load = run(state.load)

    def back() -> None:
        desk.go(MemberPlace(ident))

    def take(kind: str) -> None:
        url = ft.Url(addresses.person_file(ident, kind), target=ft.UrlTarget.SELF)
        page.run_task(ft.UrlLauncher().launch_url, url)

    ft.use_effect(load, [ident])
    on = view.PersonActions(
        back=back,
        again=load,
        take=take if desk.may(Permission.EXPORT) else None,
        erase=run(state.erase),
        open=lambda report: desk.go(LaporanPlace(report)),
    )
    return frame(
        desk.frame_facts(menu.ANGGOTA),
        view.body(state, on),
        title=state.found.nama if state.found else teks.OR_JUDUL,
        sub=teks.OR_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.OR_KEMBALI, back),
    )
