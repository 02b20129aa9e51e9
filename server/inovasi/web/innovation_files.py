"""The innovation's papers, sets and evidence files, for who is logged in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from server.http.downloads import asked, saved
from server.inovasi import evidence, innovation_papers, innovation_sets
from server.inovasi.innovation import NoYearError
from server.inovasi.innovation_papers import PaperError

router = APIRouter(include_in_schema=False)

SANDBOX = "sandbox; default-src 'none'"
"""An uploaded file is only ever saved; shown by mistake, it could do nothing."""
FIRST_YEAR, LAST_YEAR = 2000, 2200
SETS = {"json": innovation_sets.as_json, innovation_papers.XLSX: innovation_sets.as_sheet}


@router.get("/unduh/bukti/{ident}")
async def evidence_file(request: Request, ident: str) -> Response:
    """One evidence file."""
    found = await asked(request, evidence.fetch, ident)
    return _file(found.data, found.name, found.media)


@router.get("/unduh/inovasi/indikator-{tahun}.{jenis}")
async def year_set(request: Request, tahun: int, jenis: str) -> Response:
    """The set of a year, to be edited and brought back."""
    if jenis not in SETS or not FIRST_YEAR <= tahun <= LAST_YEAR:
        raise HTTPException(404)
    data = await _of_the_year(request, SETS[jenis], tahun)
    return _file(data, f"indikator-{tahun}.{jenis}")


@router.get("/unduh/inovasi/{macam}.{jenis}")
async def paper(
    request: Request,
    macam: str,
    jenis: str,
    tahun: Annotated[int, Query(ge=FIRST_YEAR, le=LAST_YEAR)],
) -> Response:
    """One paper of a year."""
    made = await _of_the_year(request, innovation_papers.paper, macam, jenis, tahun)
    return _file(made.data, made.name, made.media)


async def _of_the_year(request: Request, work: Callable[..., Any], *given: Any) -> Any:
    """404 too for a year or a paper that there is not."""
    try:
        return await asked(request, work, *given)
    except (PaperError, NoYearError) as error:
        raise HTTPException(404) from error


def _file(data: bytes, name: str, media: str | None = None) -> Response:
    return saved(data, name, media, **{"Content-Security-Policy": SANDBOX})
