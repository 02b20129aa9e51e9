"""The activation code: eight boxes to look at, one field behind them to type into."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile.widgets.fields import fault_line
from mobile.widgets.layout import row, stretched
from mobile.widgets.taps import settle
from mobile.widgets.text import second, style, text
from mobile.widgets.theme import colours, look
from shared.protocol import CODE_LENGTH

ALLOWED = r"^[0-9A-Za-z]*$"
CLEAR = "#00000000"
HEIGHT = 56


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

    ``given``: what stands in it at the start, from the address of a printed slip.
    """
    typed, set_typed = ft.use_state(given)
    focused, set_focused = ft.use_state(False)
    last = ft.use_ref(_no_control)
    # As in `widgets.fields.Field`: drawn anew without it, each key would wipe out those before.
    value = typed if last.current is None else last.current.value

    async def changed(event: ft.Event[ft.TextField]) -> None:
        words = (event.control.value or "").upper()
        set_typed(words)
        await settle(on_change(words))

    async def entered() -> None:
        await settle(on_enter())

    field = ft.TextField(
        value=value,
        max_length=CODE_LENGTH,
        counter="",
        capitalization=ft.TextCapitalization.CHARACTERS,
        input_filter=ft.InputFilter(regex_string=ALLOWED, allow=True, replacement_string=""),
        autocorrect=False,
        enable_suggestions=False,
        border=ft.NoInputBorder(),
        filled=False,
        cursor_color=CLEAR,
        text_style=style("code", CLEAR),
        selection_color=CLEAR,
        text_align=ft.TextAlign.CENTER,
        on_change=changed,
        on_submit=entered,
        on_focus=lambda: set_focused(True),
        on_blur=lambda: set_focused(False),
    )
    last.current = field
    named = ft.MergeSemantics(content=ft.Semantics(content=field, label=label))
    boxes = ft.Semantics(content=_boxes(typed, focused, bool(fault)), exclude_semantics=True)
    below = fault_line(fault) if fault else second(helper)
    front = ft.Container(content=named, left=0, right=0, top=0, bottom=0)
    return stretched(ft.Stack([boxes, front]), below, gap=10)


def _no_control() -> ft.TextField | None:
    return None


def _boxes(typed: str, focused: bool, wrong: bool) -> ft.Control:
    """Two groups of four, as the code is printed."""
    cells: list[ft.Control] = []
    for place in range(CODE_LENGTH):
        now = focused and place == min(len(typed), CODE_LENGTH - 1)
        cells.append(_box(typed[place : place + 1], now, wrong))
    half = CODE_LENGTH // 2
    gap = ft.Container(width=2)
    return row(*cells[:half], gap, *cells[half:], gap=4)


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
