"""What a recap says, as it is printed and as it is frozen: figures and lines, no layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class VillageRow:
    """Table A: one village. Withdrawn reports are in no figure."""

    desa: str
    anggota: int
    """Active members at the end of the period."""
    jenis: dict[str, int]
    """Activities of each jenis; together they are ``kegiatan``."""
    kegiatan: int
    kejadian: int
    orang: int
    """Person-times of both."""
    in_time: int
    """Months whose first report, or nihil, came by the deadline."""
    due: int
    """Months that can be judged: reported, or their deadline has passed."""
    nihil: tuple[str, ...] = ()
    """Months of which the village said that nothing happened."""
    silent: tuple[str, ...] = ()
    """Months of which it said nothing."""


@dataclass(frozen=True)
class KejadianRow:
    """Table B: an incident; victims as counts, None where nobody has filled them in."""

    id: str
    desa: str
    mulai: str
    tempat: str
    apa: str
    resi: str = ""
    meninggal: int | None = None
    luka: int | None = None
    mengungsi_kk: int | None = None
    mengungsi_jiwa: int | None = None
    rumah: int | None = None
    kerugian: str = ""
    penanganan: str = ""
    tindak_lanjut: str = ""


@dataclass(frozen=True)
class PembinaanRow:
    """Table C: a coaching that took place."""

    id: str
    mulai: str
    desa: tuple[str, ...]
    bentuk: str
    judul: str
    materi: str
    peserta: int
    hasil: str = ""
    rtl: tuple[str, ...] = ()


@dataclass(frozen=True)
class PhotoRow:
    """A photo of the sheet, in the folder of its village, and what stands below it."""

    desa: str
    sha256: str
    laporan: str
    mulai: str
    jenis: str | None
    tempat: str
    keterangan: str = ""


@dataclass(frozen=True)
class Rekap:
    """The whole recap; ``desa`` is empty for all villages."""

    periode: str
    desa: str
    months: tuple[str, ...]
    """The months that have begun since SINAR LINMAS is in use."""
    villages: tuple[VillageRow, ...]
    kejadian: tuple[KejadianRow, ...]
    pembinaan: tuple[PembinaanRow, ...]
    photos: tuple[PhotoRow, ...] = ()
    due_day: int = 5
    """The day of the next month up to which a month's first report is in time."""

    @property
    def total(self) -> VillageRow:
        """The last line of table A: all villages together."""
        rows = self.villages
        return VillageRow(
            desa="",
            anggota=sum(row.anggota for row in rows),
            jenis=_summed([row.jenis for row in rows]),
            kegiatan=sum(row.kegiatan for row in rows),
            kejadian=sum(row.kejadian for row in rows),
            orang=sum(row.orang for row in rows),
            in_time=sum(row.in_time for row in rows),
            due=sum(row.due for row in rows),
        )

    @property
    def nihil(self) -> int:
        """How many villages said in some month that nothing happened."""
        return sum(bool(row.nihil) for row in self.villages)

    @property
    def silent(self) -> int:
        """How many villages have not reported some month."""
        return sum(bool(row.silent) for row in self.villages)


def _summed(parts: list[dict[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for part in parts:
        _add(total, part)
    return total


def _add(total: dict[str, int], part: Mapping[str, int]) -> None:
    for name, count in part.items():
        total[name] = total.get(name, 0) + count


@dataclass(frozen=True)
class Change:
    """What differs from the edition before; ``dari`` and ``jadi`` are as the table prints them.

    ``tabel`` is A, B, C or D (photos). Of A ``apa`` is a field or ``jenis PATROLI``; of B and C it
    names the line that is new, gone (``jadi`` empty) or otherwise worded.
    """

    tabel: str
    desa: str
    apa: str
    dari: str
    jadi: str


@dataclass(frozen=True)
class Stamp:
    """What an approved recap carries: its number, its edition, and where it can be checked."""

    nomor: str
    tanggal: str
    edisi: int
    address: str
    """The public page that tells whether the paper is genuine."""
    before: str = ""
    """The day of the edition that this one replaces."""
    changes: tuple[Change, ...] = ()
