"""The tab Desa, wired: the village's members, the tools, and what one tells the kecamatan."""

from __future__ import annotations

from functools import partial

import flet as ft

from mobile import teks, teks_suara
from mobile.screens import routes
from mobile.screens.desa import view
from mobile.screens.desa.state import DesaState
from mobile.screens.here import here
from mobile.screens.live import use_fresh
from mobile.screens.tabs import TabFoot
from mobile.screens.view import TAB_KEY, page_view
from mobile.usecases.roster import new_id
from mobile.widgets import frame
from mobile.widgets.layout import stretched

I = ft.Icons  # noqa: E741


@ft.component
def Desa() -> ft.View:
    """The own village's roster, also without a signal."""
    place = here()
    state, _ = ft.use_state(lambda: DesaState.begin(place))
    use_fresh(state.load)

    def open_member(ident: str) -> None:
        place.go(routes.anggota(ident))

    def add() -> None:
        place.go(routes.anggota(new_id()))

    tools = [
        (I.SMARTPHONE, teks.PERIKSA_JUDUL, partial(place.go, routes.PERIKSA_HP)),
        (I.BUILD, teks.DATA_DESA, partial(place.go, routes.DATA_DESA)),
        (I.SETTINGS, teks.PENGATURAN, partial(place.go, routes.PENGATURAN)),
    ]
    voices = [
        (I.POLL, teks_suara.SURVEI_SINGKAT, view.survey_words(state.survey),
         partial(place.go, routes.SURVEI)),
        (I.FORUM, teks_suara.PENGADUAN, view.complaint_words(state.answered),
         partial(place.go, routes.PENGADUAN)),
    ]  # fmt: skip
    who = place.phone.identity()
    foot = stretched(view.add_button(add), TabFoot(3), gap=0)
    content = frame.screen(
        view.head(state, who.desa_nama), view.body(state, (tools, voices), open_member), foot
    )
    return page_view(content, TAB_KEY)
