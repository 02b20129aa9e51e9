"""The minutes of a coaching: what was said, what came of it, what follows, with its photos."""

from __future__ import annotations

from dataclasses import replace

from server.pembinaan.papers import words
from server.pembinaan.papers.facts import Coaching, day_words, filled, hour_words
from server.pembinaan.papers.paper import begin
from shared.clock import tanggal
from shared.documents import words as paper_words
from shared.documents.letterhead import Office
from shared.documents.paper import Paper
from shared.documents.table import Column

_RTL = tuple(
    Column(name, weight, "C" if name == words.KOLOM_RTL[0] else "L")
    for name, weight in zip(words.KOLOM_RTL, (9, 88, 38, 38), strict=True)
)


def write(coaching: Coaching, office: Office) -> bytes:
    """Written by the Kasi, seen by the camat."""
    title = words.NOTULEN.format(bentuk=coaching.bentuk.upper())
    paper = begin(title.replace("\n", " "), coaching)
    paper.kop(office.kop)
    paper.title(title)
    paper.facts(_facts(coaching))
    _part(paper, words.BAGIAN_MATERI, coaching.materi)
    _part(paper, words.BAGIAN_HASIL, coaching.hasil)
    _follow_ups(paper, coaching)
    _present(paper, coaching)
    camat = replace(office.camat, head=paper_words.MENGETAHUI)
    paper.signatures(camat, office.kasi, tempat=office.tempat, day=coaching.last_day)
    _photos(paper, coaching)
    return paper.output()


def _facts(coaching: Coaching) -> list[tuple[str, str]]:
    villages = {guest.desa for guest in coaching.guests}
    came = words.JUMLAH_PESERTA.format(orang=len(coaching.guests), desa=len(villages))
    return filled(
        [
            (words.ACARA, coaching.name),
            (words.HARI, day_words(coaching)),
            (words.JAM, hour_words(coaching)),
            (words.TEMPAT, coaching.tempat),
            (words.PENYELENGGARA, coaching.penyelenggara),
            (words.NARASUMBER, coaching.narasumber),
            (words.PESERTA, came if coaching.guests else ""),
            (words.DESA, ", ".join(coaching.desa)),
        ]
    )


def _part(paper: Paper, heading: str, text: str) -> None:
    paper.heading(heading)
    for line in text.strip().split("\n"):
        paper.paragraph(line or words.BELUM_DICATAT)


def _follow_ups(paper: Paper, coaching: Coaching) -> None:
    paper.heading(words.BAGIAN_RTL)
    rows = [
        [str(n), task.teks, task.desa, tanggal(task.until, weekday=False) if task.until else "-"]
        for n, task in enumerate(coaching.tasks, 1)
    ]
    paper.table(_RTL, rows, size=10, empty=words.TANPA_RTL)


def _present(paper: Paper, coaching: Coaching) -> None:
    if coaching.guests:
        paper.heading(words.BAGIAN_HADIR)
        paper.points([f"{guest.nama}, {guest.desa}" for guest in coaching.guests])


def _photos(paper: Paper, coaching: Coaching) -> None:
    if not coaching.pictures and not coaching.hidden:
        return
    if coaching.pictures:
        paper.new_page()
    paper.heading(words.BAGIAN_FOTO)
    if coaching.hidden:
        paper.paragraph(paper_words.FOTO_SENSITIF.format(n=coaching.hidden), style="I")
    paper.photos(coaching.pictures, 2 if len(coaching.pictures) <= 2 else 4)
