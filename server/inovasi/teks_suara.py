"""Words of the survey, the complaints and the public pages."""

from __future__ import annotations

TENTANG_JUDUL = "SINAR LINMAS"

TENTANG_SUB = "Sinergi Linmas Dengan Masyarakat"

TENTANG_APA = "Apa ini"

TENTANG_ISI = (
    "SINAR LINMAS mempermudah pembinaan anggota Satuan Pelindungan Masyarakat (Satlinmas) di"
    " Kecamatan {nama}. Aparat desa mengirim laporan kegiatan dan kejadian dari HP, juga dari"
    " tempat tanpa sinyal. Kecamatan membaca, menjawab, dan membina."
)

TENTANG_DARURAT = (
    "SINAR LINMAS bukan nomor darurat. Dalam keadaan darurat, hubungi nomor di bawah ini."
)

ANGKA_JUDUL = "Angka tahun {tahun}"

ANGKA_SAMPAI = "Sampai {tanggal}. Hanya jumlah, tanpa nama orang."

ANGKA_CONTOH = "Data contoh untuk latihan, bukan keadaan sebenarnya."

ANGKA_KOSONG = "Belum ada laporan tahun ini."

ANGKA = {
    "desa": "desa dari {jumlah} sudah melapor",
    "kegiatan": "kegiatan dilaporkan",
    "kejadian": "kejadian dilaporkan",
    "tepat": "laporan cepat, dalam 24 jam",
    "pembinaan": "pembinaan terlaksana",
    "peserta": "peserta pembinaan",
    "skm": "indeks kepuasan, mutu {mutu} ({periode})",
}

PEDOMAN_JUDUL = "Pedoman teknis"

PEDOMAN_BUKA = "Baca pedoman teknis"

SURVEI_BUKA = "Isi survei kepuasan"

KONTAK = "Hubungi kami"


KONTAK_KOSONG = "Belum diisi kecamatan."

HALAMAN_TUTUP = "Halaman ini sedang tidak dibuka untuk umum."

# --- The survey, for the public -----------------------------------------------------------------
SURVEI_JUDUL = "Survei kepuasan"

SURVEI_ISI = (
    "Sembilan pertanyaan tentang layanan SINAR LINMAS, kira-kira dua menit. Nama dan nomor tidak"
    " ditanyakan."
)
SURVEI_PROFIL = "Tentang Anda (boleh kosong)"
SURVEI_PROFIL_ISI = (
    "Hanya dihitung jumlahnya, tidak disimpan bersama jawaban, dan tidak pernah dengan nama."
)
SURVEI_PROFIL_KOSONG = "Tidak diisi"
SURVEI_SARAN = "Saran (boleh kosong, jangan tulis nama atau nomor)"

SURVEI_KIRIM = "Kirim jawaban"

SURVEI_KURANG = "Masih ada pertanyaan yang belum dijawab. Jawaban Anda belum dikirim."

SURVEI_LUAR = "Isian ini tidak dikirim dari halaman survei. Isilah di halaman survei ini."
SURVEI_BUKAN_SINI = (
    "Survei kecamatan pada tautan ini tidak ada di server ini. Mintalah tautan atau QR yang baru "
    "ke kantor kecamatan."
)
SURVEI_SALAH = "Jawaban tidak dapat dibaca. Muat ulang halaman ini, lalu isi sekali lagi."

SURVEI_TERIMA = "Terima kasih, jawaban Anda sudah diterima."

SURVEI_TERIMA_ISI = "Hasilnya dipakai kecamatan untuk memperbaiki layanan."

SURVEI_TUTUP = "Survei sedang tidak dibuka."

SURVEI_TUTUP_ISI = "Kecamatan membukanya sekali setiap setengah tahun. Silakan kembali lain waktu."

SURVEI_SERING = "Terlalu banyak jawaban dari sambungan ini. Coba lagi {menit} menit lagi."

# --- The survey, at the desk --------------------------------------------------------------------
SKM_JUDUL = "Survei kepuasan (SKM)"

SKM_SUB = "Sembilan unsur, skala 1 sampai 4, sekali setiap setengah tahun."

SKM_TERBUKA = "Survei {periode} sedang dibuka"

