"""What the staff view's two screens read in one go: the list as it stands, and one report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from server.core import paging
from server.core.context import Context
from server.core.db.database import Db
from server.core.files.photo_files import PhotoKey
from server.core.permit import permit
from server.core.sessions import Account
from server.laporan.read_laporan import PER_PAGE, Detail, Line, detail
from server.laporan.rows import laporan_queries as queries
from server.laporan.rows import laporan_reading as rows
from server.laporan.rows.laporan_queries import Near
from server.laporan.similar import similar
from shared.codec import decode_laporan
from shared.laporan import Laporan
from shared.roles import Permission, can
from shared.status import Status


@dataclass(frozen=True)
class ListFilter:
    """Which reports; None and "" mean all. ``bulan`` is the month that they count for."""

    desa: str | None = None
    kind: str | None = None
    jenis: str | None = None
    status: str | None = None
    bulan: str | None = None
    words: str = ""


@dataclass(frozen=True)
class ListPage:
    """The list as it stands: a page of lines, and the figures around it."""

    lines: tuple[Line, ...] = ()
    total: int = 0
    number: int = 1
    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    """How many at each status, were no status chosen."""
    waiting: int = 0
    """How many wait to be looked at, of all."""
    months: tuple[str, ...] = ()
    kejadian: Mapping[str, str] = field(default_factory=dict[str, str])
    """What happened, by the id of the lines that are a kejadian."""
    newest: datetime | None = None
    fresh: int = 0
    """How many that meet the filter came in after ``since``."""

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return paging.pages(self.total, PER_PAGE)

    @property
    def everything(self) -> int:
        """How many there are when no status is chosen."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class StatusAct:
    """Something the kecamatan did with a report."""

    status: str
    versi: int
    oleh: str
    at: datetime


@dataclass(frozen=True)
class LaporanPage:
    """One report in full with its place in the list that it was opened from."""

    detail: Detail
    laporan: Laporan
    acts: tuple[StatusAct, ...]
    device_names: dict[str, str]
    before: str | None
    after: str | None
    place: int
    total: int
    waiting: int
    similar: tuple[Near, ...] = ()
    """What may tell of the same."""


def list_page(
    ctx: Context,
    account: Account,
    which: ListFilter,
    number: int = 1,
    since: datetime | None = None,
) -> ListPage:
    """A page of 25: kejadian that nobody has looked at on top, then the newest."""
    permit(account, Permission.READ_LAPORAN)
    with ctx.database.read() as db:
        where = queries.where(**asdict(which))
        counts = _counts(db, which)
        total = _total(counts, which)
        number = max(1, min(number, -(-total // PER_PAGE)))
        offset = (number - 1) * PER_PAGE
        found = rows.page(db, where, limit=PER_PAGE, offset=offset, total=total)
        lines = tuple(Line(**row) for row in found)
        return ListPage(
            lines=lines,
            total=total,
            number=number,
            counts=counts,
            waiting=queries.tallied(db).get(Status.DITERIMA, 0),
            months=tuple(queries.months(db)),
            kejadian=queries.jenis_kejadian(db, [line.id for line in lines]),
            newest=queries.newest(db),
            fresh=queries.newer(db, where, since) if since else 0,
        )


def waiting(ctx: Context, account: Account) -> int:
    """How many reports wait for a decision."""
    permit(account, Permission.READ_LAPORAN)
    with ctx.database.read() as db:
        return queries.tallied(db).get(Status.DITERIMA, 0)


def laporan_page(
    ctx: Context, account: Account, which: ListFilter, ident: str
) -> LaporanPage | None:
    """One report in full, or None when there is none."""
    permit(account, Permission.READ_LAPORAN)
    found = detail(ctx, ident)
    if found is None:
        return None
    with ctx.database.read() as db:
        before, after, place = queries.neighbours(db, queries.where(**asdict(which)), ident)
        devices = {version.device for version in found.versions if version.device}
        return LaporanPage(
            detail=found,
            laporan=decode_laporan(found.message),
            acts=tuple(_act(row) for row in queries.status_acts(db, ident)),
            device_names=queries.device_names(db, sorted(devices)),
            before=before,
            after=after,
            place=place,
            total=_total(_counts(db, which), which) if place else 0,
            waiting=queries.tallied(db).get(Status.DITERIMA, 0),
            similar=similar(db, decode_laporan(found.message), found.line.mulai),
        )


def photo_path(
    ctx: Context, account: Account, ident: str, sha256: str, *, small: bool
) -> Path | None:
    """The file of a report's photo, for somebody who may see it; None: there is none for them."""
    with ctx.database.read() as db:
        named = queries.named_photo(db, ident, sha256)
    if named is None:
        return None
    desa, sensitif = named
    if sensitif and not can(account.role, Permission.SEE_SENSITIF):
        return None
    key = PhotoKey(desa, sha256)
    return ctx.photos.small(key) if small else ctx.photos.file(key)


def _counts(db: Db, which: ListFilter) -> dict[str, int]:
    """How many at each status, were no status chosen."""
    if not which.jenis and not which.words:
        return queries.tallied(db, desa=which.desa, kind=which.kind, bulan=which.bulan)
    return queries.counts(db, queries.where(**asdict(replace(which, status=None))))


def _total(counts: Mapping[str, int], which: ListFilter) -> int:
    return counts.get(which.status, 0) if which.status else sum(counts.values())


def _act(row: dict[str, Any]) -> StatusAct:
    return StatusAct(row["status"], row["versi"], row.get("oleh") or "", row["at"])
