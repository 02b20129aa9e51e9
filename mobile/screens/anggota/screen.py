"""A member's form, wired."""

from __future__ import annotations

import flet as ft

from mobile.screens.anggota import view
from mobile.screens.anggota.state import MemberState
from mobile.screens.here import here
from mobile.screens.view import page_view
from mobile.widgets import frame


@ft.component
def Anggota() -> ft.View:
    """Somebody new, or a member to change."""
    place = here()
    ident = str(ft.use_route_params()["id"])
    state, _ = ft.use_state(lambda: MemberState(place, ident))

    def load() -> None:
        place.task(state.load)

    ft.use_effect(load, [])
    content = frame.screen(
        view.head(state), view.body(state, place.phone), view.foot(state), gap=18
    )
    return page_view(content)
