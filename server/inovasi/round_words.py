"""What a round says in words, the same on each page. Pure."""

from __future__ import annotations

from datetime import date

from server.inovasi import teks
from server.inovasi.innovation_calendar import Countdown, Event
from server.inovasi.innovation_eligibility import Because, Eligibility
from shared.clock import tanggal


def because(found: Eligibility, tahun: int) -> str:
    """Why it may be filed or not."""
    return teks.KL_KARENA[found.because].format(
        tahun=tahun, hari=_day(found.day), jendela=window(found)
    )


def would_make_it_so(found: Eligibility) -> str:
    """What would make it so, and until when; empty when it is so already."""
    shape = teks.KL_SUPAYA.get(found.because, "")
    if not shape:
        return ""
    told = shape.format(jendela=window(found))
    if found.because not in (Because.TOO_OLD, Because.NOT_USED):
        return told
    if found.days_left is None or found.window is None:
        return f"{told} {teks.KL_SISA_HABIS}"
    left = teks.KL_SISA.format(n=found.days_left, hari=_day(found.window[1]))
    return f"{told} {left}"


def remarks(found: Eligibility) -> tuple[str, ...]:
    """What has to be said beside a yes."""
    told: list[str] = []
    if found.to_come:
        told.append(teks.KL_RENCANA)
    if found.development is not None and not found.development.files:
        told.append(teks.KL_TANPA_BUKTI)
    return tuple(told)


def window(found: Eligibility) -> str:
    """From day to day."""
    if found.window is None:
        return ""
    since, until = found.window
    return teks.SAMPAI.format(mulai=_day(since), selesai=_day(until))


def span(one: Event) -> str:
    """When a line of the calendar is, or that nobody knows yet."""
    if one.since is None:
        return teks.KL_BELUM_DIUMUMKAN
    if one.until is None or one.until == one.since:
        return _day(one.since)
    return teks.SAMPAI.format(mulai=_day(one.since), selesai=_day(one.until))


def counted(one: Countdown) -> str:
    """``Validasi dimulai 12 hari lagi, 9 November 2027``"""
    shape = teks.KL_HITUNG_SELESAI if one.ends else teks.KL_HITUNG_MULAI
    return shape.format(nama=one.event.nama, n=one.days, hari=_day(one.day))


def _day(day: date | None) -> str:
    return tanggal(day, weekday=False) if day else ""
