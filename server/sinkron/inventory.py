"""Heals a server that was put back to an older copy: both sides compare what they hold."""

from __future__ import annotations

from collections.abc import Sequence

from server.core.db.database import Db
from server.core.devices import Device
from server.core.sync_call import Inventory
from server.laporan.rows import laporan_writing as writing
from shared.protocol import inventory_digest

MATCH = "match"
SEND_LIST = "send_list"


def compare(db: Db, device: Device, said: Inventory) -> str:
    """Whether the phone must send its list next time."""
    held = writing.delivered_by(db, device.id)
    same = len(held) == said.count and inventory_digest(held) == said.digest.lower()
    return MATCH if same else SEND_LIST


def settle(db: Db, device: Device, listed: Sequence[tuple[str, int]]) -> list[str]:
    """What the phone must queue again; of the rest its list is taken over, so that both agree."""
    have = writing.versions_of_desa(db, device.desa)
    resend = [ident for ident, versi in listed if have.get(ident, 0) < versi]
    agreed = {ident: versi for ident, versi in listed if have.get(ident, 0) >= versi}
    held = dict(writing.delivered_by(db, device.id))
    writing.forget_delivered(db, device.id, held.keys() - agreed.keys())
    for ident, versi in agreed.items():
        if ident not in held:
            writing.note_delivered(db, device.id, ident, versi)
        elif held[ident] != versi:
            writing.set_delivered(db, device.id, ident, versi)
    return list(dict.fromkeys(resend))
