"""Which village reports: by its name and the ways it is written, never by likeness alone.

Traps: a village may have the name of its kecamatan (Juai); *bata* is a brick and *sirap* a shingle.
"""

from __future__ import annotations

import difflib
import re

from server.laporan.wa_paste import fields as f
from server.laporan.wa_paste.fields import Field, sure, unsure
from server.laporan.wa_paste.village_names import Names, names_of
from shared.wilayah import Wilayah

_UPPER = re.compile(
    r"\b(?:kecamatan|kec|camat|polsek|koramil|puskesmas|kapolsek|danramil|kua|se)\b[\s.:-]*$", re.I
)
_LONG = 70
_TOLD = re.compile(r"\b(?:pukul|jam|pkl|tadi|kami|telah|sudah|aman)\b|\d[.:]\d\d", re.I)
_AFTER_DESA = re.compile(r"\b(?:desa|ds)\b[\s.:]+(?P<name>[a-z']{3,}(?:\s+[a-z']{3,})?)", re.I)


def village(
    wilayah: Wilayah, signed: str, labelled: str, place: str, whole: str, sender: str
) -> Field[str]:
    """Label first, then title and closing, then who sent it, then the place and the rest.

    A village helps its neighbours, so one that is only named along the way is unsure.
    """
    names = names_of(wilayah)
    if labelled:
        return _against(names, _labelled(names, labelled), sender)
    titled = _titled(names, signed)
    for pattern in (names.of_village, names.of_guard):
        kodes = _codes(names, pattern, titled)
        if len(kodes) > 1:
            return unsure(kodes[0], f.MANY_VILLAGES)
        if kodes:
            if pattern is names.of_guard and kodes[0] == names.namesake:
                return unsure(kodes[0], f.NAMESAKE)
            return _against(names, _checked(names, kodes[0], titled), sender)
    bare = "\n".join(row for row in titled.split("\n") if not _TOLD.search(row))
    found = _bare(names, bare) or _beside(names, place, whole)
    return _against(names, found, sender) if found else _from(names, sender, whole)


def _titled(names: Names, signed: str) -> str:
    """Of a long sentence only what names the Satlinmas of a village."""
    rows = [names.elsewhere.sub(" ", row) for row in signed.split("\n")]
    return "\n".join(
        row if len(row) <= _LONG else "\n".join(match[0] for match in names.who.finditer(row))
        for row in rows
    )


def _against(names: Names, found: Field[str], sender: str) -> Field[str]:
    """Another village in the sender's name makes it unsure."""
    sent_by = _codes(names, names.bare, sender)
    others = [kode for kode in sent_by if kode not in (names.namesake, found.value)]
    return unsure(found.value, f.MANY_VILLAGES) if found.found and others else found


def _from(names: Names, sender: str, whole: str) -> Field[str]:
    kodes = _codes(names, names.bare, sender)
    return unsure(kodes[0], f.SENDER) if kodes else _alike(names, whole)


def _beside(names: Names, place: str, whole: str) -> Field[str] | None:
    for text in (place, whole):
        for pattern in (names.of_village, names.of_guard, names.bare):
            kodes = _codes(names, pattern, text)
            if kodes:
                return unsure(kodes[0], _why(names, pattern, kodes))
    return None


def _why(names: Names, pattern: re.Pattern[str], kodes: list[str]) -> str:
    if len(kodes) > 1:
        return f.MANY_VILLAGES
    if pattern is names.bare and kodes[0] in names.doubtful:
        return f.NAMESAKE if kodes[0] == names.namesake else f.COMMON_WORD
    return f.FROM_PROSE


def _checked(names: Names, kode: str, said: str) -> Field[str]:
    """Another village named in the title or the closing makes it unsure."""
    named = [one for one in _codes(names, names.bare, said) if one not in names.doubtful]
    beside = (*_codes(names, names.of_guard, said), *_codes(names, names.joined, said))
    others = {*named, *beside} - {kode, names.namesake}
    return unsure(kode, f.MANY_VILLAGES) if others else sure(kode)


def _labelled(names: Names, text: str) -> Field[str]:
    text = re.split(r"\b(?:kec|kecamatan)\b", text, maxsplit=1, flags=re.I)[0]
    kodes = _codes(names, names.bare, text)
    if len(kodes) == 1:
        return sure(kodes[0])
    if kodes:
        return unsure(kodes[0], f.MANY_VILLAGES)
    return _near(names, text.strip())


def _bare(names: Names, whole: str) -> Field[str] | None:
    """A name without the word desa before it."""
    kodes = _codes(names, names.bare, whole)
    plain = [kode for kode in kodes if kode not in names.doubtful]
    if len(plain) == 1:
        return sure(plain[0])
    if len(plain) > 1:
        return unsure(plain[0], f.MANY_VILLAGES)
    return unsure(kodes[0], _why(names, names.bare, kodes[:1])) if kodes else None


def _alike(names: Names, whole: str) -> Field[str]:
    for match in _AFTER_DESA.finditer(whole):
        for words in (match["name"], match["name"].split()[0]):
            found = _near(names, words)
            if found.value is not None:
                return found
    return Field()


def _near(names: Names, words: str) -> Field[str]:
    close = difflib.get_close_matches(words.lower(), list(names.kode), 1, 0.8)
    return unsure(names.kode[close[0]], f.SPELLING) if close else Field()


def _codes(names: Names, pattern: re.Pattern[str], text: str) -> list[str]:
    """The villages in their order; ``Kec. Juai`` and the like are none."""
    found: list[str] = []
    for match in pattern.finditer(text):
        if _UPPER.search(text[: match.start("name")]):
            continue
        found.append(_code(names, match["name"]))
    return [kode for kode in dict.fromkeys(found) if kode]


def _code(names: Names, name: str) -> str:
    plain = re.sub(r"[\s.]+", " ", name.lower()).strip()
    tight = plain.replace(" ", "")
    return names.kode.get(plain) or next(
        (kode for said, kode in names.kode.items() if re.sub(r"[\s.]+", "", said) == tight), ""
    )
