"""A second pair of eyes before the claim: what lies behind each, and what would be struck. Pure.

The rules are ours, not the law's: they strike what nobody could open and look at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from server.inovasi import innovation_calendar as calendar
from server.inovasi import teks
from server.inovasi.indicators import Standing
from server.inovasi.innovation import Innovation
from server.inovasi.innovation_dates import dates
from server.inovasi.innovation_eligibility import Eligibility, judge
from server.inovasi.innovation_figures import steady_months
from server.inovasi.innovation_set import ENTERED
from server.inovasi.measures import steady
from shared.clock import tanggal, tanggal_pendek
from shared.wilayah import Wilayah

MOST_LINES = 8
DRAFT_WORDS = ("rancangan", "draf", "draft", "konsep")
COUNTED = frozenset({18, 20, 24, 31})
"""Indicators whose parameter counts things: as many files as things can be looked for."""

NO_FILE, OTHER_KIND, NO_DECREE, DRAFT = "tanpa_berkas", "jenis_lain", "bukan_sk", "rancangan"
FEW_FILES, NO_PRINT, OFF_TABLE = "kurang_berkas", "tanpa_cetak", "luar_tabel"
STRIKES = frozenset({NO_FILE, OTHER_KIND, NO_DECREE, DRAFT})

Row = dict[str, Any]


@dataclass(frozen=True)
class Finding:
    """One remark; ``code`` names its words."""

    code: str
    facts: Mapping[str, Any]

    @property
    def strikes(self) -> bool:
        """Whether the claim falls by it; else it is only doubted."""
        return self.code in STRIKES

    @property
    def sentence(self) -> str:
        """In words."""
        return teks.VL_ALASAN[self.code].format(**self.facts)


@dataclass(frozen=True)
class Checked:
    """One claim: the parameter, what lies behind it, and what is said against it."""

    standing: Standing
    claim: int
    behind: tuple[str, ...]
    more: int
    """So many lines more lie behind it than are shown."""
    findings: tuple[Finding, ...]

    @property
    def struck(self) -> bool:
        """Whether nothing of the claim is left."""
        return self.claim > 0 and any(one.strikes for one in self.findings)

    @property
    def points(self) -> float:
        """What is left of it."""
        return 0.0 if self.struck else self.standing.indicator.bobot * self.claim


def check(page: Innovation) -> tuple[Checked, ...]:
    """Every indicator through the eyes of who validates."""
    return tuple(_checked(page, one) for one in page.overview.standings)


def eligibility(page: Innovation) -> Eligibility:
    """Whether the whole may be filed in this year's round: else every claim falls."""
    window = calendar.find(page.overview.set.kalender, calendar.WINDOW)
    return judge(dates(page.facts, page.files), window, page.today)


def _checked(page: Innovation, one: Standing) -> Checked:
    lines = [*_files(one), *behind(page, one)]
    shown = tuple(lines[:MOST_LINES])
    findings = (*_about_files(one), *_about_number(one)) if one.counted else ()
    return Checked(one, one.counted, shown, len(lines) - len(shown), findings)


def _about_files(one: Standing) -> list[Finding]:
    if not one.files:
        return [Finding(NO_PRINT if one.from_data else NO_FILE, {})]
    kinds = {file["jenis"] for file in one.files}
    asked = one.indicator.jenis
    if asked and not kinds & set(asked):
        names = ", ".join(teks.IN_JENIS_BERKAS.get(kind, kind) for kind in asked)
        return [Finding(OTHER_KIND, {"jenis": names})]
    if one.basis.parameter[one.counted - 1].startswith("SK ") and "sk" not in kinds:
        return [Finding(NO_DECREE, {})]
    if all(_is_draft(file["nama"]) for file in one.files):
        return [Finding(DRAFT, {})]
    if one.indicator.nomor in COUNTED and len(one.files) < one.counted:
        told = {"n": one.basis.parameter[one.counted - 1], "ada": len(one.files)}
        return [Finding(FEW_FILES, told)]
    return []


def _about_number(one: Standing) -> list[Finding]:
    """Savings above 30 percent stand in no row of the table."""
    high = one.figure.value is not None and one.figure.value > 30
    off = one.basis.ukuran == ENTERED and one.basis.kode == "c" and high
    return [Finding(OFF_TABLE, {})] if off else []


def _is_draft(name: str) -> bool:
    return any(word in name.casefold() for word in DRAFT_WORDS)


# --- What lies behind a claim ---------------------------------------------------------------------


def behind(page: Innovation, one: Standing) -> list[str]:
    """The reports, people or dates that the data show, line by line."""
    make = _BEHIND.get(one.basis.ukuran)
    return make(page) if make else []


def _files(one: Standing) -> list[str]:
    return [
        teks.VL_BERKAS.format(
            jenis=teks.IN_JENIS_BERKAS.get(file["jenis"], file["jenis"]), nama=file["nama"],
            tanggal=tanggal_pendek(file["at"]),
        )
        for file in one.files
    ]  # fmt: skip


def _reports(page: Innovation) -> list[str]:
    return [_report(page.wilayah, row) for row in page.seen.activities]


def _verified(page: Innovation) -> list[str]:
    return [
        _report(page.wilayah, row)
        for row in page.seen.activities
        if row["status"] == "diverifikasi"
    ]


def _report(wilayah: Wilayah, row: Row) -> str:
    return teks.VL_LAPORAN.format(
        resi=row["resi"] or "-",
        tempat=wilayah.nama_desa(row["desa"]),
        tanggal=tanggal_pendek(row["mulai"]),
    )


def _villages(page: Innovation) -> list[str]:
    return [page.wilayah.nama_desa(kode) for kode in steady(page.seen, steady_months(page.facts))]


def _actors(page: Innovation) -> list[str]:
    found = sorted(page.seen.partners.items(), key=lambda pair: -len(pair[1]))
    named = [teks.VL_MITRA.format(nama=name, n=len(ids)) for name, ids in found]
    return [page.wilayah.told(teks.VL_PELAKSANA), *named]


def _people(page: Innovation) -> list[str]:
    return [
        teks.VL_ORANG.format(nama=one.nama, jabatan=one.jabatan, unit=one.unit)
        for one in page.basis.people
    ]


def _trainings(page: Innovation) -> list[str]:
    return [
        teks.VL_BIMTEK.format(judul=one["judul"], tanggal=tanggal(one["mulai"], weekday=False))
        for one in page.basis.trainings
    ]


def _complaints(page: Innovation) -> list[str]:
    counted = page.basis.complaints
    solved = counted.get("selesai", 0)
    return [teks.VL_PENGADUAN.format(jumlah=sum(counted.values()), selesai=solved)]


def _dates(page: Innovation) -> list[str]:
    found = dates(page.facts)
    known = (
        ("waktu_inisiatif", found.idea),
        ("waktu_uji", found.trial),
        ("waktu_terap", found.use),
    )
    return [
        teks.VL_TANGGAL.format(nama=teks.LB_ISIAN[name], hari=tanggal(day, weekday=False))
        for name, day in known
        if day is not None
    ]


_BEHIND: dict[str, Callable[[Innovation], list[str]]] = {
    "sistem_daring": _reports, "hari_proses": _verified, "desa_rutin": _villages,
    "desa_aktif": _reports, "aktor": _actors, "pelaksana": _people, "bimtek": _trainings,
    "pengaduan_selesai": _complaints, "bulan_penciptaan": _dates, "tren_tepat_waktu": _reports,
}  # fmt: skip
