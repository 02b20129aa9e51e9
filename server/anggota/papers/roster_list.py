"""Lists of members as papers: the same table as a PDF to sign and as a sheet to work on."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from server.core.papers.sheet import Book, Cell
from server.core.papers.sheet import Column as SheetColumn
from shared.clock import tanggal_jam
from shared.documents.letterhead import Office, Signatory
from shared.documents.paper import Paper
from shared.documents.table import Column

SOURCE = "SINAR LINMAS · dicetak {waktu}"


@dataclass(frozen=True)
class Head:
    """A column: its name and how wide it stands beside the others."""

    name: str
    width: float
    centred: bool = False


@dataclass(frozen=True)
class Group:
    """Rows below a heading of their own; "" for none."""

    heading: str
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Listing:
    """``above`` stands before the title, as facts to be filled in; ``note`` below the table."""

    title: str
    heads: tuple[Head, ...]
    groups: tuple[Group, ...]
    signatories: tuple[Signatory, ...]
    above: tuple[tuple[str, str], ...] = ()
    note: str = ""
    empty: str = ""
    with_kop: bool = True
    landscape: bool = False


def pdf(listing: Listing, office: Office, made: datetime) -> bytes:
    """On A4, with the kop unless the listing belongs to somebody else's letter."""
    source = SOURCE.format(waktu=tanggal_jam(made))
    title = listing.title.replace("\n", " ")
    paper = Paper(title, made=made, source=source, landscape=listing.landscape)
    if listing.with_kop:
        paper.kop(office.kop)
    if listing.above:
        indent = max(0.0, paper.width - 100)
        paper.facts(listing.above, label_width=24, indent=indent)
    paper.title(listing.title)
    columns = [
        Column(head.name, head.width, "C" if head.centred else "L") for head in listing.heads
    ]
    for group in listing.groups or (Group("", ()),):
        if group.heading:
            paper.heading(group.heading)
        rows = [[words(cell) for cell in row] for row in group.rows]
        paper.table(columns, rows, size=7.5 if listing.landscape else 8.5, empty=listing.empty)
    if listing.note:
        paper.paragraph(listing.note, size=8.5, align="L")
    paper.signatures(*listing.signatories, tempat=office.tempat, day=made.date())
    return paper.output()


def xlsx(listing: Listing, name: str) -> bytes:
    """One sheet; what is a heading on paper is a column here already."""
    out = io.BytesIO()
    columns = [SheetColumn(head.name, max(6.0, head.width * 0.6)) for head in listing.heads]
    with Book(out, lean=False) as book:
        sheet = book.sheet(name, columns, titles=listing.title.split("\n"), still=2)
        for group in listing.groups:
            for row in group.rows:
                sheet.add(row)
    return out.getvalue()


def words(cell: Cell) -> str:
    """A cell as the paper says it."""
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell)
