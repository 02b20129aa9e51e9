"""The coachings: wiring between their state and their picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.widgets.frame import frame
from server.pembinaan import teks
from server.pembinaan.desk import list_view as view
from server.pembinaan.desk.addresses import PembinaanPlace, RecordPlace
from server.pembinaan.desk.list_state import PembinaanState
from server.pembinaan.pembinaan_suggest import Suggestion
from shared.clock import month_of
from shared.roles import Permission


@ft.component
def PembinaanList(desk: Desk, place: PembinaanPlace) -> ft.Control:
    state, _ = ft.use_state(lambda: PembinaanState(desk.ctx, desk.account, place))
    page = ft.context.page

    def load() -> None:
        page.run_task(state.load)

    def show() -> None:
        page.run_task(state.show, place)

    def opened(ident: str) -> None:
        desk.go(RecordPlace(ident))

    def begin() -> None:
        page.run_task(state.begin, opened)

    def use(one: Suggestion) -> None:
        page.run_task(state.use, one, opened)

    ft.use_effect(show, [place])
    ft.use_effect(lambda: desk.pulse.follow(state.load), [])
    writes = desk.may(Permission.WRITE_PEMBINAAN)
    on = view.Actions(
        go=desk.go,
        open=opened,
        again=load,
        begin=begin if writes else None,
        use=use if writes else None,
        today=month_of(desk.ctx.clock.now()),
    )
    return frame(
        desk.frame_facts(menu.PEMBINAAN),
        view.body(state, on),
        title=teks.NAV_PEMBINAAN,
        sub=teks.PB_SUB,
        actions=view.head_actions(state, on),
    )
