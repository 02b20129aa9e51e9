"""A sheet of A4 as offices write it: kop, title, paragraphs, facts, tables, photos, signatures.

Every part is put below the one before it and takes as many pages as it needs. The same calls
give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from shared.documents import letterhead, photo_sheet, signing, table, words
from shared.documents.letterhead import Kop, Signatory
from shared.documents.page import (
    BOTTOM,
    LEFT,
    RIGHT,
    SIZE,
    SMALL,
    TOP,
    Align,
    Page,
    Style,
    line_height,
)
from shared.documents.photo_sheet import Picture
from shared.documents.table import Cells, Column

__all__ = ["BOTTOM", "LEFT", "RIGHT", "SIZE", "SMALL", "TOP", "Align", "Paper", "Style"]

HEADING = 9.0
"""What the heading of a part takes at most, in mm."""


class Paper(Page):
    """A page with everything that offices put on it."""

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
