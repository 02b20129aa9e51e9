"""``POST probe``: how long a body took to come, for whoever asks whether a proxy holds it back.

A body that was sent slowly and came all at once was kept by somebody on the way, who forgets it
when the link breaks. Nothing is stored and nothing is believed; a few at a time are heard.
"""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from starlette.requests import ClientDisconnect

from server.http import docs, door
from server.http.connection_limits import Pace
from server.http.problems import BadRequest, Problem, TooLarge, TooMany
from shared.protocol import MAX_PROBE_BYTES, PROBE, VERSION

AT_ONCE = 8
BURST, A_SECOND = 6, 1 / 60
"""Of one sender: so many, then one a minute."""
LONGEST_S = 60.0
AGAIN_S = 60

router = APIRouter(tags=["keadaan"])


class Probes:
    """Those that are being heard; more than a few are sent away before a byte is read."""

    def __init__(self) -> None:
        self._free = AT_ONCE
        self._pace = Pace(BURST, A_SECOND)

    async def hear(self, request: Request) -> tuple[int, float]:
        """Bytes that came, and the seconds from the head to the last of them."""
        if not self._free or self._pace.is_too_fast(door.address(request)):
            raise TooMany(AGAIN_S)
        self._free -= 1
        try:
            async with asyncio.timeout(LONGEST_S):
                return await _heard(request)
        except TimeoutError as error:
            raise Problem(status=408, code="slow") from error
        except ClientDisconnect as error:
            raise BadRequest from error
        finally:
            self._free += 1


async def _heard(request: Request) -> tuple[int, float]:
    clock = asyncio.get_running_loop().time
    began, count = clock(), 0
    async for piece in request.stream():
        count += len(piece)
        if count > MAX_PROBE_BYTES:
            raise TooLarge
    return count, clock() - began


@router.post(PROBE, responses=docs.PROBED)
async def probe(request: Request) -> JSONResponse:
    """Berapa lama isi kiriman ini tiba; untuk mengetahui perantara yang menahan kiriman."""
    count, took = await request.app.state.probes.hear(request)
    return JSONResponse({"protocol": VERSION, "bytes": count, "took_ms": round(took * 1000)})
