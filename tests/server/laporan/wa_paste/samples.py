"""Reads `pasted.txt`: each text with what a careful reader finds in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from shared.clock import WITA
from shared.wilayah import DESA

FILE = Path(__file__).with_name("pasted.txt")
NOW = datetime(2026, 11, 28, 8, 0, tzinfo=WITA)

_CODES = {desa.nama: desa.kode for desa in DESA}
_COUNTS = {"jumlah_personel", "meninggal", "luka", "mengungsi_kk", "mengungsi_jiwa", "rumah"}


@dataclass(frozen=True)
class Truth:
    """The right value of a field, and whether the reader must be unsure of it."""

    value: str
    unsure: bool
    begins: bool

    def fits(self, name: str, read: Any) -> bool:
        """Whether what was read is right; ``a|b``: either is."""
        said = " ".join(words(name, read).split())
        return any(
            said.startswith(one) if self.begins else said == one
            for one in (part.strip() for part in self.value.split("|"))
        )


@dataclass(frozen=True)
class Sample:
    """A pasted text and the truth about it."""

    name: str
    text: str
    truth: dict[str, Truth]


def words(name: str, value: Any) -> str:
    """A value as the file writes it."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H.%M}"
    if name == "desa":
        return next((nama for nama, kode in _CODES.items() if kode == value), str(value))
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def samples() -> list[Sample]:
    """All of them, in the file's order."""
    found: list[Sample] = []
    for part in FILE.read_text().split("\n=== ")[1:]:
        name, _, rest = part.partition("\n")
        text, _, told = rest.partition("\n---\n")
        found.append(Sample(name, text, dict(_truths(told))))
    return found


def _truths(told: str) -> list[tuple[str, Truth]]:
    found: list[tuple[str, Truth]] = []
    for line in told.splitlines():
        if not line.strip():
            continue
        begins = " ^ " in line
        name, _, value = line.partition(" ^ " if begins else " = ")
        key = name.removeprefix("? ")
        found.append((key, Truth(value.strip(), name.startswith("? "), begins)))
    return found
