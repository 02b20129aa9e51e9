"""Reads the cells of a roster file: what each holds, or which fault it has."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from server.anggota import nik
from server.anggota import roster_faults as fault
from server.anggota import roster_spellings as spelt
from server.anggota.roster_columns import BORN, DUSUN, RT, RT_RW, RW
from server.anggota.roster_faults import FaultError
from server.core.papers.sheets import Cell
from server.core.papers.workbook import is_wrong
from server.laporan.wa_paste import village_names
from shared import days, phone_numbers
from shared.checks_form import SHORT, good_text
from shared.names import seen, split_names
from shared.wilayah import Wilayah

DAY_FIELDS = ("tanggal_lahir", "mulai", "berakhir", "sk.tanggal")

_OLDEST = 100
_LONGEST = 10**15
"""From here on Excel has made the last digits of a number up."""
_FIRST_DAY, _FIRST_SERIAL, _LAST_SERIAL = date(1899, 12, 30), 3_000, 60_000
"""A day that a sheet shows as its number: from 1908 to 2064."""

_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,2}\Z", re.I)
_AS_MONTH = re.compile(
    r"(?:\d{1,2}[-/ ](?:jan|feb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|des|dec)[a-z]*"
    r"|(?:jan|feb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|des|dec)[a-z]*[-/ ]\d{1,4})"
    r"(?:[-/ ]\d{2,4})?\Z",
    re.I,
)
_MASKED = "•"
_NOTHING = frozenset(
    [
        "-",
        "--",
        "---",
        ".",
        "_",
        "tidak ada",
        "tdk ada",
        "belum ada",
        "tidak punya hp",
        "kosong",
        "(kosong)",
        "nihil",
        "n/a",
    ]
)
_DASHES = re.compile("[\u2010-\u2015\u2212]")


def words(cell: Cell) -> str:
    """A cell as text: a number without its point, a day as it is written here."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return " ".join(seen(str(cell)).split())


def said(cell: Cell) -> str:
    """The same without the mark for text before it; empty where a dash says that there is none."""
    text = re.sub(r"\A['\u2018\u2019]\s*(?=[\d+])", "", words(cell))
    return "" if _DASHES.sub("-", text).casefold().strip() in _NOTHING else text


def read(wilayah: Wilayah, field: str, cell: Cell, today: date, notes: list[str]) -> Any:
    """What a filled cell of this field holds, with notes on how; raises FaultError."""
    text = said(cell)
    if is_wrong(text):
        raise FaultError(fault.CELL_ERROR)
    if not good_text(text):
        raise FaultError(fault.BAD_TEXT)
    if len(text) > SHORT:
        raise FaultError(fault.TOO_LONG)
    if isinstance(cell, date) and field not in DAY_FIELDS and field != BORN:
        raise FaultError(fault.BECAME_DATE)
    if field == "desa":
        return _village(wilayah, text)
    return _READ.get(field, _text)(cell, text, today, notes)


def split_office(text: str) -> tuple[str | None, str | None]:
    """Office and squad of ``Anggota Regu Pengamanan``, each where it is known."""
    key = spelt.key_of(text)
    if key in spelt.OFFICES:
        return spelt.OFFICES[key], None
    for name in sorted(spelt.OFFICES, key=len, reverse=True):
        regu = regu_of(key.removeprefix(name)) if key.startswith(name) else None
        if regu:
            return spelt.OFFICES[name], regu
    return None, None


def regu_of(text: str) -> str | None:
    """The squad that is named, however it is cut short."""
    key = spelt.key_of(text.replace("&", " dan "))
    return spelt.SQUADS.get(key) or spelt.SQUADS.get(
        re.sub(r"\A(?:regu|satuan|kelompok|tim)", "", key)
    )


def desa_of(wilayah: Wilayah, text: str) -> str | None:
    """The village that is named."""
    key = spelt.key_of(re.sub(r"(?i)[\s,(]+kec(?:amatan)?\b.*", "", text))
    known = _spelled(wilayah)
    return known.get(key) or known.get(re.sub(r"\A(?:desa|ds|kelurahan|kel)", "", key))


@cache
def _spelled(wilayah: Wilayah) -> Mapping[str, str]:
    """Each village's code by everything that it is called."""
    known = {spelt.key_of(said): kode for said, kode in village_names.spelled(wilayah).items()}
    return known | {spelt.key_of(desa.kode): desa.kode for desa in wilayah.desa}


def _village(wilayah: Wilayah, text: str) -> str:
    found = desa_of(wilayah, text)
    if found is None:
        raise FaultError(fault.NO_DESA)
    return found


def _text(cell: Cell, text: str, _today: date, _notes: list[str]) -> str:
    big = isinstance(cell, int | float) and abs(cell) >= _LONGEST
    if big or _SHORTENED.match(text):
        raise FaultError(fault.DIGITS_LOST)
    return text


def _name(_cell: Cell, text: str, _today: date, notes: list[str]) -> str:
    if not re.search(r"[^\W\d_]", text):
        raise FaultError(fault.NO_LETTERS)
    found = split_names(text)
    if len(found) > 1:
        notes.append(fault.SEVERAL_NAMES)
    return found[0] if len(found) == 1 and re.match(r"\d", text) else text


