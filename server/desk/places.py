"""Where one can be in the staff view: each place writes its own address, and a page reads it back.

Everything that a screen shows is in its address, so that reload, back, a sent link and a restart
of the server all lead to the same picture. Which places there are stands in the wings.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Protocol
from urllib.parse import parse_qs, quote, urlencode

from shared.clock import nama_bulan
from shared.wilayah import Wilayah

MOST_WORDS = 200


class Given(dict[str, str]):
    """What an address holds: the named steps of its path, and its query.

    ``wilayah``: whose villages it may name.
    """

    def __init__(self, told: Mapping[str, str], wilayah: Wilayah) -> None:
        super().__init__(told)
        self.wilayah = wilayah


class Place(Protocol):
    """A frozen dataclass of one wing."""

    @property
    def address(self) -> str:
        """The address, from its first slash on."""
        ...


class Elsewhere(str):
    """A place of a wing that stands higher up, by its address alone."""

    __slots__ = ()

    @property
    def address(self) -> str:
        return self


def query(text: str) -> dict[str, str]:
    """The first value of each name."""
    return {name: values[0] for name, values in parse_qs(text).items()}


def written(path: str, **pairs: str | int | None) -> str:
    """Path and query; what is empty is left out."""
    said = urlencode({n: v for n, v in pairs.items() if v not in (None, "")}, quote_via=quote)
    return f"{path}?{said}" if said else path


def page_number(given: Given) -> int:
    """The page of a list, from 1."""
    value = given.get("hal", "")
    good = value.isascii() and value.isdecimal() and len(value) < 7
    return max(1, int(value)) if good else 1


def hal(number: int) -> int | None:
    """How an address says the page of a list: not at all for the first."""
    return number if number > 1 else None


def words(given: Given) -> str:
    """What is searched for."""
    return " ".join(given.get("kata", "").split())[:MOST_WORDS]


def month(value: str | None) -> str | None:
    """A month as 2026-11; None when it is none."""
    try:
        nama_bulan(value or "")
    except ValueError:
        return None
    return value


def one_of(value: str | None, allowed: Container[str]) -> str | None:
    """The value where it is allowed."""
    return value if value is not None and value in allowed else None
