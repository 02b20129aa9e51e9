"""A screen as Flet's view: safe area, the page's colour, and the probe for the text size."""

from __future__ import annotations

import flet as ft

from mobile.screens.here import here
from mobile.widgets.theme import LARGE_FROM, colours, set_look
from shared.widgets.probe import probe

TAB_KEY = "/tab"
WIDE = 700
COLUMN = 560
BLACK = "#0B0F0D"


def page_view(content: ft.Control, key: str | None = None, *, dark: bool = False) -> ft.View:
    """``key`` is the view's own address; tabs share one, so that they change without a move."""
    return ft.View(
        route=key or ft.use_view_path() or TAB_KEY,
        controls=[
            ft.Stack(
                [
                    probe(_measured),
                    ft.SafeArea(content=_narrowed(content), left=0, right=0, top=0, bottom=0),
                ],
                expand=True,
                fit=ft.StackFit.EXPAND,
            )
        ],
        # With it Flutter closes an open sheet first, and only then asks to leave the screen.
        on_confirm_pop=_leave_it_to_flutter,
        padding=0,
        spacing=0,
        bgcolor=BLACK if dark else colours().surface,
    )


def _leave_it_to_flutter() -> None:
    """Nothing is asked: the view may always be left."""


def _narrowed(content: ft.Control) -> ft.Control:
    """On a desk's wide window the phone stays as wide as a phone."""
    width = ft.context.page.width or 0
    if width < WIDE:
        return content
    return ft.Row(
        [ft.Container(content=content, width=COLUMN)],
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        expand=True,
    )


def _measured(scale: float) -> None:
    page = ft.context.page
    if set_look(page, large=scale > LARGE_FROM):
        here().redraw()
