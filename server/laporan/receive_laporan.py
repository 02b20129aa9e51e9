"""Takes one report in: whole or not at all, durable when it returns, every repeat harmless."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from server.core.db import counters
from server.core.db.database import Db
from server.core.devices import Device
from server.core.rows import audit_rows, change_rows, erasing_rows
from server.core.sync_call import Sent, is_elsewhere, named
from server.laporan.laporan_row import row_of
from server.laporan.rows import laporan_writing as writing
from server.laporan.rows import photo_rows
from shared import erasing
from shared import protocol as p
from shared.checks import gaps
from shared.clock import format_time, month_of, parse_time
from shared.codec import canonical_of, decode_laporan
from shared.laporan import Foto, Laporan
from shared.protocol import Gap, Result
from shared.status import Status
from shared.wilayah import Wilayah


@dataclass(frozen=True)
class Officer:
    """Somebody at the kecamatan who writes for a village: no phone, so no id."""

    nama: str
    desa: str
    id: None = None


@dataclass(frozen=True)
class Arrival:
    """A report that passed the checks, with who brought it and when."""

    laporan: Laporan
    text: str
    digest: str
    device: Device | Officer
    at: datetime


def examine(sent: Sent, device: Device, at: datetime) -> Result | Arrival:
    """Refuse a faulty report; a good one is made ready for `decide`."""
    ident, versi = named(sent.message)
    found = gaps(sent.message)
    if is_elsewhere(sent.message, device.desa):
        found.append(Gap("desa", p.OTHER_DESA))
    if found or ident is None:
        return Result(ident or "", versi, p.REFUSED, None, tuple(found))
    laporan = decode_laporan(sent.message)
    digest = hashlib.sha256(canonical_of(laporan).encode()).hexdigest()
    return Arrival(laporan, sent.text, digest, device, at)


def from_desk(
    wilayah: Wilayah, db: Db, laporan: Laporan, text: str, by: str, at: datetime
) -> Result:
    """A report that an officer wrote on behalf of a village, already examined; its id is new."""
    digest = hashlib.sha256(canonical_of(laporan).encode()).hexdigest()
    return _accept_first(wilayah, db, Arrival(laporan, text, digest, Officer(by, laporan.desa), at))


def decide(wilayah: Wilayah, db: Db, new: Arrival) -> Result:
    """The server's word; what it changes is in the caller's transaction."""
    new = _without_erased(db, new)
    laporan = new.laporan
    head = writing.head(db, laporan.id)
    if head is None:
        return _accept_first(wilayah, db, new)
    if head.desa != new.device.desa:
        return _refused(laporan, Gap("id", p.OTHER_DESA))
    known = writing.stored(db, laporan.id, laporan.versi, new.digest)
    if known:
        _note_delivered(db, new)
        return Result(laporan.id, laporan.versi, p.ALREADY_HAVE, head.resi)
    if head.status == Status.DIVERIFIKASI:
        audit_rows.add(db, new.at, new.device.nama, "laporan_final", laporan.id, new.digest)
        return _refused(laporan, Gap("versi", p.FINAL), head.resi)
    if laporan.versi <= head.versi:
        if known is None:
            _keep_beside(db, new)
        return Result(laporan.id, laporan.versi, p.STALE, head.resi)
    return _accept_next(wilayah, db, new, head)


def _accept_first(wilayah: Wilayah, db: Db, new: Arrival) -> Result:
    laporan, month = new.laporan, month_of(new.at)
    number = counters.next_value(db, f"resi {month}")
    resi = f"{wilayah.singkatan}-{month}-{number:04d}"
    row = {"id": laporan.id, "desa": laporan.desa, "resi": resi, "received_at": new.at}
    writing.add(db, {**row, **row_of(wilayah, laporan, resi), **_standing(new)})
    _store_version(db, new)
    writing.add_personel(db, laporan.id, _members(laporan))
    _note_delivered(db, new, first=True)
    return Result(laporan.id, laporan.versi, p.ACCEPTED, resi)


def _accept_next(wilayah: Wilayah, db: Db, new: Arrival, head: writing.Head) -> Result:
    laporan, standing = new.laporan, _standing(new)
    writing.change(db, laporan.id, {**row_of(wilayah, laporan, head.resi), **standing})
    _store_version(db, new)
    writing.replace_personel(db, laporan.id, _members(laporan))
    _note_delivered(db, new)
    told = {
        "laporan": laporan.id, "versi": laporan.versi, "status": standing["status"],
        "waktu": format_time(new.at), "oleh": new.device.nama, "resi": head.resi,
    }  # fmt: skip
    change_rows.add(db, laporan.desa, "status", new.at, data=json.dumps(told), ref=laporan.id)
    return Result(laporan.id, laporan.versi, p.ACCEPTED, head.resi)


def _without_erased(db: Db, new: Arrival) -> Arrival:
    """Written before the phone heard that a member was erased; the digest stays, for repeats."""
    gone = erasing_rows.among(db, _members(new.laporan))
    if not gone:
        return new
    message: dict[str, Any] = json.loads(new.text)
    for ident in gone:
        message = erasing.forget(message, ident, ())
    return replace(new, laporan=decode_laporan(message), text=json.dumps(message))


def _note_delivered(db: Db, new: Arrival, *, first: bool = False) -> None:
    """Which phone brought it; an officer has none."""
    if new.device.id is None:
        return
    note = writing.add_delivered if first else writing.note_delivered
    note(db, new.device.id, new.laporan.id, new.laporan.versi)


def _standing(new: Arrival) -> dict[str, Any]:
    status = Status.DITARIK if new.laporan.ditarik else Status.DITERIMA
    return {
        "status": status, "status_at": new.at, "status_by": new.device.nama,
        "device": new.device.id, "changed_at": new.at,
    }  # fmt: skip


def _store_version(db: Db, new: Arrival) -> None:
    laporan, device = new.laporan, new.device.id
    writing.add_version(db, _version_row(new, in_force=True))
    writing.add_photos(db, [_photo_row(laporan, i, foto) for i, foto in enumerate(laporan.foto)])
    photo_rows.name_photos(db, laporan.desa, ((f.sha256, f.size) for f in laporan.foto))
    change_rows.add(
        db, laporan.desa, "laporan", new.at, ref=laporan.id, versi=laporan.versi,
        except_device=device,
    )  # fmt: skip


def _members(laporan: Laporan) -> list[str]:
    return [one.anggota for one in laporan.personel if one.anggota]


def _keep_beside(db: Db, new: Arrival) -> None:
    """Two phones mended the same version: neither text is lost."""
    writing.add_version(db, _version_row(new, in_force=False))
    detail = f"versi {new.laporan.versi}"
    audit_rows.add(db, new.at, new.device.nama, "laporan_stale", new.laporan.id, detail)


def _version_row(new: Arrival, *, in_force: bool) -> dict[str, Any]:
    laporan = new.laporan
    return {
        "laporan": laporan.id, "versi": laporan.versi, "digest": new.digest, "in_force": in_force,
        "message": new.text, "device": new.device.id, "received_at": new.at,
        "ditulis": parse_time(laporan.ditulis), "clock_offset_s": laporan.clock_offset_s,
    }  # fmt: skip


def _photo_row(laporan: Laporan, index: int, foto: Foto) -> dict[str, Any]:
    return {
        "laporan": laporan.id, "versi": laporan.versi, "urutan": index, "desa": laporan.desa,
        "sha256": foto.sha256, "size": foto.size, "keterangan": foto.keterangan,
        "sensitif": foto.sensitif,
    }  # fmt: skip


def _refused(laporan: Laporan, gap: Gap, resi: str | None = None) -> Result:
    return Result(laporan.id, laporan.versi, p.REFUSED, resi, (gap,))
