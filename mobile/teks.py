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
PITA_ATAS = "SINAR LINMAS · Kec. {kecamatan} · Desa {desa} · {apa}"
PITA_ATAS_TANPA = "SINAR LINMAS · Desa {desa} · {apa}"
PITA_WAKTU = "{tanggal}, {jam} WITA"
PITA_GALERI = "Foto dari galeri"
PITA_GALERI_WAKTU = "Foto dari galeri, {waktu}"

TERSIMPAN = "Tersimpan di HP ini, {jam}"
BELUM_TERSIMPAN_PENUH = "Belum tersimpan: memori HP penuh. Kosongkan sebagian memori, lalu lanjutkan; tulisan Anda tetap di layar ini."
BELUM_TERSIMPAN = (
    "Belum tersimpan di HP ini. Akan dicoba lagi otomatis; tulisan Anda tetap di layar ini."
)
LANJUTKAN = "Lanjutkan laporan tadi ({jam} WITA)?"
LANJUTKAN_TANGGAL = "Lanjutkan laporan tanggal {tanggal} ({jam} WITA)?"
DISALIN = "Disalin dari laporan {kapan}. Tanggal sudah diganti, ambil foto baru."
DISALIN_KAPAN = {0: "hari ini", 1: "kemarin"}
HAPUS_DRAF = "Hapus draf {apa}? Foto di dalamnya ikut terhapus dari HP ini."
HAPUS_PERUBAHAN = (
    "Hapus perubahan yang belum dikirim pada {apa}? Laporan yang sudah dikirim tetap ada."
)
FOTO_HILANG = "Foto {nomor} hilang dari HP. Ambil ulang, atau kirim tanpa foto itu."
FOTO_TIDAK_DITERIMA = (
    "Foto {nomor} tidak dapat diterima kecamatan. Ambil ulang, atau kirim tanpa foto itu."
)
RUANG = "Memori HP hampir penuh ({mb} MB). Kosongkan sebagian memori sebelum memotret."
JAM_CEPAT = (
    "Jam HP lebih cepat {lama}. Anda tetap bisa melapor. Nyalakan waktu otomatis di Setelan HP."
)
JAM_LAMBAT = (
    "Jam HP lebih lambat {lama}. Anda tetap bisa melapor. Nyalakan waktu otomatis di Setelan HP."
)
FOTO_CUKUP = "Sudah 5 foto. Hapus satu dulu untuk menambah."
FOTO_BUKAN = "Berkas ini bukan foto. Pilih foto lain."
FOTO_HEIC = "Foto ini memakai format HEIC yang tidak bisa dibuka HP lain. Pakai kamera di sini, atau simpan dulu sebagai JPEG."
FOTO_RUSAK = "Foto ini rusak atau terpotong. Ambil ulang."
FOTO_TERPOTONG = (
    "Berkas foto terpotong; sebagian kecil gambarnya mungkin hilang. Fotonya tetap disimpan."
)
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
HURUF_DARI = ": {ada} dari {batas} huruf"
HURUF_BATAS = ", paling banyak {batas} huruf"
PERLU_DIBETULKAN = "Perlu dibetulkan: {isian}"
LENGKAP = "Sudah lengkap"

GALAT_ISIAN = {
    ("jenis", "required"): "Pilih dulu jenis kegiatannya.",
    ("mulai", "required"): "Kapan mulainya? Pilih tanggal dan jam.",
    ("selesai", "too_long"): "Paling lama satu setengah hari (36 jam). Bagi menjadi dua laporan.",
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
    "too_long": "Terlalu panjang{huruf}. Ringkas sedikit.",
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
    "no_signal": "Tidak ada sinyal. Coba lagi di dekat kantor desa dengan kode yang sama.",
    "portal": "Wi-Fi ini meminta login dulu. Buka browser (Chrome), login ke Wi-Fi, lalu coba lagi.",
    "busy": "Kecamatan sedang sibuk menerima. Coba lagi beberapa menit lagi.",
    "old_app": "Versi aplikasi ini sudah terlalu lama. Perbarui dulu, lalu coba lagi.",
    "bad_address": "Alamat kecamatan belum benar. Alamat dimulai dengan https://",
    "not_stored": "Memori HP penuh. Kosongkan sebagian memori dulu, lalu coba lagi.",
    "unexpected": "Ada yang tidak beres di aplikasi ini. Coba lagi, atau hubungi kecamatan.",
}  # fmt: skip

KIRIMAN = {
    "no_signal": "Tidak ada sinyal. Akan dicoba lagi otomatis. Di dekat kantor desa biasanya lebih cepat.",
    "portal": "Wi-Fi ini meminta login dulu. Buka browser (Chrome), login ke Wi-Fi, lalu laporan terkirim sendiri.",
    "busy": "Kecamatan sedang sibuk menerima. Dicoba lagi sebentar lagi.",
    "busy_pukul": "Kecamatan sedang sibuk menerima. Dicoba lagi pukul {jam}.",
    "token_refused": "HP ini perlu kode baru dari kecamatan. Laporan tetap bisa ditulis dan tidak hilang.",
    "old_app": "Ada versi baru. Versi ini tetap bisa dipakai sampai Anda sempat memperbarui.",
    "bad_address": "Alamat kecamatan belum benar. Periksa di Periksa HP; laporan aman di HP ini.",
    "disk_full": "Memori HP penuh, jawaban kecamatan belum bisa dicatat. Laporan aman; kosongkan sebagian memori, nanti dicoba lagi otomatis.",
    "unexpected": "Ada yang tidak beres di aplikasi ini. Laporan Anda aman.",
}

NASIB = {
    "sendiri": "Terkirim sendiri begitu ada sinyal.",
    "kode": "Belum bisa dikirim: HP ini perlu kode baru dari kecamatan.",
    "alamat": "Belum bisa dikirim: alamat kecamatan belum benar.",
    "berhenti": "Pengiriman dihentikan. Tekan Coba kirim sekarang di Beranda untuk melanjutkan.",
}
"""What becomes of what waits; `usecases.outlook` decides which."""
DICOBA_PUKUL = "Dicoba {jam}, {sebab}."
DICOBA_LAMA = "Terakhir dicoba {jam}, {sebab}."
DICOBA_SEBAB = {
    "no_signal": "belum ada sinyal", "portal": "Wi-Fi meminta login",
    "busy": "kecamatan sedang sibuk", "token_refused": "perlu kode baru",
    "old_app": "perlu versi baru", "disk_full": "memori HP penuh",
    "bad_address": "alamat belum benar", "unexpected": "ada yang tidak beres",
}  # fmt: skip
SEDANG_MENCOBA = "Sedang mencoba mengirim."
BELUM_BISA_DIKIRIM = "Belum bisa dikirim"

# --- The frame: tabs, back, trouble -----------------------------------------------------------

