"""The slip of a fresh code, to be printed: behind the door, for the person who made the code."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool

from server.core.permit import NotAllowedError
from server.core.sessions import current_account
from server.hp import village_phones
from server.hp.web import slip_page
from server.http import door
from server.rekap.approvals import public_address

router = APIRouter(include_in_schema=False)


@router.get("/kode/{ticket}")
async def slip(request: Request, ticket: str) -> HTMLResponse:
    """The page with the code, or one that says it is gone; never kept by the browser."""
    account = current_account.get()
    made = None
    if account is not None:
        try:
            made = await run_in_threadpool(
                village_phones.slip, door.context(request), account, ticket
            )
        except NotAllowedError:
            made = None
    headers = {"Content-Security-Policy": slip_page.POLICY, "Cache-Control": "no-store"}
    if made is None:
        return HTMLResponse(slip_page.gone(), 404, headers)
    address = await run_in_threadpool(public_address, door.context(request), str(request.url))
    return HTMLResponse(slip_page.slip(door.context(request).wilayah, made, address), 200, headers)
