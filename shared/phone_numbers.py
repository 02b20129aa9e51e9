"""Telephone numbers are no numbers: their 0 counts, and ``+62 812``, ``62812``, ``812`` say one."""

from __future__ import annotations

import re

COUNTRY = "62"
_WRITTEN = re.compile(r"[+\d\s().\-\u2010-\u2015/]+\Z")
LEAST, MOST = 5, 15


def national(written: str) -> str | None:
    """``0812…`` with its 0, however it is written; None when it can be no number."""
    if not _WRITTEN.match(written) or "/" in written or "+" in written.strip()[1:]:
        return None
    digits = "".join(sign for sign in written if sign.isdecimal() and sign.isascii())
    if not LEAST <= len(digits) <= MOST:
        return None
    abroad = written.strip().startswith("+") or digits.startswith("00")
    digits = digits.removeprefix("00") if abroad else digits
    if digits.startswith(COUNTRY) and (abroad or len(digits) > 9):
        return "0" + digits.removeprefix(COUNTRY).lstrip("0")
    if abroad:
        return f"+{digits}"
    return f"0{digits}" if digits.startswith("8") and len(digits) >= 9 else digits


def international(written: str) -> str:
    """``6281200000001`` for links; empty when it can be no mobile or home number here."""
    found = national(written) or ""
    digits = found.removeprefix("+") if found.startswith("+") else COUNTRY + found[1:]
    whole = found.startswith(("0", "+")) and 10 <= len(digits) <= MOST
    return digits if whole and digits.startswith(COUNTRY) else ""


def same_number(one: str, other: str) -> bool:
    """Whether both lead to one telephone."""
    known = national(one)
    return known is not None and known == national(other)
