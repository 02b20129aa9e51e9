"""What lists, filters and figures need of a report, drawn from its message."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from shared.clock import WITA, month_of, parse_time
from shared.jenis import nama_jenis
from shared.laporan import Kind, Laporan
from shared.names import searchable
from shared.wilayah import Wilayah


def row_of(wilayah: Wilayah, laporan: Laporan, resi: str) -> dict[str, Any]:
    """The columns of `laporan` that follow from the version in force."""
    mulai = _start(laporan)
    return {
        "kind": laporan.kind,
        "versi": laporan.versi,
        "jenis": laporan.jenis,
        "mulai": mulai,
        "selesai": parse_time(laporan.selesai) if laporan.selesai else None,
        "bulan": laporan.periode if laporan.kind == Kind.NIHIL else month_of(mulai),
        "tempat": laporan.tempat,
        "uraian": laporan.uraian,
        "pelapor": laporan.pelapor.nama,
        "jabatan": laporan.pelapor.jabatan,
        "jumlah_foto": len(laporan.foto),
        "jumlah_personel": laporan.jumlah_personel,
        "lintang": laporan.lokasi.lintang if laporan.lokasi else None,
        "bujur": laporan.lokasi.bujur if laporan.lokasi else None,
        "words": searchable(" ".join((resi, *_words(wilayah, laporan)))),
    }


def _start(laporan: Laporan) -> datetime:
    if laporan.kind == Kind.NIHIL:
        year, month = (laporan.periode or "").split("-")
        return datetime(int(year), int(month), 1, tzinfo=WITA)
    return parse_time(laporan.mulai or "")


def _words(wilayah: Wilayah, laporan: Laporan) -> Iterator[str]:
    yield from (
        wilayah.nama_desa(laporan.desa), laporan.tempat, laporan.uraian, laporan.hasil,
        laporan.kendala,
        laporan.tindak_lanjut, laporan.dasar, laporan.pelapor.nama, laporan.pelapor.jabatan,
    )  # fmt: skip
    if laporan.jenis:
        yield nama_jenis(laporan.jenis)
    yield from laporan.pihak_lain
    yield from (orang.nama for orang in laporan.personel)
    yield from (foto.keterangan for foto in laporan.foto)
    if (kejadian := laporan.kejadian) is not None:
        yield from (
            kejadian.jenis, kejadian.kerugian, kejadian.penanganan, kejadian.kebutuhan,
            *kejadian.dihubungi,
        )  # fmt: skip
