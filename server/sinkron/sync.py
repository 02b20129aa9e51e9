"""One call of POST sync: takes in what a phone sends, answers what it should know."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from server.core import phone_quota, sweeping
from server.core.context import Context
from server.core.db.database import Db
from server.core.devices import Device
from server.core.files.object_store import PhotoFileError, StorageAwayError, WrongFolderError
from server.core.files.photo_files import PhotoKey
from server.core.rows import change_rows, device_rows, village_rows
from server.core.sync_call import Sent, SyncCall
from server.laporan import receive_laporan
from server.laporan.rows import photo_rows
from server.sinkron import inventory, receive_act, receive_anggota
from shared.clock import format_time
from shared.protocol import (
    ACCEPTED,
    MAX_CHANGES_PER_CALL,
    REFUSED,
    Change,
    MissingPhoto,
    Result,
    SyncAnswer,
)
from shared.wilayah import Wilayah

log = logging.getLogger("sinar.kirim")

INT_MAX = 2**31 - 1
MOST_READY = 20
"""Photos of one call whose places are made at once."""
MOST_LOOKS = 20
"""Photos of one call that a store on another machine is asked for."""

MOST_BYTES = 16_000
"""A link that breaks after a few seconds gets an answer of this size; the rest is `more`."""

Step = Callable[[Db], Result]


def sync(ctx: Context, device: Device, call: SyncCall) -> SyncAnswer:
    """All that is accepted is on disk when this returns; QuotaError when it is too much."""
    at = ctx.clock.now()
    results, told = _take_in(ctx, device, call, at)
    if any(result.state == ACCEPTED for result in results):
        ctx.bell.ring()
    return SyncAnswer(
        server_time=format_time(at),
        results=tuple(results),
        missing_photos=_missing(ctx, device, told.lacking, are_new=bool(call.laporan)),
        changes=_readable(told.changes),
        cursor=told.cursor,
        more=told.more,
        inventory=told.inventory,
        resend=tuple(told.resend),
    )


@dataclass
class Told:
    """What the answer says besides the results, as the transactions found it."""

    inventory: str = inventory.MATCH
    resend: Sequence[str] = ()
    lacking: Sequence[tuple[str, int]] = ()
    changes: Sequence[dict[str, Any]] = ()
    cursor: int = 0
    more: bool = False


def _take_in(
    ctx: Context, device: Device, call: SyncCall, at: datetime
) -> tuple[list[Result], Told]:
    """One transaction for each item: the first one counts and compares before it, the last one
    notes the contact and reads what the answer says, so that one report is one sync of the disk.
    """
    results, told, last = list[Result](), Told(), max(1, call.items) - 1
    durable = bool(call.items or call.read or call.inventory_list is not None)
    for number, step in enumerate(_steps(ctx.wilayah, call, device, at) if call.items else (None,)):
        with ctx.database.write(durable=durable) as db:
            if number == 0:
                _open(ctx, db, device, call, told)
            if step is not None:
                results.append(step(db))
            if number == last:
                _note_contact(db, device, call, at)
                _read(db, device, call.cursor, told)
    return results, told


def _open(ctx: Context, db: Db, device: Device, call: SyncCall, told: Told) -> None:
    """Before the call's own items; a list answers the question that led to it."""
    items = len(call.laporan) + len(call.acts)
    phone_quota.take_items(db, device.id, items, len(call.anggota), ctx.clock.now())
    if call.inventory_list is not None:
        told.resend = inventory.settle(db, device, call.inventory_list)
    elif call.inventory is not None:
        told.inventory = inventory.compare(db, ctx.matched, device, call.inventory)


def _read(db: Db, device: Device, cursor: int, told: Told) -> None:
    told.lacking = photo_rows.lacking(db, device.id, device.desa)
    told.changes, told.cursor, told.more = _changes(db, device, cursor)


def _steps(wilayah: Wilayah, call: SyncCall, device: Device, at: datetime) -> Iterator[Step]:
    """Each is examined when its turn comes, before the write lock is asked for."""
    for sent in call.laporan:
        yield laporan_step(wilayah, sent, device, at)
    for sent in call.anggota:
        yield partial(_anggota_step, sent, device, at)
    for sent in call.acts:
        yield partial(_act_step, wilayah, sent, device, at)


def laporan_step(wilayah: Wilayah, sent: Sent, device: Device, at: datetime) -> Step:
    """One report: the checks run here."""
    examined = receive_laporan.examine(sent, device, at)
    if isinstance(examined, Result):
        return lambda _db: examined
    return lambda db: receive_laporan.decide(wilayah, db, examined)


