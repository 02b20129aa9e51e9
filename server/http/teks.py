"""The words of every route: problems, the log-in, the plain pages."""

from __future__ import annotations

from server.core.teks import TITIPAN

PROBLEMS: dict[str, str] = {
    **TITIPAN,
    "bad_request": "Permintaan tidak dapat dibaca.",
    "unauthorized": "HP ini belum terdaftar, atau kuncinya tidak dikenal.",
    "revoked": "HP ini sudah dicabut oleh kecamatan.",
    "forbidden": "Tidak diizinkan.",
    "code_invalid": "Kode aktivasi salah, sudah dipakai, atau kedaluwarsa.",
    "photo_unknown": "Tidak ada laporan desa ini yang menyebut foto tersebut.",
    "not_found": "Alamat ini tidak ada.",
    "method_not_allowed": "Metode permintaan tidak didukung.",
    "offset_mismatch": "Sambungan foto tidak pas; tanyakan dulu sampai mana foto itu diterima.",
    "wrong_tus_version": "Versi tus tidak dikenal; server ini memakai 1.0.0.",
    "too_large": "Kiriman terlalu besar.",
    "unsupported_type": "Jenis isi kiriman tidak didukung.",
    "unprocessable": "Isi kiriman tidak dapat diterima.",
    "busy": "Sedang dipakai pengirim lain.",
    "wrong_bytes": "Isi foto tidak cocok dengan sidiknya; kirim ulang.",
    "too_many": "Terlalu banyak percobaan; tunggu sebentar.",
    "internal": "Ada kesalahan di server.",
    "unavailable": "Server belum dapat melayani; coba lagi sebentar.",
    "storage_full": "Penyimpanan server penuh; coba lagi nanti.",
    "slow": "Kiriman terhenti di tengah jalan.",
    "wrong_length": "Ukuran foto berbeda dari yang tertulis di laporan.",
    "bad_sha256": "Sidik foto harus 64 angka heksadesimal huruf kecil.",
    "bad_metadata": "Keterangan unggahan (Upload-Metadata) tidak dapat dibaca.",
    "not_jpeg": "Berkas ini bukan foto JPEG.",
    "broken_jpeg": "Foto ini rusak dan tidak dapat dibuka.",
    "too_many_pixels": "Foto terlalu besar; sisi terpanjang paling banyak 4096 piksel.",
}

APP_TENTANG = "Laporan Satlinmas dari HP desa ke layar kecamatan"

# --- The door of the staff view ------------------------------------------------------------------

MASUK = "Masuk"

MASUK_JUDUL = "Masuk ke layar kecamatan"

MASUK_UNTUK = "Untuk petugas kecamatan. Laporan dari desa dikirim lewat aplikasi di HP."

MASUK_SEMBOYAN = "Laporan Satlinmas 21 desa, terbaca di satu layar."

MASUK_NAMA = "Nama pengguna"

MASUK_SANDI = "Kata sandi"

MASUK_HP = "Aplikasi HP desa"

MASUK_LUPA = "Lupa kata sandi? Mintalah admin kecamatan membuatkan yang baru."

MASUK_SALAH = "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecilnya."

MASUK_KOSONG = "Isi nama pengguna dan kata sandi."

MASUK_TERKUNCI = "Terlalu banyak percobaan. Tunggu {menit} menit, lalu coba lagi."

MASUK_LUAR = "Formulir ini tidak dikirim dari halaman ini. Muat ulang, lalu coba lagi."

NAMA_SERVER_JUDUL = "Alamat ini tidak dikenal"
NAMA_SERVER_ASING = (
    "Server ini tidak mengenal nama yang dipakai untuk membukanya. Pakailah alamat yang biasa. "
    "Operator menambahkan nama lain dengan sinar serve --name NAMA."
)
LANGKAH_JUDUL = "Langkah kedua"
LANGKAH_UNTUK = "Buka aplikasi autentikator di HP Anda, lalu isi kode enam angka yang tampil."
LANGKAH_KODE = "Kode dari aplikasi, atau satu kode cadangan"
LANGKAH_LANJUT = "Lanjut"
LANGKAH_HILANG = (
    "HP hilang? Isi satu kode cadangan, atau minta admin kecamatan melepas langkah kedua."
)
LANGKAH_SALAH = (
    "Kode itu tidak cocok, sudah dipakai, atau sudah lewat. Isi kode yang sedang tampil."
)
LANGKAH_PASANG_JUDUL = "Pasang langkah kedua"
LANGKAH_PASANG_UNTUK = (
    "Akun Anda ikut menandatangani rekap, jadi masuknya memerlukan dua langkah. Pindai gambar ini "
    "dengan aplikasi autentikator di HP Anda, atau ketik hurufnya, lalu isi kode yang tampil."
)
LANGKAH_KODE_PERTAMA = "Kode enam angka dari aplikasi"
LANGKAH_PASANG = "Pasang dan masuk"
LANGKAH_APLIKASI = "Aplikasi autentikator apa saja yang mengenal TOTP dapat dipakai."
LANGKAH_CADANGAN_JUDUL = "Simpan kode cadangan"
LANGKAH_CADANGAN = (
    "Bila HP Anda hilang, satu kode ini menggantikan kode dari aplikasi, masing-masing sekali saja. "
    "Tulislah di tempat aman; kode ini tidak ditampilkan lagi."
)
LANGKAH_CADANGAN_SUDAH = "Sudah disimpan, buka layar kecamatan"
MASUK_RAMAI = "Banyak yang sedang masuk. Coba lagi beberapa detik lagi."
MASUK_GANGGUAN = "Server belum dapat memeriksa kata sandi. Coba lagi sebentar."

MASUK_HABIS = (
    "Waktu masuk Anda sudah habis. Silakan masuk lagi; Anda kembali ke halaman yang tadi, "
    "dan pengumuman yang sedang ditulis masih ada."
)

TERPUTUS = (
    "Sambungan terputus. Layar ini tersambung lagi sendiri; yang diketik sekarang belum masuk."
)

MASUK_BERAKHIR = "Anda sudah keluar."

KELUAR_JUDUL = "Keluar dari SINAR LINMAS?"

KELUAR_ISI = "Anda masuk sebagai {nama}. Untuk masuk lagi diperlukan kata sandi."

KELUAR_BATAL = "Tetap di sini"

MEMUAT_LAYAR = "Memuat layar…"

# --- API: the page for people ------------------------------------------------------------------

DOCS_CALLS = "Panggilan"

DOCS_SCHEMAS = "Bentuk data"

DOCS_BODY = "Isi"

DOCS_KUNCI = {
    "perangkat": "Perlu Authorization: Bearer <token HP>.",
    "token_api": "Perlu Authorization: Bearer <token API>, dibuat di Pengaturan, Token API.",
}

# --- Public pages ------------------------------------------------------------------------------
KECAMATAN = "Kecamatan {nama}"

KE_TENTANG = "Tentang SINAR LINMAS"

PRIVASI = "Pemberitahuan privasi"

MASUK_PETUGAS = "Masuk (petugas kecamatan)"
