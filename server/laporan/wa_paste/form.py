"""Between what was read and a report: every field as the text that stands in a form, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from server.laporan.wa_paste.parse import Pasted
from server.laporan.wa_paste.victims import HURT
from shared.clock import WITA, format_time, jam, parse_time
from shared.laporan import Kind
from shared.names import join_names, split_names

Form = dict[str, str]

COMMON = ("pelapor", "jabatan")
ACTIVITY = (
    "jenis", "mulai", "selesai", "tempat", "personel", "jumlah_personel", "pihak_lain", "dasar",
    "uraian", "hasil", "kendala", "tindak_lanjut",
)  # fmt: skip
EVENT = ("kejadian", *HURT, "kerugian", "penanganan", "dihubungi", "kebutuhan")

_LISTS = ("personel", "pihak_lain", "dihubungi")
_TIMES = ("mulai", "selesai")
_COUNTS = ("jumlah_personel", *HURT)
_MOMENT = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s+(?:pukul\s+)?(\d{1,2})[.:](\d{2})\Z")
_MONTH = re.compile(r"(\d{1,2})[-/](\d{4})\Z")


def names_of(kind: str) -> tuple[str, ...]:
    """The fields of a report of this kind, besides village and kind."""
    if kind == Kind.NIHIL:
        return ("periode", *COMMON)
    return (*ACTIVITY, *(EVENT if kind == Kind.KEJADIAN else ()), *COMMON)


def to_form(pasted: Pasted) -> Form:
    """What was read, also what is unsure: the page marks it."""
    return {name: _said(name, found.value) for name, found in pasted.fields.items()}


def to_message(form: Mapping[str, str]) -> dict[str, Any]:
    """The report's message; what cannot be read stays as it is, for the checks to name."""
    kind = form.get("kind", "")
    pelapor = {"nama": _text(form, "pelapor"), "jabatan": _text(form, "jabatan")}
    message: dict[str, Any] = {"kind": kind, "desa": form.get("desa", ""), "pelapor": pelapor}
    if kind == Kind.NIHIL:
        return {**message, "periode": _month(_text(form, "periode"))}
    message |= {name: _value(form, name) for name in ACTIVITY}
    message["personel"] = [{"nama": name} for name in message["personel"]]
    if not message["jumlah_personel"]:
        message["jumlah_personel"] = len(message["personel"])
    if kind == Kind.KEJADIAN:
        detail = {name: _value(form, name) for name in EVENT if name != "kejadian"}
        detail |= {"jenis": _text(form, "kejadian"), "waktu": message["mulai"]}
        message["kejadian"] = detail
    return message


def field_of(path: str) -> str:
    """The form's name of a fault's path: ``kejadian.rumah``, ``personel.2.nama``."""
    if path == "kejadian.jenis":
        return "kejadian"
    if path == "kejadian.waktu":
        return "mulai"
    if path == "pelapor.jabatan":
        return "jabatan"
    steps = path.split(".")
    return steps[1] if steps[0] == "kejadian" and len(steps) > 1 else steps[0]


def moment_words(moment: datetime) -> str:
    """``24-11-2026 20.00``, as it is typed."""
    return f"{moment.astimezone(WITA):%d-%m-%Y} {jam(moment)}"


def is_moment(value: object) -> bool:
    """Whether what was typed is a time, so that it can be compared."""
    try:
        return bool(parse_time(str(value)))
    except ValueError:
        return False


def _said(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return moment_words(value)
    if name == "periode":
        year, month = str(value).split("-")
        return f"{month}-{year}"
    if name == "personel":
        return join_names(value)
    if name in _LISTS:
        return ", ".join(value)
    return str(value)


def _value(form: Mapping[str, str], name: str) -> Any:
    words = _text(form, name)
    if name == "personel":
        return split_names(words)
    if name in _LISTS:
        return [part.strip() for part in re.split(r"[,\n]", words) if part.strip()]
    if name in _TIMES:
        return _time(words)
    if name in _COUNTS:
        return int(words) if words.isdecimal() and len(words) < 9 else (words or 0)
    return words or None if name == "jenis" else words


def _text(form: Mapping[str, str], name: str) -> str:
    return form.get(name, "").strip()


def _time(words: str) -> str | None:
    match = _MOMENT.match(words)
    if match is None:
        return words or None
    day, month, year, hour, minute = map(int, match.groups())
    try:
        return format_time(datetime(year, month, day, hour, minute, tzinfo=WITA))
    except ValueError:
        return words


def _month(words: str) -> str:
    match = _MONTH.match(words)
    return f"{match[2]}-{int(match[1]):02d}" if match else words
