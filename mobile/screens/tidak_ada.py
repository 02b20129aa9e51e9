"""An address that leads nowhere: say so, and show the way home."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens import routes
from mobile.screens.here import here
from mobile.screens.view import page_view
from mobile.widgets import banners, buttons, frame


def page() -> ft.Control:
    """Also for a report that is no longer on this phone."""
    place = here()
    body: list[ft.Control] = [
        ft.Container(height=24),
        banners.empty(ft.Icons.SEARCH_OFF, teks.TIDAK_DITEMUKAN, teks.TIDAK_DITEMUKAN_ISI),
    ]
    home = buttons.primary(teks.KE_BERANDA, lambda: place.tab(routes.BERANDA), name=ft.Icons.HOME)
    return frame.screen(frame.tab_head(teks.APLIKASI), body, frame.bottom_panel(home))


@ft.component
def TidakAda() -> ft.View:
    """What the router shows for an unknown address."""
    return page_view(page(), "/tidak-ada")