SKM_TERBUKA_ISI = "HP desa menampilkannya, dan warga mengisi lewat tautan atau kode QR di bawah."

SKM_TERTUTUP = "Survei {periode} belum dibuka"

SKM_TERTUTUP_ISI = "Setelah dibuka, HP desa menampilkannya dan warga dapat mengisi lewat tautan."

SKM_BUKA = "Buka survei"

SKM_TUTUP = "Tutup survei"

SKM_TAUTAN = "Tautan untuk warga"

SKM_QR = "Kode QR survei untuk warga"

SKM_HASIL = "Hasil"

SKM_INDEKS = "Indeks {indeks}, mutu {mutu} ({kata})"

SKM_DASAR = "{jumlah} jawaban: {desa} dari HP desa ({banyak} desa), {publik} dari warga."

SKM_KOSONG = "Belum ada jawaban pada {periode}."

SKM_SEBELUM = "Periode sebelumnya: indeks {indeks}."

SKM_UNSUR = "Nilai setiap unsur"

SKM_TERLEMAH = "Terendah"

SKM_PERBAIKAN = "Apa yang dilakukan untuk unsur terendah ({unsur})"

SKM_PERBAIKAN_KET = "Masuk ke Laporan SKM."

SKM_PERBAIKAN_SIMPAN = "Simpan"

SKM_TERSIMPAN = "Tersimpan."

SKM_DITULIS = "Ditulis oleh {nama}."
SKM_SATU_INDEKS = (
    "Indeks dihitung untuk setiap semester, dari jawaban HP desa dan warga bersama-sama. Halaman"
    " publik dan Laporan SKM memakai angka yang sama ini; semester tidak dirata-ratakan."
)
SKM_PROFIL = "Profil responden"
SKM_PROFIL_KET = "{jumlah} dari {semua} mengisi. Boleh kosong, dihitung jumlahnya saja."
SKM_PROFIL_BARIS = "{pilihan}: {jumlah}"
SKM_PROFIL_KOSONG = "Belum ada yang mengisi."
SKM_SARAN = "Saran ({jumlah})"

SKM_UNDUH = "Laporan SKM (PDF)"

SKM_PILIH = "Periode"

# --- Complaints, at the desk --------------------------------------------------------------------
PGD_JUDUL = "Pengaduan"

PGD_SUB = "Kendala aplikasi dan keluhan layanan, dari HP desa dan dari warga."

PGD_STATUS = {"": "Semua", "baru": "Baru", "diproses": "Diproses", "selesai": "Selesai"}

PGD_PERSEN = "{persen}% pengaduan selesai ({selesai} dari {jumlah})"

PGD_BELUM_ADA = "Belum ada pengaduan."

PGD_KOSONG = "Tidak ada pengaduan di sini."

PGD_TULIS = "Catat pengaduan"

PGD_NAMA = "Nama yang mengadu (boleh kosong)"

PGD_ISI = "Isi pengaduan"

PGD_SIMPAN = "Simpan pengaduan"

PGD_BATAL = "Batal"

PGD_DARI_DESA = "{nama}, {desa}"


PGD_TANPA_NAMA = "Tanpa nama"

PGD_MASUK = "Masuk {waktu}"

PGD_SELESAI = "Selesai {waktu}"

PGD_JAWABAN = "Jawaban kecamatan"

PGD_JAWAB = "Jawab"

PGD_UBAH = "Ubah jawaban"

PGD_PROSES = "Simpan, masih diproses"

PGD_TUNTAS = "Simpan, sudah selesai"

PGD_KEMBALI = "Jawaban ini tampil di HP desa yang mengadu."

PGD_WAJIB = "Tulis isinya dulu, paling banyak 4.000 huruf."

PGD_HILANG = "Pengaduan ini tidak ditemukan lagi. Muat ulang halaman."

PGD_HALAMAN = "Halaman {nomor} dari {jumlah}"

PUBLIK_TERBUKA = "Halaman publik terbuka"

PUBLIK_TERTUTUP = "Halaman publik ditutup"

PUBLIK_ISI = (
    "Tentang SINAR LINMAS, angka tahun ini tanpa nama, pedoman, dan kontak, untuk siapa saja."
)

PUBLIK_BUKA = "Buka halaman publik"

PUBLIK_TUTUP = "Tutup halaman publik"
