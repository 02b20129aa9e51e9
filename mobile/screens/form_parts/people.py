"""Names as one enters them: who has been chosen, who can be, and what a tap changes.

A name that one active member of the roster bears stands for that member; of two members with one
name each has a tile. Whether a name that is written otherwise means a member is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mobile.ports import Memory
from shared.laporan import Laporan, Personel
from shared.names import perhaps_same, plain, split_names
from shared.satlinmas import Anggota

Members = Sequence[Anggota]

FIRST = 6
"""So many tiles are shown when nobody is remembered as the last crew."""


@dataclass(frozen=True)
class People:
    """The tiles: those to see at once, and the rest behind "Lainnya"."""

    shown: tuple[Personel, ...]
    rest: tuple[Personel, ...]


def people(memory: Memory, draft: Laporan, members: Members = ()) -> People:
    """The last crew first, then whoever has been chosen, then the roster, then other names."""
    crew = [tile for name in memory.regu_terakhir for tile in _tiles(name, members)]
    known = (*(member.nama for member in members), *memory.nama)
    others = [tile for name in known for tile in _tiles(name, members)]
    shown = _each((*crew, *(_as_tile(one, members) for one in draft.personel)))
    shown = shown or _each(others)[:FIRST]
    keys = {_key(tile) for tile in shown}
    return People(shown, tuple(tile for tile in _each(others) if _key(tile) not in keys))


def names(draft: Laporan) -> tuple[str, ...]:
    """Who is on duty."""
    return tuple(person.nama for person in draft.personel)


def is_chosen(draft: Laporan, tile: Personel, members: Members = ()) -> bool:
    """Whether this one is on duty."""
    return _key(tile) in {_key(_as_tile(one, members)) for one in draft.personel}


def is_crew(memory: Memory, draft: Laporan) -> bool:
    """Whether the whole last crew has been chosen."""
    return bool(memory.regu_terakhir) and set(memory.regu_terakhir) <= set(names(draft))


def person(name: str, members: Members = ()) -> Personel:
    """Somebody on duty; two members of one name leave open who it is."""
    found = _bearing(name, members)
    return Personel(name, found[0].id if len(found) == 1 else None)


def with_name(draft: Laporan, typed: str, members: Members = ()) -> tuple[Personel, ...]:
    """One more, or a whole list; the same name only once."""
    found = draft.personel
    for name in split_names(typed):
        if plain(name) not in {plain(one.nama) for one in found}:
            found = (*found, person(name, members))
    return found


def without(draft: Laporan, gone: Iterable[str]) -> tuple[Personel, ...]:
    """Those that stay."""
    out = set(gone)
    return tuple(person for person in draft.personel if person.nama not in out)


def toggled(draft: Laporan, tile: Personel, members: Members = ()) -> tuple[Personel, ...]:
    """A tap on a tile."""
    if is_chosen(draft, tile, members):
        key = _key(tile)
        return tuple(one for one in draft.personel if _key(_as_tile(one, members)) != key)
    return (*draft.personel, tile)


def with_crew(memory: Memory, draft: Laporan, members: Members = ()) -> tuple[Personel, ...]:
    """ "Regu terakhir": all of them, or none of them when all were there."""
    if is_crew(memory, draft):
        return without(draft, memory.regu_terakhir)
    missing = [person(name, members) for name in memory.regu_terakhir if name not in names(draft)]
    return (*draft.personel, *missing)


def perhaps(one: Personel, draft: Laporan, members: Members) -> tuple[Anggota, ...]:
    """Members who may be meant by a name that stands for none, and are not on duty already."""
    if one.anggota is not None:
        return ()
    there = {other.anggota for other in draft.personel}
    return tuple(m for m in members if m.id not in there and perhaps_same(m.nama, one.nama))


def meant(draft: Laporan, one: Personel, member: Anggota) -> tuple[Personel, ...]:
    """The answer: this member is it."""
    known = Personel(member.nama, member.id)
    return tuple(known if other == one else other for other in draft.personel)


def _bearing(name: str, members: Members) -> list[Anggota]:
    return [member for member in members if plain(member.nama) == plain(name)]


def _tiles(name: str, members: Members) -> list[Personel]:
    """A tile for each member of this name, or one for the name."""
    found = _bearing(name, members)
    return [Personel(member.nama, member.id) for member in found] or [Personel(name)]


def _as_tile(one: Personel, members: Members) -> Personel:
    """Whoever is on duty, as the member that the name stands for."""
    return one if one.anggota else person(one.nama, members)


def _key(tile: Personel) -> str:
    return tile.anggota or plain(tile.nama)


def _each(tiles: Iterable[Personel]) -> tuple[Personel, ...]:
    return tuple({_key(tile): tile for tile in reversed(list(tiles))}.values())[::-1]
