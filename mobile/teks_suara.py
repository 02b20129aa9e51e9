"""Words of the satisfaction survey and of the complaints, on the phone."""

from __future__ import annotations

# --- Survei kepuasan --------------------------------------------------------------------------

SURVEI = "Survei kepuasan"
SURVEI_SINGKAT = "Survei"
SURVEI_KEADAAN = {"tutup": "Belum dibuka", "buka": "9 pertanyaan", "sudah": "Sudah diisi"}
SURVEI_SUB = "9 pertanyaan, 2 menit"
SURVEI_LANJUT = "{jumlah} dari {semua} terjawab, lanjutkan"
SURVEI_ANONIM = (
    "Jawaban Anda anonim: disimpan tanpa nama orang dan tanpa nama desa. Dari HP ini kecamatan "
    "hanya tahu bahwa survei sudah diisi."
)
SURVEI_TERJAWAB = "{jumlah} dari {semua} terjawab"
SURVEI_TINGGAL = "{ada} dari {semua} terjawab. Jawab {jumlah} lagi untuk mengirim."
SURVEI_SARAN = "Saran untuk kecamatan (boleh kosong)"
SURVEI_SARAN_PETUNJUK = "Misalnya: balasan laporan lebih cepat"
SURVEI_SARAN_ANONIM = "Jangan tulis nama, supaya tetap anonim."
SURVEI_PROFIL = "Tentang Anda (boleh kosong)"
SURVEI_PROFIL_ISI = "Hanya dihitung jumlahnya, tidak disimpan bersama jawaban, tanpa nama."
SURVEI_KIRIM = "Kirim jawaban"
SURVEI_TERIMA_KASIH = "Terima kasih"
SURVEI_MENUNGGU = (
    "Jawaban aman di HP ini. {nasib} Jawaban tidak bisa dibuka lagi, juga tidak di HP ini."
)
SURVEI_SUDAH = (
    "HP ini sudah mengisi survei {periode}. Hasilnya dipakai kecamatan untuk memperbaiki layanan."
)
SURVEI_TUTUP = "Belum ada survei yang dibuka"
SURVEI_TUTUP_ISI = (
    "Kecamatan membuka survei kepuasan paling banyak sekali dalam enam bulan. Saat dibuka, "
    "pemberitahuannya tampil di Beranda."
)
SURVEI_DITOLAK = "Jawaban survei tidak dihitung"
SURVEI_DUA_KALI = (
    "HP ini sudah pernah mengisi survei {periode}. Satu HP hanya dihitung satu kali; jawaban yang "
    "pertama tetap dihitung."
)
SURVEI_TERLAMBAT = "Survei {periode} sudah berakhir ketika jawaban sampai di kecamatan."
SURVEI_MENGERTI = "Mengerti"
SURVEI_BELUM_TERCATAT = (
    "Jawaban belum tercatat: memori HP penuh. Kosongkan ruang, lalu kirim lagi; jawaban tetap di "
    "layar ini."
)

# --- Pengaduan --------------------------------------------------------------------------------

PENGADUAN = "Pengaduan"
PENGADUAN_BARU = "{jumlah} jawaban baru"
PENGADUAN_SUB = "Kendala aplikasi dan layanan, Desa {desa}"
PENGADUAN_TULIS = "Tulis kendala"
PENGADUAN_KOSONG = "Belum ada pengaduan"
PENGADUAN_KOSONG_ISI = (
    "Ada yang macet, sulit, atau lambat? Tulis di sini. Jawaban kecamatan tampil di halaman ini."
)
PENGADUAN_STATUS = {
    "menunggu": "Menunggu dikirim", "ditolak": "Belum bisa diterima", "baru": "Sudah sampai",
    "diproses": "Diproses", "selesai": "Selesai",
}  # fmt: skip
PENGADUAN_OLEH = "{nama}, {tanggal}"
PENGADUAN_JAWABAN = "Jawaban kecamatan"
PENGADUAN_JAWABAN_BARU = "Jawaban baru"
PENGADUAN_APA = "Apa kendalanya?"
PENGADUAN_PETUNJUK = "Misalnya: foto lama terkirim walau sinyal bagus"
PENGADUAN_BANTU = "Sebutkan kapan terjadi dan apa yang sedang dikerjakan, supaya mudah diperiksa."
PENGADUAN_TAMPAK = "Semua HP desa ini dapat membaca pengaduan dan jawabannya."
PENGADUAN_KIRIM = "Kirim ke kecamatan"
PENGADUAN_PERLU = "Tulis kendalanya dulu, satu kalimat saja."
PENGADUAN_BELUM = "Tulisan ini belum dikirim. Lanjutkan, lalu tekan Kirim."
PENGADUAN_TERCATAT = "Tercatat di HP ini."
PENGADUAN_BELUM_TERCATAT = (
    "Belum tercatat: memori HP penuh. Kosongkan ruang, lalu kirim lagi; tulisan tetap di layar ini."
)
PENGADUAN_ULANG = "Tulis ulang"
PENGADUAN_DIJAWAB = "{jumlah} pengaduan dijawab"
