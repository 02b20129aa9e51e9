"""The Satlinmas of a village: its members, their offices and squads, and what is worth a notice.

Offices, squads and the age limits follow Permendagri 84/2014 and 26/2020; the kepala desa is
Kepala Satlinmas by office.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from shared.names import plain

JABATAN: dict[str, str] = {
    "kepala_satlinmas": "Kepala Satlinmas",
    "kepala_pelaksana": "Kepala Pelaksana",
    "komandan_regu": "Komandan Regu",
    "anggota": "Anggota",
}

REGU: dict[str, str] = {
    "kesiapsiagaan": "Kesiapsiagaan dan Kewaspadaan Dini",
    "pengamanan": "Pengamanan",
    "pertolongan": "Pertolongan Pertama pada Korban dan Kebakaran",
    "penyelamatan": "Penyelamatan dan Evakuasi",
    "dapur_umum": "Dapur Umum",
}

REGU_PENDEK: dict[str, str] = {
    "kesiapsiagaan": "Kesiapsiagaan",
    "pengamanan": "Pengamanan",
    "pertolongan": "P3K, kebakaran",
    "penyelamatan": "Evakuasi",
    "dapur_umum": "Dapur Umum",
}

STATUS: dict[str, str] = {"aktif": "Aktif", "nonaktif": "Nonaktif", "berhenti": "Berhenti"}

JENIS_KELAMIN: dict[str, str] = {"L": "Laki-laki", "P": "Perempuan"}

PERLENGKAPAN = ("Seragam", "Sepatu", "Senter", "HT", "Pentungan", "Jas hujan")

MIN_AGE = 18
MAX_AGE = 60
MIN_MEMBERS = 10
SERVICE_YEARS = (10, 20, 30)


@dataclass(frozen=True)
class SuratKeputusan:
    """The decree that appointed somebody."""

    nomor: str = ""
    tanggal: str | None = None
    pejabat: str = ""


@dataclass(frozen=True)
class Anggota:
    """A member as the protocol's message ``anggota`` holds it; dates as ``1995-03-14``."""

    id: str
    versi: int
    desa: str
    nama: str
    jenis_kelamin: str = "L"
    tanggal_lahir: str | None = None
    alamat: str = ""
    jabatan: str = "anggota"
    regu: str | None = None
    status: str = "aktif"
    alasan: str = ""
    mulai: str | None = None
    berakhir: str | None = None
    hp: str = ""
    pendidikan: str = ""
    sk: SuratKeputusan | None = None
    kta: str = ""
    terdaftar_simlinmas: bool = False
    perlengkapan: tuple[Any, ...] = ()
    diubah: str = ""


def umur(anggota: Anggota, today: date) -> int | None:
    """Age in whole years; None without a date of birth, or with one that is still to come."""
    years = years_since(anggota.tanggal_lahir, today)
    return None if years is None or years < 0 else years


def masa_bakti(anggota: Anggota, today: date) -> int | None:
    """Whole years of service; None without a beginning."""
    return years_since(anggota.mulai, today)


def years_since(day: str | None, today: date) -> int | None:
    """Whole years from ``1995-03-14`` to today; somebody born on 29 February turns on 1 March."""
    if not day:
        return None
    since = date.fromisoformat(day)
    return today.year - since.year - ((today.month, today.day) < (since.month, since.day))


UNDER_AGE, AT_LIMIT, SERVICE = "under_18", "at_60", "service"
NOT_BORN = "not_born"
"""The date of birth is still to come: a wrong year, no child."""


def notices(anggota: Anggota, today: date) -> list[tuple[str, int]]:
    """What is worth a word about an active member, as (kind, years).

    The law's limits of 18 and 60, and the years of service that a piagam honours.
    """
    if anggota.status != "aktif":
        return []
    found: list[tuple[str, int]] = []
    age, served = umur(anggota, today), masa_bakti(anggota, today)
    if anggota.tanggal_lahir and age is None:
        found.append((NOT_BORN, 0))
    if age is not None and age < MIN_AGE:
        found.append((UNDER_AGE, age))
    if age is not None and age >= MAX_AGE:
        found.append((AT_LIMIT, age))
    if served in SERVICE_YEARS:
        found.append((SERVICE, served or 0))
    return found


def active(members: Iterable[Anggota]) -> list[Anggota]:
    """The active ones: what every count of members means."""
    return [member for member in members if member.status == "aktif"]


class Named(Protocol):
    """A member, or what a list knows of one."""

    @property
    def nama(self) -> str: ...
    @property
    def alamat(self) -> str: ...


def told_apart(one: Named, among: Iterable[Named]) -> str:
    """The name, with the address where another member bears the same name."""
    twice = sum(plain(other.nama) == plain(one.nama) for other in among) > 1
    return f"{one.nama}, {one.alamat}" if twice and one.alamat else one.nama


@dataclass(frozen=True)
class DataDesa:
    """What a village says of itself besides its members."""

    alamat: str = ""
    """Of the village's office, for the head of its letters."""
    kepala_desa: str = ""
    kepala_pelaksana: str = ""
    operator: str = ""
    operator_wa: str = ""
    poskamling: int = 0
    sk_nomor: str = ""
    sk_tanggal: str | None = None
    sumber_dana: str = ""
    alat: tuple[str, ...] = ()
    kerawanan: tuple[str, ...] = ()


ALAT = ("Alkon", "Perahu", "Tandu", "Kentongan", "HT", "Senter", "Tenda")
KERAWANAN = ("Banjir", "Karhutla", "Kebakaran", "Angin kencang", "Longsor", "Gangguan keamanan")
