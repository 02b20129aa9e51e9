"""Brings a roster file in: first a preview that names every faulty cell, then all of it or nothing.

RosterFileError
├── NoTableError    no sheet that can be read, or one without the headings
├── FaultyError     there are faults: mend the file and choose it again
└── ChangedError    the roster has changed since the preview: look at it again
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from server.anggota import nik, roster, roster_cells
from server.anggota.roster_cells import FaultError
from server.anggota.roster_columns import BY_NAME, COLUMNS, Column
from server.anggota.roster_merge import NOT_EDITED, differ
from server.anggota.rows import roster_rows
from server.core.context import Context
from server.core.db.database import Db
from server.core.papers import sheets
from server.core.papers.sheets import Cell, SheetError
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from shared.clock import WITA
from shared.codec import encode
from shared.roles import Permission, can
from shared.satlinmas import Anggota

HEAD_WITHIN = 10
"""The headings stand in one of the first rows: some sheets have a title above."""

Record = dict[str, Any]


class RosterFileError(Exception):
    """Nothing was brought in."""


class NoTableError(RosterFileError):
    """Not a table, or ``missing`` names the headings that it lacks."""

    def __init__(self, missing: Sequence[str] = ()) -> None:
        super().__init__(missing)
        self.missing = tuple(missing)


class FaultyError(RosterFileError):
    """Mend the cells that the preview names."""


class ChangedError(RosterFileError):
    """Somebody has edited the roster meanwhile: make the preview again."""


@dataclass(frozen=True)
class Fault:
    """One cell that cannot be used: ``row`` as the sheet counts, ``column`` as A, B, …"""

    row: int
    column: str
    heading: str
    value: str
    code: str


@dataclass(frozen=True)
class Entry:
    """One row that can be brought in: the whole record, and what it was made on (0: new)."""

    row: int
    record: Record
    base_versi: int
    nik: str | None = None


@dataclass(frozen=True)
class Preview:
    """What a file would do."""

    rows: int
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]

    @property
    def new(self) -> int:
        return sum(not entry.base_versi for entry in self.entries)

    @property
    def changed(self) -> int:
        return sum(bool(entry.base_versi) for entry in self.entries)


@dataclass(frozen=True)
class _Row:
    number: int
    values: Record
    columns: dict[str, int]


def examine(ctx: Context, account: Account, data: bytes) -> Preview:
    """Read a file and say what it would do; changes nothing."""
    permit(account, Permission.WRITE_ANGGOTA)
    try:
        table = sheets.read(data)
    except SheetError as error:
        raise NoTableError from error
    top, columns = _headings(table)
    today = ctx.clock.now().astimezone(WITA).date()
    faults: list[Fault] = []
    rows: list[_Row] = []
    for number, cells in enumerate(table[top + 1 :], start=top + 2):
        if any(roster_cells.words(cell) for cell in cells):
            rows.append(_row(number, cells, columns, today, faults))
    may_nik = can(account.role, Permission.SEE_NIK)
    _across(rows, columns, faults, may_nik=may_nik)
    entries = () if faults else tuple(_entries(ctx, rows))
    return Preview(len(rows), entries, tuple(sorted(faults, key=lambda f: (f.row, f.column))))


def carry_out(ctx: Context, account: Account, preview: Preview) -> None:
    """All rows in one transaction."""
    permit(account, Permission.WRITE_ANGGOTA)
    if preview.faults:
        raise FaultyError
    if any(entry.nik for entry in preview.entries):
        permit(account, Permission.SEE_NIK)
    at = ctx.clock.now()
    with ctx.database.write() as db:
        _nothing_has_changed(db, preview)
        for entry in preview.entries:
            roster.write(db, account, entry.record, entry.base_versi, at)
            if entry.nik:
                nik.keep(ctx, db, account, entry.record["id"], entry.nik, at)
        told = f"{preview.new} baru, {preview.changed} diubah"
        audit_rows.add(db, at, account.username, "anggota_imported", None, told)
    ctx.bell.ring()


def _headings(table: list[list[Cell]]) -> tuple[int, dict[Column, int]]:
    best: dict[Column, int] = {}
    at = 0
    for number, cells in enumerate(table[:HEAD_WITHIN]):
        found: dict[Column, int] = {}
        for index, cell in enumerate(cells):
            column = BY_NAME.get("".join(roster_cells.words(cell).casefold().split()))
            if column is not None:
                found.setdefault(column, index)
        if len(found) > len(best):
            best, at = found, number
    missing = [column.name for column in COLUMNS if column.needed and column not in best]
    if missing:
        raise NoTableError(missing)
    return at, {column: index for column, index in best.items() if column.field}


def _row(
    number: int, cells: list[Cell], columns: dict[Column, int], today: date, faults: list[Fault]
) -> _Row:
    values: Record = {}
    for column, index in columns.items():
        cell = cells[index] if index < len(cells) else None
        said = roster_cells.words(cell)
        try:
            if said:
                values[column.field] = roster_cells.read(column.field, cell, today)
            elif column.needed:
                raise FaultError(roster_cells.EMPTY)
        except FaultError as error:
            faults.append(Fault(number, sheets.letter(index), column.name, said, error.code))
    return _Row(number, values, {column.field: index for column, index in columns.items()})


def _across(
    rows: list[_Row], columns: dict[Column, int], faults: list[Fault], *, may_nik: bool
) -> None:
    """What only shows when cells are looked at together."""
    names = {column.field: column.name for column in columns}
    seen: dict[tuple[Any, ...], int] = {}
    numbers: dict[str, int] = {}

    def fault(row: _Row, field: str, code: str) -> None:
        value = str(row.values.get(field) or "")
        shown = nik.mask(value) if field == "nik" else value
        column = sheets.letter(row.columns[field])
        faults.append(Fault(row.number, column, names[field], shown, code))

    for row in rows:
        values = row.values
        start, end, born = (values.get(n) for n in ("mulai", "berakhir", "tanggal_lahir"))
        if end and start and end < start:
            fault(row, "berakhir", roster_cells.END_BEFORE_START)
        elif start and born and start <= born:
            fault(row, "mulai", roster_cells.END_BEFORE_START)
        key = _same_person(values)
        if key[0] and key[1] and seen.setdefault(key, row.number) != row.number:
            fault(row, "nama", roster_cells.TWICE)
        number = values.get("nik")
        if number and not may_nik:
            fault(row, "nik", roster_cells.NIK_FORBIDDEN)
        elif number and numbers.setdefault(number, row.number) != row.number:
            fault(row, "nik", roster_cells.NIK_TWICE)


def _same_person(values: Record) -> tuple[Any, ...]:
    nama = " ".join(str(values.get("nama") or "").casefold().split())
    return values.get("desa"), nama, values.get("tanggal_lahir")


def _entries(ctx: Context, rows: list[_Row]) -> list[Entry]:
    with ctx.database.read() as db:
        known = [json.loads(found["message"]) for found in roster_rows.everyone(db)]
    by_name: dict[tuple[Any, ...], list[Record]] = {}
    for record in known:
        by_name.setdefault(_same_person(record)[:2], []).append(record)
    entries: list[Entry] = []
    taken: set[str] = set()
    for row in rows:
        old = _old(by_name.get(_same_person(row.values)[:2], []), row.values, taken)
        if old:
            taken.add(old["id"])
        entry = _entry(ctx, row, old)
        if not old or entry.nik or _changes_something(entry.record, old):
            entries.append(entry)
    return entries


def _old(candidates: list[Record], values: Record, taken: set[str]) -> Record | None:
    """The member that this row speaks of: same village and name, and no other birthday."""
    born = values.get("tanggal_lahir")
    fitting = [
        one
        for one in candidates
        if one["id"] not in taken and (not born or one.get("tanggal_lahir") in (None, "", born))
    ]
    exact = [one for one in fitting if born and one.get("tanggal_lahir") == born]
    return next(iter(exact or fitting), None)


def _entry(ctx: Context, row: _Row, old: Record | None) -> Entry:
    values = {name: value for name, value in row.values.items() if name != "nik"}
    base = old or encode(Anggota(id="", versi=0, desa="", nama=""))
    sk = {name[3:]: value for name, value in values.items() if name.startswith("sk.")}
    fields = {name: value for name, value in values.items() if not name.startswith("sk.")}
    record: Record = {**base, **fields}
    if sk:
        record["sk"] = {**(record.get("sk") or {}), **sk}
    base_versi = int(base["versi"]) if old else 0
    edited = roster.record_from(ctx, record, base_versi)
    return Entry(row.number, edited, base_versi, row.values.get("nik"))


def _changes_something(record: Record, old: Record) -> bool:
    return any(differ(record.get(n), old.get(n)) for n in record if n not in NOT_EDITED)


def _nothing_has_changed(db: Db, preview: Preview) -> None:
    for entry in preview.entries:
        found = roster_rows.one(db, entry.record["id"])
        if (found["versi"] if found else 0) != entry.base_versi:
            raise ChangedError
