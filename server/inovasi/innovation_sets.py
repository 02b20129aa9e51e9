"""Sets of years: a copy of an older one that is edited, or one that comes as JSON or XLSX.

A set of another year is never touched by that; what was there of the same year stands in the log.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from server.core.context import Context
from server.core.papers import sheets
from server.core.papers.sheets import Cell
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.inovasi import innovation
from server.inovasi import innovation_set as sets
from server.inovasi.innovation import NoYearError
from server.inovasi.innovation_set import PARAMETERS, Basis, Indicator, SetError, YearSet
from server.inovasi.rows import innovation_rows
from shared.roles import Permission

MOST_BYTES = 2_000_000
HEAD = (
    "Tahun", "Nomor", "Indikator", "Pertanyaan", "Wajib", "Bobot", "Bukti", "Dasar", "Nama dasar",
    "Parameter 1", "Parameter 2", "Parameter 3", "Ukuran", "Batas 1", "Batas 2", "Batas 3",
    "Sumber", "Keyakinan", "Diminta", "Jenis berkas",
)  # fmt: skip
"""The columns of a set as a sheet: one row for each way to reach an indicator's parameters."""
OLDER = 16
"""Sheets that went out before have so many columns; the rest is taken from the newest set."""
_WIDTHS = (8, 8, 30, 50, 8, 8, 10, 8, 24, 30, 30, 30, 18, 10, 10, 10, 30, 10, 40, 16)


def years(ctx: Context, account: Account) -> tuple[int, ...]:
    """The years that have a set, the newest first."""
    permit(account, Permission.READ_BUKTI)
    with ctx.database.read() as db:
        return tuple(innovation_rows.years(db))


def read(ctx: Context, account: Account, tahun: int) -> YearSet:
    """The set of a year."""
    permit(account, Permission.READ_BUKTI)
    with ctx.database.read() as db:
        return innovation.read_set(db, tahun)


def begin(ctx: Context, account: Account, tahun: int) -> YearSet:
    """A set for a year that has none: the newest one before it, to be edited."""
    permit(account, Permission.WRITE_BUKTI)
    with ctx.database.read() as db:
        known = innovation_rows.years(db)
        if tahun in known:
            raise SetError("tahun")
        source = next((year for year in known if year < tahun), None)
        if source is None:
            raise NoYearError(tahun)
        old = innovation.read_set(db, source)
    made = sets.next_year(old, tahun)
    save(ctx, account, made)
    return made


def save(ctx: Context, account: Account, one: YearSet) -> None:
    """The set of its year from now on; what it replaces is kept in the log."""
    permit(account, Permission.WRITE_BUKTI)
    text = sets.to_json(one)
    sets.from_json(text)
    at = ctx.clock.now()
    with ctx.database.write() as db:
        before = innovation_rows.year_set(db, one.tahun)
        innovation_rows.put_set(db, one.tahun, text, at, account.nama)
        audit_rows.add(db, at, account.nama, "innovation_set", str(one.tahun), before or "")
    ctx.bell.ring()


def take_in(ctx: Context, account: Account, data: bytes) -> YearSet:
    """A set from a JSON or XLSX file; a sheet keeps the stages of the newest set."""
    permit(account, Permission.WRITE_BUKTI)
    if len(data) > MOST_BYTES:
        raise SetError("berkas")
    if data.startswith(sheets.XLSX_HEAD):
        one = _from_sheet(ctx, account, data)
    else:
        one = sets.from_json(data)
    save(ctx, account, one)
    return one


def as_json(ctx: Context, account: Account, tahun: int) -> bytes:
    """The set as a file that can be taken in again."""
    permit(account, Permission.READ_BUKTI)
    return sets.to_json(read(ctx, account, tahun)).encode()


def as_sheet(ctx: Context, account: Account, tahun: int) -> bytes:
    """The indicators as a sheet that can be edited and taken in again."""
    permit(account, Permission.READ_BUKTI)
    one = read(ctx, account, tahun)
    rows = [
        _row(tahun, indicator, basis) for indicator in one.indikator for basis in indicator.dasar
    ]
    return sheets.xlsx(str(tahun), HEAD, rows, _WIDTHS)


