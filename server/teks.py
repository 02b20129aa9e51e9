"""All words of the server that a person reads, except the law's own names (`shared`)."""

from __future__ import annotations

# --- API: problems -----------------------------------------------------------------------------

PROBLEMS: dict[str, str] = {
    "bad_request": "Permintaan tidak dapat dibaca.",
    "unauthorized": "HP ini belum terdaftar, atau kuncinya tidak dikenal.",
    "revoked": "HP ini sudah dicabut oleh kecamatan.",
    "forbidden": "Tidak diizinkan.",
    "code_invalid": "Kode aktivasi salah, sudah dipakai, atau kedaluwarsa.",
    "photo_unknown": "Tidak ada laporan desa ini yang menyebut foto tersebut.",
    "not_found": "Alamat ini tidak ada.",
    "method_not_allowed": "Cara panggil ini tidak ada.",
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
}
