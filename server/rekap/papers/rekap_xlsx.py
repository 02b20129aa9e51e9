"""A recap as a workbook: tables A, B and C on a sheet each, figures as figures, days as days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from server.core.papers.sheet import Blocks, Book, Cell, Column
from server.rekap.papers import rekap_words as words
from server.rekap.papers.rekap_facts import Rekap, VillageRow
from shared.clock import parse_time
from shared.documents import words as paper_words
from shared.documents.letterhead import Office, Signatory, grouped_nip, place_and_day
from shared.jenis import SEMUA
from shared.wilayah import Wilayah

_A = (
    Column(words.NO, 4), Column(words.DESA, 16), Column(words.ANGGOTA, 6, turned=True),
    *(Column(jenis.pendek, 5, turned=True) for jenis in SEMUA),
    Column(words.KEGIATAN, 6, turned=True), Column(words.KEJADIAN, 6, turned=True),
    Column(words.ORANG, 7, turned=True), Column(words.TEPAT, 11), Column(words.KET, 24),
)  # fmt: skip
_B = tuple(
    Column(name, w, turned=w == 5) for name, w in zip(
        ("No", "Tanggal, jam", "Desa", "Tempat", "Kejadian", "Meninggal", "Luka",
         "Jiwa mengungsi", "KK mengungsi", "Rumah", "Kerugian", "Penanganan", "Tindak lanjut",
         "Resi"),
        (4, 16, 14, 18, 16, 5, 5, 5, 5, 5, 20, 28, 28, 21), strict=True,
    )
)  # fmt: skip
_C = tuple(
    Column(name, w) for name, w in zip(words.HEAD_C, (4, 12, 24, 26, 26, 9, 40), strict=True)
)


def write(wilayah: Wilayah, target: Path, rekap: Rekap, title: str, signed: Blocks = ()) -> None:
    """``title`` names the period; each sheet is a paper of its own, ``signed`` see `signing`."""
    titles = (words.JUDUL, words.of_where(wilayah, rekap.desa), title)
    with Book(target) as book:
        first = book.sheet(words.TABEL_A, _A, titles=titles, still=2, ruled=True)
        for number, row in enumerate(rekap.villages, 1):
            first.add(_village(wilayah, number, row, len(rekap.months)))
        first.add(_total(rekap), bold=True)
        first.sign(signed)
        for name, columns, rows in (
            (words.TABEL_B, _B, _kejadian(wilayah, rekap)),
            (words.TABEL_C, _C, _pembinaan(wilayah, rekap)),
        ):
            sheet = book.sheet(name, columns, titles=titles, ruled=True)
            for line in rows:
                sheet.add(line)
            sheet.sign(signed)


def signing(office: Office, day: date) -> Blocks:
    """Camat and Kasi as on the PDF, line by line."""
    camat = [paper_words.MENGETAHUI, office.camat.jabatan, *_hand(office.camat)]
    kasi = [place_and_day(office.tempat, day), office.kasi.jabatan, *_hand(office.kasi)]
    return camat, kasi


def _hand(who: Signatory) -> list[str]:
    nip = grouped_nip(who.nip or "") or paper_words.BARIS_KOSONG
    name, pangkat = (words_ or paper_words.BARIS_KOSONG for words_ in (who.nama, who.pangkat))
    return ["", "", "", name, pangkat, paper_words.NIP.format(nip=nip)]


def _village(wilayah: Wilayah, number: int, row: VillageRow, months: int) -> list[Cell]:
    notes = words.keterangan(row, months)
    return [number, wilayah.nama_desa(row.desa), *_figures(row), words.tepat(row, months), notes]


def _figures(row: VillageRow) -> list[int]:
    jenis = (row.jenis.get(one.kode, 0) for one in SEMUA)
    return [row.anggota, *jenis, row.kegiatan, row.kejadian, row.orang]


def _total(rekap: Rekap) -> list[Cell]:
    total = rekap.total
    notes = words.keterangan_jumlah(rekap.nihil, rekap.silent)
    return [None, words.JUMLAH, *_figures(total), words.tepat(total, len(rekap.months)), notes]


def _kejadian(wilayah: Wilayah, rekap: Rekap) -> list[list[Cell]]:
    return [
        [
            number, parse_time(row.mulai), wilayah.nama_desa(row.desa), row.tempat, row.apa,
            row.meninggal,
            row.luka, row.mengungsi_jiwa, row.mengungsi_kk, row.rumah, row.kerugian,
            row.penanganan, row.tindak_lanjut, row.resi,
        ]
        for number, row in enumerate(rekap.kejadian, 1)
    ]  # fmt: skip


def _pembinaan(wilayah: Wilayah, rekap: Rekap) -> list[list[Cell]]:
    return [
        [
            number, parse_time(row.mulai).date(), words.desa_list(wilayah, row),
            words.bentuk(row), row.materi, row.peserta, words.hasil(row),
        ]
        for number, row in enumerate(rekap.pembinaan, 1)
    ]  # fmt: skip
