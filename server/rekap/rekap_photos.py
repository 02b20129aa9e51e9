"""Which photos go with a recap: a few of each village, or one of every report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from server.core.db.database import Db
from server.core.files.photo_files import PhotoFiles, PhotoKey
from server.rekap.papers.rekap_facts import PhotoRow
from server.rekap.rows import recap_rows
from server.rekap.rows.recap_rows import WholePhoto
from shared.clock import format_time
from shared.laporan import Kind
from shared.sensitif import may_leave

FEW = 4


@dataclass(frozen=True)
class PhotoChoice:
    """``per_page``: 4, 2 or 0 for none; ``most``: of each village, None for all its reports."""

    per_page: int = 4
    most: int | None = FEW


def chosen(
    db: Db, months: Sequence[str], desa: str | None, choice: PhotoChoice
) -> tuple[PhotoRow, ...]:
    """One photo of a report, incidents first, then the newest; on the sheet by village and time."""
    if not choice.per_page:
        return ()
    firsts = _first_of_each(may_leave(recap_rows.whole_photos(db, months, desa)))
    picked = [row for rows in _by_village(firsts).values() for row in _best(rows, choice.most)]
    return tuple(_photo(row) for row in sorted(picked, key=lambda r: (r.desa, r.mulai)))


def paths(
    photos: PhotoFiles, wanted: Iterable[PhotoRow], before_each: Callable[[], object] = lambda: None
) -> list[Path]:
    """Where the chosen photos lie; `chosen` has asked which of them may leave.

    Of one that is gone the path leads to no file. From a bucket each is fetched here, which takes
    its time: ``before_each`` raises when the person has stopped it.
    """
    found: list[Path] = []
    for one in wanted:
        before_each()
        key = PhotoKey(one.desa, one.sha256)
        found.append(photos.file(key) or photos.path(key))
    return found


def _first_of_each(rows: Iterable[WholePhoto]) -> list[WholePhoto]:
    seen: dict[str, WholePhoto] = {}
    for row in rows:
        seen.setdefault(row.laporan, row)
    return list(seen.values())


def _by_village(rows: list[WholePhoto]) -> dict[str, list[WholePhoto]]:
    found: dict[str, list[WholePhoto]] = {}
    for row in rows:
        found.setdefault(row.desa, []).append(row)
    return found


def _best(rows: list[WholePhoto], most: int | None) -> list[WholePhoto]:
    """The rows come newest first; sorting keeps that order within each kind."""
    return sorted(rows, key=lambda row: row.kind != Kind.KEJADIAN)[:most]


def _photo(row: WholePhoto) -> PhotoRow:
    return PhotoRow(
        desa=row.desa,
        sha256=row.sha256,
        laporan=row.laporan,
        mulai=format_time(row.mulai),
        jenis=row.jenis,
        tempat=row.tempat,
        keterangan=row.keterangan,
    )
