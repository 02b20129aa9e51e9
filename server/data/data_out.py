"""Data that leaves the house as files: reports, members, coachings; each with its dictionary.

Long ones are made in the background (`jobs`); all of them are noted in the log.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from server.anggota.rows import roster_rows
from server.core.context import Context
from server.core.jobs import Step
from server.core.papers import geojson
from server.core.papers.sheet import Book, Cell, csv_lines
from server.core.permit import permit
from server.core.rows import audit_rows
from server.core.sessions import Account
from server.data import teks
from server.data.datasets import anggota, laporan, pembinaan
from server.data.datasets.fields import DICTIONARY_COLUMNS, Dataset
from server.data.rows import export_rows
from server.laporan.rows import laporan_queries, laporan_reading
from shared.clock import WITA, nama_bulan
from shared.roles import Permission
from shared.wilayah import Wilayah

LAPORAN, ANGGOTA, PEMBINAAN = "laporan", "anggota", "pembinaan"
XLSX, CSV, GEOJSON = "xlsx", "csv", "geojson"

FORMS: dict[str, tuple[str, ...]] = {
    LAPORAN: (XLSX, CSV, GEOJSON),
    ANGGOTA: (XLSX, CSV),
    PEMBINAAN: (XLSX, CSV),
}
MEDIA = {
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    CSV: "text/csv; charset=utf-8",
    GEOJSON: geojson.MEDIA,
}
DATASETS: dict[str, Dataset[Any]] = {
    LAPORAN: laporan.DATASET, ANGGOTA: anggota.DATASET, PEMBINAAN: pembinaan.DATASET,
}  # fmt: skip
_READS = {
    LAPORAN: Permission.READ_LAPORAN,
    ANGGOTA: Permission.READ_ANGGOTA,
    PEMBINAAN: Permission.READ_PEMBINAAN,
}


@dataclass(frozen=True)
class Which:
    """Months as ``2026-11``, both ends among them; None means all. Members know no months."""

    dari: str | None = None
    sampai: str | None = None
    desa: str | None = None
    macam: str | None = None


@dataclass(frozen=True)
class Page:
    """How much there is, and the months that have a report, newest first."""

    laporan: int
    foto: int
    anggota: int
    pembinaan: int
    months: tuple[str, ...]


@dataclass(frozen=True)
class _Stock:
    """The things of an export, and how many."""

    total: int
    items: Callable[[], Iterator[Any]]


def page(ctx: Context, account: Account, which: Which) -> Page:
    """What the page says before anything is made."""
    permit(account, Permission.EXPORT)
    with ctx.database.read() as db:
        where = laporan_where(which)
        return Page(
            laporan=laporan_reading.count(db, where),
            foto=export_rows.count_photos(db, where),
            anggota=export_rows.count_anggota(db, which.desa),
            pembinaan=len(export_rows.pembinaan_ids(db, _pembinaan_where(which))),
            months=tuple(laporan_queries.months(db)),
        )


def start(ctx: Context, account: Account, what: str, form: str, which: Which) -> str:
    """Begin a file; the answer is the id of the work."""
    permit(account, Permission.EXPORT)
    permit(account, _READS[what])
    if form not in FORMS[what]:
        raise ValueError(form)
    name = f"{what} {scope_words(ctx.wilayah, which, months=what != ANGGOTA)}.{form}"
    work = partial(_make, ctx, account, what, form, which)
    return ctx.jobs.start(account.username, Permission.EXPORT, name, MEDIA[form], work)


def dictionary(ctx: Context, account: Account, what: str) -> bytes:  # noqa: ARG001
    """The data dictionary as a CSV, for those who take a CSV or the API."""
    permit(account, Permission.EXPORT)
    heads = [column.name for column in DICTIONARY_COLUMNS]
    return b"".join(csv_lines(heads, DATASETS[what].dictionary()))


def scope_words(wilayah: Wilayah, which: Which, *, months: bool = True) -> str:
    """``semua desa November 2026``, for a file's name and its title."""
    where = wilayah.nama_desa(which.desa) if which.desa else teks.SEMUA_DESA
    parts = [where, period_words(which) if months else ""]
    return " ".join(part for part in parts if part)


