"""The month's board as it is shown: villages, their state, points on the map, weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from server.laporan import board_rules as rules
from server.laporan.board_rules import State

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


def _urgency(village: VillageMonth) -> tuple[bool, bool]:
    return village.state != State.TERLAMBAT, village.state in rules.COMPLETE
