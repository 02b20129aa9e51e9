"""What the innovation index asks in a year: stages, indicators, weights, parameter texts. Pure.

A set is data with a year, never code: it is entered in a form or imported, and an older one stays.
"""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, cast

from server.inovasi import innovation_calendar as calendar
from server.inovasi import teks
from server.inovasi.innovation_calendar import Event

PARAMETERS = 3
"""Every indicator has three steps; its points are weight times step."""
MOST_LETTERS = 1000
MOST_INDICATORS = 60
FILE, DATA = "berkas", "data"
"""What counts as evidence: a file that somebody uploads, or the reports themselves."""
ENTERED = "isian"
"""The measure of a basis whose number a person enters; a file has to prove it."""

_BORDER = re.compile(r"(>=|<=|>|<)\s*(\d+(?:[.,]\d+)?)\Z")
_MEETS: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt,
}  # fmt: skip


class SetError(Exception):
    """The set cannot be taken: mend what ``where`` names; nothing was changed."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


@dataclass(frozen=True)
class Basis:
    """One way to reach an indicator's parameters; ``ukuran`` names the measure that decides."""

    kode: str
    nama: str
    parameter: tuple[str, ...]
    ukuran: str = ""
    batas: tuple[str, ...] = ()

    def reached(self, value: float | None) -> int:
        """The highest parameter whose border the value meets; 0 without a value."""
        if value is None:
            return 0
        steps = [n for n, border in enumerate(self.batas, 1) if meets(border, value)]
        return max(steps, default=0)


@dataclass(frozen=True)
class Indicator:
    """One row of the index."""

    nomor: int
    nama: str
    tanya: str
    wajib: bool
    bobot: float
    bukti: str
    dasar: tuple[Basis, ...]
    sumber: str = ""
    yakin: str = ""
    diminta: str = ""
    """What somebody who validates asks to see."""
    jenis: tuple[str, ...] = ()
    """Which kinds of file can prove it, one of them; any when there are none."""

    @property
    def most(self) -> float:
        """Points at the highest parameter."""
        return self.bobot * PARAMETERS

    def basis(self, kode: str) -> Basis:
        """The chosen one; the first that the reports decide when none is chosen."""
        chosen = [one for one in self.dasar if one.kode == kode]
        measured = [one for one in self.dasar if one.ukuran not in ("", ENTERED)]
        return (chosen or measured or list(self.dasar))[0]


@dataclass(frozen=True)
class Asked:
    """One thing that a stage asks: an entry, or a file of a kind."""

    kode: str
    teks: str
    isian: str = ""
    berkas: str = ""


@dataclass(frozen=True)
class Stage:
    """One stage of an innovation."""

    kode: str
    nama: str
    syarat: tuple[Asked, ...]


@dataclass(frozen=True)
class YearSet:
    """All that is asked in one year, and where it was taken from."""

    tahun: int
    sumber: str
    tahapan: tuple[Stage, ...]
    indikator: tuple[Indicator, ...]
    kalender: tuple[Event, ...] = ()

    @property
    def most(self) -> float:
        """All points there are."""
        return sum(one.most for one in self.indikator)

    def find(self, nomor: int) -> Indicator | None:
        """The indicator of this number."""
        return next((one for one in self.indikator if one.nomor == nomor), None)


def meets(border: str, value: float) -> bool:
    """Whether a value meets ``>=5``, ``>50`` or ``<=1``; an empty border is met by nothing."""
    found = _BORDER.match(border)
    return bool(found) and _MEETS[found[1]](value, border_number(border))


def border_number(border: str) -> float:
    """The number in a border; 0 for an empty one."""
    found = _BORDER.match(border)
    return float(found[2].replace(",", ".")) if found else 0.0


def next_year(old: YearSet, tahun: int) -> YearSet:
    """A copy for another year, to be edited; of its dates only the window can be guessed."""
    source = teks.KL_DIDUGA.format(dari=old.tahun, tahun=tahun)
    return replace(
        old, tahun=tahun, kalender=calendar.moved(old.kalender, tahun - old.tahun, source)
    )


def to_json(one: YearSet) -> str:
    """As it is kept and exported."""
    return json.dumps(asdict(one), ensure_ascii=False, indent=1)


def from_json(text: str | bytes) -> YearSet:
    """Read and check; raises `SetError`."""
    try:
        found = json.loads(text)
    except (ValueError, UnicodeDecodeError) as error:
        raise SetError("berkas") from error
    return checked(_object(found, "berkas"))


