"""Names of people: how a list of them is split, when two may be one person, how they are searched.

A name is no sentence: "Ahmad Basuki, S.Sos., M.AP" is one person, "H. Jahrani, M. Ridwan" are two.
Nothing here decides that two names are one person: `perhaps_same` says when to ask.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HONORIFICS = _each(
    "h hj haji hajah hajjah drs dra dr ir prof kh kyai ust ustadz ustadzah ustaz tgh"
    " pak bapak bpk bu ibu sdr sdri saudara saudari tn ny alm almh"
)
"""Stand before a name; who leaves them out means the same person."""

_PARTED = _each("h hj drs dra dr ir prof kh m muh moh mhd muhd a ah akh")
"""These belong to the name that follows, also when a comma stands between."""

_SUBJECTS = _each(
    "sos sosi pd pdi pdsd ag h hi e ei esy t th thi ti kom ip ap an stp st hut p pt pi kep keb"
    " kepns kg km kes ked farm si psi sn ars gz log ak akun stat in ikom fil hum i mat m a kn eng"
    " sc tp ft phum tars trkep tr trkeb trkes trip trap trsos trt trkom sy li par bns kpm ling hub"
    " en"
)
_DEGREES = (
    {f"{step}{subject}" for step in ("s", "m", "amd") for subject in _SUBJECTS}
    | _each("amd ama amapd ap apkb dipl ba bsc be llm mba mpa mph phd lc gr ns ners apt spd")
    | _each("aks amk mn jr sr cpns pns purn ste sst")
)
"""What may stand behind a comma and still belong to the name, without its dots."""

_ALSO_NAMES = _each("sus mus man san mak sak mei sei sen men sin")
"""Degrees with their dots only: without them somebody is called so."""

_QUOTES = re.compile("['\"`´‘’‚‛“”„ʹʻʼʽʾʿˈ′＇՚]")
_BLANKS = re.compile(r"(?<=[^\W\d])\.|[,;:()\[\]]")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]")
_MARKS = re.compile(rf"[*_~•▪◦‣●·➤►✓✔]+|{_UNSEEN.pattern}")
_KEYCAP = re.compile("\u20e3\\s*")
_AND = re.compile(r"\s*(?:[;\n\t|+&]|(?<!\S)(?:dan|serta|beserta)(?!\S))\s*", re.I)
_NUMBER = re.compile(r"(?<!\S)\(?(\d{1,3})\s?[.)]\s*(?=[^\W\d])")
_BARE_NUMBER = re.compile(r"(\d{1,3})\s+(?=[^\W\d])")
_LETTER = re.compile(r"([a-z])\s?[.)]\s*(?=[^\W\d])", re.I)
_BULLET = re.compile(r"^\s*[-–—>]+\s*")
_SLASH = re.compile(r"(?<=\w{3})\s*/\s*(?=\w{3})|(?<=\))\s*/\s*(?=\w{3})")
_OFFICE = re.compile(
    r"(?:wa)?dan(?:ru|ton|pok)|anggota|ketua|kasi|kaur|kades|kadus|sekdes|kepala|komandan|linmas"
    r"|satlinmas|operator|sekretaris|bendahara|perangkat|babinsa|bhabin|pembakal",
    re.I,
)
_OTHERS = re.compile(r"(?:^|[\s,])\s*(?:dkk|dll|kawan-kawan|lain-lain|cs)\b\W*\Z", re.I)
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|[-–/]\s*\S.*)\s*")

_FAMILIAR = {
    "m": "muhammad", "muh": "muhammad", "moh": "muhammad", "mhd": "muhammad", "md": "muhammad",
    "muhd": "muhammad", "mohd": "muhammad", "mohammad": "muhammad", "mohamad": "muhammad",
    "muhamad": "muhammad", "mochammad": "muhammad", "mochamad": "muhammad", "moch": "muhammad",
    "muchammad": "muhammad", "mukhammad": "muhammad", "muhammed": "muhammad",
    "akhmad": "ahmad", "achmad": "ahmad", "ahmat": "ahmad", "akh": "ahmad", "ah": "ahmad",
    "abd": "abdul", "abdl": "abdul", "st": "siti", "sitti": "siti", "nur": "nor", "noor": "nor",
}  # fmt: skip
"""How the commonest first names are cut short and spelled."""

_SOUNDS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("kh", "h"), ("ch", "h"), ("sy", "s"), ("sj", "s"),
    ("sh", "s"), ("dz", "z"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("v", "f"), ("y", "i"),
    ("q", "k"), ("ie", "i"),
)  # fmt: skip


def split_names(text: str) -> list[str]:
    """The names of a list as people write it, in their order; degrees stay with their names."""
    found: list[str] = []
    for line in _lines(text):
        for part in _AND.split(line):
            found += _of_commas(part)
    return [name for name in map(_clean, found) if name]


def join_names(names: Iterable[str]) -> str:
    """A list that `split_names` takes apart again: commas, or lines where a comma would lie."""
    found = list(names)
    joined = ", ".join(found)
    return joined if split_names(joined) == found else "\n".join(found)


def perhaps_same(a: str, b: str) -> bool:
    """Whether to ask if these are one person: titles, spelling or a part of the name differ."""
    one, other = _sounds(a), _sounds(b)
    if not one or not other:
        return False
    pairs = ((one, other), (_without_first(one), other), (one, _without_first(other)))
    return any(_fits(*sorted(pair, key=len)) for pair in pairs)


def folded(name: str) -> str:
    """A name as it is compared: no titles, degrees, quotation marks, accents and capitals."""
    return " ".join(_words(name))


def seen(text: str) -> str:
    """Without the signs that nobody sees: they come along from WhatsApp (``\u2068Rudi\u2069``)."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def plain(text: str) -> str:
    """Any words as they are searched: no quotation marks, accents, capitals, dots of initials."""
    flat = unicodedata.normalize("NFKD", _QUOTES.sub("", seen(text))).casefold()
    flat = "".join(sign for sign in flat if not unicodedata.combining(sign))
    return " ".join(_BLANKS.sub(" ", flat).split())


