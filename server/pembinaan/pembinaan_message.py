"""A coaching as the protocol's change says it: each village hears its own follow-ups and people."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from server.core.db.database import Db
from server.core.rows import change_rows
from server.pembinaan.rows import pembinaan_rows as rows
from shared.clock import format_time
from shared.pembinaan import StatusPembinaan

Message = dict[str, Any]

KIND = "pembinaan"
_WORDS = ("bentuk", "judul", "tempat", "penyelenggara", "narasumber", "materi", "hasil")


def whole(db: Db, ident: str) -> Message:
    """The record as it stands, with everybody's follow-ups and people."""
    row = rows.find(db, ident) or {}
    return {
        "id": ident,
        "versi": row["versi"],
        **{name: row[name] for name in _WORDS},
        "mulai": format_time(row["mulai"]) if row["mulai"] else None,
        "selesai": format_time(row["selesai"]) if row["selesai"] else None,
        "jp": row["jp"],
        "status": row["status"],
        "desa": [v["desa"] for v in rows.villages(db, ident)],
        "tindak_lanjut": [
            {name: todo[name] for name in ("id", "teks", "desa", "tenggat", "status")}
            for todo in rows.todos(db, ident)
        ],
        "peserta": [{"desa": p["desa"], "nama": p["nama"]} for p in rows.people(db, ident)],
        "laporan": rows.reports(db, ident),
    }


def tell(db: Db, ident: str, desa: Iterable[str], at: datetime) -> None:
    """The version that was sent last, to these villages, with where their part stands by now."""
    row = rows.find(db, ident) or {}
    text = rows.message(db, ident, row["sent_versi"]) if row["sent_versi"] else None
    if text is None:
        return
    sent: Message = json.loads(text)
    for kode in desa:
        data = json.dumps(_for_village(db, sent, kode), ensure_ascii=False)
        change_rows.add(db, kode, KIND, at, data=data, ref=ident, versi=row["sent_versi"])


def _for_village(db: Db, sent: Message, desa: str) -> Message:
    mine = {v["desa"]: v for v in rows.villages(db, sent["id"])}.get(desa)
    now = {todo["id"]: todo for todo in rows.todos(db, sent["id"])}
    todos = [_todo(todo, now.get(todo["id"])) for todo in sent["tindak_lanjut"]]
    told = {name: value for name, value in sent.items() if name != "laporan"}
    if desa not in sent["desa"]:
        # Left out after it had been invited: for this village it does not take place.
        told |= {"status": StatusPembinaan.DIBATALKAN}
    return {
        **told,
        "tindak_lanjut": [todo for todo in todos if todo["desa"] == desa],
        # As they stand now: the village itself says who of its members came.
        "peserta": [p["nama"] for p in rows.people(db, sent["id"]) if p["desa"] == desa],
        "jawaban": mine["jawaban"] if mine else None,
    }


def _todo(sent: Message, now: Message | None) -> Message:
    """A village ticks off between two versions: its word counts at once."""
    if now is None or now["done_at"] is None:
        return sent
    done = {"status": now["status"], "waktu": format_time(now["done_at"]), "oleh": now["done_by"]}
    return {**sent, **done}
