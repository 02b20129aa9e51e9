"""What a reader says of one field: found, unsure with its reason, or missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")

DAY_MISMATCH, NO_YEAR, FUTURE, LONG_AGO = "hari_beda", "tanpa_tahun", "masa_depan", "sudah_lama"
MANY_DATES, FROM_HEADER, SAID_LOOSELY = "banyak_tanggal", "dari_kepala", "kira_kira"
WIB, NO_HALF, MIDNIGHT, NIGHT_NAME = "wib", "pagi_malam", "tengah_malam", "nama_malam"
SPELLING, MANY_VILLAGES, NAMESAKE = "ejaan", "banyak_desa", "nama_kecamatan"
COMMON_WORD = "kata_umum"
MANY_KINDS, FROM_PROSE, NO_LABEL = "banyak_jenis", "dari_uraian", "tanpa_label"
COUNT_DIFFERS, SENDER, SIGNATURE, UNKNOWN_COUNT = "jumlah_beda", "pengirim", "penutup", "angka"
WHICH_KIND, MANY_REPORTS, MANY_NUMBERS = "macam", "banyak_laporan", "banyak_angka"
BESIDE, TWICE, CUT, NO_NAME = "sela", "dua_kali", "terpotong", "bukan_nama"
LISTED, WITHDRAWN, NEW_MONTH, OTHER_WORDS = "dari_daftar", "ditarik", "bulan_baru", "kata_lain"
LONG_SPAN, EACH_NIGHT = "terlalu_lama", "tiap_malam"


@dataclass(frozen=True)
class Field(Generic[T]):
    """``reason`` None with a value: it stands there plainly."""

    value: T | None = None
    reason: str | None = None

    @property
    def found(self) -> bool:
        return self.value is not None and self.reason is None

    @property
    def unsure(self) -> bool:
        return self.value is not None and self.reason is not None

    @property
    def missing(self) -> bool:
        return self.value is None


def sure(value: T | None) -> Field[T]:
    """It stands there plainly; None or an empty text is missing."""
    return Field(value if value not in ("", ()) else None)


def unsure(value: T | None, reason: str) -> Field[T]:
    """Read, but somebody must look at it."""
    return Field(value if value not in ("", ()) else None, reason)


def told(value: T | None, reason: str | None) -> Field[T]:
    """Sure where there is no reason to doubt."""
    return sure(value) if reason is None else unsure(value, reason)


def doubted(one: Field[Any], reason: str) -> Field[Any]:
    """The same, but somebody must look at it."""
    return unsure(one.value, reason) if one.found else one
