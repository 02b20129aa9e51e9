"""Where one is in the staff view, as the browser's address says it, and the other way round.

Everything that a screen shows is in its address, so that reload, back, a sent link and a restart
of the server all lead to the same picture.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from server.usecases.read_staff import ListFilter
from shared import jenis, wilayah
from shared.clock import nama_bulan
from shared.laporan import Kind
from shared.status import Status

LAPORAN = "/laporan"
PAPAN = "/papan"

_ALLOWED: dict[str, frozenset[str]] = {
    "desa": frozenset(wilayah.KODE),
    "kind": frozenset(Kind),
    "jenis": frozenset(jenis.KODE),
    "status": frozenset(Status),
}
_NAMES = {
    "desa": "desa", "kind": "macam", "jenis": "jenis", "status": "status", "bulan": "bulan",
    "words": "kata",
}  # fmt: skip
_MOST = 200


@dataclass(frozen=True)
class BoardPlace:
    """The board of a month; None is the month that is running."""

    bulan: str | None = None


@dataclass(frozen=True)
class ListPlace:
    """The list of reports, with its filter and page."""

    which: ListFilter = field(default_factory=ListFilter)
    number: int = 1

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


@dataclass(frozen=True)
class Nowhere:
    """An address that we do not have."""


Place = BoardPlace | ListPlace | LaporanPlace | Nowhere


def read(route: str | None) -> Place:
    """The place of an address; parts that make no sense are left out."""
    parts = urlsplit(route or "/")
    steps = [unquote(step) for step in parts.path.split("/") if step]
    if steps == ["papan"]:
        return BoardPlace(_month(next(iter(parse_qs(parts.query).get("bulan", [])), None)))
    if steps not in ([], ["laporan"]) and (len(steps) != 2 or steps[0] != "laporan"):
        return Nowhere()
    origin = _read_list(parts.query)
    return LaporanPlace(steps[1], origin) if len(steps) == 2 else origin


def write(place: Place) -> str:
    """The address of a place."""
    match place:
        case BoardPlace(bulan):
            return f"{PAPAN}?bulan={bulan}" if bulan else PAPAN
        case Nowhere():
            return PAPAN
        case _:
            return _write_list(place)


def _write_list(place: ListPlace | LaporanPlace) -> str:
    origin = place.origin if isinstance(place, LaporanPlace) else place
    query = urlencode(
        [(_NAMES[name], value) for name in _NAMES if (value := getattr(origin.which, name))]
        + ([("hal", origin.number)] if origin.number > 1 else []),
        quote_via=quote,
    )
    path = f"{LAPORAN}/{quote(place.ident)}" if isinstance(place, LaporanPlace) else LAPORAN
    return f"{path}?{query}" if query else path


def _read_list(query: str) -> ListPlace:
    given = {name: values[0] for name, values in parse_qs(query).items()}
    chosen = {name: given.get(_NAMES[name]) for name in _ALLOWED}
    return ListPlace(
        ListFilter(
            **{name: v for name, v in chosen.items() if v in _ALLOWED[name]},
            bulan=_month(given.get("bulan")),
            words=" ".join(given.get("kata", "").split())[:_MOST],
        ),
        _number(given.get("hal")),
    )


def _month(value: str | None) -> str | None:
    try:
        nama_bulan(value or "")
    except ValueError:
        return None
    return value


def _number(value: str | None) -> int:
    return max(1, int(value)) if value and value.isdecimal() and len(value) < 7 else 1
