"""QR codes: always full ones, for phones cannot read the micro kind."""

from __future__ import annotations

import base64
import io
from typing import Any


def _code(words: str) -> Any:
    import segno  # loaded by who needs it

    return segno.make(words, micro=False, error="m")


def png(words: str, scale: int = 8) -> bytes:
    """A picture of the words."""
    out = io.BytesIO()
    _code(words).save(out, kind="png", scale=scale, border=2)
    return out.getvalue()


def text(words: str) -> str:
    """The same for a page of the desk: bytes stay blank outside Chromium, base64 does not."""
    return base64.b64encode(png(words)).decode()


def svg(words: str, scale: int = 6) -> str:
    """The same, to stand within a page."""
    return _code(words).svg_inline(scale=scale, border=2)
