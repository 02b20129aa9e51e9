"""Brings a roster file in: a preview of every row as it will be stored, then those that are right.

RosterFileError
├── NoTableError    no sheet that can be read, or one without the headings
├── FaultyError     there are faults or open questions, and not all of the file was to be taken
└── ChangedError    the roster has changed since the preview: look at it again
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from server.anggota import nik, roster, roster_cells, roster_table
from server.anggota.roster_columns import COLUMNS
from server.anggota.roster_merge import NOT_EDITED, differ
from server.anggota.roster_row import Fault, Row, row_of
from server.anggota.roster_table import Skipped, Table
from server.anggota.rows import roster_rows
from server.core.context import Context
from server.core.db.database import Db
from server.core.papers.workbook import SheetError, Workbook
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from shared import erasing
from shared.clock import WITA
from shared.codec import encode
from shared.names import folded
from shared.phone_numbers import same_number
from shared.roles import Permission, can
from shared.satlinmas import Anggota

Record = dict[str, Any]

ANOTHER = ""
"""The answer that a row speaks of somebody who is not here yet."""


class RosterFileError(Exception):
    """Nothing was brought in."""


class NoTableError(RosterFileError):
    """Not a table (``code``), or ``missing`` names the headings that it lacks."""

    def __init__(self, missing: Sequence[str] = (), code: str = "") -> None:
        super().__init__(missing, code)
        self.missing = tuple(missing)
        self.code = code


class FaultyError(RosterFileError):
    """Mend the cells that the preview names, or take the good rows only."""


class ChangedError(RosterFileError):
    """Somebody has edited the roster meanwhile: make the preview again."""


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


@dataclass(frozen=True)
class SheetFact:
    """A sheet of the file."""

    name: str
    hidden: bool


@dataclass(frozen=True)
class Preview:
    """What a file would do."""

    rows: int
    people: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]
    table: Table
    sheets: tuple[SheetFact, ...]
    desa: str | None
    needs_desa: bool
    """No column and nobody says of which village these people are."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that can be brought in as they are."""
        return tuple(one for one in self.people if one.does in (Does.NEW, Does.CHANGE))

    @property
    def asked(self) -> tuple[Entry, ...]:
        """The rows that may speak of somebody who is here already."""
        return tuple(one for one in self.people if one.does is Does.ASK)

    @property
    def new(self) -> int:
        return sum(one.does is Does.NEW for one in self.people)

    @property
    def changed(self) -> int:
        return sum(one.does is Does.CHANGE for one in self.people)

    @property
    def faulty_rows(self) -> frozenset[int]:
        """The rows that stay out."""
        return frozenset(fault.row for fault in self.faults)

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """Rows that are no member."""
        return self.table.skipped

    @property
    def unused_columns(self) -> tuple[str, ...]:
        return self.table.unused

    @property
    def unused_sheets(self) -> tuple[SheetFact, ...]:
        return tuple(one for one in self.sheets if one.name != self.table.sheet.name)


@dataclass(frozen=True)
class Taken:
    """What was brought in, and how many rows stayed out."""

    new: int
    changed: int
    left: int


def examine(
    ctx: Context,
    account: Account,
    data: bytes,
    *,
    desa: str | None = None,
    sheet: str | None = None,
) -> Preview:
    """Read a file and say what it would do; changes nothing.

    ``desa`` is the village where the file names none, ``sheet`` the one of several.
    """
    permit(account, Permission.WRITE_ANGGOTA)
    try:
        book = Workbook(data)
        table = roster_table.read(roster_table.choose(book, sheet))
    except SheetError as error:
        raise NoTableError(code=error.code) from error
    missing = [c.name for c in COLUMNS if c.needed and c.field not in table.fields]
    if missing:
        raise NoTableError(missing)
    today = ctx.clock.now().astimezone(WITA).date()
    rows = [row_of(line, table, today, desa) for line in table.lines]
    needs_desa = bool(rows) and any("desa" not in row.values and not row.names_desa for row in rows)
    may_nik = can(account.role, Permission.SEE_NIK)
    faults = [fault for row in rows for fault in row.faults]
    faults += _across(rows, may_nik=may_nik)
    bad = {fault.row for fault in faults}
    good = [] if needs_desa else [row for row in rows if row.number not in bad]
    return Preview(
        rows=len(rows),
        people=tuple(_people(ctx, good)),
        faults=tuple(sorted(faults, key=lambda f: (f.row, f.index))),
        notes=tuple(_notes(rows, good)),
        table=table,
        sheets=tuple(SheetFact(name, hidden) for name, hidden in book.hidden.items()),
        desa=desa,
        needs_desa=needs_desa,
    )


