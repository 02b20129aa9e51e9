"""The words of papers, in one place; names, dates and counts are put in by the papers."""

from __future__ import annotations

BARIS_KOSONG = "." * 36
"""What stands where a setting is still empty: a line to write on, never a made-up name."""
TEMPAT_KOSONG = "." * 16

NOMOR = "Nomor : {nomor}"
NIP = "NIP. {nip}"
TEMPAT_TANGGAL = "{tempat}, {tanggal}"
MENGETAHUI = "Mengetahui,"
HALAMAN = "Halaman {ke} dari {dari}"
TIDAK_ADA_BARIS = "Tidak ada data."
JUMLAH = "Jumlah"

CAMAT = "CAMAT {kecamatan},"
KASI = "KEPALA SEKSI KETENTERAMAN DAN KETERTIBAN,"

FOTO = "Foto {ke}"
FOTO_RUSAK = "Foto ini tidak dapat dibaca, sehingga tidak dicetak."
FOTO_BELUM_ADA = "Foto ini belum ada di perangkat yang membuat surat ini."