APLIKASI = "SINAR LINMAS"
BERANDA, LAPORAN, PEMBINAAN, DESA = "Beranda", "Laporan", "Pembinaan", "Desa"
KEMBALI = "Kembali"
TUTUP = "Tutup"
BATAL = "Batal"
TIDAK_JADI = "Tidak jadi"
BANTUAN = "Bantuan dan tampilan"
CARI = "Cari laporan"
BAGIKAN = "Bagikan"
RINCIAN = "Rincian"
LAINNYA = "Pilihan lain"
BELUM_TERKIRIM = "Belum terkirim: {jumlah}"
TIDAK_BERES = "Ada yang tidak beres di aplikasi ini. Laporan Anda aman."
RINCIAN_KECAMATAN = "Rincian untuk kecamatan"
RINCIAN_SALIN = "Salin rincian"
RINCIAN_DISALIN = "Rincian sudah disalin. Kirim ke kecamatan lewat WhatsApp."
TIDAK_DITEMUKAN = "Halaman ini tidak ada"
TIDAK_DITEMUKAN_ISI = "Mungkin laporannya sudah dihapus dari HP ini."
KE_BERANDA = "Kembali ke Beranda"
DRAF_TIDAK_ADA = "Draf ini sudah tidak ada di HP ini."
DESA_NAMA = "Desa {nama}"
FOLDER_DIPAKAI = "SINAR LINMAS tidak bisa dibuka dari folder ini: {sebab}"
PORT_DIPAKAI = "Port {port} tidak bisa dipakai ({sebab}). Pilih nomor lain dengan --port."
DIBUKA_DI = "HP SINAR LINMAS siap di {alamat}"
BANTUAN_DATA = "folder data HP ini"
BANTUAN_SERVER = "alamat kecamatan, misalnya https://sinar.contoh.id"
BANTUAN_PORT = "nomor port di komputer ini"
KEMARIN_JAM = "kemarin {jam}"
TANGGAL_JAM = "{tanggal}, {jam}"

# --- Aktivasi ---------------------------------------------------------------------------------

AKTIVASI_SUB = "Laporan Satlinmas dari desa ke kecamatan"
AKTIVASI_KODE = "Masukkan kode dari kecamatan"
AKTIVASI_BANTU = "8 huruf dan angka. Berlaku satu kali, selama 72 jam."
AKTIVASI_SEKALI = "Sekali ini saja perlu internet. Setelah itu Anda bisa melapor tanpa sinyal."
AKTIVASI_BELUM_PUNYA = "Belum punya kode? Hubungi Kasi Trantib"
AKTIVASI_KOSONGKAN = "Kosongkan kode"
AKTIVASI_MULAI = "Mulai"
AKTIVASI_MEMERIKSA = "Memeriksa kode"
AKTIVASI_BENAR = "HP ini akan dipakai melapor untuk Desa {desa} atas nama {nama}. Benar?"
AKTIVASI_YA = "Ya, benar"
AKTIVASI_BUKAN = "Bukan saya"
AKTIVASI_BUKAN_ISI = (
    "Kode tadi dibuat untuk {nama}, Desa {desa}. Minta kode atas nama Anda ke Kasi Trantib."
)
AKTIVASI_KODE_BARU = "Kode baru untuk HP ini"
AKTIVASI_KODE_BARU_ISI = (
    "Laporan di HP ini tetap aman. Setelah kode dimasukkan, laporan terkirim lagi."
)
ALAMAT = "Alamat kecamatan"
ALAMAT_UBAH = "Ubah alamat kecamatan"
ALAMAT_BANTU = "Hanya diubah bila diminta kecamatan."
ALAMAT_KOSONG = "Alamat kecamatan belum diisi. Tanyakan ke Kasi Trantib."
ALAMAT_SIMPAN = "Pakai alamat ini"

# --- Beranda ----------------------------------------------------------------------------------

BUAT_LAPORAN = "Buat laporan"
LAPOR_KEGIATAN = "Lapor kegiatan"
LAPOR_KEGIATAN_SUB = "Patroli, jaga pos, sosial"
LAPOR_KEJADIAN, LAPOR_KEJADIAN_SUB = "Kejadian", "segera"
LAPOR_NIHIL, LAPOR_NIHIL_SUB = "Nihil", "bulan ini"
SALIN_TERAKHIR = "Salin laporan terakhir"
BULAN_JUMLAH = "{bulan}: {jumlah} laporan"
BULAN_KOSONG = "{bulan}: belum ada laporan"
BULAN_NIHIL = "{bulan}: nihil"
COBA_KIRIM = "Coba kirim sekarang"
HENTIKAN = "Hentikan"
SEMUA_TERKIRIM = "Semua sudah terkirim"
TERSAMBUNG = "Terakhir tersambung {kapan}"
BELUM_TERSAMBUNG = "Belum pernah tersambung"
TANPA_SINYAL = "Tidak ada sinyal, terakhir {kapan}"
TANPA_SINYAL_SAJA = "Tidak ada sinyal"
AMAN = "Laporan aman di HP ini. {nasib}"
MENGIRIM = "Mengirim laporan {ke} dari {jumlah}"
MENGIRIM_FOTO = "Foto {ke} dari {jumlah}, boleh ditinggal"
MENGIRIM_TEKS = "Tulisan sedang dikirim, boleh ditinggal"
SISA_KB = "sisa {kb} kB"
SISA_MB = "sisa {mb} MB"
KODE_BARU = "Masukkan kode baru"
PERLU_DIPERBAIKI = "{jumlah} laporan perlu diperbaiki"
BELUM_BISA = "{jumlah} laporan belum bisa diterima"
DIDAHULUI = "{jumlah} laporan juga diubah di HP lain"
DIDAHULUI_ISI = "Tulisan Anda disimpan sebagai draf"
BAGIAN = "{apa}, bagian {bagian}"
LANJUTKAN_YA = "Lanjutkan"
LANJUTKAN_BARU = "Mulai yang baru"
LANJUTKAN_ISI = "Kalau mulai yang baru, yang tadi tetap tersimpan sebagai Draf."
BELUM_DIKIRIM = "Belum dikirim"
BELUM_DIKIRIM_LANJUTKAN = "Belum dikirim, lanjutkan"
BELUM_SELESAI = {
    "village_data": "Data desa yang sedang diubah", "complaint": "Kendala yang sedang ditulis",
    "follow_up_done": "Tindak lanjut yang sedang ditandai",
    "attendance": "Daftar hadir yang sedang diisi",
}  # fmt: skip
SIMPANAN_JUDUL = "Ada berkas yang rusak"
JAMINAN_JUDUL = "Simpanan browser belum dijamin"
JAMINAN_ISI = "Browser boleh menghapus isi aplikasi ini bila memori HP habis. Kirim laporan segera setelah ada sinyal, dan jangan hapus data situs ini."
RUANG_PERAMBAN = "Ruang untuk aplikasi ini di HP Anda: {ruang}"
JENDELA_LAIN = "SINAR LINMAS sedang dipakai di jendela lain"
JENDELA_LAIN_ISI = "Supaya laporan tidak tertukar, hanya satu jendela yang dipakai. Yang sudah Anda tulis tersimpan dan ikut pindah ke sini."
JENDELA_LAIN_TIDUR = "Jendela yang lain belum menjawab. Tutup dulu jendela itu, lalu coba lagi."
JENDELA_DI_SINI = "Pakai di sini"
PERAMBAN_TANPA_BERKAS = "Browser ini belum bisa menyimpan laporan dengan aman. Perbarui browser Anda, atau pakai Chrome."
TAMPILAN = "Tampilan"
TAMPILAN_PILIHAN = {
    "sistem": "Ikut HP", "terang": "Terang", "gelap": "Gelap", "sinar": "Sinar matahari",
}  # fmt: skip
BANTUAN_PERIKSA = "Periksa HP"
BANTUAN_PERIKSA_SUB = "Kamera, lokasi, sambungan, jam, memori"
BANTUAN_JUDUL = "Bantuan"
BANTUAN_LANGKAH = (
    "Tulis laporan kapan saja, juga tanpa sinyal. Semua tersimpan sendiri.",
    "Tekan Kirim. Laporan terkirim sendiri begitu ada sinyal.",
    "Nomor resi adalah tanda laporan sudah diterima kecamatan.",
)