def period_words(which: Which) -> str:
    """``Oktober 2026 sampai November 2026``"""
    dari, sampai = which.dari, which.sampai
    if dari and sampai:
        if dari == sampai:
            return nama_bulan(dari)
        return f"{nama_bulan(dari)} {teks.SAMPAI} {nama_bulan(sampai)}"
    if dari:
        return f"{teks.SEJAK} {nama_bulan(dari)}"
    return f"{teks.SAMPAI} {nama_bulan(sampai)}" if sampai else teks.SEMUA_WAKTU


def laporan_where(which: Which) -> list[Any]:
    """The reports that are meant."""
    return export_rows.laporan_where(
        dari=which.dari, sampai=which.sampai, desa=which.desa, kind=which.macam
    )


def _make(
    ctx: Context, account: Account, what: str, form: str, which: Which, path: Path, step: Step
) -> None:
    stock = _stock(ctx, what, which)
    items = _stepping(stock, step)
    data = DATASETS[what]
    if form == XLSX:
        _xlsx(ctx.wilayah, data, which, items, path)
    elif form == CSV:
        _write(path, csv_lines(data.heads(), map(data.row, items)))
    else:
        _write(path, geojson.collection(map(_feature, items), kamus_data=_kamus(data)))
    with ctx.database.write() as db:
        detail = f"{what}.{form} · {scope_words(ctx.wilayah, which)} · {stock.total} baris"
        audit_rows.add(db, ctx.clock.now(), account.username, "data_exported", which.desa, detail)


def _stock(ctx: Context, what: str, which: Which) -> _Stock:
    database = ctx.database
    with database.read() as db:
        if what == LAPORAN:
            idents = export_rows.laporan_ids(db, laporan_where(which))
            return _Stock(len(idents), lambda: laporan.items(ctx.wilayah, database, idents))
        if what == PEMBINAAN:
            idents = export_rows.pembinaan_ids(db, _pembinaan_where(which))
            return _Stock(len(idents), lambda: pembinaan.items(ctx.wilayah, database, idents))
        today = ctx.clock.now().astimezone(WITA).date()
        rows = roster_rows.everyone(db, which.desa)
        return _Stock(len(rows), lambda: (anggota.item(ctx.wilayah, row, today) for row in rows))


def _pembinaan_where(which: Which) -> list[Any]:
    since = _first_of(which.dari) if which.dari else None
    until = _first_of(which.sampai, after=1) if which.sampai else None
    return export_rows.pembinaan_where(since=since, until=until, desa=which.desa)


def _first_of(bulan: str, after: int = 0) -> datetime:
    year, month = map(int, bulan.split("-"))
    month += after
    return datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1, tzinfo=WITA)


def _stepping(stock: _Stock, step: Step) -> Iterator[Any]:
    for number, item in enumerate(stock.items(), start=1):
        step(number, stock.total)
        yield item


def _xlsx(
    wilayah: Wilayah, data: Dataset[Any], which: Which, items: Iterable[Any], path: Path
) -> None:
    with Book(path) as book:
        title = f"{data.title}: {scope_words(wilayah, which, months=data.name != ANGGOTA)}"
        sheet = book.sheet(data.title, data.columns(), titles=(title,))
        for item in items:
            sheet.add(data.row(item))
        words = book.sheet(teks.KAMUS, DICTIONARY_COLUMNS)
        for row in data.dictionary():
            words.add(row)


def _feature(one: laporan.Item) -> dict[str, Any]:
    where = one.laporan.lokasi
    position = (where.bujur, where.lintang) if where else None
    properties = laporan.DATASET.record(one)
    return geojson.feature(one.laporan.id, position, properties)


def _kamus(data: Dataset[Any]) -> dict[str, Cell]:
    return {row[1]: row[3] for row in data.dictionary() if isinstance(row[1], str)}


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    with io.BufferedWriter(io.FileIO(path, "w"), 1 << 16) as file:
        for piece in pieces:
            file.write(piece)
