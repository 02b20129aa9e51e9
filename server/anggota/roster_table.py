"""Finds the table of members in a sheet: headings, the rows below, and what is none of them.

Nothing falls away in silence: a row that is no member is in `Table.skipped` with its reason, a
column that is not used in `Table.unused`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from server.anggota import roster_cells as cells
from server.anggota.roster_columns import BORN, FEMALE, MALE
from server.anggota.roster_head import Head, Source, head_of, plain_field, sources_of
from server.anggota.roster_spellings import key_of
from server.core.papers.sheet_xml import letter
from server.core.papers.sheets import Cell
from server.core.papers.workbook import Sheet, SheetError, Workbook, is_wrong
from shared.wilayah import Wilayah

COLUMN_NUMBERS, HEADINGS, TOTAL, SIGNATURE, GROUP, WORDS = (
    "numbers", "headings", "total", "signature", "group", "words",
)  # fmt: skip
"""Why a row is no member."""

_TOTAL = re.compile(r"(?:jumlah|jml|total|sub ?total|grand total)\b", re.I)
_SIGNED = re.compile(
    r"mengetahui|menyetujui|mengesahkan|ditetapkan di|pada tanggal|dibuat oleh|yang membuat|"
    r"tertanda|(?:a\.?n\.?\s+)?(?:pj\.?\s+)?(?:kepala desa|pembakal|camat|lurah|sekretaris desa|"
    r"ketua|kasi|kepala seksi|kepala pelaksana|kepala satlinmas|plt)\b|ttd\b|nip\b|"
    r"[^\W\d][^\d,]{2,40},(?:\s*tanggal)?\s*(?:[\d.…_-]*\s*)?[^\W\d]*\s*(?:19|20)?[\d.…]{2,}\s*\Z",
    re.I,
)
_NUMBERED = re.compile(r"\(?(\d{1,3})\)?\.?\Z", re.ASCII)
_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2})[.)]?\Z")
_GROUPS = re.compile(r"(?:regu|kelompok|desa|ds\.?|dusun|satuan|unsur|rt)\b", re.I)
_DITTO = frozenset(
    ['"', "''", "\u201d", "\u3003", "sda", "s.d.a", "s.d.a.", "idem", '- " -', '-"-']
)
_REPEATED = (
    "desa", "alamat", "jabatan", "regu", "status", "mulai", "sk.", "pendidikan", "jenis_kelamin",
)  # fmt: skip
_MARITAL = frozenset(
    ["kawin", "belumkawin", "menikah", "belummenikah", "nikah", "belumnikah", "duda", "janda",
     "k", "bk", "tk", "lajang", "ceraihidup", "ceraimati", "bujang"]
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A row that speaks of somebody; ``given`` is what a heading above says for all below it."""

    number: int
    cells: Mapping[int, Cell]
    given: Mapping[str, str]


@dataclass(frozen=True)
class Skipped:
    """A row that is no member, and why."""

    row: int
    why: str
    text: str


@dataclass(frozen=True)
class Table:
    """What a sheet holds of members."""

    wilayah: Wilayah
    sheet: Sheet
    headings: tuple[tuple[int, str], ...]
    sources: tuple[Source, ...]
    lines: tuple[Line, ...]
    skipped: tuple[Skipped, ...]
    unused: tuple[str, ...]
    title: str
    """What stands above the headings, and the sheet's name."""
    beside: int = -1
    """The column of names of a second table to the right of this one."""

    @property
    def fields(self) -> set[str]:
        """All that the columns say, one address and one sex."""
        return {plain_field(source.field) for source in self.sources}

    @property
    def likely_desa(self) -> str | None:
        """The one village that is named above the headings."""
        said = key_of(self.title)
        found = {desa.kode for desa in self.wilayah.desa if f"desa{key_of(desa.nama)}" in said}
        found |= {kode} if (kode := cells.desa_of(self.wilayah, self.sheet.name)) else set()
        return found.pop() if len(found) == 1 else None


