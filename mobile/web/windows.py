"""What a window shows that has no files: another one has them, and may be asked for them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from mobile import teks


def elsewhere(on_here: Callable[[], Awaitable[None]], *, asked_in_vain: bool = False) -> ft.Control:
    """ "Sudah terbuka di jendela lain": in the window that came later, and in one that let go."""
    told = [teks.JENDELA_LAIN_ISI, *([teks.JENDELA_LAIN_TIDUR] if asked_in_vain else [])]
    title = ft.Text(teks.JENDELA_LAIN, size=22, weight=ft.FontWeight.BOLD)
    here = ft.FilledButton(content=teks.JENDELA_DI_SINI, height=56, on_click=on_here)
    words = [title, *(ft.Text(line, size=17) for line in told), here]
    return ft.SafeArea(content=ft.Container(content=ft.Column(words, spacing=16), padding=24))
