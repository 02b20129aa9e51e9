"""The words of a coaching's papers."""

from __future__ import annotations

from shared.documents.words import BARIS_KOSONG as BARIS_KOSONG

SUMBER = "SINAR LINMAS, pembinaan: {judul}"
SAMPAI = "{mulai} s.d. {selesai}"
PUKUL = "{mulai} s.d. {selesai} WITA"
SELESAI = "selesai"

HARI, JAM, TEMPAT = "Hari, tanggal", "Pukul", "Tempat"
ACARA, BENTUK, MATERI = "Acara", "Bentuk", "Materi"
PENYELENGGARA, NARASUMBER, PESERTA, DESA = "Penyelenggara", "Narasumber", "Peserta", "Desa"

# --- Invitation -------------------------------------------------------------------------------

NOMOR, SIFAT, LAMPIRAN, PERIHAL = "Nomor", "Sifat", "Lampiran", "Perihal"
SIFAT_BIASA = "Biasa"
TANPA_LAMPIRAN, SATU_LEMBAR = "-", "1 (satu) lembar"
UNDANGAN = "Undangan"
YTH = "Kepada Yth."
KEPALA_DESA = "Kepala Desa {desa}"
KEPALA_DESA_TERLAMPIR = "Kepala Desa se-Kecamatan {kecamatan} (daftar terlampir)"
BELUM_ADA_DESA = "Kepala Desa {kosong}"
DI_TEMPAT = "di tempat"
PEMBUKA = (
    "Dalam rangka pembinaan Satuan Pelindungan Masyarakat (Satlinmas) di Kecamatan {kecamatan}, "
    "bersama ini kami mengundang Saudara beserta anggota Satlinmas desa untuk hadir pada:"
)
PENUTUP = "Demikian undangan ini kami sampaikan. Atas kehadiran Saudara kami ucapkan terima kasih."
DAFTAR_UNDANGAN = "DAFTAR DESA YANG DIUNDANG"

# --- Attendance -------------------------------------------------------------------------------

DAFTAR_HADIR = "DAFTAR HADIR"
KOLOM_HADIR = ("No", "Nama", "Jabatan", "Desa / instansi", "Tanda tangan")

# --- Minutes ----------------------------------------------------------------------------------

NOTULEN = "NOTULA\n{bentuk}"
JUMLAH_PESERTA = "{orang} orang dari {desa} desa"
BAGIAN_MATERI, BAGIAN_HASIL, BAGIAN_RTL = "Materi", "Hasil", "Rencana tindak lanjut"
BAGIAN_HADIR, BAGIAN_FOTO = "Yang hadir", "Dokumentasi"
BELUM_DICATAT = "Belum dicatat."
KOLOM_RTL = ("No", "Tindak lanjut", "Desa", "Tenggat")
TANPA_RTL = "Tidak ada tindak lanjut."

# --- Certificate ------------------------------------------------------------------------------

SERTIFIKAT = "SERTIFIKAT"
DIBERIKAN = "diberikan kepada:"
DARI_DESA = "{jabatan}, Desa {desa}"
SEBAGAI = "sebagai peserta {bentuk}"
ISI_SERTIFIKAT = "yang diselenggarakan oleh {penyelenggara} pada {hari} di {tempat}"
SELAMA = "selama {jp} jam pelajaran (JP)."
TANPA_PESERTA = "Belum ada peserta yang dicatat hadir."
ANGGOTA = "Anggota Satlinmas"

# --- Follow-ups -------------------------------------------------------------------------------

TINDAK_LANJUT = "DAFTAR TINDAK LANJUT PEMBINAAN"
KOLOM_DAFTAR = ("No", "Desa", "Tindak lanjut", "Tenggat", "Keadaan", "Selesai", "Keterangan")
SUDAH, BELUM, LEWAT = "Selesai", "Belum", "Lewat tenggat"
LEMBAR = "Tindak lanjut"


def jp_words(jp: float) -> str:
    """``4`` or ``1,5``"""
    return f"{jp:g}".replace(".", ",")
