"""What a person is busy with keeps its place: a field is never made anew by what comes beside it.

Flet compares lists by position unless an item has a key: a line that comes in above a field would
make the field anew, and what is being typed into it would be lost. So whatever holds a component
(a field is one) or a menu gets a key made of what it holds, up to the top of the page.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import flet as ft
from flet.components.component import Component

C = TypeVar("C", bound=ft.Control)


def anchored(control: C) -> C:
    """The same control; in every list inside, what holds a field has a key of its own."""
    _anchor(control)
    return control


def _anchor(control: Any) -> str | None:
    """The name of what stands first in a control and must keep its place; None: nothing."""
    if isinstance(control, Component):
        return f"{control.fn.__name__}:{control.key}"
    first: str | None = None
    for inside in _parts(control):
        found = _anchor_list(inside) if isinstance(inside, list) else _anchor(inside)
        first = first or found
    if first is None and isinstance(control, ft.PopupMenuButton):
        return f"menu:{control.tooltip}"
    return first


def _anchor_list(controls: Sequence[Any]) -> str | None:
    named = [(one, _anchor(one)) for one in controls]
    holding = [(one, name) for one, name in named if name is not None]
    taken: set[Any] = {one.key for one, _ in named if one.key is not None}
    for one, name in holding:
        if one.key is None and not isinstance(one, Component):
            key = _ONLY if len(holding) == 1 else name
            if key not in taken:
                one.key = key
                taken.add(key)
    return holding[0][1] if holding else None


_ONLY = "anchor"


def _parts(control: Any) -> Iterator[Any]:
    """The controls directly inside, each list as a whole."""
    if isinstance(control, ft.PopupMenuButton | ft.TextField):
        return
    for field in dataclasses.fields(control):
        if field.name in _INSIDE:
            inside = getattr(control, field.name, None)
            if isinstance(inside, list | ft.Control | Component):
                yield inside


_INSIDE = frozenset({"content", "controls"})
