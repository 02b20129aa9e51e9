"""An opened report and its photos in full, wired."""

from __future__ import annotations

import flet as ft

from mobile.screens import tidak_ada
from mobile.screens.detail import photos, sheets, view
from mobile.screens.detail.state import DetailState
from mobile.screens.here import here
from mobile.screens.live import use_fresh
from mobile.screens.pictures import big_picture, small_picture
from mobile.screens.view import page_view
from mobile.widgets import frame
from mobile.widgets.skeleton import list_bones


@ft.component
def Detail() -> ft.View:
    """One report."""
    place = here()
    ident = ft.use_route_params().get("id", "")
    state, _ = ft.use_state(lambda: DetailState(place, ident))
    use_fresh(state.load)
    ft.use_dialog(sheets.open_sheet(state))
    if state.gone:
        return page_view(tidak_ada.page())
    if state.seen is None:
        return page_view(frame.screen(ft.Container(height=60), list_bones(2)))
    desa = place.phone.identity().desa_nama
    return page_view(view.page(state, state.seen, small_picture, place.back, desa))


@ft.component
def Foto() -> ft.View:
    """A photo in full; the next one is one tap away."""
    place = here()
    params = ft.use_route_params()
    state, _ = ft.use_state(lambda: DetailState(place, params.get("id", ""), marked=True))
    number, set_number = ft.use_state(_number(params.get("nomor", "1")))
    uncovered, set_uncovered = ft.use_state(frozenset[int]())

    def uncover(which: int) -> None:
        set_uncovered(uncovered | {which})

    use_fresh(state.load)
    if state.gone:
        return page_view(tidak_ada.page())
    shown = state.seen.photos if state.seen else ()
    picture = photos.viewer(shown, number, big_picture, set_number, place.back, uncovered, uncover)
    return page_view(picture, dark=True)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 1
