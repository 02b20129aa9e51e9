"""``GET health``: whether this is the server, and what time it has."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from server.http import docs, door
from shared.clock import format_time
from shared.protocol import HEALTH, VERSION

APP_VERSION = version("sinar-linmas")

router = APIRouter(tags=["keadaan"])


@router.get(HEALTH, responses=docs.HEALTHY)
async def health(request: Request) -> JSONResponse:
    """Keadaan dan jam server."""
    now = format_time(door.context(request).clock.now())
    return JSONResponse({"protocol": VERSION, "version": APP_VERSION, "server_time": now})
