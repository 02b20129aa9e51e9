"""The tab Pembinaan: what the kecamatan sends; empty until something comes."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens.tabs import tab_screen
from mobile.screens.view import TAB_KEY, page_view
from mobile.widgets import banners, frame


@ft.component
def Pembinaan() -> ft.View:
    """Sentence 57."""
    empty = banners.empty(
        ft.Icons.SCHOOL_OUTLINED, teks.PEMBINAAN_KOSONG, teks.PEMBINAAN_KOSONG_ISI
    )
    return page_view(tab_screen(2, frame.tab_head(teks.PEMBINAAN), [empty]), TAB_KEY)
