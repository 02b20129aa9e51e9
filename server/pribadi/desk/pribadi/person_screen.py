"""One member's data: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server.anggota.desk.addresses import MemberPlace
from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.desk.widgets.buttons import icon_button
from server.laporan.desk.addresses import LaporanPlace
from server.pribadi import teks
from server.pribadi.desk import addresses
from server.pribadi.desk.pribadi import person_view as view
from server.pribadi.desk.pribadi.state import PersonState
from shared.roles import Permission


@ft.component
def DataOrang(desk: Desk, ident: str) -> ft.Control:
    state = use_reading(desk, lambda: PersonState(desk.ctx, desk.account, ident), ident, live=False)

    def back() -> None:
        desk.go(MemberPlace(ident))

    def take(kind: str) -> None:
        desk.fetch(addresses.person_file(ident, kind))

    on = view.PersonActions(
        back=back,
        again=desk.run(state.load),
        take=take if desk.may(Permission.EXPORT) else None,
        erase=desk.run(state.erase),
        open=lambda report: desk.go(LaporanPlace(report)),
    )
    return desk.framed(
        menu.ANGGOTA,
        state,
        view.body(state, on),
        title=state.found.nama if state.found else teks.OR_JUDUL,
        sub=teks.OR_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.OR_KEMBALI, back),
    )
