"""Words of what goes out and comes in as files and texts: exports, the open API, pasted reports."""

from __future__ import annotations

# --- Work in the background ------------------------------------------------------------------

KERJA_MENUNGGU = "Menunggu giliran: {nama}"
KERJA_MULAI = "Sedang disiapkan: {nama}"
KERJA_JALAN = "Sedang disiapkan: {nama}, {selesai} dari {semua}"
KERJA_SIAP = "Siap diunduh: {nama} ({ukuran})"
KERJA_HENTI = "Dihentikan: {nama}. Tidak ada berkas yang dibuat."
KERJA_GAGAL = "{nama} gagal dibuat. Data tidak berubah; coba lagi sebentar."
KERJA_PENUH = "{nama} gagal dibuat: penyimpanan server penuh. Hubungi admin kecamatan."
KERJA_HILANG = "Berkas ini sudah dibersihkan. Buat lagi bila masih perlu."
KERJA_BANYAK = "Masih ada beberapa berkas yang disiapkan. Tunggu, atau hentikan salah satu."
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
DATA_DESA, DATA_MACAM = "Desa", "Macam laporan"
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
DOCS_KUNCI = {
    "perangkat": "Perlu Authorization: Bearer <token HP>.",
    "token_api": "Perlu Authorization: Bearer <token API>, dibuat di Pengaturan, Token API.",
}

# --- Tempel laporan WhatsApp -----------------------------------------------------------------

