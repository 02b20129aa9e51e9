"""The privacy notice (UU 27/2022): the same words on the phone, without a signal too, and the web.

What the kecamatan has not filled in stands there as a visible blank.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shared.wilayah import Wilayah

JUDUL = "Pemberitahuan privasi"
BLANK = "…………………… (belum diisi kecamatan)"
BLANK_YEARS = "…… tahun (belum ditetapkan kecamatan)"


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it; more than one line makes a list."""

    title: str
    lines: tuple[str, ...]


def notice(wilayah: Wilayah, settings: Mapping[str, Any]) -> tuple[Section, ...]:
    """All sections; ``settings`` are the kecamatan's as the phones know them."""
    contact = str(settings.get("privasi_kontak") or "").strip() or BLANK
    days = settings.get("retention_days") or 90
    return (
        Section(
            "Siapa yang mengelola",
            (
                f"{_manager(wilayah)}, bersama pemerintah desa yang melapor lewat aplikasi "
                "SINAR LINMAS.",
            ),
        ),
        Section(
            "Untuk apa",
            (
                "Menerima, memeriksa dan merekap laporan kegiatan serta kejadian Satlinmas.",
                "Membina anggota: umpan balik, pelatihan, kunjungan, rapat.",
                "Menyusun daftar anggota Satlinmas dan laporan kepada Bupati melalui Satpol PP.",
                "Tidak dipakai untuk hal lain, tidak dijual, tidak dibagikan kepada umum.",
            ),
        ),
        Section(
            "Dasar hukum",
            (
                "Pelaksanaan tugas dan kewenangan pemerintah untuk kepentingan umum, sebagaimana "
                "dimaksud UU 27 Tahun 2022 tentang Pelindungan Data Pribadi.",
                "UU 23 Tahun 2014 tentang Pemerintahan Daerah; PP 17 Tahun 2018 tentang Kecamatan.",
                "Permendagri 26 Tahun 2020 tentang ketertiban umum dan pelindungan masyarakat.",
            ),
        ),
        Section("Data yang dicatat", _DATA),
        Section(
            "Siapa yang melihat",
            (
                "Desa hanya melihat datanya sendiri.",
                "Petugas kecamatan menurut perannya, dengan akun dan kata sandi.",
                "NIK hanya dapat dibuka Kasi Trantib, satu per satu.",
                "Melihat NIK dan mengunduh data dicatat: siapa, apa, kapan.",
            ),
        ),
        Section("Berapa lama disimpan", _kept(settings, days)),
        Section(
            "Hak Anda",
            (
                "Bertanya data apa tentang Anda yang disimpan dan untuk apa.",
                "Melihat dan meminta salinannya; diberikan paling lambat 3x24 jam sejak diminta "
                "(UU 27 Tahun 2022 Pasal 32 ayat 2).",
                "Meminta perbaikan; selesai paling lambat 3x24 jam.",
                "Meminta penghapusan bila tidak lagi diperlukan; catatan audit tetap disimpan.",
                "Berkeberatan, atau mengadu kepada lembaga pelindungan data pribadi.",
            ),
        ),
        Section(
            "Bila data bocor",
            (
                "Anda diberi tahu secara tertulis paling lambat 3x24 jam sejak diketahui: data "
                "apa, kapan dan bagaimana, serta apa yang sudah dilakukan.",
            ),
        ),
        Section("Ke mana bertanya", (contact,)),
    )


def _manager(wilayah: Wilayah) -> str:
    kabupaten = wilayah.kabupaten
    return f"Kecamatan {wilayah.nama}".strip() + (f", Kabupaten {kabupaten}" if kabupaten else "")


_DATA = (
    "Pelapor: nama dan jabatan.",
    "Anggota: nama, jenis kelamin, tanggal lahir, RT/dusun, jabatan, regu, status, nomor HP, "
    "pendidikan, SK, KTA, perlengkapan, pelatihan.",
    "NIK: boleh kosong; hanya diisi di kecamatan, tersandi, tidak pernah ada dalam laporan.",
    "Laporan: kegiatan, waktu, tempat, titik lokasi, nama personel, uraian, foto.",
    "HP desa: nama perangkat, waktu tersambung, sisa ruang.",
    "Korban dicatat sebagai jumlah, bukan nama. Foto bertanda sensitif tertutup dan tidak keluar "
    "dari aplikasi.",
    "Tidak dicatat: agama, nomor KK, foto KTP, sidik jari atau pola wajah.",
)


def _kept(settings: Mapping[str, Any], days: Any) -> tuple[str, ...]:
    def years(key: str) -> str:
        number = settings.get(key)
        return f"{number} tahun" if number else BLANK_YEARS

    return (
        f"Isi laporan: {years('simpan_laporan_tahun')}. Setelah itu hanya hitungannya tinggal.",
        f"Foto laporan: {years('simpan_foto_tahun')} di kecamatan; {days} hari di HP setelah "
        "diterima kecamatan.",
        f"Data mantan anggota: {years('simpan_mantan_tahun')} setelah berhenti.",
        "NIK: dihapus begitu anggota berhenti.",
    )
