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
