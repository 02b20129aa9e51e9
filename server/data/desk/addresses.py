"""The addresses of what goes out as files, and of the keys of other systems."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from server.data.data_out import Which
from server.desk.places import Given, month, one_of, written
from shared.laporan import Kind

DATA = "/data"
TOKEN = "/pengaturan/token"  # noqa: S105 - an address


@dataclass(frozen=True)
class DataPlace:
    """Data keluar, with what is chosen there."""

    which: Which = field(default_factory=Which)

    @property
    def address(self) -> str:
        return written(DATA, **self.query)

    def choosing(self, **changes: str | None) -> DataPlace:
        """The same page with another choice."""
        return DataPlace(replace(self.which, **changes))

    @property
    def query(self) -> dict[str, str]:
        """What is chosen, as an address says it."""
        names = ("dari", "sampai", "desa", "macam")
        return {name: value for name in names if (value := getattr(self.which, name))}


@dataclass(frozen=True)
class TokensPlace:
    """The keys of other systems to the open API."""

    @property
    def address(self) -> str:
        return TOKEN


def read_data(given: Given) -> DataPlace:
    return DataPlace(
        Which(
            dari=month(given.get("dari")),
            sampai=month(given.get("sampai")),
            desa=one_of(given.get("desa"), given.wilayah.by_kode),
            macam=one_of(given.get("macam"), frozenset(Kind)),
        )
    )
