"""The faces of a paper, and text made fit for them: no letter is ever lost without a sign."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, cast

from shared.assets import FONTS

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.fonts import TTFFont

FAMILY = "Naskah"
EMOJI = "Emoji"
UNKNOWN = "◻"
"""Stands for a letter that no face has."""

_STYLES = {"": "Regular", "B": "Bold", "I": "Italic"}
_SPACES = {"\t": "    ", "\u2007": " ", "\u202f": " ", "\r\n": "\n", "\r": "\n"}
_INVISIBLE = {"Cf", "Cc", "Mn", "Me"}
_SKIN = range(0x1F3FB, 0x1F400)


class Faces:
    """The faces of one document; the one with the emoji is read only when somebody wrote some."""

    def __init__(self, pdf: FPDF) -> None:
        self._pdf = pdf
        for style, name in _STYLES.items():
            pdf.add_font(FAMILY, style, FONTS / f"Naskah-{name}.ttf")
        self._known = _letters(pdf, FAMILY)
        self._emoji: frozenset[int] | None = None

    def fit(self, text: str) -> str:
        """The text in letters that can be drawn."""
        for old, new in _SPACES.items():
            text = text.replace(old, new)
        return "".join(map(self._letter, unicodedata.normalize("NFC", text)))

    def _letter(self, letter: str) -> str:
        code = ord(letter)
        if code in self._known or letter == "\n":
            return letter
        if unicodedata.category(letter) in _INVISIBLE or code in _SKIN:
            return ""
        if unicodedata.category(letter) == "Zs":
            return " "
        return letter if code in self._emoji_letters() else UNKNOWN

    def _emoji_letters(self) -> frozenset[int]:
        if self._emoji is None:
            self._pdf.add_font(EMOJI, "", FONTS / "Emoji.ttf")
            self._pdf.set_fallback_fonts([EMOJI], exact_match=False)
            self._emoji = _letters(self._pdf, EMOJI)
        return self._emoji


def _letters(pdf: FPDF, family: str) -> frozenset[int]:
    """What the upright face of a family can draw."""
    font = cast("TTFFont", pdf.fonts[family.lower()])
    return frozenset(font.cmap)
