"""A recap as the paper that is signed: tables A, B and C, signatures, and the photo sheet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from server.core.papers import qr
from server.rekap.papers import rekap_words as words
from server.rekap.papers.rekap_facts import KejadianRow, PembinaanRow, Rekap, Stamp, VillageRow
from shared.clock import tanggal, tanggal_jam
from shared.documents import words as paper_words
from shared.documents.letterhead import Office
from shared.documents.paper import Paper
from shared.documents.photo_sheet import Picture
from shared.documents.table import Cells, Column
from shared.jenis import SEMUA
from shared.wilayah import Wilayah

QR_SIDE = 24.0
_B_WEIGHTS, _C_WEIGHTS = (8, 22, 42, 26, 28, 34, 52, 47), (8, 22, 42, 52, 40, 16, 79)
_CENTRED = ("No", "Peserta")
_B, _C = (
    tuple(
        Column(name, weight, "C" if name in _CENTRED else "L")
        for name, weight in zip(names, weights, strict=True)
    )
    for names, weights in ((words.HEAD_B, _B_WEIGHTS), (words.HEAD_C, _C_WEIGHTS))
)


def _columns(months: int) -> tuple[Column, ...]:
    """Of table A; several months need more room to say which of them are missing."""
    figure, figures, notes = (7.2, 8.4, 36) if months == 1 else (6.6, 8.6, 56)
    return (
        Column(words.NO, 7, "C"),
        Column(words.DESA, 31),
        Column(words.ANGGOTA, figures, "C", turned=True),
        *(Column(jenis.pendek, figure, "C", turned=True) for jenis in SEMUA),
        Column(words.KEGIATAN, figures, "C", turned=True),
        Column(words.KEJADIAN, figures, "C", turned=True),
        Column(words.ORANG, figures + 2, "C", turned=True),
        Column(words.TEPAT, 17, "C"),
        Column(words.KET, notes),
    )


def write(
    wilayah: Wilayah, rekap: Rekap, office: Office, title: str, *, made: datetime,
    asked: tuple[str, ...],
    pictures: Sequence[Picture] = (), per_page: Literal[2, 4] = 4, stamp: Stamp | None = None,
) -> Paper:  # fmt: skip
    """``title`` names the period, ``asked`` are its months; without a stamp it is a draft."""
    day = date.fromisoformat(stamp.tanggal) if stamp else made.date()
    head = "\n".join((words.JUDUL, words.of_where(wilayah, rekap.desa), title))
    paper = Paper(head.replace("\n", " "), made=made, source=_source(stamp, made), landscape=True)
    paper.kop(office.kop)
    paper.title(head, stamp.nomor if stamp else "")
    if not rekap.desa:
        paper.facts(words.ringkasan(wilayah, rekap), label_width=44)
    paper.paragraph(words.note(rekap.due_day, rekap.months, asked), size=9)
    _table_a(wilayah, paper, rekap)
    _table_b(wilayah, paper, rekap.kejadian)
    _table_c(wilayah, paper, rekap.pembinaan)
    paper.signatures(
        replace(office.camat, head=paper_words.MENGETAHUI), office.kasi,
        tempat=office.tempat, day=day,
    )  # fmt: skip
    if stamp is not None:
        _check(wilayah, paper, stamp)
    if pictures:
        paper.new_page()
        paper.heading(words.TABEL_D)
        paper.photos(pictures, per_page)
    return paper


def _source(stamp: Stamp | None, made: datetime) -> str:
    if stamp is None:
        return words.SUMBER_KONSEP.format(waktu=tanggal_jam(made))
    day = tanggal(date.fromisoformat(stamp.tanggal), weekday=False)
    return words.SUMBER_EDISI.format(edisi=stamp.edisi, tanggal=day, alamat=stamp.address)


def _table_a(wilayah: Wilayah, paper: Paper, rekap: Rekap) -> None:
    """On one page: who reads a village's line sees the heads and the sums."""
    months, total = len(rekap.months), rekap.total
    rows = [_village(wilayah, number, row, months) for number, row in enumerate(rekap.villages, 1)]
    sums = _figures(total)
    notes = words.keterangan_jumlah(rekap.nihil, rekap.silent)
    last = ["", words.JUMLAH, *sums, words.tepat(total, months), notes]
    paper.whole_table(words.TABEL_A, _columns(months), rows, total=last)


def _village(wilayah: Wilayah, number: int, row: VillageRow, months: int) -> Cells:
    notes = words.keterangan(row, months)
    return [
        str(number), wilayah.nama_desa(row.desa), *_figures(row), words.tepat(row, months), notes,
    ]  # fmt: skip


def _figures(row: VillageRow) -> list[str]:
    jenis = (row.jenis.get(one.kode, 0) for one in SEMUA)
    counts = (row.anggota, *jenis, row.kegiatan, row.kejadian, row.orang)
    return [words.angka(count) for count in counts]


def _table_b(wilayah: Wilayah, paper: Paper, kejadian: Sequence[KejadianRow]) -> None:
    paper.heading(words.TABEL_B)
    rows = [
        [
            str(number), words.waktu(row.mulai), words.tempat(wilayah, row), row.apa,
            words.korban(row),
            words.kerugian(row), row.penanganan or "-", row.tindak_lanjut or "-",
        ]
        for number, row in enumerate(kejadian, 1)
    ]  # fmt: skip
    paper.table(_B, rows, empty=words.TANPA_KEJADIAN)


def _table_c(wilayah: Wilayah, paper: Paper, pembinaan: Sequence[PembinaanRow]) -> None:
    paper.heading(words.TABEL_C)
    rows = [
        [
            str(number), words.hari(row.mulai), words.desa_list(wilayah, row), words.bentuk(row),
            row.materi or "-", words.angka(row.peserta), words.hasil(row),
        ]
        for number, row in enumerate(pembinaan, 1)
    ]  # fmt: skip
    paper.table(_C, rows, empty=words.TANPA_PEMBINAAN)


def _check(wilayah: Wilayah, paper: Paper, stamp: Stamp) -> None:
    """The code that leads to the public page, what edition this is, and what has changed."""
    paper.space(6)
    paper.need(QR_SIDE + 4)
    y = paper.pdf.y
    paper.pdf.image(io.BytesIO(qr.png(stamp.address)), paper.left, y, QR_SIDE, QR_SIDE)
    lines = (words.PERIKSA, stamp.address, words.edition(stamp.edisi, stamp.before))
    for number, line in enumerate(lines):
        style = "B" if number == 1 else ""
        text = paper.faces.fit(line)
        paper.put(text, paper.left + QR_SIDE + 4, y + 4 + number * 5, 200, style=style, size=9)
    paper.pdf.set_xy(paper.left, y + QR_SIDE + 2)
    if stamp.changes:
        paper.heading(words.PERUBAHAN.format(lama=stamp.edisi - 1))
        paper.points([words.change(wilayah, one) for one in stamp.changes])
