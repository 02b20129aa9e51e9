"""Reports as they go out: one flat row each, those of a kejadian with what happened."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.core.db.database import Database
from server.core.papers.sheet import Cell
from server.data import teks_kamus
from server.data.datasets.fields import DECIMAL, FLAG, MOMENT, NUMBER, TEXT, Dataset, Field, joined
from server.data.rows import export_rows
from shared.clock import WITA, parse_time
from shared.codec import decode_laporan
from shared.jenis import KODE as JENIS
from shared.laporan import Laporan, RincianKejadian
from shared.wilayah import Wilayah

AT_A_TIME = 100


@dataclass(frozen=True)
class Item:
    """A report as it stands, with what the server knows of it."""

    wilayah: Wilayah
    row: dict[str, Any]
    laporan: Laporan


def items(wilayah: Wilayah, database: Database, idents: Sequence[str]) -> Iterator[Item]:
    """These reports in this order; read a hundred at a time, each with a short look."""
    for start in range(0, len(idents), AT_A_TIME):
        with database.read() as db:
            found = export_rows.laporan(db, idents[start : start + AT_A_TIME])
        yield from (item(wilayah, row) for row in found)


def item(wilayah: Wilayah, row: dict[str, Any]) -> Item:
    """A report of a row that holds its message."""
    return Item(wilayah, row, decode_laporan(json.loads(row["message"])))


def _column(name: str) -> Callable[[Item], Cell]:
    return lambda one: one.row[name]


def _said(name: str) -> Callable[[Item], Cell]:
    return lambda one: getattr(one.laporan, name)


def _happened(name: str) -> Callable[[Item], Cell]:
    def value(one: Item) -> Cell:
        detail = one.laporan.kejadian
        return getattr(detail, name) if detail else None

    return value


def _moment(text: str | None) -> datetime | None:
    return parse_time(text).astimezone(WITA) if text else None


def _start(one: Item) -> Cell:
    return _moment(one.laporan.mulai)


def _end(one: Item) -> Cell:
    return _moment(one.laporan.selesai)


def _happened_at(one: Item) -> Cell:
    return _moment(_detail(one).waktu)


def _contacted(one: Item) -> Cell:
    return joined(_detail(one).dihubungi)


def _detail(one: Item) -> RincianKejadian:
    return one.laporan.kejadian or RincianKejadian()


def _jenis(one: Item) -> Cell:
    known = JENIS.get(one.laporan.jenis or "")
    return known.nama if known else one.laporan.jenis


def _place(name: str) -> Callable[[Item], Cell]:
    return lambda one: getattr(one.laporan.lokasi, name, None)


def _people(one: Item) -> Cell:
    return joined(person.nama for person in one.laporan.personel)


DATASET: Dataset[Item] = Dataset(
    "laporan",
    "Laporan",
    teks_kamus.LAPORAN,
    (
        Field("resi", TEXT, _column("resi"), 20),
        Field("macam", TEXT, _said("kind"), 11),
        Field("status", TEXT, _column("status"), 15),
        Field("bulan", TEXT, _column("bulan"), 10),
        Field("desa_kode", TEXT, _said("desa"), 15),
        Field("desa", TEXT, lambda one: one.wilayah.nama_desa(one.laporan.desa), 16),
        Field("jenis_kode", TEXT, _said("jenis"), 15),
        Field("jenis", TEXT, _jenis, 36),
        Field("mulai", MOMENT, _start, 17),
        Field("selesai", MOMENT, _end, 17),
        Field("tempat", TEXT, _said("tempat"), 26),
        Field("lintang", DECIMAL, _place("lintang"), 12),
        Field("bujur", DECIMAL, _place("bujur"), 12),
        Field("akurasi_m", DECIMAL, _place("akurasi_m"), 10),
        Field("sumber_letak", TEXT, _place("sumber"), 10),
        Field("jumlah_personel", NUMBER, _said("jumlah_personel"), 10),
        Field("personel", TEXT, _people, 36, open=False),
        Field("pihak_lain", TEXT, lambda one: joined(one.laporan.pihak_lain), 22),
        Field("dasar", TEXT, _said("dasar"), 20),
        Field("uraian", TEXT, _said("uraian"), 60),
        Field("hasil", TEXT, _said("hasil"), 30),
        Field("kendala", TEXT, _said("kendala"), 30),
        Field("tindak_lanjut", TEXT, _said("tindak_lanjut"), 30),
        Field("kejadian", TEXT, _happened("jenis"), 22),
        Field("waktu_kejadian", MOMENT, _happened_at, 17),
        Field("meninggal", NUMBER, _happened("meninggal"), 10),
        Field("luka", NUMBER, _happened("luka"), 8),
        Field("mengungsi_kk", NUMBER, _happened("mengungsi_kk"), 11),
        Field("mengungsi_jiwa", NUMBER, _happened("mengungsi_jiwa"), 11),
        Field("rumah", NUMBER, _happened("rumah"), 11),
        Field("kerugian", TEXT, _happened("kerugian"), 24),
        Field("penanganan", TEXT, _happened("penanganan"), 30),
        Field("dihubungi", TEXT, _contacted, 22),
        Field("kebutuhan", TEXT, _happened("kebutuhan"), 24),
        Field("pelapor", TEXT, lambda one: one.laporan.pelapor.nama, 22),
        Field("jabatan_pelapor", TEXT, lambda one: one.laporan.pelapor.jabatan, 22),
        Field("jumlah_foto", NUMBER, lambda one: len(one.laporan.foto), 9),
        Field("ditulis_kecamatan", FLAG, lambda one: one.row["device"] is None, 11),
        Field("diterima", MOMENT, _column("received_at"), 17),
        Field("diubah", MOMENT, _column("changed_at"), 17),
        Field("versi", NUMBER, _said("versi"), 7),
        Field("id", TEXT, _said("id"), 38),
    ),
)
