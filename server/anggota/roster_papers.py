"""Papers of the roster: the list, the attachment of a decree, who turns 60, years of service."""

from __future__ import annotations

from typing import Literal

from server.anggota import roster_page, teks
from server.anggota.papers import roster_list
from server.anggota.roster_listings import LISTINGS, About
from server.core import office
from server.core.context import Context
from server.core.permit import permit
from server.core.rows import audit_rows, desa_rows
from server.core.sessions import Account
from server.laporan.laporan_paper import PaperFile
from shared.clock import WITA
from shared.codec import decode
from shared.documents.letterhead import office_of
from shared.roles import Permission
from shared.satlinmas import Anggota, DataDesa

Kind = Literal["anggota", "sk", "usia", "bakti"]
Form = Literal["pdf", "xlsx"]


def paper(ctx: Context, account: Account, kind: Kind, form: Form, desa: str | None) -> PaperFile:
    """One of the four, of one village or of all."""
    permit(account, Permission.READ_ANGGOTA)
    permit(account, Permission.EXPORT)
    now = ctx.clock.now()
    today = now.astimezone(WITA).date()
    kecamatan = office_of(ctx.wilayah, office.read(ctx))
    lines = [line for line in roster_page.all_lines(ctx, desa) if _belongs(kind, line.anggota)]
    with ctx.database.write() as db:
        village = decode(DataDesa, desa_rows.newest(db, desa)[1]) if desa else DataDesa()
        detail = f"{kind}.{form}, {len(lines)} orang"
        audit_rows.add(db, now, account.username, "anggota_exported", desa, detail)
    listing = LISTINGS[kind](About(ctx.wilayah, lines, desa, village, kecamatan, today))
    name = (
        f"{teks.NAMA_BERKAS[kind]}{f' Desa {ctx.wilayah.nama_desa(desa)}' if desa else ''}.{form}"
    )
    if form == "pdf":
        return PaperFile(name, roster_list.pdf(listing, kecamatan, now))
    return PaperFile(name, roster_list.xlsx(listing, teks.NAMA_LEMBAR[kind]))


def _belongs(kind: Kind, one: Anggota) -> bool:
    """The list names all, the others those who serve."""
    return kind == "anggota" or one.status == "aktif"
