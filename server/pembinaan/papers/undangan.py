"""The invitation to a coaching, to the heads of its villages."""

from __future__ import annotations

from datetime import datetime, time

from server.pembinaan.papers import words
from server.pembinaan.papers.facts import Coaching, day_words, filled, hour_words
from shared.clock import WITA
from shared.documents.letterhead import Office, place_and_day
from shared.documents.paper import Paper

MOST_NAMED = 5
"""More villages than that stand on a sheet of their own."""


def write(coaching: Coaching, office: Office) -> bytes:
    """Signed by the camat."""
    made = datetime.combine(coaching.written, time(), WITA)
    source = words.SUMBER.format(judul=coaching.name)
    paper = Paper(f"{words.UNDANGAN} {coaching.name}", made=made, source=source)
    paper.kop(office.kop)
    paper.paragraph(place_and_day(office.tempat, coaching.written), align="R")
    many = len(coaching.desa) > MOST_NAMED
    paper.facts(_head(coaching, many=many), label_width=24)
    for line in (words.YTH, *_receivers(coaching, office, many=many), words.DI_TEMPAT):
        paper.paragraph(line, align="L", after=0.4)
    paper.space(4)
    paper.paragraph(words.PEMBUKA.format(kecamatan=office.kecamatan))
    paper.facts(_what(coaching), indent=8)
    paper.paragraph(words.PENUTUP)
    paper.signatures(office.camat, tempat="", day=None)
    if many:
        _list(paper, coaching)
    return paper.output()


def _head(coaching: Coaching, *, many: bool) -> list[tuple[str, str]]:
    return filled(
        [
            (words.NOMOR, coaching.number),
            (words.SIFAT, words.SIFAT_BIASA),
            (words.LAMPIRAN, words.SATU_LEMBAR if many else words.TANPA_LAMPIRAN),
            (words.PERIHAL, f"{words.UNDANGAN}: {coaching.name}"),
        ]
    )


def _receivers(coaching: Coaching, office: Office, *, many: bool) -> list[str]:
    if many:
        return [words.KEPALA_DESA_TERLAMPIR.format(kecamatan=office.kecamatan)]
    if not coaching.desa:
        return [words.BELUM_ADA_DESA.format(kosong=words.BARIS_KOSONG)]
    named = [words.KEPALA_DESA.format(desa=desa) for desa in coaching.desa]
    return [f"{n}. {one}" for n, one in enumerate(named, 1)] if len(named) > 1 else named


def _what(coaching: Coaching) -> list[tuple[str, str]]:
    rows = [
        (words.HARI, day_words(coaching)),
        (words.JAM, hour_words(coaching)),
        (words.TEMPAT, coaching.tempat),
        (words.ACARA, coaching.name),
    ]
    known = ((words.MATERI, coaching.materi), (words.NARASUMBER, coaching.narasumber))
    return [*filled(rows), *((label, value) for label, value in known if value.strip())]


def _list(paper: Paper, coaching: Coaching) -> None:
    paper.new_page()
    paper.title(words.DAFTAR_UNDANGAN)
    paper.points([words.KEPALA_DESA.format(desa=desa) for desa in coaching.desa])
