"""One row of a roster file: what it says of a member, and which of its cells cannot be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from server.anggota import roster_cells as cells
from server.anggota import roster_faults
from server.anggota.roster_columns import BORN, BY_FIELD, DUSUN, FEMALE, MALE, RT_RW
from server.anggota.roster_faults import FaultError
from server.anggota.roster_head import Source
from server.anggota.roster_table import Line, Table
from server.core.papers.sheet_xml import letter
from server.core.papers.sheets import Cell
from shared.wilayah import Wilayah

_ADDRESS = "alamat"


@dataclass(frozen=True)
class Fault:
    """One cell that cannot be used, or how it was: ``row`` and ``column`` as the sheet counts."""

    row: int
    index: int
    heading: str
    value: str
    code: str

    @property
    def column(self) -> str:
        """A, B, …; empty when there is no such column."""
        return letter(self.index) if self.index >= 0 else ""

    @property
    def cell(self) -> str:
        """``D7``"""
        return f"{self.column}{self.row}" if self.column else ""


@dataclass
class Row:
    """What a line says."""

    number: int
    names_desa: bool
    """Whether the table says of which village people are."""
    places: Mapping[str, Source]
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    faults: list[Fault] = field(default_factory=list[Fault])
    notes: list[Fault] = field(default_factory=list[Fault])

    def fault(self, name: str, code: str, value: str | None = None) -> Fault:
        """A fault of this row's field."""
        source = self.places.get(name)
        told = str(self.values.get(name) or "") if value is None else value
        heading = BY_FIELD.get(name, source.heading if source else name)
        return Fault(self.number, source.index if source else -1, heading, told, code)


def row_of(line: Line, table: Table, today: date, desa: str | None) -> Row:
    """Every cell of a line, each read for itself."""
    places = {source.field: source for source in table.sources}
    if BORN in places:
        places["tanggal_lahir"] = places[BORN]
    row = Row(line.number, "desa" in places or "desa" in line.given, places)
    parts: list[str] = []
    for source in table.sources:
        cell = line.cells.get(source.index)
        if source.field in (MALE, FEMALE) or not cells.said(cell):
            continue
        value = _value(table.wilayah, row, source, cell, today)
        if source.field.startswith(_ADDRESS):
            parts.append(_part(source, value, alone=_alone(table)))
        elif value is not None:
            row.values["tanggal_lahir" if source.field == BORN else source.field] = value
    _sex(row, line)
    _given(row, line, desa)
    if any(parts):
        row.values[_ADDRESS] = ", ".join(part for part in parts if part)
    _what_is_missing(row)
    if second := cells.words(line.cells.get(table.beside)):
        row.faults.append(
            Fault(row.number, table.beside, "Nama", second, roster_faults.SECOND_TABLE)
        )
    return row


def _value(wilayah: Wilayah, row: Row, source: Source, cell: Cell, today: date) -> Any:
    notes: list[str] = []
    try:
        found = cells.read(wilayah, source.field, cell, today, notes)
    except FaultError as error:
        row.faults.append(_marked(row, source, cell, error.code))
        return None
    row.notes += [_marked(row, source, cell, code) for code in notes]
    if source.field == "jabatan":
        _office, regu = cells.split_office(cells.said(cell))
        if regu:
            row.values.setdefault("regu", regu)
    return found


def _marked(row: Row, source: Source, cell: Cell, code: str) -> Fault:
    return Fault(row.number, source.index, source.heading, cells.words(cell), code)


def _alone(table: Table) -> bool:
    return sum(source.field.startswith(_ADDRESS) for source in table.sources) == 1


def _part(source: Source, value: str | None, *, alone: bool) -> str:
    """``RT/RW 02/01`` and ``Dusun Hilir`` beside others; alone as it stands."""
    if not value or alone:
        return value or ""
    if source.field == RT_RW and value[:1].isdecimal():
        return f"RT/RW {value}"
    named = source.field != DUSUN or value.casefold().startswith(("dusun", "dsn"))
    return value if named else f"Dusun {value}"


def _sex(row: Row, line: Line) -> None:
    """Two columns, of which one bears a mark."""
    if MALE not in row.places:
        return
    marked = [
        name[-1]
        for name in (MALE, FEMALE)
        if cells.said(line.cells.get(row.places[name].index)) not in ("", "0")
    ]
    row.places = {**row.places, "jenis_kelamin": row.places[MALE]}
    if len(marked) == 1:
        row.values["jenis_kelamin"] = marked[0]
    elif marked:
        row.faults.append(row.fault("jenis_kelamin", roster_faults.NO_SEX, "L, P"))


def _given(row: Row, line: Line, desa: str | None) -> None:
    """What a heading above the row says, and the village that was chosen."""
    if "regu" in line.given and not _filled(row, line, "regu"):
        row.values.setdefault("regu", line.given["regu"])
    if not _filled(row, line, "desa"):
        chosen = line.given.get("desa") or desa
        if chosen:
            row.values["desa"] = chosen


def _what_is_missing(row: Row) -> None:
    for name in ("nama", "jenis_kelamin", *(("desa",) if row.names_desa else ())):
        told = {fault.index for fault in row.faults}
        if name in row.values or (name in row.places and row.places[name].index in told):
            continue
        row.faults.append(row.fault(name, roster_faults.EMPTY, ""))


def _filled(row: Row, line: Line, name: str) -> bool:
    source = row.places.get(name)
    return source is not None and bool(cells.said(line.cells.get(source.index)))
