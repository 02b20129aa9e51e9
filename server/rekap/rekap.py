"""The recap of a period: figures of every village, its incidents, its coachings, its photos.

What it counts, in words: reports that were not withdrawn, by the month that they are of. A village
is in time for a month when its first report, or its nihil, was received by the deadline.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from server.core import periods
from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit
from server.core.sessions import Account
from server.laporan import board_rules
from server.laporan.board import rules_of
from server.laporan.board_rules import Rules
from server.laporan.rows import board_queries
from server.pembinaan.rows import pembinaan_rows
from server.rekap.papers.rekap_facts import KejadianRow, PembinaanRow, Rekap, VillageRow
from server.rekap.rekap_photos import PhotoChoice, chosen
from server.rekap.rows import recap_rows
from server.rekap.rows.recap_rows import CountRow, IncidentRow, MemberRow
from shared.clock import WITA, format_time, month_of
from shared.codec import decode
from shared.jenis import nama_jenis
from shared.laporan import Kind, RincianKejadian
from shared.pembinaan import StatusPembinaan
from shared.roles import Permission
from shared.wilayah import Wilayah

Row = dict[str, Any]


@dataclass(frozen=True)
class Which:
    """Which recap: a period, one village or all (None), and how many photos go with it."""

    periode: str
    desa: str | None = None
    photos: PhotoChoice = field(default_factory=PhotoChoice)


@dataclass(frozen=True)
class Reading:
    """A recap as it would be printed now, and what somebody should know before it is."""

    rekap: Rekap
    now: datetime
    waiting: int
    """Reports in it that nobody has looked at."""
    planned: int
    """Coachings of the period that are still called planned, so that table C lacks them."""

    @property
    def is_used(self) -> bool:
        """False: the period lies before the start, or has not begun."""
        return bool(self.rekap.months)


def read(ctx: Context, account: Account, which: Which) -> Reading:
    """The recap as of now."""
    permit(account, Permission.READ_LAPORAN)
    permit(account, Permission.READ_PEMBINAAN)
    now = ctx.clock.now()
    with ctx.database.read() as db:
        months = _months(db, which.periode, now)
        coachings = _coachings(db, which)
        done, planned = _by_state(coachings)
        rekap = Rekap(
            periode=which.periode,
            desa=which.desa or "",
            months=months,
            villages=_villages(ctx.wilayah, db, which, months, now),
            kejadian=tuple(_kejadian(row) for row in recap_rows.kejadian(db, months, which.desa)),
            pembinaan=_pembinaan(db, done, which.desa),
            photos=chosen(db, months, which.desa, which.photos),
            due_day=rules_of(db).due_day,
        )
        return Reading(rekap, now, recap_rows.waiting(db, months, which.desa), len(planned))


def usual(ctx: Context) -> str:
    """The month whose recap is due: the board's month in hand."""
    with ctx.database.read() as db:
        return board_rules.month_in_hand(ctx.clock.now(), rules_of(db))


def _months(db: Db, periode: str, now: datetime) -> tuple[str, ...]:
    """Those that have begun, and not before SINAR LINMAS was in use or anything was told."""
    start = board_queries.start_month(db, now)
    start = min(start, board_queries.first_month(db) or start)
    return tuple(m for m in periods.months(periode) if start <= m <= month_of(now))


# --- Table A ----------------------------------------------------------------------------------


@dataclass
class _Counts:
    """One village while it is counted; ``first`` is the first receipt of each month."""

    jenis: dict[str, int] = field(default_factory=dict[str, int])
    kinds: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Kind, 0))
    orang: int = 0
    first: dict[str, datetime] = field(default_factory=dict[str, datetime])
    active: set[str] = field(default_factory=set[str])
    """Months in which something was done or happened."""

    def take(self, row: CountRow) -> None:
        self.kinds[row.kind] += row.jumlah
        self.orang += row.orang or 0
        month, first = row.bulan, row.first
        self.first[month] = min(first, self.first.get(month, first))
        if row.kind != Kind.NIHIL:
            self.active.add(month)
        if row.kind == Kind.KEGIATAN:
            self.jenis[row.jenis] = self.jenis.get(row.jenis, 0) + row.jumlah


def _villages(
    wilayah: Wilayah, db: Db, which: Which, months: Sequence[str], now: datetime
) -> tuple[VillageRow, ...]:
    rules, counted = rules_of(db), {desa.kode: _Counts() for desa in wilayah.desa}
    start = board_queries.start_month(db, now)
    asked = [month for month in months if month >= start]
    for row in recap_rows.counts(db, months, which.desa):
        counted.setdefault(row.desa, _Counts()).take(row)
    people = active_members(recap_rows.members(db, which.desa), _last_day(which.periode))
    wanted = [desa.kode for desa in wilayah.desa if which.desa in (None, desa.kode)]
    return tuple(
        _village(desa, counted[desa], asked, people.get(desa, 0), rules, now) for desa in wanted
    )


