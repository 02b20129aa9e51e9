"""``GET docs``: the API for people, one plain page that needs nothing from elsewhere."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from server.http import teks
from server.http.templates import render, style
from shared.protocol import BASE

OPENAPI = f"{BASE}/openapi.json"

router = APIRouter(include_in_schema=False)

_STYLE = style("http/templates/docs.css.jinja")


@router.get(OPENAPI)
async def openapi(request: Request) -> JSONResponse:
    """The OpenAPI document."""
    return JSONResponse(request.app.openapi())


@router.get(f"{BASE}/docs")
async def docs(request: Request) -> HTMLResponse:
    """The same for people."""
    return HTMLResponse(page(request.app.openapi()))


def page(document: dict[str, Any]) -> str:
    """The whole page."""
    schemas = {
        name: json.dumps(schema, indent=1, ensure_ascii=False)
        for name, schema in document["components"]["schemas"].items()
    }
    return render(
        "http/templates/docs.html.jinja",
        info=document["info"],
        paths=document["paths"],
        schemas=schemas,
        openapi=OPENAPI,
        teks=teks,
        css=_STYLE.css,
    )
