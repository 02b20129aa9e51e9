"""Brings a roster file in: a preview of every row as it will be stored, then those that are right.

RosterFileError
├── NoTableError    no sheet that can be read, or one without the headings
├── FaultyError     there are faults or open questions, and not all of the file was to be taken
└── ChangedError    the roster has changed since the preview: look at it again
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from server.anggota import nik, roster, roster_faults, roster_table
from server.anggota.roster_columns import COLUMNS
from server.anggota.roster_match import Does, Entry, people_of, same_person
from server.anggota.roster_row import Fault, Row, row_of
from server.anggota.roster_table import Skipped, Table
from server.anggota.rows import roster_rows
from server.core.context import Context
from server.core.db.database import AT_ONCE, Db
from server.core.papers.workbook import SheetError, Workbook
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from shared.clock import WITA
from shared.names import folded
from shared.roles import Permission, can

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
        table = roster_table.read(ctx.wilayah, roster_table.choose(book, sheet))
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
        people=tuple(people_of(ctx, good)),
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
    """The good rows, some at a time so that others write meanwhile: what is cut is imported again.

    ``answers`` tell by row who is meant (`ANOTHER`: new).

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
    with ctx.database.read() as db:
        _nothing_has_changed(db, entries)
    for start in range(0, len(entries), AT_ONCE):
        some = entries[start : start + AT_ONCE]
        with ctx.database.write() as db:
            _nothing_has_changed(db, some)
            for entry in some:
                roster.write(db, account, entry.record, entry.base_versi, at)
                if entry.nik:
                    nik.keep(ctx, db, account, entry.record["id"], entry.nik, at)
    with ctx.database.write() as db:
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
            faults.append(row.fault("berakhir", roster_faults.END_BEFORE_START))
        elif start and born and start <= born:
            faults.append(row.fault("mulai", roster_faults.END_BEFORE_START))
        key = same_person(values)
        if key[1] and key[2] and seen.setdefault(key, row.number) != row.number:
            faults.append(row.fault("nama", roster_faults.TWICE))
        number = values.get("nik")
        if number and not may_nik:
            faults.append(row.fault("nik", roster_faults.NIK_FORBIDDEN, nik.mask(number)))
        elif number and numbers.setdefault(number, row.number) != row.number:
            faults.append(row.fault("nik", roster_faults.NIK_TWICE, nik.mask(number)))
    return faults


def _notes(rows: Sequence[Row], good: Sequence[Row]) -> Iterable[Fault]:
    """How cells were understood, and rows of this file that may speak of one person."""
    for row in rows:
        yield from row.notes
    seen: dict[tuple[str, str], int] = {}
    for row in good:
        key = (row.values.get("desa", ""), folded(row.values["nama"]))
        if seen.setdefault(key, row.number) != row.number:
            yield row.fault("nama", roster_faults.PERHAPS_TWICE, str(seen[key]))


def _nothing_has_changed(db: Db, entries: Sequence[Entry]) -> None:
    for entry in entries:
        found = roster_rows.one(db, entry.record["id"])
        if (found["versi"] if found else 0) != entry.base_versi:
            raise ChangedError
