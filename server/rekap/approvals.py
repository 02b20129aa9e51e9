"""Approved recaps: frozen editions with number, hash and a code that anybody can look up.

Two signatures, kept simple: the first approval freezes the figures, the PDF and its hash as an
edition. Whoever signs second, usually the camat after Kasi Trantib, approves the same file; with
the camat's approval the edition is valid, also without Kasi's. When figures have changed since, an
approval makes the next edition, which says what changed, and the old one counts as replaced.

PaperError
├── EmptyError     nothing to approve: the period has not begun, or lies before the start
├── TwiceError     this role has approved exactly this edition already
└── OvertakenError figures or editions are no longer as they were seen: look again
"""

from __future__ import annotations

import ipaddress
import json
import secrets
import shutil
import tempfile
import threading
import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from server.core import office, periods
from server.core.config import make_folder
from server.core.context import Context
from server.core.db import counters
from server.core.db.database import Db
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.rekap import rekap, rekap_paper
from server.rekap.editions import Edition, editions_of, facts_of, text_of
from server.rekap.papers.rekap_facts import Change, Rekap, Stamp
from server.rekap.rekap import Reading, Which
from server.rekap.rekap_changes import differences
from server.rekap.rows import paper_rows
from server.rekap.rows.paper_rows import ApprovalRow, PaperRow
from shared.clock import WITA, month_of
from shared.codec import encode
from shared.deadlines import due_date
from shared.documents.letterhead import office_of
from shared.roles import Permission

CODE_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
CODE_LENGTH = 16
PUBLIC = "/p/"
NUMBER = "nomor_rekap"


class PaperError(Exception):
    """Nothing was approved."""


class EmptyError(PaperError):
    """There is nothing in it to approve."""


class TwiceError(PaperError):
    """It bears this role's approval."""


class OvertakenError(PaperError):
    """It has changed meanwhile: show it as it is now."""


@dataclass(frozen=True)
class Standing:
    """The editions of a recap, the newest first, and what has changed since that one."""

    editions: tuple[Edition, ...]
    since: tuple[Change, ...]

    @property
    def is_current(self) -> bool:
        """Whether the newest edition says what the data says."""
        return bool(self.editions) and not self.since


@dataclass(frozen=True)
class Asking:
    """What somebody should know before approving."""

    is_over: bool
    """Whether the period has ended."""
    waiting: int
    """Reports in it that nobody has looked at."""
    days_left: int
    """Until the recap is due; below 0 it is late."""
    nomor: str
    """The number that the paper will bear; "" where the office gives none."""


# Saves this process from making a paper in vain. Numbers are kept whole where an edition is
# committed: another process may approve at the same time.
_approving = threading.Lock()


def standing(ctx: Context, account: Account, periode: str, desa: str | None) -> Standing:
    """What has been approved of a recap."""
    permit(account, Permission.READ_LAPORAN)
    with ctx.database.read() as db:
        rows = paper_rows.editions(db, periode, desa or "")
        editions = editions_of(db, rows)
    if not rows:
        return Standing((), ())
    frozen, choice = facts_of(rows[0])
    now = rekap.read(ctx, account, Which(periode, desa, choice)).rekap
    return Standing(editions, differences(ctx.wilayah, frozen, now))


def asking(ctx: Context, which: Which, reading: Reading, found: Standing) -> Asking:
    """What the question before an approval says."""
    last = periods.months(which.periode)[-1]
    nomor = found.editions[0].nomor if found.editions else ""
    return Asking(
        is_over=month_of(reading.now) > last,
        waiting=reading.waiting,
        days_left=(
            due_date(last, int(office.read(ctx)["due_day"])) - reading.now.astimezone(WITA).date()
        ).days,
        nomor=nomor or _next_number(ctx, reading.now.astimezone(WITA).date()),
    )


def approve(
    ctx: Context, account: Account, which: Which, seen: Rekap, server: str, nomor: str = ""
) -> None:
    """Approve the recap that the person has ``seen``; the code on it leads to ``server``.

    It is read once: what is compared with ``seen`` is what is frozen and printed. Where ``nomor``
    was shown, that number is taken, or nothing is approved.
    """
    permit(account, Permission.SIGN_REKAP)
    with _approving:
        reading = rekap.read(ctx, account, which)
        if text_of(reading.rekap) != text_of(seen):
            raise OvertakenError
        with ctx.database.read() as db:
            rows = paper_rows.editions(db, which.periode, which.desa or "")
        if not rows:
            _freeze(ctx, account, which, server, reading, None, nomor)
            return
        frozen, choice = facts_of(rows[0])
        now = reading.rekap
        if choice != which.photos:  # the frozen photos are compared with the same choice of today
            now = rekap.read(ctx, account, replace(which, photos=choice)).rekap
        if text_of(now) != text_of(seen):
            raise OvertakenError
        if differences(ctx.wilayah, frozen, now):
            _freeze(ctx, account, which, server, reading, rows[0], nomor)
        else:
            _second(ctx, account, rows[0].id)