# --- Nihil ------------------------------------------------------------------------------------

NIHIL_JUDUL = "Laporan nihil"
NIHIL_SUB = "{bulan}, Desa {desa}"
NIHIL_SYARAT = (
    "Kirim jika sampai hari ini tidak ada kegiatan dan tidak ada kejadian di desa pada bulan ini."
)
NIHIL_SYARAT_LALU = (
    "Kirim jika tidak ada kegiatan dan tidak ada kejadian di desa pada bulan {bulan}."
)
NIHIL_DIGANTI = "Kalau nanti ada kegiatan, tetap bisa dilaporkan. Nihil akan diganti sendiri."
NIHIL_ADA = "Bulan {bulan} sudah ada {jumlah} laporan di HP ini, jadi nihil tidak perlu dikirim."
NIHIL_SUDAH = "Nihil {bulan} sudah dibuat."
NIHIL_LIHAT = "Lihat laporan nihil"
NIHIL_KIRIM = "Kirim nihil {bulan}"
NIHIL_DINI_JUDUL = "{bulan} baru dimulai"
NIHIL_DINI = (
    "Nihil berarti tidak ada kegiatan dan kejadian. Sebaiknya dikirim menjelang akhir {bulan} atau "
    "pada awal bulan berikutnya."
)
NIHIL_TETAP = "Tetap kirim nihil {bulan}"
NIHIL_NANTI = "Nanti saja"
NIHIL_DIBATALKAN = "Nihil dibatalkan."
PELAPOR = "Pelapor: {nama}"

# --- Setelah kirim ----------------------------------------------------------------------------

AMAN_JUDUL = "Laporan aman di HP ini"
DITERIMA_JUDUL = "Diterima kecamatan"
TERKIRIM_RINGKAS = "{apa}, {tanggal}, {foto} foto"
TERKIRIM_RINGKAS_TANPA = "{apa}, {tanggal}"
NOMOR_RESI = "Nomor resi {resi}"
APA_BERIKUTNYA = "Apa berikutnya?"
LANGKAH_TERSIMPAN = "Tersimpan"
LANGKAH_TERSIMPAN_SUB = "{jam} WITA"
LANGKAH_KIRIM_NANTI = "Terkirim sendiri saat ada sinyal"
LANGKAH_KIRIM_NANTI_SUB = "Anda tidak perlu membuka apa-apa"
LANGKAH_KIRIM_TUNGGU = "Segera dikirim"
LANGKAH_KIRIM_SEDANG = "Sedang dikirim"
LANGKAH_TEKS = "Teks sudah diterima, foto {ke} dari {jumlah}"
LANGKAH_DITERIMA = "Diterima kecamatan"
LANGKAH_RESI = "Nomor resi muncul di daftar Laporan"
LANGKAH_RESI_SUB = "Resi adalah tanda sudah diterima kecamatan"
LANGKAH_DIPERIKSA = "Diperiksa Kasi Trantib"
LANGKAH_DIPERIKSA_SUB = "Hasilnya muncul di daftar Laporan"
BATALKAN = "Batalkan kiriman ({detik} detik)"
LENGKAPI_SEKARANG = "Lengkapi sekarang"
LENGKAPI_SEKARANG_SUB = "Korban, rumah, dan kerugian belum diisi"
BATALKAN_HABIS = "Tidak bisa dibatalkan lagi"
BATALKAN_BERHASIL = "Kiriman dibatalkan. Laporan ini belum dikirim dan tersimpan sebagai draf."
BATALKAN_PERBAIKAN = (
    "Kiriman perbaikan dibatalkan. Perubahan Anda belum dikirim; laporan yang sudah diterima kecamatan "
    "tetap berlaku."
)
BATALKAN_TERLAMBAT = (
    "Laporan sudah telanjur terkirim. Anda masih bisa memperbaikinya dari daftar Laporan."
)
BAGIKAN_WA = "Bagikan teks ke grup WhatsApp"
BAGIKAN_WA_SUB = "Susunan laporan seperti biasa, dengan fotonya bila HP ini bisa"
TEKS_DISALIN = "Teks laporan sudah disalin. Buka grup WhatsApp, lalu tempel."
TEKS_GAGAL = "Teks belum bisa disalin di HP ini. Tekan lama teksnya untuk menyalin."
TEKS_JUDUL = "Teks laporan"
FOTO_BERKAS = "foto-{ke}.jpg"
SALIN_TEKS = "Salin teks laporan"
BAGIKAN_PDF = "Bagikan PDF"
SIMPAN_PDF = "Simpan PDF"
PDF_SUB = "Surat ke camat dengan fotonya"
PDF_DIBUAT = "Membuat PDF"
PDF_FOTO = "Membuat PDF, foto {ke} dari {jumlah}"
PDF_TERSIMPAN = "PDF tersimpan: {nama}"
PDF_GAGAL = (
    "PDF belum bisa dibuat di HP ini. Laporan Anda tetap aman. Coba lagi, atau mintalah PDF-nya "
    "ke kecamatan."
)

# --- Laporan: daftar --------------------------------------------------------------------------

SARING_SEMUA = "Semua"
SARING_BELUM = "Belum terkirim {jumlah}"
SARING_BELUM_KOSONG = "Belum terkirim"
SARING_TERKIRIM = "Terkirim"
GRUP_KERJAKAN = "Perlu Anda kerjakan"
GRUP_BELUM = "Belum terkirim"
GRUP_DRAF = "Draf"
LIHAT_BULAN = "Lihat {bulan}"
LEBIH_BANYAK = "Tampilkan {jumlah} lagi"
KOSONG_JUDUL = "Belum ada laporan bulan ini"
KOSONG_ISI = "Laporan yang Anda buat akan tampil di sini, juga saat tidak ada sinyal."
KOSONG_BELUM = "Tidak ada yang menunggu"
KOSONG_BELUM_ISI = "Semua laporan yang selesai ditulis sudah diterima kecamatan."
KOSONG_TERKIRIM = "Belum ada yang terkirim"
KOSONG_TERKIRIM_ISI = (
    "Laporan yang sudah diterima kecamatan akan tampil di sini, juga saat tidak ada sinyal."
)
CARI_PETUNJUK = "Kata, tempat, atau nomor resi"
CARI_KOSONG = "Tidak ada laporan yang cocok."
CARI_JUMLAH = "{jumlah} laporan cocok"
RESI = "resi {nomor}"
CATATAN = "{jumlah} catatan"
DI_TEMPAT = "{waktu} di {tempat}"
JUDUL_KEJADIAN = "Kejadian: {apa}"
JUDUL_NIHIL = "Nihil {bulan}"
RESUME_BELUM = "{apa}, belum dikirim"
FOTO_DARI = "Foto {ke} dari {jumlah}"
KEADAAN = {
    "draft": "Draf", "queued": "Belum terkirim", "text_received": "Teks diterima",
    "received": "Diterima", "refused": "Belum bisa diterima", "diterima": "Diterima",
    "perlu_perbaikan": "Perlu diperbaiki", "diverifikasi": "Diverifikasi", "ditarik": "Ditarik",
}  # fmt: skip

# --- Laporan: rincian -------------------------------------------------------------------------

