"""The addresses of the reports: board, list, one report, review, a pasted text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import quote

from server.desk.places import Given, hal, month, one_of, page_number, words, written
from server.laporan.read_staff import ListFilter
from shared import jenis
from shared.laporan import Kind
from shared.status import Status

LAPORAN = "/laporan"
PAPAN = "/papan"
PERIKSA = "/periksa"
TEMPEL = "/tempel"


@dataclass(frozen=True)
class BoardPlace:
    """The board of a month; None is the month that is running."""

    bulan: str | None = None

    @property
    def address(self) -> str:
        return written(PAPAN, bulan=self.bulan)


@dataclass(frozen=True)
class ListPlace:
    """The list of reports, with its filter and page."""

    which: ListFilter = field(default_factory=ListFilter)
    number: int = 1

    @property
    def address(self) -> str:
        return _with_list(LAPORAN, self)

    @property
    def is_filtered(self) -> bool:
        return self.which != ListFilter()

    def choosing(self, **changes: str | None) -> ListPlace:
        """The same list with another filter, from its first page on."""
        return ListPlace(replace(self.which, **changes))

    def at(self, number: int) -> ListPlace:
        return replace(self, number=number)

    def opening(self, ident: str) -> LaporanPlace:
        return LaporanPlace(ident, self)


@dataclass(frozen=True)
class LaporanPlace:
    """One report, and the list that it was opened from."""

    ident: str
    origin: ListPlace = field(default_factory=ListPlace)

    @property
    def address(self) -> str:
        return _with_list(f"{LAPORAN}/{quote(self.ident)}", self.origin)


@dataclass(frozen=True)
class ReviewPlace:
    """The review; without a report it opens the first that waits."""

    ident: str | None = None

    @property
    def address(self) -> str:
        return f"{PERIKSA}/{quote(self.ident)}" if self.ident else PERIKSA


@dataclass(frozen=True)
class PastePlace:
    """A report that came as a WhatsApp text."""

    @property
    def address(self) -> str:
        return TEMPEL


def read_board(given: Given) -> BoardPlace:
    return BoardPlace(month(given.get("bulan")))


def read_list(given: Given) -> ListPlace:
    which = ListFilter(
        desa=one_of(given.get("desa"), given.wilayah.by_kode),
        kind=one_of(given.get("macam"), frozenset(Kind)),
        jenis=one_of(given.get("jenis"), frozenset(jenis.KODE)),
        status=one_of(given.get("status"), frozenset(Status)),
        bulan=month(given.get("bulan")),
        words=words(given),
    )
    return ListPlace(which, page_number(given))


def read_laporan(given: Given) -> LaporanPlace:
    return LaporanPlace(given["ident"], read_list(given))


def _with_list(path: str, origin: ListPlace) -> str:
    asked = origin.which
    return written(
        path,
        desa=asked.desa, macam=asked.kind, jenis=asked.jenis, status=asked.status,
        bulan=asked.bulan, kata=asked.words, hal=hal(origin.number),
    )  # fmt: skip
