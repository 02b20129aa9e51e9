"""Buttons that have the browser save a paper."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.staff.widgets.buttons import outline_button


def paper_button(words: str, address: str, tip: str | None = None) -> ft.OutlinedButton:
    """A press asks for the file; the page stays."""
    return outline_button(words, _asks(ft.context.page, address), ft.Icons.PICTURE_AS_PDF, tip=tip)


def _asks(page: ft.Page, address: str) -> Callable[[], None]:
    def press() -> None:
        page.run_task(ft.UrlLauncher().launch_url, ft.Url(address, target=ft.UrlTarget.SELF))

    return press
