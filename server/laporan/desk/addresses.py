"""Where one is in the staff view, as the browser's address says it, and the other way round.

Everything that a screen shows is in its address, so that reload, back, a sent link and a restart
of the server all lead to the same picture.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from server.anggota.desk import addresses as places_roster
from server.anggota.desk.addresses import OfRoster
from server.data.desk import addresses
from server.data.desk.addresses import OfData
from server.inovasi.desk import addresses as places_innovation
from server.inovasi.desk import addresses_suara
from server.inovasi.desk.addresses import OfInnovation
from server.inovasi.desk.addresses_suara import OfVoice
from server.laporan.read_staff import ListFilter
from server.pribadi.desk import addresses as places_guard
from server.pribadi.desk.addresses import OfGuard
from server.rekap.desk import addresses as places_rekap
from server.rekap.desk.addresses import RekapPlace
from shared import jenis, wilayah
from shared.clock import nama_bulan
from shared.laporan import Kind
from shared.status import Status

LAPORAN = "/laporan"
PAPAN = "/papan"
PERIKSA = "/periksa"
HP = "/hp"
PENGATURAN = "/pengaturan"
PEMBINAAN = "/pembinaan"

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
class PembinaanPlace:
    """The coachings: as a list, or the calendar of a month."""

    bulan: str | None = None
    number: int = 1


@dataclass(frozen=True)
class RecordPlace:
    """One coaching."""

    ident: str


@dataclass(frozen=True)
class ReviewPlace:
    """The review; without a report it opens the first that waits."""

    ident: str | None = None


@dataclass(frozen=True)
class DevicesPlace:
    """The villages' phones and their codes."""

    words: str = ""
    number: int = 1


@dataclass(frozen=True)
class SettingsPlace:
    """What the kecamatan decides; ``akun`` is the page of the accounts."""

    akun: bool = False


@dataclass(frozen=True)
class Nowhere:
    """An address that we do not have."""


Place = (
    BoardPlace
    | ListPlace
    | LaporanPlace
    | PembinaanPlace
    | RecordPlace
    | ReviewPlace
    | DevicesPlace
    | SettingsPlace
    | OfRoster
    | RekapPlace
    | OfGuard
    | OfData
    | OfInnovation
    | OfVoice
    | Nowhere
)


def read(route: str | None) -> Place:
    """The place of an address; parts that make no sense are left out."""
    parts = urlsplit(route or "/")
    steps = [unquote(step) for step in parts.path.split("/") if step]
    if steps in ([], ["papan"]):
        return BoardPlace(_month(next(iter(parse_qs(parts.query).get("bulan", [])), None)))
    if steps == ["pengaturan", "token"] or steps[:1] in (["data"], ["tempel"]):
        return addresses.read(steps, parts.query) or Nowhere()
    if steps[:1] in (["periksa"], ["hp"], ["pengaturan"], ["rekap"]):
        return _read_desk(steps, parts.query)
    if steps[:1] == ["pembinaan"]:
        return _read_pembinaan(steps, parts.query)
    if steps[:1] in (["anggota"], ["pengumuman"]):
        return places_roster.read(steps, parts.query) or Nowhere()
    if steps[:1] == ["bukti"]:
        voice = addresses_suara.read(steps, parts.query)
        return voice or places_innovation.read(steps, parts.query) or Nowhere()
    if steps[:1] in (["catatan"], ["data-pribadi"]):
        return places_guard.read(steps, parts.query) or Nowhere()
    if steps != ["laporan"] and (len(steps) != 2 or steps[0] != "laporan"):
        return Nowhere()
    origin = _read_list(parts.query)
    return LaporanPlace(steps[1], origin) if len(steps) == 2 else origin


def write(place: Place) -> str:
    """The address of a place."""
    if isinstance(place, OfInnovation | OfVoice):
        return _write_evidence(place)
    match place:
        case BoardPlace(bulan):
            return f"{PAPAN}?bulan={bulan}" if bulan else PAPAN
        case PembinaanPlace():
            return _write_pembinaan(place)
        case RecordPlace(ident):
            return f"{PEMBINAAN}/{quote(ident)}"
        case ReviewPlace() | DevicesPlace() | SettingsPlace() | RekapPlace():
            return _write_desk(place)
        case Nowhere():
            return PAPAN
        case ListPlace() | LaporanPlace():
            return _write_list(place)
        case places_guard.AuditPlace() | places_guard.PrivacyPlace():
            return places_guard.write(place)
        case addresses.DataPlace() | addresses.PastePlace() | addresses.TokensPlace():
            return addresses.write(place)
        case _:
            return places_roster.write(place)


def _write_evidence(place: OfInnovation | OfVoice) -> str:
    if isinstance(place, OfVoice):
        return addresses_suara.write(place)
    return places_innovation.write(place)


def _read_desk(steps: list[str], query: str) -> Place:
    """Review, recap, phones and settings."""
    given = {name: values[0] for name, values in parse_qs(query).items()}
    match steps:
        case ["rekap"]:
            return places_rekap.read(query)
        case ["periksa"]:
            return ReviewPlace()
        case ["periksa", ident]:
            return ReviewPlace(ident)
        case ["hp"]:
            words = " ".join(given.get("kata", "").split())[:_MOST]
            return DevicesPlace(words, _number(given.get("hal")))
        case ["pengaturan"]:
            return SettingsPlace()
        case ["pengaturan", "akun"]:
            return SettingsPlace(akun=True)
        case _:
            return Nowhere()


def _write_desk(place: ReviewPlace | DevicesPlace | SettingsPlace | RekapPlace) -> str:
    match place:
        case RekapPlace():
            return places_rekap.write(place)
        case ReviewPlace(ident):
            return f"{PERIKSA}/{quote(ident)}" if ident else PERIKSA
        case SettingsPlace(akun):
            return f"{PENGATURAN}/akun" if akun else PENGATURAN
        case DevicesPlace(words, number):
            pairs = [("kata", words)] if words else []
            query = urlencode(pairs + ([("hal", str(number))] if number > 1 else []))
            return f"{HP}?{query}" if query else HP


def _read_pembinaan(steps: list[str], query: str) -> Place:
    given = {name: values[0] for name, values in parse_qs(query).items()}
    if len(steps) == 1:
        return PembinaanPlace(_month(given.get("bulan")), _number(given.get("hal")))
    return RecordPlace(steps[1]) if len(steps) == 2 else Nowhere()


def _write_pembinaan(place: PembinaanPlace) -> str:
    if place.bulan:
        return f"{PEMBINAAN}?bulan={place.bulan}"
    return f"{PEMBINAAN}?hal={place.number}" if place.number > 1 else PEMBINAAN


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
