"""The characters of a pasted text, made plain: nothing invisible, one kind of blank, plain letters.

Words stay as they were written: dashes and apostrophes inside them are the writer's.
"""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)
_BLANKS = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINES = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_HYPHENS = re.compile("[\u2010\u2011\ufe63\uff0d]")
_DASHES = re.compile("[\u2012-\u2015\u2212]")
_PICTURES = re.compile(
    "[\U0001f000-\U0001faff\U000e0000-\U000e007f\u20e3\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff"
    "\u25a0-\u25ff\u2022\u00b7]"
)
_FANCY = re.compile("[\U0001d400-\U0001d7ff\uff01-\uff5e\u2460-\u24ff\U0001f130-\U0001f189]")
_SMALL = str.maketrans(
    "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "ABCDEFGHIJKLMNOPRSTUVWYZ"
)  # capitals of a lesser height, as some keyboards offer them
_BOXED = 0x1F170
_STARS = re.compile(r"\*+|(?<!\w)[_`]+|[_`]+(?!\w)|~+(?!\s?\d)")


def plain(text: str) -> str:
    """The text with ordinary letters, blanks and line ends; pictures are still there."""
    text = _BLANKS.sub(" ", _HIDDEN.sub("", _LINES.sub("\n", text)))
    return _HYPHENS.sub("-", _FANCY.sub(_letter, text)).translate(_SMALL)


def unmarked(line: str) -> str:
    """A line without WhatsApp's stars and without pictures."""
    return " ".join(_STARS.sub("", _PICTURES.sub(" ", line)).split())


def dashed(text: str) -> str:
    """With one kind of dash, for those who look for spans."""
    return _DASHES.sub("-", text)


def _letter(match: re.Match[str]) -> str:
    sign = match[0]
    if _BOXED <= ord(sign) < _BOXED + 26:
        return chr(ord("A") + ord(sign) - _BOXED)
    told = unicodedata.normalize("NFKC", sign)
    return f"{told}." if told.isdecimal() and "\u2460" <= sign <= "\u24ff" else told
