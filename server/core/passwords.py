"""Which passwords are good enough: long, not among those that everybody tries, not the own name."""

from __future__ import annotations

import re
from functools import cache

from shared.wilayah import Wilayah

LEAST = 10
MOST = 200
TRIED_FIRST = 10_000
"""The most used passwords of the world, of the lists that come with zxcvbn."""

_TAIL = re.compile(r"[\W\d_]+\Z")
_LETTERS = re.compile(r"[\W\d_]+")
_OFFICE = (
    "sinar", "linmas", "sinarlinmas", "satlinmas", "kecamatan", "kantor", "kantorcamat", "camat",
    "trantib", "kasitrantib", "admin", "katasandi", "rahasia", "indonesia",
)  # fmt: skip
"""What people here would try first."""


def is_long_enough(password: str) -> bool:
    """And not so long that hashing it would be an attack."""
    return LEAST <= len(password) <= MOST


def is_common(password: str) -> bool:
    """Whether it stands in the lists that are tried first, also with figures behind it."""
    words = password.lower()
    few = len(set(words)) < 4
    return few or words in _tried_first() or _TAIL.sub("", words) in _tried_first()


def is_a_name(wilayah: Wilayah, password: str, username: str, nama: str = "") -> bool:
    """Whether it is the user's or the office's name, with figures or signs around it at most."""
    core = _letters(password)
    names = {_letters(username), _letters(nama), *(_letters(one) for one in nama.split())}
    return core in (names | _office(wilayah)) - {""}


@cache
def _office(wilayah: Wilayah) -> frozenset[str]:
    places = [_letters(one) for one in (wilayah.nama, wilayah.kabupaten)]
    joined = [f"{word}{place}" for word in _OFFICE for place in places]
    return frozenset((*_OFFICE, *places, *joined))


def _letters(words: str) -> str:
    return _LETTERS.sub("", words.lower())


@cache
def _tried_first() -> frozenset[str]:
    # Half a megabyte of words: only who sets a password needs them.
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(FREQUENCY_LISTS["passwords"][:TRIED_FIRST])