def file(ctx: Context, account: Account, ident: str) -> tuple[Path, str] | None:
    """The frozen PDF of an edition and the name to save it under."""
    permit(account, Permission.EXPORT)
    with ctx.database.read() as db:
        row = paper_rows.by_id(db, ident)
    if row is None:
        return None
    name = rekap_paper.file_name(ctx.wilayah, Which(row.periode, row.desa or None))
    found = ctx.papers.file(row.sha256)
    return (found, f"{name} edisi {row.edisi}.pdf") if found is not None else None


def public_address(ctx: Context, seen: str) -> str:
    """Where everybody reaches this server: as set, or as this person's browser reaches it.

    Behind a TLS proxy the window's own address may say ``ws://``; phones know only ``https://``
    outside of this machine and its network.
    """
    told = str(office.read(ctx)["alamat_umum"])
    if told:
        return told.rstrip("/")
    parts = urlsplit(seen)
    plain = parts.scheme in ("http", "ws") and _is_near(parts.hostname or "")
    return f"{'http' if plain else 'https'}://{parts.netloc}"


def _is_near(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return host == "localhost"


# --- What everybody may ask -------------------------------------------------------------------


# --- Inside -----------------------------------------------------------------------------------


def _second(ctx: Context, account: Account, ident: str) -> None:
    """One more signature below the same file."""
    now = ctx.clock.now()
    with ctx.database.write() as db:
        if account.role in {row.role for row in paper_rows.approvals(db, ident)}:
            raise TwiceError
        _sign(db, account, ident, now)
    ctx.bell.ring()


def _sign(db: Db, account: Account, ident: str, now: datetime) -> None:
    row = ApprovalRow(ident, account.role, account.nama, now)
    paper_rows.approve(db, row)
    audit_rows.add(db, now, account.username, "rekap_disetujui", ident, account.role)


def _freeze(
    ctx: Context, account: Account, which: Which, server: str, reading: Reading,
    last: PaperRow | None, nomor: str,
) -> None:  # fmt: skip
    """A new edition: the file first, then the row that makes it one."""
    if not reading.is_used:
        raise EmptyError
    changes = differences(ctx.wilayah, facts_of(last)[0], reading.rekap) if last else ()
    row = _draft(ctx, account, which, reading, last, changes)
    if nomor not in ("", row.nomor):
        raise OvertakenError
    stamp = Stamp(
        nomor=row.nomor,
        tanggal=row.tanggal,
        edisi=row.edisi,
        address=f"{server.rstrip('/')}{PUBLIC}{row.check_code}",
        before=last.tanggal if last else "",
        changes=changes,
    )
    kept = _keep(ctx, reading, which, stamp)
    _commit(ctx, account, row._replace(sha256=kept), last)
    ctx.bell.ring()


def _draft(
    ctx: Context, account: Account, which: Which, reading: Reading, last: PaperRow | None,
    changes: tuple[Change, ...],
) -> PaperRow:  # fmt: skip
    """A later edition keeps the number of the first: it is the same letter, put right."""
    day = reading.now.astimezone(WITA).date()
    photos = {"per_page": which.photos.per_page, "most": which.photos.most}
    return PaperRow(
        id=str(uuid.uuid4()),
        kind=paper_rows.REKAP,
        periode=which.periode,
        desa=which.desa or "",
        edisi=last.edisi + 1 if last else 1,
        nomor=last.nomor if last else _next_number(ctx, day),
        tanggal=day.isoformat(),
        sha256="",
        facts=json.dumps({"rekap": encode(reading.rekap), "photos": photos}),
        changes=json.dumps(encode(changes)),
        check_code="".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH)),
        approved_by=account.nama,
        approved_role=account.role,
        at=reading.now,
    )


def _next_number(ctx: Context, day: date) -> str:
    """The number that the next letter gets; it is taken only when the edition is committed."""
    kecamatan = office_of(ctx.wilayah, office.read(ctx))
    with ctx.database.read() as db:
        return kecamatan.number(NUMBER, counters.last_value(db, _counter(day)) + 1, day)


def _counter(day: date) -> str:
    return f"rekap {day.year}"


def _keep(ctx: Context, reading: Reading, which: Which, stamp: Stamp) -> str:
    """Make the PDF and lay it where it stays; its SHA-256."""
    make_folder(ctx.settings.making_folder)
    work = Path(tempfile.mkdtemp(dir=ctx.settings.making_folder))
    try:
        target = work / "rekap.pdf"
        rekap_paper.make_pdf(ctx, reading, which, target, lambda _done, _total: None, stamp)
        return ctx.papers.keep(target)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _commit(ctx: Context, account: Account, row: PaperRow, last: PaperRow | None) -> None:
    """Nothing of it stays where the number on the paper went to another one meanwhile."""
    kecamatan, day = office_of(ctx.wilayah, office.read(ctx)), date.fromisoformat(row.tanggal)
    with ctx.database.write() as db:
        found = paper_rows.editions(db, row.periode, row.desa)
        if [one.id for one in found[:1]] != ([last.id] if last else []):
            raise OvertakenError
        if last is None:
            given = counters.next_value(db, _counter(day))
            if kecamatan.number(NUMBER, given, day) != row.nomor:
                raise OvertakenError
        paper_rows.add(db, row)
        _sign(db, account, row.id, row.at)
