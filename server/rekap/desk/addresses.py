"""The address of a recap: period, village, part and photo sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from server.core import periods
from server.desk.places import Given, one_of, written
from server.rekap.rekap import Which
from server.rekap.rekap_photos import FEW, PhotoChoice

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

    @property
    def address(self) -> str:
        return written(
            REKAP,
            masa=self.periode,
            desa=self.desa,
            bagian=None if self.part == "a" else self.part,
            foto=None if self.photos == "4" else self.photos,
        )

    def choosing(self, **changes: str | None) -> RekapPlace:
        """The same page with another choice."""
        return replace(self, **changes)

    def which(self, usual: str) -> Which:
        """What is asked of the use-case; ``usual`` is the month that is due."""
        return Which(self.periode or usual, self.desa, PHOTOS[self.photos])


def read(given: Given) -> RekapPlace:
    periode, part, photos = given.get("masa", ""), given.get("bagian"), given.get("foto")
    return RekapPlace(
        periode if periods.is_period(periode) else None,
        one_of(given.get("desa"), given.wilayah.by_kode),
        part if part in PARTS else "a",
        photos if photos in PHOTOS else "4",
    )
