"""The coachings: wiring between what they read and their picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.pembinaan import teks
from server.pembinaan.desk import list_view as view
from server.pembinaan.desk.addresses import PembinaanPlace, RecordPlace
from server.pembinaan.desk.list_state import PembinaanState
from shared.clock import month_of
from shared.roles import Permission


@ft.component
def PembinaanList(desk: Desk, place: PembinaanPlace) -> ft.Control:
    state = use_reading(desk, lambda: PembinaanState(desk.ctx, desk.account, place), place)

    def opened(ident: str) -> None:
        desk.go(RecordPlace(ident))

    writes = desk.may(Permission.WRITE_PEMBINAAN)
    on = view.Actions(
        go=desk.go,
        open=opened,
        again=desk.run(state.load),
        begin=desk.run(state.begin, opened) if writes else None,
        use=desk.run(state.use, opened) if writes else None,
        today=month_of(desk.ctx.clock.now()),
    )
    return desk.framed(
        menu.PEMBINAAN,
        state,
        view.body(state, on),
        title=teks.NAV_PEMBINAAN,
        sub=teks.PB_SUB,
        actions=view.head_actions(state, on),
    )
