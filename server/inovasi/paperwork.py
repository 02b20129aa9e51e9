"""What every paper of the innovation is made of: office, set, measures, notes and photos."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from server.core.papers import teks as words
from server.core.papers.draft import (
    Paragraph,
    Part,
    Photos,
    Signatures,
    Title,
)
from server.inovasi import innovation_fields as fields
from server.inovasi import teks
from server.inovasi import teks_hukum as law
from server.inovasi.indicator_words import since_first_use
from server.inovasi.innovation import Innovation
from server.inovasi.measure_scope import Observed
from shared.clock import tanggal
from shared.documents import words as paper_words
from shared.documents.letterhead import Office
from shared.documents.photo_sheet import Picture


@dataclass(frozen=True)
class Paperwork:
    """What all papers of a year are made of."""

    page: Innovation
    office: Office
    now: datetime
    year_photos: tuple[Picture, ...] = ()
    trial_photos: tuple[Picture, ...] = ()

    @property
    def name(self) -> str:
        """The innovation's name."""
        return fields.words(self.page.facts, "profil.nama")

    def told(self, key: str) -> str:
        """What was entered, or that nothing was."""
        return fields.words(self.page.facts, key).strip() or words.KOSONG

    def day(self, key: str) -> str:
        """A date in words, or that there is none."""
        found = fields.day(self.page.facts, key)
        return tanggal(found) if found else words.KOSONG

    def proposed(self, key: str) -> str:
        """A date of the trial on paper."""
        return words.MENURUT_PROPOSAL.format(tanggal=self.day(key))


def title_of(text: str, macam: str) -> Title:
    """Letters have a number to be written in; others have none."""
    return Title(text, "" if macam in ("uji-coba", "kemanfaatan", "monev") else None)


def span(seen: Observed) -> list[tuple[str, str]]:
    scope = seen.scope
    told = teks.SAMPAI.format(
        mulai=tanggal(scope.since, weekday=False), selesai=tanggal(scope.until, weekday=False)
    )
    return [(words.MASA, told)]


def notes(seen: Observed) -> list[Part]:
    """That it is empty, or has not ended."""
    scope, told = seen.scope, list[Part]()
    if scope.is_partial(seen.today):
        text = words.BERJALAN.format(lewat=scope.passed(seen.today), hari=scope.days)
        told.append(Paragraph(text))
    if since := since_first_use(seen):
        told.append(Paragraph(since))
    if not seen.reports:
        told.append(Paragraph(words.BELUM_ADA_LAPORAN, loud=True))
    return told


def photos_of(pictures: tuple[Picture, ...]) -> list[Part]:
    return [Photos(words.LAMPIRAN_FOTO, pictures)] if pictures else []


def both(work: Paperwork) -> Part:
    camat = replace(work.office.camat, head=paper_words.MENGETAHUI)
    return Signatures((camat, work.office.kasi))


def camat_of(work: Paperwork, head: str = "") -> Part:
    return Signatures((replace(work.office.camat, head=head),))


def marked(text: str, yakin: str) -> str:
    return words.SK_TANDA.format(teks=text, tanda=law.KEYAKINAN[yakin].lower())
