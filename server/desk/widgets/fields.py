"""A text field with its label above: what is typed stays, whatever is drawn anew meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import flet as ft

from server.desk import teks
from server.desk.widgets.buttons import icon_button
from server.desk.widgets.layout import pad
from server.desk.widgets.text import style, text
from server.desk.widgets.theme import colours
from shared.widgets.layout import column


@ft.component
def Field(
    label: str,
    start: str = "",
    *,
    on_change: Callable[[str], None] | None = None,
    on_leave: Callable[[], None] | None = None,
    on_focus: Callable[[], None] | None = None,
    on_enter: Callable[[], None] | None = None,
    lines: int = 1,
    limit: int | None = None,
    hint: str | None = None,
    show_label: bool = True,
    symbol: ft.IconData | None = None,
    suffix: ft.Control | None = None,
    read_only: bool = False,
    autofocus: bool = False,
    password: bool = False,
    **_key: Any,
) -> ft.Control:
    """``start`` counts only once; to put other words into it, give the component another key."""
    last = ft.use_ref(_nothing)
    # Drawn anew with an older value, the client would put that back and swallow keys.
    value = start if last.current is None else last.current.value
    control = ft.TextField(
        value=value,
        hint_text=hint,
        prefix_icon=symbol,
        suffix=suffix,
        multiline=lines > 1,
        min_lines=lines if lines > 1 else None,
        max_lines=max(10, lines) if lines > 1 else 1,
        max_length=limit,
        counter="" if limit else None,
        read_only=read_only,
        on_change=lambda event: on_change(event.control.value or "") if on_change else None,
        autofocus=autofocus,
        password=password,
        can_reveal_password=password,
        on_focus=lambda _: on_focus() if on_focus else None,
        on_blur=lambda _: on_leave() if on_leave else None,
        on_submit=lambda _: on_enter() if on_enter else None,
        **_frame(),
    )
    last.current = control
    named = ft.MergeSemantics(content=ft.Semantics(content=control, label=label))
    if not show_label:
        return named
    head = ft.Semantics(content=text(label, "metab"), exclude_semantics=True)
    return column(head, named, gap=5, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


TYPING_PAUSE_S = 0.5


@dataclass
class _Search:
    """What a search field holds and has asked for; not observed, so that typing draws nothing."""

    start: str
    typed: str
    sent: set[str] = field(default_factory=set[str])
    number: int = 0
    writing: bool = False
    """Since the first letter, until the field is left: nothing takes it away meanwhile."""

    def begin(self, start: str) -> None:
        """The address says other words: another field, unless they were typed into this one."""
        if start != self.start and start not in self.sent and not self.writing:
            self.typed = start
            self.number += 1
        self.sent.discard(start)
        self.start = start


@ft.component
def SearchField(
    label: str, start: str, search: Callable[[str], None], *, limit: int = 100, **_key: Any
) -> ft.Control:
    """Searches once the typing rests, and at once on Enter; ``start`` is what is searched now."""
    held, _ = ft.use_state(lambda: _Search(start, start))
    held.begin(start)
    page = ft.context.page

    def send(words: str) -> None:
        if words != held.start:
            held.sent.add(words)
            search(words)

    async def rest(words: str) -> None:
        await asyncio.sleep(TYPING_PAUSE_S)
        if words == held.typed:
            send(words)

    def typed(words: str) -> None:
        held.writing = True
        held.typed = " ".join(words.split())
        page.run_task(rest, held.typed)

    def left() -> None:
        held.writing = False

    def clear() -> None:
        left()
        search("")

    return Field(
        label, held.typed, hint=label, show_label=False, symbol=ft.Icons.SEARCH, limit=limit,
        on_change=typed, on_enter=lambda: send(held.typed), on_leave=left,
        key=f"cari-{held.number}",
        suffix=icon_button(ft.Icons.CLOSE, teks.HAPUS_KATA, clear, size=18) if start else None,
    )  # fmt: skip


def _nothing() -> ft.TextField | None:
    return None


def _frame() -> dict[str, Any]:
    c = colours()

    def edge(colour: str, width: float) -> ft.OutlineInputBorder:
        return ft.OutlineInputBorder(side=ft.BorderSide(width, colour), border_radius=10)

    return {
        "border": {
            ft.ControlState.FOCUSED: edge(c.primary, 2),
            ft.ControlState.DEFAULT: edge(c.outline, 1),
        },
        "cursor_color": c.primary,
        "filled": True,
        "fill_color": c.card,
        "content_padding": pad(11, 12),
        "text_style": style("body"),
        "hint_style": style("body", c.on_surface_variant),
        "dense": True,
    }