RINCIAN_SUB = "Desa {desa}, {tanggal}"
LABEL = {
    "jenis": "Jenis kegiatan", "kejadian.jenis": "Kejadian", "waktu": "Waktu", "tempat": "Tempat",
    "personel": "Yang bertugas", "pihak_lain": "Pihak lain", "uraian": "Uraian", "hasil": "Hasil",
    "kendala": "Kendala", "tindak_lanjut": "Tindak lanjut", "dasar": "Dasar",
    "korban": "Korban dan terdampak", "kerugian": "Kerugian", "penanganan": "Penanganan awal",
    "dihubungi": "Sudah dihubungi", "kebutuhan": "Kebutuhan", "periode": "Bulan",
    "pelapor": "Pelapor", "foto": "Foto", "mulai": "Waktu", "selesai": "Waktu",
    "lokasi": "Titik lokasi", "jumlah_personel": "Yang bertugas", "kejadian.waktu": "Waktu",
    "kejadian": "Kejadian", "ditarik": "Alasan ditarik",
}  # fmt: skip
BAGIAN_LAIN = "Laporan ini"
BAGIAN_JUDUL = "Bagian {bagian}"
BAGIAN_FOTO = "Foto {nomor}"
WAKTU_RENTANG = "{hari}, {mulai} sampai {selesai} WITA"
WAKTU_SAAT = "{hari}, {mulai} WITA"
WAKTU_BEDA = "{mulai} WITA sampai {selesai} WITA"
TEMPAT_TITIK = "{tempat} (titik lokasi ± {meter} m)"
TEMPAT_TITIK_SAJA = "{tempat} (ada titik lokasi)"
ORANG = "{jumlah} orang"
ORANG_NAMA = "{nama} ({jumlah} orang)"
KORBAN = {
    "meninggal": "meninggal {n}", "luka": "luka {n}", "mengungsi": "mengungsi {n}",
    "rumah": "rumah terdampak {n}",
}  # fmt: skip
KORBAN_NIHIL = "Tidak ada"
BELUM_DIISI = "Belum diisi"
PERJALANAN = "Perjalanan laporan"
JALAN_DRAF = "Draf, belum dikirim"
JALAN_KIRIM = "Dikirim"
JALAN_KIRIM_LAIN = "Dikirim dari HP lain di desa ini"
JALAN_PERBAIKAN = "Perbaikan ke-{nomor} dikirim"
JALAN_MENUNGGU = "Menunggu dikirim"
JALAN_TERIMA = "Diterima kecamatan"
JALAN_TERIMA_RESI = "Diterima kecamatan, resi {resi}"
JALAN_VERIFIKASI = "Diverifikasi"
JALAN_TUNGGU_PERBAIKAN = "Menunggu perbaikan Anda"
JALAN_TUNGGU_KECAMATAN = "Menunggu diperiksa kecamatan"
JALAN_STATUS = {
    "diterima": "Diterima kecamatan", "perlu_perbaikan": "Perlu diperbaiki",
    "diverifikasi": "Diverifikasi", "ditarik": "Ditarik",
}  # fmt: skip
DIKEMBALIKAN = "Perlu diperbaiki: {jumlah} bagian"
DIKEMBALIKAN_TANPA = "Perlu diperbaiki"
DARI_SIAPA = "{oleh}, {waktu} WITA"
PERBAIKI_BAGIAN = "Perbaiki bagian {bagian}"
PERBAIKI = "Perbaiki laporan"
PERBAIKI_LANJUT = "Lanjutkan perbaikan"
LENGKAPI = "Lengkapi laporan"
LANJUTKAN_MENULIS = "Lanjutkan menulis"
BETULKAN = "Betulkan {bagian}"
BELUM_BISA_JUDUL = "Laporan ini belum bisa diterima"
BELUM_BISA_ISI = "{sebab} Laporan lain tetap terkirim."
DIDAHULUI_JUDUL = "HP lain di desa ini sudah mengirim perbaikan lebih dulu"
DIDAHULUI_PENJELASAN = "Yang tampil di kecamatan adalah versi dari HP itu. Tulisan Anda tetap ada sebagai draf: lanjutkan dan kirim, atau hapus drafnya."
PERUBAHAN_BELUM = "Perubahan belum dikirim"
PERUBAHAN_BELUM_ISI = (
    "Perubahan Anda tersimpan di HP ini dan belum dikirim. Yang ada di kecamatan masih laporan yang lama. "
    "Lanjutkan perbaikan, lalu tekan Kirim ulang."
)
DITARIK_JUDUL = "Laporan ini ditarik"
TARIK = "Tarik laporan"
TARIK_TANYA = "Tarik laporan ini? Laporan tetap tersimpan di HP ini dan di kecamatan, tetapi tidak ikut dihitung."
TARIK_ALASAN = "Alasan"
TARIK_PETUNJUK = "Misalnya: salah tanggal, sudah dilaporkan"
TARIK_PERLU = "Tulis alasannya, satu kalimat saja."
TARIK_YA = "Tarik laporan ini"
HAPUS_YA = "Hapus draf"
HAPUS_MENU = "Hapus draf ini"
RESI_DUA = "Ada dua nomor resi: {resi}. Keduanya sah."
FOTO_DI_KECAMATAN = "Foto ada di kecamatan"
FOTO_UTUH_DI_KECAMATAN = "Ini gambar kecilnya. Foto utuhnya ada di kecamatan."
FOTO_TIDAK_ADA = "Foto hilang dari HP"
FOTO_KE = "Foto {ke} dari {jumlah}"
FOTO_BUKA = "Buka foto {ke}"
FOTO_SEBELUM, FOTO_BERIKUT = "Foto sebelumnya", "Foto berikutnya"
FOTO_SENSITIF = "Tidak untuk dibagikan"
FOTO_SENSITIF_TUTUP = "Foto ini ditandai sensitif, jadi tertutup."
FOTO_SENSITIF_LIHAT = "Lihat foto"
RINCIAN_TEKNIS = "Rincian untuk kecamatan"
RINCIAN_BARIS = {
    "id": "Nomor laporan di HP", "versi": "Perbaikan ke-", "resi": "Nomor resi",
    "keadaan": "Keadaan", "ditulis": "Ditulis", "dicoba": "Sudah dicoba", "kurang": "Foto yang belum sampai",
    "jam": "Selisih jam HP", "kode": "Kode",
}  # fmt: skip
DICOBA = "{kali} kali"
SELISIH = "{detik} detik"

# --- Periksa HP -------------------------------------------------------------------------------