def searchable(text: str) -> str:
    """What a search looks through: the words as they are written, and as they are asked for."""
    low = text.lower()
    more = dict.fromkeys(word for word in plain(text).split() if word not in low)
    return " ".join((low, *more))


def asked(typed: str) -> list[str]:
    """The words that a search looks for: a title does not count, but where it stands alone."""
    words = plain(_without_degrees(typed)).split()
    return [word for word in words if word not in _HONORIFICS] or words


def is_found(typed: str, *texts: str) -> bool:
    """Whether every word that was typed stands in these texts."""
    held = plain(" ".join(texts))
    return all(word in held for word in asked(typed))


def is_degree(text: str) -> bool:
    """``S.Sos.``, ``S. Pd., M.AP``, ``SH``: what stands behind a name and is none."""
    words = re.split(r"[\s,]+", text.strip(" ,"))
    return bool(words[0]) and _all_degrees(words)


# --- How a list is split ----------------------------------------------------------------------


def _lines(text: str) -> list[str]:
    """The lines without their bullets; several numbers in a line begin lines of their own."""
    text = _KEYCAP.sub(". ", unicodedata.normalize("NFC", text).replace("\ufe0f", ""))
    lines = [_BULLET.sub("", _MARKS.sub(" ", line)).strip() for line in text.splitlines()]
    lines = [line for line in lines if line]
    for mark in (_LETTER, _BARE_NUMBER):
        lines = _without_run(lines, mark)
    return [part for line in lines for part in _numbered(line)]


def _without_run(lines: list[str], mark: re.Pattern[str]) -> list[str]:
    """``a. b. c.`` are bullets when they follow each other; a single ``M.`` is an initial."""
    found = [mark.match(line) for line in lines]
    heads = [match[1].lower() for match in found if match]
    first = "a" if mark is _LETTER else "1"
    run = [chr(ord("a") + n) if mark is _LETTER else str(n + 1) for n in range(len(heads))]
    if len(heads) < 2 or heads != run or heads[0] != first:
        return lines
    return [line[m.end() :] if m else line for line, m in zip(lines, found, strict=True)]


def _numbered(line: str) -> list[str]:
    parts: list[str] = []
    start, after = 0, None
    for match in _NUMBER.finditer(line):
        number, before = int(match[1]), line[: match.start()]
        follows = number == after + 1 if after is not None else not before or number in (1, 2)
        if follows and before.count("(") <= before.count(")"):
            parts.append(line[start : match.start()])
            start, after = match.end(), number
    return [part for part in (*parts, line[start:]) if part.strip()]


