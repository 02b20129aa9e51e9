"""The roster as files and papers, for who is logged in."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from server.anggota import roster_export, roster_papers, roster_return
from server.anggota.roster_papers import Form, Kind
from server.http import door
from server.http.downloads import account, asked, saved, village

router = APIRouter(include_in_schema=False)

Desa = Annotated[str | None, Query()]


@router.get("/unduh/anggota.{kind}")
async def export(request: Request, kind: Literal["xlsx", "csv"], desa: Desa = None) -> Response:
    """All members, or those of one village."""
    data = await asked(
        request, roster_export.export, kind, village(door.context(request).wilayah, desa)
    )
    return saved(data, f"anggota-satlinmas.{kind}")


@router.get("/unduh/contoh-anggota.xlsx")
async def template() -> Response:
    """An empty sheet with the headings."""
    account()
    return saved(await run_in_threadpool(roster_export.template), "contoh-anggota.xlsx")


@router.get("/unduh/anggota-kembali/{ticket}")
async def handed_back(request: Request, ticket: str) -> Response:
    """The rows of a file that did not come in, for the person who brought it."""
    return saved(await asked(request, roster_return.fetch, ticket), roster_return.NAME)


@router.get("/unduh/daftar/{kind}.{form}")
async def paper(request: Request, kind: Kind, form: Form, desa: Desa = None) -> Response:
    """A paper of one village, or of all."""
    made = await asked(
        request, roster_papers.paper, kind, form, village(door.context(request).wilayah, desa)
    )
    return saved(made.data, made.name)
