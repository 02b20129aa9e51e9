"""The addresses of the roster and of the villages' own data."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import quote

from server.anggota.roster_page import NOTICED, RosterFilter
from server.desk.places import Given, hal, one_of, page_number, words, written
from shared import satlinmas

ANGGOTA = "/anggota"
DOWNLOAD = "/unduh/anggota"
PAPERS = "/unduh/daftar"
NEW, IMPORT, VILLAGE = "baru", "impor", "desa"
TANPA = "tanpa"

_REGU = frozenset((*satlinmas.REGU, TANPA))
_STATUS = frozenset((*satlinmas.STATUS, NOTICED))


def _dashed(kode: str) -> str:
    """A dot in an address would ask the web client for a file."""
    return kode.replace(".", "-")


@dataclass(frozen=True)
class RosterPlace:
    """The list of members, with its filter and page."""

    which: RosterFilter = field(default_factory=RosterFilter)
    number: int = 1

    @property
    def address(self) -> str:
        asked = self.which
        return written(
            ANGGOTA,
            desa=asked.desa, regu=asked.regu, status=asked.status, kata=asked.words,
            hal=hal(self.number),
        )  # fmt: skip

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

    @property
    def address(self) -> str:
        return f"{ANGGOTA}/{quote(self.ident)}"


@dataclass(frozen=True)
class RosterFilePlace:
    """Bringing a file in."""

    @property
    def address(self) -> str:
        return f"{ANGGOTA}/{IMPORT}"


@dataclass(frozen=True)
class VillagePlace:
    """What a village says of itself; None: choose one."""

    desa: str | None = None

    @property
    def address(self) -> str:
        path = f"{ANGGOTA}/{VILLAGE}"
        return f"{path}/{_dashed(self.desa)}" if self.desa else path


def read_roster(given: Given) -> RosterPlace:
    which = RosterFilter(
        desa=one_of(given.get("desa"), given.wilayah.by_kode),
        regu=one_of(given.get("regu"), _REGU),
        status=one_of(given.get("status"), _STATUS),
        words=words(given),
    )
    return RosterPlace(which, page_number(given))


def read_village(given: Given) -> VillagePlace | None:
    kode = given["desa"].replace("-", ".")
    return VillagePlace(kode) if kode in given.wilayah.by_kode else None


def download(kind: str, which: RosterFilter) -> str:
    """Where the roster lies as a file: ``csv``, or one of its papers, ``sk.pdf``."""
    path = f"{PAPERS}/{kind}" if "." in kind else f"{DOWNLOAD}.{kind}"
    return written(path, desa=which.desa)
