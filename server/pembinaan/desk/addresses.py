"""The addresses of the coachings."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from server.desk.places import Given, hal, month, page_number, written

PEMBINAAN = "/pembinaan"


@dataclass(frozen=True)
class PembinaanPlace:
    """The coachings: as a list, or the calendar of a month."""

    bulan: str | None = None
    number: int = 1

    @property
    def address(self) -> str:
        return written(PEMBINAAN, bulan=self.bulan, hal=None if self.bulan else hal(self.number))


@dataclass(frozen=True)
class RecordPlace:
    """One coaching."""

    ident: str

    @property
    def address(self) -> str:
        return f"{PEMBINAAN}/{quote(self.ident)}"


def read(given: Given) -> PembinaanPlace:
    return PembinaanPlace(month(given.get("bulan")), page_number(given))
