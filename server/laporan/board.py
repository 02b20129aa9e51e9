"""The month board: 21 villages on one screen, and whom the kecamatan should speak to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from server.core import settings as office
from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit
from server.core.rows import audit_rows, settings_rows
from server.core.sessions import Account
from server.laporan import board_rules as rules
from server.laporan.board_rules import Rules
from server.laporan.month_board import (
    KEJADIAN_ON_MAP,
    LAPORAN_ON_MAP,
    Board,
    Phone,
    Point,
    VillageMonth,
)
from server.laporan.rows import board_queries as queries
from shared.clock import month_of
from shared.laporan import Kind
from shared.roles import Permission
from shared.wilayah import Wilayah

_UNSET = asdict(Rules())
_SET = tuple(_UNSET)


def board(ctx: Context, account: Account, bulan: str | None = None) -> Board:
    """The board of a month; None is the one in hand, and a coming month is not asked for."""
    permit(account, Permission.READ_LAPORAN)
    now = ctx.clock.now()
    with ctx.database.read() as db:
        return _Reading(ctx.wilayah, db, _asked(db, bulan, now), now).board()


def to_contact(ctx: Context) -> tuple[VillageMonth, ...]:
    """The villages to speak to in the month in hand, for whoever else names them."""
    now = ctx.clock.now()
    with ctx.database.read() as db:
        return _Reading(ctx.wilayah, db, _asked(db, None, now), now).board().to_contact


def _asked(db: Db, bulan: str | None, now: datetime) -> str:
    if bulan is not None:
        return min(bulan, month_of(now))
    hand, start = rules.month_in_hand(now, rules_of(db)), queries.start_month(db, now)
    return hand if hand >= start or queries.counts(db, [hand]) else start


def remind(ctx: Context, account: Account, desa: str, bulan: str) -> None:
    """Somebody turns to the village about this month: the others can see it."""
    permit(account, Permission.ANNOUNCE)
    if desa not in ctx.wilayah.by_kode:
        return
    with ctx.database.write() as db:
        audit_rows.add(db, ctx.clock.now(), account.nama, queries.REMINDED, desa, bulan)
    ctx.bell.ring()


def rules_of(db: Db) -> Rules:
    """What the kecamatan has set."""
    stored = settings_rows.some(db, _SET)
    return Rules(**{key: int(days) for key, days in settings_rows.known(stored, _UNSET).items()})


class _Reading:
    """One look at the tables."""

    def __init__(self, wilayah: Wilayah, db: Db, bulan: str, now: datetime) -> None:
        self.wilayah = wilayah
        self.db = db
        self.bulan = bulan
        self.now = now
        self.rules = rules_of(db)
        self.start = queries.start_month(db, now)
        self.late = rules.days_late(bulan, now, self.rules) if bulan >= self.start else 0
        self.phones = [_phone(row) for row in queries.phones(db)]
        self.codes = queries.open_codes(db, now)
        self.numbers = queries.operator_numbers(db)
        self.nihil = queries.nihil_received(db, bulan)
        self.reminded = queries.reminded(db, bulan, list(wilayah.by_kode))

    def board(self) -> Board:
        counted = self._counted()
        villages = tuple(self._village(desa.kode, counted[desa.kode]) for desa in self.wilayah.desa)
        figures = queries.figures(self.db, self.bulan)
        waiting = queries.waiting(self.db)
        return Board(
            bulan=self.bulan,
            now=self.now,
            due=rules.due_date(self.bulan, self.rules),
            days_late=self.late,
            is_running=month_of(self.now) == self.bulan,
            may_be_answered=rules.may_be_answered(self.bulan, self.now, self.rules),
            is_used=self.start <= self.bulan or any(v.laporan or v.nihil_at for v in villages),
            villages=villages,
            phones=tuple(self.phones),
            waiting=waiting,
            oldest_waiting=queries.oldest_waiting(self.db) if waiting else None,
            jenis=_by_jenis(figures),
            cepat=figures.get("cepat", 0),
            orang=figures.get("orang", 0),
            points=self._points(),
            quiet_days=self.rules.quiet_days,
            salam=office.read(self.db)["salam"],
        )

    def _counted(self) -> defaultdict[str, Counter[tuple[str, int, str]]]:
        """By village: (month, week, kind)."""
        months = (self.bulan, rules.month_before(self.bulan))
        counted: defaultdict[str, Counter[tuple[str, int, str]]] = defaultdict(Counter)
        for row in queries.counts(self.db, months):
            counted[row["desa"]][row["bulan"], row["minggu"], row["kind"]] = row["jumlah"]
        return counted

    def _village(self, desa: str, counted: Counter[tuple[str, int, str]]) -> VillageMonth:
        contacts = [phone.last_contact for phone in self.phones if phone.desa == desa]
        connected = rules.is_connected(contacts, self.now, self.rules)
        kegiatan, kejadian = (
            self._sum(counted, kind, rules.weeks_in(self.bulan))
            for kind in (Kind.KEGIATAN, Kind.KEJADIAN)
        )
        return VillageMonth(
            desa=desa,
            state=rules.state_of(
                laporan=kegiatan + kejadian,
                nihil=counted[self.bulan, 0, Kind.NIHIL],
                connected=connected,
                late=self.late > 0,
            ),
            kegiatan=kegiatan,
            kejadian=kejadian,
            weeks=self._weeks(counted),
            before=self._before(counted),
            nihil_at=self.nihil.get(desa),
            last_contact=max(contacts, default=None),
            connected=connected,
            has_phone=bool(contacts),
            has_code=desa in self.codes,
            number=self.numbers.get(desa, ""),
            reminded=self.reminded.get(desa),
        )

    def _sum(self, counted: Counter[tuple[str, int, str]], kind: str, weeks: int) -> int:
        return sum(counted[self.bulan, week, kind] for week in range(1, weeks + 1))

    def _weeks(self, counted: Counter[tuple[str, int, str]]) -> tuple[int, ...]:
        kinds = (Kind.KEGIATAN, Kind.KEJADIAN)
        return tuple(
            sum(counted[self.bulan, week, kind] for kind in kinds)
            for week in range(1, rules.weeks_in(self.bulan) + 1)
        )

    def _before(self, counted: Counter[tuple[str, int, str]]) -> int:
        """A month that runs is compared with as much of the one before."""
        old = rules.month_before(self.bulan)
        is_running = month_of(self.now) == self.bulan
        weeks = rules.weeks_so_far(self.bulan, self.now) if is_running else rules.weeks_in(old)
        kinds = (Kind.KEGIATAN, Kind.KEJADIAN)
        return sum(counted[old, week, kind] for kind in kinds for week in range(1, weeks + 1))

    def _points(self) -> tuple[Point, ...]:
        wanted = ((Kind.KEGIATAN, LAPORAN_ON_MAP), (Kind.KEJADIAN, KEJADIAN_ON_MAP))
        return tuple(
            Point(kind=kind, **row)
            for kind, limit in wanted
            for row in queries.points(self.db, self.bulan, kind, limit)
        )


def _phone(row: dict[str, Any]) -> Phone:
    activated = row.pop("activated_at")
    return Phone(**{**row, "last_contact": row["last_contact"] or activated})


def _by_jenis(figures: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    found = [(jenis, n) for name, n in figures.items() if (jenis := queries.jenis_of(name))]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))
