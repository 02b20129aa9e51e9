"""Takes a roster change in, field by field against the version that both editors started from."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

from server.store import change_rows, village_rows
from server.store.database import Db
from server.usecases.devices import Device
from server.usecases.sync_call import Sent, is_elsewhere, named
from shared import protocol as p
from shared.checks_anggota import FIELDS, anggota_gaps
from shared.protocol import Gap, Result

Record = dict[str, Any]


def take_in(db: Db, sent: Sent, device: Device, at: datetime) -> Result:
    """The server's word on one roster change."""
    ident, versi = named(sent.message)
    found = anggota_gaps(sent.message)
    if is_elsewhere(sent.message, device.desa):
        found.append(Gap("desa", p.OTHER_DESA))
    if found or ident is None or versi is None:
        return Result(ident or "", versi, p.REFUSED, None, tuple(found))
    # Unknown fields fall away here, a NIK with them.
    record: Record = {name: sent.message.get(name) for name in FIELDS}
    return _merge(db, record, ident, versi, device, at)


def _merge(db: Db, record: Record, ident: str, versi: int, device: Device, at: datetime) -> Result:
    text = _text(record)
    digest = hashlib.sha256(text.encode()).hexdigest()
    member = village_rows.member(db, ident)
    if member is not None and member.desa != device.desa:
        return Result(ident, versi, p.REFUSED, None, (Gap("id", p.OTHER_DESA),))
    if village_rows.member_sent(db, ident, versi, digest):
        return Result(ident, versi, p.ALREADY_HAVE)
    merged = record
    if member is not None:
        base = village_rows.member_at(db, ident, versi - 1)
        merged = merge(json.loads(base) if base else {}, json.loads(member.message), record)
        merged["versi"] = max(versi, member.versi + 1)
    row = {
        "desa": device.desa, "versi": merged["versi"], "nama": merged["nama"],
        "status": merged["status"], "message": _text(merged), "changed_at": at,
    }  # fmt: skip
    village_rows.put_member(db, ident, row, new=member is None)
    village_rows.add_member_version(
        db,
        {
            "anggota": ident, "versi": merged["versi"], "sent_versi": versi, "digest": digest,
            "sent": text, "message": _text(merged), "device": device.id, "at": at,
        },
    )  # fmt: skip
    _tell(db, device, at, merged, unchanged=_text(merged) == text)
    return Result(ident, versi, p.ACCEPTED)


def merge(base: Record, current: Record, sent: Record) -> Record:
    """``current`` with every field that the sender changed against ``base``."""
    return {
        name: sent[name] if name not in base or sent[name] != base[name] else current.get(name)
        for name in FIELDS
    }


def _tell(db: Db, device: Device, at: datetime, merged: Record, *, unchanged: bool) -> None:
    """Everyone hears of the merged record; the sender only when it differs from what it sent."""
    change_rows.add(
        db, device.desa, "anggota", at, data=_text(merged), ref=merged["id"],
        versi=merged["versi"], except_device=device.id if unchanged else None,
    )  # fmt: skip


def _text(record: Record) -> str:
    return json.dumps(record, sort_keys=True)
