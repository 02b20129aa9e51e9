"""What is read of a report: its line in a list, and all of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.core.context import Context
from server.laporan.rows import laporan_reading as rows
from shared.deadlines import is_ahead

PER_PAGE = 25


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

    @property
    def belum_tiba(self) -> bool:
        """Whether it was still to come when the version in force was received."""
        return self.mulai is not None and is_ahead(self.mulai, self.changed_at)


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
