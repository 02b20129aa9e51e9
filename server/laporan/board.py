"""The month board: 21 villages on one screen, and whom the kecamatan should speak to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from server.core import settings as office
from server.core.context import Context
from server.core.db.database import Db
from server.core.permit import permit
from server.core.rows import audit_rows, settings_rows
from server.core.sessions import Account
from server.laporan import board_rules as rules
from server.laporan.board_rules import Rules, State
from server.laporan.rows import board_queries as queries
from shared.clock import month_of
from shared.laporan import Kind
from shared.roles import Permission
from shared.wilayah import DESA, KODE

KEJADIAN_ON_MAP, LAPORAN_ON_MAP = 12, 20
"""The newest; the number at each village counts them all."""


@dataclass(frozen=True)
class Phone:
    """A phone as it last told about itself."""

    desa: str
    nama: str
    device_name: str
    last_contact: datetime
    """The activation, before the first sync."""
    queued: int | None
    free_mb: int | None


@dataclass(frozen=True)
class VillageMonth:
    """One village's month; withdrawn reports are in no figure."""

    desa: str
    state: State
    kegiatan: int
    kejadian: int
    weeks: tuple[int, ...]
    """Kegiatan and kejadian of each week of the month."""
    before: int
    """As many weeks of the month before."""
    nihil_at: datetime | None
    last_contact: datetime | None
    connected: bool
    """Whether any of its phones was in contact lately."""
    has_phone: bool
    has_code: bool
    """A code waits to be typed in."""
    number: str
    """The operator's WhatsApp number as the village wrote it, or empty."""
    reminded: datetime | None

    @property
    def laporan(self) -> int:
        """What was done and what happened."""
        return self.kegiatan + self.kejadian


@dataclass(frozen=True)
class Point:
    """A report on the map."""

    id: str
    desa: str
    kind: str
    jenis: str | None
    lintang: float
    bujur: float
    tempat: str


@dataclass(frozen=True)
class Board:
    """The board as it stands."""

    bulan: str
    now: datetime
    due: date
    days_late: int
    is_used: bool
    """False: the month lies before the start."""
    is_running: bool
    may_be_answered: bool
    """Whether the phones still offer the month."""
    villages: tuple[VillageMonth, ...]
    phones: tuple[Phone, ...]
    waiting: int
    oldest_waiting: datetime | None
    jenis: tuple[tuple[str, int], ...]
    """Most frequent first."""
    cepat: int
    """Kejadian that were received within 24 hours."""
    orang: int
    """Person-times."""
    points: tuple[Point, ...]
    quiet_days: int = rules.QUIET_DAYS
    salam: str = ""
    """The greeting that messages begin with; empty: a neutral one."""

    @property
    def states(self) -> Mapping[State, int]:
        """How many villages are in each state."""
        return Counter(village.state for village in self.villages)

    @property
    def complete(self) -> int:
        """Villages whose month a recap can be made of."""
        return sum(village.state in rules.COMPLETE for village in self.villages)

    @property
    def to_contact(self) -> tuple[VillageMonth, ...]:
        """The late ones first: there a word may be enough; last who has reported all the same.

        A village whose phones are silent is among them whatever it has reported.
        """
        found = [v for v in self.villages if v.state in rules.TO_CONTACT or not v.connected]
        return tuple(sorted(found, key=_urgency))

    @property
    def kejadian(self) -> int:
        return sum(village.kejadian for village in self.villages)

    @property
    def laporan(self) -> int:
        return sum(village.laporan for village in self.villages)

    @property
    def before(self) -> int:
        """As many weeks of the month before."""
        return sum(village.before for village in self.villages)

    @property
    def weeks(self) -> tuple[int, ...]:
        """All villages' reports by week."""
        return tuple(map(sum, zip(*(village.weeks for village in self.villages), strict=True)))


def board(ctx: Context, account: Account, bulan: str | None = None) -> Board:
    """The board of a month; None is the one in hand, and a coming month is not asked for."""
    permit(account, Permission.READ_LAPORAN)
    now = ctx.clock.now()
    with ctx.database.read() as db:
        return _Reading(db, _asked(db, bulan, now), now).board()


def to_contact(ctx: Context) -> tuple[VillageMonth, ...]:
    """The villages to speak to in the month in hand, for whoever else names them."""
    now = ctx.clock.now()
    with ctx.database.read() as db:
        return _Reading(db, _asked(db, None, now), now).board().to_contact


def _asked(db: Db, bulan: str | None, now: datetime) -> str:
    if bulan is not None:
        return min(bulan, month_of(now))
    first = queries.first_activation(db)
    return max(rules.month_in_hand(now, rules_of(db)), month_of(first or now))


def remind(ctx: Context, account: Account, desa: str, bulan: str) -> None:
    """Somebody turns to the village about this month: the others can see it."""
    permit(account, Permission.ANNOUNCE)
    if desa not in KODE:
        return
    with ctx.database.write() as db:
        audit_rows.add(db, ctx.clock.now(), account.nama, queries.REMINDED, desa, bulan)
    ctx.bell.ring()


def rules_of(db: Db) -> Rules:
    """What the kecamatan has set."""
    stored = settings_rows.all_values(db)
    quiet = stored.get("quiet_days", str(rules.QUIET_DAYS))
    return Rules(int(office.read(db)["due_day"]), int(quiet))


class _Reading:
    """One look at the tables."""

    def __init__(self, db: Db, bulan: str, now: datetime) -> None:
        self.db = db
        self.bulan = bulan
        self.now = now
        self.rules = rules_of(db)
        self.late = rules.days_late(bulan, now, self.rules)
        self.phones = [_phone(row) for row in queries.phones(db)]
        self.codes = queries.open_codes(db, now)
        self.numbers = queries.operator_numbers(db)
        self.nihil = queries.nihil_received(db, bulan)
        self.reminded = queries.reminded(db, bulan, list(KODE))

    def board(self) -> Board:
        counted = self._counted()
        villages = tuple(self._village(desa.kode, counted[desa.kode]) for desa in DESA)
        figures = queries.figures(self.db, self.bulan)
        waiting = queries.waiting(self.db)
        return Board(
            bulan=self.bulan,
            now=self.now,
            due=rules.due_date(self.bulan, self.rules),
            days_late=self.late,
            is_running=month_of(self.now) == self.bulan,
            may_be_answered=rules.may_be_answered(self.bulan, self.now, self.rules),
            is_used=self._is_used() or any(village.laporan for village in villages),
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

    def _is_used(self) -> bool:
        first = queries.first_activation(self.db)
        return month_of(first or self.now) <= self.bulan

    def _points(self) -> tuple[Point, ...]:
        wanted = ((Kind.KEGIATAN, LAPORAN_ON_MAP), (Kind.KEJADIAN, KEJADIAN_ON_MAP))
        return tuple(
            Point(kind=kind, **row)
            for kind, limit in wanted
            for row in queries.points(self.db, self.bulan, kind, limit)
        )


def _urgency(village: VillageMonth) -> tuple[bool, bool]:
    return village.state != State.TERLAMBAT, village.state in rules.COMPLETE


def _phone(row: dict[str, Any]) -> Phone:
    activated = row.pop("activated_at")
    return Phone(**{**row, "last_contact": row["last_contact"] or activated})


def _by_jenis(figures: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    found = [(jenis, n) for name, n in figures.items() if (jenis := queries.jenis_of(name))]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))
