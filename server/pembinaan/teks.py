"""The words of the coachings."""

from __future__ import annotations

# --- Pembinaan -----------------------------------------------------------------------------------

NAV_PEMBINAAN = "Pembinaan"

PB_SUB = "Yang direncanakan, yang sudah berlangsung, dan yang disarankan dari laporan desa."

PB_CATAT = "Catat pembinaan"

PB_DAFTAR = "Daftar"

PB_KALENDER = "Kalender"

PB_KEMBALI = "Kembali ke daftar pembinaan"

PB_KOSONG = "Belum ada pembinaan. Catat yang pertama, atau pakai saran di atas."

PB_TIDAK_ADA = "Pembinaan ini tidak ada, atau alamatnya salah tulis."

PB_TANPA_JUDUL = "Belum diberi nama"

PB_TANPA_TANGGAL = "Tanggal belum dipilih"

PB_SARAN = "Disarankan dari laporan desa"

PB_SARAN_PAKAI = "Buat pembinaan"

PB_SARAN_BUKTI = "Lihat buktinya"

PB_SARAN_KALIMAT = {
    "late": "{n} desa belum mengirim laporan {bulan}",
    "returned": "{n} desa laporannya dikembalikan dua kali atau lebih",
    "no_photos": "{n} desa lebih banyak melapor tanpa foto pada {bulan}",
    "few_members": "{n} desa memiliki kurang dari 10 anggota aktif",
}

PB_SARAN_BUKTI_KALIMAT = {
    "late": "{desa}",
    "returned": "{desa}: {n} kali",
    "no_photos": "{desa}: {n} dari {dari} tanpa foto",
    "few_members": "{desa}: {n} anggota",
}

PB_SARAN_JUDUL = {
    "late": "Pengarahan pengiriman laporan {bulan}",
    "returned": "Umpan balik penulisan laporan",
    "no_photos": "Pelatihan memotret kegiatan untuk laporan",
    "few_members": "Kunjungan penambahan anggota Satlinmas",
}

PB_STATUS = {
    "direncanakan": "Direncanakan", "selesai": "Selesai", "dibatalkan": "Dibatalkan",
}  # fmt: skip

PB_BELUM_DIKIRIM = "Belum dikirim"

PB_BERUBAH = "Ada perubahan yang belum dikirim"

PB_TERSIMPAN = "Tersimpan otomatis {jam}."

PB_BELUM_TERSIMPAN = "Isian pembinaan belum tersimpan, dicoba lagi."

PB_BELUM_KE_DESA = "Belum dikirim ke desa."

PB_SUDAH_KE_DESA = "Sudah dikirim ke desa."

PB_KIRIM = "Simpan dan kirim ke {n} desa"

PB_KIRIM_TANPA = "Simpan dan kirim"

PB_TERKIRIM = "Terkirim ke {n} desa. Undangan tampil di HP desa begitu tersambung."

PB_KURANG = "Sebelum dikirim, isi dulu: {isian}."

PB_KURANG_ISIAN = {"judul": "nama kegiatan", "mulai": "tanggal", "desa": "desa yang diundang"}

PB_BATALKAN = "Batalkan kegiatan"

PB_KEGIATAN = "Kegiatan"

PB_BENTUK = "Bentuk pembinaan"

PB_ISIAN = {
    "judul": "Nama kegiatan", "jp": "Jumlah JP", "tempat": "Tempat",
    "penyelenggara": "Penyelenggara", "narasumber": "Narasumber", "materi": "Materi",
    "hasil": "Hasil",
}  # fmt: skip

PB_MATERI_PILIH = "Pilih materi"

PB_TANGGAL = "Tanggal"

PB_SAMPAI_TANGGAL = "Sampai tanggal"

PB_JAM = "Jam mulai"

PB_JAM_SAMPAI = "Jam selesai"

PB_BELUM_DITENTUKAN = "Belum"

PB_KEADAAN = "Keadaan"

PB_DESA = "Desa"

PB_PESERTA = "Peserta"

PB_HADIR = "{n} hadir"

PB_DESA_TAMBAH = "Tambah desa"

PB_DESA_SEMUA = "Semua desa"

PB_KELUARKAN_TANYA = "Keluarkan Desa {desa}? Ikut terhapus: {isi}."

PB_KELUARKAN_ISI = ("jawaban undangannya", "{n} nama yang hadir", "{n} tindak lanjut")

PB_KELUARKAN_LEBIH = "Belum dikeluarkan: baru saja ada yang bertambah dari desa ini. Periksa lagi."

PB_KELUARKAN = "Keluarkan"

PB_KELUARKAN_BATAL = "Tidak jadi"

PB_SEMUA_DARI = "Semua dari {desa}"

PB_CARI_ANGGOTA = "Cari nama anggota"

PB_ANGGOTA_KOSONG = "Anggota Desa {desa} belum diisi. Tambahkan namanya di bawah."

PB_PILIH_DESA_DULU = "Pilih desa yang diundang, lalu centang yang hadir."

