"""Words for the clipboard, as far as the device allows it."""

from __future__ import annotations

import asyncio

import flet as ft

PATIENCE_S = 3


async def copied(words: str) -> bool:
    """Put words on the clipboard; False in a browser that does not allow it."""
    try:
        await asyncio.wait_for(ft.Clipboard().set(words), PATIENCE_S)
    except (RuntimeError, TimeoutError):
        return False
    return True