def choose(book: Workbook, wanted: str | None = None) -> Sheet:
    """The sheet that was named, else the first visible one with a table of members."""
    if wanted is not None:
        return book.sheet(wanted)
    shown = [name for name, hidden in book.hidden.items() if not hidden] or list(book.hidden)
    first: Sheet | SheetError | None = None
    for name in shown:
        try:
            sheet = book.sheet(name)
        except SheetError as error:  # another one may hold the members
            first = first or error
            continue
        if head_of(sheet).known > 1:
            return sheet
        first = first or sheet
    if isinstance(first, Sheet):
        return first
    raise first or SheetError


def read(wilayah: Wilayah, sheet: Sheet) -> Table:
    """The table of a sheet; without headings it has no columns."""
    head = head_of(sheet)
    title = " ".join(
        cells.words(cell) for row in sheet.rows[: head.top] for cell in row if cells.words(cell)
    )
    if head.known < 2:
        return Table(wilayah, sheet, (), (), (), (), (), f"{title} {sheet.name}")
    sources, twice = sources_of(head)
    lines, skipped = _Rows(wilayah, sheet, head, sources).read()
    sources, married = _without_marriage(sources, lines)
    unused = _unused(head, sources, lines) + twice + married
    return Table(
        wilayah, sheet, tuple((index, name) for index, name, _ in head.names if name),
        tuple(sources), tuple(lines), tuple(skipped),
        tuple(name for _, name in sorted(unused)), f"{title} {sheet.name}", head.beside,
    )  # fmt: skip


def _unused(head: Head, sources: Sequence[Source], lines: Sequence[Line]) -> list[tuple[int, str]]:
    used = {source.index for source in sources}
    fields = {plain_field(source.field) for source in sources}
    names = {index: (heading, what) for index, heading, what in head.names}
    filled = {i for line in lines for i, cell in line.cells.items() if cells.words(cell)}
    found: list[tuple[int, str]] = []
    for index in sorted(set(names) | filled):
        heading, what = names.get(index, ("", None))
        derived = what == "" and (heading.casefold() != "usia" or "tanggal_lahir" in fields)
        twice = bool(what) and what not in (MALE, FEMALE)
        if index in used or derived or twice:
            continue
        if heading or index in filled:
            found.append((index, heading or letter(index)))
    return found


def _without_marriage(
    sources: list[Source], lines: Sequence[Line]
) -> tuple[list[Source], list[tuple[int, str]]]:
    """A column "Status" that tells who is married is another one."""
    for source in sources:
        told = {cells.words(line.cells.get(source.index)) for line in lines} - {""}
        keys = {"".join(filter(str.isalnum, text.casefold())) for text in told}
        if source.field == "status" and keys and keys <= _MARITAL:
            rest = [other for other in sources if other is not source]
            return rest, [(source.index, source.heading)]
    return sources, []


# --- Rows -------------------------------------------------------------------------------------


