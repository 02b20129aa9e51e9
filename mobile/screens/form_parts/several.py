"""Chips of which several may be chosen, with a field for what is not among them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import flet as ft

from mobile import teks
from mobile.screens.form_parts.form import FormState
from mobile.widgets import buttons, chips
from mobile.widgets.fields import Field
from mobile.widgets.layout import stretched
from mobile.widgets.theme import colours
from shared.widgets.layout import row, wrapped

I = ft.Icons  # noqa: E741


@ft.component
def Several(
    form: FormState,
    name: str,
    options: Sequence[str],
    chosen: Sequence[str],
    on_choose: Callable[[tuple[str, ...]], None],
    label: str,
    hint: str,
) -> ft.Control:
    """``name`` tells this group from the others of the form."""
    adding, set_adding = ft.use_state(False)
    shown = tuple(dict.fromkeys((*options, *chosen)))

    def toggle(value: str) -> Callable[[bool], None]:
        def change(_on: bool) -> None:
            rest = tuple(other for other in chosen if other != value)
            on_choose(rest if value in chosen else (*chosen, value))

        return change

    def add(words: str) -> None:
        clean = " ".join(words.split())
        if clean and clean not in chosen:
            on_choose((*chosen, clean))
        set_adding(False)

    picks = [chips.pick(value, value in chosen, toggle(value)) for value in shown]
    if not adding:
        picks.append(chips.pick(teks.PIHAK_LAIN, False, lambda _on: set_adding(True), name=I.ADD))
        return wrapped(*picks)
    return stretched(wrapped(*picks), AddField(form, name, label, hint, add), gap=10)


@ft.component
def AddField(
    form: FormState, name: str, label: str, hint: str, on_add: Callable[[str], None],
    focus: bool = True,
) -> ft.Control:  # fmt: skip
    """A field for one more; what was typed counts also without its button."""
    count, set_count = ft.use_state(0)
    again, set_again = ft.use_state(False)
    typed = ft.use_ref(_empty)

    def changed(words: str) -> None:
        typed.current = words
        form.exits.hold(name, commit if words.strip() else None)

    def commit(*, stay: bool = False) -> None:
        words, typed.current = typed.current or "", ""
        form.exits.hold(name, None)
        if words.strip():
            on_add(words)
            set_again(stay)
            set_count(lambda n: n + 1)

    def left(_words: str) -> None:
        commit()

    def entered() -> None:
        commit(stay=True)

    return row(
        ft.Container(
            content=Field(
                label, on_change=changed, on_leave=left, on_enter=entered, hint=hint,
                name=I.PERSON_ADD, limit=200, focus=focus if count == 0 else again,
                show_label=False, key=f"{name}{count}",
            ),
            expand=True,
        ),
        buttons.icon_button(I.ADD_CIRCLE, teks.TAMBAH, entered, colour=colours().primary, size=30),
        gap=6,
    )  # fmt: skip


def _empty() -> str:
    return ""
