"""Words that several wings share, and those of the core."""

from __future__ import annotations

# --- API: problems -----------------------------------------------------------------------------

TITIPAN: dict[str, str] = {
    "titipan_foreign": "Ini bukan berkas titipan SINAR LINMAS. Pilih berkas berakhiran .titip.",
    "titipan_newer": "Berkas titipan dibuat oleh versi yang lebih baru. Perbarui servernya dulu.",
    "titipan_damaged": (
        "Berkas titipan rusak atau terpotong di jalan. Minta HP asalnya membagikannya sekali lagi."
    ),
    "titipan_huge": "Berkas titipan terlalu besar. Minta HP asalnya menitipkan sebagian dulu.",
    "titipan_other_server": (
        "Titipan ini untuk kecamatan lain, atau dibuat sebelum server diganti. Laporannya masih "
        "tersimpan di HP asalnya."
    ),
    "titipan_unknown_phone": (
        "Titipan ini tidak dibuat oleh HP yang terdaftar di kecamatan ini. Tidak ada yang diambil."
    ),
    "titipan_revoked": (
        "HP yang membuat titipan ini sudah dicabut oleh kecamatan. Tidak ada yang diambil."
    ),
}

# --- Staff view ----------------------------------------------------------------------------------

APP = "SINAR LINMAS"

KECAMATAN = "Kecamatan {nama}"

KECAMATAN_PERTAMA = "yang pertama"


def sapaan(salam: str) -> str:
    """How a message to a village begins: the office's own greeting, or a neutral one."""
    return f"{salam}, Bapak/Ibu" if salam else "Yth. Bapak/Ibu"


KELUAR = "Keluar"

GAGAL_BACA = "Data belum bisa dibaca. Tidak ada yang hilang."

DAFTAR_JUDUL = "Laporan"


LIHAT = "Lihat"

SEMUA_DESA = "Semua desa"

SEMUA_MACAM = "Semua bentuk"

MACAM = {"kegiatan": "Kegiatan", "kejadian": "Kejadian", "nihil": "Nihil"}

STATUS = {
    "diterima": "Menunggu diperiksa",
    "perlu_perbaikan": "Perlu diperbaiki",
    "diverifikasi": "Diverifikasi",
    "ditarik": "Ditarik pelapor",
}

KEJADIAN = "Kejadian"

NIHIL = "Nihil"

TIDAK_COCOK = "Tidak ada laporan yang cocok."

HAPUS_SARINGAN = "Hapus saringan"

SEBELUMNYA = "Sebelumnya"

BERIKUTNYA = "Berikutnya"

TANPA_FOTO = "-"

DESA = "Desa {nama}"


FOTO = "Foto"

TIDAK_DIISI = "Tidak diisi"

KELUAR = "Keluar"

CLI_PERINTAH = "PERINTAH"

CLI_FOLDER_TIDAK_ADA = "Folder data tidak ada: {folder}"


PB_BATAL = "Batal"


PB_TANGGAL_PILIH = "Pilih tanggal"


HK_BELUM_TAHU = "belum tahu"


def antre(count: int | None) -> str:
    return HK_BELUM_TAHU if count is None else f"{count} laporan" if count else "0"


PT_KE_PENGATURAN = "Pengaturan"
