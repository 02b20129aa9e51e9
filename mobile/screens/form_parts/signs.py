"""What changes with every key: the line in the head, the lower bar, the count of letters.

Small observables of their own, so that typing never draws the form anew.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import flet as ft

from mobile.screens.form_parts.sections import bar_words, in_order
from mobile.usecases.edit import Editing
from mobile.usecases.finish import missing
from mobile.usecases.phone import Phone
from mobile.usecases.sentences import saved
from shared.protocol import Gap

PATIENCE_S = 0.8
"""So long a write may take before the head says that it is still going on."""


@ft.observable
@dataclass
class Signs:
    """The signs of life around the form; no question is drawn from here."""

    saved: str = ""
    slow: bool = False
    trouble: str = ""
    bar: str = ""
    complete: bool = False
    letters: int = 0
    busy: bool = False


@ft.observable
@dataclass
class Retold:
    """How often the story was written by something else than its field."""

    count: int = 0


class SignKeeper:
    """Keeps `Signs` true to one `Editing`."""

    def __init__(self, phone: Phone, editing: Editing) -> None:
        self.signs = Signs()
        self.gaps: list[Gap] = []
        self._phone = phone
        self._editing = editing
        self._timer: asyncio.TimerHandle | None = None
        self._stop = editing.watch(self._saved)
        self.refresh()

    def refresh(self) -> None:
        """Something was entered."""
        draft = self._editing.draft
        self.gaps = in_order(missing(self._phone, draft), draft)
        self.signs.bar = bar_words(self.gaps, draft)
        self.signs.complete = not self.gaps
        self.signs.letters = len(draft.uraian.strip())
        self._saved()
        if not self._editing.safe and self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(PATIENCE_S, self._late)

    def stop(self) -> None:
        """The form is left."""
        self._stop()
        if self._timer:
            self._timer.cancel()

    def _saved(self) -> None:
        editing = self._editing
        self.signs.trouble = saved("", editing.problem) if editing.problem else ""
        if editing.safe:
            self.signs.saved = saved(editing.saved_at, None)
            self.signs.slow = False

    def _late(self) -> None:
        self._timer = None
        self.signs.slow = not self._editing.safe
