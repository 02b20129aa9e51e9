"""The activation code: eight boxes to look at, one field behind them to type into."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile import teks
from mobile.widgets import buttons
from mobile.widgets.fields import fault_line
from mobile.widgets.layout import stretched
from mobile.widgets.taps import settle
from mobile.widgets.text import second, style, text
from mobile.widgets.theme import colours, look
from shared.protocol import CODE_LENGTH
from shared.widgets.layout import row

ALLOWED = r"^[0-9A-Za-z]*$"
CLEAR = "#00000000"
HEIGHT = 56

Span = tuple[int, int]
_AT_START: Span = (0, 0)


@ft.component
def CodeField(
    label: str,
    on_change: Callable[[str], Any],
    on_enter: Callable[[], Any],
    helper: str,
    fault: str,
    given: str = "",
) -> ft.Control:
    """Eight fields would lose the focus at each character; this is one.

    ``given``: what stands in it at the start, from the address of a printed slip. A tap takes hold
    of the whole code, so that what is typed next takes its place: a caret among the boxes could
    not be put where a finger means it.
    """
    typed, set_typed = ft.use_state(given)
    focused, set_focused = ft.use_state(False)
    anew, set_anew = ft.use_state(0)
    held, set_held = ft.use_state(False)
    caret, set_caret = ft.use_state(_AT_START)
    last = ft.use_ref(_no_control)
    # As in `widgets.fields.Field`: drawn anew without it, each key would wipe out those before.
    value = typed if last.current is None else last.current.value

    async def changed(event: ft.Event[ft.TextField]) -> None:
        words = (event.control.value or "").upper()
        set_held(False)
        set_typed(words)
        await settle(on_change(words))

    async def entered() -> None:
        await settle(on_enter())

    def moved(event: ft.TextSelectionChangeEvent[ft.TextField]) -> None:
        chosen = (event.selection.start, event.selection.end)
        set_caret(chosen)
        if chosen == (0, len(typed)):
            # Asked for once: asked for again while one types, it would take the key before.
            set_held(False)

    def tapped() -> None:
        set_focused(True)
        set_held(bool(typed))

    def left() -> None:
        set_focused(False)
        set_held(False)

    async def clear() -> None:
        last.current = None
        set_typed("")
        set_held(False)
        set_caret(_AT_START)
        set_anew(anew + 1)
        await settle(on_change(""))

    field = ft.TextField(
        key=f"code{anew}",
        value=value,
        selection=ft.TextSelection(0, len(typed)) if held else None,
        max_length=CODE_LENGTH,
        counter="",
        capitalization=ft.TextCapitalization.CHARACTERS,
        input_filter=ft.InputFilter(regex_string=ALLOWED, allow=True, replacement_string=""),
        autocorrect=False,
        enable_suggestions=False,
        autofocus=anew > 0,
        border=ft.NoInputBorder(),
        filled=False,
        cursor_color=CLEAR,
        text_style=style("code", CLEAR),
        selection_color=CLEAR,
        text_align=ft.TextAlign.CENTER,
        on_change=changed,
        on_submit=entered,
        on_selection_change=moved,
        on_click=tapped,
        on_focus=tapped,
        on_blur=left,
    )
    last.current = field
    named = ft.MergeSemantics(content=ft.Semantics(content=field, label=label))
    boxes = ft.Semantics(
        content=_boxes(typed, caret if focused else None, bool(fault)), exclude_semantics=True
    )
    below = fault_line(fault) if fault else second(helper, expand=True)
    if typed:
        below = row(
            ft.Container(content=below, expand=True),
            buttons.icon_button(ft.Icons.BACKSPACE_OUTLINED, teks.AKTIVASI_KOSONGKAN, clear),
        )
    front = ft.Container(content=named, left=0, right=0, top=0, bottom=0)
    return stretched(ft.Stack([boxes, front]), below, gap=10)


def _no_control() -> ft.TextField | None:
    return None


def _boxes(typed: str, chosen: Span | None, wrong: bool) -> ft.Control:
    """Two groups of four, as the code is printed; ``chosen``: what the next key takes."""
    cells = [
        _box(typed[place : place + 1], _is_now(place, chosen), wrong)
        for place in range(CODE_LENGTH)
    ]
    half = CODE_LENGTH // 2
    gap = ft.Container(width=2)
    return row(*cells[:half], gap, *cells[half:], gap=4)


def _is_now(place: int, chosen: Span | None) -> bool:
    if chosen is None:
        return False
    start, end = chosen
    return start <= place < end if end > start else place == min(start, CODE_LENGTH - 1)


def _box(letter: str, now: bool, wrong: bool) -> ft.Container:
    palette = colours()
    edge = palette.error if wrong else palette.primary if now else palette.outline
    return ft.Container(
        # Large text makes a letter wider than its eighth of the screen.
        content=text(letter, "bodyb" if look().large else "letter"),
        expand=True,
        height=HEIGHT,
        border_radius=11,
        bgcolor=palette.card,
        border=ft.Border.all(2 if now or wrong else palette.field_edge, edge),
        alignment=ft.Alignment.CENTER,
    )
