"""A question of a form: heading, the kecamatan's notes, the answer, and its fault."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.head import notes
from mobile.widgets import frame, tiles
from mobile.widgets.fields import fault_line
from mobile.widgets.layout import stretched
from mobile.widgets.text import text


def question(
    form: FormState,
    section: str,
    title: str,
    *parts: ft.Control,
    note: str | None = None,
    after: Sequence[ft.Control] = (),
) -> ft.Control:
    """One question; the form scrolls to it by the name of its section.

    The fault stands below ``parts``, and ``after`` below the fault.
    """
    fault = form.faults.get(section)
    below = [ft.Semantics(content=fault_line(fault), live_region=True)] if fault else []
    body = frame.section(title, *notes(form, section), *parts, *below, *after, note=note)
    return ft.Container(content=body, key=ft.ScrollKey(section))


def part(title: str, *parts: ft.Control) -> ft.Control:
    """A smaller heading within a question."""
    return stretched(text(title, "smallb"), *parts, gap=7)


def spoken(tile: ft.Control, chosen: bool) -> ft.Control:
    """A tile says to whoever listens, too, whether it is chosen."""
    return tiles.spoken(tile, chosen)
