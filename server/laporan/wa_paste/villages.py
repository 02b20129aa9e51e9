"""Which village reports: by its name and the ways it is written, never by likeness alone.

Traps: desa Juai has the name of the kecamatan; *bata* is a brick and *sirap* a shingle.
"""

from __future__ import annotations

import difflib
import re

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste.fields import Field, sure, unsure
from shared.wilayah import ALSO_WRITTEN, DESA, KODE

JUAI = "63.11.01.2003"
_COMMON = {"63.11.01.2005", "63.11.01.2008", JUAI}
"""Bata, Sirap and Juai mean other things, too."""

_NAMES = {desa.nama.lower(): desa.kode for desa in DESA} | {
    said: kode for kode, words in ALSO_WRITTEN.items() for said in words
}


def _pattern(said: str) -> str:
    return re.escape(said).replace(r"\ ", r"[\s.]*")


_ANY = "|".join(_pattern(said) for said in sorted(_NAMES, key=len, reverse=True))
_HEADED = r"(?:desa|ds|kades|kepala desa|pemdes|pemerintah desa|kantor desa|balai desa)"
_OF_VILLAGE = re.compile(rf"\b{_HEADED}\b[\s.:]*(?P<name>{_ANY})\b", re.I)
_OF_GUARD = re.compile(rf"\b(?:satlinmas|linmas|danru|hansip)\b[\s.:]*(?P<name>{_ANY})\b", re.I)
_JOINED = re.compile(rf"\b(?:{_ANY})\s*(?:,|&|/|\+|\bdan\b)\s*(?P<name>{_ANY})\b", re.I)
_BARE = re.compile(rf"\b(?P<name>{_ANY})\b", re.I)
_UPPER = re.compile(
    r"\b(?:kecamatan|kec|camat|polsek|koramil|puskesmas|kapolsek|danramil|kua|se)\b[\s.:-]*$", re.I
)
_ELSEWHERE = re.compile(
    r"\b(?:(?:di|ke|dari|menuju|perbatasan|wilayah)\s+"
    r"|(?:bersama|dengan|membantu)\s+(?:(?:sat)?linmas\s+)?)"
    rf"(?:{_HEADED}[\s.:]*)?(?:{_ANY})\b",
    re.I,
)
"""A village that somebody went to, or whose people came along."""
_LONG = 70
_TOLD = re.compile(r"\b(?:pukul|jam|pkl|tadi|kami|telah|sudah|aman)\b|\d[.:]\d\d", re.I)
_WHO = re.compile(
    rf"\b(?:satlinmas|linmas|danru|hansip)[\s.:]+(?:{_HEADED}[\s.:]*)?(?:{_ANY})\b", re.I
)
_AFTER_DESA = re.compile(r"\b(?:desa|ds)\b[\s.:]+(?P<name>[a-z']{3,}(?:\s+[a-z']{3,})?)", re.I)


def village(signed: str, labelled: str, place: str, whole: str, sender: str) -> Field[str]:
    """Label first, then title and closing, then who sent it, then the place and the rest.

    A village helps its neighbours, so one that is only named along the way is unsure.
    """
    if labelled:
        return _against(_labelled(labelled), sender)
    titled = _titled(signed)
    for pattern in (_OF_VILLAGE, _OF_GUARD):
        kodes = _codes(pattern, titled)
        if len(kodes) > 1:
            return unsure(kodes[0], f.MANY_VILLAGES)
        if kodes:
            juai = pattern is _OF_GUARD and kodes[0] == JUAI
            return unsure(JUAI, f.JUAI) if juai else _against(_checked(kodes[0], titled), sender)
    found = _bare("\n".join(row for row in titled.split("\n") if not _TOLD.search(row))) or _beside(
        place, whole
    )
    return _against(found, sender) if found else _from(sender, whole)


def _titled(signed: str) -> str:
    """Of a long sentence only what names the Satlinmas of a village."""
    rows = [_ELSEWHERE.sub(" ", row) for row in signed.split("\n")]
    return "\n".join(
        row if len(row) <= _LONG else "\n".join(match[0] for match in _WHO.finditer(row))
        for row in rows
    )


def _against(found: Field[str], sender: str) -> Field[str]:
    """Another village in the sender's name makes it unsure."""
    others = [kode for kode in _codes(_BARE, sender) if kode not in (JUAI, found.value)]
    return unsure(found.value, f.MANY_VILLAGES) if found.found and others else found


def _from(sender: str, whole: str) -> Field[str]:
    kodes = _codes(_BARE, sender)
    return unsure(kodes[0], f.SENDER) if kodes else _alike(whole)


def _beside(place: str, whole: str) -> Field[str] | None:
    for text in (place, whole):
        for pattern in (_OF_VILLAGE, _OF_GUARD, _BARE):
            kodes = _codes(pattern, text)
            if kodes:
                return unsure(kodes[0], _why(pattern, kodes))
    return None


def _why(pattern: re.Pattern[str], kodes: list[str]) -> str:
    if len(kodes) > 1:
        return f.MANY_VILLAGES
    if pattern is _BARE and kodes[0] in _COMMON:
        return f.JUAI if kodes[0] == JUAI else f.COMMON_WORD
    return f.FROM_PROSE


def _checked(kode: str, said: str) -> Field[str]:
    """Another village named in the title or the closing makes it unsure."""
    named = [one for one in _codes(_BARE, said) if one not in _COMMON]
    others = {*named, *_codes(_OF_GUARD, said), *_codes(_JOINED, said)} - {kode, JUAI}
    return unsure(kode, f.MANY_VILLAGES) if others else sure(kode)


def _labelled(text: str) -> Field[str]:
    text = re.split(r"\b(?:kec|kecamatan)\b", text, maxsplit=1, flags=re.I)[0]
    kodes = _codes(_BARE, text)
    if len(kodes) == 1:
        return sure(kodes[0])
    if kodes:
        return unsure(kodes[0], f.MANY_VILLAGES)
    return _near(text.strip())


def _bare(whole: str) -> Field[str] | None:
    """A name without the word desa before it."""
    kodes = _codes(_BARE, whole)
    plain = [kode for kode in kodes if kode not in _COMMON]
    if len(plain) == 1:
        return sure(plain[0])
    if len(plain) > 1:
        return unsure(plain[0], f.MANY_VILLAGES)
    return unsure(kodes[0], f.JUAI if kodes[0] == JUAI else f.COMMON_WORD) if kodes else None


def _alike(whole: str) -> Field[str]:
    for match in _AFTER_DESA.finditer(whole):
        for words in (match["name"], match["name"].split()[0]):
            found = _near(words)
            if found.value is not None:
                return found
    return Field()


def _near(words: str) -> Field[str]:
    close = difflib.get_close_matches(words.lower(), list(_NAMES), 1, 0.8)
    return unsure(_NAMES[close[0]], f.SPELLING) if close else Field()


def _codes(pattern: re.Pattern[str], text: str) -> list[str]:
    """The villages in their order; ``Kec. Juai`` and the like are none."""
    found: list[str] = []
    for match in pattern.finditer(text):
        if _UPPER.search(text[: match.start("name")]):
            continue
        found.append(_code(match["name"]))
    return [kode for kode in dict.fromkeys(found) if kode in KODE]


def _code(name: str) -> str:
    plain = re.sub(r"[\s.]+", " ", name.lower()).strip()
    tight = plain.replace(" ", "")
    return _NAMES.get(plain) or next(
        (kode for said, kode in _NAMES.items() if re.sub(r"[\s.]+", "", said) == tight), ""
    )
