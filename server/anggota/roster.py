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
from datetime import datetime
from typing import Any

from server.anggota import roster_merge
from server.anggota.roster_history import Step, steps
from server.anggota.roster_merge import Editor
from server.anggota.roster_page import NEW_FOR, MemberLine, line_of
from server.anggota.rows import roster_rows
from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from shared import erasing
from shared import protocol as p
from shared.checks_anggota import FIELDS, anggota_gaps, day_gaps
from shared.clock import WITA, format_time, month_of
from shared.codec import decode, encode
from shared.names import folded, perhaps_same
from shared.protocol import Gap
from shared.roles import Permission
from shared.satlinmas import Anggota
from shared.wilayah import Wilayah


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
            line=line_of(row, now.astimezone(WITA).date(), jp.get(ident, 0.0), new),
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
    found = gaps(ctx.wilayah, record) + day_gaps(record, ctx.clock.now().astimezone(WITA).date())
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


def gaps(wilayah: Wilayah, record: dict[str, Any]) -> list[Gap]:
    """What stands in the way of an edit at the desk."""
    found = anggota_gaps(record)
    if record["desa"] not in wilayah.by_kode:
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


def _training(row: dict[str, Any]) -> Training:
    return Training(
        row["judul"], row["penyelenggara"], row["mulai"], float(row["jp"]), row["sertifikat"]
    )
