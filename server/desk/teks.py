"""The words that every page of the staff view shares."""

from __future__ import annotations

NAV_LAINNYA = "Lainnya"

MENU_AKUN = "Akun {nama}"

COBA_LAGI = "Coba lagi"

MEMUAT = "Memuat"

FOTO_BELUM_LENGKAP = "Foto belum lengkap"

BARU = "Baru"


def laporan_baru(count: int) -> str:
    return f"{count} laporan baru"


PB_PAKAI = "Pakai"

# --- Work in the background ------------------------------------------------------------------

KERJA_MENUNGGU = "Menunggu giliran: {nama}"

KERJA_MULAI = "Sedang disiapkan: {nama}"

KERJA_JALAN = "Sedang disiapkan: {nama}, {selesai} dari {semua}"

KERJA_SIAP = "Siap diunduh: {nama} ({ukuran})"

KERJA_HENTI = "Dihentikan: {nama}. Tidak ada berkas yang dibuat."

KERJA_GAGAL = "{nama} gagal dibuat. Data tidak berubah; coba lagi sebentar."

KERJA_PENUH = "{nama} gagal dibuat: penyimpanan server penuh. Hubungi admin kecamatan."

KERJA_HILANG = "Berkas ini sudah dibersihkan. Buat lagi bila masih perlu."

HENTIKAN = "Hentikan"

UNDUH = "Unduh"

TUTUP = "Tutup"


def ukuran(size: int) -> str:
    """``820 B``, ``48 kB``, ``3,2 MB``"""
    if size < 1000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def angka(number: int) -> str:
    """``12.345``"""
    return f"{number:,}".replace(",", ".")


GAGAL_PERBARUI = "Yang tampil belum diperbarui. {sebab}"
AKSI_GAGAL = "Belum bisa dikerjakan. Tidak ada yang berubah; coba lagi sebentar."
AKSI_FOLDER_FOTO = (
    "Folder foto di server tidak terpasang. Beri tahu operator; tidak ada foto yang hilang."
)
AKSI_FOTO_JAUH = (
    "Penyimpanan foto sedang tidak terjangkau. Tidak ada foto yang hilang; coba lagi sebentar."
)
AKSI_PENUH = "Ruang simpan server penuh. Tidak ada yang berubah; hubungi admin."
AKSI_SIBUK = "Penyimpanan server sedang sibuk. Tidak ada yang berubah; coba lagi sebentar."
AKSI_RUSAK = "Data server tidak terbaca. Tidak ada yang berubah; hubungi admin."
AKSI_TIDAK_BERHAK = "Akun Anda tidak diberi izin untuk itu. Tidak ada yang berubah."
AKSI_BANYAK = "Masih ada beberapa berkas yang disiapkan. Tunggu, atau hentikan salah satu."

FOTO_BUKAN = "Berkas ini bukan foto. Pilih foto JPEG, PNG, WebP, atau GIF."
FOTO_HEIC = "Foto ini memakai format HEIC yang belum bisa dibuka di sini. Simpan dulu sebagai JPEG."
FOTO_RUSAK = "Foto ini rusak atau terpotong. Pilih foto lain."
FOTO_BESAR = "Foto ini terlalu besar. Kecilkan dulu, atau pilih foto lain."
FOTO_TERPOTONG = "Foto disimpan, tetapi berkasnya terpotong: sebagian kecil gambarnya mungkin hilang. Periksa foto itu."

HAPUS_KATA = "Hapus kata pencarian"

ALAMAT_BAGIAN = "Bagian alamat ini tidak dikenal dan diabaikan: {bagian}"
