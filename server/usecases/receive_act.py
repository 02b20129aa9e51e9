"""Takes an act in, once by its id."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from server.store import village_rows
from server.store.database import Db
from server.usecases import receive_pembinaan, village_data
from server.usecases.devices import Device
from server.usecases.sync_call import Sent, named
from shared import protocol as p
from shared.checks_act import VILLAGE_DATA, act_gaps
from shared.protocol import Gap, Result
from shared.wilayah import KODE


def take_in(db: Db, sent: Sent, device: Device, at: datetime) -> Result:
    """The server's word on one act."""
    ident, _ = named(sent.message)
    found = act_gaps(sent.message)
    if found or ident is None:
        return Result(ident or "", None, p.REFUSED, None, tuple(found))
    before = village_rows.act_desa(db, ident)
    if before is not None:
        return _before(ident, before, device)
    gap = _ref_gap(db, sent.message, device)
    if gap is not None:
        return Result(ident, None, p.REFUSED, None, (gap,))
    row = {
        "id": ident, "desa": device.desa, "kind": sent.message["kind"],
        "ref": sent.message.get("ref"), "message": sent.text, "device": device.id, "at": at,
    }  # fmt: skip
    village_rows.add_act(db, row)
    if sent.message["kind"] == VILLAGE_DATA:
        village_data.receive(db, sent.message["data"], device.desa, device.nama, at)
    else:
        receive_pembinaan.carry_out(db, sent.message, device, at)
    return Result(ident, None, p.ACCEPTED)


def _before(ident: str, desa: str, device: Device) -> Result:
    if desa != device.desa:
        return Result(ident, None, p.REFUSED, None, (Gap("id", p.OTHER_DESA),))
    return Result(ident, None, p.ALREADY_HAVE)


def _ref_gap(db: Db, message: dict[str, Any], device: Device) -> Gap | None:
    """Village data may name its desa or nothing; the rest names a pembinaan or a follow-up."""
    ref = message.get("ref")
    if message["kind"] != VILLAGE_DATA:
        return receive_pembinaan.ref_gap(db, message, device)
    return None if ref in (None, "", device.desa) else Gap("ref", _other(ref))


def _other(ref: Any) -> str:
    return p.OTHER_DESA if ref in KODE else p.UNKNOWN_VALUE
