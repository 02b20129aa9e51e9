"""One member's data: wiring between its state and its picture."""

from __future__ import annotations

import flet as ft

from server import teks_pribadi as teks
from server.staff import navigation, places_guard
from server.staff.desk import Desk
from server.staff.places import LaporanPlace
from server.staff.places_roster import MemberPlace
from server.staff.reading import use_reading
from server.staff.screens.pribadi import person_view as view
from server.staff.screens.pribadi.state import PersonState
from server.staff.widgets.buttons import icon_button
from shared.roles import Permission


@ft.component
def DataOrang(desk: Desk, ident: str) -> ft.Control:
    state = use_reading(desk, lambda: PersonState(desk.ctx, desk.account, ident), ident, live=False)

    def back() -> None:
        desk.go(MemberPlace(ident))

    def take(kind: str) -> None:
        desk.fetch(places_guard.person_file(ident, kind))

    on = view.PersonActions(
        back=back,
        again=desk.run(state.load),
        take=take if desk.may(Permission.EXPORT) else None,
        erase=desk.run(state.erase),
        open=lambda report: desk.go(LaporanPlace(report)),
    )
    return desk.framed(
        navigation.ANGGOTA,
        state,
        view.body(state, on),
        title=state.found.nama if state.found else teks.OR_JUDUL,
        sub=teks.OR_SUB,
        lead=icon_button(ft.Icons.ARROW_BACK, teks.OR_KEMBALI, back),
    )
