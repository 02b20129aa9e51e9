"""The list of members as a page shows it: filtered, in order, some at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from server.anggota.rows import roster_rows
from server.core import paging
from server.core.context import Context
from server.core.permit import permit
from server.core.sessions import Account
from shared import satlinmas
from shared.clock import WITA
from shared.codec import decode
from shared.names import is_found
from shared.roles import Permission
from shared.satlinmas import MIN_MEMBERS, Anggota
from shared.wilayah import Wilayah

PER_PAGE = 25


NEW_FOR = timedelta(days=14)
"""So long a member that a phone brought is marked as new."""


NOTICED = "perhatian"
"""The filter's word for members with a notice."""


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
        few=few(ctx.wilayah, (line.anggota for line in lines)),
        noticed=sum(bool(line.notices) for line in lines),
    )


def all_lines(ctx: Context, desa: str | None = None) -> list[MemberLine]:
    """Every member, as lists and exports need it; asks for nobody's permission."""
    now = ctx.clock.now()
    with ctx.database.read() as db:
        rows = roster_rows.everyone(db, desa)
        new, jp = roster_rows.first_from_phone(db, now - NEW_FOR), roster_rows.hours(db)
    today = now.astimezone(WITA).date()
    return [line_of(row, today, jp.get(row["id"], 0.0), new) for row in rows]


def few(wilayah: Wilayah, members: Iterable[Anggota]) -> tuple[tuple[str, int], ...]:
    """Villages whose roster has been begun but has fewer than ten active members."""
    counts: dict[str, int] = {}
    for one in members:
        counts[one.desa] = counts.get(one.desa, 0) + (one.status == "aktif")
    short = ((wilayah.nama_desa(kode), count) for kode, count in counts.items())
    return tuple(sorted(pair for pair in short if pair[1] < MIN_MEMBERS))


def active_counts(ctx: Context, account: Account) -> dict[str, int]:
    """The active members of every village, 0 where the roster is empty."""
    permit(account, Permission.READ_ANGGOTA)
    counts = dict.fromkeys(ctx.wilayah.by_kode, 0)
    for line in all_lines(ctx):
        counts[line.anggota.desa] = counts.get(line.anggota.desa, 0) + (
            line.anggota.status == "aktif"
        )
    return counts


def line_of(row: dict[str, Any], today: date, jp: float, new: set[str]) -> MemberLine:
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
