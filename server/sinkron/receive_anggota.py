"""Takes a phone's roster change in; the merging is `roster_merge`'s."""

from __future__ import annotations

from datetime import datetime

from server.anggota import roster_merge
from server.anggota.roster_merge import Editor, Record
from server.core.db.database import Db
from server.core.devices import Device
from server.core.sync_call import Sent, is_elsewhere, named
from shared import protocol as p
from shared.checks_anggota import FIELDS, anggota_gaps
from shared.protocol import Gap, Result


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
    editor = Editor(device.desa, device.nama, device.id)
    state = roster_merge.take_in(db, record, ident, versi, editor, at)
    if state is None:
        return Result(ident, versi, p.REFUSED, None, (Gap("id", p.OTHER_DESA),))
    return Result(ident, versi, state)