def _of_commas(part: str) -> list[str]:
    """The pieces between commas, each degree with the name before it."""
    names: list[str] = []
    ahead = ""
    pieces = [one for piece in _commas(part) for one in _slashes(piece)]
    for number, piece in enumerate(pieces):
        follows = pieces[number + 1] if number + 1 < len(pieces) else ""
        if names and _belongs(piece):
            names[-1] += f", {piece}"
        elif _is_title(piece) and follows and not _belongs(follows):
            ahead += f"{piece} "
        elif names and _is_title(piece):
            names[-1] += f", {piece}"
        else:
            names.append(ahead + piece)
            ahead = ""
    return names


def _commas(part: str) -> list[str]:
    """Cut at commas that stand in no parentheses."""
    pieces, depth = [""], 0
    for sign in part:
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        if sign == "," and not depth:
            pieces.append("")
        else:
            pieces[-1] += sign
    return [clean for piece in pieces if (clean := piece.strip())]


def _slashes(piece: str) -> list[str]:
    """``Rudi/Hamdan`` are two; ``Ida / Kasi Pemerintahan`` is one with an office."""
    parts = _SLASH.split(piece)
    return [piece] if any(_OFFICE.match(part) for part in parts[1:]) else parts


def _belongs(piece: str) -> bool:
    """Degrees, whatever stands in parentheses or behind a dash after them."""
    found = _ASIDE.search(piece)
    return is_degree(piece[: found.start()] if found else piece)


def _is_title(piece: str) -> bool:
    return piece.strip(". ").casefold() in _PARTED


def _all_degrees(words: Sequence[str]) -> bool:
    if not words:
        return True
    return any(
        _degree(words[:size]) and _all_degrees(words[size:])
        for size in range(1, min(3, len(words)) + 1)
    )


def _degree(words: Sequence[str]) -> bool:
    text = " ".join(words)
    if text.replace(".", "").replace(" ", "").casefold() not in _DEGREES:
        return False
    bare = text.strip(".")
    return "." in bare or not (" " in bare or bare.casefold() in _ALSO_NAMES)


def _clean(name: str) -> str:
    name = _OTHERS.sub("", " ".join(name.split())).strip(' ,:;-–—"“”')
    last = name.rsplit(" ", 1)[-1]
    short = len(last.strip(".")) == 1 or "." in last[:-1] or _degree([last])
    return name if short or _is_title(last) else name.rstrip(".")


# --- How two names are compared ---------------------------------------------------------------


def _words(name: str) -> list[str]:
    name = re.sub(r"\([^()]*\)", " ", name)
    words = plain(_without_degrees(name)).replace("-", " ").split()
    return [word for word in words if word not in _HONORIFICS] or words


def _without_degrees(name: str) -> str:
    """Without those behind commas, and without dotted ones at the end."""
    first, *behind = _commas(name) or [""]
    words = first.split()
    while len(words) > 1 and "." in words[-1].strip(".") and _degree(words[-1:]):
        words.pop()
    return " ".join((*words, *(piece for piece in behind if not _belongs(piece))))


@lru_cache(maxsize=4096)
def _sounds(name: str) -> list[str]:
    return [_sound(_FAMILIAR.get(word, word)) for word in _words(name)]


def _sound(word: str) -> str:
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", word)


def _fits(short: list[str], long: list[str]) -> bool:
    """The shorter one begins alike and leaves words out at most; an initial stands for a word."""
    if not short or not _alike(short[0], long[0]):
        return False
    rest = iter(long[1:])
    return all(any(_alike(word, other) for other in rest) for word in short[1:])


def _without_first(words: list[str]) -> list[str]:
    """Without a leading Muhammad, Ahmad or initial, which are left out as often as written."""
    often = words and (len(words[0]) == 1 or words[0] in ("muhamad", "ahmad", "siti", "abdul"))
    return words[1:] if often and len(words) > 1 else words


def _alike(one: str, other: str) -> bool:
    initial = min(len(one), len(other)) == 1 and one[0].isalpha()
    return one == other or (initial and one[0] == other[0])
