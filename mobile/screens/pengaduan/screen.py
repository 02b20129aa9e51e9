"""The complaints and the form above them, wired."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile import teks_suara as words
from mobile.screens.here import here
from mobile.screens.live import use_fresh
from mobile.screens.pengaduan import view
from mobile.screens.pengaduan.state import KendalaState, PengaduanState
from mobile.screens.view import page_view
from mobile.widgets import buttons, frame

I = ft.Icons  # noqa: E741


@ft.component
def Pengaduan() -> ft.View:
    """What the village told the kecamatan of the app and the service, and what came of it."""
    place = here()
    state, _ = ft.use_state(lambda: PengaduanState(place))
    use_fresh(state.load)
    sub = words.PENGADUAN_SUB.format(desa=place.phone.identity().desa_nama)
    head = frame.top_bar(words.PENGADUAN, sub, place.back, teks.KEMBALI)
    return page_view(frame.screen(head, view.body(state), view.bottom(state)))


@ft.component
def Kendala() -> ft.View:
    """The form, also without a signal."""
    place = here()
    state, _ = ft.use_state(lambda: KendalaState(place))

    def load() -> None:
        place.task(state.load)

    ft.use_effect(load, [])
    line = frame.saved_line(state.saved) if state.saved else None
    head = frame.top_bar(words.PENGADUAN_TULIS, line, place.back, teks.KEMBALI)
    send = buttons.primary(words.PENGADUAN_KIRIM, state.send, name=I.SEND, busy=state.busy)
    return page_view(frame.screen(head, view.form(state), frame.bottom_panel(send)))
