"""A draft as a DOCX, where an office goes on writing; the kop is text, so that it can be edited."""

from __future__ import annotations

import io
from datetime import UTC
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from server.core.papers.draft import (
    Clauses,
    Draft,
    Facts,
    Heading,
    NewPage,
    Paragraph,
    Part,
    Photos,
    Points,
    Signatures,
    Table,
    Title,
    Words,
)
from shared.documents import letterhead, words
from shared.documents.letterhead import Signatory
from shared.documents.photo_sheet import Picture

FACE, SIZE = "Times New Roman", 11
_SIDES = {"top_margin": 20, "right_margin": 18, "bottom_margin": 18, "left_margin": 20}


def write(draft: Draft) -> bytes:
    """The whole paper."""
    document = Document()
    _page(document)
    properties: Any = document.core_properties
    properties.title, properties.author = draft.name, draft.source
    properties.created = properties.modified = draft.made.astimezone(UTC).replace(tzinfo=None)
    _kop(document, draft)
    if draft.warning:
        _line(document, draft.warning, bold=True, centred=True)
    for part in draft.parts:
        _put(document, draft, part)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, size in _SIDES.items():
        setattr(section, name, Mm(size))
    style = document.styles["Normal"]
    style.font.name, style.font.size = FACE, Pt(SIZE)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FACE)
    style.paragraph_format.space_after = Pt(4)


def _kop(document: Any, draft: Draft) -> None:
    kop = draft.office.kop
    for number, text in enumerate(kop.lines):
        _line(document, text, bold=True, centred=True, size=14 if number == 0 else 16)
    _line(document, kop.address or words.BARIS_KOSONG, centred=True, size=9)
    _rule(document)


def _rule(document: Any) -> None:
    """The double line below the kop."""
    properties = document.paragraphs[-1]._p.get_or_add_pPr()
    borders = properties.makeelement(qn("w:pBdr"), {})
    look = {qn("w:val"): "double", qn("w:sz"): "12", qn("w:space"): "4", qn("w:color"): "000000"}
    borders.append(borders.makeelement(qn("w:bottom"), look))
    properties.append(borders)


def _put(document: Any, draft: Draft, part: Part) -> None:
    match part:
        case Table():
            _table(document, part)
        case Photos(title, pictures):
            document.add_page_break()
            _line(document, title, bold=True)
            _photos(document, pictures)
        case NewPage():
            document.add_page_break()
        case Signatures():
            _signatures(document, draft, part)
        case _:
            _say(document, part)


def _say(document: Any, part: Words) -> None:
    match part:
        case Title(text, number):
            _title(document, text, number)
        case Heading(text):
            _line(document, text, bold=True).paragraph_format.keep_with_next = True
        case Paragraph(text, loud, centred):
            _line(document, text, bold=loud, centred=centred)
        case Facts(rows):
            _facts(document, rows)
        case Points(items):
            _points(document, items)
        case Clauses(label, items):
            _clauses(document, label, items)


def _title(document: Any, text: str, number: str | None) -> None:
    _line(document, text, bold=True, centred=True, size=13)
    if number is not None:
        told = words.NOMOR.format(nomor=number or words.BARIS_KOSONG)
        _line(document, told, centred=True)


def _points(document: Any, items: tuple[str, ...]) -> None:
    """Numbered by hand: a list style would go on counting from list to list."""
    for number, item in enumerate(items, 1):
        paragraph = _line(document, f"{number}.\t{item}")
        paragraph.paragraph_format.left_indent = Mm(8)
        paragraph.paragraph_format.first_line_indent = Mm(-8)


def _clauses(document: Any, label: str, items: tuple[tuple[str, str], ...]) -> None:
    """Label, colon, mark and text at fixed stops, so that every line hangs under its text."""
    for number, (mark, text) in enumerate(items):
        head = f"{label}\t:\t" if number == 0 else "\t\t"
        paragraph = _line(document, f"{head}{mark}\t{text}" if mark else f"{head}{text}")
        shape, hang = paragraph.paragraph_format, 42 if mark else 36
        shape.left_indent, shape.first_line_indent = Mm(hang), Mm(-hang)
        for stop in (32, 36, 42):
            shape.tab_stops.add_tab_stop(Mm(stop))


def _photos(document: Any, pictures: tuple[Picture, ...]) -> None:
    for picture in pictures:
        if picture.data is not None:
            document.add_picture(io.BytesIO(picture.data), width=Mm(110))
        _line(document, picture.caption, centred=True, size=9)


def _signatures(document: Any, draft: Draft, part: Signatures) -> None:
    place = "" if part.by_hand else letterhead.place_and_day(draft.office.tempat, draft.made)
    for number, person in enumerate(part.people):
        _signature(document, person, "" if number else place)


def _line(
    document: Any, text: str, *, bold: bool = False, centred: bool = False, size: int = SIZE
) -> Any:
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGN.CENTER if centred else ALIGN.JUSTIFY
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    return paragraph


def _facts(document: Any, rows: tuple[tuple[str, str], ...]) -> None:
    table = document.add_table(rows=0, cols=2)
    for label, value in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, f": {value or '-'}"
        cells[0].width, cells[1].width = Mm(52), Mm(120)
    document.add_paragraph()


def _table(document: Any, part: Table) -> None:
    if not part.rows:
        _line(document, part.empty)
        return
    table = document.add_table(rows=1, cols=len(part.columns))
    table.style = "Table Grid"
    whole = sum(column.weight for column in part.columns)
    for cell, column in zip(table.rows[0].cells, part.columns, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(column.head).bold = True
    for row in part.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for row in table.rows:
        for cell, column in zip(row.cells, part.columns, strict=True):
            cell.width = Mm(172 * column.weight / whole)
    document.add_paragraph()


def _signature(document: Any, person: Signatory, place: str) -> None:
    heads = [text for text in (place, person.head) if text]
    for text in (*heads, *person.jabatan.split("\n"), "", "", ""):
        _right(document, text)
    _right(document, person.nama or words.BARIS_KOSONG, bold=True)
    if person.pangkat:
        _right(document, person.pangkat)
    if person.nip is not None:
        _right(document, words.NIP.format(nip=letterhead.grouped_nip(person.nip)))


def _right(document: Any, text: str, *, bold: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Mm(95)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.keep_with_next = True
    run = paragraph.add_run(text)
    run.bold = run.underline = bold
