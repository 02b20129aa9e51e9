"""The four listings of a roster, as tables. Pure.

Columns stand in the order in which SIM Linmas asks for its fields; no listing carries a NIK.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from server.anggota import teks
from server.anggota.papers.roster_list import Group, Head, Listing
from server.anggota.roster_page import MemberLine
from server.core.papers.sheet import Cell
from shared.clock import tanggal
from shared.documents.letterhead import Office, Signatory
from shared.satlinmas import (
    JABATAN,
    MAX_AGE,
    REGU,
    SERVICE_YEARS,
    STATUS,
    Anggota,
    DataDesa,
    masa_bakti,
    umur,
)
from shared.wilayah import Wilayah

_RANKS = {kode: rank for rank, kode in enumerate(JABATAN)}
_SQUADS = {kode: rank for rank, kode in enumerate(REGU)}
_NO, _NAMA, _JABATAN = Head(teks.NO, 9, True), Head(teks.NAMA, 46), Head(teks.JABATAN, 28)
_HEADS = {
    "anggota": (
        Head(teks.NO, 8, True), Head(teks.NAMA, 36), Head(teks.DESA, 24),
        Head(teks.LP, 9, True), Head(teks.LAHIR, 21), Head(teks.USIA, 10, True),
        Head(teks.ALAMAT, 18), Head(teks.JABATAN, 22), Head(teks.REGU, 30),
        Head(teks.STATUS, 17), Head(teks.MULAI, 21), Head(teks.HP, 24), Head(teks.SK, 24),
        Head(teks.KTA, 13), Head(teks.JP, 7, True), Head(teks.BAKTI, 12, True),
    ),
    "sk": (
        _NO, _NAMA, Head(teks.DESA, 24), Head(teks.LP, 9, True), Head(teks.LAHIR, 22),
        Head(teks.ALAMAT, 26), _JABATAN, Head(teks.REGU, 38),
    ),
    "usia": (
        _NO, _NAMA, Head(teks.DESA, 26), Head(teks.LAHIR, 22), Head(teks.USIA, 11, True),
        Head(teks.GENAP_60, 22), _JABATAN, Head(teks.KET, 36),
    ),
    "bakti": (
        _NO, _NAMA, Head(teks.DESA, 26), _JABATAN, Head(teks.MULAI, 22),
        Head(teks.BAKTI, 16, True), Head(teks.GENAP, 22), Head(teks.KET, 31),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class About:
    """What a listing is made of; ``desa`` None: all villages, and ``data`` is empty."""

    wilayah: Wilayah
    lines: Sequence[MemberLine]
    desa: str | None
    data: DataDesa
    office: Office
    today: date

    def title(self, kind: str) -> str:
        """What it is, and of where."""
        place = f"{teks.DESA} {self.wilayah.nama_desa(self.desa)} " if self.desa else ""
        return f"{teks.JUDUL[kind]}\n{place}{teks.KECAMATAN} {self.wilayah.nama}".upper()


def _members(about: About) -> Listing:
    rows = [
        [
            number, one.nama, about.wilayah.nama_desa(one.desa), one.jenis_kelamin,
            _day(one.tanggal_lahir),
            line.umur, one.alamat, JABATAN.get(one.jabatan, one.jabatan),
            REGU.get(one.regu or "", ""), STATUS.get(one.status, one.status), _day(one.mulai),
            one.hp, one.sk.nomor if one.sk else "", one.kta, line.jp, masa_bakti(one, about.today),
        ]
        for number, line in enumerate(about.lines, 1)
        for one in (line.anggota,)
    ]  # fmt: skip
    active = sum(line.anggota.status == "aktif" for line in about.lines)
    note = teks.JUMLAH.format(aktif=active, semua=len(about.lines))
    return Listing(
        about.title("anggota"), _HEADS["anggota"], (Group("", rows),), (about.office.kasi,),
        note=note, empty=teks.KOSONG["anggota"], landscape=True,
    )  # fmt: skip


def _decree(about: About) -> Listing:
    """Who signs a decree is not ours to say: that is a line to write on."""
    groups: list[Group] = []
    for kode in [about.desa] if about.desa else [one.kode for one in about.wilayah.desa]:
        own = sorted((line.anggota for line in about.lines if line.anggota.desa == kode), key=_rank)
        if own:
            rows = [_decree_row(about.wilayah, number, one) for number, one in enumerate(own, 1)]
            groups.append(
                Group("" if about.desa else f"{teks.DESA} {about.wilayah.nama_desa(kode)}", rows)
            )
    known = about.data
    day = tanggal(date.fromisoformat(known.sk_tanggal), weekday=False) if known.sk_tanggal else ""
    above = (
        (teks.LAMPIRAN, teks.KEPUTUSAN), (teks.NOMOR, known.sk_nomor or teks.TITIK),
        (teks.TANGGAL, day or teks.TITIK),
    )  # fmt: skip
    return Listing(
        about.title("sk"), _HEADS["sk"], tuple(groups), (Signatory(teks.TITIK),),
        above=above, empty=teks.KOSONG["sk"], with_kop=False,
    )  # fmt: skip


def _decree_row(wilayah: Wilayah, number: int, one: Anggota) -> list[Cell]:
    return [
        number, one.nama, wilayah.nama_desa(one.desa), one.jenis_kelamin, _day(one.tanggal_lahir),
        one.alamat, JABATAN.get(one.jabatan, one.jabatan), REGU.get(one.regu or "", "-"),
    ]  # fmt: skip


def _rank(one: Anggota) -> tuple[int, int, str]:
    """As a decree names them: the heads first, then squad by squad."""
    return _RANKS.get(one.jabatan, 9), _SQUADS.get(one.regu or "", 9), one.nama.casefold()


def _ages(about: About) -> Listing:
    found = sorted(
        (
            (turning, one)
            for one in (line.anggota for line in about.lines)
            if one.tanggal_lahir
            and (turning := _after_years(one.tanggal_lahir, MAX_AGE)) <= _soon(about.today)
        ),
        key=lambda pair: (pair[0], pair[1].nama),
    )
    rows: list[list[Cell]] = [
        [
            number, one.nama, about.wilayah.nama_desa(one.desa), _day(one.tanggal_lahir),
            umur(one, about.today),
            turning, JABATAN.get(one.jabatan, one.jabatan),
            teks.SUDAH_60 if turning <= about.today else teks.SEGERA_60,
        ]
        for number, (turning, one) in enumerate(found, 1)
    ]  # fmt: skip
    return Listing(
        about.title("usia"), _HEADS["usia"], (Group("", rows),), (about.office.kasi,),
        note=teks.CATATAN_60, empty=teks.KOSONG["usia"],
    )  # fmt: skip


def _service(about: About) -> Listing:
    """10, 20 and 30 years, the longest first; who reaches one within the year is named too."""
    groups: list[Group] = []
    for years in reversed(SERVICE_YEARS):
        found = sorted(_reaching([line.anggota for line in about.lines], years, about.today))
        rows: list[list[Cell]] = [
            [
                number, nama, about.wilayah.nama_desa(kode), jabatan, mulai, served, reached,
                teks.SUDAH_BAKTI if reached <= about.today else teks.SEGERA_BAKTI,
            ]
            for number, (reached, nama, kode, jabatan, mulai, served) in enumerate(found, 1)
        ]  # fmt: skip
        if rows:
            groups.append(Group(teks.BAKTI_TAHUN.format(tahun=years), rows))
    return Listing(
        about.title("bakti"), _HEADS["bakti"], tuple(groups), (about.office.kasi,),
        note=teks.CATATAN_BAKTI, empty=teks.KOSONG["bakti"],
    )  # fmt: skip


def _reaching(
    members: Sequence[Anggota], years: int, today: date
) -> list[tuple[date, str, str, str, date, int]]:
    """Those between this mark and the next, and those who come to it within the year."""
    found: list[tuple[date, str, str, str, date, int]] = []
    for one in members:
        if not one.mulai:
            continue
        reached, served = _after_years(one.mulai, years), masa_bakti(one, today) or 0
        if reached <= _soon(today) and (served < years + 10 or years == SERVICE_YEARS[-1]):
            jabatan, begun = JABATAN.get(one.jabatan, one.jabatan), date.fromisoformat(one.mulai)
            found.append((reached, one.nama, one.desa, jabatan, begun, served))
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _after_years(day: str, years: int) -> date:
    """The day so many years later; from 29 February it is 1 March."""
    since = date.fromisoformat(day)
    try:
        return since.replace(year=since.year + years)
    except ValueError:
        return date(since.year + years, 3, 1)


def _soon(today: date) -> date:
    """Whoever comes to it within a year is named already."""
    return _after_years(today.isoformat(), 1)


LISTINGS: dict[str, Callable[[About], Listing]] = {
    "anggota": _members, "sk": _decree, "usia": _ages, "bakti": _service,
}  # fmt: skip
