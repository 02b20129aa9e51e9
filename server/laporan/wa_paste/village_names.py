"""How people write the names of a kecamatan's villages, and where in a text such a name stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from shared.wilayah import Wilayah

_SHORTENED: Mapping[str, tuple[str, ...]] = {
    "muara": ("ma", "m", "mr"), "sungai": ("sei", "sungei", "sei.", "s"), "teluk": ("tlk", "tl"),
    "tanjung": ("tjg", "tj", "tg"), "gunung": ("gng", "gn"), "buntu": ("bt",), "batu": ("bt",),
    "sumber": ("sbr",), "pulau": ("pl", "p"), "kampung": ("kp", "kpg"), "padang": ("pdg",),
    "pasar": ("psr",), "lubuk": ("lbk",), "tebing": ("tbg",),
}  # fmt: skip
"""First words of names as people shorten them: Sei Batung, Ma Ninian, Tlk Bayur."""
_WORDS = (
    "aman atas baru bata batu bawah besar damai danau gunung harapan hilir hulu hutan jaya kampung "
    "kebun kecil kota lama maju makmur mekar muara pantai pasar pulau rantau sari sejahtera sirap "
    "sumber sungai tanah tanjung tebing teluk tengah timur barat utara selatan usaha"
)
_COMMON = frozenset(_WORDS.split())
"""Names that mean other things, too."""

HEADED = r"(?:desa|ds|kades|kepala desa|pemdes|pemerintah desa|kantor desa|balai desa)"


@dataclass(frozen=True)
class Names:
    """The villages of one kecamatan as they stand in texts."""

    kode: Mapping[str, str]
    """The village's code by each way of writing it, in small letters."""
    namesake: str | None
    """The village that shares its name with the kecamatan."""
    doubtful: frozenset[str]
    """Villages whose names alone may mean something else."""
    of_village: re.Pattern[str]
    of_guard: re.Pattern[str]
    joined: re.Pattern[str]
    bare: re.Pattern[str]
    elsewhere: re.Pattern[str]
    """A village that somebody went to, or whose people came along."""
    who: re.Pattern[str]


@cache
def names_of(wilayah: Wilayah) -> Names:
    """Made once for each kecamatan."""
    kode = spelled(wilayah)
    any_ = "|".join(_pattern(said) for said in sorted(kode, key=len, reverse=True)) or r"(?!)"
    namesake = next((d.kode for d in wilayah.desa if d.nama.lower() == wilayah.nama.lower()), None)
    common = {desa.kode for desa in wilayah.desa if desa.nama.lower() in _COMMON}
    guard = r"(?:satlinmas|linmas|danru|hansip)"
    return Names(
        kode,
        namesake,
        frozenset(common | ({namesake} if namesake else set())),
        of_village=_read(rf"\b{HEADED}\b[\s.:]*(?P<name>{any_})\b"),
        of_guard=_read(rf"\b{guard}\b[\s.:]*(?P<name>{any_})\b"),
        joined=_read(rf"\b(?:{any_})\s*(?:,|&|/|\+|\bdan\b)\s*(?P<name>{any_})\b"),
        bare=_read(rf"\b(?P<name>{any_})\b"),
        elsewhere=_read(
            r"\b(?:(?:di|ke|dari|menuju|perbatasan|wilayah)\s+"
            r"|(?:bersama|dengan|membantu)\s+(?:(?:sat)?linmas\s+)?)"
            rf"(?:{HEADED}[\s.:]*)?(?:{any_})\b"
        ),
        who=_read(rf"\b{guard}[\s.:]+(?:{HEADED}[\s.:]*)?(?:{any_})\b"),
    )


def spellings(nama: str) -> set[str]:
    """Other ways to write a name that follow from it: ``sei batung``, ``ma ninian``, ``wono rejo``.

    Blanks and points between words are read away by the patterns, so joined words need no line.
    """
    plain = nama.lower()
    first, _, rest = plain.partition(" ")
    found = {f"{short} {rest}" for short in _SHORTENED.get(first, ()) if rest}
    found |= {"".join(sign for sign in one if sign not in "'’`ʼ") for one in (plain, *found)}
    for one in (plain, *found):
        for vowel in "aiu":
            if vowel * 2 in one:
                found |= {one.replace(vowel * 2, said) for said in (f"{vowel}'{vowel}", vowel)}
    return found - {plain}


def spelled(wilayah: Wilayah) -> dict[str, str]:
    """What is written of a village by its own list or its name comes before what only follows."""
    derived = [(said, desa.kode) for desa in wilayah.desa for said in spellings(desa.nama)]
    often = Counter(said for said, _ in derived)
    return {
        **{said: kode for said, kode in derived if often[said] == 1},
        **_of((said.lower(), desa.kode) for desa in wilayah.desa for said in desa.ejaan),
        **_of((desa.nama.lower(), desa.kode) for desa in wilayah.desa),
    }


def _of(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return dict(pairs)


def _pattern(said: str) -> str:
    return re.escape(said).replace(r"\ ", r"[\s.]*")


def _read(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)
