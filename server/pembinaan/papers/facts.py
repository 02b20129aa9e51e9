"""What the papers of a coaching are made of, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from server.pembinaan.papers import words
from shared.clock import WITA, jam, tanggal
from shared.documents.photo_sheet import Picture


@dataclass(frozen=True)
class Guest:
    """Somebody who took part; ``number`` is that of the certificate, "" without one."""

    nama: str
    jabatan: str
    desa: str
    number: str = ""


@dataclass(frozen=True)
class Task:
    """A follow-up of one village."""

    teks: str
    desa: str
    until: date | None
    done: bool
    done_at: datetime | None = None
    done_by: str = ""
    done_words: str = ""


@dataclass(frozen=True)
class Coaching:
    """A coaching; villages by name, ``number`` and ``written`` those of its letter."""

    bentuk: str
    judul: str
    mulai: datetime | None
    selesai: datetime | None
    tempat: str
    penyelenggara: str
    narasumber: str
    materi: str
    hasil: str
    jp: float
    desa: tuple[str, ...]
    number: str
    written: date
    guests: tuple[Guest, ...] = ()
    tasks: tuple[Task, ...] = ()
    pictures: tuple[Picture, ...] = ()
    hidden: int = 0
    """How many photos stay out because they are sensitif."""

    @property
    def name(self) -> str:
        return self.judul or self.bentuk

    @property
    def last_day(self) -> date:
        """When it was over; the day of the letter while nothing is set."""
        end = self.selesai or self.mulai
        return end.astimezone(WITA).date() if end else self.written


def day_words(coaching: Coaching) -> str:
    """``Rabu, 2 Desember 2026``, or from one day to another; "" while nothing is set."""
    if coaching.mulai is None:
        return ""
    first = tanggal(coaching.mulai)
    if coaching.last_day == coaching.mulai.astimezone(WITA).date():
        return first
    return words.SAMPAI.format(mulai=first, selesai=tanggal(coaching.last_day))


def hour_words(coaching: Coaching) -> str:
    """``09.00 s.d. 12.00 WITA``"""
    if coaching.mulai is None:
        return ""
    end = jam(coaching.selesai) if coaching.selesai else words.SELESAI
    return words.PUKUL.format(mulai=jam(coaching.mulai), selesai=end)


def filled(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A line to write on where nothing is known yet."""
    return [(label, value.strip() or words.BARIS_KOSONG) for label, value in rows]
