"""Announcements from the desk to all villages or some, and who has read them.

AnnouncementError
├── EmptyError      a title and a text are needed, at most 200 and 4,000 characters
└── NobodyError     choose at least one village
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from server.core import paging
from server.core.context import Context
from server.core.permit import permit
from server.core.rows import audit_rows, change_rows, desa_rows
from server.core.rows.desa_rows import AnnouncementRow
from server.core.sessions import Account
from shared.checks_form import LONG, SHORT, good_text
from shared.clock import format_time
from shared.roles import Permission

PER_PAGE = 10


class AnnouncementError(Exception):
    """Nothing was sent."""


class EmptyError(AnnouncementError):
    """Title or text lacks, or is too long."""


class NobodyError(AnnouncementError):
    """No village has been chosen."""


@dataclass(frozen=True)
class Announcement:
    """One announcement; ``villages`` says of each receiver when it was read there first."""

    id: str
    judul: str
    teks: str
    at: datetime
    by: str
    villages: tuple[tuple[str, datetime | None], ...]

    @property
    def read(self) -> int:
        return sum(at is not None for _, at in self.villages)


@dataclass(frozen=True)
class AnnouncementPage:
    """A page of them, newest first."""

    lines: tuple[Announcement, ...]
    number: int
    total: int

    @property
    def pages(self) -> int:
        return paging.pages(self.total, PER_PAGE)


def page(ctx: Context, account: Account, number: int = 1) -> AnnouncementPage:
    """What has been announced."""
    permit(account, Permission.READ_LAPORAN)
    with ctx.database.read() as db:
        total = desa_rows.announcement_count(db)
        number = max(1, min(number, -(-total // PER_PAGE)))
        rows = desa_rows.announcement_page(db, PER_PAGE, (number - 1) * PER_PAGE)
        villages = desa_rows.receivers(db, [row.id for row in rows])
    lines = (Announcement(*row, villages=tuple(villages.get(row.id, ()))) for row in rows)
    return AnnouncementPage(tuple(lines), number, total)


def publish(ctx: Context, account: Account, judul: str, teks: str, desa: Iterable[str]) -> str:
    """Send it to these villages' phones; returns its id."""
    permit(account, Permission.ANNOUNCE)
    judul, teks = judul.strip(), teks.strip()
    if not (judul and teks and good_text(judul + teks)):
        raise EmptyError
    if len(judul) > SHORT or len(teks) > LONG:
        raise EmptyError
    villages = sorted(set(desa) & set(ctx.wilayah.by_kode))
    if not villages:
        raise NobodyError
    at, ident = ctx.clock.now(), str(uuid.uuid4())
    told = {
        "id": ident, "judul": judul, "teks": teks, "waktu": format_time(at), "oleh": account.nama,
    }  # fmt: skip
    with ctx.database.write() as db:
        row = AnnouncementRow(ident, judul, teks, at, account.nama)
        desa_rows.add_announcement(db, row, villages)
        for kode in villages:
            change_rows.add(db, kode, "announcement", at, data=json.dumps(told), ref=ident)
        audit_rows.add(db, at, account.username, "announced", ident, f"{len(villages)} desa")
    ctx.bell.ring()
    return ident
