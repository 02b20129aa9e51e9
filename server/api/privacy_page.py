"""The privacy notice for everybody, at /privasi: plain HTML, no log-in, no script."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from string import Template

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.concurrency import run_in_threadpool

from server import teks
from server.api import door
from server.api.login_page import SIDE, page_colours
from server.usecases import settings
from shared.documents.privacy_notice import JUDUL, Section, notice
from shared.palette import GELAP, TERANG
from shared.wilayah import KECAMATAN

PATH = "/privasi"

router = APIRouter(include_in_schema=False)

CSS = f"""
@font-face{{font-family:Jakarta;font-weight:500;src:url(/fonts/Jakarta-Medium.ttf);font-display:swap}}
@font-face{{font-family:Jakarta;font-weight:700;src:url(/fonts/Jakarta-Bold.ttf);font-display:swap}}
:root{{color-scheme:light;{page_colours(TERANG)}}}
@media(prefers-color-scheme:dark){{:root{{color-scheme:dark;{page_colours(GELAP)}}}}}
*{{box-sizing:border-box;margin:0}}
html{{font:500 16px/1.55 Jakarta,system-ui,sans-serif;background:var(--ground);color:var(--text)}}
header{{background:{SIDE};color:#fff}}
header div,main{{max-width:720px;margin:0 auto;padding:24px 20px}}
header div{{display:flex;gap:16px;align-items:center}}
header img{{width:52px;height:52px;border-radius:13px;box-shadow:0 0 0 1px #ffffff22}}
header span{{color:#CFE3D8;display:block}}
h1{{font-size:26px;line-height:1.2;letter-spacing:-.01em}}
section{{background:var(--card);border:1px solid var(--line);border-radius:16px;padding:18px 20px;
 margin-top:14px}}
h2{{font-size:17px;line-height:1.3;margin-bottom:6px}}
ul{{padding-left:20px}}
li+li{{margin-top:6px}}
a{{color:var(--main);font-weight:700;display:inline-block;padding:14px 0}}
a:focus-visible{{outline:3px solid var(--main);outline-offset:2px}}
"""
_STYLE_HASH = base64.b64encode(hashlib.sha256(CSS.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src 'self'; font-src 'self'; "
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)

_PAGE = Template("""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title · $app</title>
<link rel="icon" href="/favicon.png">
<style>$css</style>
</head>
<body>
<header><div><img src="/logo.png" alt=""><p><b>$app</b><span>$place</span></p></div></header>
<main><h1>$title</h1>
$parts
<a href="/masuk">$login</a></main>
</body>
</html>
""")


@router.get(PATH)
async def page(request: Request) -> Response:
    """As the settings fill it in; what is not filled in is a visible blank."""
    told = await run_in_threadpool(settings.for_phone, door.context(request))
    html = _PAGE.substitute(
        title=JUDUL,
        app=teks.APP,
        css=CSS,
        place=f"Kecamatan {KECAMATAN.nama}",
        parts="\n".join(_section(part) for part in notice(told)),
        login=teks.MASUK,
    )
    return HTMLResponse(
        html, headers={"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
    )


def _section(part: Section) -> str:
    lines = [escape(words) for words in part.lines]
    body = f"<p>{lines[0]}</p>" if len(lines) == 1 else f"<ul><li>{'</li><li>'.join(lines)}</ul>"
    return f"<section><h2>{escape(part.title)}</h2>{body}</section>"
