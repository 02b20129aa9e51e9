"""A member whose data was erased on request: what is left of them in a report, on both sides."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, cast

NAMA = "Anggota dihapus"
"""Stands where the name stood, so that the count of people stays true."""

CHANGE = "anggota_dihapus"
"""The change that tells the village's phones; its data is ``{"id": …}``."""


def forget(message: Mapping[str, Any], ident: str, names: Collection[str]) -> dict[str, Any]:
    """The report without this member's name, where it stood by its id or as a free name."""
    people = message.get("personel")
    if not isinstance(people, list | tuple):
        return dict(message)
    return {**message, "personel": [_one(one, ident, names) for one in cast("list[Any]", people)]}


def _one(person: Any, ident: str, names: Collection[str]) -> Any:
    if not isinstance(person, Mapping):
        return person
    known = cast("Mapping[str, Any]", person)
    free = not known.get("anggota") and same_name(known.get("nama"), names)
    return {**known, "nama": NAMA} if free or known.get("anggota") == ident else known


def same_name(said: Any, names: Collection[str]) -> bool:
    """Whether this is one of the names, however it is spaced and capitalised."""
    return isinstance(said, str) and folded(said) in {folded(name) for name in names}


def folded(name: str) -> str:
    """A name as it is compared."""
    return " ".join(name.casefold().split())
