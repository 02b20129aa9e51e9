"""What a village does with a coaching: answers the invitation, says who came, ticks off a task."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from server.core.db.database import Db
from server.core.devices import Device
from server.core.rows import village_rows
from server.laporan.rows import photo_rows
from server.pembinaan import pembinaan_message
from server.pembinaan.pembinaan import Person, present
from server.pembinaan.rows import pembinaan_rows as rows
from shared import protocol as p
from shared.checks_act import ATTENDANCE, FOLLOW_UP_DONE, INVITATION_REPLY
from shared.pembinaan import StatusTindakLanjut
from shared.protocol import Gap

Message = dict[str, Any]


def ref_gap(db: Db, message: Message, device: Device) -> Gap | None:
    """What is wrong with what the act names; None when it can be carried out."""
    ref = str(message.get("ref"))
    if message["kind"] == FOLLOW_UP_DONE:
        todo = rows.todo(db, ref)
        if todo is None:
            return Gap("ref", p.UNKNOWN_VALUE)
        return _gap(db, device, todo["pembinaan"], todo["desa"])
    gap = _gap(db, device, ref, device.desa)
    if gap is None and message["kind"] == ATTENDANCE:
        return _people_gap(db, message["data"]["anggota"], device)
    return gap


def carry_out(db: Db, message: Message, device: Device, at: datetime) -> None:
    """The act has been found right and is stored: what follows from it."""
    ref, data = str(message["ref"]), message["data"]
    if message["kind"] == FOLLOW_UP_DONE:
        ref = _done(db, ref, data, device, at)
    elif message["kind"] == INVITATION_REPLY:
        said = {
            "jawaban": data["jawaban"], "jawaban_teks": data.get("teks") or "",
            "jawaban_at": at, "jawaban_oleh": device.nama,
        }  # fmt: skip
        rows.answer(db, ref, device.desa, said)
    elif message["kind"] == ATTENDANCE:
        present(db, ref, [_person(db, ident, device) for ident in data["anggota"]])
    pembinaan_message.tell(db, ref, [device.desa], at)


def _gap(db: Db, device: Device, ident: str, desa: str) -> Gap | None:
    row = rows.find(db, ident)
    if row is None or not row["sent_versi"]:
        return Gap("ref", p.UNKNOWN_VALUE)
    mine = any(v["desa"] == device.desa for v in rows.villages(db, row["id"]))
    return None if mine and desa == device.desa else Gap("ref", p.OTHER_DESA)


def _people_gap(db: Db, idents: list[str], device: Device) -> Gap | None:
    for number, ident in enumerate(idents):
        member = village_rows.member(db, ident)
        if member is None or member.desa != device.desa:
            code = p.UNKNOWN_VALUE if member is None else p.OTHER_DESA
            return Gap(f"data.anggota.{number}", code)
    return None


def _person(db: Db, ident: str, device: Device) -> Person:
    member = village_rows.member(db, ident)
    record: Message = json.loads(member.message) if member else {}
    return Person(device.desa, str(record.get("nama", "")), ident, str(record.get("jabatan", "")))


def _done(db: Db, ident: str, data: Message, device: Device, at: datetime) -> str:
    """The first phone's word stands; a second one's is kept among the acts."""
    todo = rows.todo(db, ident) or {}
    if todo["status"] == StatusTindakLanjut.BELUM:
        said = {
            "status": StatusTindakLanjut.SELESAI, "done_at": at, "done_by": device.nama,
            "done_teks": data["teks"],
        }  # fmt: skip
        rows.change_todo(db, ident, said)
        foto: list[Message] = data.get("foto") or []
        photo_rows.name_photos(db, device.desa, [(f["sha256"], f["size"]) for f in foto])
        rows.add_todo_photos(
            db,
            [
                {
                    "tindak_lanjut": ident, "urutan": number, "desa": device.desa,
                    "sha256": one["sha256"], "size": one["size"],
                    "keterangan": one.get("keterangan") or "",
                    "sensitif": bool(one.get("sensitif")),
                }
                for number, one in enumerate(foto)
            ],
        )  # fmt: skip
    return str(todo["pembinaan"])
