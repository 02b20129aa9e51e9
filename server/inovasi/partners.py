"""Who took part beside the village: one name for all its spellings. Pure.

Only those who took part count; who was merely telephoned for help did not. Where two spellings
are close they are taken for one: in doubt a claim is too small. Two names of one body ("Pramuka",
"Gerakan Pramuka") stay two; the page names whom it counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from itertools import pairwise

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "babinsa": ("babinsa", "koramil", "danramil"),
    "bhabinkamtibmas": (
        "bhabinkamtibmas", "babinkamtibmas", "bhabinkantibmas", "bhabin", "kamtibmas", "polsek",
        "kapolsek", "polisi",
    ),
    "bpbd": ("bpbd", "trc", "tagana"),
    "damkar": ("damkar", "bpk", "pemadam"),
    "satpolpp": ("satpolpp", "satpol"),
    "pmi": ("pmi",),
    "pkk": ("pkk",),
    "puskesmas": ("puskesmas", "pustu", "posyandu", "bidan"),
    "karangtaruna": ("karangtaruna", "katar"),
    "perangkatdesa": ("perangkatdesa", "aparatdesa", "pemdes", "pemerintahdesa", "kepaladesa",
                      "kades"),
    "warga": ("warga", "masyarakat", "penduduk"),
    "tokoh": ("tokohmasyarakat", "tokohagama", "toga", "tomas"),
    "relawan": ("relawan",),
}  # fmt: skip
"""By actor the words, without spaces, that reports name it by: two posts of one institution are
one actor."""

NEAR = 0.84
LETTERS = 2
"""So many letters may have no counterpart in the other spelling: one mistyped, or two left out."""

SHORT = 5
"""What has fewer letters than this is an abbreviation: one other letter is another body."""

_BY_WORD = {word: actor for actor, words in FAMILIES.items() for word in words}
_LONG = [word for word in _BY_WORD if len(word) >= 6]
_LEFT_OUT = frozenset({
    "desa", "kecamatan", "kec", "kabupaten", "kab", "dari", "dan", "orang", "org", "personel",
    "anggota", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
})  # fmt: skip
"""Places, how many came, and numbers (digits are never read): RT 1 and RT 2 are posts of one."""


def actor_of(name: str, here: str = "") -> str:
    """The key of an actor; empty for what names nobody. ``here``: the kecamatan's name."""
    return "".join(_said(name, here))


def is_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names, in words, are spellings of one: as a whole, or word by word."""
    if _is_close("".join(one), "".join(other)):
        return True
    return len(one) == len(other) and all(map(_is_close, one, other))


def _is_close(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < SHORT:
        return False
    alike = sum(block.size for block in SequenceMatcher(None, one, other).get_matching_blocks())
    return len(one) + len(other) - 2 * alike <= LETTERS


def _said(name: str, here: str) -> tuple[str, ...]:
    """The words that tell who it is; of a family the one word that stands for it."""
    words = _words(name)
    joined = "".join(words)
    pairs = ["".join(two) for two in pairwise(words)]
    for candidate in (joined, *pairs, *words):
        if found := _known(candidate):
            return (found,)
    left_out = _LEFT_OUT.union(_words(here))
    return tuple(word for word in words if word not in left_out) or tuple(words)


def together(named: Iterable[tuple[str, str]], here: str = "") -> dict[str, tuple[str, ...]]:
    """(report, name) pairs → each actor, as it was first written, with the reports that name it."""
    shown: dict[tuple[str, ...], str] = {}
    found: dict[str, list[str]] = {}
    for report, name in named:
        said = _said(name, here)
        if said:
            actor = next((one for one in shown if is_near(one, said)), said)
            key = shown.setdefault(actor, " ".join(name.split()))
            found.setdefault(key, []).append(report)
    return {name: tuple(dict.fromkeys(reports)) for name, reports in sorted(found.items())}


def _known(candidate: str) -> str:
    if candidate in _BY_WORD:
        return _BY_WORD[candidate]
    near = get_close_matches(candidate, _LONG, 1, NEAR) if len(candidate) >= 6 else []
    return _BY_WORD[near[0]] if near else ""


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = re.sub(r"[.'’`]", "", plain)
    return re.findall(r"[a-z]+", plain)
