"""Nihil: nothing happened this month. Two taps, and a look at whether that can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from mobile.domain.record import Record
from mobile.usecases.finish import finish_now
from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.start import new_draft
from shared.clock import WITA, month_of, parse_time
from shared.laporan import Kind, Laporan

DUE_DAY = 5
"""Until this day of the next month a nihil for the last one is offered; a setting overrules it."""


@dataclass(frozen=True)
class NihilCheck:
    """What this phone knows of a month: reports that speak against nihil, or a nihil already."""

    periode: str
    laporan: int = 0
    sudah: Record | None = None


def periodes(phone: Phone) -> tuple[str, ...]:
    """The months to offer, the likeliest first."""
    now = phone.clock.now().astimezone(WITA)
    this = month_of(now)
    last = month_of(now.replace(day=1) - timedelta(days=1))
    return (last, this) if now.day <= _due_day(phone) else (this,)


async def check(phone: Phone, periode: str) -> NihilCheck:
    """Whether reports of that month speak against it."""
    return await off_loop(look, phone, periode)


async def send_nihil(phone: Phone, periode: str) -> Record:
    """Finish a nihil for the month; the one that is there already, if there is one."""
    found = await check(phone, periode)
    if found.sudah:
        return found.sudah
    draft = await off_loop(new_draft, phone, Kind.NIHIL, periode=periode)
    return await finish_now(phone, draft)


def look(phone: Phone, periode: str) -> NihilCheck:
    """The same, for those who are in a thread already."""
    records = [*phone.laporan.open_records(), *phone.laporan.history(periode)]
    sent = [r for r in records if r.sent and not r.sent.ditarik and month(r.sent) == periode]
    nihil = next((r for r in sent if r.sent and r.sent.kind == Kind.NIHIL), None)
    others = sum(1 for r in sent if r.sent and r.sent.kind != Kind.NIHIL)
    return NihilCheck(periode, others, nihil)


def month(laporan: Laporan) -> str:
    """The month that a report belongs to: of its start, or the nihil's own."""
    if laporan.periode:
        return laporan.periode
    moment = _moment(laporan.mulai) or _moment(laporan.ditulis)
    return month_of(moment) if moment else ""


def _moment(text: str | None) -> datetime | None:
    try:
        return parse_time(text) if text else None
    except ValueError:
        return None


def _due_day(phone: Phone) -> int:
    value = phone.state.sync_state().settings.get("due_day")
    return value if isinstance(value, int) and 1 <= value <= 28 else DUE_DAY
