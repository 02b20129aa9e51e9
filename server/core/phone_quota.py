"""How much one phone may send in an hour: what a village can produce, and no more.

The figures are settings of the desk. A phone that has sent as much is told when to come again;
nothing of what it has is lost by that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from server.core.context import Context
from server.core.db.database import Db
from server.core.rate_limit import Quota
from server.core.rows import settings_rows
from shared.titipan import MAX_BYTES

DEFAULTS = {"kuota_kiriman": 300, "kuota_anggota": 600, "kuota_foto_mb": 64}
"""Reports and acts, changes of the roster, megabytes of photos."""
PACKAGES = Quota("hp-titipan", 3 * MAX_BYTES)
"""Bytes of packages that a phone carries for others."""
MB = 1024 * 1024


class QuotaError(Exception):
    """Come back after ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Quotas(NamedTuple):
    """The rules as they stand."""

    items: Quota
    members: Quota
    photos: Quota


def quotas(db: Db) -> Quotas:
    """As the desk has set them."""
    said = settings_rows.known(settings_rows.some(db, tuple(DEFAULTS)), DEFAULTS)
    return Quotas(
        Quota("hp-kiriman", said["kuota_kiriman"]),
        Quota("hp-anggota", said["kuota_anggota"]),
        _of_photos(said["kuota_foto_mb"]),
    )


def _of_photos(megabytes: int) -> Quota:
    return Quota("hp-foto", megabytes * MB)


def take_items(db: Db, device: str, items: int, members: int, now: datetime) -> None:
    """Before a call is taken in; QuotaError when it is too much, and then nothing is counted."""
    if not items and not members:
        return
    rules = quotas(db)
    wait = rules.items.take_in(db, device, items, now) if items else 0
    if not wait and members:
        wait = rules.members.take_in(db, device, members, now)
    if wait:
        raise QuotaError(wait)


def ask_photo(ctx: Context, device: str, waiting: Callable[[str], int]) -> None:
    """Before a photo's bytes are read; QuotaError when so many have come already.

    ``waiting`` says how many of them are counted, but not written yet.
    """
    most = settings_rows.glance(ctx.database, "kuota_foto_mb")
    rule = _of_photos(int(settings_rows.value_of(most)) if most else DEFAULTS["kuota_foto_mb"])
    if wait := rule.wait(ctx, device, more=lambda: waiting(device)):
        raise QuotaError(wait)


def note_photos(db: Db, came: Mapping[str, int], now: datetime) -> None:
    """So many bytes have come of each phone, whether the photos are whole or their links broke."""
    if came:
        rule = quotas(db).photos
        for device, count in came.items():
            rule.add(db, device, count, now)


def ask_package(ctx: Context, device: str) -> None:
    """The same for packages."""
    if wait := PACKAGES.wait(ctx, device):
        raise QuotaError(wait)


def note_package(ctx: Context, device: str, count: int) -> None:
    """So many bytes of packages have come."""
    if count:
        with ctx.database.write(durable=False) as db:
            PACKAGES.add(db, device, count, ctx.clock.now())
