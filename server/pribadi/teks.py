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


CT_KOLOM_CSV = ("No", "Waktu (WITA)", "Pelaku", "Kode", "Perbuatan", "Tentang", "Keterangan",
                "Meterai")  # fmt: skip


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
    "logged_out_everywhere": ("masuk", "keluar dari semua"),
    "two_step_on": ("akun", "memasang langkah kedua"),
    "two_step_off": ("akun", "melepas langkah kedua"),
    "two_step_failed": ("masuk", "kode langkah kedua salah"),
    "login_failed": ("masuk", "gagal masuk"),
    "login_failed_more": ("masuk", "gagal masuk lagi dalam jam itu"),
    "laporan_diterima": ("laporan", "membuka lagi laporan"),
    "laporan_perlu_perbaikan": ("laporan", "mengembalikan laporan"),
    "laporan_diverifikasi": ("laporan", "memverifikasi laporan"),
    "laporan_final": ("laporan", "mengirim perubahan setelah verifikasi (ditolak)"),
    "laporan_stale": ("laporan", "mengirim versi yang terlambat (disimpan di samping)"),
    "laporan_written": ("laporan", "menulis laporan atas nama desa"),
    "decision_dropped": ("laporan", "membatalkan keputusan yang tak lagi cocok"),
    "desa_diingatkan": ("laporan", "mengingatkan desa"),
    "nik_seen": ("pribadi", "melihat NIK"),
    "nik_written": ("pribadi", "mengisi NIK"),
    "nik_deleted": ("pribadi", "menghapus NIK"),
    "anggota_added": ("pribadi", "menambah anggota"),
    "anggota_changed": ("pribadi", "mengubah anggota"),
    "anggota_imported": ("pribadi", "memasukkan daftar anggota dari berkas"),
    "data_exported": ("pribadi", "mengunduh data"),
    "anggota_exported": ("pribadi", "mengunduh daftar anggota"),
    "person_exported": ("pribadi", "mengunduh data satu orang"),
    "person_erased": ("pribadi", "menghapus data satu orang"),
    "retention_ran": ("pribadi", "menjalankan masa simpan"),
    "audit_exported": ("pribadi", "mengunduh catatan audit"),
    "code_made": ("hp", "membuat kode aktivasi"),
    "kecamatan_added": ("akun", "menambah kecamatan di server ini"),
    "kecamatan_account": ("akun", "membuat akun pertama kecamatan lain"),
    "kecamatan_set": ("akun", "menetapkan kecamatan folder data ini"),
    "device_activated": ("hp", "mengaktifkan HP"),
    "device_revoked": ("hp", "mencabut HP"),
    "titip_key_made": ("hp", "membuat kunci paket titip"),
    "titipan_taken": ("hp", "menerima paket titip"),
    "api_token_added": ("akun", "membuat token API"),
    "api_token_revoked": ("akun", "mencabut token API"),
    "api_read": ("pribadi", "membaca lewat API"),
    "account_added": ("akun", "menambah akun"),
    "account_removed": ("akun", "menghapus akun"),
    "password_changed": ("akun", "mengganti kata sandi"),
    "role_changed": ("akun", "mengubah peran"),
    "setting_changed": ("akun", "mengubah pengaturan"),
    "desa_changed": ("lain", "mengubah data desa"),
    "announced": ("lain", "mengumumkan"),
    "survey_action": ("lain", "menulis tindak lanjut survei"),
    "complaint_written": ("lain", "mencatat pengaduan"),
    "complaint_answered": ("lain", "menjawab pengaduan"),
    "pembinaan_begun": ("lain", "memulai catatan pembinaan"),
    "pembinaan_sent": ("lain", "mengirim pembinaan"),
    "certificates_numbered": ("lain", "mengisi nomor sertifikat"),
    "certificate_number": ("lain", "menulis nomor sertifikat"),
    "rekap_disetujui": ("lain", "menyetujui rekap"),
    "innovation_entered": ("lain", "mengisi bukti inovasi"),
    "innovation_set": ("lain", "menetapkan inovasi"),
    "evidence_added": ("lain", "menambah berkas bukti"),
    "evidence_removed": ("lain", "menghapus berkas bukti"),
    "backed_up": ("lain", "membuat cadangan"),
    "repaired": ("lain", "memperbaiki data"),
    "photos_moved": ("lain", "memindahkan foto ke penyimpanan S3"),
    "restored": ("lain", "memulihkan cadangan"),
}
"""Group and words of every deed; one that stands not here is shown by its code."""

