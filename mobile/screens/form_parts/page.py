"""The page of a form: head, questions that scroll, lower bar; and back to where one was."""

from __future__ import annotations

from collections.abc import Sequence

import flet as ft

from mobile.screens.form_parts import photos, position
from mobile.screens.form_parts.asking import ask_sheet
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.form_exits import ASK
from mobile.screens.form_parts.head import DiskBar, Foot, delete_question, head, told
from mobile.widgets import frame
from mobile.widgets.layout import stretched
from mobile.widgets.theme import look

GAP = 20
MOVE_MS = 200


def use_scroll(form: FormState | None) -> ft.Ref[ft.Column]:
    """Let the form move to a question, and return at once to where the person was."""
    column, _ = ft.use_state(_column_ref)

    async def move(section: str) -> None:
        if column.current is not None:
            still = look().sun
            await column.current.scroll_to(
                scroll_key=ft.ScrollKey(section), duration=0 if still else MOVE_MS
            )

    async def come_back() -> None:
        if form is not None:
            form.scrolls(move)
            if form.came_back_to:
                await form.show(form.came_back_to)

    ft.use_effect(come_back, [form])
    return column


def page(
    form: FormState,
    title: str,
    actions: Sequence[ft.Control],
    questions: Sequence[ft.Control],
    column: ft.Ref[ft.Column],
    *,
    urgent: bool = False,
) -> ft.Control:
    """All of it."""
    signs = form.keeper.signs
    top = stretched(head(title, form, actions), DiskBar(signs), gap=0)
    body = [*told(form), *questions]
    return frame.screen(top, body, Foot(form, signs, urgent), gap=GAP, scroll_ref=column)


def common_sheet(form: FormState) -> ft.BottomSheet | None:
    """The sheets that both forms have."""
    name = form.sheet
    if name == ASK:
        return ask_sheet(form)
    if name == "hapus":
        return delete_question(form)
    if name == position.SHEET:
        return position.position_sheet(form)
    if name.startswith(photos.SHEET):
        return photos.photo_sheet(form, name.removeprefix(photos.SHEET))
    if name.startswith(photos.REMOVE):
        return photos.remove_question(form, name.removeprefix(photos.REMOVE))
    return None


def _column_ref() -> ft.Ref[ft.Column]:
    return ft.Ref[ft.Column]()
