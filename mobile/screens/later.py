"""Screens by where they stand: read when they are first shown, or once Beranda is drawn.

A start reads Beranda alone; what lies above and beside it follows while nobody waits for it.
"""

from __future__ import annotations

import asyncio
import functools
import importlib
from collections.abc import Callable

import flet as ft

PAUSE_S = 0.05
"""Between two screens: whatever a person does comes first."""

Screen = Callable[[], ft.Control]

_named: list[str] = []


def later(where: str) -> Screen:
    """The component ``folder:Name`` of this room, as a function that reads it when it is called."""
    _named.append(where)

    def shown() -> ft.Control:
        return component(where)()

    return shown


def named() -> tuple[str, ...]:
    """All that were named, each by its place."""
    return tuple(_named)


@functools.cache
def component(where: str) -> Screen:
    """Read it; ImportError or AttributeError when the name is wrong."""
    folder, _, name = where.partition(":")
    return getattr(importlib.import_module(f"mobile.screens.{folder}.screen"), name)


async def read_the_rest() -> None:
    """Read all that were named, one by one, in a thread."""
    for where in named():
        await asyncio.to_thread(component, where)
        await asyncio.sleep(PAUSE_S)
