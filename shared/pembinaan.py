"""Coaching (*pembinaan*): its forms, a record, its follow-ups, as that change holds them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

BENTUK: dict[str, str] = {
    "umpan_balik": "Umpan balik atas laporan",
    "kunjungan": "Kunjungan / monev ke desa",
    "rapat": "Rapat koordinasi",
    "sosialisasi": "Sosialisasi / penyuluhan",
    "pelatihan": "Pelatihan / bimtek",
    "bimtek_aplikasi": "Bimtek aplikasi SINAR LINMAS",
    "simulasi": "Simulasi / gladi",
    "apel": "Apel / kesiapsiagaan",
    "pembekalan_pemilihan": "Pembekalan pengamanan pemilihan",
    "pengarahan": "Pengarahan / teguran",
    "penghargaan": "Penghargaan",
}
"""The kinds to offer; ``bimtek_aplikasi`` is apart because the innovation index asks for it."""

MATERI = (
    "Kesemaptaan",
    "Pelindungan masyarakat",
    "Penanggulangan bencana dan kebakaran",
    "Pertahanan negara",
    "Kearifan lokal",
)
"""Material under Permendagri 42/2017."""


class StatusPembinaan(StrEnum):
    """How far a coaching is."""

    DIRENCANAKAN = "direncanakan"
    SELESAI = "selesai"
    DIBATALKAN = "dibatalkan"


class StatusTindakLanjut(StrEnum):
    """How far a follow-up is; late is told from the deadline, not stored."""

    BELUM = "belum"
    SELESAI = "selesai"


@dataclass(frozen=True)
class TindakLanjut:
    """One follow-up (*RTL*): what, which village, until when."""

    id: str
    teks: str
    desa: str
    tenggat: str | None = None
    status: str = StatusTindakLanjut.BELUM


@dataclass(frozen=True)
class Pembinaan:
    """A coaching as villages see it; ``mulai`` and ``selesai`` are RFC 3339 times."""

    id: str
    versi: int
    bentuk: str
    judul: str
    mulai: str | None = None
    selesai: str | None = None
    tempat: str = ""
    penyelenggara: str = ""
    narasumber: str = ""
    materi: str = ""
    desa: tuple[str, ...] = ()
    status: str = StatusPembinaan.DIRENCANAKAN
    hasil: str = ""
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    jp: float = 0
    peserta: tuple[str, ...] = ()


def is_late(todo: TindakLanjut, today: date) -> bool:
    """Whether an open follow-up has passed its deadline."""
    if todo.status != StatusTindakLanjut.BELUM or not todo.tenggat:
        return False
    return date.fromisoformat(todo.tenggat) < today


def days_left(todo: TindakLanjut, today: date) -> int | None:
    """Days to the deadline, negative when passed; None without one."""
    return (date.fromisoformat(todo.tenggat) - today).days if todo.tenggat else None
