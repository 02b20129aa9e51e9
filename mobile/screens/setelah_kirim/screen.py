"""After sending, wired."""

from __future__ import annotations

import flet as ft

from mobile.screens import tidak_ada
from mobile.screens.here import here
from mobile.screens.live import use_fresh, use_ticks
from mobile.screens.setelah_kirim import view
from mobile.screens.setelah_kirim.state import TerkirimState
from mobile.screens.view import page_view
from mobile.widgets import frame


@ft.component
def SetelahKirim() -> ft.View:
    """It is safe; this is what comes next."""
    place = here()
    ident = ft.use_route_params().get("id", "")
    state, _ = ft.use_state(lambda: TerkirimState(place, ident))
    use_fresh(state.load)
    use_ticks(1.0, state.count_down)
    if state.gone:
        return page_view(tidak_ada.page())
    if state.seen is None:
        return page_view(frame.page_ground(ft.Container()))
    return page_view(view.page(state, state.seen))
