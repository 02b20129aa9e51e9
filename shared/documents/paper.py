"""A sheet of A4 as offices write it: kop, title, paragraphs, facts, tables, photos, signatures.

Every part is put below the one before it and takes as many pages as it needs. The same calls
give the same bytes. fpdf2 is loaded with the first paper: it costs a phone a tenth of a second.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from shared.documents import letterhead, photo_sheet, signing, table, words
from shared.documents.faces import FAMILY, Faces
from shared.documents.letterhead import Kop, Signatory
from shared.documents.photo_sheet import Picture
from shared.documents.table import Cells, Column

if TYPE_CHECKING:
    from fpdf import FPDF

TOP, RIGHT, BOTTOM, LEFT = 20.0, 18.0, 18.0, 20.0
"""The margins in mm."""
FOOT = 6.0
"""The footer's share, above the lower margin."""
SIZE, SMALL = 11.0, 9.0
HEADING = 9.0
"""What the heading of a part takes at most, in mm."""

Style = Literal["", "B", "I"]
Align = Literal["L", "C", "R", "J"]


def line_height(size: float) -> float:
    """In mm, for a size in points."""
    return size * 0.47


class Paper:
    """One document. ``made`` is its date, ``source`` stands in the footer of every page."""

    def __init__(
        self, title: str, *, made: datetime, source: str = "", landscape: bool = False
    ) -> None:
        self.pdf = _document(self._foot, landscape=landscape)
        self.faces = Faces(self.pdf)
        self._source = self.faces.fit(source)
        self.pdf.set_title(title)
        self.pdf.set_lang("id")
        self.pdf.set_creation_date(made)
        self.pdf.add_page()

    # --- Measures ---------------------------------------------------------------------------

    @property
    def left(self) -> float:
        return LEFT

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.pdf.epw

    @property
    def room(self) -> float:
        """What is left of this page, in mm."""
        return self.pdf.page_break_trigger - self.pdf.y

    @property
    def page_room(self) -> float:
        """What a whole page has, in mm."""
        return self.pdf.page_break_trigger - TOP

    def font(self, style: Style = "", size: float = SIZE) -> None:
        self.pdf.set_font(FAMILY, style, size)

    def lines(self, text: str, width: float, style: Style = "", size: float = SIZE) -> list[str]:
        """The text as it breaks within a width; one empty line for no text."""
        self.font(style, size)
        fit = self.faces.fit(text)
        if "\n" not in fit and self.pdf.get_string_width(fit) <= width:
            return [fit]
        found = self.pdf.multi_cell(width, text=fit, align="L", dry_run=True, output="LINES")
        return [str(line) for line in found] if isinstance(found, list) and found else [""]

    def put(
        self, text: str, x: float, y: float, width: float, align: Align = "L", *,
        style: Style = "", size: float = SIZE,
    ) -> None:  # fmt: skip
        """One line of fitted text at a place."""
        self.font(style, size)
        self.pdf.set_xy(x, y)
        self.pdf.cell(width, line_height(size), text, align=align)

    # --- Moving on --------------------------------------------------------------------------

    def space(self, height: float = 3.0) -> None:
        """Leave some room; none at the head of a page."""
        if self.pdf.y > TOP:
            self.pdf.set_y(min(self.pdf.y + height, self.pdf.page_break_trigger))

    def need(self, height: float) -> None:
        """Go to a new page unless so much is left of this one."""
        if self.room < height and self.pdf.y > TOP:
            self.new_page()

    def new_page(self) -> None:
        self.pdf.add_page()

    # --- The parts --------------------------------------------------------------------------

    def kop(self, kop: Kop) -> None:
        """Logo left, centred lines, the double line."""
        signing.kop(self, kop)

    def title(self, title: str, number: str | None = None) -> None:
        """Bold, underlined, centred; its number below, "" for one to be written in by hand."""
        for line in title.split("\n"):
            self.centred(line, "B", 13, underlined=True)
        if number is not None:
            self.centred(words.NOMOR.format(nomor=number or words.BARIS_KOSONG), "", SIZE)
        self.space(4)

    def centred(
        self, text: str, style: Style = "", size: float = SIZE, *, underlined: bool = False
    ) -> None:
        """In the middle, one below the other."""
        for line in self.lines(text, self.width, style, size):
            self.need(line_height(size))
            y = self.pdf.y
            self.put(line, LEFT, y, self.width, "C", style=style, size=size)
            if underlined and line.strip():
                signing.underline(self, line, LEFT, y, self.width, size)
            self.pdf.set_y(y + line_height(size) + 0.4)

    def heading(self, text: str) -> None:
        """Of a part; never alone at the foot of a page."""
        self.space(2)
        self.need(22)
        self._block(text, style="B")
        self.space(1)

    def paragraph(
        self, text: str, *, style: Style = "", align: Align = "J", size: float = SIZE,
        indent: float = 0.0, after: float = 2.0,
    ) -> None:  # fmt: skip
        """As many lines and pages as it takes, and some room after it."""
        self._block(text, style=style, align=align, size=size, indent=indent)
        self.space(after)

    def points(self, items: Sequence[str]) -> None:
        """Numbered."""
        for number, item in enumerate(items, 1):
            self.need(line_height(SIZE))
            self.put(f"{number}.", LEFT, self.pdf.y, 7)
            self._block(item, align="J", indent=7)
            self.space(1.2)
        self.space(1)

    def facts(
        self, rows: Sequence[tuple[str, str]], *, label_width: float = 36.0, indent: float = 0.0
    ) -> None:
        """Label, colon, value; a value may run over several lines and pages."""
        x = LEFT + indent
        for label, value in rows:
            self.need(line_height(SIZE))
            y = self.pdf.y
            self.put(self.faces.fit(label), x, y, label_width)
            self.put(":", x + label_width, y, 4)
            self.pdf.set_xy(LEFT, y)
            self._block(value or "-", indent=indent + label_width + 4)
            self.space(0.6)
        self.space(1.5)

    def clauses(self, label: str, items: Sequence[tuple[str, str]]) -> None:
        """A part of a decree: the label once, then mark and text of each clause below another."""
        for number, (mark, text) in enumerate(items):
            self.need(line_height(SIZE))
            y = self.pdf.y
            if number == 0:
                self.put(self.faces.fit(label), LEFT, y, 32)
                self.put(":", LEFT + 32, y, 4)
            if mark:
                self.put(mark, LEFT + 36, y, 6)
            self.pdf.set_xy(LEFT, y)
            self._block(text, align="J", indent=42 if mark else 36)
            self.space(1.0)
        self.space(1.5)

    def rule(self) -> None:
        """A thin line from margin to margin."""
        self.need(3)
        self.pdf.set_line_width(0.3)
        self.pdf.line(LEFT, self.pdf.y + 1, LEFT + self.width, self.pdf.y + 1)
        self.space(3.5)

    def table(
        self, columns: Sequence[Column], rows: Sequence[Cells], *, total: Cells | None = None,
        size: float = SMALL, row_height: float = 0.0, empty: str = words.TIDAK_ADA_BARIS,
    ) -> None:  # fmt: skip
        """The heads again on each page; a row stays whole unless it is longer than a page."""
        table.draw(self, columns, rows, total, size=size, row_height=row_height, empty=empty)
        self.space(3)

    def whole_table(
        self, heading: str, columns: Sequence[Column], rows: Sequence[Cells], *, total: Cells,
        size: float = SMALL,
    ) -> None:  # fmt: skip
        """With its heading on one page, in smaller letters where they must be; else as it falls."""
        fits = table.fitting(
            self, columns, rows, total, size=size, room=self.page_room - HEADING
        )  # fmt: skip
        if fits is None:
            self.need(self.page_room / 2)
            self.heading(heading)
            self.table(columns, rows, total=total, size=size)
            return
        self.need(fits[1] + HEADING)
        self.heading(heading)
        table.draw(
            self, columns, rows, total, size=fits[0], row_height=0.0, empty="", pad=table.TIGHT
        )  # fmt: skip
        self.space(3)

    def photos(self, pictures: Sequence[Picture], per_page: Literal[2, 4] = 4) -> None:
        """Two or four a page, each with its caption."""
        photo_sheet.draw(self, pictures, per_page)

    def signatures(self, *people: Signatory, tempat: str, day: date | None) -> None:
        """One at the right, or two side by side; place and date above the last of a row.

        Without a day neither stands there: the letter is dated at its head.
        """
        above = letterhead.place_and_day(tempat, day) if day else ""
        signing.signatures(self, people, above)

    def output(self) -> bytes:
        """The finished PDF."""
        return bytes(self.pdf.output())

    # --- Inside -----------------------------------------------------------------------------

    def _block(
        self, text: str, *, style: Style = "", align: Align = "L", size: float = SIZE,
        indent: float = 0.0,
    ) -> None:  # fmt: skip
        self.font(style, size)
        self.pdf.set_x(LEFT + indent)
        self.pdf.set_left_margin(LEFT + indent)
        self.pdf.multi_cell(
            self.width, line_height(size), self.faces.fit(text), align=align,
            new_x="LMARGIN", new_y="NEXT",
        )  # fmt: skip
        self.pdf.set_left_margin(LEFT)
        self.pdf.set_x(LEFT)

    def _foot(self, pdf: FPDF) -> None:
        """Where the paper comes from at the left, the page at the right."""
        y, height = pdf.h - BOTTOM - line_height(8), line_height(8)
        pdf.set_font(FAMILY, "I", 8)
        page = words.HALAMAN.format(ke=pdf.page, dari="88")
        wide = pdf.get_string_width(page)
        pdf.set_xy(pdf.w - RIGHT - wide, y)
        pdf.cell(wide, height, words.HALAMAN.format(ke=pdf.page, dari="{nb}"))
        pdf.set_xy(LEFT, y)
        pdf.cell(pdf.epw - wide - 4, height, _cut(pdf, self._source, pdf.epw - wide - 4))


def _cut(pdf: FPDF, text: str, width: float) -> str:
    """What fits one line, with a sign that there is more."""
    if pdf.get_string_width(text) <= width:
        return text
    while pdf.get_string_width(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"


def _document(foot: object, *, landscape: bool) -> FPDF:
    from fpdf import FPDF

    class Document(FPDF):
        """Calls back for its footer."""

        def footer(self) -> None:
            foot(self)  # pyright: ignore[reportCallIssue]

    pdf = Document("landscape" if landscape else "portrait", "mm", "A4")
    pdf.set_margins(LEFT, TOP, RIGHT)
    pdf.set_auto_page_break(True, BOTTOM + FOOT)
    pdf.c_margin = 0
    return pdf
