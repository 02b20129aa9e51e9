"""Photos of a coaching: taken in from a camera's picture, and shown to who may see them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from server.core.context import Context
from server.core.files import jpeg
from server.core.files.photo_files import PhotoKey
from server.core.permit import permit
from server.core.sessions import Account
from server.laporan.rows import photo_rows
from server.pembinaan.pembinaan import writing
from server.pembinaan.rows import pembinaan_rows as rows
from shared.roles import Permission, can

MOST = 20
MOST_BYTES = 25 * 1024 * 1024


class PhotoRefusedError(Exception):
    """The picture was not taken: choose a smaller one, or remove one first."""


def add(ctx: Context, account: Account, ident: str, data: bytes) -> str:
    """Keep a picture, reduced and without metadata, in the kecamatan's own folder.

    Raises PhotoRefusedError or, for what is no sound picture, a PhotoError.
    """
    permit(account, Permission.WRITE_PEMBINAAN)
    if len(data) > MOST_BYTES:
        raise PhotoRefusedError
    reduced = jpeg.reduced(data)
    key = PhotoKey(ctx.wilayah.kode, hashlib.sha256(reduced).hexdigest())
    if ctx.photos.whole_size(key, len(reduced)) is None:
        ctx.photos.append(key, 0, reduced)
        ctx.photos.finish(key)
    with writing(ctx, account, ident) as db:
        have = [f["sha256"] for f in rows.photos(db, ident)]
        if len(have) >= MOST:
            raise PhotoRefusedError
        if key.sha256 not in have:
            photo_rows.name_photos(db, key.desa, [(key.sha256, len(reduced))])
            photo_rows.mark_whole(db, *key, len(reduced), ctx.clock.now())
            rows.add_photo(db, ident, key.sha256, len(reduced))
    return key.sha256


def remove(ctx: Context, account: Account, ident: str, sha256: str) -> None:
    """The photo does not belong to it; its file stays with the kecamatan."""
    with writing(ctx, account, ident) as db:
        rows.drop_photo(db, ident, sha256)


def path(ctx: Context, account: Account, ident: str, sha256: str, *, small: bool) -> Path | None:
    """The file of a photo of this coaching or of its follow-ups; None: there is none for them."""
    if not can(account.role, Permission.READ_PEMBINAAN):
        return None
    with ctx.database.read() as db:
        todos = [t["id"] for t in rows.todos(db, ident)]
        own = [{**f, "desa": ctx.wilayah.kode} for f in rows.photos(db, ident)]
        named = [f for f in (*own, *rows.todo_photos(db, todos)) if f["sha256"] == sha256]
    if not named:
        return None
    if any(f["sensitif"] for f in named) and not can(account.role, Permission.SEE_SENSITIF):
        return None
    key = PhotoKey(named[0]["desa"], sha256)
    return ctx.photos.small(key) if small else ctx.photos.file(key)
