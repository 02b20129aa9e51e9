"""The attendance list of a coaching: who is known to come, and blank rows for the others."""

from __future__ import annotations

from server.pembinaan.papers import words
from server.pembinaan.papers.facts import Coaching, Guest, day_words, filled, hour_words
from server.pembinaan.papers.paper import begin
from shared.documents.letterhead import Office
from shared.documents.table import Cell, Cells, Column

LEAST, SPARE = 25, 5
ROW_MM = 9.0
_COLUMNS = tuple(
    Column(name, weight, "C" if name == words.KOLOM_HADIR[0] else "L")
    for name, weight in zip(words.KOLOM_HADIR, (9, 52, 36, 36, 44), strict=True)
)


def write(coaching: Coaching, office: Office) -> bytes:
    """Rows high enough to sign in, the room to sign by turns at the left and in the middle."""
    paper = begin(words.DAFTAR_HADIR, coaching)
    paper.kop(office.kop)
    paper.title(words.DAFTAR_HADIR)
    facts = [
        (words.ACARA, coaching.name),
        (words.HARI, day_words(coaching)),
        (words.JAM, hour_words(coaching)),
        (words.TEMPAT, coaching.tempat),
    ]
    paper.facts(filled(facts))
    count = max(LEAST, len(coaching.guests) + SPARE)
    guests: list[Guest | None] = [*coaching.guests, *[None] * (count - len(coaching.guests))]
    rows = [_row(number, guest) for number, guest in enumerate(guests, 1)]
    paper.table(_COLUMNS, rows, row_height=ROW_MM, size=10)
    paper.signatures(office.kasi, tempat=office.tempat, day=coaching.last_day)
    return paper.output()


def _row(number: int, guest: Guest | None) -> Cells:
    sign = Cell(f"{number}.", "L" if number % 2 else "C")
    if guest is None:
        return [str(number), "", "", "", sign]
    return [str(number), guest.nama, guest.jabatan or words.ANGGOTA, guest.desa, sign]
