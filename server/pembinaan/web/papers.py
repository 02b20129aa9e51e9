"""Papers of one report or one coaching, for who is logged in; the browser saves them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from server.core.permit import NotAllowedError
from server.core.sessions import current_account
from server.http import door
from server.laporan.laporan_paper import PaperFile, laporan_paper
from server.pembinaan.pembinaan_papers import coaching_paper

router = APIRouter(include_in_schema=False)

TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@router.get("/unduh/laporan/{ident}.pdf")
async def laporan(request: Request, ident: str) -> Response:
    """A report as the letter of its village."""
    return await _answer(request, laporan_paper, ident)


@router.get("/unduh/pembinaan/{ident}/{name}")
async def coaching(request: Request, ident: str, name: str) -> Response:
    """A paper of a coaching, by the name of its file."""
    return await _answer(request, coaching_paper, ident, name)


async def _answer(request: Request, make: Callable[..., PaperFile | None], *given: Any) -> Response:
    account = current_account.get()
    if account is None:
        raise HTTPException(404)
    try:
        made = await run_in_threadpool(make, door.context(request), account, *given)
    except NotAllowedError as error:
        raise HTTPException(403) from error
    if made is None:
        raise HTTPException(404)
    headers = {
        "Content-Disposition": f'attachment; filename="{made.name}"', "Cache-Control": "no-store",
    }  # fmt: skip
    return Response(made.data, media_type=TYPES[made.name.rpartition(".")[2]], headers=headers)
