"""Guesses when an activity was: the evening, last night or just now, by the clock and habit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mobile.ports import Memory
from shared.clock import WITA, format_time, jam, parse_time
from shared.deadlines import is_ahead
from shared.laporan import Laporan
from shared.nights import end_at, evening_of, in_night, is_night
from shared.similar import hours_of as span_of
from shared.similar import overlaps

EVENING = 18
NOON = 12
FAR = timedelta(hours=3)
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
    if hours and not _of_night(hours):
        return _by_day(now, hours)
    night = hours if hours else _last_night_hours(memory)
    tonight = _in_night(MALAM_INI, now.date(), night)
    last_night = _in_night(TADI_MALAM, now.date() - timedelta(days=1), night)
    just_now = Guess(SEKARANG, format_time(now.replace(second=0)), None)
    if now.hour >= EVENING and not is_far(tonight, now):
        return tonight, just_now, last_night
    if now.hour < NOON and not is_ahead(parse_time(last_night.mulai), now):
        return last_night, just_now, tonight
    return just_now, last_night, tonight


def is_far(one: Guess, now: datetime) -> bool:
    """Still some hours away: nobody reports that, except on purpose."""
    return parse_time(one.mulai) - now > FAR


def chosen(shown: Iterable[Guess], mulai: str | None, selesai: str | None) -> str:
    """Which of the spans that are shown the person is in: other hours of a night are that night."""
    offered = tuple(shown)
    for one in offered:
        if (one.mulai, one.selesai) == (mulai, selesai):
            return one.key
    found = (one.key for one in offered if mulai and _is_same(one, mulai))
    return next(found, "")


def again(
    now: datetime, mulai: str, selesai: str | None, taken: Iterable[Laporan]
) -> tuple[str, str | None]:
    """The hours of an earlier report for a copy of it: the last time that it was so late.

    Never before the one that is copied, never what was reported already, never what is to come:
    then it was just now.
    """
    now = now.astimezone(WITA)
    start = parse_time(mulai).astimezone(WITA)
    length = parse_time(selesai) - start if selesai else None
    spans = [span_of(laporan) for laporan in taken]
    for begin in _last_times(now, start):
        end = begin + length if length is not None else None
        mine = (begin, end if end is not None and end > begin else begin + timedelta(minutes=1))
        if begin > start and not is_ahead(begin, now) and not any(overlaps(mine, s) for s in spans):
            return format_time(begin), format_time(end) if end else None
    return format_time(now.replace(second=0)), None


def hours_of(mulai: str | None, selesai: str | None) -> tuple[str, str] | None:
    """The hours worth remembering, as ``("20.00", "23.00")``: two hours tell a day at most."""
    if not mulai or not selesai:
        return None
    start, end = parse_time(mulai), parse_time(selesai)
    return (jam(start), jam(end)) if timedelta() < end - start <= timedelta(days=1) else None


def _last_times(now: datetime, start: datetime) -> tuple[datetime, ...]:
    """Today and yesterday at that hour; an hour after midnight belongs to the evening before."""
    today, yesterday = now.date(), now.date() - timedelta(days=1)
    if is_night(start.time()):
        return in_night(today, start.time()), in_night(yesterday, start.time())
    return tuple(datetime.combine(day, start.time(), WITA) for day in (today, yesterday))


def _is_same(one: Guess, mulai: str) -> bool:
    """Whether a beginning lies in the night, or at the moment, that this span means."""
    if one.key == SEKARANG:
        return one.mulai == mulai
    mine, other = parse_time(one.mulai).astimezone(WITA), parse_time(mulai).astimezone(WITA)
    if one.key in (MALAM_INI, TADI_MALAM):
        return evening_of(mine) == evening_of(other)
    return mine.date() == other.date() and evening_of(other) is None


def _by_day(now: datetime, hours: tuple[str, str]) -> tuple[Guess, ...]:
    today = _on_day(HARI_INI, now.date(), hours)
    yesterday = _on_day(KEMARIN, now.date() - timedelta(days=1), hours)
    just_now = Guess(SEKARANG, format_time(now.replace(second=0)), None)
    if parse_time(today.mulai) <= now:
        return today, just_now, yesterday
    return just_now, yesterday, today


def _last_night_hours(memory: Memory) -> tuple[str, str]:
    last = memory.jam.get("")
    return last if last and _of_night(last) else NIGHT


def _of_night(hours: tuple[str, str]) -> bool:
    return is_night(_clock(hours[0]))


def _clock(text: str) -> time:
    hour, minute = text.split(".")
    return time(int(hour), int(minute))


def _in_night(key: str, evening: date, hours: tuple[str, str]) -> Guess:
    return _span(key, in_night(evening, _clock(hours[0])), hours)


def _on_day(key: str, day: date, hours: tuple[str, str]) -> Guess:
    return _span(key, datetime.combine(day, _clock(hours[0]), WITA), hours)


def _span(key: str, start: datetime, hours: tuple[str, str]) -> Guess:
    return Guess(key, format_time(start), format_time(end_at(start, _clock(hours[1]))))