PERIKSA_JUDUL = "Periksa HP"
PERIKSA_BISA = "HP ini bisa dipakai melapor"
PERIKSA_RINGKAS = {
    "baik": "{n} siap",
    "menunggu": "{n} menunggu sinyal",
    "perhatian": "{n} perlu perhatian",
    "tidak_tahu": "{n} belum diketahui",
}
PERIKSA_BAGIAN = {
    "kamera": "Kamera", "lokasi": "Lokasi", "sambungan": "Sambungan ke kecamatan", "jam": "Jam HP",
    "ruang": "Ruang penyimpanan", "simpanan": "Berkas laporan", "jaminan": "Simpanan di browser",
}  # fmt: skip
PERIKSA_ISI = {
    ("kamera", "baik"): "Siap dipakai",
    ("kamera", "denied"): "Belum diizinkan. Foto dari galeri tetap bisa.",
    ("kamera", "none"): "Tidak ada kamera. Foto dari galeri tetap bisa.",
    ("kamera", "perhatian"): "Belum bisa dibuka. Foto dari galeri tetap bisa.",
    ("kamera", "tidak_tahu"): "Izin diminta saat pertama kali memotret",
    ("lokasi", "baik"): "Siap dipakai",
    ("lokasi", "denied"): "Belum diizinkan. Tulisan tempat sudah cukup.",
    ("lokasi", "off"): "Lokasi HP dimatikan. Tulisan tempat sudah cukup.",
    ("lokasi", "perhatian"): "Belum ditemukan. Tulisan tempat sudah cukup.",
    ("lokasi", "tidak_tahu"): "Izin diminta saat pertama kali melapor",
    ("sambungan", "baik"): "Tersambung, terakhir {kapan}",
    ("sambungan", "no_signal"): "Tidak ada sinyal sejak {kapan}",
    ("sambungan", "no_signal_kosong"): "Tidak ada sinyal",
    ("sambungan", "token_refused"): "Perlu kode baru dari kecamatan",
    (
        "sambungan",
        "ditahan",
    ): "Tersambung, tetapi perantara di server kecamatan menahan kiriman sampai utuh. Bila sinyal lemah, foto bisa tidak sampai. Beri tahu petugas kecamatan.",
    ("sambungan", "tidak_tahu"): "Belum pernah tersambung",
    ("jam", "baik"): "Tepat, selisih {detik} detik",
    ("jam", "perhatian"): "{kalimat}",
    ("jam", "tidak_tahu"): "Diketahui setelah tersambung ke kecamatan",
    ("ruang", "baik"): "Masih {ruang}, cukup untuk {foto} foto",
    ("ruang", "perhatian"): "Tinggal {ruang}, cukup untuk {foto} foto",
    ("simpanan", "baik"): "Semua terbaca",
    ("simpanan", "perhatian"): "{n} berkas rusak sudah diamankan",
    (
        "jaminan",
        "baik",
    ): "Browser menyimpannya sampai Anda sendiri menghapusnya. Belum terkirim: {n} laporan. Jangan hapus data situs ini.",
    (
        "jaminan",
        "perhatian",
    ): "Browser boleh menghapusnya bila memori HP habis. Belum terkirim: {n} laporan. Kirim segera, pasang SINAR LINMAS di layar utama, dan jangan hapus data situs ini.",
}
PERIKSA_SEDANG = "Sedang diperiksa"
PERIKSA_COBA = "Coba"
PERIKSA_IZIN = "Izinkan"
PERIKSA_MINTA = "Minta"
PERIKSA_KODE = "Kode baru"
PERIKSA_CARA = "Cara"
PERIKSA_CARA_JUDUL = "Mengosongkan memori HP"
PERIKSA_CARA_ISI = (
    "Hapus video dan unduhan yang tidak dipakai.",
    "Bersihkan media WhatsApp: Setelan, Penyimpanan.",
    "Foto besar dari laporan yang sudah diterima kecamatan boleh dihapus dari HP ini. Foto kecil dan tulisannya tetap ada.",
)
PERIKSA_BERSIHKAN = "Hapus {jumlah} foto besar ({ruang})"
PERIKSA_BERSIH = "{ruang} berhasil dikosongkan."
PERIKSA_BERSIH_KOSONG = "Belum ada foto besar yang boleh dihapus."
PERIKSA_VERSI = "SINAR LINMAS {versi}, HP terdaftar: Desa {desa}"
PERIKSA_ALAMAT = "Alamat kecamatan: {alamat}"
PRIVASI = "Data pribadi dan privasi"
PRIVASI_SUB = "Apa yang dicatat, untuk apa, dan hak Anda"
PRIVASI_HP = "Di HP ini"
PRIVASI_ISI = (
    "HP ini menyimpan laporan, foto, titik lokasi laporan, dan nama petugas yang Anda tulis.",
    "Semua itu hanya dikirim ke kecamatan Anda, untuk laporan Satlinmas.",
    "Data bawaan foto dari kamera dihapus; titik lokasi disimpan sebagai isi laporan.",
    "Nama korban, NIK, dan KTP tidak diminta. Hindari wajah anak, korban, dan tersangka.",
)
RIBUAN = "ribuan"
GB = "{n} GB"
MB = "{n} MB"

# --- Desa dan Pembinaan -----------------------------------------------------------------------

DESA_KODE = "Kode desa {kode}"
DESA_KECAMATAN = "Kecamatan {nama}"
DESA_PELAPOR = "HP ini melapor atas nama"
DESA_SEJAK_LABEL = "HP terdaftar sejak"
PEMBINAAN_KOSONG = "Belum ada pembinaan"
PEMBINAAN_KOSONG_ISI = "Catatan dan undangan dari kecamatan akan masuk ke sini."

# --- Formulir: bersama ------------------------------------------------------------------------

KIRIM_LAPORAN = "Kirim laporan"
KIRIM_SEKARANG = "Kirim sekarang"
KIRIM_ULANG = "Kirim ulang"
SEDANG_DISIMPAN = "Sedang disimpan"
PERBAIKI_JUDUL = "Perbaiki laporan"
WAJIB_LENGKAP = "Semua yang wajib sudah terisi."
MENYIMPAN_TULISAN = "Menyimpan di HP ini"
TERSIMPAN_SENDIRI = "Tersimpan sendiri di HP ini"
PAKAI = "Pakai"
TAMBAH = "Tambah"
CATATAN_BAGIAN = "Catatan kecamatan"
BELUM_TIBA = "Waktunya belum tiba"
BELUM_TIBA_ISI = (
    "Menurut jamnya, laporan ini baru mulai {lama} lagi. Kalau jamnya keliru, betulkan dulu. Kalau tetap "
    "dikirim, kecamatan akan memeriksanya sebelum dihitung."
)
BETULKAN_JAM = "Betulkan jamnya"
TETAP_KIRIM = "Tetap kirim"
MIRIP = "Sudah ada laporan yang mirip"
MIRIP_ISI = "Jenisnya sama dan jamnya bertepatan. Kalau ini memang kegiatan lain, tetap kirim."
MIRIP_LIHAT = "Lihat laporan itu"
KEMBALI_KE_FORMULIR = "Kembali ke formulir"

# --- Lapor kegiatan ---------------------------------------------------------------------------

