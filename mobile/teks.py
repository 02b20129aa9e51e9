"""All words that a person reads on the phone, in everyday Indonesian, by the screen they stand on.

Each part has its own section; a screen never holds a sentence of its own.
"""

from __future__ import annotations

# --- What the use-cases say -------------------------------------------------------------------

KIND = {"kegiatan": "Laporan kegiatan", "kejadian": "Kejadian", "nihil": "Nihil"}

WAKTU = {
    "malam_ini": "Malam ini",
    "tadi_malam": "Tadi malam",
    "sekarang": "Baru saja",
    "hari_ini": "Hari ini",
    "kemarin": "Kemarin",
}

KEJADIAN_DI = "{apa} di {tempat}."
PITA_ATAS = "Desa {desa} · {apa}"
PITA_WAKTU = "{tanggal}, {jam} WITA"
PITA_GALERI = "Foto dari galeri"
PITA_GALERI_WAKTU = "Foto dari galeri, {waktu}"

TERSIMPAN = "Tersimpan di HP ini, {jam}"
BELUM_TERSIMPAN_PENUH = "Belum tersimpan: ruang HP penuh. Kosongkan ruang, lalu lanjutkan; tulisan Anda tetap di layar ini."
BELUM_TERSIMPAN = "Belum tersimpan di HP ini. Kami coba lagi sendiri; tulisan Anda tetap di layar ini."
LANJUTKAN = "Lanjutkan laporan tadi ({jam} WITA)?"
LANJUTKAN_TANGGAL = "Lanjutkan laporan tanggal {tanggal} ({jam} WITA)?"
DISALIN = "Disalin dari laporan {kapan}. Tanggal sudah diganti, ambil foto baru."
DISALIN_KAPAN = {0: "hari ini", 1: "kemarin"}
HAPUS_DRAF = "Hapus draf {apa}? Foto di dalamnya ikut terhapus dari HP ini."
FOTO_HILANG = "Foto {nomor} hilang dari HP. Ambil ulang, atau kirim tanpa foto itu."
FOTO_TIDAK_DITERIMA = "Foto {nomor} tidak dapat diterima kecamatan. Ambil ulang, atau kirim tanpa foto itu."
RUANG = "Ruang HP hampir penuh ({mb} MB). Tulisan tetap tersimpan; kosongkan ruang sebelum memotret."
JAM_CEPAT = "Jam HP lebih cepat {lama}. Anda tetap bisa melapor. Nyalakan waktu otomatis di Setelan HP."
JAM_LAMBAT = "Jam HP lebih lambat {lama}. Anda tetap bisa melapor. Nyalakan waktu otomatis di Setelan HP."
FOTO_CUKUP = "Sudah 5 foto. Hapus satu dulu untuk menambah."
FOTO_BUKAN = "Berkas ini bukan foto. Pilih foto lain."
FOTO_HEIC = "Foto ini memakai format HEIC yang tidak bisa dibuka HP lain. Pakai kamera di sini, atau simpan dulu sebagai JPEG."
FOTO_RUSAK = "Foto ini rusak atau terpotong. Ambil ulang."
FOTO_BESAR = "Foto ini terlalu besar untuk HP ini. Pilih foto lain, atau pakai kamera di sini."
FOTO_GAGAL = "Foto tidak tersimpan. Coba sekali lagi."
SIMPANAN_PULIH = "Satu berkas di HP ini rusak dan sudah dipulihkan dari cadangannya. Periksa isi laporan terakhir."
SIMPANAN_RUSAK = "Satu berkas di HP ini rusak dan tidak dapat dibaca. Laporan lain aman. Tunjukkan HP ini ke kecamatan."
SIMPANAN_LEBIH_BARU = "Data di HP ini ditulis oleh versi aplikasi yang lebih baru. Pasang versi terbaru; data tidak diubah."

ISIAN = {
    "jenis": "jenis kegiatan", "mulai": "jam mulai", "selesai": "jam selesai", "tempat": "tempat",
    "uraian": "cerita", "periode": "bulan", "kejadian.jenis": "apa yang terjadi",
    "kejadian.waktu": "waktu kejadian", "foto": "foto", "personel": "nama yang ikut",
    "jumlah_personel": "jumlah orang", "pihak_lain": "pihak lain", "hasil": "hasil",
    "kendala": "kendala", "tindak_lanjut": "tindak lanjut", "dasar": "dasar kegiatan",
    "lokasi": "titik lokasi", "kejadian": "rincian kejadian", "pelapor": "nama pelapor",
    "ditarik": "alasan penarikan",
}  # fmt: skip
ISIAN_LAIN = "isian"
TINGGAL = "Tinggal: {isian}"
LENGKAP = "Sudah lengkap"

