"""The words of the kabupaten's view."""

from __future__ import annotations

KABUPATEN = "Kabupaten {nama}"
JUDUL = "Semua kecamatan, {bulan}"
JUDUL_SATU = "Kecamatan {nama}: {bulan}"
ANGKA_SAJA = "Angka saja: tanpa nama orang, tanpa NIK, tanpa foto. Letak kejadian dibulatkan."
KEMBALI = "Semua kecamatan"
SEBELUM, SESUDAH = "Bulan sebelumnya", "Bulan berikutnya"
KELUAR = "Keluar"
PAPAN = "Papan bulan ini"
KEPALA = (
    "Kecamatan", "Desa menjawab", "Belum ada HP", "Kode belum dipakai", "HP lama tidak terhubung",
    "Terhubung, belum melapor", "Kegiatan", "Kejadian", "Orang terlibat", "Anggota aktif",
)  # fmt: skip
KEPALA_DESA = ("Desa", "Keadaan", "Kegiatan", "Kejadian", "Anggota aktif")
JUMLAH = "Jumlah"
MENJAWAB = "{ada} dari {semua}"
MELAPOR, NIHIL = "Melapor", "Nihil"
SEBAB = {
    "tanpa_hp": "Belum ada HP", "kode": "Kode belum dipakai", "terputus": "HP lama tidak terhubung",
    "diam": "Terhubung, belum melapor",
}  # fmt: skip
REKAP = "Kegiatan dan kejadian menurut jenis"
KEPALA_JENIS = ("Jenis", "Jumlah")
CEPAT = "{cepat} dari {semua} kejadian diterima kecamatan dalam 24 jam."
KEJADIAN = "Kejadian"
KEPALA_KEJADIAN = ("Hari", "Kecamatan", "Desa", "Jenis")
TANPA_KEJADIAN = "Tidak ada kejadian yang dilaporkan."
TERBARU = "Ditampilkan {tampil} yang terbaru; angka di atas menghitung semuanya."
PETA = "Peta letak kejadian: {titik} titik"
TIDAK_TERBUKA = "Data kecamatan ini sedang tidak dapat dibuka dan tidak dihitung: {kode}."
