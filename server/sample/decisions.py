"""What Kasi Trantib (contoh) did with the sample reports: verified them, or asked for more."""

from __future__ import annotations

import json
import uuid
from typing import Any

from server.core.context import Context
from server.core.db.database import Db
from server.core.rows import audit_rows, change_rows
from server.laporan.rows import feedback_rows
from server.laporan.rows import laporan_writing as writing
from server.sample.reports import Decision
from shared.clock import format_time
from shared.laporan import Laporan
from shared.status import Status

BY = "Kasi Trantib (contoh)"


def decide(ctx: Context, laporan: Laporan, decision: Decision) -> None:
    """Write the decision down and tell the village's phones."""
    status = Status.DIVERIFIKASI if decision.verified else Status.PERLU_PERBAIKAN
    with ctx.database.write() as db:
        head = writing.head(db, laporan.id)
        if head is None:
            return
        standing = {"status": status, "status_at": decision.at, "status_by": BY}
        writing.change(db, laporan.id, standing)
        if not decision.verified:
            _give_feedback(db, laporan, decision)
        told = {
            "laporan": laporan.id, "versi": laporan.versi, "status": status,
            "waktu": format_time(decision.at), "oleh": BY, "resi": head.resi,
        }  # fmt: skip
        _tell(db, laporan, "status", told, decision)
        audit_rows.add(db, decision.at, BY, f"laporan_{status}", laporan.id)


def _give_feedback(db: Db, laporan: Laporan, decision: Decision) -> None:
    said = {
        "id": str(uuid.uuid5(uuid.UUID(laporan.id), decision.note)), "laporan": laporan.id,
        "versi": laporan.versi, "field": decision.field, "foto": None, "text": decision.note,
    }  # fmt: skip
    feedback_rows.add(db, {**said, "desa": laporan.desa, "at": decision.at, "by": BY})
    note = {**said, "waktu": format_time(decision.at), "oleh": BY}
    _tell(db, laporan, "feedback", note, decision)


def _tell(db: Db, laporan: Laporan, kind: str, data: dict[str, Any], decision: Decision) -> None:
    text = json.dumps(data, ensure_ascii=False)
    change_rows.add(db, laporan.desa, kind, decision.at, data=text, ref=laporan.id)