KEGIATAN_APA = "Kegiatan apa?"
JENIS_LAINNYA = "{jumlah} jenis lainnya"
JENIS_SEMUA = "Jenis kegiatan"
JENIS_CARI = "Cari jenis kegiatan"
JENIS_TIDAK_ADA = "Tidak ada yang cocok. Pilih Tugas lain, lalu ceritakan kegiatannya."
DIPILIH = "dipilih"
FOTO_JUDUL = "Foto"
FOTO_JUMLAH = "{ada} dari {paling}"
FOTO_AMBIL = "Ambil foto"
FOTO_TAMBAH_LAGI = "Tambah foto"
FOTO_MENYIMPAN = "Menyimpan foto"
FOTO_HAPUS_KE = "Hapus foto {ke}"
FOTO_HAPUS_TANYA = "Hapus foto {ke} dari laporan ini?"
FOTO_HAPUS_YA = "Hapus foto"
FOTO_KETERANGAN = "Keterangan foto"
FOTO_KETERANGAN_PETUNJUK = "Misalnya: debit sungai di jembatan"
FOTO_SENSITIF_TANYA = "Foto sensitif"
FOTO_SENSITIF_ISI = "Tidak dipakai di album dan bahan cetak."
FOTO_ULANG = "Ambil ulang"
FOTO_BUKA_KE = "Buka foto {ke}"
KAPAN = "Kapan?"
WAKTU_LAIN = "Waktu lain"
WAKTU_KALIMAT = "Tertulis: {rentang} WITA"
TANGGAL_MULAI = "Tanggal mulai, {tanggal}"
TANGGAL_SELESAI = "Tanggal selesai, {tanggal}"
SAMPAI = "sampai"
WITA = "WITA"
JAM_MULAI = "Jam mulai"
JAM_SELESAI = "Jam selesai"
JAM_PILIH = "{apa}, {jam}"
JAM_KOSONG = "Jam?"
JAM_ISI, MENIT_ISI = "Jam", "Menit"
JAM_BELUM_BENAR = "Isi jam 0 sampai 23, menit 0 sampai 59."
TANGGAL_PILIH = "Pilih tanggal"
TANGGAL_BELUM_BENAR = "Tanggal belum benar."
HARI_TANGGAL = "{hari}, {tanggal}"
DI_MANA = "Di mana?"
TEMPAT_LAIN = "Lain"
TEMPAT_ISI = "Nama tempat"
TEMPAT_PETUNJUK = "Nama pos, RT, atau patokan"
TITIK_TERCATAT = "Titik lokasi tercatat, akurasi {meter} meter"
TITIK_TERCATAT_SAJA = "Titik lokasi tercatat"
TITIK_MENCARI = "Mencari titik lokasi. Anda boleh lanjut, tulisan tempat sudah cukup."
TITIK_TANPA = "Tanpa titik lokasi. Tulisan tempat sudah cukup."
TITIK_TIDAK_DAPAT = {
    "denied": "Lokasi belum diizinkan. Tulisan tempat sudah cukup.",
    "off": "Lokasi HP dimatikan. Tulisan tempat sudah cukup.",
    "timeout": "Titik lokasi belum ditemukan. Tulisan tempat sudah cukup.",
    "old": "Ini titik terakhir yang diketahui HP, mungkin bukan tempat ini. Hapus bila tidak cocok.",
    "failed": "Titik lokasi belum ditemukan. Tulisan tempat sudah cukup.",
}
TITIK_JUDUL = "Titik lokasi"
TITIK_SUMBER = {"gps": "Dari lokasi HP", "foto": "Dari foto", "manual": "Diisi manual"}
TITIK_ANGKA = "{lintang}, {bujur}"
TITIK_CARI = "Cari titik lokasi"
TITIK_CARI_LAGI = "Cari lagi"
TITIK_HAPUS = "Tanpa titik lokasi"
TITIK_BETULKAN = "Betulkan dengan angka"
TITIK_LINTANG, TITIK_BUJUR = "Lintang", "Bujur"
TITIK_PETUNJUK_LINTANG, TITIK_PETUNJUK_BUJUR = "-2,18923", "115,61123"
TITIK_SALAH = "Isi dengan angka, misalnya -2,18923 dan 115,61123."
TITIK_ATUR = "Atur titik lokasi"
SIAPA = "Siapa yang bertugas?"
SIAPA_JUMLAH = "{orang} anggota"
SIAPA_JUMLAH_PIHAK = "{orang} anggota, {pihak} pihak lain"
SIAPA_PIHAK = "{pihak} pihak lain"
REGU_TERAKHIR = "Regu terakhir"
REGU_SUB = "Ikut terakhir"
PERNAH_SUB = "Pernah ikut"
ORANG_LAINNYA = "Lainnya ({jumlah})"
ORANG_RINGKAS = "Tampilkan lebih sedikit"
ORANG_MUNGKIN = "Apakah {nama} anggota ini?"
ORANG_BUKAN = "Bukan, orang lain"
NAMA_TAMBAH = "Tambah nama"
JUMLAH_ORANG = "Jumlah orang"
KURANGI = "Kurangi {apa}"
TAMBAHI = "Tambah {apa}"
PIHAK = "Bersama siapa?"
PIHAK_AWAL = ("Babinsa", "Bhabinkamtibmas", "Warga", "Perangkat desa")
PIHAK_LAIN = "Lain"
PIHAK_TAMBAH = "Pihak lain"
PIHAK_PETUNJUK = "Misalnya: Puskesmas, PKK"
CERITAKAN = "Ceritakan singkat"
CERITAKAN_PETUNJUK = "Satu kalimat sudah cukup"
HURUF = "{jumlah} huruf"
UCAPKAN = "Isi dengan suara"
UCAPKAN_CARA = "Tekan tanda mikrofon di keyboard."
HASILNYA = "Bagaimana hasilnya?"
HASIL_AWAL = ("Aman dan tertib", "Perlu dipantau")
HASIL_LAIN = "Tulis sendiri"
HASIL_ISI = "Hasil"
HASIL_PETUNJUK = "Misalnya: 3 warga ditolong"
TAMBAH_KENDALA = "Tambah kendala atau tindak lanjut"
KENDALA, KENDALA_PETUNJUK = "Kendala", "Misalnya: senter kurang"
TINDAK_LANJUT, TINDAK_LANJUT_PETUNJUK = "Tindak lanjut", "Misalnya: ronda ditambah malam Minggu"
DASAR, DASAR_PETUNJUK = "Dasar kegiatan", "Misalnya: Surat Perintah Kepala Desa"

# --- Lapor kejadian ---------------------------------------------------------------------------

KEJADIAN_JUDUL = "Lapor kejadian"
KEJADIAN_LENGKAPI = "Lengkapi kejadian"
KEJADIAN_FOTO = "Foto"
TELEPON_DULU = "Ada yang terancam? Telepon dulu."
DARURAT_AWAL = ("TRC BPBD", "Polsek", "Puskesmas")
DARURAT_KOSONG = "Nomor belum diisi kecamatan"
DARURAT_TANPA_NOMOR = "Ada yang terancam? Hubungi dulu {nama}. Nomor belum diisi kecamatan."
DARURAT_TELEPON = "Telepon {nama}"
APA_TERJADI = "Apa yang terjadi?"
KEJADIAN_JENIS = ("Kebakaran", "Banjir", "Kecelakaan", "Angin kencang", "Gangguan keamanan")
KEJADIAN_LAINNYA = "Lainnya"
KEJADIAN_LAIN_ISI = "Apa yang terjadi"
KEJADIAN_LAIN_PETUNJUK = "Misalnya: tanah longsor, orang hilang"
BARU_SAJA, TADI, PILIH_JAM = "Baru saja", "Tadi", "Pilih jam"
WAKTU_KEJADIAN = "{tanggal}, {jam} WITA"
KEJADIAN_TEMPAT_PETUNJUK = "RT, jalan, atau patokan"
KEADAAN_SEKARANG = "Keadaan sekarang"
BOLEH_NANTI = "boleh diisi nanti"
HITUNG = {
    "mengungsi_jiwa": "Mengungsi (jiwa)", "mengungsi_kk": "Mengungsi (KK)", "luka": "Luka",
    "meninggal": "Meninggal", "rumah": "Rumah terdampak",
}  # fmt: skip
HITUNG_BELUM = "{apa}, belum diisi"
HITUNG_KETIK = "Jumlah {apa}"
KEJADIAN_CERITA = "Kalimat laporan"
DIHUBUNGI = "Sudah dihubungi"
DIHUBUNGI_AWAL = ("Kepala desa", "TRC BPBD", "Polsek", "Babinsa", "Puskesmas")
LENGKAPI_BAGIAN = "Lengkapi"
LENGKAPI_SUB = "Kerugian, penanganan, kebutuhan"
KERUGIAN, KERUGIAN_PETUNJUK = "Kerugian", "Misalnya: 2 rumah terendam, 1 motor hanyut"
PENANGANAN, PENANGANAN_PETUNJUK = "Penanganan awal", "Misalnya: warga dievakuasi ke masjid"
KEBUTUHAN, KEBUTUHAN_PETUNJUK = "Kebutuhan", "Misalnya: perahu, selimut, makanan"
KIRIM_DULU = "Kirim dulu, lengkapi kemudian."