TEMPEL_TOMBOL = "Tempel dari WhatsApp"
TEMPEL_PENDEK = "Tempel WA"
TEMPEL_JUDUL = "Tempel laporan WhatsApp"
TEMPEL_SUB = "Laporan disimpan atas nama desa, diberi resi, dan muncul di HP desa itu."
TEMPEL_TEKS = "Teks dari WhatsApp"
TEMPEL_CONTOH = "Salin pesan dari grup WhatsApp, lalu tempel di sini."
TEMPEL_BACA = "Baca teks"
TEMPEL_SIMPAN = "Simpan atas nama desa"
TEMPEL_SIMPAN_PENDEK = "Simpan"
TEMPEL_KOSONG = "Tempel dulu teks laporannya."
TEMPEL_GAGAL = "Belum bisa disimpan; teks dan isian tetap ada. Coba lagi sebentar."
TEMPEL_LENGKAPI = "Belum disimpan: {n} isian masih harus dibetulkan."
TEMPEL_PILIH = "Pilih"
TEMPEL_LANGKAH = (
    "Tempel teksnya di sebelah kiri, apa adanya, lalu tekan Baca teks.",
    "Isian terbaca sendiri. Yang kurang pasti diberi tanda dan alasannya; periksa dengan teksnya.",
    "Setelah disimpan, laporan mendapat resi dan dikirim ke HP desa, bertanda ditulis kecamatan.",
)
TEMPEL_BERSIH = "Semua isian terbaca jelas. Periksa sekali lagi, lalu simpan."
TEMPEL_PERIKSA = "{n} isian perlu dilihat: ada tandanya di bawah."
TEMPEL_TIDAK_ADA = "Tidak ditemukan di teks; isi sendiri."
TEMPEL_MIRIP = "Desa ini sudah punya laporan pada waktu yang berdekatan. Jangan sampai ganda:"
TEMPEL_ASAL = "Ditulis kecamatan atas nama desa"
TEMPEL_OLEH = "Ditulis {oleh} dari teks WhatsApp yang dikirim desa:"
TEMPEL_TEKS_HILANG = "Teks aslinya sudah dihapus, karena memuat nama yang dihapus."
ISIAN = {
    "kind": "Macam laporan", "desa": "Desa", "jenis": "Jenis kegiatan", "periode": "Bulan",
    "mulai": "Mulai (WITA)", "selesai": "Selesai (WITA)", "tempat": "Tempat",
    "personel": "Personel", "jumlah_personel": "Jumlah personel", "pihak_lain": "Pihak lain",
    "dasar": "Dasar", "uraian": "Uraian", "hasil": "Hasil", "kendala": "Kendala",
    "tindak_lanjut": "Tindak lanjut", "kejadian": "Kejadian", "meninggal": "Meninggal (jiwa)",
    "luka": "Luka (jiwa)", "mengungsi_kk": "Mengungsi (KK)", "mengungsi_jiwa": "Mengungsi (jiwa)",
    "rumah": "Rumah terdampak", "kerugian": "Kerugian", "penanganan": "Penanganan awal",
    "dihubungi": "Sudah dihubungi", "kebutuhan": "Kebutuhan", "pelapor": "Pelapor",
    "jabatan": "Jabatan pelapor",
}  # fmt: skip
PETUNJUK = {
    "mulai": "24-11-2026 20.00", "selesai": "24-11-2026 23.00", "periode": "11-2026",
    "personel": "Nama, dipisah koma", "pihak_lain": "Dipisah koma",
}  # fmt: skip
RAGU = {
    "hari_beda": "Nama hari tidak cocok dengan tanggalnya.",
    "tanpa_tahun": "Tahunnya tidak ditulis; dianggap tahun yang terdekat.",
    "masa_depan": "Waktu ini belum terjadi.",
    "sudah_lama": "Tanggalnya sudah lebih dari tiga bulan lalu.",
    "banyak_tanggal": "Ada beberapa tanggal di teks; dipakai yang pertama.",
    "dari_kepala": "Diambil dari waktu pesan dikirim, bukan dari isinya.",
    "kira_kira": "Waktunya tidak ditulis dengan jelas.",
    "wib": "Tertulis WIB, padahal Juai memakai WITA. Jam dibiarkan seperti tertulis.",
    "pagi_malam": "Tidak jelas pagi atau malam.",
    "tengah_malam": "Sekitar tengah malam; periksa tanggalnya.",
    "ejaan": "Ejaannya berbeda; dipakai nama desa yang paling mirip.",
    "banyak_desa": "Ada beberapa nama desa di teks.",
    "juai": "Bisa berarti Desa Juai, bisa juga Kecamatan Juai.",
    "kata_umum": "Kata ini juga kata biasa, belum tentu nama desa.",
    "banyak_jenis": "Ada beberapa jenis kegiatan di teks.",
    "dari_uraian": "Disimpulkan dari isi teks.",
    "tanpa_label": "Diambil dari bagian teks tanpa judul isian.",
    "jumlah_beda": "Jumlah yang tertulis berbeda dari banyaknya nama.",
    "pengirim": "Diambil dari nama pengirim pesan.",
    "penutup": "Diambil dari penutup pesan.",
    "angka": "Jumlahnya tidak ditulis dengan angka.",
    "macam": "Belum jelas ini kegiatan atau kejadian.",
    "banyak_laporan": "Teks ini tampaknya memuat lebih dari satu laporan.",
    "banyak_angka": "Ada beberapa angka di teks; periksa jumlahnya.",
    "nama_malam": "Nama malam dan tanggalnya berbeda; dipakai malam yang disebut.",
    "sela": "Ada baris di bawahnya yang mungkin masih bagian dari isian ini.",
    "dua_kali": "Tertulis lebih dari sekali dengan isi yang berbeda.",
    "terpotong": "Pesan ini terpotong atau digabung dari beberapa pesan; periksa dengan aslinya.",
    "bukan_nama": "Ada bagian yang belum tentu nama orang.",
    "dari_daftar": "Diambil dari daftar beberapa kegiatan dalam satu pesan.",
    "ditarik": "Teks ini menyebut laporannya sudah ditarik.",
    "bulan_baru": "Bulan itu baru dimulai; mungkin maksudnya bulan sebelumnya.",
    "kata_lain": "Kata-katanya bisa juga berarti kegiatan lain.",
    "terlalu_lama": "Rentang waktunya sangat panjang; periksa jamnya.",
    "tiap_malam": "Beberapa hari dengan jam yang sama; periksa kapan selesainya.",
}
_SALAH = {
    "required": "Wajib diisi.",
    "too_long": "Terlalu panjang.",
    "too_short": "Terlalu pendek; tulis paling sedikit 10 huruf.",
    "not_a_number": "Tulis dengan angka.",
    "out_of_range": "Angkanya tidak masuk akal.",
    "bad_time": "Tulis seperti contohnya, misalnya 24-11-2026 20.00.",
    "end_before_start": "Waktu selesai mendahului waktu mulai.",
    "unknown_value": "Pilih dari daftar.",
}


def tempel_salah(code: str) -> str:
    """What the checks found wrong, as a sentence."""
    return _SALAH.get(code, "Isian ini tidak dapat diterima.")


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
