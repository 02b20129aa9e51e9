"""Whatever can be pressed and is none of Material's buttons: tiles, lines, pills."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft


def pressable(
    content: ft.Control,
    press: Callable[[], None] | None,
    name: str | None = None,
    *,
    chosen: bool | None = None,
    live: bool | None = None,
    **how: Any,
) -> ft.Container:
    """A box for mouse, touch, Tab and Enter; ``name`` is read instead of what stands in it.

    The name hangs inside the box. Around it, it would hide from the browser that the box can have
    the focus, and the keyboard would lead nowhere.
    """
    if name is not None:
        content = ft.Semantics(
            content=content, label=name, button=press is not None, selected=chosen,
            live_region=live, exclude_semantics=True,
        )  # fmt: skip
    return ft.Container(
        content=content,
        ink=press is not None,
        on_click=(lambda _: press()) if press else None,
        **how,
    )
