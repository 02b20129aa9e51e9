"""The privacy notice for everybody, at /privasi, also without a log-in."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from server.core import settings
from server.http import door, public_page
from shared.documents.privacy_notice import JUDUL, notice

PATH = "/privasi"

router = APIRouter(include_in_schema=False)


@router.get(PATH)
async def page(request: Request) -> Response:
    """As the settings fill it in; what is not filled in is a visible blank."""
    told = await run_in_threadpool(settings.for_phone, door.context(request))
    return public_page.page(
        door.context(request).wilayah,
        JUDUL,
        "pribadi/web/privacy.html.jinja",
        notice=notice(door.context(request).wilayah, told),
    )
