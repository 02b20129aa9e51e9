"""The follow-ups of a coaching: a paper to sign, and a sheet to sort."""

from __future__ import annotations

from datetime import date

from server.core.papers import sheets
from server.core.papers.sheet import Cell
from server.pembinaan.papers import words
from server.pembinaan.papers.facts import Coaching, Task, day_words, filled
from server.pembinaan.papers.paper import begin
from shared.clock import WITA, tanggal
from shared.documents.letterhead import Office
from shared.documents.table import Column

_COLUMNS = tuple(
    Column(name, weight, "C" if name == words.KOLOM_DAFTAR[0] else "L")
    for name, weight in zip(words.KOLOM_DAFTAR, (9, 32, 92, 32, 26, 42, 50), strict=True)
)
_WIDTHS = (5, 18, 60, 14, 15, 14, 50)


def write(coaching: Coaching, office: Office, today: date) -> bytes:
    """As a landscape table, signed by the Kasi."""
    paper = begin(words.TINDAK_LANJUT, coaching, landscape=True)
    paper.kop(office.kop)
    paper.title(words.TINDAK_LANJUT)
    paper.facts(filled([(words.ACARA, coaching.name), (words.HARI, day_words(coaching))]))
    rows = [_row(number, task, today) for number, task in enumerate(coaching.tasks, 1)]
    paper.table(_COLUMNS, rows, empty=words.TANPA_RTL)
    paper.signatures(office.kasi, tempat=office.tempat, day=today)
    return paper.output()


def sheet(coaching: Coaching, today: date) -> bytes:
    """Days as days."""
    rows: list[list[Cell]] = [
        [
            number, task.desa, task.teks, task.until, _state(task, today),
            task.done_at.astimezone(WITA).date() if task.done_at else None,
            ", ".join(part for part in (task.done_by, task.done_words) if part),
        ]
        for number, task in enumerate(coaching.tasks, 1)
    ]  # fmt: skip
    return sheets.xlsx(words.LEMBAR, words.KOLOM_DAFTAR, rows, _WIDTHS)


def _row(number: int, task: Task, today: date) -> list[str]:
    done = tanggal(task.done_at, weekday=False) if task.done_at else ""
    who = ", ".join(part for part in (done, task.done_by) if part)
    until = tanggal(task.until, weekday=False) if task.until else "-"
    return [str(number), task.desa, task.teks, until, _state(task, today), who, task.done_words]


def _state(task: Task, today: date) -> str:
    if task.done:
        return words.SUDAH
    return words.LEWAT if task.until and task.until < today else words.BELUM
