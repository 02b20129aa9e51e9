"""What happened, in the reporter's own words: never a lost letter, and words from before to tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import flet as ft

from mobile import teks
from mobile.screens.form_parts import sections
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.question import question
from mobile.screens.form_parts.signs import Retold, Signs
from mobile.usecases.phone import off_loop
from mobile.widgets import buttons
from mobile.widgets.fields import Field
from mobile.widgets.layout import pad
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import colours, look
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741
HINT = "ucapkan"


@ft.component
def Story(form: FormState, retold: Retold, title: str, sentences: Sequence[str] = ()) -> ft.Control:
    """The field, the count of its letters, "Ucapkan", and sentences to tap."""
    field, _ = ft.use_state(_field_ref)
    hint, set_hint = ft.use_state(False)

    def typed(words: str) -> None:
        form.typed(sections.CERITA, uraian=words)

    def left(_words: str) -> None:
        form.left(sections.CERITA)

    async def speak() -> None:
        if field.current is not None:
            await field.current.focus()
        if await _first_time(form):
            set_hint(True)

    back_here = form.mending and form.came_back_to == sections.CERITA
    entry = Field(
        title,
        form.draft.uraian,
        on_change=typed,
        on_leave=left,
        hint=teks.CERITAKAN_PETUNJUK,
        lines=4,
        show_label=False,
        focus=back_here and not retold.count,
        ref=field,
        key=f"uraian{retold.count}",
    )
    below = row(
        Letters(form.keeper.signs),
        buttons.quiet(teks.UCAPKAN, speak, name=I.MIC),
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
    )
    said = [second(teks.UCAPKAN_CARA, "small")] if hint else []
    return question(
        form, sections.CERITA, title, *_sentences(form, sentences), column(entry, below, *said,
        gap=2, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
    )  # fmt: skip


@ft.component
def Letters(signs: Signs) -> ft.Control:
    """``134 huruf``"""
    return ft.Container(content=second(teks.HURUF.format(jumlah=signs.letters), "meta"))


def _field_ref() -> ft.Ref[ft.TextField]:
    return ft.Ref[ft.TextField]()


def _sentences(form: FormState, sentences: Sequence[str]) -> list[ft.Control]:
    return [_sentence(form, words) for words in sentences if words != form.draft.uraian]


def _sentence(form: FormState, words: str) -> ft.Control:
    palette = colours()

    def use() -> None:
        form.rewrote()
        form.chose(sections.CERITA, uraian=words)

    shown = ft.Container(
        content=row(
            icon(I.FORMAT_QUOTE, 20, palette.primary),
            text(words, "small", lines=4 if look().large else 2, expand=True),
            gap=10,
        ),
        padding=pad(12, 14),
        border_radius=22,
        bgcolor=palette.card,
        border=ft.Border.all(palette.field_edge, palette.outline),
        ink=True,
        on_click=use,
    )
    return shown


async def _first_time(form: FormState) -> bool:
    """Whether the hint has never been shown on this phone; from now on it has."""
    state = form.place.phone.state

    def note() -> bool:
        known = state.preferences()
        if HINT in known.hints_shown:
            return False
        state.set_preferences(replace(known, hints_shown=(*known.hints_shown, HINT)))
        return True

    return await off_loop(note)
