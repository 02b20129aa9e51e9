"""The frame of the pages for everybody: plain HTML, no script, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from string import Template

from fastapi.responses import HTMLResponse

from server.core import teks as umum
from server.http import teks
from server.http.login_page import SIDE, page_colours
from shared.palette import GELAP, TERANG
from shared.wilayah import KECAMATAN

CSS = f"""
@font-face{{font-family:Jakarta;font-weight:500;src:url(/fonts/Jakarta-Medium.ttf);font-display:swap}}
@font-face{{font-family:Jakarta;font-weight:700;src:url(/fonts/Jakarta-Bold.ttf);font-display:swap}}
:root{{color-scheme:light;{page_colours(TERANG)}}}
@media(prefers-color-scheme:dark){{:root{{color-scheme:dark;{page_colours(GELAP)}}}}}
*{{box-sizing:border-box;margin:0}}
html{{font:500 16px/1.55 Jakarta,system-ui,sans-serif;background:var(--ground);color:var(--text)}}
header{{background:{SIDE};color:#fff}}
header div,main,footer{{max-width:760px;margin:0 auto;padding:24px 20px}}
header div{{display:flex;gap:16px;align-items:center}}
header img{{width:60px;height:60px;border-radius:15px;box-shadow:0 0 0 1px #ffffff22}}
header b{{font-size:20px}}
header span{{color:#CFE3D8;display:block}}
h1{{font-size:28px;line-height:1.2;letter-spacing:-.01em}}
h2{{font-size:18px;line-height:1.3;margin-bottom:8px}}
section,fieldset{{background:var(--card);border:1px solid var(--line);border-radius:16px;
 padding:20px;margin-top:16px;min-width:0}}
legend{{float:left;width:100%;font-weight:700;margin-bottom:10px}}
legend+*{{clear:both}}
ul{{padding-left:20px}}
li+li,p+p{{margin-top:8px}}
.quiet{{color:var(--quiet)}}
.figures{{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;
 margin-top:14px;padding:0;list-style:none}}
.figures li{{border:1px solid var(--line);border-radius:12px;padding:14px;margin:0}}
.figures b{{display:block;font-size:28px;line-height:1.1}}
.note{{border-radius:12px;padding:12px 14px;margin-top:14px;background:var(--ok);color:var(--on-ok);
 font-weight:700}}
.note.bad{{background:var(--bad);color:var(--on-bad)}}
label.pick{{display:flex;gap:12px;align-items:center;min-height:48px;padding:6px 12px;
 border:1.5px solid var(--edge);border-radius:12px;cursor:pointer}}
label.pick+label.pick{{margin-top:8px}}
label.pick:has(input:checked){{border-color:var(--main);box-shadow:inset 0 0 0 1.5px var(--main);
 font-weight:700}}
input[type=radio]{{width:22px;height:22px;accent-color:var(--main);flex:none}}
textarea{{display:block;width:100%;min-height:96px;margin-top:8px;padding:12px 14px;font:inherit;
 color:var(--text);background:var(--card);border:1.5px solid var(--edge);border-radius:12px}}
button,.button{{display:flex;align-items:center;justify-content:center;min-height:54px;width:100%;
 margin-top:18px;padding:0 20px;border:0;border-radius:14px;background:var(--main);
 color:var(--on-main);font:inherit;font-weight:700;cursor:pointer;text-decoration:none}}
.button.second{{background:none;color:var(--main);border:1.5px solid var(--edge);margin-top:12px}}
footer a{{color:var(--main);font-weight:700;display:inline-block;padding:12px 18px 12px 0}}
a:focus-visible,textarea:focus-visible,button:focus-visible,input:focus-visible{{
 outline:3px solid var(--main);outline-offset:2px}}
"""
_STYLE_HASH = base64.b64encode(hashlib.sha256(CSS.encode()).digest()).decode()
HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src 'self'; font-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cache-Control": "no-store",
}
ABOUT, GUIDE, SURVEY = "/tentang", "/pedoman", "/survei"

_PAGE = Template("""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="$about">
<title>$title · $app</title>
<link rel="icon" href="/favicon.png">
<style>$css</style>
</head>
<body>
<header><div><img src="/logo.png" alt=""><p><b>$app</b><span>$place</span></p></div></header>
<main><h1>$title</h1>
$body
</main>
<footer><a href="/tentang">$home</a><a href="/privasi">$privacy</a>
<a href="/masuk">$login</a></footer>
</body>
</html>
""")


def page(
    title: str, body: str, status: int = 200, headers: dict[str, str] | None = None
) -> HTMLResponse:
    """A whole page; ``body`` is HTML, ``title`` is not."""
    html = _PAGE.substitute(
        title=escape(title),
        about=escape(teks.APP_TENTANG),
        app=umum.APP,
        place=teks.KECAMATAN.format(nama=KECAMATAN.nama),
        css=CSS,
        body=body,
        home=teks.KE_TENTANG,
        privacy=teks.PRIVASI,
        login=teks.MASUK_PETUGAS,
    )
    return HTMLResponse(html, status, {**HEADERS, **(headers or {})})


def section(title: str, *lines: str) -> str:
    """A card of paragraphs."""
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"<section><h2>{escape(title)}</h2>{told}</section>"


def points(title: str, lines: Sequence[str]) -> str:
    """A card of points."""
    told = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<section><h2>{escape(title)}</h2><ul>{told}</ul></section>"


def link(path: str, told: str, *, second: bool = False) -> str:
    """A button that leads on."""
    kind = "button second" if second else "button"
    return f'<a class="{kind}" href="{path}">{escape(told)}</a>'
