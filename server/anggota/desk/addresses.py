"""The addresses of the roster, the villages' own data and the announcements."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, quote, urlencode

from server.anggota.roster import NOTICED, RosterFilter
from shared import satlinmas, wilayah

ANGGOTA = "/anggota"
PENGUMUMAN = "/pengumuman"
DOWNLOAD = "/unduh/anggota"
PAPERS = "/unduh/daftar"
NEW, IMPORT, VILLAGE = "baru", "impor", "desa"
TANPA = "tanpa"

_ALLOWED = {
    "desa": frozenset(wilayah.KODE),
    "regu": frozenset((*satlinmas.REGU, TANPA)),
    "status": frozenset((*satlinmas.STATUS, NOTICED)),
}
_MOST = 200


def _dashed(kode: str) -> str:
    """A dot in an address would ask the web client for a file."""
    return kode.replace(".", "-")


_SHORT = {_dashed(kode): kode for kode in wilayah.KODE}


@dataclass(frozen=True)
class RosterPlace:
    """The list of members, with its filter and page."""

    which: RosterFilter = field(default_factory=RosterFilter)
    number: int = 1

    @property
    def is_filtered(self) -> bool:
        return self.which != RosterFilter()

    def choosing(self, **changes: str | None) -> RosterPlace:
        """The same list with another filter, from its first page on."""
        return RosterPlace(replace(self.which, **changes))

    def at(self, number: int) -> RosterPlace:
        return replace(self, number=number)


@dataclass(frozen=True)
class MemberPlace:
    """One member; ``baru`` is a form for somebody new."""

    ident: str


@dataclass(frozen=True)
class RosterFilePlace:
    """Bringing a file in."""


@dataclass(frozen=True)
class VillagePlace:
    """What a village says of itself; None: choose one."""

    desa: str | None = None


@dataclass(frozen=True)
class AnnouncementsPlace:
    """The announcements, or a new one."""

    new: bool = False
    number: int = 1


OfRoster = RosterPlace | MemberPlace | RosterFilePlace | VillagePlace | AnnouncementsPlace


def read(steps: list[str], query: str) -> OfRoster | None:
    """The place of these steps; None when it is none of ours."""
    given = {name: values[0] for name, values in parse_qs(query).items()}
    match steps:
        case ["anggota"]:
            return RosterPlace(_filter(given), _number(given.get("hal")))
        case ["anggota", "impor"]:
            return RosterFilePlace()
        case ["anggota", "desa"]:
            return VillagePlace()
        case ["anggota", "desa", kode] if kode in _SHORT:
            return VillagePlace(_SHORT[kode])
        case ["anggota", ident]:
            return MemberPlace(ident)
        case ["pengumuman"]:
            return AnnouncementsPlace(number=_number(given.get("hal")))
        case ["pengumuman", "baru"]:
            return AnnouncementsPlace(new=True)
        case _:
            return None


def write(place: OfRoster) -> str:
    """The address of a place."""
    match place:
        case RosterPlace(which, number):
            pairs = {"desa": which.desa, "regu": which.regu, "status": which.status}
            pairs |= {"kata": which.words, "hal": str(number) if number > 1 else None}
            return _with(ANGGOTA, {name: value for name, value in pairs.items() if value})
        case MemberPlace(ident):
            return f"{ANGGOTA}/{quote(ident)}"
        case RosterFilePlace():
            return f"{ANGGOTA}/{IMPORT}"
        case VillagePlace(desa):
            return f"{ANGGOTA}/{VILLAGE}/{_dashed(desa)}" if desa else f"{ANGGOTA}/{VILLAGE}"
        case AnnouncementsPlace(new, number):
            more = {"hal": str(number)} if number > 1 else {}
            return f"{PENGUMUMAN}/{NEW}" if new else _with(PENGUMUMAN, more)


def download(kind: str, which: RosterFilter) -> str:
    """Where the roster lies as a file: ``csv``, or one of its papers, ``sk.pdf``."""
    path = f"{PAPERS}/{kind}" if "." in kind else f"{DOWNLOAD}.{kind}"
    return _with(path, {"desa": which.desa} if which.desa else {})


def _with(path: str, pairs: dict[str, str | None] | dict[str, str]) -> str:
    query = urlencode(pairs, quote_via=quote)
    return f"{path}?{query}" if query else path


def _filter(given: dict[str, str]) -> RosterFilter:
    chosen = {name: given.get(name) for name in _ALLOWED}
    return RosterFilter(
        **{name: v for name, v in chosen.items() if v in _ALLOWED[name]},
        words=" ".join(given.get("kata", "").split())[:_MOST],
    )


def _number(value: str | None) -> int:
    return max(1, int(value)) if value and value.isdecimal() and len(value) < 7 else 1
