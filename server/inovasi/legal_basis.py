"""Which lines of a legal basis are printed, and under which name. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from server.inovasi import teks_hukum as law

Key = tuple[str, str, str]

_KINDS: tuple[tuple[str, str], ...] = (
    (r"undang-undang|uu", "uu"), (r"peraturan pemerintah|pp", "pp"),
    (r"keputusan presiden|keppres", "keppres"),
    (r"peraturan menteri dalam negeri|permendagri", "permendagri"),
    (r"peraturan (?:kepala )?(?:polri|kepolisian)|perkapolri|perkap", "perkapolri"),
    (r"peraturan daerah|perda", "perda"), (r"peraturan bupati|perbup", "perbup"),
)  # fmt: skip
_CITED = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{code}>{words})" for words, code in _KINDS)
    + r")\b[^0-9\n]{0,60}?(?P<number>\d{1,3})\s*(?:/|tahun)\s*(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Cited:
    """A line of a decree with how sure it is."""

    text: str
    yakin: str


def key_of(line: str) -> Key | None:
    """Kind, number and year of the instrument that a line names; None when it names none."""
    found = _CITED.search(line)
    if found is None:
        return None
    kind = next(code for _, code in _KINDS if found[code])
    return kind, str(int(found["number"])), found["year"]


def printed(text: str) -> tuple[str, ...]:
    """The lines that a paper may show: without those that are about something else."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and key_of(line) not in law.JANGAN_CETAK)


def proposed(text: str) -> tuple[Cited, ...]:
    """The proposal's lines that may be shown, each with how sure it is today."""
    known = {key_of(one.nama): one.keyakinan for one in law.USULAN}
    return tuple(Cited(line, known.get(key_of(line), law.PERIKSA)) for line in printed(text))


def withheld(text: str) -> tuple[str, ...]:
    """The lines that no paper shows."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and key_of(line) in law.JANGAN_CETAK)


def minding(own: str) -> tuple[Cited, ...]:
    """What a decree bears in mind: whole names, each with its mark, then what was entered."""
    known = [Cited(one.lengkap, one.keyakinan) for one in law.BERLAKU if one.lengkap]
    have = {key_of(one.text) for one in known}
    return (*sorted(known, key=_rank), *_added(printed(own), have))


def _added(lines: Sequence[str], have: set[Key | None]) -> tuple[Cited, ...]:
    closed = {*have, *law.TIDAK_DITEMUKAN}
    return tuple(
        Cited(line if line.endswith(";") else f"{line};", law.PERIKSA)
        for line in lines
        if key_of(line) is None or key_of(line) not in closed
    )


_ORDER = ("uu", "pp", "permendagri", "perda", "perbup")


def _rank(one: Cited) -> tuple[int, int, int]:
    """By rank, then by year and number."""
    found = key_of(one.text)
    if found is None:
        return len(_ORDER), 0, 0
    kind, number, year = found
    return (_ORDER.index(kind) if kind in _ORDER else len(_ORDER)), int(year), int(number)
