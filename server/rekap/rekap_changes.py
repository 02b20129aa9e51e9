"""What differs between two recaps of the same period, figure by figure and line by line. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from server.rekap.papers import rekap_words as words
from server.rekap.papers.rekap_facts import Change, KejadianRow, PembinaanRow, Rekap, VillageRow
from shared.jenis import KODE as JENIS
from shared.wilayah import Wilayah


def differences(wilayah: Wilayah, old: Rekap, new: Rekap) -> tuple[Change, ...]:
    """Nothing when the newer one would be printed like the older."""
    return (
        *_table_a(old, new),
        *_lines("B", _kejadian(wilayah, old), _kejadian(wilayah, new)),
        *_lines("C", _pembinaan(wilayah, old), _pembinaan(wilayah, new)),
        *_photos(wilayah, old, new),
    )


def _table_a(old: Rekap, new: Rekap) -> Iterator[Change]:
    before = {row.desa: row for row in old.villages}
    for row in new.villages:
        if row.desa in before:
            was, now = _cells(before[row.desa], old), _cells(row, new)
            for name in now:
                if was[name] != now[name]:
                    yield Change("A", row.desa, name, was[name], now[name])


def _cells(row: VillageRow, rekap: Rekap) -> dict[str, str]:
    months = len(rekap.months)
    return {
        "anggota": str(row.anggota),
        **{f"jenis {kode}": str(row.jenis.get(kode, 0)) for kode in JENIS},
        "kegiatan": str(row.kegiatan),
        "kejadian": str(row.kejadian),
        "orang": str(row.orang),
        "tepat": words.tepat(row, months),
        "keterangan": words.keterangan(row, months),
    }


Line = tuple[str, str, dict[str, str]]
"""Village, name of the line, and what stands in its columns."""


def _kejadian(wilayah: Wilayah, rekap: Rekap) -> dict[str, Line]:
    return {row.id: _kejadian_line(wilayah, row) for row in rekap.kejadian}


def _kejadian_line(wilayah: Wilayah, row: KejadianRow) -> Line:
    cells = (
        words.waktu(row.mulai), words.tempat(wilayah, row), row.apa, words.korban(row),
        words.kerugian(row),
        row.penanganan or "-", row.tindak_lanjut or "-",
    )  # fmt: skip
    name = f"{row.apa}, {words.waktu(row.mulai)}"
    return row.desa, name, dict(zip(words.HEAD_B[1:], cells, strict=True))


def _pembinaan(wilayah: Wilayah, rekap: Rekap) -> dict[str, Line]:
    return {row.id: _pembinaan_line(wilayah, row) for row in rekap.pembinaan}


def _pembinaan_line(wilayah: Wilayah, row: PembinaanRow) -> Line:
    cells = (
        words.hari(row.mulai), words.desa_list(wilayah, row), words.bentuk(row),
        row.materi or "-", str(row.peserta), words.hasil(row),
    )  # fmt: skip
    name = f"{words.bentuk(row)}, {words.hari(row.mulai)}"
    return "", name, dict(zip(words.HEAD_C[1:], cells, strict=True))


def _lines(tabel: str, old: Mapping[str, Line], new: Mapping[str, Line]) -> Iterator[Change]:
    for ident, (desa, name, cells) in new.items():
        if ident not in old:
            yield Change(tabel, desa, "", "", name)
            continue
        for column, value in cells.items():
            if old[ident][2][column] != value:
                yield Change(tabel, desa, f"{name}, {column}", old[ident][2][column], value)
    for ident, (desa, name, _) in old.items():
        if ident not in new:
            yield Change(tabel, desa, "", name, "")


def _photos(wilayah: Wilayah, old: Rekap, new: Rekap) -> Iterator[Change]:
    before: dict[Any, str] = {(p.desa, p.sha256): words.caption(wilayah, p) for p in old.photos}
    after: dict[Any, str] = {(p.desa, p.sha256): words.caption(wilayah, p) for p in new.photos}
    for key, caption in after.items():
        if before.get(key) != caption:
            yield Change("D", "", "", before.get(key, ""), caption)
    for key, caption in before.items():
        if key not in after:
            yield Change("D", "", "", caption, "")
