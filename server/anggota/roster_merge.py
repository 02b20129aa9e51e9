"""Merges an edit of a member into the roster, whoever made it: a phone or the desk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from server.anggota.rows import roster_rows
from server.core.db.database import Db
from server.core.rows import audit_rows, change_rows, erasing_rows, village_rows
from shared import protocol as p
from shared.checks_anggota import FIELDS

Record = dict[str, Any]

NOT_EDITED = ("id", "versi", "desa", "diubah")
"""What every edit says, and nobody means as a change."""


@dataclass(frozen=True)
class Editor:
    """Who edits: a phone (``device``), or a person at the desk."""

    desa: str
    nama: str
    device: str | None = None


def take_in(
    db: Db, record: Record, ident: str, versi: int, editor: Editor, at: datetime
) -> str | None:
    """The protocol's word on this edit; None when the member belongs to another village."""
    text = as_text(record)
    digest = hashlib.sha256(text.encode()).hexdigest()
    member = village_rows.member(db, ident)
    if member is not None and member.desa != editor.desa:
        return None
    # An edit that was under way when somebody was erased must not bring the name back.
    if village_rows.member_sent(db, ident, versi, digest) or erasing_rows.is_erased(db, ident):
        return p.ALREADY_HAVE
    merged = record
    if member is not None:
        base = village_rows.member_at(db, ident, versi - 1)
        merged = merge(json.loads(base) if base else {}, json.loads(member.message), record)
        merged["versi"] = max(versi, member.versi + 1)
    row = {
        "desa": editor.desa, "versi": merged["versi"], "nama": merged["nama"],
        "status": merged["status"], "message": as_text(merged), "changed_at": at,
    }  # fmt: skip
    village_rows.put_member(db, ident, row, new=member is None)
    sent = text if editor.device else as_text({**record, "oleh": editor.nama})
    village_rows.add_member_version(
        db,
        {
            "anggota": ident, "versi": merged["versi"], "sent_versi": versi, "digest": digest,
            "sent": sent, "message": as_text(merged), "device": editor.device, "at": at,
        },
    )  # fmt: skip
    _forget_nik(db, merged, editor, at)
    _tell(db, editor, at, merged, unchanged=as_text(merged) == text)
    return p.ACCEPTED


def merge(base: Record, current: Record, sent: Record) -> Record:
    """``current`` with every field that the sender changed against ``base``."""
    return {
        name: sent[name]
        if name in ("id", "desa", "diubah") or name not in base or differ(sent[name], base[name])
        else current.get(name)
        for name in FIELDS
    }


def differ(one: Any, other: Any) -> bool:
    """Whether two values say different things; the ways to leave a field empty all say one."""
    return _plain(one) != _plain(other)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, Any]", value).items()
        return {name: said for name, part in pairs if (said := _plain(part)) is not None} or None
    return None if value in ("", [], False) else value


def _forget_nik(db: Db, merged: Record, editor: Editor, at: datetime) -> None:
    """Who has left has no NIK here any more, whoever wrote it down."""
    if merged["status"] == "berhenti" and roster_rows.drop_nik(db, merged["id"]):
        audit_rows.add(db, at, editor.nama, "nik_deleted", merged["id"], "berhenti")


def _tell(db: Db, editor: Editor, at: datetime, merged: Record, *, unchanged: bool) -> None:
    """Everyone hears of the merged record; the sender only when it differs from what it sent."""
    change_rows.add(
        db, editor.desa, "anggota", at, data=as_text(merged), ref=merged["id"],
        versi=merged["versi"], except_device=editor.device if unchanged else None,
    )  # fmt: skip


def as_text(record: Record) -> str:
    """How a record is stored."""
    return json.dumps(record, sort_keys=True)
