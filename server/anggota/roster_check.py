"""What an import of a roster file would do, as plain data for scripts; nothing is changed."""

from __future__ import annotations

from typing import Any

from server.anggota import roster_import
from server.anggota.roster_faults import CHOOSE_DESA, MISSING_COLUMN, NO_TABLE
from server.anggota.roster_import import NoTableError, Preview
from server.anggota.roster_match import Entry
from server.anggota.roster_row import Fault
from server.core.context import Context
from server.core.sessions import Account

_HEAD = ("id", "versi", "diubah")


def check(
    ctx: Context, account: Account, data: bytes, desa: str | None = None, sheet: str | None = None
) -> dict[str, Any]:
    """Rows as they would be stored, faults by cell, and all that is not used."""
    try:
        found = roster_import.examine(ctx, account, data, desa=desa, sheet=sheet)
    except NoTableError as error:
        faults = [_fault("", MISSING_COLUMN, name) for name in error.missing]
        return _told(faults=faults or [_fault("", NO_TABLE, error.code)])
    return _told(
        rows=[_row(entry) for entry in found.people],
        faults=[
            *([_fault("", CHOOSE_DESA, "")] if found.needs_desa else []),
            *[_of(fault) for fault in found.faults],
        ],
        unused_columns=[
            {"sheet": found.table.sheet.name, "heading": name} for name in found.unused_columns
        ],
        unused_sheets=[one.name for one in found.unused_sheets],
        perhaps_same=[
            {"row": entry.row, "anggota": other.record["id"]}
            for entry in found.asked
            for other in entry.perhaps
        ],
        notes=_notes(found),
    )


def _told(**parts: list[Any]) -> dict[str, Any]:
    names = ("rows", "faults", "unused_columns", "unused_sheets", "perhaps_same", "notes")
    return {name: parts.get(name, []) for name in names}


def _row(entry: Entry) -> dict[str, Any]:
    record = {name: value for name, value in entry.record.items() if name not in _HEAD}
    known = {"anggota": entry.record["id"]} if entry.base_versi else {}
    return {"row": entry.row, **known, **record, **({"nik": entry.nik} if entry.nik else {})}


def _of(fault: Fault) -> dict[str, str]:
    return _fault(fault.cell, fault.code, fault.value)


def _fault(cell: str, code: str, value: str) -> dict[str, str]:
    return {"cell": cell, "code": code, "value": value}


def _notes(found: Preview) -> list[dict[str, str]]:
    """How cells were understood, and the rows that are no members."""
    return [_of(note) for note in found.notes] + [
        _fault(f"A{one.row}", f"not_a_member_{one.why}", one.text) for one in found.skipped
    ]
