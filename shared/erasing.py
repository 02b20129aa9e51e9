"""A member whose data was erased on request: what is left of them in a report, on both sides."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, cast

from shared.names import plain

NAMA = "Anggota dihapus"
"""Stands where the name stood, so that the count of people stays true."""

CHANGE = "anggota_dihapus"
"""The change that tells the village's phones; its data is ``{"id": …}``."""


def forget(message: Mapping[str, Any], ident: str, names: Collection[str]) -> dict[str, Any]:
    """The report without this member's name, where it stood by its id or as a free name."""
    people = message.get("personel")
    if not isinstance(people, list | tuple):
        return dict(message)
    before = cast("list[Any]", people)
    after = [_one(one, ident, names) for one in before]
    return {**message, "personel": after, **(_without_text(message) if after != before else {})}


def _without_text(message: Mapping[str, Any]) -> dict[str, Any]:
    """The chat that a report was written from names its people, too: it goes."""
    origin = message.get("atas_nama")
    if not isinstance(origin, Mapping):
        return {}
    return {"atas_nama": {**cast("Mapping[str, Any]", origin), "teks": ""}}


def _one(person: Any, ident: str, names: Collection[str]) -> Any:
    if not isinstance(person, Mapping):
        return person
    known = cast("Mapping[str, Any]", person)
    free = not known.get("anggota") and same_name(known.get("nama"), names)
    return {**known, "nama": NAMA} if free or known.get("anggota") == ident else known


def same_name(said: Any, names: Collection[str]) -> bool:
    """Whether this is one of the names, however it is spaced and capitalised."""
    return isinstance(said, str) and plain(said) in {plain(name) for name in names}
