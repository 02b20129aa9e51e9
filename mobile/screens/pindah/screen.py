"""Pindah HP, wired."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile import teks_titip as words
from mobile.screens.here import here
from mobile.screens.pindah import view
from mobile.screens.pindah.state import PindahState
from mobile.screens.tabs import TabFoot
from mobile.screens.view import page_view
from mobile.widgets import frame


@ft.component
def Pindah() -> ft.View:
    """Everything of this phone on its way to the next one."""
    place = here()
    state, _ = ft.use_state(lambda: PindahState(place))
    sub = teks.DESA_NAMA.format(nama=place.phone.identity().desa_nama)
    head = frame.top_bar(words.PINDAH, sub, place.back, teks.KEMBALI)
    deed = words.PINDAH_BAGIKAN if place.hands.has_sheet else words.PINDAH_SIMPAN
    body = [view.leave(state, deed), view.arrive(state)]
    return page_view(frame.screen(head, body, TabFoot(3), gap=20))
