"""The certificates of a coaching, one page for everybody who came."""

from __future__ import annotations

from server.pembinaan.papers import words
from server.pembinaan.papers.facts import Coaching, Guest, day_words
from server.pembinaan.papers.paper import begin
from shared.documents.letterhead import Office
from shared.documents.paper import Paper

ROOM = 3.0
LARGE, MIDDLE, SMALL = 20.0, 14.0, 11.0


def write(coaching: Coaching, office: Office) -> bytes:
    """Landscape, signed by the camat."""
    paper = begin(words.SERTIFIKAT, coaching, landscape=True)
    if not coaching.guests:
        paper.paragraph(words.TANPA_PESERTA)
    for number, guest in enumerate(coaching.guests):
        if number:
            paper.new_page()
        _page(paper, coaching, guest, office)
    return paper.output()


def _page(paper: Paper, coaching: Coaching, guest: Guest, office: Office) -> None:
    paper.kop(office.kop)
    paper.centred(words.SERTIFIKAT, "B", 26)
    paper.centred(_number(guest))
    paper.space(ROOM)
    paper.centred(words.DIBERIKAN)
    paper.space(ROOM)
    paper.centred(guest.nama, "B", _size(paper, guest.nama), underlined=True)
    jabatan = guest.jabatan or words.ANGGOTA
    paper.centred(words.DARI_DESA.format(jabatan=jabatan, desa=guest.desa))
    paper.space(ROOM)
    paper.centred(words.SEBAGAI.format(bentuk=coaching.bentuk))
    paper.centred(f"“{coaching.judul}”" if coaching.judul else words.BARIS_KOSONG, "B", 13)
    paper.centred(_where(coaching))
    if coaching.jp:
        paper.centred(words.SELAMA.format(jp=words.jp_words(coaching.jp)))
    paper.signatures(office.camat, tempat=office.tempat, day=coaching.last_day)


def _size(paper: Paper, nama: str) -> float:
    """As large as one line takes; a name of many words must leave room for the signature."""
    fits = (s for s in (LARGE, MIDDLE) if len(paper.lines(nama, paper.width, "B", s)) == 1)
    return next(fits, SMALL)


def _number(guest: Guest) -> str:
    return f"{words.NOMOR} : {guest.number or words.BARIS_KOSONG}"


def _where(coaching: Coaching) -> str:
    return words.ISI_SERTIFIKAT.format(
        penyelenggara=coaching.penyelenggara or words.BARIS_KOSONG,
        hari=day_words(coaching) or words.BARIS_KOSONG,
        tempat=coaching.tempat or words.BARIS_KOSONG,
    )
