"""The addresses of the innovation's evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.desk.places import Given, hal, page_number, written
from server.inovasi.innovation import TRIAL
from server.inovasi.measures import BY_KODE
from server.inovasi.teks_pedoman import JALAN

BUKTI = "/bukti"
FILE = "/unduh/bukti/{ident}"
PAPER = "/unduh/inovasi/{macam}.{jenis}?tahun={tahun}"
SET = "/unduh/inovasi/indikator-{tahun}.{jenis}"

_STEPS = frozenset(step[0] for step in JALAN)
_PERIOD = re.compile(r"(20\d\d|21\d\d)(-(0[1-9]|1[0-2]))?\Z", re.ASCII)


@dataclass(frozen=True)
class EvidencePlace:
    """The overview of a year; None is the running one."""

    tahun: int | None = None

    @property
    def address(self) -> str:
        return written(BUKTI, tahun=self.tahun)


@dataclass(frozen=True)
class IndicatorPlace:
    """One indicator of a year."""

    nomor: int
    tahun: int | None = None

    @property
    def address(self) -> str:
        return written(f"{BUKTI}/indikator/{self.nomor}", tahun=self.tahun)


@dataclass(frozen=True)
class MeasuresPlace:
    """All measures of a period: a year, a month or the trial."""

    period: str

    @property
    def address(self) -> str:
        return f"{BUKTI}/ukuran/{self.period}"


@dataclass(frozen=True)
class MeasurePlace:
    """One measure, and the reports behind it page by page."""

    kode: str
    period: str
    number: int = 1
    others: bool = False
    """The reports that do not count in the figure, instead of those that do."""

    @property
    def address(self) -> str:
        path = f"{BUKTI}/ukuran/{self.period}/{self.kode}"
        return written(path, hal=hal(self.number), lainnya=1 if self.others else None)


@dataclass(frozen=True)
class JourneyPlace:
    """The three stages, with the trial's plan."""

    tahun: int | None = None

    @property
    def address(self) -> str:
        return written(f"{BUKTI}/perjalanan", tahun=self.tahun)


@dataclass(frozen=True)
class ProfilePlace:
    """The fields of the innovation's form."""

    tahun: int | None = None

    @property
    def address(self) -> str:
        return written(f"{BUKTI}/profil", tahun=self.tahun)


@dataclass(frozen=True)
class YearSetPlace:
    """What a year asks; None: the newest."""

    tahun: int | None = None
    nomor: int | None = None

    @property
    def address(self) -> str:
        return written(f"{BUKTI}/tahun", tahun=self.tahun, nomor=self.nomor)


@dataclass(frozen=True)
class RoundPlace:
    """Whether the innovation may be filed in a year's round; None: the next one."""

    tahun: int | None = None
    langkah: str = ""
    """The step of the way that is opened."""

    @property
    def address(self) -> str:
        return written(f"{BUKTI}/kelayakan", tahun=self.tahun, langkah=self.langkah)


@dataclass(frozen=True)
class SheetPlace:
    """The sheet to copy field by field."""

    tahun: int | None = None

    @property
    def address(self) -> str:
        return written(f"{BUKTI}/lembar", tahun=self.tahun)


@dataclass(frozen=True)
class ValidatorPlace:
    """Every claim through the eyes of who validates."""

    tahun: int | None = None

    @property
    def address(self) -> str:
        return written(f"{BUKTI}/validator", tahun=self.tahun)


@dataclass(frozen=True)
class LegalPlace:
    """What the innovation and each kind of activity stand on in law."""

    @property
    def address(self) -> str:
        return f"{BUKTI}/dasar-hukum"


def year(given: Given) -> int | None:
    """The year that is asked for."""
    return _number(given.get("tahun"), 4)


def read_indicator(given: Given) -> IndicatorPlace | None:
    nomor = _number(given["nomor"], 3)
    return IndicatorPlace(nomor, year(given)) if nomor else None


def read_round(given: Given) -> RoundPlace:
    step = given.get("langkah", "")
    return RoundPlace(year(given), step if step in _STEPS else "")


def read_year_set(given: Given) -> YearSetPlace:
    return YearSetPlace(year(given), _number(given.get("nomor"), 3))


def read_measures(given: Given) -> MeasuresPlace | None:
    return MeasuresPlace(given["masa"]) if is_period(given["masa"]) else None


def read_measure(given: Given) -> MeasurePlace | None:
    if not is_period(given["masa"]) or given["kode"] not in BY_KODE:
        return None
    others = given.get("lainnya") == "1"
    return MeasurePlace(given["kode"], given["masa"], page_number(given), others)


def is_period(text: str) -> bool:
    """Whether measures can be asked for it."""
    return text == TRIAL or _PERIOD.match(text) is not None


def _number(value: str | None, most: int) -> int | None:
    good = value and value.isascii() and value.isdecimal() and len(value) <= most
    return int(value) if good and value else None
