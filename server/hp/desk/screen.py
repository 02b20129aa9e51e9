"""The villages' phones: wiring between state and picture."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.page_context import Desk
from server.desk.reading import use_reading
from server.hp import teks
from server.hp.desk import view
from server.hp.desk.addresses import DevicesPlace
from server.hp.desk.state import DevicesState


@ft.component
def Perangkat(desk: Desk, place: DevicesPlace) -> ft.Control:
    state = use_reading(desk, lambda: DevicesState(desk.ctx, desk.account, place), place)
    on = view.DevicesActions(
        go=desk.go,
        again=desk.run(state.load),
        make=desk.run(state.make, ft.context.page.url or ""),
        revoke=desk.run(state.revoke),
        take_in=desk.upload(state.take_in),
    )
    return desk.framed(
        menu.HP,
        state,
        view.body(state, on),
        title=teks.NAV_HP,
        sub=teks.HK_SUB,
        actions=view.head_actions(state),
    )
