"""What an indicator says in words, the same on the page and on paper. Pure."""

from __future__ import annotations

from server.inovasi import teks
from server.inovasi.indicators import Lack, Standing
from server.inovasi.measure_scope import Observed
from shared.clock import tanggal


def says(one: Standing) -> str:
    """What data or files say today."""
    if not one.is_measured:
        count = len(one.files)
        return teks.KATA_BERKAS.format(n=count) if count else teks.KATA_TANPA_BERKAS
    figure, ukuran = one.figure, one.basis.ukuran
    if figure.of == 0 and ukuran in teks.KATA_NIHIL:
        return teks.KATA_NIHIL[ukuran]
    if figure.value is None:
        return teks.KATA_TANPA.get(ukuran, teks.KATA_KOSONG)
    shape = teks.KATA_DATA.get(ukuran, teks.KATA_LAIN)
    return shape.format(n=teks.angka(figure.value), atas=figure.top, bawah=figure.of)


def next_step(one: Standing) -> str:
    """What the next points need."""
    step = one.step
    if step.lack is Lack.NOTHING:
        return teks.LANGKAH_PENUH
    text = one.basis.parameter[step.parameter - 1]
    if step.lack is Lack.FILE:
        return teks.LANGKAH_BERKAS.format(p=step.parameter, teks=text)
    if step.lack is Lack.CHOICE:
        return teks.LANGKAH_PILIHAN.format(p=step.parameter, teks=text)
    if step.by is None:
        return teks.LANGKAH_TANPA.format(p=step.parameter, teks=text)
    down = one.basis.batas[step.parameter - 1].startswith("<")
    shape = teks.LANGKAH_TURUN if down else teks.LANGKAH_UKURAN
    return shape.format(p=step.parameter, teks=text, n=with_unit(one, step.by))


def with_unit(one: Standing, number: float) -> str:
    """``2 desa``"""
    unit = teks.SATUAN.get(one.basis.ukuran, "")
    return f"{teks.angka(number)} {unit}".strip()


def since_first_use(seen: Observed) -> str:
    """That the product was not in use yet, or only since a day within the scope; else empty."""
    used = seen.used
    if used is None:
        return teks.UK_BELUM_DIPAKAI
    if used.since == seen.scope.since:
        return ""
    return teks.UK_SEJAK.format(tanggal=tanggal(used.since, weekday=False))