def carry_out(
    ctx: Context,
    account: Account,
    preview: Preview,
    answers: Mapping[int, str] | None = None,
    *,
    partly: bool = False,
) -> Taken:
    """The good rows in one transaction; ``answers`` tell by row who is meant (`ANOTHER`: new).

    With ``partly`` rows with a fault or an open question stay out, else there must be none.
    """
    permit(account, Permission.WRITE_ANGGOTA)
    entries = (*preview.entries, *_answered(preview, answers or {}))
    left = len(preview.faulty_rows) + len(set(open_rows(preview, answers or {})))
    if preview.needs_desa or (left and not partly):
        raise FaultyError
    if any(entry.nik for entry in entries):
        permit(account, Permission.SEE_NIK)
    taken = Taken(
        sum(not entry.base_versi for entry in entries),
        sum(bool(entry.base_versi) for entry in entries),
        left,
    )
    _write(ctx, account, entries, taken)
    return taken


def open_rows(preview: Preview, answers: Mapping[int, str]) -> list[int]:
    """The rows of which nobody has said yet who is meant."""
    return [entry.row for entry in preview.asked if entry.row not in answers]


def _write(ctx: Context, account: Account, entries: Sequence[Entry], taken: Taken) -> None:
    at = ctx.clock.now()
    with ctx.database.write() as db:
        _nothing_has_changed(db, entries)
        for entry in entries:
            roster.write(db, account, entry.record, entry.base_versi, at)
            if entry.nik:
                nik.keep(ctx, db, account, entry.record["id"], entry.nik, at)
        told = f"{taken.new} baru, {taken.changed} diubah"
        audit_rows.add(db, at, account.username, "anggota_imported", None, told)
    ctx.bell.ring()


def _answered(preview: Preview, answers: Mapping[int, str]) -> list[Entry]:
    found: list[Entry] = []
    meant: set[str] = set()
    for entry in preview.asked:
        said = answers.get(entry.row)
        if said is None:
            continue
        chosen = next((one for one in entry.perhaps if one.record["id"] == said), None)
        if said != ANOTHER and (chosen is None or said in meant):
            raise FaultyError
        meant |= {said} - {ANOTHER}
        if chosen is None:
            found.append(replace(entry, does=Does.NEW))
        elif chosen.does is Does.CHANGE:
            found.append(chosen)
    return found


# --- What only shows when rows are looked at together -----------------------------------------


def _across(rows: Sequence[Row], *, may_nik: bool) -> list[Fault]:
    faults: list[Fault] = []
    seen: dict[tuple[Any, ...], int] = {}
    numbers: dict[str, int] = {}
    for row in rows:
        values = row.values
        start, end, born = (values.get(n) for n in ("mulai", "berakhir", "tanggal_lahir"))
        if end and start and end < start:
            faults.append(row.fault("berakhir", roster_cells.END_BEFORE_START))
        elif start and born and start <= born:
            faults.append(row.fault("mulai", roster_cells.END_BEFORE_START))
        key = _same_person(values)
        if key[1] and key[2] and seen.setdefault(key, row.number) != row.number:
            faults.append(row.fault("nama", roster_cells.TWICE))
        number = values.get("nik")
        if number and not may_nik:
            faults.append(row.fault("nik", roster_cells.NIK_FORBIDDEN, nik.mask(number)))
        elif number and numbers.setdefault(number, row.number) != row.number:
            faults.append(row.fault("nik", roster_cells.NIK_TWICE, nik.mask(number)))
    return faults


def _notes(rows: Sequence[Row], good: Sequence[Row]) -> Iterable[Fault]:
    """How cells were understood, and rows of this file that may speak of one person."""
    for row in rows:
        yield from row.notes
    seen: dict[tuple[str, str], int] = {}
    for row in good:
        key = (row.values.get("desa", ""), folded(row.values["nama"]))
        if seen.setdefault(key, row.number) != row.number:
            yield row.fault("nama", roster_cells.PERHAPS_TWICE, str(seen[key]))


def _same_person(values: Record) -> tuple[Any, ...]:
    nama = " ".join(str(values.get("nama") or "").casefold().split())
    return values.get("desa"), nama, values.get("tanggal_lahir")


# --- Who is meant -----------------------------------------------------------------------------


def _people(ctx: Context, rows: Sequence[Row]) -> list[Entry]:
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
    key = _same_person(values)[:2]
    born = values.get("tanggal_lahir")
    fitting = [
        one
        for one in candidates
        if one["id"] not in taken
        and _same_person(one)[:2] == key
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


def _nothing_has_changed(db: Db, entries: Sequence[Entry]) -> None:
    for entry in entries:
        found = roster_rows.one(db, entry.record["id"])
        if (found["versi"] if found else 0) != entry.base_versi:
            raise ChangedError
