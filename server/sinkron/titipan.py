"""Takes a sealed package in, as if its phone had sent the reports itself: the same checks, the
same rules of ownership, the same receipts. Twice is once.

The phone that sealed it hears of it at its own next sync: `already_have`, with the receipt.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from server.core import strict_json
from server.core.commands import OPERATOR
from server.core.context import Context
from server.core.devices import Device
from server.core.files.jpeg import JpegError
from server.core.files.object_store import WrongBytesError
from server.core.files.photo_files import PhotoKey
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.core.sync_call import Sent
from server.laporan.rows import photo_rows
from server.sinkron.sync import laporan_step
from server.sinkron.titipan_reading import Package, open_package
from shared.protocol import ACCEPTED, ALREADY_HAVE, MAX_PHOTO_BYTES, REFUSED, STALE
from shared.roles import Permission
from shared.titipan import LAPORAN


@dataclass(frozen=True)
class Taken:
    """What came of a package: reports by the server's word, photos new, known and turned away."""

    desa: str
    nama: str
    laporan: int
    accepted: int
    known: int
    refused: int
    photos: int
    photos_known: int
    photos_refused: int


def take_in(ctx: Context, path: Path, by: str = OPERATOR) -> Taken:
    """A package that lies in a file; raises a SealedFileError, and then nothing has changed."""
    with path.open("rb") as file:
        return take_in_open(ctx, file, path.stat().st_size, by)


def take_in_at_desk(ctx: Context, account: Account, file: BinaryIO, size: int) -> Taken:
    """The same for somebody at the desk."""
    permit(account, Permission.MANAGE_DEVICES)
    return take_in_open(ctx, file, size, account.username)


def take_in_open(ctx: Context, file: BinaryIO, size: int, by: str) -> Taken:
    """The same for a file that is open; it is read twice."""
    package = open_package(ctx, file, size)
    at = ctx.clock.now()
    texts: Counter[str] = Counter()
    photos: Counter[str] = Counter()
    for letter, data in package.contents():
        if letter == LAPORAN:
            texts[_laporan(ctx, package.device, data, at)] += 1
        else:
            photos[_photo(ctx, package.device.desa, data, at)] += 1
    taken = _summed(package, texts, photos)
    _write_down(ctx, package.device, taken, by, at)
    _count(ctx, texts, taken)
    ctx.bell.ring()
    return taken


def _laporan(ctx: Context, device: Device, data: bytes, at: datetime) -> str:
    """One report, through the very way of a sync."""
    try:
        text = data.decode()
        sent = Sent(strict_json.loads(text), text)
    except ValueError:
        return REFUSED
    step = laporan_step(ctx.wilayah, sent, device, at)
    with ctx.database.write() as db:
        return step(db).state


def _photo(ctx: Context, desa: str, data: bytes, at: datetime) -> str:
    """One photo: taken only if a report of that desa names it, in just that size."""
    key = PhotoKey(desa, hashlib.sha256(data).hexdigest())
    named = photo_rows.find(ctx.database, *key)
    if named is None or named[0] != len(data) or len(data) > MAX_PHOTO_BYTES:
        return REFUSED
    if ctx.photos.whole_size(key, len(data)) is not None:
        return ALREADY_HAVE
    try:
        ctx.photos.put(key, data)
    except (WrongBytesError, JpegError):
        return REFUSED
    with ctx.database.write() as db:
        photo_rows.mark_whole(db, *key, len(data), at)
    return ACCEPTED


def _summed(package: Package, texts: Counter[str], photos: Counter[str]) -> Taken:
    return Taken(
        desa=package.device.desa,
        nama=package.device.nama,
        laporan=package.laporan,
        accepted=texts[ACCEPTED],
        known=texts[ALREADY_HAVE] + texts[STALE],
        refused=texts[REFUSED],
        photos=photos[ACCEPTED],
        photos_known=photos[ALREADY_HAVE],
        photos_refused=photos[REFUSED],
    )


def _count(ctx: Context, texts: Counter[str], taken: Taken) -> None:
    for state, number in texts.items():
        ctx.meters.count("reports_total", state, number)
    ctx.meters.count("photos_total", number=taken.photos)
    ctx.meters.count("packages_total")


def _write_down(ctx: Context, device: Device, taken: Taken, by: str, at: datetime) -> None:
    detail = f"{taken.laporan} laporan ({taken.accepted} baru), {taken.photos} foto baru"
    with ctx.database.write() as db:
        audit_rows.add(db, at, by, "titipan_taken", device.id, detail)
