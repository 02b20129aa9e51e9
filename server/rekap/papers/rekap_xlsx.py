"""A recap as a workbook: tables A, B and C on a sheet each, figures as figures, days as days."""

from __future__ import annotations

from pathlib import Path

from server.core.papers.sheet import Book, Cell, Column
from server.rekap.papers import rekap_words as words
from server.rekap.papers.rekap_facts import Rekap, VillageRow
from shared.clock import parse_time
from shared.jenis import SEMUA
from shared.wilayah import DESA, nama_desa

_A = (
    Column(words.NO, 5), Column(words.DESA, 18), Column(words.ANGGOTA, 9),
    *(Column(jenis.pendek, 11) for jenis in SEMUA),
    Column(words.KEGIATAN, 10), Column(words.KEJADIAN, 10), Column(words.ORANG, 10),
    Column(words.TEPAT, 12), Column(words.KET, 30),
)  # fmt: skip
_B = tuple(
    Column(name, w) for name, w in zip(
        ("No", "Tanggal, jam", "Desa", "Tempat", "Kejadian", "Meninggal", "Luka",
         "Jiwa mengungsi", "KK mengungsi", "Rumah", "Kerugian", "Penanganan", "Tindak lanjut",
         "Resi"),
        (5, 17, 18, 28, 20, 11, 8, 11, 11, 8, 28, 40, 40, 22), strict=True,
    )
)  # fmt: skip
_C = tuple(
    Column(name, w) for name, w in zip(words.HEAD_C, (5, 13, 34, 40, 34, 9, 60), strict=True)
)


def write(target: Path, rekap: Rekap, title: str) -> None:
    """``title`` names the period."""
    titles = (words.JUDUL, words.wilayah(rekap.desa), title)
    with Book(target) as book:
        first = book.sheet(words.TABEL_A, _A, titles=titles, still=2)
        for number, row in enumerate(rekap.villages, 1):
            first.add(_village(number, row, len(rekap.months)))
        first.add(_total(rekap), bold=True)
        second = book.sheet(words.TABEL_B, _B, titles=titles)
        for line in _kejadian(rekap):
            second.add(line)
        third = book.sheet(words.TABEL_C, _C, titles=titles)
        for line in _pembinaan(rekap):
            third.add(line)


def _village(number: int, row: VillageRow, months: int) -> list[Cell]:
    notes = words.keterangan(row, months)
    return [number, nama_desa(row.desa), *_figures(row), words.tepat(row, months), notes]


def _figures(row: VillageRow) -> list[int]:
    jenis = (row.jenis.get(one.kode, 0) for one in SEMUA)
    return [row.anggota, *jenis, row.kegiatan, row.kejadian, row.orang]


def _total(rekap: Rekap) -> list[Cell]:
    total = rekap.total
    notes = words.keterangan_jumlah(rekap.nihil, rekap.silent)
    return [None, words.JUMLAH, *_figures(total), words.tepat(total, len(rekap.months)), notes]


def _kejadian(rekap: Rekap) -> list[list[Cell]]:
    return [
        [
            number, parse_time(row.mulai), nama_desa(row.desa), row.tempat, row.apa, row.meninggal,
            row.luka, row.mengungsi_jiwa, row.mengungsi_kk, row.rumah, row.kerugian,
            row.penanganan, row.tindak_lanjut, row.resi,
        ]
        for number, row in enumerate(rekap.kejadian, 1)
    ]  # fmt: skip


def _pembinaan(rekap: Rekap) -> list[list[Cell]]:
    return [
        [
            number, parse_time(row.mulai).date(), words.desa_list(row, len(DESA)),
            words.bentuk(row), row.materi, row.peserta, words.hasil(row),
        ]
        for number, row in enumerate(rekap.pembinaan, 1)
    ]  # fmt: skip
