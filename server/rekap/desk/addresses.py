"""The address of a recap: period, village, part and photo sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlencode

from server.core import periods
from server.rekap.rekap import Which
from server.rekap.rekap_photos import FEW, PhotoChoice
from shared import wilayah

REKAP = "/rekap"
PARTS = ("a", "b", "c", "d", "setuju")
PHOTOS: dict[str, PhotoChoice] = {
    "4": PhotoChoice(4, FEW),
    "2": PhotoChoice(2, FEW),
    "semua": PhotoChoice(4, None),
    "tanpa": PhotoChoice(0, FEW),
}


@dataclass(frozen=True)
class RekapPlace:
    """A recap; None: the month that is due, and all villages."""

    periode: str | None = None
    desa: str | None = None
    part: str = "a"
    photos: str = "4"

    def choosing(self, **changes: str | None) -> RekapPlace:
        """The same page with another choice."""
        return replace(self, **changes)

    def which(self, usual: str) -> Which:
        """What is asked of the use-case; ``usual`` is the month that is due."""
        return Which(self.periode or usual, self.desa, PHOTOS[self.photos])


def read(query: str) -> RekapPlace:
    """Parts that make no sense are left out."""
    given = {name: values[0] for name, values in parse_qs(query).items()}
    periode, desa = given.get("masa", ""), given.get("desa")
    part, photos = given.get("bagian", "a"), given.get("foto", "4")
    return RekapPlace(
        periode if periods.is_period(periode) else None,
        desa if desa in wilayah.KODE else None,
        part if part in PARTS else "a",
        photos if photos in PHOTOS else "4",
    )


def write(place: RekapPlace) -> str:
    """The address of a place."""
    pairs = {
        "masa": place.periode,
        "desa": place.desa,
        "bagian": place.part if place.part != "a" else None,
        "foto": place.photos if place.photos != "4" else None,
    }
    query = urlencode({name: value for name, value in pairs.items() if value})
    return f"{REKAP}?{query}" if query else REKAP
