"""The report (*laporan*) as both sides hold it: frozen, and complete only when `checks` says so.

A draft may lack anything but its id, versi, kind and desa. Times are kept as the RFC 3339 text
that was entered, so that what is stored and returned is unchanged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The three kinds of report."""

    KEGIATAN = "kegiatan"
    KEJADIAN = "kejadian"
    NIHIL = "nihil"


class Sumber(StrEnum):
    """Where a position comes from; it is never claimed to be tamper-proof."""

    GPS = "gps"
    FOTO = "foto"
    MANUAL = "manual"


@dataclass(frozen=True)
class Lokasi:
    """A position in degrees (WGS 84) with its accuracy in metres."""

    lintang: float
    bujur: float
    akurasi_m: float | None = None
    sumber: str = Sumber.GPS


@dataclass(frozen=True)
class Personel:
    """Somebody who took part: a member of the roster, or a free name."""

    nama: str
    anggota: str | None = None


@dataclass(frozen=True)
class Pelapor:
    """Who reports."""

    nama: str
    jabatan: str = ""


@dataclass(frozen=True)
class Foto:
    """A photo of a report: ``sha256`` names its bytes, ``size`` in bytes, sides in pixels."""

    sha256: str
    size: int
    lebar: int = 0
    tinggi: int = 0
    diambil: str | None = None
    lokasi: Lokasi | None = None
    keterangan: str = ""
    sensitif: bool = False


@dataclass(frozen=True)
class RincianKejadian:
    """What a kejadian adds: victims as counts (jiwa, KK), never as names.

    A count of None is not known yet; 0 says that there are none.
    """

    jenis: str = ""
    waktu: str | None = None
    meninggal: int | None = None
    luka: int | None = None
    mengungsi_kk: int | None = None
    mengungsi_jiwa: int | None = None
    rumah: int | None = None
    kerugian: str = ""
    penanganan: str = ""
    dihubungi: tuple[str, ...] = ()
    kebutuhan: str = ""


COUNTS = ("meninggal", "luka", "mengungsi_kk", "mengungsi_jiwa", "rumah")
"""The counts of a `RincianKejadian`, as people tell them."""


def counts_of(detail: RincianKejadian) -> dict[str, int]:
    """Those that somebody filled in, the zeros too."""
    known = {name: getattr(detail, name) for name in COUNTS}
    return {name: count for name, count in known.items() if count is not None}


def count_words(counts: Mapping[str, int | None], forms: Mapping[str, str]) -> list[str]:
    """Each count above 0 in its form, ``luka {n}``.

    Families and persons who had to leave are one thing: ``mengungsi {n}`` gets ``1 KK / 4 jiwa``.
    """
    away = [f"{counts[name]} {unit}" for name, unit in _AWAY if counts.get(name)]
    told = {**{name: str(n) for name, n in counts.items() if n}, "mengungsi": " / ".join(away)}
    return [form.format(n=told[name]) for name, form in forms.items() if told.get(name)]


_AWAY = (("mengungsi_kk", "KK"), ("mengungsi_jiwa", "jiwa"))


@dataclass(frozen=True)
class Ditarik:
    """A withdrawal by the reporter: a version like any other."""

    alasan: str = ""
    waktu: str = ""


@dataclass(frozen=True)
class Laporan:
    """One version of one report."""

    id: str
    versi: int
    kind: str
    desa: str
    pelapor: Pelapor
    ditulis: str = ""
    jenis: str | None = None
    mulai: str | None = None
    selesai: str | None = None
    periode: str | None = None
    tempat: str = ""
    lokasi: Lokasi | None = None
    personel: tuple[Personel, ...] = ()
    jumlah_personel: int = 0
    pihak_lain: tuple[str, ...] = ()
    dasar: str = ""
    uraian: str = ""
    hasil: str = ""
    kendala: str = ""
    tindak_lanjut: str = ""
    foto: tuple[Foto, ...] = ()
    kejadian: RincianKejadian | None = None
    clock_offset_s: float | None = None
    ditarik: Ditarik | None = field(default=None)

    @property
    def key(self) -> tuple[str, int]:
        """What a result of the server answers to."""
        return self.id, self.versi