# --- One person's data -------------------------------------------------------------------------

OR_JUDUL = "Data pribadi seorang anggota"

OR_SUB = "Untuk permintaan salinan atau penghapusan dari orangnya sendiri."

OR_KEMBALI = "Kembali ke anggota"

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

# --- Settings, retention, the desk's page ------------------------------------------------------

PT_KONTAK = "Kontak untuk urusan data pribadi"

PT_KONTAK_CONTOH = "Nama jabatan, nomor telepon, surel"

PT_TAHUN = {
    "simpan_laporan_tahun": "Isi laporan disimpan (tahun; 0: belum ditetapkan)",
    "simpan_foto_tahun": "Foto laporan disimpan (tahun; 0: belum ditetapkan)",
    "simpan_mantan_tahun": "Data mantan anggota disimpan (tahun; 0: belum ditetapkan)",
}

DP_JUDUL = "Data pribadi"

DP_SUB = "Masa simpan, hak orang yang datanya tercatat, dan langkah bila data bocor."

DP_TOMBOL = "Data pribadi"

DP_SIMPAN = "Masa simpan"

DP_SIMPAN_ISI = (
    "Setiap hari yang lebih tua dari masa simpannya dihapus. Hitungan dan catatan audit tetap ada."
)

DP_BARIS = {
    "simpan_foto_tahun": "Foto laporan",
    "simpan_laporan_tahun": "Isi laporan (uraian, tempat, nama)",
    "simpan_mantan_tahun": "Data mantan anggota",
}

DP_BELUM = "Belum ditetapkan: tidak ada yang dihapus."

DP_ATURAN = "Disimpan {n} tahun."

DP_AKAN = "Akan dihapus sekarang: {n} (lebih tua dari {tanggal})."

DP_AKAN_FOTO = "Akan dihapus sekarang: {n} foto, {mb} MB (lebih tua dari {tanggal})."

DP_TIDAK = "Tidak ada yang lebih tua dari {tanggal}."

DP_NIK = "{n} NIK milik anggota yang sudah berhenti akan dihapus."

DP_JALANKAN = "Hapus sekarang"

DP_TANYA = "Yang tercantum di atas akan dihapus dan tidak bisa dikembalikan."

DP_YA = "Ya, hapus"

DP_BATAL = "Batal"

DP_SELESAI = "Selesai: {foto} foto, {laporan} laporan, {mantan} mantan anggota, {nik} NIK dihapus."

DP_UBAH = "Ubah masa simpan"

DP_HAK = "Permintaan seseorang"

DP_HAK_ISI = (
    "Salinan atau penghapusan data seorang anggota dibuka dari halaman anggotanya, tombol "
    "\u201cData pribadi\u201d. Akses dan salinan diberikan paling lambat 3x24 jam sejak diminta "
    "(UU 27/2022 Pasal 32 ayat 2); perbaikan data juga selesai paling lambat 3x24 jam."
)

DP_KE_ANGGOTA = "Ke daftar anggota"

DP_PEMBERITAHUAN = "Baca pemberitahuan privasi"

DP_BOCOR = "Bila data bocor"

DP_BOCOR_ISI = (
    "Tutup jalannya: cabut HP atau akun yang disalahgunakan, ganti kata sandi, hentikan server "
    "bila perlu. Jangan hapus apa pun.",
    "Catat waktu diketahui. Batas pemberitahuan 3x24 jam dihitung dari saat itu.",
    "Amankan bukti: unduh Catatan audit, salin log server, buat cadangan, simpan di tempat lain.",
    "Cari tahu data siapa dan apa: Catatan audit, kelompok Data pribadi dan Masuk.",
    "Lapor ke Camat dan ke Diskominfo/Diskominfosan kabupaten.",
    "Beri tahu orang yang terdampak dan lembaga pelindungan data, tertulis, paling lambat 3x24 "
    "jam: data apa, kapan dan bagaimana terbuka, apa yang sudah dilakukan, ke mana bertanya.",
    "Pulihkan: perbarui server, buat kode HP baru, ganti semua kata sandi akun.",
    "Tulis kejadian, akibat, dan perbaikannya; simpan bersama catatan audit.",
)
