"""The tab Pembinaan, and a message above it, wired."""

from __future__ import annotations

import flet as ft

from mobile.screens import tidak_ada
from mobile.screens.here import here
from mobile.screens.live import use_fresh
from mobile.screens.pembinaan import attendance, opened, view
from mobile.screens.pembinaan.attendance import AttendanceState
from mobile.screens.pembinaan.state import ItemState, PembinaanState
from mobile.screens.tabs import tab_screen
from mobile.screens.view import TAB_KEY, page_view
from mobile.widgets import frame
from mobile.widgets.skeleton import list_bones


@ft.component
def Pembinaan() -> ft.View:
    """What the kecamatan sends."""
    place = here()
    state, _ = ft.use_state(lambda: PembinaanState.begin(place))
    use_fresh(state.load)
    body = view.body(state, place.phone.clock.now())
    return page_view(tab_screen(2, view.head(state), body, gap=10), TAB_KEY)


@ft.component
def PembinaanDetail() -> ft.View:
    """One pembinaan or announcement."""
    place = here()
    ident = ft.use_route_params().get("id", "")
    state, _ = ft.use_state(lambda: ItemState(place, ident))
    use_fresh(state.load)
    hadir, _ = ft.use_state(lambda: AttendanceState(place, ident))
    ft.use_dialog(opened.tick_sheet(state) or attendance.sheet_of(hadir))
    if state.gone:
        return page_view(tidak_ada.page())
    if state.item is None:
        return page_view(frame.screen(ft.Container(height=60), list_bones(2)))
    now = place.phone.clock.now()
    people = attendance.section(hadir, state.item) if state.item.may_tick_people(now) else []
    return page_view(opened.page(state, state.item, now, place.back, people))