PB_NAMA_MUNGKIN = "Mungkin anggota ini? Klik untuk mencatatnya hadir."

PB_NAMA_LAIN = "Nama lain"

PB_NAMA_TAMBAH = "Tambah nama"

PB_HAPUS_NAMA = "Hapus {nama}"

PB_RTL = "Rencana tindak lanjut"

PB_RTL_TAMBAH = "Tambah"

PB_RTL_BARU = "Tindak lanjut baru"

PB_RTL_TEKS = "Apa yang dikerjakan"

PB_RTL_TENGGAT = "Tenggat"

PB_RTL_TANPA_TENGGAT = "Tanpa tenggat"

PB_RTL_DESA = "Untuk desa"

PB_RTL_SIMPAN = "Simpan tindak lanjut"

PB_RTL_HAPUS = "Hapus"

PB_RTL_UBAH = "Ubah {teks}"

PB_RTL_SELESAI = "Tandai selesai"

PB_RTL_BUKA = "Buka lagi"

PB_RTL_KOSONG = "Belum ada tindak lanjut."

PB_RTL_TENGGAT_CHIP = "Tenggat {tanggal}"

PB_RTL_LEWAT = "Lewat tenggat {tanggal}"

PB_RTL_SELESAI_CHIP = "Selesai {tanggal}"

PB_RTL_OLEH = "{nama}, {waktu}"

PB_RTL_SEBAGIAN = "{n} dari {dari} desa selesai"

PB_UNDANGAN = "Undangan dan jawaban"

PB_DIBACA = "Dibaca {waktu}"

PB_BELUM_DIBACA = "Belum dibaca"

PB_JAWABAN = {"datang": "Datang", "tidak_bisa": "Tidak bisa datang"}

PB_BELUM_DIJAWAB = "Belum dijawab"

PB_FOTO_TAMBAH = "Tambah foto"

PB_FOTO_DITOLAK = "Paling banyak 20 foto, masing-masing paling besar 25 MB."

PB_FOTO_HAPUS = "Hapus foto {n}"

PB_FOTO_SENSITIF = "Foto sensitif"

PB_FOTO_TINDAK_LANJUT = "Foto tindak lanjut dari Desa {desa}"

PB_LAPORAN = "Laporan yang melatarbelakangi"

PB_LAPORAN_RESI = "Nomor resi laporan"

PB_LAPORAN_TAMBAH = "Tambah laporan"

PB_LAPORAN_TIDAK_ADA = "Tidak ada laporan dengan resi {resi}."

PB_LAPORAN_BUKA = "Buka laporan {resi}"

PB_LAPORAN_LEPAS = "Lepas laporan {resi}"

PB_SEBELUM_SESUDAH = "Sebelum dan sesudah"

PB_SEBELUM = "30 hari sebelum"

PB_SESUDAH = "{hari} hari sesudah"

PB_ANGKA = "{laporan} laporan, {persen} cepat"

PB_ANGKA_TANPA = "Tidak ada laporan"

PB_CEPAT = "Cepat: sampai di kecamatan paling lambat 24 jam setelah kegiatan selesai."

PB_RIWAYAT = "Riwayat"

PB_VERSI = "Versi {n}"

PB_BULAN_SEBELUM = "Bulan sebelumnya"

PB_BULAN_BERIKUT = "Bulan berikutnya"

PB_BULAN_KOSONG = "Tidak ada pembinaan pada {bulan}."

PB_TINDAK_LANJUT = "Tindak lanjut {n}/{dari}"

PB_HARI = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")

SURAT_BAGIAN = "Surat dan daftar"

SURAT_PEMBINAAN = {
    "undangan.pdf": "Undangan",
    "daftar-hadir.pdf": "Daftar hadir",
    "notulen.pdf": "Notula",
    "sertifikat.pdf": "Sertifikat",
    "tindak-lanjut.pdf": "Tindak lanjut (PDF)",
    "tindak-lanjut.xlsx": "Tindak lanjut (XLSX)",
}

SURAT_NOMOR = "Nomor sertifikat"

SURAT_NOMOR_ISI = "Isi nomor sertifikat ({n} orang)"

SURAT_NOMOR_LIHAT = "Nomor sertifikat per orang"

SURAT_NOMOR_TUTUP = "Tutup daftar nomor"

SURAT_NOMOR_TERISI = "{n} nomor sertifikat diisi."

SURAT_NOMOR_TANPA_BENTUK = "Isi dulu bentuk nomor sertifikat di Pengaturan."

SURAT_NOMOR_DITOLAK = "Nomor ini belum tersimpan: paling panjang 100 huruf."

SURAT_NOMOR_PETUNJUK = "belum bernomor"


def keluarkan(desa: str, *counts: int) -> str:
    """The question, with what goes along, in the order of PB_KELUARKAN_ISI."""
    parts = [w.format(n=n) for w, n in zip(PB_KELUARKAN_ISI, counts, strict=True) if n]
    return PB_KELUARKAN_TANYA.format(desa=desa, isi=", ".join(parts))
