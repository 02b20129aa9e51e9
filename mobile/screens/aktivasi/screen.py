"""Activation, wired."""

from __future__ import annotations

import flet as ft

from mobile.screens.aktivasi import view
from mobile.screens.aktivasi.state import AktivasiState
from mobile.screens.here import here
from mobile.screens.privasi import privacy_sheet
from mobile.screens.view import page_view


@ft.component
def Aktivasi(again: bool = False) -> ft.View:
    """The first screen of a new phone."""
    place = here()
    state, _ = ft.use_state(lambda: AktivasiState.begin(place))
    ft.use_dialog(view.confirm(state))
    ft.use_dialog(view.server_sheet(state))
    ft.use_dialog(privacy_sheet(place, state.close_privacy) if state.privacy else None)
    return page_view(view.page(state, again, place.back), "/kode" if again else "/aktivasi")


@ft.component
def KodeBaru() -> ft.View:
    """The same for a phone whose token the kecamatan no longer accepts."""
    return Aktivasi(again=True)
