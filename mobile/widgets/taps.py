"""Makes a handler of any callback: with its own arguments, awaited when it is asynchronous."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from typing import Any

Handler = Callable[[], Awaitable[None]]


def tap(callback: Callable[..., Any], *args: Any) -> Handler:
    """A handler that calls ``callback(*args)``; the event itself is of no interest."""

    async def handler() -> None:
        await settle(callback(*args))

    return handler


async def settle(result: Any) -> None:
    """Await what a callback gave back, if there is anything to wait for."""
    if inspect.isawaitable(result):
        await result
