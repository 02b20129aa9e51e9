"""Rosters as files: XLSX and CSV, in the order in which SIM Linmas asks for its fields."""

from __future__ import annotations

from datetime import date
from typing import Any

from server.anggota import roster_page
from server.anggota.roster_columns import COLUMNS
from server.anggota.roster_page import MemberLine
from server.anggota.rows import roster_rows
from server.core.context import Context
from server.core.papers import sheets
from server.core.papers.sheets import Cell
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from shared.clock import WITA, month_of
from shared.roles import Permission
from shared.satlinmas import JABATAN, JENIS_KELAMIN, REGU, STATUS, masa_bakti
from shared.wilayah import Wilayah

XLSX, CSV = "xlsx", "csv"
TITLE = "Anggota Satlinmas"


def export(ctx: Context, account: Account, kind: str, desa: str | None = None) -> bytes:
    """All members, or those of one village; a NIK stands there masked, whoever asks."""
    permit(account, Permission.READ_ANGGOTA)
    permit(account, Permission.EXPORT)
    now = ctx.clock.now()
    lines, month = roster_page.all_lines(ctx, desa), month_of(now)
    with ctx.database.write() as db:
        masks, duties = roster_rows.masks(db), roster_rows.duties(db, month, month)
        audit_rows.add(db, now, account.username, "anggota_exported", desa, f"{len(lines)} orang")
    today = now.astimezone(WITA).date()
    rows = [
        _row(ctx.wilayah, n, line, today, masks, duties) for n, line in enumerate(lines, start=1)
    ]
    head = [column.name for column in COLUMNS]
    if kind == CSV:
        return sheets.csv_file(head, rows)
    return sheets.xlsx(TITLE, head, rows, [column.width for column in COLUMNS])


def template() -> bytes:
    """An empty sheet with the headings, to be filled in and brought back."""
    wanted = [column for column in COLUMNS if column.field]
    return sheets.xlsx(TITLE, [c.name for c in wanted], [], [c.width for c in wanted])


def _row(
    wilayah: Wilayah,
    number: int,
    line: MemberLine,
    today: date,
    masks: dict[str, str],
    duties: dict[str, int],
) -> list[Cell]:
    one = line.anggota
    sk = one.sk
    return [
        number, one.nama, wilayah.nama_desa(one.desa), JENIS_KELAMIN.get(one.jenis_kelamin, ""),
        _day(one.tanggal_lahir), line.umur, one.alamat, JABATAN.get(one.jabatan, one.jabatan),
        REGU.get(one.regu or "", ""), STATUS.get(one.status, one.status), one.alasan,
        _day(one.berakhir), _day(one.mulai), one.hp, one.pendidikan, sk.nomor if sk else "",
        _day(sk.tanggal) if sk else None, sk.pejabat if sk else "", one.kta,
        masks.get(one.id, ""), "Ya" if one.terdaftar_simlinmas else "Tidak",
        ", ".join(_thing(thing) for thing in one.perlengkapan), line.jp,
        masa_bakti(one, today), duties.get(one.id, 0),
    ]  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _thing(thing: Any) -> str:
    """Equipment is a word; another system may have sent a record."""
    return thing if isinstance(thing, str) else str(dict(thing).get("nama", ""))
