"""The rosters of all villages at the desk: list, one member, an edit.

RosterError
├── NotThereError      there is no such member
├── PerhapsSameError   ``people`` may be the same person: ask, and save again with ``sure``
└── FaultyError        ``gaps`` names the fields: mend them and save again
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from server.anggota import roster_merge
from server.anggota.roster_history import Step, steps
from server.anggota.roster_merge import Editor
from server.anggota.rows import roster_rows
from server.core import paging
from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from shared import erasing, satlinmas, wilayah
from shared import protocol as p
from shared.checks_anggota import FIELDS, anggota_gaps, day_gaps
from shared.clock import WITA, format_time, month_of
from shared.codec import decode, encode
from shared.names import folded, is_found, perhaps_same
from shared.protocol import Gap
from shared.roles import Permission
from shared.satlinmas import MIN_MEMBERS, Anggota

PER_PAGE = 25
NEW_FOR = timedelta(days=14)
"""So long a member that a phone brought is marked as new."""

NOTICED = "perhatian"
"""The filter's word for members with a notice."""


class RosterError(Exception):
    """Nothing was changed."""


class NotThereError(RosterError):
    """There is no such member."""


class PerhapsSameError(RosterError):
    """Somebody of nearly the same name is here: ask who is meant."""

    def __init__(self, people: Sequence[Anggota]) -> None:
        super().__init__(people)
        self.people = tuple(people)


class FaultyError(RosterError):
    """The fields in ``gaps`` must be mended first."""

    def __init__(self, gaps: Sequence[Gap]) -> None:
        super().__init__(gaps)
        self.gaps = tuple(gaps)


@dataclass(frozen=True)
class RosterFilter:
    """Which members; None and "" mean all. ``status`` also knows `NOTICED`."""

    desa: str | None = None
    regu: str | None = None
    status: str | None = None
    words: str = ""


@dataclass(frozen=True)
class MemberLine:
    """One member in a list."""

    anggota: Anggota
    notices: tuple[tuple[str, int], ...]
    umur: int | None
    jp: float
    new: bool


@dataclass(frozen=True)
class RosterPage:
    """A page of members; ``few`` are the villages with fewer than ten active ones, by name."""

    lines: tuple[MemberLine, ...]
    number: int
    total: int
    everyone: int
    villages: int
    few: tuple[tuple[str, int], ...]
    noticed: int

    @property
    def pages(self) -> int:
        return paging.pages(self.total, PER_PAGE)


@dataclass(frozen=True)
class Training:
    """A coaching that a member took part in."""

    judul: str
    penyelenggara: str
    mulai: datetime | None
    jp: float
    sertifikat: str


@dataclass(frozen=True)
class MemberPage:
    """All that the desk knows of one member; ``duties`` counts reports by month."""

    line: MemberLine
    history: tuple[Step, ...]
    nik_masked: str | None
    trainings: tuple[Training, ...]
    duties: tuple[tuple[str, int], ...] = field(default=())


