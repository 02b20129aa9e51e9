"""``GET docs``: the API for people, one plain page that needs nothing from elsewhere."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from server.http import teks
from server.http.teks import DOCS_KUNCI
from shared.protocol import BASE

OPENAPI = f"{BASE}/openapi.json"

router = APIRouter(include_in_schema=False)

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; color: #13201A; background: #F4F7F4; margin: 0 auto;
       padding: 24px; max-width: 960px }
h1 { color: #0A5C3E } h2 { margin-top: 40px } code, pre { font: 14px/1.5 ui-monospace, monospace }
section { background: #fff; border: 1px solid #D3DDD6; border-radius: 12px; margin: 16px 0;
          padding: 4px 20px 12px }
h3 b { background: #CDEBDB; color: #00321F; border-radius: 6px; margin-right: 8px;
       padding: 2px 8px }
pre { background: #EDF3EE; border-radius: 8px; padding: 12px; overflow-x: auto }
table { border-collapse: collapse } td { padding: 2px 16px 2px 0; vertical-align: top }
"""


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
    info = document["info"]
    calls = "".join(
        _call(method, path, call)
        for path, methods in document["paths"].items()
        for method, call in methods.items()
    )
    schemas = "".join(_schema(*item) for item in document["components"]["schemas"].items())
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(info['title'])}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{escape(info['title'])}</h1><p>{escape(info['description'])}</p>"
        f'<p><a href="{OPENAPI}">openapi.json</a></p>'
        f"<h2>{teks.DOCS_CALLS}</h2>{calls}<h2>{teks.DOCS_SCHEMAS}</h2>{schemas}</body></html>"
    )


def _call(method: str, path: str, call: dict[str, Any]) -> str:
    answers = "".join(
        f"<tr><td><code>{escape(str(status))}</code></td><td>{_answer(answer)}</td></tr>"
        for status, answer in sorted(call["responses"].items(), key=lambda item: str(item[0]))
    )
    sent = call.get("requestBody", {}).get("content", {})
    takes = f"<p>{teks.DOCS_BODY}: {_contents(sent)}</p>" if sent else ""
    doors = [name for need in call.get("security", []) for name in need]
    door = "".join(f"<p>{escape(DOCS_KUNCI[name])}</p>" for name in doors)
    text = escape(call.get("description") or call.get("summary", ""))
    return (
        f"<section><h3><b>{method.upper()}</b><code>{escape(path)}</code></h3><p>{text}</p>"
        f"{door}{_parameters(call)}{takes}<table>{answers}</table></section>"
    )


def _parameters(call: dict[str, Any]) -> str:
    """What may stand in the address, where each has words."""
    told = [one for one in call.get("parameters", []) if one.get("description")]
    rows = "".join(
        f"<tr><td><code>{escape(one['name'])}</code></td><td>{escape(one['description'])}</td></tr>"
        for one in told
    )
    return f"<table>{rows}</table>" if rows else ""


def _answer(answer: dict[str, Any]) -> str:
    contents = _contents(answer.get("content", {}))
    return escape(answer.get("description", "")) + (f" · {contents}" if contents else "")


def _contents(content: dict[str, Any]) -> str:
    return ", ".join(
        f"<code>{escape(media)}</code>{_link(part.get('schema', {}))}"
        for media, part in content.items()
    )


def _link(schema: dict[str, Any]) -> str:
    name = schema.get("$ref", "").rpartition("/")[2]
    return f' <a href="#{escape(name)}">{escape(name)}</a>' if name else ""


def _schema(name: str, schema: dict[str, Any]) -> str:
    text = json.dumps(schema, indent=1, ensure_ascii=False)
    title = f"<h3>{escape(name)}</h3>"
    return f'<section id="{escape(name)}">{title}<pre>{escape(text)}</pre></section>'
