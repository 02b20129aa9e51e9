"""One window at a time: its files are its own. Another asks for them, and then this one lets go."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from mobile import teks
from mobile.web.disk import LogDisk
from mobile.web.world import ffi, load

PATIENCE_MS = 4000
"""A window that sleeps in the background does not answer."""


async def hold(disk: LogDisk, on_taken: Callable[[], None]) -> None:
    """From now on let go when another window asks; `on_taken` hears it afterwards."""
    storage = await load("storage.js")

    def let_go() -> None:
        disk.close()
        on_taken()

    storage.hold(ffi.create_proxy(let_go))


async def take_over() -> bool:
    """Have the other window let go; False when it does not answer."""
    storage = await load("storage.js")
    return bool(await storage.takeOver(PATIENCE_MS))


def elsewhere(on_here: Callable[[], Awaitable[None]], *, asked_in_vain: bool = False) -> ft.Control:
    """ "Sudah terbuka di jendela lain": in the window that came later, and in one that let go."""
    told = [teks.JENDELA_LAIN_ISI, *([teks.JENDELA_LAIN_TIDUR] if asked_in_vain else [])]
    title = ft.Text(teks.JENDELA_LAIN, size=22, weight=ft.FontWeight.BOLD)
    here = ft.FilledButton(content=teks.JENDELA_DI_SINI, height=56, on_click=on_here)
    words = [title, *(ft.Text(line, size=17) for line in told), here]
    return ft.SafeArea(content=ft.Container(content=ft.Column(words, spacing=16), padding=24))
