"""Hands the rows of a file back that did not come in: as they stand, each with its reasons."""

from __future__ import annotations

from collections.abc import Mapping

from server.anggota import roster_cells, teks
from server.anggota.roster_columns import BY_FIELD, TO_MEND
from server.anggota.roster_import import Preview, open_rows
from server.anggota.roster_table import Line
from server.core.context import Context
from server.core.papers import sheets
from server.core.papers.sheets import Cell
from server.core.permit import permit
from server.core.sessions import Account
from shared.roles import Permission
from shared.satlinmas import REGU
from shared.wilayah import Wilayah

NAME = "anggota-perlu-dibetulkan.xlsx"
_GIVEN = ("desa", "regu")


def ticket(
    ctx: Context, account: Account, preview: Preview, answers: Mapping[int, str] | None = None
) -> str:
    """Under which the browser fetches the file."""
    permit(account, Permission.WRITE_ANGGOTA)
    made = handed_back(ctx.wilayah, preview, answers or {})
    return ctx.slips.put(account.username, NAME, made)


def fetch(ctx: Context, account: Account, wanted: str) -> bytes | None:
    """The file of a ticket; the ticket is the maker's own and lasts a day."""
    permit(account, Permission.WRITE_ANGGOTA)
    return ctx.slips.get(wanted, account.username, NAME)


def handed_back(wilayah: Wilayah, preview: Preview, answers: Mapping[int, str]) -> bytes:
    """The rows with a fault or an open question; mended, the file can be brought in by itself."""
    reasons = _reasons(preview, answers)
    table = preview.table
    added = [name for name in _GIVEN if name not in table.fields and _says(preview, name)]
    heads = [name for _, name in table.headings]
    head = [*heads, *(BY_FIELD[name] for name in added), TO_MEND]
    rows = [
        [
            *(_cell(line.cells.get(index)) for index, _ in table.headings),
            *(_given(wilayah, preview, line, name) for name in added),
            "; ".join(reasons[line.number]),
        ]
        for line in table.lines
        if line.number in reasons
    ]
    widths = [*(max(10.0, min(30.0, len(name) + 2.0)) for name in head[:-1]), 60.0]
    return sheets.xlsx(TO_MEND, head, rows, widths)


def _reasons(preview: Preview, answers: Mapping[int, str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for fault in preview.faults:
        words = teks.AG_IMPOR_SEL.get(fault.code, fault.code)
        found.setdefault(fault.row, []).append(f"{fault.heading}: {words}")
    for row in open_rows(preview, answers):
        found.setdefault(row, []).append(teks.AG_IMPOR_TANYA_TERBUKA)
    return found


def _says(preview: Preview, name: str) -> bool:
    chosen = name == "desa" and preview.desa is not None
    return chosen or any(name in line.given for line in preview.table.lines)


def _given(wilayah: Wilayah, preview: Preview, line: Line, name: str) -> str:
    value = line.given.get(name) or (preview.desa if name == "desa" else None)
    if not value:
        return ""
    return wilayah.nama_desa(value) if name == "desa" else REGU.get(value, value)


def _cell(cell: Cell) -> Cell:
    """A text, so that no sheet makes another number or day of it once more."""
    return roster_cells.words(cell)
