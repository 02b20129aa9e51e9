"""The innovation's papers: each assembled from what was counted and entered, nothing added.

PaperError: there is no such paper in that form.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace

from server.core import office
from server.core.context import Context
from server.core.papers import draft_pdf, sheet
from server.core.papers import teks as words
from server.core.papers.draft import Draft, Part
from server.core.permit import permit
from server.core.sessions import Account
from server.inovasi import innovation, innovation_decree
from server.inovasi import innovation_parts as parts
from server.inovasi.innovation import Innovation
from server.inovasi.measure_scope import Observed
from server.inovasi.paperwork import Paperwork, title_of
from server.inovasi.rows import innovation_rows
from server.rekap import rekap_photos
from server.rekap.rekap_photos import PhotoChoice
from shared.clock import WITA, jam, tanggal
from shared.documents.letterhead import Kop, Office, office_of
from shared.documents.photo_sheet import Picture
from shared.jenis import nama_jenis
from shared.roles import Permission

PDF, DOCX, XLSX = "pdf", "docx", "xlsx"
MEDIA = {
    PDF: "application/pdf",
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MOST_PHOTOS = 8

Make = Callable[[Paperwork], list[Part]]

MADE: dict[str, Make] = {
    "profil": parts.profile,
    "uji-coba": parts.trial,
    "kemanfaatan": parts.usefulness,
    "monev": parts.monitoring,
    "skm": parts.satisfaction,
    "sk": innovation_decree.decree,
    "pedoman": parts.guide,
    "ringkasan": parts.public_summary,
    "video": parts.video,
}
FORMS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(MADE, (PDF, DOCX)), "pelaksana": (XLSX,),
}  # fmt: skip
"""Which papers there are, and in which forms."""


class PaperError(Exception):
    """Ask for one that `FORMS` names."""


@dataclass(frozen=True)
class MadePaper:
    """A finished file."""

    name: str
    media: str
    data: bytes


def paper(ctx: Context, account: Account, macam: str, jenis: str, tahun: int) -> MadePaper:
    """One paper of a year."""
    permit(account, Permission.READ_BUKTI)
    permit(account, Permission.EXPORT)
    if jenis not in FORMS.get(macam, ()):
        raise PaperError(macam)
    work = paperwork(ctx, account, innovation.page(ctx, account, tahun))
    return MadePaper(f"{words.NAMA_BERKAS[macam]}.{jenis}", MEDIA[jenis], made(work, macam, jenis))


def paperwork(ctx: Context, account: Account, page: Innovation) -> Paperwork:
    """What all papers of a year are made of."""
    permit(account, Permission.READ_BUKTI)
    permit(account, Permission.EXPORT)
    return Paperwork(
        page=page,
        office=office_of(ctx.wilayah, office.read(ctx)),
        now=ctx.clock.now().astimezone(WITA),
        year_photos=_photos(ctx, page.seen),
        trial_photos=(*_uploaded(ctx, page), *(_photos(ctx, page.trial) if page.trial else ())),
    )


def made(work: Paperwork, macam: str, jenis: str) -> bytes:
    """The bytes of a paper."""
    if jenis == XLSX:
        return _people(work)
    draft = _draft(work, macam)
    if jenis != DOCX:
        return draft_pdf.write(draft)
    from server.core.papers import draft_docx  # its library is loaded by who needs it

    return draft_docx.write(draft)


def _draft(work: Paperwork, macam: str) -> Draft:
    title = words.JUDUL[macam].format(nama=work.name, tahun=work.page.tahun)
    return Draft(
        name=title.replace("\n", " "),
        office=_head(work, macam),
        made=work.now,
        source=words.SUMBER.format(tanggal=tanggal(work.now, weekday=False), jam=jam(work.now)),
        parts=[*([] if macam == "sk" else [title_of(title, macam)]), *MADE[macam](work)],
        warning=words.CONTOH if work.page.is_sample else "",
    )


def _head(work: Paperwork, macam: str) -> Office:
    """Whose letter it is: a decree of the regent does not go out under the kecamatan's head."""
    lines = words.SK_KOP.get(innovation_decree.decree_kind(work)) if macam == "sk" else None
    if not lines:
        return work.office
    head = tuple(work.page.wilayah.told(line) for line in lines)
    return replace(work.office, kop=Kop(head, " "))


def _people(work: Paperwork) -> bytes:
    """The list that belongs to the SK, to be edited."""
    columns = [
        sheet.Column(words.K_NO, 6), sheet.Column(words.K_NAMA, 32),
        sheet.Column(words.K_JABATAN, 34), sheet.Column(words.K_UNIT, 22),
        sheet.Column(words.K_TUGAS, 36),
    ]  # fmt: skip
    out = io.BytesIO()
    with sheet.Book(out, lean=False) as book:
        warning = (words.CONTOH,) if work.page.is_sample else ()
        page = book.sheet(words.NAMA_BERKAS["pelaksana"], columns, titles=warning)
        for number, row in enumerate(innovation_decree.people_rows(work), 1):
            page.add([number, *row])
    return out.getvalue()


def _uploaded(ctx: Context, page: Innovation) -> tuple[Picture, ...]:
    """The photos that the kecamatan itself put at the trial."""
    own = [
        one for one in page.files if one["tempat"] == "tahap:uji_coba" and one["akhiran"] == "jpg"
    ][:MOST_PHOTOS]
    with ctx.database.read() as db:
        return tuple(Picture(innovation_rows.data(db, one["sha256"]), one["nama"]) for one in own)


def _photos(ctx: Context, seen: Observed) -> tuple[Picture, ...]:
    """One of each village, of reports that count; none that is sensitif (asked in `chosen`)."""
    counted = {row["id"] for row in seen.reports}
    choice = PhotoChoice(4, 1)
    with ctx.database.read() as db:
        every = rekap_photos.chosen(db, seen.scope.months(), None, choice)
    wanted = [one for one in every if one.laporan in counted][:MOST_PHOTOS]
    found = zip(wanted, rekap_photos.paths(ctx.photos, wanted), strict=True)
    return tuple(
        Picture(path.read_bytes(), f"{ctx.wilayah.nama_desa(one.desa)}, {nama_jenis(one.jenis)}")
        for one, path in found
        if path.exists()
    )
