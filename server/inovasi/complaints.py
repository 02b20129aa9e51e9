"""Complaints about the app and the service: told by a phone or at the desk, answered, solved.

ComplaintError
├── EmptyError     a text is needed, at most 4,000 characters
└── GoneError      there is no such complaint
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.core import paging
from server.core.context import Context
from server.core.db.database import Db
from server.core.devices import Device
from server.core.permit import permit
from server.core.rows import audit_rows, change_rows
from server.core.sessions import Account
from server.inovasi.rows import complaint_rows
from shared.checks_form import LONG, SHORT, good_text
from shared.clock import format_time
from shared.roles import Permission
from shared.status import BARU, PENGADUAN, SELESAI

PER_PAGE = 20
CHANGE = "complaint"


class ComplaintError(Exception):
    """Nothing was stored."""


class EmptyError(ComplaintError):
    """Words are needed, and not too many."""


class GoneError(ComplaintError):
    """There is no such complaint."""


@dataclass(frozen=True)
class Complaint:
    """One of them; ``desa`` is empty when somebody else told it at the desk."""

    id: str
    desa: str
    nama: str
    teks: str
    status: str
    jawaban: str
    at: datetime
    answered_at: datetime | None
    answered_by: str | None
    solved_at: datetime | None


@dataclass(frozen=True)
class ComplaintPage:
    """A page of them; ``counts`` by status over all."""

    lines: tuple[Complaint, ...]
    number: int
    total: int
    counts: dict[str, int]

    @property
    def pages(self) -> int:
        return paging.pages(self.total, PER_PAGE)

    @property
    def solved(self) -> float | None:
        """Percent of all that are solved; None without any."""
        every = sum(self.counts.values())
        return self.counts.get(SELESAI, 0) / every * 100 if every else None


def receive(db: Db, message: dict[str, Any], device: Device, at: datetime) -> None:
    """What a village tells; its phones are shown that it has arrived."""
    row = _new(message["id"], device.desa, device.nama, message["data"]["teks"], at)
    complaint_rows.add(db, row)
    _tell(db, row, at)


def page(ctx: Context, account: Account, status: str = "", number: int = 1) -> ComplaintPage:
    """What was told, the newest first."""
    permit(account, Permission.READ_BUKTI)
    with ctx.database.read() as db:
        counts = complaint_rows.counts(db)
        total = counts.get(status, 0) if status else sum(counts.values())
        number = max(1, min(number, -(-total // PER_PAGE)))
        rows = complaint_rows.page(db, status, PER_PAGE, (number - 1) * PER_PAGE)
    return ComplaintPage(tuple(Complaint(**row) for row in rows), number, total, counts)


def write(ctx: Context, account: Account, nama: str, desa: str, teks: str) -> str:
    """One that was told at the desk or by telephone; returns its id."""
    permit(account, Permission.WRITE_BUKTI)
    nama, teks = nama.strip(), teks.strip()
    _need(teks, nama)
    at, ident = ctx.clock.now(), str(uuid.uuid4())
    row = _new(ident, desa if desa in ctx.wilayah.by_kode else "", nama, teks, at)
    with ctx.database.write() as db:
        complaint_rows.add(db, row)
        audit_rows.add(db, at, account.username, "complaint_written", ident, "")
        _tell(db, row, at)
    ctx.bell.ring()
    return ident


def answer(ctx: Context, account: Account, ident: str, status: str, jawaban: str) -> None:
    """Say what is being done, or that it is solved; it goes back to the village's phones."""
    permit(account, Permission.WRITE_BUKTI)
    jawaban = jawaban.strip()
    if status != BARU:
        _need(jawaban)
    at = ctx.clock.now()
    with ctx.database.write() as db:
        row = complaint_rows.find(db, ident)
        if row is None or status not in PENGADUAN:
            raise GoneError
        first = row["answered_at"] or (at if jawaban else None)
        said = {
            "status": status, "jawaban": jawaban, "answered_at": first,
            "answered_by": account.nama, "solved_at": at if status == SELESAI else None,
        }  # fmt: skip
        complaint_rows.change(db, ident, said)
        audit_rows.add(db, at, account.username, "complaint_answered", ident, status)
        _tell(db, {**row, **said}, at)
    ctx.bell.ring()


def _need(teks: str, nama: str = "") -> None:
    if not teks or len(teks) > LONG or len(nama) > SHORT or not good_text(teks + nama):
        raise EmptyError


def _new(ident: str, desa: str, nama: str, teks: str, at: datetime) -> dict[str, Any]:
    return {
        "id": ident, "desa": desa, "nama": nama, "teks": teks, "status": BARU, "jawaban": "",
        "at": at, "answered_at": None, "answered_by": None, "solved_at": None,
    }  # fmt: skip


def _tell(db: Db, row: dict[str, Any], at: datetime) -> None:
    """To the village's phones: what was told, and what came of it."""
    if not row["desa"]:
        return
    told = {
        "id": row["id"], "teks": row["teks"], "status": row["status"], "jawaban": row["jawaban"],
        "waktu": format_time(row["at"]), "dijawab": format_time(at) if row["jawaban"] else None,
        "oleh": row["answered_by"] or "", "nama": row["nama"],
    }  # fmt: skip
    change_rows.add(db, row["desa"], CHANGE, at, data=json.dumps(told), ref=row["id"])
