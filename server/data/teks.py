"""Words of what goes out and comes in as files and texts: exports, the open API, pasted reports."""

from __future__ import annotations

# --- Data keluar -----------------------------------------------------------------------------

NAV_DATA = "Data keluar"

SEMUA_DESA = "semua desa"

SEMUA_WAKTU = "semua waktu"

SAMPAI = "sampai"

SEJAK = "sejak"

KAMUS = "Kamus data"

FOTO_ADA = "disertakan"

FOTO_SENSITIF = "tidak disertakan (sensitif)"

FOTO_BELUM = "belum tiba"

ZIP_JUDUL = "SINAR LINMAS, laporan dan foto: {lingkup}"

ZIP_OLEH = "Dibuat {nama}, {waktu}."

ZIP_SENSITIF_TIDAK = "Foto yang ditandai sensitif tidak disertakan."

ZIP_SENSITIF_IKUT = (
    "Foto yang ditandai SENSITIF ikut disertakan. Simpan baik-baik dan jangan disebarkan."
)

ZIP_CARA = (
    "laporan.csv berisi semua laporan, foto.csv daftar fotonya, folder foto berisi gambarnya. "
    "Kedua CSV memakai titik koma dan dapat dibuka langsung dengan Excel atau LibreOffice."
)

DATA_SUB = "Berkas untuk Satpol PP, BPBD, dan arsip; setiap berkas disertai kamus data."

DATA_DARI, DATA_SAMPAI = "Dari bulan", "Sampai bulan"

DATA_DESA, DATA_MACAM = "Desa", "Bentuk laporan"

DATA_AWAL, DATA_AKHIR = "Dari awal", "Sampai sekarang"

DATA_MASA = "Masa: {masa}."

DATA_BUAT = "Buat berkas {bentuk} {apa}"

DATA_NAMA = {"laporan": "laporan", "anggota": "anggota", "pembinaan": "pembinaan"}

DATA_JUMLAH = {
    "laporan": "{n} laporan",
    "anggota": "{n} anggota Satlinmas",
    "pembinaan": "{n} pembinaan",
}

DATA_ISI = {
    "laporan": "Satu baris per laporan, dengan letak dan rincian kejadian. GeoJSON untuk peta.",
    "anggota": "Tanpa NIK. Menurut desa yang dipilih; bulan dan macam tidak berpengaruh.",
    "pembinaan": "Menurut bulan mulainya, dengan jumlah peserta dan tindak lanjut.",
}

BENTUK = {"xlsx": "Excel (XLSX)", "csv": "CSV", "geojson": "GeoJSON"}

ZIP_KARTU = "Laporan dan foto dalam satu ZIP"

ZIP_JUMLAH = "{laporan} laporan, {foto} foto."

ZIP_ISI = (
    "Langsung terunduh selagi disusun, foto asli apa adanya. "
    "Foto yang ditandai sensitif tidak disertakan."
)

ZIP_IKUT = "Sertakan foto sensitif (dicatat)"

ZIP_UNDUH = "Unduh ZIP"

DATA_API = (
    "Sistem lain dapat membaca data yang sama langsung lewat API. "
    "Tokennya dibuat di Pengaturan, Token API."
)

DATA_API_BUKA = "Buka panduan API"

# --- Open API and its tokens -----------------------------------------------------------------

CAKUPAN = {
    "laporan": "Laporan kegiatan, kejadian, dan nihil",
    "anggota": "Anggota Satlinmas, tanpa NIK dan tanpa nomor HP",
    "anggota.hp": "Nomor HP anggota (hanya bila sangat perlu)",
    "pembinaan": "Pembinaan",
    "rekap": "Angka rekap per desa",
}

API_TANPA_TOKEN = "Token API tidak ada atau tidak dikenal."  # noqa: S105 - a sentence

API_DICABUT = "Token API ini sudah dicabut oleh kecamatan."

API_CAKUPAN = "Token API ini tidak mencakup {cakupan}."

API_KURSOR = "Nilai cursor tidak dikenal; mulai lagi tanpa cursor."

API_PERIODE = "Periode ditulis 2026-11, 2026-T4, 2026-S2, atau 2026."

API_DESA = "Kode desa tidak dikenal di kecamatan ini."

API_SEJAK = "Waktu ditulis menurut RFC 3339, misalnya 2026-11-24T20:00:00+08:00."

API_BATAS = "Terlalu sering; paling banyak {n} panggilan per menit."


# --- Token API -------------------------------------------------------------------------------

KUNCI_JUDUL = "Token API"

KUNCI_SUB = "Kunci baca untuk sistem lain, misalnya Satpol PP. Tidak dapat mengubah apa pun."

KUNCI_BUAT = "Buat token"

KUNCI_BUAT_YA = "Buat"

KUNCI_NAMA = "Untuk sistem apa"

KUNCI_CONTOH = "Satpol PP Kabupaten"

KUNCI_BOLEH = "Boleh membaca"

KUNCI_BATAL = "Batal"

KUNCI_KOSONG = "Belum ada token. Buat satu untuk setiap sistem yang membaca data."

KUNCI_LENGKAPI = "Isi namanya, dan pilih paling sedikit satu yang boleh dibaca."

KUNCI_SEKALI = "Salin sekarang: token ini hanya ditunjukkan sekali."

KUNCI_SALIN = "Salin"

KUNCI_BELUM = "belum pernah"

KUNCI_RIWAYAT = "Dibuat {tanggal} oleh {oleh}; terakhir dipakai: {dipakai}"

KUNCI_MATI = "Dicabut"

KUNCI_CABUT = "Cabut token {nama}"

KUNCI_CABUT_YA = "Ya, cabut"

KUNCI_TANYA = (
    "Cabut token {nama}? Sistem itu langsung tidak dapat membaca lagi. Tidak bisa dibatalkan."
)

KUNCI_DICABUT = "Token {nama} sudah dicabut."

CLI_KUNCI_BUAT = "Token API untuk {nama}, boleh membaca: {cakupan}. Hanya ditunjukkan sekali ini:"

CLI_KUNCI_SALAH = "Nama harus diisi, dan cakupan dipilih dari: {cakupan}."

CLI_KUNCI_TIDAK_ADA = "Tidak ada token dengan ID itu; lihat sinar api-token list."

CLI_KUNCI_DICABUT = "Token {nama} sudah dicabut."

CLI_KUNCI_BARIS = "{id}  {keadaan:7}  {nama}  [{cakupan}]  terakhir dipakai: {dipakai}"

CLI_KUNCI_AKTIF, CLI_KUNCI_MATI = "aktif", "dicabut"

CLI_KUNCI_KOSONG = "Belum ada token API."

CLI_KUNCI_BANTU = "token baca untuk sistem lain (API terbuka)"

CLI_KUNCI_CAKUPAN = "yang boleh dibaca, dipisah koma: {cakupan}"
