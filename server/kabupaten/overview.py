"""A month of all kecamatan as the kabupaten sees it: figures, causes of silence, incidents.

Read from each kecamatan's own store, from the figures that it keeps of every month; of people,
texts and photos nothing is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from server.core.context import Context
from server.core.db.database import Db
from server.core.installation import one_may_fail
from server.core.permit import permit
from server.core.sessions import Account
from server.kabupaten.rows import overview_rows as rows
from server.laporan import board_rules as rules
from server.laporan.board import rules_of
from server.laporan.rows import board_queries as queries
from shared.clock import month_of
from shared.laporan import Kind
from shared.roles import Permission
from shared.wilayah import Desa

MOST_INCIDENTS = 200
"""Of one kecamatan and month; the figures count them all."""
DECIMALS = 3
"""Of a position: some hundred metres, so that it tells a place and no house."""
_KINDS = (Kind.KEGIATAN, Kind.KEJADIAN, Kind.NIHIL)


class Silence(StrEnum):
    """Why a village has not answered a month, as the kecamatan's own board tells them apart."""

    TANPA_HP = "tanpa_hp"
    KODE = "kode"
    TERPUTUS = "terputus"
    DIAM = "diam"


class Incident(NamedTuple):
    """What happened: a kind, a village, a day, about where (degrees, or None)."""

    desa: str
    jenis: str
    mulai: datetime
    lintang: float | None
    bujur: float | None


@dataclass(frozen=True)
class Village:
    """One village's month; ``silence`` is None where it has answered."""

    nama: str
    kegiatan: int
    kejadian: int
    nihil: bool
    anggota: int
    silence: Silence | None


@dataclass(frozen=True)
class Month:
    """One kecamatan's month."""

    kode: str
    nama: str
    villages: tuple[Village, ...]
    jenis: Mapping[str, int]
    cepat: int
    """Incidents that were received within 24 hours."""
    orang: int
    """Person-times."""
    incidents: tuple[Incident, ...]

    @property
    def kegiatan(self) -> int:
        return sum(village.kegiatan for village in self.villages)

    @property
    def kejadian(self) -> int:
        return sum(village.kejadian for village in self.villages)

    @property
    def anggota(self) -> int:
        return sum(village.anggota for village in self.villages)

    @property
    def answered(self) -> int:
        """Villages that have reported, or said that there was nothing."""
        return sum(village.silence is None for village in self.villages)

    @property
    def silences(self) -> Mapping[Silence, int]:
        """How many villages are silent, by the cause."""
        return Counter(village.silence for village in self.villages if village.silence)


def asked_month(first: Context, bulan: str | None) -> str:
    """A month that has begun: the one that is asked for, else the one that the first kecamatan
    works at.
    """
    now = first.clock.now()
    if bulan:
        return min(bulan, month_of(now))
    with first.database.read() as db:
        return rules.month_in_hand(now, rules_of(db))


def months(stores: Iterable[Context], account: Account, bulan: str) -> tuple[Month, ...]:
    """The month of all kecamatan, each read from its own store; by their codes. One whose store
    cannot be read is left out.
    """
    permit(account, Permission.READ_KABUPATEN)
    found: list[Month] = []
    for ctx in stores:
        with one_may_fail(ctx.wilayah.kode):
            found.append(_month(ctx, bulan))
    return tuple(sorted(found, key=lambda one: one.kode))


def month(stores: Iterable[Context], account: Account, kode: str, bulan: str) -> Month | None:
    """The month of one kecamatan; None where there is none of this code."""
    permit(account, Permission.READ_KABUPATEN)
    return next((_month(ctx, bulan) for ctx in stores if ctx.wilayah.kode == kode), None)


def _month(ctx: Context, bulan: str) -> Month:
    now, region = ctx.clock.now(), ctx.wilayah
    with ctx.database.read() as db:
        figures = queries.figures(db, bulan)
        villages = _villages(db, region.desa, bulan, now)
        happened = rows.incidents(db, bulan, MOST_INCIDENTS)
    return Month(
        kode=region.kode,
        nama=region.nama,
        villages=villages,
        jenis={jenis: n for name, n in figures.items() if (jenis := queries.jenis_of(name))},
        cepat=figures.get("cepat", 0),
        orang=figures.get("orang", 0),
        incidents=tuple(
            Incident(
                region.nama_desa(one.desa), one.jenis, one.mulai,
                _about(one.lintang), _about(one.bujur),
            )
            for one in happened
        ),
    )  # fmt: skip


def _about(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, DECIMALS)


def _villages(db: Db, desa: Iterable[Desa], bulan: str, now: datetime) -> tuple[Village, ...]:
    counted, members = rows.counts(db, bulan), rows.members(db)
    silence = _silences(db, now)

    def village(one: Desa) -> Village:
        kegiatan, kejadian, nihil = (counted.get((one.kode, kind), 0) for kind in _KINDS)
        answered = kegiatan + kejadian + nihil > 0
        return Village(
            nama=one.nama,
            kegiatan=kegiatan,
            kejadian=kejadian,
            nihil=nihil > 0,
            anggota=members.get(one.kode, 0),
            silence=None if answered else silence(one.kode),
        )

    return tuple(map(village, desa))


def _silences(db: Db, now: datetime) -> Callable[[str], Silence]:
    """Why a village that has not answered is silent."""
    set_here, contacts, codes = rules_of(db), rows.contacts(db), queries.open_codes(db, now)

    def silence(kode: str) -> Silence:
        if rules.is_connected((contacts.get(kode),), now, set_here):
            return Silence.DIAM
        if kode in contacts:
            return Silence.TERPUTUS
        return Silence.KODE if kode in codes else Silence.TANPA_HP

    return silence
