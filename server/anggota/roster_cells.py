"""Reads the cells of a roster file: what each holds, or which fault it has."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from server.core.papers.sheets import Cell
from shared.checks import SHORT, good_text
from shared.satlinmas import JABATAN, JENIS_KELAMIN, REGU, REGU_PENDEK, STATUS
from shared.wilayah import DESA

EMPTY = "empty"
TOO_LONG = "too_long"
BAD_TEXT = "bad_text"
NO_DESA = "no_desa"
NO_SEX = "no_sex"
BAD_DATE = "bad_date"
FUTURE = "future"
TOO_OLD = "too_old"
NO_JABATAN = "no_jabatan"
NO_REGU = "no_regu"
NO_STATUS = "no_status"
BAD_PHONE = "bad_phone"
BAD_NIK = "bad_nik"
NIK_FORBIDDEN = "nik_forbidden"
NO_YES = "no_yes"
END_BEFORE_START = "end_before_start"
NIK_TWICE = "nik_twice"
TWICE = "twice"

_OLDEST = 100
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\Z", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z", re.ASCII)
_PHONE = re.compile(r"\+?[\d\s().-]{5,20}\Z", re.ASCII)
_MASKED = "•"


class FaultError(ValueError):
    """The cell cannot be used; ``code`` tells why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def words(cell: Cell) -> str:
    """A cell as text: a number without its point, a day as it is written here."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return f"{cell:%d-%m-%Y}" if isinstance(cell, date) else " ".join(str(cell).split())


def read(field: str, cell: Cell, today: date) -> Any:
    """What a filled cell of this field holds; raises FaultError."""
    text = words(cell)
    if not good_text(text):
        raise FaultError(BAD_TEXT)
    if len(text) > SHORT:
        raise FaultError(TOO_LONG)
    return _READ.get(field, lambda _cell, said, _today: said)(cell, text, today)


def _chosen(options: Mapping[str, str], code: str) -> Callable[[Cell, str, date], str]:
    def choose(_cell: Cell, text: str, _today: date) -> str:
        value = options.get(_key(text))
        if value is None:
            raise FaultError(code)
        return value

    return choose


def _key(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _day(cell: Cell, text: str, _today: date) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    found = _DAY.match(text)
    year, month, day = (found[3], found[2], found[1]) if found else ("", "", "")
    if iso := _ISO.match(text):
        year, month, day = iso[1], iso[2], iso[3]
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError as error:
        raise FaultError(BAD_DATE) from error


def _past(cell: Cell, text: str, today: date) -> str:
    day = date.fromisoformat(_day(cell, text, today))
    if day > today:
        raise FaultError(FUTURE)
    if today.year - day.year > _OLDEST:
        raise FaultError(TOO_OLD)
    return day.isoformat()


def _phone(_cell: Cell, text: str, _today: date) -> str:
    if not _PHONE.match(text):
        raise FaultError(BAD_PHONE)
    return text


def _nik(_cell: Cell, text: str, _today: date) -> str | None:
    if _MASKED in text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) == 16):
        raise FaultError(BAD_NIK)
    return text


def _yes(_cell: Cell, text: str, _today: date) -> bool:
    said = _YES.get(_key(text))
    if said is None:
        raise FaultError(NO_YES)
    return said


def _things(_cell: Cell, text: str, _today: date) -> list[str]:
    return [thing.strip() for thing in re.split(r"[,;]", text) if thing.strip()]


def _names(table: Mapping[str, str]) -> dict[str, str]:
    return {_key(name): kode for kode, name in table.items()} | {_key(k): k for k in table}


_YES = {"ya": True, "y": True, "1": True, "sudah": True, "tidak": False, "t": False, "0": False,
        "belum": False}  # fmt: skip
_SEX = _names(JENIS_KELAMIN) | {"lk": "L", "pr": "P", "pria": "L", "wanita": "P"}
_DESA = {_key(name): d.kode for d in DESA for name in (d.nama, d.kode, f"Desa {d.nama}")}
_REGU = _names(REGU) | _names(REGU_PENDEK) | {"p3k": "pertolongan"}

_READ: dict[str, Callable[[Cell, str, date], Any]] = {
    "desa": _chosen(_DESA, NO_DESA),
    "jenis_kelamin": _chosen(_SEX, NO_SEX),
    "tanggal_lahir": _past,
    "jabatan": _chosen(_names(JABATAN) | {"danru": "komandan_regu"}, NO_JABATAN),
    "regu": _chosen(_REGU, NO_REGU),
    "status": _chosen(_names(STATUS), NO_STATUS),
    "berakhir": _past,
    "mulai": _past,
    "sk.tanggal": _past,
    "hp": _phone,
    "nik": _nik,
    "terdaftar_simlinmas": _yes,
    "perlengkapan": _things,
}
