"""QR codes: always full ones, for phones cannot read the micro kind."""

from __future__ import annotations

import base64
import io

import segno


def png(words: str, scale: int = 8) -> bytes:
    """A picture of the words."""
    out = io.BytesIO()
    segno.make(words, micro=False, error="m").save(out, kind="png", scale=scale, border=2)
    return out.getvalue()


def text(words: str) -> str:
    """The same for a page of the desk: bytes stay blank outside Chromium, base64 does not."""
    return base64.b64encode(png(words)).decode()


def svg(words: str, scale: int = 6) -> str:
    """The same, to stand within a page."""
    return segno.make(words, micro=False, error="m").svg_inline(scale=scale, border=2)
