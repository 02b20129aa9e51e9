"""The frame of the pages for everybody: plain HTML, no script, nothing from elsewhere."""

from __future__ import annotations

from fastapi.responses import HTMLResponse

from server.http import teks
from server.http.templates import render, style
from shared.wilayah import Wilayah

_STYLE = style("http/templates/public.css.jinja")
HEADERS = {"Content-Security-Policy": _STYLE.policy, "Cache-Control": "no-store"}
ABOUT, GUIDE, SURVEY = "/tentang", "/pedoman", "/survei"


def page(
    wilayah: Wilayah, title: str, template: str, status: int = 200,
    headers: dict[str, str] | None = None, **values: object,
) -> HTMLResponse:  # fmt: skip
    """A whole page: a template that extends ``public_frame``, with its values."""
    html = render(template, title=title, teks=teks, css=_STYLE.css, kecamatan=wilayah, **values)
    return HTMLResponse(html, status, {**HEADERS, **(headers or {})})


def note(
    wilayah: Wilayah, title: str, said: str, status: int = 200,
    headers: dict[str, str] | None = None, *,
    bad: bool = False, more: str = "", home: bool = False, thanks: bool = False,
) -> HTMLResponse:  # fmt: skip
    """A page of one sentence, with ``more`` below it, and a button that leads ``home``."""
    return page(
        wilayah, title, "http/templates/note.html.jinja", status, headers,
        note=said, bad=bad, more=more, home=home, thanks=thanks,
    )  # fmt: skip
