"""Guesses when an activity was: the evening, last night or just now, by the clock and habit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mobile.ports import Memory
from shared.clock import WITA, format_time, jam, parse_time

EVENING = 18
NOON = 12
DUSK = 17
NIGHT = ("20.00", "23.00")

MALAM_INI, TADI_MALAM, SEKARANG, HARI_INI, KEMARIN = (
    "malam_ini", "tadi_malam", "sekarang", "hari_ini", "kemarin",
)  # fmt: skip


@dataclass(frozen=True)
class Guess:
    """A span that can be chosen with one tap; ``key`` names its word in `teks.WAKTU`."""

    key: str
    mulai: str
    selesai: str | None


def guess(now: datetime, memory: Memory, jenis: str | None = None) -> Guess:
    """The most likely span: what the form shows first."""
    return choices(now, memory, jenis)[0]


def choices(now: datetime, memory: Memory, jenis: str | None = None) -> tuple[Guess, ...]:
    """The spans to offer, the likeliest first."""
    now = now.astimezone(WITA)
    hours = memory.jam.get(jenis or "")
    if hours and not _is_night(hours):
        return _by_day(now, hours)
    night = hours if hours else _last_night_hours(memory)
    tonight = _span(MALAM_INI, now.date(), night)
    last_night = _span(TADI_MALAM, now.date() - timedelta(days=1), night)
    just_now = Guess(SEKARANG, format_time(now.replace(second=0)), None)
    if now.hour >= EVENING:
        return tonight, just_now, last_night
    if now.hour < NOON:
        return last_night, just_now, tonight
    return just_now, last_night, tonight


def at_hours(now: datetime, mulai: str, selesai: str | None) -> tuple[str, str | None]:
    """The hours of an earlier report on the day that fits now: for a copied report."""
    start = parse_time(mulai).astimezone(WITA)
    end = parse_time(selesai).astimezone(WITA) if selesai else None
    hours = (jam(start), jam(end) if end else jam(start))
    memory = Memory(jam={"": hours})
    found = guess(now, memory)
    if found.key == SEKARANG:  # a night report copied in the afternoon: tonight's, written ahead
        found = choices(now, memory)[1]
    return found.mulai, found.selesai if end else None


def hours_of(mulai: str | None, selesai: str | None) -> tuple[str, str] | None:
    """The hours worth remembering, as ``("20.00", "23.00")``."""
    if not mulai or not selesai:
        return None
    return jam(parse_time(mulai)), jam(parse_time(selesai))


def _by_day(now: datetime, hours: tuple[str, str]) -> tuple[Guess, ...]:
    today = _span(HARI_INI, now.date(), hours)
    yesterday = _span(KEMARIN, now.date() - timedelta(days=1), hours)
    just_now = Guess(SEKARANG, format_time(now.replace(second=0)), None)
    if parse_time(today.mulai) <= now:
        return today, just_now, yesterday
    return just_now, yesterday, today


def _last_night_hours(memory: Memory) -> tuple[str, str]:
    last = memory.jam.get("")
    return last if last and _is_night(last) else NIGHT


def _is_night(hours: tuple[str, str]) -> bool:
    return _clock(hours[0]).hour >= DUSK


def _clock(text: str) -> time:
    hour, minute = text.split(".")
    return time(int(hour), int(minute))


def _span(key: str, day: date, hours: tuple[str, str]) -> Guess:
    start = datetime.combine(day, _clock(hours[0]), WITA)
    end = datetime.combine(day, _clock(hours[1]), WITA)
    if end < start:
        end += timedelta(days=1)
    return Guess(key, format_time(start), format_time(end))
