"""Names as one enters them: who has been chosen, who can be, and what a tap changes.

A name that one active member of the roster bears stands for that member.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mobile.ports import Memory
from shared.laporan import Laporan, Personel
from shared.satlinmas import Anggota

Members = Sequence[Anggota]

FIRST = 6
"""So many tiles are shown when nobody is remembered as the last crew."""


@dataclass(frozen=True)
class People:
    """The tiles: those to see at once, and the rest behind "Lainnya"."""

    shown: tuple[str, ...]
    rest: tuple[str, ...]


def people(memory: Memory, draft: Laporan, members: Members = ()) -> People:
    """The last crew first, then whoever has been chosen, then the roster, then other names."""
    chosen = names(draft)
    crew = memory.regu_terakhir
    known = dict.fromkeys((*(member.nama for member in members), *memory.nama))
    others = [name for name in known if name not in crew]
    shown = tuple(dict.fromkeys((*crew, *chosen))) or tuple(others[:FIRST])
    return People(shown, tuple(name for name in others if name not in shown))


def names(draft: Laporan) -> tuple[str, ...]:
    """Who is on duty."""
    return tuple(person.nama for person in draft.personel)


def is_crew(memory: Memory, draft: Laporan) -> bool:
    """Whether the whole last crew has been chosen."""
    return bool(memory.regu_terakhir) and set(memory.regu_terakhir) <= set(names(draft))


def person(name: str, members: Members = ()) -> Personel:
    """Somebody on duty; two members of one name leave open who it is."""
    found = [member.id for member in members if member.nama.lower() == name.lower()]
    return Personel(name, found[0] if len(found) == 1 else None)


def with_name(draft: Laporan, name: str, members: Members = ()) -> tuple[Personel, ...]:
    """One more; the same name only once."""
    words = " ".join(name.split())
    if not words or words.lower() in (known.lower() for known in names(draft)):
        return draft.personel
    return (*draft.personel, person(words, members))


def without(draft: Laporan, gone: Iterable[str]) -> tuple[Personel, ...]:
    """Those that stay."""
    out = set(gone)
    return tuple(person for person in draft.personel if person.nama not in out)


def toggled(draft: Laporan, name: str, members: Members = ()) -> tuple[Personel, ...]:
    """A tap on a tile."""
    return without(draft, [name]) if name in names(draft) else with_name(draft, name, members)


def with_crew(memory: Memory, draft: Laporan, members: Members = ()) -> tuple[Personel, ...]:
    """ "Regu terakhir": all of them, or none of them when all were there."""
    if is_crew(memory, draft):
        return without(draft, memory.regu_terakhir)
    missing = [person(name, members) for name in memory.regu_terakhir if name not in names(draft)]
    return (*draft.personel, *missing)