def _anggota_step(sent: Sent, device: Device, at: datetime, db: Db) -> Result:
    return receive_anggota.take_in(db, sent, device, at)


def _act_step(wilayah: Wilayah, sent: Sent, device: Device, at: datetime, db: Db) -> Result:
    return receive_act.take_in(wilayah, db, sent, device, at)


def _note_contact(db: Db, device: Device, call: SyncCall, at: datetime) -> None:
    says = call.device
    values: dict[str, Any] = {"last_contact": at, "cursor": min(call.cursor, INT_MAX)}
    if says.time is not None:
        values["clock_offset_s"] = (says.time - at).total_seconds()
    for name in ("app_version", "queued", "free_mb"):
        if (value := getattr(says, name)) is not None:
            values[name] = min(value, INT_MAX) if isinstance(value, int) else value[:50]
    device_rows.touch(db, device.id, values)
    if call.read:
        village_rows.mark_read(db, device.desa, device.id, call.read, at)


def _changes(db: Db, device: Device, cursor: int) -> tuple[list[dict[str, Any]], int, bool]:
    """What comes after the cursor; one that this server never gave starts over."""
    known, newest = change_rows.stand(db, device.desa, cursor)
    if not known:
        cursor = 0
    if newest <= cursor:
        return [], cursor, False
    found = change_rows.after(db, device.desa, device.id, cursor, MAX_CHANGES_PER_CALL + 1)
    rows = _that_fit(found[:MAX_CHANGES_PER_CALL])
    more = len(rows) < len(found)
    return rows, rows[-1]["seq"] if more else newest, more


def _that_fit(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first one, and what of the others goes through a short link with it."""
    size = 0
    for count, row in enumerate(rows):
        size += len(row["message"] or row["data"] or "")
        if count and size > MOST_BYTES:
            return rows[:count]
    return rows


def _readable(rows: Sequence[dict[str, Any]]) -> tuple[Change, ...]:
    """One that cannot be read must not hold up those behind it, for ever; the doctor names it."""
    read: list[Change] = []
    sweeping.each("perubahan", rows, lambda row: read.append(_change(row)), lambda row: row["seq"])
    return tuple(read)


def _change(row: dict[str, Any]) -> Change:
    return Change(row["seq"], row["kind"], change_rows.data_of(row))


def _missing(
    ctx: Context, device: Device, lacking: Sequence[tuple[str, int]], *, are_new: bool
) -> tuple[MissingPhoto, ...]:
    """A photo that lies there whole is not asked for, though its note may lack.

    A phone takes what is not named for received, and may clear it: where nobody can see what is
    there, or has not looked, the note is believed. Those of a new report will come next.
    """
    looks = len(lacking) if ctx.photos.is_near else MOST_LOOKS
    found: list[MissingPhoto] = []
    to_come: list[PhotoKey] = []
    for number, (sha256, size) in enumerate(lacking):
        key, here = PhotoKey(device.desa, sha256), None
        try:
            if number < looks and ctx.photos.whole_size(key, size) is not None:
                continue
            here = ctx.photos.part_size(key)
        except (StorageAwayError, WrongFolderError):
            looks = 0
        found.append(MissingPhoto(sha256, size, here or 0))
        if here is None:
            to_come.append(key)
    if are_new:
        _make_ready(ctx, to_come[:MOST_READY])
    return tuple(found)


def _make_ready(ctx: Context, to_come: Sequence[PhotoKey]) -> None:
    """Only to be quicker: what is wrong with the folder is told to whoever sends a photo."""
    try:
        ctx.photos.make_ready(to_come)
    except (PhotoFileError, OSError) as error:
        log.warning("Tempat foto belum disiapkan: %r", error)


def summary(answer: SyncAnswer) -> str:
    """For the log: ``2 diterima (JUAI-2026-11-0042, …), 1 ditolak, 3 foto ditunggu``"""
    fresh = [result.resi or "" for result in answer.results if result.state == ACCEPTED]
    refused = sum(result.state == REFUSED for result in answer.results)
    parts = [
        f"{len(fresh)} diterima ({', '.join(filter(None, fresh))})" if fresh else "",
        f"{refused} ditolak" if refused else "",
        f"{len(answer.missing_photos)} foto ditunggu" if answer.missing_photos else "",
    ]
    return ", ".join(filter(None, parts)) or "tidak ada yang baru"
