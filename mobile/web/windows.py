"""What a window shows that has no files: another one has them, and may be asked for them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from mobile import teks
from mobile.widgets.buttons import primary
from mobile.widgets.frame import page_ground
from mobile.widgets.text import text


def elsewhere(on_here: Callable[[], Awaitable[None]], *, asked_in_vain: bool = False) -> ft.Control:
    """ "Sudah terbuka di jendela lain": in the window that came later, and in one that let go."""
    told = [teks.JENDELA_LAIN_ISI, *([teks.JENDELA_LAIN_TIDUR] if asked_in_vain else [])]
    here = primary(teks.JENDELA_DI_SINI, on_here)
    return _alone(text(teks.JENDELA_LAIN, "title"), *(text(line) for line in told), here)


def without_files() -> ft.Control:
    """This browser can store nothing."""
    return _alone(text(teks.PERAMBAN_TANPA_BERKAS, "title"))


def _alone(*parts: ft.Control) -> ft.Control:
    words = ft.Column(
        list(parts),
        spacing=16,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return page_ground(ft.SafeArea(content=ft.Container(content=words, padding=24), expand=True))
