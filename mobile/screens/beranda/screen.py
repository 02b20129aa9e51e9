"""Beranda, wired."""

from __future__ import annotations

from functools import partial

import flet as ft

from mobile.screens import routes, tampilan
from mobile.screens.beranda import sheets, view
from mobile.screens.beranda.connection import CardTaps
from mobile.screens.beranda.news import NewsTaps
from mobile.screens.beranda.state import BerandaState
from mobile.screens.here import here
from mobile.screens.live import use_fresh
from mobile.screens.nihil.state import NihilState
from mobile.screens.nihil.view import nihil_sheet
from mobile.screens.pictures import row_picture
from mobile.screens.tabs import TabFoot
from mobile.screens.view import TAB_KEY, page_view
from shared.laporan import Kind


@ft.component
def Beranda() -> ft.View:
    """The first tab: what now."""
    place = here()
    state, _ = ft.use_state(lambda: BerandaState.begin(place))
    nihil, _ = ft.use_state(lambda: NihilState(place))
    use_fresh(state.load)

    def wished() -> None:
        wish, place.wish = place.wish, ""
        if wish == Kind.NIHIL:
            place.task(nihil.open)
        elif wish:
            place.task(state.wished, Kind(wish))

    ft.use_effect(wished, [])
    ft.use_dialog(_sheet(state))
    ft.use_dialog(nihil_sheet(nihil, state.home))
    taps = view.Taps(
        card=CardTaps(state.send_now, state.stop, partial(place.go, routes.KODE_BARU)),
        kegiatan=partial(state.report, Kind.KEGIATAN),
        kejadian=partial(state.report, Kind.KEJADIAN),
        nihil=nihil.open,
        copy=state.copy,
        resume=state.resume,
        menu=state.open_menu,
        open_rows=state.open_rows,
        check=partial(place.go, routes.PERIKSA_HP),
        news=NewsTaps(
            pembinaan=partial(place.tab, routes.PEMBINAAN),
            pengaduan=partial(place.go, routes.PENGADUAN),
            survei=partial(place.go, routes.SURVEI),
            belum=state.go_on,
        ),
    )
    now = place.phone.clock.now()
    shown = view.page(now, state.home, row_picture, taps, TabFoot(0), place.browser)
    return page_view(shown, TAB_KEY)


def _sheet(state: BerandaState) -> ft.BottomSheet | None:
    left = state.home.resume if state.home else None
    if state.asking is not None and left is not None:
        begin = partial(state.start_new, state.asking)
        return sheets.resume_question(
            left, state.place.phone.clock.now(), state.resume, begin, state.close
        )
    if state.menu:
        chosen = tampilan.chosen(state.place.phone)
        return sheets.help_menu(chosen, state.look, state.check, state.close)
    return None
