"""What a row of a roster file would do: a new member, a change, or a question who is meant."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from server.anggota import roster
from server.anggota.roster_merge import NOT_EDITED, differ
from server.anggota.roster_row import Row
from server.anggota.rows import roster_rows
from server.core.context import Context
from shared import erasing
from shared.codec import encode
from shared.phone_numbers import same_number
from shared.satlinmas import Anggota

Record = dict[str, Any]


class Does(StrEnum):
    """What a row would do."""

    NEW = "new"
    CHANGE = "change"
    NOTHING = "nothing"
    ASK = "ask"


@dataclass(frozen=True)
class Entry:
    """One good row: the whole record, what it was made on (0: new), which fields it changes.

    With ``perhaps`` somebody must say first whether one of these is meant.
    """

    row: int
    record: Record
    base_versi: int
    nik: str | None = None
    does: Does = Does.NEW
    changes: tuple[str, ...] = ()
    perhaps: tuple[Entry, ...] = ()
    old: Record | None = None
    """The member as it stands here now."""


def people_of(ctx: Context, rows: Sequence[Row]) -> list[Entry]:
    with ctx.database.read() as db:
        known = [json.loads(found["message"]) for found in roster_rows.everyone(db)]
    villages: dict[str, list[Record]] = {}
    for record in known:
        if record["nama"] != erasing.NAMA:
            villages.setdefault(record["desa"], []).append(record)
    meant: dict[int, Record] = {}
    taken: set[str] = set()
    for row in rows:
        old = _the_one(villages.get(row.values["desa"], []), row.values, taken)
        if old is not None:
            meant[row.number] = old
            taken.add(old["id"])
    found: list[Entry] = []
    for row in rows:
        left = [one for one in villages.get(row.values["desa"], []) if one["id"] not in taken]
        entry = _entry(ctx, row, meant.get(row.number))
        perhaps = () if row.number in meant else roster.perhaps(row.values, left)
        if perhaps:
            asked = tuple(_entry(ctx, row, one) for one in perhaps)
            entry = replace(entry, does=Does.ASK, perhaps=asked)
        found.append(entry)
    return found


def _the_one(candidates: list[Record], values: Record, taken: set[str]) -> Record | None:
    """The member of the same name with no other birthday, when there is but one."""
    key = same_person(values)[:2]
    born = values.get("tanggal_lahir")
    fitting = [
        one
        for one in candidates
        if one["id"] not in taken
        and same_person(one)[:2] == key
        and (not born or one.get("tanggal_lahir") in (None, "", born))
    ]
    exact = [one for one in fitting if born and one.get("tanggal_lahir") == born]
    found = exact or fitting
    return found[0] if len(found) == 1 else None


def _entry(ctx: Context, row: Row, old: Record | None) -> Entry:
    values = {name: value for name, value in row.values.items() if name != "nik"}
    base = old or encode(Anggota(id="", versi=0, desa="", nama=""))
    sk = {name[3:]: value for name, value in values.items() if name.startswith("sk.")}
    fields = {name: value for name, value in values.items() if not name.startswith("sk.")}
    if same_number(str(base.get("hp") or ""), str(fields.get("hp") or "")):
        del fields["hp"]
    record: Record = {**base, **fields}
    if sk:
        record["sk"] = {**(record.get("sk") or {}), **sk}
    base_versi = int(base["versi"]) if old else 0
    edited = roster.record_from(ctx, record, base_versi)
    number = row.values.get("nik")
    if old is None:
        return Entry(row.number, edited, 0, number)
    changes = tuple(n for n in edited if n not in NOT_EDITED and differ(edited[n], old.get(n)))
    does = Does.CHANGE if changes or number else Does.NOTHING
    return Entry(row.number, edited, base_versi, number, does, changes, old=old)


def same_person(values: Record) -> tuple[Any, ...]:
    nama = " ".join(str(values.get("nama") or "").casefold().split())
    return values.get("desa"), nama, values.get("tanggal_lahir")
