"""One report as the letter of its village, with its photos: the same that its phone makes."""

from __future__ import annotations

from dataclasses import dataclass

from server.core import settings
from server.core.context import Context
from server.core.files.photo_files import PhotoKey
from server.core.permit import permit
from server.core.sessions import Account
from server.laporan.read_laporan import detail
from shared.codec import decode_laporan
from shared.documents.laporan_pdf import file_name, laporan_pdf
from shared.roles import Permission
from shared.sensitif import may_leave


@dataclass(frozen=True)
class PaperFile:
    """A finished file and what to call it."""

    name: str
    data: bytes


def laporan_paper(ctx: Context, account: Account, ident: str) -> PaperFile | None:
    """The version in force; None when there is no such report."""
    permit(account, Permission.EXPORT)
    found = detail(ctx, ident)
    if found is None:
        return None
    laporan, resi = decode_laporan(found.message), found.line.resi
    with ctx.database.read() as db:
        known = settings.read_for(db, laporan.desa)

    printed = {foto.sha256 for foto in may_leave(laporan.foto)}

    def photo(sha256: str) -> bytes | None:
        key = PhotoKey(laporan.desa, sha256)
        return photo_bytes(ctx, key) if sha256 in printed else None

    return PaperFile(
        file_name(ctx.wilayah, laporan, resi), laporan_pdf(ctx.wilayah, laporan, resi, known, photo)
    )


def photo_bytes(ctx: Context, key: PhotoKey) -> bytes | None:
    """A photo that has arrived as a whole."""
    path = ctx.photos.file(key)
    return path.read_bytes() if path is not None else None
