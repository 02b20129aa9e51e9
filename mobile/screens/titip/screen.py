"""Titip laporan, wired."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile import teks_titip as words
from mobile.screens.here import here
from mobile.screens.live import use_fresh
from mobile.screens.tabs import TabFoot
from mobile.screens.titip import view
from mobile.screens.titip.state import TitipState
from mobile.screens.view import page_view
from mobile.widgets import frame


@ft.component
def Titip() -> ft.View:
    """Hand on what could not be sent; carry what others could not send."""
    place = here()
    state, _ = ft.use_state(lambda: TitipState(place))
    use_fresh(state.load)
    sub = teks.DESA_NAMA.format(nama=place.phone.identity().desa_nama)
    head = frame.top_bar(words.TITIP, sub, place.back, teks.KEMBALI)
    deed = words.TITIP_BAGIKAN if place.hands.has_sheet else words.TITIP_SIMPAN
    body = [
        *view.own(state, deed),
        view.others(state, place.phone.clock.now()),
    ]
    return page_view(frame.screen(head, body, TabFoot(3), gap=14))
