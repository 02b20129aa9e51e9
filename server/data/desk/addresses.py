"""The addresses of what goes out and comes in as files and texts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import parse_qs, urlencode

from server.data.data_out import Which
from shared import wilayah
from shared.clock import nama_bulan
from shared.laporan import Kind

DATA = "/data"
TEMPEL = "/tempel"
TOKEN = "/pengaturan/token"  # noqa: S105 - an address


@dataclass(frozen=True)
class DataPlace:
    """Data keluar, with what is chosen there."""

    which: Which = field(default_factory=Which)

    def choosing(self, **changes: str | None) -> DataPlace:
        """The same page with another choice."""
        return DataPlace(replace(self.which, **changes))

    @property
    def query(self) -> dict[str, str]:
        """What is chosen, as an address says it."""
        names = ("dari", "sampai", "desa", "macam")
        return {name: value for name in names if (value := getattr(self.which, name))}


@dataclass(frozen=True)
class PastePlace:
    """A report that came as a WhatsApp text."""


@dataclass(frozen=True)
class TokensPlace:
    """The keys of other systems to the open API."""


OfData = DataPlace | PastePlace | TokensPlace


def read(steps: list[str], query: str) -> OfData | None:
    """The place of these steps; None when it is none of ours."""
    match steps:
        case ["data"]:
            given = {name: values[0] for name, values in parse_qs(query).items()}
            desa, macam = given.get("desa"), given.get("macam")
            return DataPlace(
                Which(
                    dari=_month(given.get("dari")),
                    sampai=_month(given.get("sampai")),
                    desa=desa if desa in wilayah.KODE else None,
                    macam=macam if macam in tuple(Kind) else None,
                )
            )
        case ["tempel"]:
            return PastePlace()
        case ["pengaturan", "token"]:
            return TokensPlace()
        case _:
            return None


def write(place: OfData) -> str:
    """The address of a place."""
    match place:
        case DataPlace():
            return f"{DATA}?{urlencode(place.query)}" if place.query else DATA
        case PastePlace():
            return TEMPEL
        case TokensPlace():
            return TOKEN


def _month(value: str | None) -> str | None:
    try:
        nama_bulan(value or "")
    except ValueError:
        return None
    return value
