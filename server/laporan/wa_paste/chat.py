"""A chat cut at its senders: what Android and iPhones export, what is copied, what is forwarded.

A message keeps who sent it and when; media lines become ``MEDIA``, since a list ends there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time

from server.laporan.wa_paste import labels, signs
from shared.clock import WITA

MOST = 20_000
"""Characters of one message; a chat may have many of them."""
LONGEST = 4_000
"""Characters of one line: nobody writes more, and no pattern is tried on more."""
MEDIA = "\x1e"
"""Stands for a picture or a file; no pasted text has this sign, for it is taken out first."""

_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_TIME = (
    r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s*(?:[ap]\.?\s?m\b\.?|pagi|siang|sore|malam))?"
    r"(?:\s*(?:wita|wib|wit))?"
)
_SHORT_DATE = r"\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?"


def _stamp(day: str) -> str:
    return (
        rf"(?:(?P<d1>{day})\s*,?\s*(?:pukul\s+|at\s+)?(?P<t1>{_TIME})"
        rf"|(?P<t2>{_TIME})\s*,?\s*(?P<d2>{day}))"
    )


_BOXED = re.compile(
    rf"^\W{{0,3}}\[\s*(?:{_stamp(f'(?:{_DATE}|{_SHORT_DATE})')})\s*\]\s*(?:-\s*)?", re.I
)
_OPEN = re.compile(rf"^\W{{0,3}}{_stamp(_DATE)}\s+[-\u2013]\s+", re.I)
_WHO = re.compile(
    r"^(?P<who>(?!\d{1,2}[.:]\d{2})(?=\+?[\d\s-]{7,}:|[^:]*[^\W\d_])[^:]{1,60}?)\s*:(?:\s|$)"
)
_SYSTEM = re.compile(
    r"dienkripsi|end-to-end|menambahkan|ditambahkan|mengubah|mengganti|\bkeluar\b|bergabung"
    r"|membuat grup|mengeluarkan|menghapus|encrypted|\bcreated\b|\badded\b|\bchanged\b|\bleft\b"
    r"|\bjoined\b|\bremoved\b|kode keamanan|security code|pesan sementara|tautan undangan"
    r"|\badmin\b|menyematkan|pinned",
    re.I,
)
_FORWARDED = re.compile(r"^\W*(?:diteruskan(?: berkali-kali)?|forwarded(?: many times)?)\W*$", re.I)
_EDITED = re.compile(r"\s*<?\b(?:pesan ini diedit|this message was edited)\b>?\s*$", re.I)
_MORE = re.compile(r"\s*(?:\.\.\.|…)?\s*\b(?:baca selengkapnya|read more)\b\W*$", re.I)
_MEDIA = re.compile(
    r"^\W*(?:<[^>]*(?:tidak disertakan|dihilangkan|omitted|terlampir|attached|lampiran)[^>]*>.*"
    r"|.{0,80}\((?:file|berkas) (?:terlampir|attached)\)"
    r"|(?:gambar|foto|video|audio|stik?c?ker|image|photo|document|dokumen|gif|kartu kontak"
    r"|contact card|pesan suara|media)\s+(?:tidak disertakan|dihilangkan|omitted)"
    r"|(?:img|vid|ptt|aud|doc|stk)-\d{8}-wa\d+.*|\d+-(?:photo|video|audio)-[\d-]+\.\w+"
    r"|(?:pesan ini|anda) (?:telah )?(?:dihapus|menghapus pesan ini)|null"
    r"|(?:this message was|you) deleted(?: this message)?"
    r"|(?:lokasi|location)\s*:\s*https?://\S+)\W*$",
    re.I,
)


@dataclass(frozen=True)
class Sent:
    """When a message was sent, as well as its head says it: the order of the date may be either."""

    at: datetime


@dataclass
class Said:
    """One message: its sender and its lines; ``cut`` where the phone showed only the beginning."""

    sender: str | None = None
    sent: Sent | None = None
    lines: list[str] = field(default_factory=list[str])
    cut: bool = False
    size: int = 0

    @property
    def filled(self) -> bool:
        return any(line.strip() and line != MEDIA for line in self.lines)


def cut(text: str, now: datetime) -> list[Said]:
    """All messages that have words, in their order."""
    found = [Said()]
    for line in signs.plain(text).split("\n"):
        if not _FORWARDED.match(line):
            _take(found, line, now)
    return [said for said in found if said.filled]


def _take(found: list[Said], line: str, now: datetime) -> None:
    if len(line) > LONGEST:
        found[-1].cut, line = True, line[:LONGEST]
    boxed = _BOXED.match(line)
    match = boxed or _OPEN.match(line)
    if match is None:
        _keep(found[-1], line)
        return
    rest = line[match.end() :].strip()
    who = _WHO.match(rest)
    if who is not None and _is_somebody(who["who"], boxed is not None):
        sent = _sent(match["d1"] or match["d2"], match["t1"] or match["t2"], now)
        found.append(Said(signs.unmarked(who["who"]).strip("~ "), sent))
        _keep(found[-1], rest[who.end() :])
    elif _SYSTEM.search(rest):
        found.append(Said())
    elif boxed:
        found.append(Said())
        _keep(found[-1], rest)
    else:
        _keep(found[-1], line)  # a span of hours with a date before it is no head


def _is_somebody(who: str, boxed: bool) -> bool:
    """Not a label of a form and not WhatsApp itself."""
    return not _SYSTEM.search(who) and (boxed or labels.key_of(who) is None)


def _keep(said: Said, line: str) -> None:
    line = _EDITED.sub("", line.rstrip())
    if _MEDIA.match(line):
        said.lines.append(MEDIA)
        return
    whole = _MORE.sub("", line)
    said.size += len(line) + 1
    said.cut |= whole != line or said.size > MOST
    if said.size <= MOST:
        said.lines.append(whole)


def _sent(day: str, hour: str, now: datetime) -> Sent | None:
    """The likeliest reading that is not after now: 11/5 may be of May or of November."""
    parts = [int(part) for part in re.split(r"[./-]", day)]
    clock = _clock(hour)
    if clock is None:
        return None
    orders = _orders(parts, now.astimezone(WITA).year)
    days = [found for one in orders if (found := _moment(one, clock)) is not None]
    past = [one for one in days if one <= now]
    if not days:
        return None
    return Sent(past[0] if past else days[0])


def _orders(parts: Sequence[int], this_year: int) -> list[tuple[int, int, int]]:
    """Year, month and day in the orders that people's phones write them."""
    if len(parts) == 2:
        day, month = parts
        return [(this_year, month, day), (this_year - 1, month, day)]
    a, b, c = parts
    return [(a, b, c)] if a > 31 else [(c, b, a), (c, a, b)]


def _moment(day: Sequence[int], clock: time) -> datetime | None:
    year, month, number = day
    try:
        return datetime(
            year + 2000 if year < 100 else year, month, number, clock.hour, clock.minute,
            tzinfo=WITA,
        )  # fmt: skip
    except ValueError:
        return None


def _clock(hour: str) -> time | None:
    numbers = [int(one) for one in re.findall(r"\d+", hour)]
    number, minute = numbers[0], numbers[1]
    if re.search(r"p\.?\s?m|sore|malam", hour, re.I) and number < 12:
        number += 12
    elif re.search(r"a\.?\s?m\b", hour, re.I) and number == 12:
        number = 0
    return time(number, minute) if number < 24 and minute < 60 else None
