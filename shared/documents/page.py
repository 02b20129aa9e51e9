"""One page after the other: margins, faces, what is left of a page, a line of text at a place.

fpdf2 is loaded with the first document: it costs a phone a tenth of a second.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from shared.documents import words
from shared.documents.faces import FAMILY, Faces

if TYPE_CHECKING:
    from fpdf import FPDF

TOP, RIGHT, BOTTOM, LEFT = 20.0, 18.0, 18.0, 20.0
"""The margins in mm."""
FOOT = 6.0
"""The footer's share, above the lower margin."""
SIZE, SMALL = 11.0, 9.0

Style = Literal["", "B", "I"]
Align = Literal["L", "C", "R", "J"]


def line_height(size: float) -> float:
    """In mm, for a size in points."""
    return size * 0.47


class Page:
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

    # --- Inside -----------------------------------------------------------------------------

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