@dataclass
class _Rows:
    """Goes through the rows below the headings."""

    wilayah: Wilayah
    sheet: Sheet
    head: Head
    sources: list[Source]
    lines: list[Line] = field(default_factory=list[Line])
    skipped: list[Skipped] = field(default_factory=list[Skipped])
    given: dict[str, str] = field(default_factory=dict[str, str])
    signing: bool = False

    def __post_init__(self) -> None:
        self.name = next(s.index for s in self.sources if s.field == "nama")
        self.used = {source.index for source in self.sources}
        self.born = {s.index for s in self.sources if s.field in (BORN, "tanggal_lahir")}
        numbers = (i for i, _, what in self.head.names if what == "" and i not in self.used)
        self.number = next(numbers, -1)
        self.repeated = [s.index for s in self.sources if s.field.startswith(_REPEATED)]
        self.spread = self._spread()
        self.broken: dict[int, dict[int, Cell]] = {}
        for (at, index), text in self.sheet.broken.items():
            self.broken.setdefault(at, {})[index] = _error(text)

    def read(self) -> tuple[list[Line], list[Skipped]]:
        for at in range(self.head.bottom + 1, len(self.sheet.rows)):
            own = self._own(at)
            if own:
                self._one(at, own)
        return self.lines, self.skipped

    def _own(self, at: int) -> dict[int, Cell]:
        """The filled cells of a row, and those that hold an error."""
        row = self.sheet.rows[at]
        found = {i: cell for i, cell in enumerate(row) if cells.words(cell)}
        return {**found, **self.broken.get(at, {})}

    def _one(self, at: int, own: dict[int, Cell]) -> None:
        why = self._no_member(own)
        if why == "":
            return
        if why is not None:
            text = " ".join(cells.words(cell) for cell in own.values())
            self.skipped.append(Skipped(at + 1, why, text))
            return
        self.signing = False
        filled = {i: self.spread[at, i] for i in self.used if (at, i) in self.spread}
        whole = {**filled, **own}
        before: Mapping[int, Cell] = self.lines[-1].cells if self.lines else {}
        for index in self.repeated:
            if cells.words(whole.get(index)).casefold() in _DITTO:
                whole[index] = before.get(index)
        self.lines.append(Line(at + 1, whole, dict(self.given)))

    def _no_member(self, own: dict[int, Cell]) -> str | None:
        """Why this row is none; "" when there is nothing to tell, None when it is one."""
        texts = {index: cells.words(cell) for index, cell in own.items()}
        if set(own) <= {self.number} and _NUMBERED.match(texts.get(self.number, "1")):
            return ""
        if self._counts_columns(texts):
            return COLUMN_NUMBERS
        if self._is_heading(texts):
            return HEADINGS
        if _TOTAL.match(next(iter(texts.values()))):
            return TOTAL
        if self._is_full(texts):
            return None
        if self.signing or (self.lines and self._signs(texts)):
            numbered = _NUMBERED.match(texts.get(self.number, "")) and self.name in texts
            self.signing = not numbered
            return None if numbered else SIGNATURE
        return self._grouped(texts)

    def _signs(self, texts: Mapping[int, str]) -> bool:
        """Place and date, or an office; a day of birth beside a name is none."""
        named = self.name in texts
        looked = (t for i, t in texts.items() if not (named and i in self.born))
        return any(_SIGNED.match(text) for text in looked)

    def _counts_columns(self, texts: Mapping[int, str]) -> bool:
        """``1 2 3 4 …`` or ``(1) (2) (3)`` under the headings."""
        found = [_NUMBERED.match(text) for text in texts.values()]
        numbers = [int(one[1]) for one in found if one]
        first = numbers[0] if numbers else 0
        counted = list(range(first, first + len(texts)))
        return len(texts) > 2 and numbers == counted and first <= 2

    def _is_heading(self, texts: Mapping[int, str]) -> bool:
        """The headings once more, as on a new page."""
        named = {index: name for index, name, _ in self.head.names}
        same = [index for index, text in texts.items() if text == named.get(index)]
        return len(same) > 2 or (len(texts) > 2 and len(same) == len(texts))

    def _is_full(self, texts: Mapping[int, str]) -> bool:
        """A name, and enough beside it to be somebody."""
        return self.name in texts and len(self.used & set(texts)) > 2

    def _grouped(self, texts: Mapping[int, str]) -> str | None:
        """A line of words across the table: a squad, a village, or a remark."""
        said = {
            i: text for i, text in texts.items() if not (len(texts) > 1 and _SECTION.match(text))
        }
        if len(said) != 1:
            return None
        ((index, text),) = said.items()
        numbered = index == self.name and texts.get(self.number, "").isdecimal()
        bare = re.sub(r"\A(?:[IVX]{1,5}|[A-Z]|\d{1,2})[.)]\s*", "", text).strip(" :")
        desa, regu = cells.desa_of(self.wilayah, bare), cells.regu_of(bare)
        if not numbered and (desa or regu or _GROUPS.match(bare)):
            self.given |= {"desa": desa} if desa else {}
            if regu or re.match("regu", bare, re.I):
                self.given.pop("regu", None)
                self.given |= {"regu": regu} if regu else {}
            return GROUP
        return WORDS if index != self.name else None

    def _spread(self) -> dict[tuple[int, int], Cell]:
        """The value of a merged cell for each of its rows."""
        found: dict[tuple[int, int], Cell] = {}
        for (top, left), (bottom, _right) in self.sheet.merged:
            for at in range(top + 1, bottom + 1):
                found[at, left] = self.sheet.cell(top, left)
        return found


def _error(text: str) -> str:
    return text if is_wrong(text) else "#VALUE!"
