"""The numbers of the certificates of a coaching: given in order, or written by hand.

CertificateError
├── NoFormatError    the settings have no format of such numbers: fill it in first
└── BadNumberError   too long, or nobody so named took part
"""

from __future__ import annotations

from server.core import office
from server.core.context import Context
from server.core.db import counters
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.pembinaan.rows import pembinaan_rows as rows
from shared.clock import WITA
from shared.documents.letterhead import numbered
from shared.roles import Permission

LONGEST = 100


class CertificateError(Exception):
    """Nothing was changed."""


class NoFormatError(CertificateError):
    """The settings have no format of such numbers: fill it in first."""


class BadNumberError(CertificateError):
    """Too long, or nobody so named took part: nothing was changed."""


def fill(ctx: Context, account: Account, ident: str) -> int:
    """Give everybody who came and has none the next number of the year; how many were given."""
    permit(account, Permission.WRITE_PEMBINAAN)
    form = str(office.read(ctx)["nomor_sertifikat"])
    if not form:
        raise NoFormatError
    now = ctx.clock.now()
    with ctx.database.write() as db:
        row = rows.find(db, ident)
        day = (row["selesai"] or row["mulai"] or now).astimezone(WITA) if row else now
        lacking = [person for person in rows.people(db, ident) if not person["sertifikat"]]
        for person in lacking:
            value = counters.next_value(db, f"sertifikat/{day:%Y}")
            number = numbered(form, value, day)[:LONGEST]
            rows.change_person(db, ident, person["id"], {"sertifikat": number})
        if lacking:
            audit_rows.add(db, now, account.nama, "certificates_numbered", ident, str(len(lacking)))
    ctx.bell.ring()
    return len(lacking)


def put(ctx: Context, account: Account, ident: str, peserta: str, number: str) -> None:
    """A number written by hand; "" takes it away."""
    permit(account, Permission.WRITE_PEMBINAAN)
    number = " ".join(number.split())
    if len(number) > LONGEST:
        raise BadNumberError(peserta)
    with ctx.database.write() as db:
        if not rows.change_person(db, ident, peserta, {"sertifikat": number}):
            raise BadNumberError(peserta)
        audit_rows.add(db, ctx.clock.now(), account.nama, "certificate_number", peserta, number)
    ctx.bell.ring()
