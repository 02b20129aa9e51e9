"""Who took part beside the village: one name for all its spellings. Pure.

Only those who took part count; who was merely telephoned for help did not. Where two spellings
are close they are taken for one: a claim may be too small, never too large.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
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
_BY_WORD = {word: actor for actor, words in FAMILIES.items() for word in words}
_LONG = [word for word in _BY_WORD if len(word) >= 6]
_LEFT_OUT = frozenset({"desa", "kecamatan", "kec", "kabupaten", "kab", "dari", "dan"})


def actor_of(name: str, here: str = "") -> str:
    """The key of an actor; empty for what names nobody. ``here``: the kecamatan's name."""
    words = _words(name)
    joined = "".join(words)
    pairs = ["".join(two) for two in pairwise(words)]
    for candidate in (joined, *pairs, *words):
        if found := _known(candidate):
            return found
    left_out = _LEFT_OUT.union(_words(here))
    return "".join(word for word in words if word not in left_out) or joined


def together(named: Iterable[tuple[str, str]], here: str = "") -> dict[str, tuple[str, ...]]:
    """(report, name) pairs → each actor, as it was first written, with the reports that name it."""
    written: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for report, name in named:
        shown = " ".join(str(name).split())
        actor = actor_of(shown, here)
        if actor:
            key = written.setdefault(actor, shown)
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
