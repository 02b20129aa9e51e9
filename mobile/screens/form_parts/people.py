"""Names as one enters them: who has been chosen, who can be, and what a tap changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mobile.ports import Memory
from shared.laporan import Laporan, Personel

FIRST = 6
"""So many tiles are shown when nobody is remembered as the last crew."""


@dataclass(frozen=True)
class People:
    """The tiles: those to see at once, and the rest behind "Lainnya"."""

    shown: tuple[str, ...]
    rest: tuple[str, ...]


def people(memory: Memory, draft: Laporan) -> People:
    """The last crew first, then whoever has been chosen, then the others."""
    chosen = names(draft)
    crew = memory.regu_terakhir
    others = [name for name in memory.nama if name not in crew]
    shown = tuple(dict.fromkeys((*crew, *chosen))) or tuple(others[:FIRST])
    return People(shown, tuple(name for name in others if name not in shown))


def names(draft: Laporan) -> tuple[str, ...]:
    """Who is on duty."""
    return tuple(person.nama for person in draft.personel)


def is_crew(memory: Memory, draft: Laporan) -> bool:
    """Whether the whole last crew has been chosen."""
    return bool(memory.regu_terakhir) and set(memory.regu_terakhir) <= set(names(draft))


def with_name(draft: Laporan, name: str) -> tuple[Personel, ...]:
    """One more; the same name only once."""
    words = " ".join(name.split())
    if not words or words.lower() in (known.lower() for known in names(draft)):
        return draft.personel
    return (*draft.personel, Personel(words))


def without(draft: Laporan, gone: Iterable[str]) -> tuple[Personel, ...]:
    """Those that stay."""
    out = set(gone)
    return tuple(person for person in draft.personel if person.nama not in out)


def toggled(draft: Laporan, name: str) -> tuple[Personel, ...]:
    """A tap on a tile."""
    return without(draft, [name]) if name in names(draft) else with_name(draft, name)


def with_crew(memory: Memory, draft: Laporan) -> tuple[Personel, ...]:
    """ "Regu terakhir": all of them, or none of them when all were there."""
    if is_crew(memory, draft):
        return without(draft, memory.regu_terakhir)
    missing = [Personel(name) for name in memory.regu_terakhir if name not in names(draft)]
    return (*draft.personel, *missing)
