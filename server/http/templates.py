"""The plain pages: HTML stands in templates, whatever is put into one is escaped.

A template's name is its path below ``server``: the frames in ``http/templates``, a wing's own
beside its routes. Styles and scripts (``.css.jinja``, ``.js.jinja``) are no HTML and not escaped.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from server.core import teks as umum
from server.http import whose
from shared.palette import GELAP, TERANG

SIDE = "#0B3B29"
"""The green of the staff view's side bar."""


_ALL = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1]),
    autoescape=select_autoescape(["html.jinja"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ALL.globals |= {
    "app": umum.APP, "umum": umum, "at": whose.at,
    "light": TERANG, "dark": GELAP, "side": SIDE,
}  # fmt: skip


def render(name: str, /, **values: object) -> str:
    """The page; a value that the template wants and is not given is an error."""
    return _ALL.get_template(name).render(values)


@dataclass(frozen=True)
class Style:
    """A page's style, and what its policy says of it: no other may be in the page."""

    css: Markup
    policy: str


_NOT = ("script", "connect", "media", "object", "child", "manifest")
_ALL_BUT_AHEAD = ("default-src 'self'", *(f"{kind}-src 'none'" for kind in _NOT))
"""Firefox lets a page fetch ahead only what its default allows; all else is said by its name."""


def style(name: str, *, form: bool = True, ahead: bool = False) -> Style:
    """Rendered once; ``form`` lets the page send one to this server, ``ahead`` lets the browser
    fetch what the next page needs.
    """
    css = safe(render(name))
    parts = (
        *(_ALL_BUT_AHEAD if ahead else ("default-src 'none'",)),
        f"style-src {source_hash(css)}", "img-src 'self'", "font-src 'self'",
        *(["form-action 'self'"] if form else []), "frame-ancestors 'none'", "base-uri 'none'",
    )  # fmt: skip
    return Style(css, "; ".join(parts))


def safe(made: str) -> Markup:
    """What we made ourselves, or a library did: put in as it is."""
    return Markup(made)  # noqa: S704 - never anything that came from outside


def source_hash(text: str) -> str:
    """How a policy names a style or a script that stands in the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
