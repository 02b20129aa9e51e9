"""Nihil: nothing happened this month. Two taps, and a look at whether that can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mobile.domain.record import Record
from mobile.usecases.finish import finish_now
from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.start import new_draft
from shared.clock import month_of, parse_time
from shared.deadlines import DUE_DAY, has_hardly_begun, open_months
from shared.laporan import Kind, Laporan


@dataclass(frozen=True)
class NihilCheck:
    """What this phone knows of a month: reports that speak against nihil, or a nihil already."""

    periode: str
    laporan: int = 0
    sudah: Record | None = None


def periodes(phone: Phone) -> tuple[str, ...]:
    """The months to offer, the one that the kecamatan asks for first."""
    asked, other = open_months(phone.right_now(), _due_day(phone))
    if other < asked and not _may_be_late(phone, other):
        return (asked,)
    return asked, other


def _may_be_late(phone: Phone, periode: str) -> bool:
    """Whether the last month still lacks an answer, and this phone was there to give one."""
    found = look(phone, periode)
    begun = _moment(phone.identity().activated_at)
    return not found.laporan and not found.sudah and (not begun or month_of(begun) <= periode)


def is_early(phone: Phone, periode: str) -> bool:
    """Whether the month has hardly begun, so that its nihil is asked about."""
    return has_hardly_begun(periode, phone.right_now())


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
