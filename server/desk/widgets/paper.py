"""Buttons that have the browser save a paper."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk.widgets.buttons import icon_button, outline_button


def paper_button(words: str, address: str, tip: str | None = None) -> ft.OutlinedButton:
    """A press asks for the file; the page stays."""
    symbol = ft.Icons.TABLE_CHART if address.endswith(".xlsx") else ft.Icons.PICTURE_AS_PDF
    return outline_button(words, _asks(ft.context.page, address), symbol, tip=tip)


def paper_icon(name: str, address: str) -> ft.Control:
    """The same where there is little room."""
    return icon_button(ft.Icons.PICTURE_AS_PDF, name, _asks(ft.context.page, address))


def _asks(page: ft.Page, address: str) -> Callable[[], None]:
    def press() -> None:
        page.run_task(ft.UrlLauncher().launch_url, ft.Url(address, target=ft.UrlTarget.SELF))

    return press