def checked(found: Mapping[str, Any]) -> YearSet:
    """A set from plain data; raises `SetError` with the place of the first fault."""
    tahun = found.get("tahun")
    if type(tahun) is not int or not 2000 <= tahun <= 2200:
        raise SetError("tahun")
    indicators = tuple(_indicator(one) for one in _objects(found, "indikator"))
    numbers = [one.nomor for one in indicators]
    if not indicators or len(numbers) != len(set(numbers)) or len(numbers) > MOST_INDICATORS:
        raise SetError("indikator")
    stages = tuple(_stage(one) for one in _objects(found, "tahapan"))
    events = tuple(_event(one) for one in _objects(found, "kalender"))
    if len({one.kode for one in events}) != len(events):
        raise SetError("kalender")
    source = _words(found, "sumber", "sumber", blank=True)
    return YearSet(tahun, source, stages, indicators, events)


def _indicator(found: Mapping[str, Any]) -> Indicator:
    nomor = found.get("nomor")
    if type(nomor) is not int or not 1 <= nomor <= 999:
        raise SetError("nomor")
    where = f"indikator {nomor}"
    bobot = found.get("bobot")
    if isinstance(bobot, bool) or not isinstance(bobot, int | float) or not 0 < bobot <= 100:
        raise SetError(f"{where}: bobot")
    if found.get("bukti") not in (FILE, DATA) or not isinstance(found.get("wajib"), bool):
        raise SetError(f"{where}: bukti")
    bases = tuple(_basis(one, where) for one in _objects(found, "dasar"))
    if not bases or len({one.kode for one in bases}) != len(bases):
        raise SetError(f"{where}: dasar")
    return Indicator(
        nomor, _words(found, "nama", where), _words(found, "tanya", where), found["wajib"],
        bobot, found["bukti"], bases,
        sumber=_words(found, "sumber", where, blank=True),
        yakin=_mark(found, where),
        diminta=_words(found, "diminta", where, blank=True),
        jenis=_strings(found, "jenis", where),
    )  # fmt: skip


def _basis(found: Mapping[str, Any], where: str) -> Basis:
    parameter = _strings(found, "parameter", where)
    batas = _strings(found, "batas", where)
    ukuran = _words(found, "ukuran", where, blank=True)
    if len(parameter) != PARAMETERS or not all(text.strip() for text in parameter):
        raise SetError(f"{where}: parameter")
    good = all(not one or _BORDER.match(one) for one in batas)
    if not good or len(batas) != (PARAMETERS if ukuran else 0):
        raise SetError(f"{where}: batas")
    kode = _words(found, "kode", where, blank=True)
    return Basis(kode, _words(found, "nama", where, blank=True), parameter, ukuran, batas)


def _stage(found: Mapping[str, Any]) -> Stage:
    kode = _words(found, "kode", "tahapan")
    asked = tuple(
        Asked(
            _words(one, "kode", kode), _words(one, "teks", kode),
            _words(one, "isian", kode, blank=True), _words(one, "berkas", kode, blank=True),
        )
        for one in _objects(found, "syarat")
    )  # fmt: skip
    return Stage(kode, _words(found, "nama", kode), asked)


def _event(found: Mapping[str, Any]) -> Event:
    kode = _words(found, "kode", "kalender")
    where = f"kalender {kode}"
    mulai, selesai = _day(found, "mulai", where), _day(found, "selesai", where)
    if kode not in calendar.CODES or (selesai and (not mulai or selesai < mulai)):
        raise SetError(where)
    return Event(
        kode, _words(found, "nama", where), mulai, selesai,
        _words(found, "catatan", where, blank=True), _words(found, "sumber", where, blank=True),
        _mark(found, where) or calendar.CHECK,
    )  # fmt: skip


def _day(found: Mapping[str, Any], name: str, where: str) -> str:
    value = _words(found, name, where, blank=True)
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError as error:
        raise SetError(f"{where}: {name}") from error


def _mark(found: Mapping[str, Any], where: str) -> str:
    """How sure something is; empty where nothing is said."""
    value = _words(found, "yakin", where, blank=True)
    if value and value not in calendar.MARKS:
        raise SetError(f"{where}: yakin")
    return value


def _words(found: Mapping[str, Any], name: str, where: str, *, blank: bool = False) -> str:
    value = found.get(name, "")
    if not isinstance(value, str) or len(value) > MOST_LETTERS or not (blank or value.strip()):
        raise SetError(f"{where}: {name}")
    return value


def _strings(found: Mapping[str, Any], name: str, where: str) -> tuple[str, ...]:
    value = found.get(name, [])
    if not isinstance(value, list | tuple):
        raise SetError(f"{where}: {name}")
    items = cast("Sequence[Any]", value)
    if not all(isinstance(item, str) and len(item) <= MOST_LETTERS for item in items):
        raise SetError(f"{where}: {name}")
    return tuple(items)


def _objects(found: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    value = found.get(name, [])
    if not isinstance(value, list | tuple):
        raise SetError(name)
    return [_object(item, name) for item in cast("Sequence[Any]", value)]


def _object(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise SetError(where)
    return cast("Mapping[str, Any]", value)
