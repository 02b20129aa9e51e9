"""The draft of the decree (SK) that names an innovation and those who carry it out."""

from __future__ import annotations

from dataclasses import replace

from server.core.papers import teks as words
from server.core.papers.draft import (
    Clauses,
    Heading,
    NewPage,
    Paragraph,
    Part,
    Signatures,
    Title,
)
from server.inovasi import innovation_fields as fields
from server.inovasi import innovation_tables as tables
from server.inovasi import legal_basis
from server.inovasi import teks_hukum as law
from server.inovasi.paperwork import Paperwork, marked
from shared.documents import words as paper_words
from shared.documents.letterhead import Signatory


def decree(work: Paperwork) -> list[Part]:
    """A draft to be edited, with the list of those who carry it out."""
    kind = decree_kind(work)
    here = work.page.wilayah.told
    told = {"nama": work.name, "keputusan": words.SK_NAMA[kind], "tujuan": _aim(work)}
    basis = fields.words(work.page.facts, "profil.dasar_hukum")
    left_out = legal_basis.withheld(basis)
    why = words.SK_TIDAK_DICETAK.format(baris="; ".join(left_out))
    considering = tuple(
        (f"{letter}.", text.format(**told))
        for letter, text in zip("abc", words.SK_MENIMBANG_ISI, strict=True)
    )
    orders = tuple((label, here(text, **told)) for label, text in words.SK_DIKTUM)
    loud = told | {"keputusan": told["keputusan"].upper()}
    people = people_rows(work)
    return [
        Paragraph(words.SK_CATATAN, loud=True),
        *([Paragraph(why, loud=True)] if left_out else []),
        Title(here(words.SK_JUDUL[kind]), ""),
        Title(words.SK_TENTANG.format(nama=work.name.upper())),
        Paragraph(here(words.SK_PEJABAT[kind]), loud=True, centred=True),
        Clauses(words.SK_MENIMBANG, considering),
        Clauses(words.SK_MENGINGAT, _minding(basis)),
        Clauses(words.SK_MEMPERHATIKAN, (("", marked(law.SE_LENGKAP, law.PASTI)),)),
        Paragraph(words.SK_MEMUTUSKAN, loud=True, centred=True),
        Clauses(words.SK_MENETAPKAN, (("", words.SK_MENETAPKAN_ISI.format(**loud).upper()),)),
        *[Clauses(label, (("", text),)) for label, text in orders],
        Signatures((_decider(work, kind),), by_hand=True),
        NewPage(),
        Heading(words.SK_LAMPIRAN.format(keputusan=told["keputusan"], n=len(people))),
        tables.people(people),
    ]


def decree_kind(work: Paperwork) -> str:
    """Who signs it: the head of the region unless the kecamatan has chosen otherwise."""
    return fields.words(work.page.facts, "sk.bentuk") or fields.REGENT


def _aim(work: Paperwork) -> str:
    aim = fields.words(work.page.facts, "profil.tujuan").strip().rstrip(".")
    return aim[:1].lower() + aim[1:] if aim else words.KOSONG


def _minding(basis: str) -> tuple[tuple[str, str], ...]:
    """Whole names of the law, each with how sure it is."""
    return tuple(
        (f"{number}.", marked(one.text, one.yakin))
        for number, one in enumerate(legal_basis.minding(basis), 1)
    )


def _decider(work: Paperwork, kind: str) -> Signatory:
    blank, here = paper_words.BARIS_KOSONG, work.page.wilayah.told
    if kind == fields.REGENT:
        place = words.SK_DITETAPKAN.format(tempat=blank, hari=blank)
        return Signatory(f"{place}\n{here(words.SK_PEJABAT[kind])}")
    place = words.SK_DITETAPKAN.format(tempat=work.office.tempat or blank, hari=blank)
    jabatan = f"{place}\n{here(words.SK_AN)}\n{here(words.SK_PEJABAT[kind])}"
    return replace(work.office.camat, jabatan=jabatan)


def people_rows(work: Paperwork) -> tuple[tuple[str, str, str, str], ...]:
    """Name, office, unit and task of everybody who carries the innovation out."""
    return tuple(
        (one.nama, _jabatan(work, one.jabatan), one.unit, words.TUGAS[one.tugas])
        for one in work.page.basis.people
    )


def _jabatan(work: Paperwork, kode: str) -> str:
    known = words.JABATAN.get(kode)
    return work.page.wilayah.told(known) if known else kode