def _row(tahun: int, one: Indicator, basis: Basis) -> list[Cell]:
    borders = basis.batas or ("",) * PARAMETERS
    return [
        tahun, one.nomor, one.nama, one.tanya, "ya" if one.wajib else "tidak", one.bobot,
        one.bukti, basis.kode, basis.nama, *basis.parameter, basis.ukuran, *borders,
        one.sumber, one.yakin, one.diminta, ", ".join(one.jenis),
    ]  # fmt: skip


def _from_sheet(ctx: Context, account: Account, data: bytes) -> YearSet:
    try:
        rows = sheets.read(data)
    except sheets.SheetError as error:
        raise SetError("berkas") from error
    head = tuple(_text(cell) for cell in rows[0][: len(HEAD)]) if rows else ()
    if head not in (HEAD, HEAD[:OLDER]):
        raise SetError("berkas")
    lines = [_line(row) for row in rows[1:]]
    tahun = _whole(lines[0]["Tahun"], "tahun") if lines else 0
    made = sets.checked({"tahun": tahun, "indikator": _indicators(lines)})
    return _completed(made, _nearest(ctx, account, tahun), older=len(head) == OLDER)


def _nearest(ctx: Context, account: Account, tahun: int) -> YearSet | None:
    """What a sheet cannot hold comes from the set of its year, or from the newest one."""
    known = years(ctx, account)
    if not known:
        return None
    if tahun in known:
        return read(ctx, account, tahun)
    newest = read(ctx, account, known[0])
    return sets.next_year(newest, tahun) if tahun > newest.tahun else newest


def _completed(made: YearSet, known: YearSet | None, *, older: bool) -> YearSet:
    if known is None:
        return made
    whole = replace(made, sumber=known.sumber, tahapan=known.tahapan, kalender=known.kalender)
    if not older:
        return whole
    return replace(whole, indikator=tuple(_told(one, known) for one in made.indikator))


def _told(one: Indicator, known: YearSet) -> Indicator:
    had = known.find(one.nomor)
    if had is None:
        return one
    return replace(one, sumber=had.sumber, yakin=had.yakin, diminta=had.diminta, jenis=had.jenis)


def _line(row: list[Cell]) -> dict[str, Cell]:
    """By the names of the columns; what a short row lacks is empty."""
    return {name: row[n] if n < len(row) else None for n, name in enumerate(HEAD)}


def _indicators(lines: list[dict[str, Cell]]) -> list[dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for line in lines:
        nomor = _whole(line["Nomor"], "nomor")
        one = found.setdefault(
            nomor,
            {
                "nomor": nomor, "nama": _text(line["Indikator"]),
                "tanya": _text(line["Pertanyaan"]),
                "wajib": _text(line["Wajib"]).lower() == "ya", "bobot": _number(line["Bobot"]),
                "bukti": _text(line["Bukti"]), "dasar": [],
                "sumber": _text(line["Sumber"]), "yakin": _text(line["Keyakinan"]),
                "diminta": _text(line["Diminta"]), "jenis": _kinds(line["Jenis berkas"]),
            },
        )  # fmt: skip
        ukuran = _text(line["Ukuran"])
        borders = [_text(line[f"Batas {n}"]) for n in range(1, PARAMETERS + 1)]
        one["dasar"].append(
            {
                "kode": _text(line["Dasar"]), "nama": _text(line["Nama dasar"]),
                "parameter": [_text(line[f"Parameter {n}"]) for n in range(1, PARAMETERS + 1)],
                "ukuran": ukuran, "batas": borders if ukuran else [],
            }
        )  # fmt: skip
    return list(found.values())


def _kinds(cell: Cell) -> list[str]:
    return [one.strip() for one in _text(cell).split(",") if one.strip()]


def _text(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _number(cell: Cell) -> float | None:
    """None for what is no number: no weight takes it."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return int(cell) if float(cell).is_integer() else float(cell)
    try:
        return float(_text(cell).replace(",", "."))
    except ValueError:
        return None


def _whole(cell: Cell, where: str) -> int:
    number = _number(cell)
    if number is None or not float(number).is_integer():
        raise SetError(where)
    return int(number)
