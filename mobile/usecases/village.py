"""What the village says of itself: what the kecamatan knows, with what still waits to be sent."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, fields
from typing import Any

from mobile.domain.deed import Deed
from mobile.ports import SyncReason
from mobile.usecases.phone import Phone, off_loop
from shared.checks_act import VILLAGE_DATA
from shared.checks_desa import desa_gaps
from shared.codec import decode, encode
from shared.protocol import Gap
from shared.satlinmas import DataDesa

NAMES = tuple(field.name for field in fields(DataDesa))


@dataclass(frozen=True)
class Village:
    """The village's own data as the person sees them."""

    data: DataDesa
    waiting: bool = False
    refused: bool = False


async def village(phone: Phone) -> Village:
    """What is known and what was changed here."""
    return await off_loop(_village, phone)


async def save(phone: Phone, data: DataDesa) -> tuple[Gap, ...]:
    """Keep what was changed and send it; the gaps when something stands against it.

    Raises StoreError, and then nothing has changed.
    """
    found = tuple(desa_gaps(encode(data)))
    if found:
        return found
    before = encode((await village(phone)).data)
    changed = {name: value for name, value in encode(data).items() if before[name] != value}
    if changed:
        desa = phone.identity().desa_kode
        deed = Deed(str(uuid.uuid4()), VILLAGE_DATA, desa, phone.now(), changed)
        await off_loop(phone.deeds.put, deed)
        phone.feed.tell()
        phone.sync.request_sync(SyncReason.TIMER)
    return ()


def _village(phone: Phone) -> Village:
    known: dict[str, Any] = dict(phone.state.sync_state().settings.get("desa_data") or {})
    deeds = [deed for deed in phone.deeds.all() if deed.kind == VILLAGE_DATA and not deed.draft]
    for deed in deeds:
        if not deed.problems:
            known |= deed.data
    data = decode(DataDesa, {name: known[name] for name in NAMES if name in known})
    waiting = any(deed.waiting for deed in deeds)
    return Village(data, waiting, any(deed.problems for deed in deeds))