# --- Kamera -----------------------------------------------------------------------------------

KAMERA_FOTO = "Foto {ke} dari {paling}"
KAMERA_PENUH = "{paling} foto sudah cukup"
KAMERA_ULANG = "Ambil ulang foto"
KAMERA_SIAPKAN = "Menyiapkan kamera"
KAMERA_HINDARI = "Hindari wajah anak, korban, dan tersangka"
KAMERA_POTRET = "Ambil foto sekarang"
KAMERA_GALERI = "Galeri"
KAMERA_TERSIMPAN = "Tersimpan"
KAMERA_MENYIMPAN = "Menyimpan"
KAMERA_BELUM = "Belum ada"
KAMERA_SELESAI = "Selesai, pakai {jumlah} foto"
KAMERA_KEMBALI = "Kembali ke laporan"
KAMERA_IZIN = "Kamera belum diizinkan. Pakai foto dari galeri, atau izinkan di Setelan HP."
KAMERA_TIDAK_ADA = "HP ini tidak punya kamera yang bisa dipakai. Pakai foto dari galeri."
KAMERA_GAGAL = "Kamera belum bisa dibuka. Coba lagi, atau pakai foto dari galeri."
KAMERA_COBA = "Coba buka kamera lagi"
KAMERA_SETELAN = "Buka Setelan HP"
FOTO_BERAT = "Foto dari galeri ini sangat besar"
FOTO_BERAT_ISI = (
    "HP bisa kehabisan memori saat mengecilkannya, lalu aplikasi tertutup. Laporan ini tetap aman. "
    "Lebih baik foto ulang dengan kamera."
)
FOTO_BERAT_PAKAI = "Tetap pakai"
FOTO_BERAT_LEWATI = "Lewati"
KAMERA_LUPUT = "Foto belum terambil. Coba sekali lagi."
KAMERA_KILAT = {"auto": "Kilat otomatis", "always": "Kilat nyala", "off": "Kilat mati"}
KAMERA_LOKASI = "Lokasi siap, ± {meter} m"
KAMERA_LOKASI_SAJA = "Lokasi siap"
KAMERA_LOKASI_CARI = "Mencari lokasi"
KAMERA_LOKASI_TANPA = "Tanpa titik lokasi"
KAMERA_PITA = "{apa}, Desa {desa}"
KAMERA_JUMLAH = "{jumlah} foto tersimpan"

# --- Pembinaan: kartu, undangan, tindak lanjut --------------------------------------------------

TINDAK_LANJUT = "Tindak lanjut"
PB_SEMUA = "Semua"
PB_BELUM_DIBACA = "Belum dibaca"
PB_BELUM_DIBACA_N = "Belum dibaca {jumlah}"
PB_TINDAK_LANJUT_N = "Tindak lanjut {jumlah}"
PB_TIDAK_ADA_BARU = "Semua sudah dibaca"
PB_TIDAK_ADA_BARU_ISI = "Undangan, catatan, dan pengumuman baru dari kecamatan akan masuk ke sini."
PB_TIDAK_ADA_TUGAS = "Tidak ada tindak lanjut"
PB_TIDAK_ADA_TUGAS_ISI = "Tugas dari kecamatan untuk desa ini akan tampil di sini."
PB_BARU = "Baru"
PB_DIBACA = "Dibaca"
PB_UNDANGAN = "Undangan"
PB_UMPAN_BALIK = "Umpan balik laporan"
PB_PENGUMUMAN = "Pengumuman"
PB_BENTUK = {
    "umpan_balik": "Umpan balik", "kunjungan": "Kunjungan", "rapat": "Rapat koordinasi",
    "sosialisasi": "Sosialisasi", "pelatihan": "Pelatihan", "bimtek_aplikasi": "Bimtek aplikasi",
    "simulasi": "Simulasi", "apel": "Apel", "pembekalan_pemilihan": "Pembekalan pemilihan",
    "pengarahan": "Pengarahan", "penghargaan": "Penghargaan",
}  # fmt: skip
PB_KUTIPAN = "\u201c{teks}\u201d"
PB_HADIR = "{jumlah} anggota hadir"
PB_JP = "{jp} JP"
PB_DATANG_BELUM = "Kehadiran belum dijawab"
PB_DATANG = "Kami datang"
PB_TIDAK_BISA = "Tidak bisa datang"
PB_JAWABAN = {"datang": "Desa akan datang", "tidak_bisa": "Desa tidak bisa datang"}
PB_JAWABAN_TANYA = "Apakah desa akan datang?"
PB_MENUNGGU = "Jawaban aman di HP ini. {nasib}"
PB_SUDAH_SAMPAI = "Jawaban sudah sampai di kecamatan."
PB_DITOLAK = "Jawaban tidak dapat diterima kecamatan: undangan ini mungkin sudah diubah. Hubungi Kasi Trantib."
PB_DIBATALKAN = "Dibatalkan"
PB_DIBATALKAN_ISI = "Kegiatan ini dibatalkan oleh kecamatan. Desa tidak perlu datang."
PB_PERLU_DIPERBAIKI = "Perlu diperbaiki"
PB_SUDAH_DIPERBAIKI = "Sudah diperbaiki"
PB_TENGGAT = "Tenggat {tanggal}, sisa {hari} hari"
PB_TENGGAT_HARI_INI = "Tenggat hari ini"
PB_TENGGAT_LEWAT = "Lewat tenggat {tanggal}"
PB_TANPA_TENGGAT = "Tanpa tenggat"
PB_TUGAS_SELESAI = "Selesai"
PB_TUGAS_MENUNGGU = "Selesai, menunggu terkirim"
PB_TUGAS = "Tindak lanjut untuk desa ini"
PB_TANDAI = "Tandai selesai"
PB_TANDAI_JUDUL = "Apa yang sudah dikerjakan?"
PB_TANDAI_CATATAN = "Catatan singkat"
PB_TANDAI_PETUNJUK = "Misalnya: latihan 20 November, 8 anggota ikut."
PB_TANDAI_FOTO = "Lampirkan foto (boleh tanpa foto)"
PB_TANDAI_FOTO_ADA = "Foto sudah dilampirkan"
PB_TANDAI_KIRIM = "Simpan, tandai selesai"
PB_TANDAI_KOSONG = "Tulis satu kalimat saja apa yang sudah dikerjakan."
PB_HADIR_BAGIAN = "Anggota desa yang hadir"
PB_HADIR_ISI = "Isi daftar hadir"
PB_HADIR_UBAH = "Tambah ke daftar hadir"
PB_HADIR_TANYA = "Siapa yang hadir?"
PB_HADIR_PETUNJUK = "Centang anggota desa yang ada di tempat. Pilihan tersimpan di HP ini."
PB_HADIR_TANPA = "Belum ada anggota aktif pada daftar desa. Tambahkan dulu di tab Desa."
PB_HADIR_KIRIM = "Kirim {jumlah} nama"
PB_HADIR_PILIH = "Centang paling sedikit satu nama."
PB_HADIR_MENUNGGU = "{nama}. Menunggu terkirim."
PB_HADIR_DITOLAK = (
    "Daftar hadir tidak diterima kecamatan: ada anggota yang tidak dikenal. Isi sekali lagi."
)
PB_TERCATAT = "Tercatat di HP ini."
PB_BELUM_TERCATAT = "Belum tercatat: memori HP penuh. Kosongkan sebagian memori, lalu coba lagi."
PB_LABEL = {
    "waktu": "Waktu", "tempat": "Tempat", "penyelenggara": "Penyelenggara",
    "narasumber": "Narasumber", "materi": "Materi", "hasil": "Hasil", "peserta": "Anggota yang hadir",
    "jp": "Jam pelajaran",
}  # fmt: skip
PB_WAKTU = "{hari}, {jam} WITA"
PB_OLEH = "{oleh}, {tanggal}"
PB_CARI = "Cari pembinaan"
BERANDA_PEMBINAAN = "{jumlah} pembinaan baru"