def _village(
    desa: str, counts: _Counts, asked: Sequence[str], anggota: int, rules: Rules, now: datetime
) -> VillageRow:
    """``asked``: the months since the start; of those before it only what was told counts."""
    silent = [month for month in asked if month not in counts.first]
    in_time = [m for m, at in counts.first.items() if board_rules.is_in_time(m, at, rules)]
    late = [month for month in silent if board_rules.days_late(month, now, rules)]
    return VillageRow(
        desa=desa,
        anggota=anggota,
        jenis=dict(sorted(counts.jenis.items())),
        kegiatan=counts.kinds[Kind.KEGIATAN],
        kejadian=counts.kinds[Kind.KEJADIAN],
        orang=counts.orang,
        in_time=len(in_time),
        due=len(counts.first) + len(late),
        nihil=tuple(m for m in sorted(counts.first) if m not in counts.active),
        silent=tuple(silent),
    )


def _last_day(periode: str) -> date:
    year, month = map(int, board_rules.next_month(periods.months(periode)[-1]).split("-"))
    return date(year, month, 1) - timedelta(days=1)


def active_members(rows: Iterable[MemberRow], day: date) -> dict[str, int]:
    """By village: who is a member on that day, as far as the roster says."""
    found: dict[str, int] = {}
    for row in rows:
        if _is_member(row.status, json.loads(row.message), day.isoformat()):
            found[row.desa] = found.get(row.desa, 0) + 1
    return found


def _is_member(status: str, record: Mapping[str, Any], day: str) -> bool:
    """Somebody who has left was a member until then."""
    if (record.get("mulai") or "") > day:
        return False
    return status == "aktif" or (status == "berhenti" and (record.get("berakhir") or "") > day)


# --- Tables B and C ---------------------------------------------------------------------------


def _kejadian(row: IncidentRow) -> KejadianRow:
    sent = json.loads(row.message)
    told = decode(RincianKejadian, sent.get("kejadian") or {})
    return KejadianRow(
        id=row.id,
        desa=row.desa,
        mulai=format_time(row.mulai),
        tempat=row.tempat,
        apa=told.jenis or nama_jenis(row.jenis),
        resi=row.resi,
        meninggal=told.meninggal,
        luka=told.luka,
        mengungsi_kk=told.mengungsi_kk,
        mengungsi_jiwa=told.mengungsi_jiwa,
        rumah=told.rumah,
        kerugian=told.kerugian,
        penanganan=told.penanganan,
        tindak_lanjut=sent.get("tindak_lanjut") or "",
    )


def _coachings(db: Db, which: Which) -> list[Row]:
    """Those that begin within the period, not called off."""
    first = datetime.fromisoformat(periods.months(which.periode)[0] + "-01").replace(tzinfo=WITA)
    until = datetime.combine(
        _last_day(which.periode) + timedelta(days=1), datetime.min.time(), WITA
    )
    found = pembinaan_rows.between(db, first, until)
    villages = pembinaan_rows.villages_of(db, [row["id"] for row in found])
    return [
        {**row, "desa": villages.get(row["id"], [])}
        for row in found
        if row["mulai"] >= first
        and row["status"] != StatusPembinaan.DIBATALKAN
        and which.desa in (None, *villages.get(row["id"], []))
    ]


def _by_state(coachings: list[Row]) -> tuple[list[Row], list[Row]]:
    done = [row for row in coachings if row["status"] == StatusPembinaan.SELESAI]
    return done, [row for row in coachings if row not in done]


def _pembinaan(db: Db, done: list[Row], desa: str | None) -> tuple[PembinaanRow, ...]:
    """For one village only its own people and follow-ups are counted."""
    return tuple(
        PembinaanRow(
            id=row["id"],
            mulai=format_time(row["mulai"]),
            desa=tuple(row["desa"]),
            bentuk=row["bentuk"],
            judul=row["judul"],
            materi=row["materi"],
            peserta=sum(
                desa in (None, one["desa"]) for one in pembinaan_rows.people(db, row["id"])
            ),
            hasil=row["hasil"],
            rtl=_follow_ups(db, row["id"], desa),
        )
        for row in done
    )


def _follow_ups(db: Db, ident: str, desa: str | None) -> tuple[str, ...]:
    """Each once, however many villages have it to do."""
    found = [one["teks"] for one in pembinaan_rows.todos(db, ident) if desa in (None, one["desa"])]
    return tuple(dict.fromkeys(found))
