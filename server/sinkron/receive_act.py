"""Takes an act in, once by its id."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from server.anggota import village_data
from server.core.db.database import Db
from server.core.devices import Device
from server.core.rows import village_rows
from server.core.sync_call import Sent, named
from server.inovasi import complaints, survey
from server.sinkron import receive_pembinaan
from shared import protocol as p
from shared.checks_act import COMPLAINT, SURVEY, VILLAGE_DATA, act_gaps
from shared.protocol import Gap, Result
from shared.wilayah import Wilayah

_OF_VILLAGE = (VILLAGE_DATA, SURVEY, COMPLAINT)


def take_in(wilayah: Wilayah, db: Db, sent: Sent, device: Device, at: datetime) -> Result:
    """The server's word on one act."""
    ident, _ = named(sent.message)
    found = act_gaps(sent.message)
    if found or ident is None:
        return Result(ident or "", None, p.REFUSED, None, tuple(found))
    before = village_rows.act_desa(db, ident)
    if before is not None:
        return _before(ident, before, device)
    gap = _ref_gap(wilayah, db, sent.message, device)
    if gap is not None:
        return Result(ident, None, p.REFUSED, None, (gap,))
    if sent.message["kind"] == SURVEY:
        gap = survey.receive(db, sent.message["data"], device, at)
        if gap is not None:
            return Result(ident, None, p.REFUSED, None, (gap,))
    village_rows.add_act(db, _row(ident, sent, device, at))
    _carry_out(db, sent.message, device, at)
    return Result(ident, None, p.ACCEPTED)


def _row(ident: str, sent: Sent, device: Device, at: datetime) -> dict[str, Any]:
    """What is kept of an act. Of a survey only that it came: the answers belong to nobody."""
    kind = sent.message["kind"]
    text = json.dumps({"id": ident, "kind": kind}) if kind == SURVEY else sent.text
    return {
        "id": ident, "desa": device.desa, "kind": kind, "ref": sent.message.get("ref"),
        "message": text, "device": device.id, "at": at,
    }  # fmt: skip


def _carry_out(db: Db, message: dict[str, Any], device: Device, at: datetime) -> None:
    """What follows from an act that has been taken in; a survey's answers are stored already."""
    kind = message["kind"]
    if kind == VILLAGE_DATA:
        village_data.receive(db, message["data"], device.desa, device.nama, at)
    elif kind == COMPLAINT:
        complaints.receive(db, message, device, at)
    elif kind != SURVEY:
        receive_pembinaan.carry_out(db, message, device, at)


def _before(ident: str, desa: str, device: Device) -> Result:
    if desa != device.desa:
        return Result(ident, None, p.REFUSED, None, (Gap("id", p.OTHER_DESA),))
    return Result(ident, None, p.ALREADY_HAVE)


def _ref_gap(wilayah: Wilayah, db: Db, message: dict[str, Any], device: Device) -> Gap | None:
    """What is of the village itself may name its desa or nothing; the rest names a coaching."""
    ref = message.get("ref")
    if message["kind"] not in _OF_VILLAGE:
        return receive_pembinaan.ref_gap(db, message, device)
    return None if ref in (None, "", device.desa) else Gap("ref", _other(wilayah, ref))


def _other(wilayah: Wilayah, ref: Any) -> str:
    return p.OTHER_DESA if ref in wilayah.by_kode else p.UNKNOWN_VALUE
