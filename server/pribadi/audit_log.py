"""The audit log for who may read it: a page, with what each line is about, and the whole as CSV."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from server.core import paging
from server.core.context import Context
from server.core.db.database import Db
from server.core.papers import sheets
from server.core.papers.sheets import Cell
from server.core.permit import permit
from server.core.rows import audit_names, audit_rows
from server.core.sessions import Account
from server.pribadi import teks
from shared.clock import WITA
from shared.roles import Permission
from shared.wilayah import Wilayah

PER_PAGE = 25
KNOWN_GROUPS = frozenset(teks.KELOMPOK)


@dataclass(frozen=True)
class AuditFilter:
    """Which lines; None and "" mean all. ``kelompok`` is a group of deeds."""

    kelompok: str | None = None
    pelaku: str | None = None
    words: str = ""


@dataclass(frozen=True)
class AuditLine:
    """One line, with the name of what it is about where that still has one."""

    number: int
    at: datetime
    actor: str
    action: str
    ref: str | None
    about: str
    detail: str
    hash: str


@dataclass(frozen=True)
class AuditPage:
    """A page of the log, newest first, and whether its chain holds."""

    lines: tuple[AuditLine, ...]
    number: int
    total: int
    actors: tuple[str, ...]
    length: int
    head: str
    broken_at: int | None

    @property
    def pages(self) -> int:
        return paging.pages(self.total, PER_PAGE)


def page(ctx: Context, account: Account, which: AuditFilter, number: int = 1) -> AuditPage:
    """A page; the whole chain is walked each time, which a hundred thousand lines stand."""
    permit(account, Permission.READ_AUDIT)
    with ctx.database.read() as db:
        where = audit_rows.matching(
            actor=which.pelaku or "", actions=_actions(which.kelompok), words=which.words
        )
        total = audit_rows.count(db, where)
        number = max(1, min(number, -(-total // PER_PAGE)))
        rows = audit_rows.page(db, where, PER_PAGE, (number - 1) * PER_PAGE)
        chain = audit_rows.examine(db)
        return AuditPage(
            _named(ctx.wilayah, db, rows), number, total, tuple(audit_rows.actors(db)),
            chain.lines, chain.head, chain.broken_at,
        )  # fmt: skip


def export(ctx: Context, account: Account) -> bytes:
    """The whole log as CSV, oldest first, each with its seal; its last line says who took it."""
    permit(account, Permission.READ_AUDIT)
    permit(account, Permission.EXPORT)
    with ctx.database.write() as db:
        audit_rows.add(db, ctx.clock.now(), account.username, "audit_exported")
    with ctx.database.read() as db:
        lines = _named(ctx.wilayah, db, list(audit_rows.everything(db)))
    return sheets.csv_file(teks.CT_KOLOM_CSV, [_cells(line) for line in lines])


def words_of(action: str) -> str:
    """A deed in words."""
    return teks.PERBUATAN.get(action, ("", action))[1]


def _actions(kelompok: str | None) -> frozenset[str]:
    found = {action for action, (group, _) in teks.PERBUATAN.items() if group == kelompok}
    return frozenset(found)


def _named(wilayah: Wilayah, db: Db, rows: list[dict[str, Any]]) -> tuple[AuditLine, ...]:
    names = audit_names.of(db, {row["ref"] for row in rows if row["ref"]})
    lines = [
        AuditLine(
            row["id"], row["at"].astimezone(WITA), row["actor"], row["action"], row["ref"], "",
            row["detail"], row["hash"],
        )
        for row in rows
    ]  # fmt: skip
    return tuple(replace(line, about=_about(wilayah, line.ref, names)) for line in lines)


def _about(wilayah: Wilayah, ref: str | None, names: dict[str, str]) -> str:
    if not ref:
        return ""
    return names.get(ref) or (wilayah.nama_desa(ref) if ref in wilayah.by_kode else ref)


def _cells(line: AuditLine) -> list[Cell]:
    when = f"{line.at:%Y-%m-%d %H:%M:%S}"
    about = line.about if line.about == (line.ref or "") else f"{line.about} ({line.ref})"
    return [
        line.number, when, line.actor, line.action, words_of(line.action), about, line.detail,
        line.hash,
    ]  # fmt: skip
