"""Whether something on the way keeps uploads until they are whole, and forgets half a photo.

What was sent slowly and came at the server all at once was kept. On a link that is fast by itself
a browser, which sends at one go, learns nothing, and needs nothing.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable

from mobile.sync.answers import Answer, message
from shared.protocol import HEALTH, PROBE, PROBE_HALF

PAUSE_S = 1.5
SLOW_S = 1.0
"""Shorter than this, the sending tells nothing."""

HALF = bytes(PROBE_HALF)

Call = Callable[..., Awaitable[Answer]]


async def holds_back(call: Call, *, in_pieces: bool) -> bool | None:
    """None: it cannot be told. ``in_pieces``: the transport sends as it is given.

    Raises ContactFailed.
    """
    await call("GET", HEALTH, {})  # the connection stands, so that it is not measured along
    began = time.monotonic()
    await call("GET", HEALTH, {})
    there_and_back = time.monotonic() - began
    headers = {
        "Content-Type": "application/octet-stream", "Content-Length": str(2 * PROBE_HALF),
    }  # fmt: skip
    content = _with_a_pause() if in_pieces else 2 * HALF
    began = time.monotonic()
    answer = await call("POST", PROBE, headers, content=content, size=2 * PROBE_HALF)
    sending = time.monotonic() - began - there_and_back
    return judged(sending, int(message(answer, 200).get("took_ms", 0)) / 1000)


def judged(sending_s: float, arriving_s: float) -> bool | None:
    """What the two times say: how long it was sent, how long it arrived."""
    if sending_s < SLOW_S:
        return None
    return arriving_s < sending_s / 4


async def _with_a_pause() -> AsyncIterator[bytes]:
    yield HALF
    await asyncio.sleep(PAUSE_S)
    yield HALF