# --- Desa: members and what the village says of itself ---------------------------------------

ANGGOTA_AKTIF = "{jumlah} anggota aktif"
ANGGOTA_CUKUP = "Paling sedikit 10. Sudah cukup."
ANGGOTA_KURANG = "Paling sedikit 10. Kurang {jumlah} lagi, boleh bertahap."
ANGGOTA_KOSONG = "Belum ada anggota"
ANGGOTA_KOSONG_ISI = "Tambahkan paling sedikit 10 orang, boleh bertahap."
ANGGOTA_TAMBAH = "Tambah anggota"
ANGGOTA_UBAH = "Ubah anggota"
ANGGOTA_SIMPAN = "Simpan anggota"
ANGGOTA_MUNGKIN = "Belum tersimpan. Mungkin orangnya sudah ada: {siapa}."
ANGGOTA_MUNGKIN_YA = "Ya, orang yang sama"
ANGGOTA_MUNGKIN_LAIN = "Orang lain, simpan"
ANGGOTA_SUDAH_ADA = "{nama} sudah ada di daftar. Ubah datanya di sana bila perlu."
ANGGOTA_TERSIMPAN = "{nama} tersimpan di HP ini."
ANGGOTA_CARI = "Cari nama anggota"
ANGGOTA_TIDAK_COCOK = "Tidak ada anggota yang cocok."
ANGGOTA_SEMUA = "Semua {jumlah}"
ANGGOTA_REGU = "{regu} {jumlah}"
ANGGOTA_TANPA_REGU = "Belum ada regu"
ANGGOTA_SUB = "{jabatan}, {regu}"
ANGGOTA_UMUR = "{umur} tahun"
ANGGOTA_LAHIR_BELUM = "Tanggal lahir belum tiba"
ANGGOTA_BAKTI = "masa bakti {lama} tahun"
ANGGOTA_BELUM_TERKIRIM = "Belum terkirim"
ANGGOTA_DITOLAK = "Perlu dibetulkan"
ANGGOTA_DRAF = "Draf"
ANGGOTA_TANPA_NAMA = "Belum bernama"
ANGGOTA_STATUS = {"nonaktif": "Nonaktif", "berhenti": "Berhenti"}
ANGGOTA_NAMA = "Nama lengkap"
ANGGOTA_JK = "Jenis kelamin"
ANGGOTA_LAHIR = "Tanggal lahir"
ANGGOTA_LAHIR_CONTOH = "14-03-1995"
ANGGOTA_ALAMAT = "RT / dusun"
ANGGOTA_ALAMAT_CONTOH = "RT 03"
ANGGOTA_UMUR_SENDIRI = "Usia dihitung otomatis dari tanggal lahir."
ANGGOTA_UMUR_CUKUP = "{umur} tahun, memenuhi syarat usia"
ANGGOTA_UMUR_MUDA = "Usia belum 18 tahun. Anda tetap bisa menyimpan jika sudah menikah."
ANGGOTA_UMUR_BATAS = "{umur} tahun, sudah mencapai batas 60 tahun. Bicarakan dengan kecamatan."
ANGGOTA_JABATAN = "Jabatan"
ANGGOTA_REGU_LABEL = "Regu"
ANGGOTA_REGU_KOSONG = "Belum ada"
ANGGOTA_LAGI = "Nomor HP, SK, perlengkapan (boleh nanti)"
ANGGOTA_LAGI_TUTUP = "Sembunyikan isian tambahan"
ANGGOTA_HP = "Nomor HP"
ANGGOTA_PENDIDIKAN = "Pendidikan terakhir"
ANGGOTA_MULAI = "Mulai bertugas"
ANGGOTA_KTA = "Nomor KTA"
ANGGOTA_SK_NOMOR = "Nomor SK"
ANGGOTA_SK_TANGGAL = "Tanggal SK"
ANGGOTA_SK_PEJABAT = "SK ditetapkan oleh"
ANGGOTA_PERLENGKAPAN = "Perlengkapan yang dimiliki"
ANGGOTA_SIMLINMAS = "Sudah terdaftar di SIM Linmas"
ANGGOTA_STATUS_LABEL = "Status"
ANGGOTA_ALASAN = "Alasan"
ANGGOTA_BERAKHIR = "Tanggal berhenti"
ANGGOTA_NIK = "NIK dan KTP tidak diperlukan."
ANGGOTA_BUANG = "Buang perubahan ini"
ANGGOTA_DITOLAK_ISI = (
    "Kecamatan belum bisa menerima data ini. Betulkan isian yang bertanda, lalu simpan lagi."
)
ANGGOTA_SALAH = {
    "nama": "Tulis nama lengkapnya.",
    "hari": "Tulis tanggal seperti 14-03-1995.",
    "hari_luar": "Tanggal ini terlalu lama. Periksa tahunnya.",
    "hari_belum": "Tanggal ini belum tiba. Periksa tahunnya.",
    "panjang": "Terlalu panjang{huruf}.",
    "lain": "Periksa isian ini.",
}
ORANG_JABATAN = {
    "anggota": "Anggota", "komandan_regu": "Danru", "kepala_pelaksana": "Kepala Pelaksana",
    "kepala_satlinmas": "Kepala Satlinmas",
}  # fmt: skip
PENGATURAN = "Pengaturan"
DATA_DESA = "Alat desa"
DATA_DESA_JUDUL = "Alat dan data desa"
DATA_DESA_SIMPAN = "Simpan data desa"
DATA_DESA_TERSIMPAN = "Data desa tersimpan di HP ini."
DATA_DESA_BELUM = "Perubahan ini belum dikirim. Lanjutkan, lalu tekan Simpan data desa."
DATA_DESA_MENUNGGU = "Perubahan terakhir belum terkirim. {nasib}"
DATA_DESA_DITOLAK = (
    "Perubahan terakhir belum bisa diterima kecamatan. Periksa isian, lalu simpan lagi."
)
DATA_DESA_ISIAN = {
    "alamat": "Alamat kantor desa (untuk kop surat)",
    "kepala_desa": "Kepala Desa (Kepala Satlinmas)",
    "kepala_pelaksana": "Kepala Pelaksana",
    "operator": "Operator HP",
    "operator_wa": "Nomor WhatsApp operator",
    "poskamling": "Jumlah poskamling",
    "sk_nomor": "Nomor SK Satlinmas",
    "sk_tanggal": "Tanggal SK",
    "sumber_dana": "Sumber dana",
    "alat": "Alat yang dimiliki desa",
    "kerawanan": "Kerawanan di desa",
}
DATA_DESA_DANA_CONTOH = "Misalnya ADD"
DATA_DESA_TAMBAH = "Tambah yang lain"
