"""The innovation's papers, sets and evidence files, for who is logged in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from server.core.permit import NotAllowedError
from server.core.sessions import current_account
from server.http import door
from server.inovasi import evidence, innovation_papers, innovation_sets
from server.inovasi.innovation import NoYearError
from server.inovasi.innovation_papers import PaperError

router = APIRouter(include_in_schema=False)


@router.get("/unduh/bukti/{ident}")
async def evidence_file(request: Request, ident: str) -> Response:
    """One evidence file."""
    found = await _asked(request, evidence.fetch, ident)
    if found is None:
        raise HTTPException(404)
    return _file(found.data, found.name, found.media)


@router.get("/unduh/inovasi/indikator-{tahun}.{jenis}")
async def year_set(request: Request, tahun: int, jenis: str) -> Response:
    """The set of a year, to be edited and brought back."""
    name = f"indikator-{tahun}.{jenis}"
    if jenis == "json":
        data = await _asked(request, innovation_sets.as_json, tahun)
        return _file(data, name, "application/json")
    if jenis == innovation_papers.XLSX:
        data = await _asked(request, innovation_sets.as_sheet, tahun)
        return _file(data, name, innovation_papers.MEDIA[jenis])
    raise HTTPException(404)


@router.get("/unduh/inovasi/{macam}.{jenis}")
async def paper(
    request: Request, macam: str, jenis: str, tahun: Annotated[int, Query(ge=2000, le=2200)]
) -> Response:
    """One paper of a year."""
    made = await _asked(request, innovation_papers.paper, macam, jenis, tahun)
    return _file(made.data, made.name, made.media)


async def _asked(request: Request, work: Callable[..., Any], *given: Any) -> Any:
    """What a use-case answers to the person who asks; 403 and 404 for what it refuses."""
    account = current_account.get()
    if account is None:
        raise HTTPException(404)
    try:
        return await run_in_threadpool(work, door.context(request), account, *given)
    except NotAllowedError as error:
        raise HTTPException(403) from error
    except (PaperError, NoYearError) as error:
        raise HTTPException(404) from error


def _file(data: bytes, name: str, media: str) -> Response:
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
        "Cache-Control": "no-store",
        # An uploaded file is only ever saved; shown by mistake, it could do nothing.
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return Response(data, media_type=media, headers=headers)