def _chosen(
    find: Callable[[str], str | None], code: str
) -> Callable[[Cell, str, date, list[str]], str]:
    def choose(_cell: Cell, text: str, _today: date, _notes: list[str]) -> str:
        value = find(text)
        if value is None:
            raise FaultError(code)
        return value

    return choose


def _office(_cell: Cell, text: str, _today: date, notes: list[str]) -> str:
    office = "anggota" if spelt.key_of(text) in spelt.DEPUTY else split_office(text)[0]
    if office is None:
        raise FaultError(fault.NO_JABATAN)
    if spelt.key_of(text) in spelt.DEPUTY | spelt.OLDER:
        notes.append(fault.READ_AS)
    return office


def _day(cell: Cell, text: str, today: date, notes: list[str]) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int | float):
        return _numbered(cell, text, today).isoformat()
    day = days.read_day(text, today)
    if day is None and (both := days.read_place_and_day(text, today)):
        notes.append(fault.PLACE_LEFT)
        day = both[1]
    if day is None:
        raise FaultError(fault.BAD_DATE)
    return day.isoformat()


def _numbered(cell: float, text: str, today: date) -> date:
    """A number in place of a day: as the sheet counts days, or eight figures in a row."""
    if float(cell).is_integer() and len(text) in (7, 8):
        day = days.read_day(text.zfill(8), today)
        if day is not None:
            return day
    if _FIRST_SERIAL <= cell <= _LAST_SERIAL:
        return _FIRST_DAY + timedelta(days=int(cell))
    raise FaultError(fault.BAD_DATE)


def _past(cell: Cell, text: str, today: date, notes: list[str]) -> str:
    day = date.fromisoformat(_day(cell, text, today, notes))
    if day > today:
        raise FaultError(fault.FUTURE)
    if today.year - day.year > _OLDEST:
        raise FaultError(fault.TOO_OLD)
    return day.isoformat()


def _address(cell: Cell, text: str, _today: date, _notes: list[str]) -> str:
    serial = isinstance(cell, int | float) and _FIRST_SERIAL <= cell <= _LAST_SERIAL
    if serial or _AS_MONTH.match(text) or days.read_day(text, _today) is not None:
        raise FaultError(fault.BECAME_DATE)
    return text


def _part(name: str) -> Callable[[Cell, str, date, list[str]], str]:
    """``RT 02`` from ``02`` in a column that is called RT."""

    def part(cell: Cell, text: str, today: date, notes: list[str]) -> str:
        text = _address(cell, text, today, notes)
        return f"{name} {text}" if text.isdecimal() else text

    return part


def _phone(_cell: Cell, text: str, _today: date, _notes: list[str]) -> str:
    if _SHORTENED.match(text):
        raise FaultError(fault.DIGITS_LOST)
    number = phone_numbers.national(text)
    if number is None:
        raise FaultError(fault.BAD_PHONE)
    return number


def _nik(cell: Cell, text: str, _today: date, _notes: list[str]) -> str | None:
    if _MASKED in text:
        return None
    bare = re.sub(r"[\s.\-']", "", text)
    number = isinstance(cell, int | float) and len(bare) >= nik.DIGITS - 1
    if number or _SHORTENED.match(text):
        raise FaultError(fault.NIK_NUMBER)
    if not (bare.isascii() and bare.isdecimal() and len(bare) == nik.DIGITS):
        raise FaultError(fault.BAD_NIK)
    if len(set(bare)) == 1:
        raise FaultError(fault.NIK_ZEROS)
    if not nik.is_nik(bare):
        raise FaultError(fault.NIK_NUMBER)
    return bare


def _yes(_cell: Cell, text: str, _today: date, _notes: list[str]) -> bool:
    value = spelt.YES.get(spelt.key_of(text))
    if value is None:
        raise FaultError(fault.NO_YES)
    return value


def _things(_cell: Cell, text: str, _today: date, _notes: list[str]) -> list[str]:
    return [thing.strip() for thing in re.split(r"[,;]", text) if thing.strip()]


_READ: dict[str, Callable[[Cell, str, date, list[str]], Any]] = {
    "nama": _name,
    "jenis_kelamin": _chosen(lambda text: spelt.SEX.get(spelt.key_of(text)), fault.NO_SEX),
    "tanggal_lahir": _past,
    BORN: _past,
    "alamat": _address,
    RT: _part("RT"),
    RW: _part("RW"),
    DUSUN: _address,
    RT_RW: _address,
    "jabatan": _office,
    "regu": _chosen(regu_of, fault.NO_REGU),
    "status": _chosen(lambda text: spelt.STATES.get(spelt.key_of(text)), fault.NO_STATUS),
    "berakhir": _past,
    "mulai": _past,
    "sk.tanggal": _past,
    "hp": _phone,
    "nik": _nik,
    "terdaftar_simlinmas": _yes,
    "perlengkapan": _things,
}
