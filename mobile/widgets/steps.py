"""A way in steps: what is done, where it stands, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import colours, look, state_colours
from shared.widgets.layout import column, row


@dataclass(frozen=True)
class Step:
    """One step; ``kind`` colours the one that counts now (wait, info, fix, bad, ok)."""

    icon: ft.IconData
    title: str
    sub: str = ""
    done: bool = True
    kind: str | None = None


def steps(parts: Sequence[Step]) -> ft.Column:
    """Steps one below the other, joined by a line."""
    rows = [_step(part, last=part is parts[-1]) for part in parts]
    return column(*rows, gap=3)


def _step(part: Step, *, last: bool) -> ft.Row:
    line = [] if last else [ft.Container(width=2, height=20, bgcolor=colours().outline)]
    mark = ft.Column(
        [icon(part.icon, 24, _ink(part)), *line], spacing=2, width=28, tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )  # fmt: skip
    later = not part.done and part.kind is None
    title = second(part.title, "smallb") if later else text(part.title, "smallb")
    words = [title, *([second(part.sub, "meta")] if part.sub else [])]
    return row(
        mark, column(*words, gap=0, expand=True), gap=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )  # fmt: skip


def _ink(part: Step) -> str:
    if part.kind:
        chip = state_colours(part.kind)
        return chip.back if look().sun else chip.fore
    return colours().primary if part.done else colours().outline
