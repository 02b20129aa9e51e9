"""Looks for the position while the person writes; never in the way, always left to the person."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from mobile.ports import PATIENCE_S
from mobile.usecases.edit import Editing
from mobile.usecases.phone import Phone
from shared.laporan import Lokasi, Sumber


@ft.observable
@dataclass
class Locating:
    """Where the search stands; the position itself is in the draft."""

    searching: bool = False
    reason: str = ""
    left_out: bool = False


class Locator:
    """The search of one form."""

    def __init__(self, phone: Phone, editing: Editing, on_found: Callable[[], None]) -> None:
        self.state = Locating()
        self._phone = phone
        self._editing = editing
        self._on_found = on_found
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Search in the background, two minutes at most."""
        if self._task is None or self._task.done():
            self.state.left_out = False
            self.state.reason = ""
            self.state.searching = True
            self._task = asyncio.get_running_loop().create_task(self._search())

    def stop(self) -> None:
        """The form is left."""
        if self._task:
            self._task.cancel()

    def correct(self, lintang: float, bujur: float) -> None:
        """A position that somebody wrote down: it has no accuracy, and says where it comes from."""
        self.stop()
        self.state.searching = False
        self._editing.change(lokasi=Lokasi(lintang, bujur, None, Sumber.MANUAL))
        self._on_found()

    def leave_out(self) -> None:
        """The report goes without a position."""
        self.stop()
        self.state.searching = False
        self.state.left_out = True
        self._editing.change(lokasi=None)
        self._on_found()

    async def _search(self) -> None:
        fix = await self._phone.location.find(PATIENCE_S)
        if fix.lokasi is not None:
            self._editing.suggest(lokasi=fix.lokasi)
        self.state.reason = fix.reason or ""
        self.state.searching = False
        self._on_found()


def degrees(text: str, limit: float) -> float | None:
    """``-2,18923`` or ``-2.18923`` as a number; None when it is none or too large."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return round(value, 6) if -limit <= value <= limit else None
