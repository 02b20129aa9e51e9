"""What a village says of itself besides its members: edited at the desk and on its phones.

Merged field by field like the roster; every phone of the village hears of it within `settings`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from server.anggota.roster_merge import differ
from server.core import settings
from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit
from server.core.rows import audit_rows, change_rows, desa_rows
from server.core.rows.desa_rows import DesaVersion
from server.core.sessions import Account
from shared.checks_desa import desa_gaps
from shared.codec import decode, encode
from shared.protocol import Gap
from shared.roles import Permission
from shared.satlinmas import DataDesa

NAMES = tuple(field.name for field in fields(DataDesa))


class VillageError(Exception):
    """Nothing was changed: mend what stands in ``gaps``, or choose a village that there is."""

    def __init__(self, gaps: tuple[Gap, ...] = ()) -> None:
        super().__init__(gaps)
        self.gaps = gaps


@dataclass(frozen=True)
class VillageStep:
    """One version: who wrote it, and which fields changed."""

    versi: int
    at: datetime
    by: str
    changes: tuple[tuple[str, Any, Any], ...]


@dataclass(frozen=True)
class VillagePage:
    """The record of one village with its history, newest first."""

    desa: str
    versi: int
    data: DataDesa
    history: tuple[VillageStep, ...]


def page(ctx: Context, account: Account, desa: str) -> VillagePage:
    """One village."""
    permit(account, Permission.READ_ANGGOTA)
    if desa not in ctx.wilayah.by_kode:
        raise VillageError
    with ctx.database.read() as db:
        versi, record = desa_rows.newest(db, desa)
        history = _steps(desa_rows.history(db, desa))
    return VillagePage(desa, versi, _data(record), tuple(reversed(history)))


def everything(ctx: Context, account: Account) -> dict[str, DataDesa]:
    """All villages that have said something."""
    permit(account, Permission.READ_ANGGOTA)
    with ctx.database.read() as db:
        return {desa: _data(record) for desa, record in desa_rows.everything(db).items()}


def save(ctx: Context, account: Account, desa: str, data: DataDesa, base_versi: int) -> None:
    """An edit at the desk that was begun on ``base_versi``; what a phone changed since stays."""
    permit(account, Permission.WRITE_DESA)
    wanted = encode(data)
    found = tuple(desa_gaps(wanted))
    if found or desa not in ctx.wilayah.by_kode:
        raise VillageError(found)
    at = ctx.clock.now()
    with ctx.database.write() as db:
        base = {**encode(DataDesa()), **desa_rows.at_version(db, desa, base_versi)}
        changed = {name: wanted[name] for name in NAMES if differ(wanted[name], base.get(name))}
        if _take_in(db, desa, changed, account.nama, at):
            audit_rows.add(db, at, account.username, "desa_changed", desa, ", ".join(changed))
    ctx.bell.ring()


def receive(db: Db, data: dict[str, Any], desa: str, by: str, at: datetime) -> None:
    """A phone's act: the fields that the village changed."""
    _take_in(db, desa, {name: data[name] for name in NAMES if name in data}, by, at)


def _take_in(db: Db, desa: str, changed: dict[str, Any], by: str, at: datetime) -> bool:
    versi, current = desa_rows.newest(db, desa)
    merged = encode(_data({**current, **changed}))
    if merged == current or (not versi and merged == encode(DataDesa())):
        return False
    desa_rows.add_version(db, desa, versi + 1, merged, by, at)
    whole = json.dumps(settings.read_for(db, desa))
    change_rows.add(db, desa, "settings", at, data=whole)
    return True


def _data(record: dict[str, Any]) -> DataDesa:
    return decode(DataDesa, record)


def _steps(rows: list[DesaVersion]) -> list[VillageStep]:
    before: dict[str, Any] = {}
    found: list[VillageStep] = []
    for row in rows:
        after = json.loads(row.message)
        changes = tuple(
            (name, before.get(name), after.get(name))
            for name in NAMES
            if differ(before.get(name), after.get(name))
        )
        found.append(VillageStep(row.versi, row.at, row.by, changes))
        before = after
    return found
