"""A field that belongs to one part of the report, for what is seldom written."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from mobile.screens.form_parts.form import FormState
from mobile.widgets.fields import Field

Write = Callable[[str], None]


def note_field(
    form: FormState, name: str, label: str, hint: str, start: str, write: Write, section: str
) -> ft.Control:
    """``name`` is the field's, for a note of the kecamatan that points at it."""

    def left(_words: str) -> None:
        form.left(section)

    return Field(
        label, start, on_change=write, on_leave=left, hint=hint, lines=2,
        focus=form.mending and form.editing.place == name, key=name,
    )  # fmt: skip
