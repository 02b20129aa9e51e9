"""The satisfaction survey, wired."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile import teks_suara as words
from mobile.screens.here import here
from mobile.screens.live import use_fresh
from mobile.screens.survei import view
from mobile.screens.survei.state import SurveiState
from mobile.screens.view import page_view
from mobile.widgets import frame


@ft.component
def Survei() -> ft.View:
    """Nine questions, also without a signal."""
    place = here()
    state, _ = ft.use_state(lambda: SurveiState(place))
    use_fresh(state.load)
    open_ = state.survey is not None and state.survey.open
    line: ft.Control | str = words.SURVEI_SUB if open_ else ""
    if open_ and state.saved:
        line = frame.saved_line(state.saved)
    head = frame.top_bar(words.SURVEI, line or None, place.back, teks.KEMBALI)
    return page_view(frame.screen(head, view.body(state), view.bottom(state)))
