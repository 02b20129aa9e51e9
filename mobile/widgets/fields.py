"""Fields: the label above, the fault below, and never a lost character."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from mobile.widgets.layout import pad, stretched
from mobile.widgets.taps import settle
from mobile.widgets.text import icon, second, style, text
from mobile.widgets.theme import TARGET, colours, look
from shared.widgets.layout import row


@ft.component
def Field(
    label: str,
    start: str = "",
    *,
    on_change: Callable[[str], Any] | None = None,
    on_leave: Callable[[str], Any] | None = None,
    on_enter: Callable[[], Any] | None = None,
    hint: str | None = None,
    helper: str | None = None,
    fault: str | None = None,
    name: ft.IconData | None = None,
    lines: int = 1,
    limit: int | None = None,
    number: bool = False,
    show_label: bool = True,
    focus: bool = False,
    role: str = "body",
    **how: Any,
) -> ft.Control:
    """A text field that keeps what is typed, whatever is redrawn meanwhile.

    ``start`` counts only once. To put other words into it, give the component another ``key``.
    """
    last = ft.use_ref(_no_control)
    # Drawn anew with an older value, the client would put that back and swallow keys: so the value
    # is always the one that the control before holds.
    value = start if last.current is None else last.current.value

    async def changed(event: ft.Event[ft.TextField]) -> None:
        if on_change is not None:
            await settle(on_change(event.control.value or ""))

    async def left(event: ft.Event[ft.TextField]) -> None:
        if on_leave is not None:
            await settle(on_leave(event.control.value or ""))

    async def entered(_event: ft.Event[ft.TextField]) -> None:
        if on_enter is not None:
            await settle(on_enter())

    control = ft.TextField(
        value=value,
        hint_text=hint,
        on_change=changed,
        on_blur=left,
        on_submit=entered,
        multiline=lines > 1,
        min_lines=lines if lines > 1 else None,
        max_lines=12 if lines > 1 else 1,
        max_length=limit,
        counter="" if limit else None,
        keyboard_type=_keyboard(number=number, lines=lines),
        autofocus=focus,
        prefix_icon=icon(name, 22) if name else None,
        **_frame(bool(fault), role),
        **how,
    )
    last.current = control
    below = [fault_line(fault)] if fault else [second(helper, "meta")] if helper else []
    named = ft.MergeSemantics(content=ft.Semantics(content=control, label=label))
    head = (
        [ft.Semantics(content=text(label, "smallb"), exclude_semantics=True)] if show_label else []
    )
    return stretched(*head, named, *below, gap=7)


def _no_control() -> ft.TextField | None:
    return None


def _keyboard(*, number: bool, lines: int) -> ft.KeyboardType:
    if number:
        return ft.KeyboardType.NUMBER
    return ft.KeyboardType.MULTILINE if lines > 1 else ft.KeyboardType.TEXT


def _frame(wrong: bool, role: str) -> dict[str, Any]:
    palette = colours()
    rest = _border(palette.error if wrong else palette.outline, 2 if wrong else palette.field_edge)
    focused = _border(palette.error if wrong else palette.primary, max(2, palette.field_edge))
    return {
        "border": {ft.ControlState.FOCUSED: focused, ft.ControlState.DEFAULT: rest},
        "cursor_color": palette.primary,
        "filled": True,
        "fill_color": palette.card,
        "content_padding": pad(15, 14),
        "text_style": style(role),
        "hint_style": style("body", palette.on_surface_variant),
    }


def _border(colour: str, width: float) -> ft.OutlineInputBorder:
    return ft.OutlineInputBorder(side=ft.BorderSide(width, colour), border_radius=12)


def fault_line(words: str) -> ft.Row:
    """What is wrong with the field above, and how to mend it."""
    red = colours().error
    return row(
        icon(ft.Icons.ERROR, 18, red),
        text(words, "smallb", red, expand=True),
        gap=6,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def choice_field(
    words: str,
    name: ft.IconData,
    on_tap: Callable[..., Any],
    *,
    quiet: bool = False,
    label: str | None = None,
) -> ft.Container:
    """Looks like a field and opens a picker: an hour, a date, a list."""
    palette = colours()
    colour = palette.on_surface_variant if quiet else palette.on_surface
    return ft.Container(
        content=row(icon(name), text(words, "bodyb", colour, expand=True), gap=10),
        padding=pad(14, 14),
        border_radius=12,
        bgcolor=palette.card,
        border=ft.Border.all(palette.field_edge, palette.outline),
        ink=True,
        on_click=on_tap,
        tooltip=label,
    )


def counter(
    label: str,
    value: int | None,
    on_change: Callable[[int], Any],
    *,
    less: str,
    more: str,
    on_type: Callable[[], Any] | None = None,
    type_words: str | None = None,
) -> ft.Control:
    """A number with minus and plus; ``less`` and ``more`` name the two for TalkBack.

    With ``on_type`` the number itself can be tapped, to write a large one. A ``value`` of None is
    not known yet: minus says that there are none.
    """

    def step(by: int) -> Callable[..., Any]:
        return lambda _event: on_change(max(0, (value or 0) + by))

    keys = row(
        _round(ft.Icons.REMOVE, less, step(-1)),
        _number(value, on_type, type_words),
        _round(ft.Icons.ADD, more, step(1)),
        gap=4, tight=True,
    )  # fmt: skip
    if look().large:
        return stretched(text(label, "body"), keys, gap=4)
    return row(text(label, "body", expand=True), keys, gap=4)


def _number(
    value: int | None, on_type: Callable[[], Any] | None, words: str | None
) -> ft.Container:
    tapped = on_type is not None
    edge = ft.Border.all(colours().edge, colours().outline_variant) if tapped else None
    shown = "–" if value is None else str(value)
    return ft.Container(
        content=text(shown, "title"), padding=pad(0, 14 if look().large else 6),
        border_radius=12, border=edge,
        height=TARGET if not look().large else None, alignment=ft.Alignment.CENTER,
        width=None if (value or 0) > 999 or look().large else 54, ink=tapped, on_click=on_type,
        tooltip=words if tapped else None,
    )  # fmt: skip


def _round(name: ft.IconData, words: str, on_tap: Callable[..., Any]) -> ft.MergeSemantics:
    palette = colours()
    side = ft.BorderSide(palette.edge, palette.outline) if look().sun else None
    key = ft.IconButton(
        icon=name, icon_size=24, icon_color=palette.primary, bgcolor=palette.quiet,
        tooltip=words, on_click=on_tap, width=TARGET, height=TARGET,
        style=ft.ButtonStyle(side=side) if side else None,
    )  # fmt: skip
    return ft.MergeSemantics(content=key)
