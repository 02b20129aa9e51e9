"""Papers of the roster for who is logged in; the browser saves them."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from server.anggota import roster_papers
from server.anggota.roster_papers import Form, Kind
from server.core.permit import NotAllowedError
from server.core.sessions import current_account
from server.http import door
from server.pembinaan.web.papers import TYPES
from shared import wilayah

router = APIRouter(include_in_schema=False)


@router.get("/unduh/daftar/{kind}.{form}")
async def roster(
    request: Request, kind: Kind, form: Form, desa: Annotated[str | None, Query()] = None
) -> Response:
    """Of one village, or of all."""
    account = current_account.get()
    if account is None or (desa is not None and desa not in wilayah.KODE):
        raise HTTPException(404)
    try:
        made = await run_in_threadpool(
            roster_papers.paper, door.context(request), account, kind, form, desa
        )
    except NotAllowedError as error:
        raise HTTPException(403) from error
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(made.name)}",
        "Cache-Control": "no-store",
    }
    return Response(made.data, media_type=TYPES[form], headers=headers)
