"""Reads `pasted.txt` and `shapes.txt`: each text with what a careful reader finds in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from shared.clock import WITA
from tests.cast import JUAI

FILE = Path(__file__).with_name("pasted.txt")
SHAPES = Path(__file__).with_name("shapes.txt")
NOW = datetime(2026, 11, 28, 8, 0, tzinfo=WITA)

_CODES = {desa.nama: desa.kode for desa in JUAI.desa}
_COUNTS = {"jumlah_personel", "meninggal", "luka", "mengungsi_kk", "mengungsi_jiwa", "rumah"}
_SIGNS = (" = ", " ^ ", " ~ ")
_READ_AT = "now = "


@dataclass(frozen=True)
class Truth:
    """The right value of a field, and whether the reader must be unsure of it.

    ``free``: it may be sure or not, as long as it is not sure of anything else.
    """

    value: str
    unsure: bool
    begins: bool
    free: bool = False

    def fits(self, name: str, read: Any) -> bool:
        """Whether what was read is right; ``a|b``: either is."""
        said = " ".join(words(name, read).split())
        return any(
            said.startswith(one) if self.begins else said == one
            for one in (part.strip() for part in self.value.split("|"))
        )


@dataclass(frozen=True)
class Sample:
    """A pasted text and the truth about it; of several reports, about each."""

    name: str
    text: str
    truth: dict[str, Truth]
    more: tuple[dict[str, Truth], ...] = ()
    now: datetime = field(default=NOW)

    @property
    def truths(self) -> tuple[dict[str, Truth], ...]:
        return (self.truth, *self.more)


def words(name: str, value: Any) -> str:
    """A value as the file writes it."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H.%M}"
    if name == "desa":
        return next((nama for nama, kode in _CODES.items() if kode == value), str(value))
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def samples(file: Path = FILE) -> list[Sample]:
    """All of them, in the file's order."""
    found: list[Sample] = []
    for part in file.read_text().split("\n=== ")[1:]:
        name, _, rest = part.partition("\n")
        text, *told = rest.split("\n---\n")
        first, *more = [dict(_truths(one)) for one in told]
        found.append(Sample(name, text, first, tuple(more), _read_at("\n".join(told))))
    return found


def _read_at(told: str) -> datetime:
    for line in told.splitlines():
        if line.startswith(_READ_AT):
            said = line.removeprefix(_READ_AT)
            return datetime.strptime(said, "%Y-%m-%d %H.%M").replace(tzinfo=WITA)
    return NOW


def _truths(told: str) -> list[tuple[str, Truth]]:
    found: list[tuple[str, Truth]] = []
    for line in told.splitlines():
        if not line.strip() or line.startswith(_READ_AT):
            continue
        sign = min((sign for sign in _SIGNS if sign in line), key=line.index)
        name, _, value = line.partition(sign)
        key = name.removeprefix("? ")
        begins, free = sign == " ^ ", sign == " ~ "
        found.append((key, Truth(value.strip(), name.startswith("? "), begins, free)))
    return found
