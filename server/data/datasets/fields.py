"""A field of a row that goes out, and what a set of them can say of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from server.core.papers.sheet import Cell, Column
from server.data import teks_kamus
from shared.clock import format_time

T = TypeVar("T")

TEXT, NUMBER, DECIMAL, DAY, MOMENT, FLAG = (
    "teks", "angka", "desimal", "tanggal", "waktu", "ya_tidak",
)  # fmt: skip

Json = str | int | float | bool | None


@dataclass(frozen=True)
class Field(Generic[T]):
    """``key`` names it in the API and in the dictionary's words."""

    key: str
    kind: str
    value: Callable[[T], Cell]
    width: float = 14
    open: bool = True
    """Whether the open API gives it at all."""
    scope: str | None = None
    """What a token must hold besides, to be given it."""


@dataclass(frozen=True)
class Dataset(Generic[T]):
    """A kind of thing that goes out."""

    name: str
    title: str
    words: teks_kamus.Kamus
    fields: tuple[Field[T], ...]

    def heads(self) -> list[str]:
        """The headings of a table."""
        return [self.words[field.key][0] for field in self.fields]

    def columns(self) -> list[Column]:
        """The same with their widths."""
        return [Column(self.words[field.key][0], field.width) for field in self.fields]

    def row(self, item: T) -> list[Cell]:
        """One line of a table."""
        return [field.value(item) for field in self.fields]

    def record(self, item: T, fields: Iterable[Field[T]] | None = None) -> dict[str, Json]:
        """One object of JSON; times with their offset."""
        return {f.key: as_json(f.value(item)) for f in fields or self.fields}

    def for_scopes(self, scopes: Iterable[str]) -> tuple[Field[T], ...]:
        """What a token with these scopes is given."""
        held = set(scopes)
        return tuple(f for f in self.fields if f.open and (f.scope is None or f.scope in held))

    def dictionary(self) -> list[list[Cell]]:
        """A line for each column: its name, its key, what it holds, what it means."""
        return [
            [self.words[f.key][0], f.key, teks_kamus.JENIS_ISI[f.kind], self.words[f.key][1]]
            for f in self.fields
        ]


def as_json(value: Cell) -> Json:
    """Times as RFC 3339, days as ISO 8601."""
    if isinstance(value, datetime):
        return format_time(value)
    return value.isoformat() if isinstance(value, date) else value


def joined(parts: Iterable[str]) -> str:
    """Several words in one cell."""
    return ", ".join(part for part in parts if part)


DICTIONARY_COLUMNS: Sequence[Column] = tuple(
    Column(name, width)
    for name, width in zip(teks_kamus.KOLOM_KAMUS, (24, 24, 22, 80), strict=True)
)
