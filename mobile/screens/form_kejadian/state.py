"""What a kejadian adds to a form: what happened, when, how many, and who can be called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from mobile import teks
from mobile.screens.form_parts import sections
from mobile.screens.form_parts.form import FormState
from shared import phone_numbers
from shared.clock import WITA, format_time, parse_time
from shared.laporan import RincianKejadian
from shared.nights import last_at

EARLIER = timedelta(hours=1)
"""What "Tadi" means until somebody picks the hour."""


@dataclass(frozen=True)
class Number:
    """Somebody to call; without a number there is nothing to tap."""

    nama: str
    nomor: str = ""


def numbers(settings: dict[str, Any]) -> tuple[Number, ...]:
    """The emergency numbers that the kecamatan has filled in, or the three names without."""
    rows = settings.get("nomor_darurat")
    found = [_number(row) for row in cast("list[object]", rows)] if isinstance(rows, list) else []
    known = tuple(one for one in found if one.nama)
    return known or tuple(Number(nama) for nama in teks.DARURAT_AWAL)


def dial(number: str) -> str:
    """What the phone's own dialler is given."""
    known = phone_numbers.national(number)
    return f"tel:{known or ''.join(filter(str.isdigit, number))}"


def detail(form: FormState) -> RincianKejadian:
    return form.draft.kejadian or RincianKejadian()


def choose_kind(form: FormState, kind: str) -> None:
    form.chose_kejadian(sections.JENIS, jenis=kind)


def choose_moment(form: FormState, at: datetime) -> None:
    form.chose(sections.WAKTU, mulai=format_time(at))


def just_now(form: FormState) -> datetime:
    """The moment at which the form was opened for the first time, as the draft was given it."""
    return form.begun.astimezone(WITA)


def is_just_now(form: FormState) -> bool:
    """Up to a few minutes before the form was opened."""
    at = _moment(form)
    return at is not None and timedelta(0) <= just_now(form) - at < timedelta(minutes=10)


def is_earlier(form: FormState) -> bool:
    at = _moment(form)
    return at is not None and abs(just_now(form) - EARLIER - at) < timedelta(minutes=1)


def at_hour(form: FormState, hour: time) -> datetime:
    """That hour today; yesterday when it is still to come."""
    return last_at(form.place.phone.clock.now(), hour)


def on_day(form: FormState, day: date) -> datetime:
    """The same hour on another day."""
    at = _moment(form) or just_now(form)
    return at.replace(year=day.year, month=day.month, day=day.day)


def count(form: FormState, name: str, value: int) -> None:
    form.chose_kejadian(sections.KEADAAN, **{name: value})


def _moment(form: FormState) -> datetime | None:
    at = detail(form).waktu
    return parse_time(at).astimezone(WITA) if at else None


def _number(row: object) -> Number:
    if not isinstance(row, dict):
        return Number("")
    entry = cast("dict[str, object]", row)
    return Number(str(entry.get("nama") or "").strip(), str(entry.get("nomor") or "").strip())
