"""A number that is written: for what would take too many taps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens.form_parts.form import FormState
from mobile.widgets import buttons, sheet
from mobile.widgets.fields import Field
from mobile.widgets.layout import stretched
from shared.checks_form import COUNT_MAX

SHEET = "angka:"


def number_sheet(
    form: FormState, title: str, start: int | None, on_use: Callable[[int], Any]
) -> ft.BottomSheet:
    """An empty field changes nothing."""
    return sheet.sheet(NumberSheet(form, title, start, on_use), on_dismiss=form.close_sheet)


@ft.component
def NumberSheet(
    form: FormState, title: str, start: int | None, on_use: Callable[[int], Any]
) -> ft.Control:
    shown = "" if start is None else str(start)
    typed = ft.use_ref(lambda: shown)
    wrong, set_wrong = ft.use_state(False)

    def changed(words: str) -> None:
        typed.current = words

    def use() -> None:
        words = (typed.current or "").strip()
        value = as_count(words)
        if value is None:
            set_wrong(True)
            return
        form.close_sheet()
        if words:
            on_use(value)

    return stretched(
        Field(
            title, shown, on_change=changed, on_enter=use, number=True, focus=True,
            fault=teks.GALAT["not_a_number"] if wrong else None,
        ),
        buttons.primary(teks.PAKAI, use, name=ft.Icons.CHECK),
        gap=14,
    )  # fmt: skip


def as_count(words: str) -> int | None:
    """``1.200`` as people write it; None when it is no number that a report can hold."""
    clean = words.strip().replace(".", "")
    if not clean:
        return 0
    return int(clean) if clean.isdecimal() and int(clean) <= COUNT_MAX else None
