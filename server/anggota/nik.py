"""The NIK of a member: optional, only at the desk, encrypted, shown on request, gone on exit.

NikError
├── BadNikError      not 16 digits, or 16 that nobody has
├── NotThereError    no such member, or no NIK
├── GoneError        who has left has none
└── NoKeyError       the key file lacks: put it back beside the database
"""

from __future__ import annotations

import re
from datetime import datetime

from server.anggota.rows import roster_rows
from server.core import sealing
from server.core.context import Context
from server.core.db.database import Db
from server.core.files import key_file
from server.core.permit import permit
from server.core.rows import audit_rows, village_rows
from server.core.sessions import Account
from shared.roles import Permission

DIGITS = 16
_NIK = re.compile(r"\d{12}(?!0000)\d{4}\Z", re.ASCII)
"""The last four count the people of a day from 0001 on: 0000 is what a sheet makes of a number."""


class NikError(Exception):
    """Nothing was changed, nothing is shown."""


class BadNikError(NikError):
    """A NIK has 16 digits: ask for it again."""


class NotThereError(NikError):
    """There is no such member, or no NIK of it."""


class GoneError(NikError):
    """The member has left: no NIK is kept."""


class NoKeyError(NikError):
    """The key lacks or is another one: put `nik.key` back into the data folder."""


def is_nik(text: str) -> bool:
    """16 digits, and neither all alike nor cut off by a sheet."""
    return bool(_NIK.match(text)) and len(set(text)) > 1


def mask(nik: str) -> str:
    """``6311••••••••1234``"""
    return f"{nik[:4]}{'•' * 8}{nik[-4:]}"


def put(ctx: Context, account: Account, ident: str, nik: str) -> None:
    """Write a NIK down; empty takes it away."""
    permit(account, Permission.SEE_NIK)
    permit(account, Permission.WRITE_ANGGOTA)
    nik = re.sub(r"[\s.\-]", "", nik)
    if nik and not is_nik(nik):
        raise BadNikError
    with ctx.database.write() as db:
        if nik:
            keep(ctx, db, account, ident, nik, ctx.clock.now())
        elif roster_rows.drop_nik(db, ident):
            audit_rows.add(db, ctx.clock.now(), account.username, "nik_deleted", ident)
    ctx.bell.ring()


def keep(ctx: Context, db: Db, account: Account, ident: str, nik: str, at: datetime) -> None:
    """The same within a transaction; the NIK has been found right."""
    member = village_rows.member(db, ident)
    if member is None:
        raise NotThereError
    if '"status": "berhenti"' in member.message:
        raise GoneError
    sealed = sealing.seal(ctx.settings.data, _place(ident), nik.encode())
    row = {"anggota": ident, "sealed": sealed, "masked": mask(nik)}
    roster_rows.put_nik(db, {**row, "at": at, "by": account.nama})
    audit_rows.add(db, at, account.username, "nik_written", ident)


def show(ctx: Context, account: Account, ident: str) -> str:
    """The whole NIK, for who may see it; who looked stands in the log before it is shown."""
    permit(account, Permission.SEE_NIK)
    with ctx.database.write() as db:
        row = roster_rows.nik(db, ident)
        if row is None:
            raise NotThereError
        nik = _open(ctx, ident, row["sealed"])
        audit_rows.add(db, ctx.clock.now(), account.username, "nik_seen", ident)
    return nik


def key_trouble(ctx: Context) -> str | None:
    """For the operator: ``gone`` or ``other``; "" when it opens, None while there is no NIK."""
    with ctx.database.read() as db:
        row = roster_rows.any_nik(db)
    if row is None:
        return None
    try:
        _open(ctx, row["anggota"], row["sealed"])
    except NoKeyError:
        return "gone" if key_file.read(ctx.settings.data) is None else "other"
    return ""


def _open(ctx: Context, ident: str, sealed: str) -> str:
    """A sealed NIK opens only at the member that it was sealed for."""
    try:
        return sealing.unseal(ctx.settings.data, _place(ident), sealed).decode()
    except sealing.NoKeyError as error:
        raise NoKeyError from error


def _place(ident: str) -> str:
    return f"nik {ident}"
