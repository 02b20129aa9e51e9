"""Words of what guards people: the audit log, personal data, the privacy notice, the doors."""

from __future__ import annotations

# --- Catatan: the audit log --------------------------------------------------------------------

CT_JUDUL = "Catatan audit"
CT_NAV = "Catatan"
CT_SUB = "Siapa melakukan apa, kapan. Hanya bertambah; tidak bisa diubah atau dihapus."
CT_KOLOM = ("Waktu", "Pelaku", "Perbuatan", "Tentang", "Keterangan")
CT_CARI = "Cari pelaku atau keterangan"
CT_SEMUA_KELOMPOK = "Semua perbuatan"
CT_SEMUA_PELAKU = "Semua pelaku"
CT_SARING = {"kelompok": "Kelompok perbuatan", "pelaku": "Pelaku"}
CT_UNDUH = "Unduh CSV"
CT_KOSONG = "Belum ada catatan."
CT_TIDAK_COCOK = "Tidak ada catatan yang cocok dengan saringan ini."
CT_UTUH = "Rantai utuh: {n} baris, meterai terakhir {meterai}…"
CT_RUSAK = "Rantai putus di baris {n}: ada yang mengubah catatan di luar aplikasi. Hubungi admin."
CT_KE_BERAPA = "{awal} sampai {akhir} dari {semua}"
CT_BARIS = "{waktu}, {pelaku}: {perbuatan} {tentang} {keterangan}"
CT_BERKAS = "catatan-audit"
CT_KOLOM_CSV = ("No", "Waktu (WITA)", "Pelaku", "Kode", "Perbuatan", "Tentang", "Keterangan",
                "Meterai")  # fmt: skip
CT_OPERATOR = "operator"

KELOMPOK = {
    "masuk": "Masuk dan keluar",
    "laporan": "Keputusan atas laporan",
    "pribadi": "Data pribadi",
    "hp": "HP dan kode",
    "akun": "Akun dan pengaturan",
    "lain": "Lainnya",
}
PERBUATAN: dict[str, tuple[str, str]] = {
    "logged_in": ("masuk", "masuk"),
    "logged_out": ("masuk", "keluar"),
    "login_failed": ("masuk", "gagal masuk"),
    "laporan_diterima": ("laporan", "membuka lagi laporan"),
    "laporan_perlu_perbaikan": ("laporan", "mengembalikan laporan"),
    "laporan_diverifikasi": ("laporan", "memverifikasi laporan"),
    "laporan_final": ("laporan", "mengirim perubahan setelah verifikasi (ditolak)"),
    "laporan_stale": ("laporan", "mengirim versi yang terlambat (disimpan di samping)"),
    "reminded": ("laporan", "mengingatkan desa"),
    "nik_seen": ("pribadi", "melihat NIK"),
    "nik_written": ("pribadi", "mengisi NIK"),
    "nik_deleted": ("pribadi", "menghapus NIK"),
    "anggota_added": ("pribadi", "menambah anggota"),
    "anggota_changed": ("pribadi", "mengubah anggota"),
    "anggota_exported": ("pribadi", "mengunduh daftar anggota"),
    "person_exported": ("pribadi", "mengunduh data satu orang"),
    "person_erased": ("pribadi", "menghapus data satu orang"),
    "retention_ran": ("pribadi", "menjalankan masa simpan"),
    "audit_exported": ("pribadi", "mengunduh catatan audit"),
    "data_exported": ("pribadi", "mengunduh data"),
    "code_made": ("hp", "membuat kode aktivasi"),
    "device_activated": ("hp", "mengaktifkan HP"),
    "device_revoked": ("hp", "mencabut HP"),
    "account_added": ("akun", "menambah akun"),
    "account_removed": ("akun", "menghapus akun"),
    "password_changed": ("akun", "mengganti kata sandi"),
    "role_changed": ("akun", "mengubah peran"),
    "setting_changed": ("akun", "mengubah pengaturan"),
    "desa_changed": ("lain", "mengubah data desa"),
    "announced": ("lain", "mengumumkan"),
    "pembinaan_begun": ("lain", "memulai catatan pembinaan"),
    "pembinaan_sent": ("lain", "mengirim pembinaan"),
    "restored": ("lain", "memulihkan cadangan"),
}
"""Group and words of every deed; one that stands not here is shown by its code."""

