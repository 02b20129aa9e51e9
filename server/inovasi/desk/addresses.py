"""The addresses of the innovation's evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs

from server.inovasi.innovation import TRIAL
from server.inovasi.measures import BY_KODE

BUKTI = "/bukti"
FILE = "/unduh/bukti/{ident}"
PAPER = "/unduh/inovasi/{macam}.{jenis}?tahun={tahun}"
SET = "/unduh/inovasi/indikator-{tahun}.{jenis}"

_PERIOD = re.compile(r"(20\d\d|21\d\d)(-(0[1-9]|1[0-2]))?\Z", re.ASCII)


@dataclass(frozen=True)
class EvidencePlace:
    """The overview of a year; None is the running one."""

    tahun: int | None = None


@dataclass(frozen=True)
class IndicatorPlace:
    """One indicator of a year."""

    nomor: int
    tahun: int | None = None


@dataclass(frozen=True)
class MeasuresPlace:
    """All measures of a period: a year, a month or the trial."""

    period: str


@dataclass(frozen=True)
class MeasurePlace:
    """One measure, and the reports behind it page by page."""

    kode: str
    period: str
    number: int = 1
    others: bool = False
    """The reports that do not count in the figure, instead of those that do."""


@dataclass(frozen=True)
class JourneyPlace:
    """The three stages, with the trial's plan."""

    tahun: int | None = None


@dataclass(frozen=True)
class ProfilePlace:
    """The fields of the innovation's form."""

    tahun: int | None = None


@dataclass(frozen=True)
class YearSetPlace:
    """What a year asks; None: the newest."""

    tahun: int | None = None
    nomor: int | None = None


@dataclass(frozen=True)
class LegalPlace:
    """What the innovation and each kind of activity stand on in law."""


OfInnovation = (
    EvidencePlace
    | IndicatorPlace
    | MeasuresPlace
    | MeasurePlace
    | JourneyPlace
    | ProfilePlace
    | YearSetPlace
    | LegalPlace
)
_SIMPLE: dict[str, type[JourneyPlace] | type[ProfilePlace]] = {
    "perjalanan": JourneyPlace, "profil": ProfilePlace,
}  # fmt: skip


def read(steps: list[str], query: str) -> OfInnovation | None:
    """The place of these steps; None when it is none of ours."""
    given = {name: values[0] for name, values in parse_qs(query).items()}
    tahun = _number(given.get("tahun"), 4)
    match steps:
        case ["bukti"]:
            return EvidencePlace(tahun)
        case ["bukti", "dasar-hukum"]:
            return LegalPlace()
        case ["bukti", "indikator", nomor] if _number(nomor, 3):
            return IndicatorPlace(int(nomor), tahun)
        case ["bukti", "tahun"]:
            return YearSetPlace(tahun, _number(given.get("nomor"), 3))
        case ["bukti", ("perjalanan" | "profil") as name]:
            return _SIMPLE[name](tahun)
        case ["bukti", "ukuran", period] if is_period(period):
            return MeasuresPlace(period)
        case ["bukti", "ukuran", period, kode] if is_period(period) and kode in BY_KODE:
            number = _number(given.get("hal"), 6) or 1
            return MeasurePlace(kode, period, number, given.get("lainnya") == "1")
        case _:
            return None


def write(place: OfInnovation) -> str:
    """The address of a place."""
    match place:
        case EvidencePlace(tahun):
            return _with(BUKTI, tahun=tahun)
        case IndicatorPlace(nomor, tahun):
            return _with(f"{BUKTI}/indikator/{nomor}", tahun=tahun)
        case MeasuresPlace(period):
            return f"{BUKTI}/ukuran/{period}"
        case MeasurePlace(kode, period, number, others):
            path = f"{BUKTI}/ukuran/{period}/{kode}"
            return _with(path, hal=number if number > 1 else None, lainnya=1 if others else None)
        case JourneyPlace(tahun):
            return _with(f"{BUKTI}/perjalanan", tahun=tahun)
        case ProfilePlace(tahun):
            return _with(f"{BUKTI}/profil", tahun=tahun)
        case YearSetPlace(tahun, nomor):
            return _with(f"{BUKTI}/tahun", tahun=tahun, nomor=nomor)
        case LegalPlace():
            return f"{BUKTI}/dasar-hukum"


def is_period(text: str) -> bool:
    """Whether measures can be asked for it."""
    return text == TRIAL or _PERIOD.match(text) is not None


def _number(value: str | None, most: int) -> int | None:
    good = value and value.isascii() and value.isdecimal() and len(value) <= most
    return int(value) if good and value else None


def _with(path: str, **pairs: int | None) -> str:
    query = "&".join(f"{name}={value}" for name, value in pairs.items() if value is not None)
    return f"{path}?{query}" if query else path
