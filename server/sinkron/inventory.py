"""Heals a server that was put back to an older copy: both sides compare what they hold."""

from __future__ import annotations

from collections.abc import Sequence

from server.core.context import Matched
from server.core.db.database import Db
from server.core.devices import Device
from server.core.sync_call import Inventory
from server.laporan.rows import laporan_writing as writing
from shared.protocol import inventory_digest

MATCH = "match"
SEND_LIST = "send_list"


def compare(db: Db, matched: Matched, device: Device, said: Inventory) -> str:
    """Whether the phone must send its list next time.

    A phone that says what was found true already is believed without reading all it delivered, as
    long as the number of its reports is the same; a restart, and so a restore, begins anew.
    """
    claim = (writing.how_many_delivered(db, device.id), said.count, said.digest.lower())
    if matched.get(device.id) == claim:
        return MATCH
    held = writing.delivered_by(db, device.id)
    if len(held) != said.count or inventory_digest(held) != claim[2]:
        return SEND_LIST
    matched[device.id] = claim
    return MATCH


def settle(db: Db, device: Device, listed: Sequence[tuple[str, int]]) -> list[str]:
    """What the phone must queue again; of the rest its list is taken over, so that both agree.

    Nothing that was delivered is forgotten: what the list leaves out is not compared any more, and
    what it names in a newer version is asked for; their photos are still waited for.
    """
    wanted: dict[str, int] = {}
    for ident, versi in listed:
        wanted[ident] = max(versi, wanted.get(ident, 0))
    have = writing.versions_of_desa(db, device.desa)
    agreed = {ident: versi for ident, versi in wanted.items() if have.get(ident, -1) >= versi}
    held = writing.noted_of(db, device.id)
    left_out = [ident for ident in held if ident not in wanted]
    fresh = {ident: versi for ident, versi in agreed.items() if ident not in held}
    other = {
        ident: versi
        for ident, versi in agreed.items()
        if ident in held and held[ident] != (versi, True)
    }
    writing.add_all_delivered(db, device.id, fresh)
    writing.set_all_delivered(db, device.id, other)
    writing.leave_out_delivered(db, device.id, left_out)
    return [ident for ident in wanted if ident not in agreed]