# --- One person's data -------------------------------------------------------------------------

OR_JUDUL = "Data pribadi seorang anggota"
OR_SUB = "Untuk permintaan salinan atau penghapusan dari orangnya sendiri."
OR_KEMBALI = "Kembali ke anggota"
OR_TOMBOL = "Data pribadi"
OR_ADA = "Yang tersimpan"
OR_ISI = (
    ("Catatan anggota beserta riwayat perubahannya", "{versi} langkah"),
    ("NIK", "{nik}"),
    ("Nama dalam daftar personel laporan", "{laporan} laporan"),
    ("Nama dalam daftar hadir pembinaan", "{pembinaan} pembinaan"),
)
OR_NIK_ADA = "ada, tersandi"
OR_NIK_TIDAK = "tidak ada"
OR_SALINAN = "Beri salinan"
OR_SALINAN_ISI = (
    "Semua yang tersimpan tentang orang ini, untuk diserahkan kepadanya. NIK tetap tertutup. "
    "Pengunduhan dicatat."
)
OR_UNDUH_TEKS = "Unduh teks"
OR_UNDUH_JSON = "Unduh JSON"
OR_HAPUS = "Hapus atas permintaan"
OR_HAPUS_ISI = (
    "Nama, tanggal lahir, alamat, nomor HP, NIK dan riwayatnya dihapus dari server dan dari HP "
    "desa. Dalam laporan dan daftar hadir namanya diganti \u201c{pengganti}\u201d, sehingga "
    "hitungan tetap benar. Catatan audit tidak berubah. Tidak bisa dibatalkan. Cadangan lama masih "
    "memuatnya sampai cadangan itu diganti."
)
OR_DALAM_TEKS = "Nama ini masih tertulis di uraian {n} laporan. Periksa satu per satu:"
OR_HAPUS_MULAI = "Hapus data orang ini"
OR_HAPUS_TANYA = "Ketik nama lengkapnya untuk memastikan: {nama}"
OR_HAPUS_NAMA = "Nama lengkap"
OR_HAPUS_YA = "Ya, hapus sekarang"
OR_HAPUS_BATAL = "Batal"
OR_HAPUS_BEDA = "Nama yang diketik tidak sama. Tidak ada yang dihapus."
OR_SUDAH = "Data orang ini sudah dihapus atas permintaan."
OR_SELESAI = "Data orang ini sudah dihapus. HP desa menerimanya pada sambungan berikutnya."
OR_TIDAK_ADA = "Anggota ini tidak ada, atau alamatnya salah tulis."
OR_GAGAL = "Belum bisa dikerjakan. Tidak ada yang berubah; coba lagi sebentar."

BERKAS_JUDUL = "DATA PRIBADI YANG TERSIMPAN"
BERKAS_DIBUAT = "Dibuat {waktu} oleh Kecamatan {kecamatan}, dari aplikasi SINAR LINMAS."
BERKAS_BAGIAN = {
    "anggota": "Catatan anggota",
    "riwayat": "Riwayat perubahan",
    "laporan": "Laporan yang menyebut orang ini",
    "pembinaan": "Pembinaan yang diikuti",
    "kegiatan_hp": "Kiriman desa yang menyebut orang ini",
    "catatan": "Catatan audit tentang orang ini",
}
BERKAS_KOSONG = "(tidak ada)"
BERKAS_NIK = "NIK (tertutup)"
BERKAS_SK = "Surat keputusan"
BERKAS_YA, BERKAS_TIDAK = "Ya", "Tidak"
BERKAS_JP = "{jp} JP"
