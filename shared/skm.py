"""The satisfaction survey (SKM): nine questions, the index and its grade, and when one may answer.

The nine elements, the scale of 1 to 4, the factor 25 and the grades are those of Permen PANRB
14/2017 as the kecamatan's reference page gives them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

LOW, HIGH, FACTOR = 1, 4, 25
MONTHS = 6
"""A period is half a year."""


@dataclass(frozen=True)
class Unsur:
    """One element: its name, the question, and the four answers from worst to best."""

    nama: str
    tanya: str
    pilihan: tuple[str, str, str, str]


UNSUR: tuple[Unsur, ...] = (
    Unsur(
        "Persyaratan",
        "Apakah syarat untuk memakai SINAR LINMAS mudah dipenuhi?",
        ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"),
    ),
    Unsur(
        "Sistem, mekanisme, dan prosedur",
        "Apakah langkah-langkahnya mudah diikuti?",
        ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"),
    ),
    Unsur(
        "Waktu penyelesaian",
        "Apakah laporan atau urusan Anda cepat ditanggapi?",
        ("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"),
    ),
    Unsur(
        "Biaya/tarif",
        "Bagaimana biaya yang Anda keluarkan untuk layanan ini, termasuk paket data?",
        ("Sangat mahal", "Cukup mahal", "Murah", "Gratis atau hampir gratis"),
    ),
    Unsur(
        "Produk spesifikasi jenis pelayanan",
        "Apakah hasil layanannya sesuai dengan yang dijanjikan?",
        ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    ),
    Unsur(
        "Kompetensi pelaksana",
        "Apakah petugas kecamatan mampu membantu Anda?",
        ("Tidak mampu", "Kurang mampu", "Mampu", "Sangat mampu"),
    ),
    Unsur(
        "Perilaku pelaksana",
        "Apakah petugas kecamatan sopan dan ramah?",
        ("Tidak sopan", "Kurang sopan", "Sopan", "Sangat sopan"),
    ),
    Unsur(
        "Penanganan pengaduan, saran, dan masukan",
        "Apakah keluhan dan saran ditangani dengan baik?",
        ("Tidak ditangani", "Kurang baik", "Baik", "Sangat baik"),
    ),
    Unsur(
        "Sarana dan prasarana",
        "Bagaimana mutu aplikasi dan peralatan pendukungnya?",
        ("Buruk", "Cukup", "Baik", "Sangat baik"),
    ),
)


@dataclass(frozen=True)
class Trait:
    """One thing that may be told of who answers: its name, and what can be chosen."""

    nama: str
    pilihan: dict[str, str]


PROFIL: dict[str, Trait] = {
    "kelamin": Trait("Jenis kelamin", {"L": "Laki-laki", "P": "Perempuan"}),
    "umur": Trait(
        "Kelompok umur",
        {
            "u25": "Sampai 25 tahun", "u35": "26 sampai 35 tahun", "u45": "36 sampai 45 tahun",
            "u55": "46 sampai 55 tahun", "u56": "56 tahun atau lebih",
        },
    ),
    "pendidikan": Trait(
        "Pendidikan",
        {
            "sd": "SD atau sederajat", "smp": "SLTP", "sma": "SLTA", "diploma": "Diploma",
            "s1": "Sarjana (S1)", "s2": "Pascasarjana",
        },
    ),
    "pekerjaan": Trait(
        "Pekerjaan",
        {
            "desa": "Aparat desa", "asn": "ASN, TNI, atau Polri", "tani": "Petani atau pekebun",
            "swasta": "Karyawan swasta", "usaha": "Wiraswasta", "rumah": "Mengurus rumah tangga",
            "pelajar": "Pelajar atau mahasiswa", "lain": "Lainnya",
        },
    ),
}  # fmt: skip
"""The respondents' profile: each may be left out, and no name is ever asked."""

CHI, SPREAD, ERROR = 3.841, 0.25, 0.05
"""One degree of freedom at 95 percent, an even split, five percent: what the table of Krejcie and
Morgan is made with."""

GRADES = ((88.31, "A"), (76.61, "B"), (65.00, "C"), (25.00, "D"))
MUTU = {"A": "Sangat baik", "B": "Baik", "C": "Kurang baik", "D": "Tidak baik"}

Answer = Sequence[int]


@dataclass(frozen=True)
class Result:
    """What a number of answers come to: ``means`` of 1 to 4 for each element, ``index`` of 25 to
    100 and its grade; all None or empty when nobody has answered.
    """

    answers: int
    means: tuple[float, ...] = ()
    index: float | None = None
    grade: str = ""

    @property
    def weakest(self) -> int | None:
        """The number (from 0) of the element with the lowest mean; the first of equals."""
        return self.means.index(min(self.means)) if self.means else None


def result(answers: Iterable[Answer]) -> Result:
    """The index: mean of each element, each weighing one ninth, times 25; two decimals."""
    given = [tuple(answer) for answer in answers]
    if not given:
        return Result(0)
    means = tuple(sum(column) / len(given) for column in zip(*given, strict=True))
    index = round(sum(means) / len(UNSUR) * FACTOR, 2)
    return Result(len(given), means, index, grade(index))


def sample(population: int) -> int:
    """How many answers the table of Krejcie and Morgan asks for of so many people."""
    if population <= 0:
        return 0
    top = CHI * population * SPREAD
    return round(top / (ERROR**2 * (population - 1) + CHI * SPREAD))


def is_profile(value: object) -> bool:
    """Known fields with known choices; none at all is a profile, too."""
    if not isinstance(value, dict):
        return False
    found = cast("dict[object, object]", value)
    return all(
        isinstance(name, str) and name in PROFIL and chosen in PROFIL[name].pilihan
        for name, chosen in found.items()
    )


def grade(index: float) -> str:
    """A to D for an index of 25 to 100."""
    return next(letter for least, letter in GRADES if index >= least)


def is_answer(value: object) -> bool:
    """Nine whole numbers from 1 to 4."""
    if not isinstance(value, list | tuple):
        return False
    given = cast("Sequence[object]", value)
    return len(given) == len(UNSUR) and all(
        isinstance(one, int) and not isinstance(one, bool) and LOW <= one <= HIGH for one in given
    )


def period(moment: datetime) -> str:
    """The half-year that holds ``moment`` (in its own offset), as 2026-S2."""
    return f"{moment.year}-S{(moment.month - 1) // MONTHS + 1}"


def counting(moment: datetime) -> tuple[str, str]:
    """The half-years that an answer of now may be for: one may arrive after its own has ended."""
    now = period(moment)
    return now, previous(now)


def previous(periode: str) -> str:
    """The half-year before."""
    year, _, half = periode.partition("-S")
    return f"{year}-S1" if half == "2" else f"{int(year) - 1}-S2"


def period_words(periode: str) -> str:
    """2026-S2 as people write it."""
    year, _, half = periode.partition("-S")
    return f"Semester {half} tahun {year}"
