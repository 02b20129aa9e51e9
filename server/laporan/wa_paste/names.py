"""Lists of names taken apart: a degree behind a comma belongs to the name before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_KNOWN = """
    sos ssos sip spd spdi sap sag skom sh se st sp shut skep skm ssi stp sstp sst ssn spt spsi sth
    si stars stat shi sei sthi sikom sphum str strkep strkeb amd amdkep amdkeb amdkom ama amapd amk
    map msi mpd mpdi mm mh mkom msos mt mip mkes mag mhum mph msc ma mba me mei lc ba ns bsc phd dra
    drs ners skeb sked sft sgz sfarm apt aks mn
"""
_DEGREES = frozenset(_KNOWN.split())
_BREAK = re.compile(
    r"\s*[,;\n/+]\s*|\s+(?:dan|serta|beserta|&)\s+|(?<=\S)\s+\d{1,2}\s?[.)]\s*", re.I
)


def split_names(text: str) -> list[str]:
    """``Amat, Ahmad Basuki, S.Sos., M.AP dan Udin`` are three people."""
    found: list[str] = []
    rest, at = text, 0
    for match in [*_BREAK.finditer(text), None]:
        part = rest[at : match.start() if match else len(rest)].strip()
        if found and is_degree(part) and _joined(rest, at):
            found[-1] = f"{found[-1]}, {part}"
        elif part:
            found.append(part)
        at = match.end() if match else at
    return found


def join_names(names: Iterable[str]) -> str:
    """A list that `split_names` takes apart again: commas, or lines where a comma would lie."""
    found = list(names)
    joined = ", ".join(found)
    return joined if split_names(joined) == found else "\n".join(found)


def is_degree(word: str) -> bool:
    """``S.Sos.``, ``M.AP``, ``SE``"""
    plain = re.sub(r"[.\s]", "", word).lower()
    return bool(plain) and plain in _DEGREES


def _joined(text: str, at: int) -> bool:
    """Whether a comma stands before it, or a blank: a degree never follows *dan*."""
    return text[:at].rstrip().endswith(",")