def page(ctx: Context, account: Account, which: RosterFilter, number: int = 1) -> RosterPage:
    """A page of the list, members with a notice first, then by village and name."""
    permit(account, Permission.READ_ANGGOTA)
    lines = all_lines(ctx)
    chosen = sorted((one for one in lines if _fits(one, which)), key=_rank)
    number = max(1, min(number, -(-len(chosen) // PER_PAGE)))
    start = (number - 1) * PER_PAGE
    return RosterPage(
        lines=tuple(chosen[start : start + PER_PAGE]),
        number=number,
        total=len(chosen),
        everyone=len(lines),
        villages=len({one.anggota.desa for one in lines}),
        few=few(line.anggota for line in lines),
        noticed=sum(bool(line.notices) for line in lines),
    )


def all_lines(ctx: Context, desa: str | None = None) -> list[MemberLine]:
    """Every member, as lists and exports need it; asks for nobody's permission."""
    now = ctx.clock.now()
    with ctx.database.read() as db:
        rows = roster_rows.everyone(db, desa)
        new, jp = roster_rows.first_from_phone(db, now - NEW_FOR), roster_rows.hours(db)
    today = now.astimezone(WITA).date()
    return [_line(row, today, jp.get(row["id"], 0.0), new) for row in rows]


def few(members: Iterable[Anggota]) -> tuple[tuple[str, int], ...]:
    """Villages whose roster has been begun but has fewer than ten active members."""
    counts: dict[str, int] = {}
    for one in members:
        counts[one.desa] = counts.get(one.desa, 0) + (one.status == "aktif")
    short = ((wilayah.nama_desa(kode), count) for kode, count in counts.items())
    return tuple(sorted(pair for pair in short if pair[1] < MIN_MEMBERS))


def active_counts(ctx: Context, account: Account) -> dict[str, int]:
    """The active members of every village, 0 where the roster is empty."""
    permit(account, Permission.READ_ANGGOTA)
    counts = dict.fromkeys(wilayah.KODE, 0)
    for line in all_lines(ctx):
        counts[line.anggota.desa] = counts.get(line.anggota.desa, 0) + (
            line.anggota.status == "aktif"
        )
    return counts


def member(ctx: Context, account: Account, ident: str) -> MemberPage | None:
    """One member with everything around it."""
    permit(account, Permission.READ_ANGGOTA)
    now = ctx.clock.now()
    with ctx.database.read() as db:
        row = roster_rows.one(db, ident)
        if row is None:
            return None
        new, jp = roster_rows.first_from_phone(db, now - NEW_FOR), roster_rows.hours(db)
        nik = roster_rows.nik(db, ident)
        return MemberPage(
            line=_line(row, now.astimezone(WITA).date(), jp.get(ident, 0.0), new),
            history=tuple(reversed(steps(roster_rows.history(db, ident)))),
            nik_masked=nik["masked"] if nik else None,
            trainings=tuple(_training(found) for found in roster_rows.trainings(db, ident)),
            duties=tuple(reversed(roster_rows.duties_by_month(db, ident).items())),
        )


def save(
    ctx: Context, account: Account, edited: Anggota, base_versi: int, *, sure: bool = True
) -> str:
    """Take an edit in that was begun on ``base_versi`` (0: a new member); returns its id.

    Without ``sure`` it is asked first whether a new member is somebody who is here already.
    """
    permit(account, Permission.WRITE_ANGGOTA)
    record = as_record(ctx, edited, base_versi)
    found = gaps(record) + day_gaps(record, ctx.clock.now().astimezone(WITA).date())
    if found:
        raise FaultyError(found)
    with ctx.database.write() as db:
        if not sure and not base_versi:
            _ask(db, record)
        write(db, account, record, base_versi, ctx.clock.now())
    ctx.bell.ring()
    return record["id"]


def perhaps(values: Mapping[str, Any], others: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Members who may be meant: nearly the same name, or the same with another birthday."""
    nama, born = values["nama"], values.get("tanggal_lahir")
    return [
        one
        for one in others
        if folded(one["nama"]) == folded(nama)
        or (
            perhaps_same(one["nama"], nama)
            and (not born or one.get("tanggal_lahir") in (None, "", born))
        )
    ]


def _ask(db: Db, record: dict[str, Any]) -> None:
    known = [json.loads(row["message"]) for row in roster_rows.everyone(db, record["desa"])]
    found = perhaps(record, (one for one in known if one["nama"] != erasing.NAMA))
    if found:
        raise PerhapsSameError([decode(Anggota, one) for one in found])


def as_record(ctx: Context, edited: Anggota, base_versi: int) -> dict[str, Any]:
    """The message of an edit; a new member gets its id here."""
    return record_from(ctx, encode(edited), base_versi)


def record_from(ctx: Context, fields: dict[str, Any], base_versi: int) -> dict[str, Any]:
    """The same from the fields themselves."""
    ident = fields.get("id") or str(uuid.uuid4())
    head = {"id": ident, "versi": base_versi + 1, "diubah": format_time(ctx.clock.now())}
    return {**fields, **head}


def gaps(record: dict[str, Any]) -> list[Gap]:
    """What stands in the way of an edit at the desk."""
    found = anggota_gaps(record)
    if record["desa"] not in wilayah.KODE:
        found.append(Gap("desa", p.UNKNOWN_VALUE if record["desa"] else p.REQUIRED))
    return found


def write(db: Db, account: Account, record: dict[str, Any], base_versi: int, at: datetime) -> None:
    """Within a transaction: merge, history, a change for the phones, a line in the log."""
    record = {name: record.get(name) for name in FIELDS}
    ident, editor = record["id"], Editor(record["desa"], account.nama)
    if base_versi and roster_rows.one(db, ident) is None:
        raise NotThereError
    if roster_merge.take_in(db, record, ident, base_versi + 1, editor, at) is None:
        raise FaultyError([Gap("desa", p.OTHER_DESA)])
    action = "anggota_changed" if base_versi else "anggota_added"
    audit_rows.add(db, at, account.username, action, ident)


def this_month(ctx: Context) -> str:
    """The month that runs."""
    return month_of(ctx.clock.now())


def _line(row: dict[str, Any], today: date, jp: float, new: set[str]) -> MemberLine:
    one = decode(Anggota, json.loads(row["message"]))
    return MemberLine(
        anggota=one,
        notices=tuple(satlinmas.notices(one, today)),
        umur=satlinmas.umur(one, today),
        jp=jp,
        new=row["id"] in new,
    )


def _fits(line: MemberLine, which: RosterFilter) -> bool:
    one = line.anggota
    noticed = bool(line.notices)
    fits = noticed if which.status == NOTICED else which.status in (None, one.status)
    regu = "tanpa" if one.regu is None else one.regu
    return (
        fits
        and which.desa in (None, one.desa)
        and which.regu in (None, regu)
        and is_found(which.words, one.nama)
    )


def _rank(line: MemberLine) -> tuple[bool, bool, str, bool, str]:
    one = line.anggota
    return (not line.notices, not line.new, one.desa, one.status != "aktif", one.nama.casefold())


def _training(row: dict[str, Any]) -> Training:
    return Training(
        row["judul"], row["penyelenggara"], row["mulai"], float(row["jp"]), row["sertifikat"]
    )