GALAT_ISIAN = {
    ("jenis", "required"): "Pilih dulu jenis kegiatannya.",
    ("mulai", "required"): "Kapan mulainya? Pilih tanggal dan jam.",
    ("tempat", "required"): "Tempatnya di mana? Tulis nama pos, RT, atau patokan.",
    ("uraian", "required"): "Ceritakan satu kalimat saja apa yang dikerjakan.",
    ("uraian", "too_short"): "Tulis sedikitnya 10 huruf, supaya jelas kegiatannya.",
    ("periode", "required"): "Pilih bulannya.",
    ("kejadian.jenis", "required"): "Apa yang terjadi? Pilih satu.",
    ("kejadian.waktu", "required"): "Kapan kejadiannya? Pilih tanggal dan jam.",
    ("foto", "too_many"): "Paling banyak 5 foto. Hapus sebagian.",
}
GALAT = {
    "required": "Bagian ini perlu diisi.",
    "too_long": "Terlalu panjang. Ringkas sedikit.",
    "not_a_number": "Isi dengan angka, misalnya 3.",
    "out_of_range": "Angkanya terlalu besar atau terlalu kecil.",
    "bad_time": "Tanggal atau jamnya belum benar. Pilih lagi.",
    "end_before_start": "Jam selesai lebih awal dari jam mulai.",
    "unknown_value": "Pilihan ini tidak dikenal kecamatan. Pilih yang lain.",
    "bad_text": "Ada huruf yang tidak bisa dibaca. Tulis ulang bagian ini.",
    "too_many": "Terlalu banyak. Kurangi sebagian.",
    "too_short": "Tulis sedikit lebih panjang.",
    "duplicate": "Sama dengan yang sudah ada. Hapus salah satu.",
    "other_desa": "Laporan ini untuk desa lain. Hubungi kecamatan.",
    "final": "Laporan ini sudah diverifikasi dan tidak bisa diubah lagi.",
    "bad_type": "Isian ini belum benar. Tulis ulang.",
}
GALAT_LAIN = "Bagian ini belum bisa diterima."
BELUM_DITERIMA = "{jumlah} laporan belum bisa diterima: {sebab} Laporan lain tetap terkirim."

AKTIVASI = {
    "bad_code": "Kode berisi 8 huruf dan angka. Periksa lagi kodenya.",
    "code_invalid": "Kode ini salah, sudah dipakai, atau lewat 72 jam. Minta kode baru ke Kasi Trantib.",
    "too_many": "Terlalu sering salah. Coba lagi 15 menit lagi.",
    "no_signal": "Tidak ada sinyal. Coba lagi di dekat kantor desa; kode Anda belum terpakai.",
    "portal": "Wi-Fi ini meminta masuk dulu. Buka peramban HP, masuk ke Wi-Fi, lalu coba lagi.",
    "busy": "Kecamatan sedang sibuk menerima. Coba lagi beberapa menit lagi.",
    "old_app": "Versi aplikasi ini sudah terlalu lama. Perbarui dulu, lalu coba lagi.",
    "bad_address": "Alamat kecamatan belum benar. Alamat dimulai dengan https://",
    "not_stored": "Ruang HP penuh. Kosongkan ruang dulu, lalu coba lagi.",
    "unexpected": "Ada yang tidak beres di aplikasi ini. Coba lagi, atau hubungi kecamatan.",
}  # fmt: skip

KIRIMAN = {
    "no_signal": "Tidak ada sinyal. Kami coba lagi sendiri. Di dekat kantor desa biasanya lebih cepat.",
    "portal": "Wi-Fi ini meminta masuk dulu. Buka peramban HP, masuk ke Wi-Fi, lalu laporan terkirim sendiri.",
    "busy": "Kecamatan sedang sibuk menerima. Dicoba lagi sebentar lagi.",
    "busy_pukul": "Kecamatan sedang sibuk menerima. Dicoba lagi pukul {jam}.",
    "token_refused": "HP ini perlu kode baru dari kecamatan. Laporan tetap bisa ditulis dan tidak hilang.",
    "old_app": "Ada versi baru. Versi ini tetap bisa dipakai sampai Anda sempat memperbarui.",
    "bad_address": "Alamat kecamatan belum benar. Periksa di Periksa HP; laporan aman di HP ini.",
    "unexpected": "Ada yang tidak beres di aplikasi ini. Laporan Anda aman.",
}
