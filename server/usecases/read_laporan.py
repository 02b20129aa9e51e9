"""What the staff view reads of reports: a page of the list, one report in full, the choices."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from server.store import laporan_reading as rows
from server.usecases.context import Context
from shared.clock import WITA

PER_PAGE = 25


@dataclass(frozen=True)
class Filter:
    """Which reports; None and "" mean all."""

    desa: str | None = None
    kind: str | None = None
    jenis: str | None = None
    status: str | None = None
    dari: date | None = None
    sampai: date | None = None
    words: str = ""


@dataclass(frozen=True)
class Line:
    """One line of the list. ``foto_utuh`` of ``jumlah_foto`` photos have arrived."""

    id: str
    desa: str
    kind: str
    versi: int
    status: str
    resi: str
    jenis: str | None
    mulai: datetime | None
    bulan: str
    tempat: str
    uraian: str
    pelapor: str
    jabatan: str
    jumlah_foto: int
    foto_utuh: int
    received_at: datetime
    changed_at: datetime


@dataclass(frozen=True)
class Page:
    """A page of the list; ``number`` counts from 1."""

    lines: tuple[Line, ...]
    total: int
    number: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // PER_PAGE))


@dataclass(frozen=True)
class Version:
    """One received version; ``in_force`` is False for one that came too late."""

    versi: int
    in_force: bool
    received_at: datetime
    ditulis: datetime | None
    clock_offset_s: float | None
    device: str | None


@dataclass(frozen=True)
class PhotoOfLaporan:
    """A photo of a report; ``whole`` once all its bytes are here."""

    sha256: str
    size: int
    keterangan: str
    sensitif: bool
    whole: bool


@dataclass(frozen=True)
class DeviceFacts:
    """The device facts of a report's page."""

    id: str
    nama: str
    jabatan: str
    device_name: str
    app_version: str
    last_contact: datetime | None
    clock_offset_s: float | None


@dataclass(frozen=True)
class Detail:
    """A report in full: ``message`` is the JSON object that was sent."""

    line: Line
    message: dict[str, Any]
    status_at: datetime
    status_by: str
    versions: tuple[Version, ...]
    foto: tuple[PhotoOfLaporan, ...]
    device: DeviceFacts | None


def page(ctx: Context, which: Filter, number: int = 1) -> Page:
    """A page of 25: kejadian that nobody has looked at on top, then the newest."""
    with ctx.database.read() as db:
        where = rows.conditions(
            desa=which.desa or None, kind=which.kind or None, jenis=which.jenis or None,
            status=which.status or None, words=which.words,
            dari=_midnight(which.dari), sampai=_midnight(which.sampai, days=1),
        )  # fmt: skip
        total = rows.count(db, where)
        number = max(1, min(number, -(-total // PER_PAGE)))
        found = rows.page(db, where, limit=PER_PAGE, offset=(number - 1) * PER_PAGE)
    return Page(tuple(Line(**row) for row in found), total, number)


def detail(ctx: Context, ident: str) -> Detail | None:
    """One report in full, or None when there is none."""
    with ctx.database.read() as db:
        row = rows.one(db, ident)
        if row is None:
            return None
        head, extra = row
        return Detail(
            line=Line(**head),
            message=json.loads(extra["message"]),
            status_at=extra["status_at"],
            status_by=extra["status_by"],
            versions=tuple(Version(**v) for v in rows.versions(db, ident)),
            foto=tuple(PhotoOfLaporan(**f) for f in rows.photos_of(db, ident)),
            device=_device(rows.device_of(db, extra["device"])),
        )


def message_text(ctx: Context, ident: str) -> str | None:
    """The version in force as the JSON text that was sent."""
    with ctx.database.read() as db:
        row = rows.one(db, ident)
    return row[1]["message"] if row else None


def _device(row: dict[str, Any] | None) -> DeviceFacts | None:
    return DeviceFacts(**row) if row else None


def _midnight(day: date | None, days: int = 0) -> datetime | None:
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=days), time(), WITA)
