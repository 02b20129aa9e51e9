"""The tab Laporan, wired."""

from __future__ import annotations

import flet as ft

from mobile.screens import routes
from mobile.screens.here import here
from mobile.screens.laporan import view
from mobile.screens.laporan.state import LaporanState
from mobile.screens.live import use_fresh
from mobile.screens.pictures import row_picture
from mobile.screens.tabs import tab_screen
from mobile.screens.view import TAB_KEY, page_view
from mobile.usecases.read import Row
from mobile.usecases.start import begin
from shared.laporan import Kind
from shared.status import PhoneState


@ft.component
def Laporan() -> ft.View:
    """My reports, in the order of what needs me."""
    place = here()
    state, _ = ft.use_state(lambda: LaporanState.begin(place))
    use_fresh(state.load)

    def open_row(found: Row) -> None:
        writing = found.shown == PhoneState.DRAFT and not found.overtaken
        route = routes.form(found.laporan.kind, found.id) if writing else routes.detail(found.id)
        place.go(route)

    async def report() -> None:
        record = await begin(place.phone, Kind.KEGIATAN)
        place.go(routes.kegiatan(record.id))

    body = view.body(state, row_picture, open_row, report)
    return page_view(tab_screen(1, view.head(state), body, gap=10), TAB_KEY)
