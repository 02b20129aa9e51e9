"""Where it was: remembered places to tap, a field, and the line of the position."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from mobile import teks
from mobile.screens.form_parts import sections
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.position import PositionLine
from mobile.screens.form_parts.question import question
from mobile.widgets import chips
from mobile.widgets.fields import Field
from shared.widgets.layout import wrapped

I = ft.Icons  # noqa: E741
PLACES = 4


@ft.component
def Where(
    form: FormState, places: Sequence[str], hint: str, always_field: bool = False
) -> ft.Control:
    """``always_field`` for a kejadian: there it is seldom a place from before."""
    shown = tuple(places)[:PLACES]
    words = form.draft.tempat
    other, set_other = ft.use_state(bool(words) and words not in shown)
    taken, set_taken = ft.use_state(0)

    def pick(name: str) -> None:
        set_other(False)
        set_taken(lambda count: count + 1)
        form.chose(sections.TEMPAT, tempat=name)

    def own() -> None:
        set_other(True)
        if words in shown:
            set_taken(lambda count: count + 1)
            form.chose(sections.TEMPAT, tempat="")

    def typed(text: str) -> None:
        form.typed(sections.TEMPAT, tempat=text)

    def left(_text: str) -> None:
        form.left(sections.TEMPAT)

    entry = Field(
        teks.TEMPAT_ISI,
        words,
        on_change=typed,
        on_leave=left,
        hint=hint,
        name=I.PLACE,
        show_label=False,
        focus=(other and taken > 0) or (form.mending and form.came_back_to == sections.TEMPAT),
        key=f"tempat{taken}",
    )
    picks: list[ft.Control] = [
        chips.pick(name, words == name and not other, _picker(pick, name)) for name in shown
    ]
    if shown and not always_field:
        picks.append(chips.pick(teks.TEMPAT_LAIN, other, lambda _on: own(), name=I.EDIT))
    parts: list[ft.Control] = [wrapped(*picks)] if picks else []
    if other or always_field or not shown:
        parts.append(entry)
    line = PositionLine(form, form.locator.state)
    return question(form, sections.TEMPAT, teks.DI_MANA, *parts, after=[line])


def _picker(pick: Callable[[str], None], name: str) -> Callable[[bool], None]:
    return lambda _on: pick(name)
