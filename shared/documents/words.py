"""The words of papers, in one place; names, dates and counts are put in by the papers."""

from __future__ import annotations

BARIS_KOSONG = "." * 36
"""What stands where a setting is still empty: a line to write on, never a made-up name."""
TEMPAT_KOSONG = "." * 16

NOMOR = "Nomor : {nomor}"
NIP = "NIP. {nip}"
TEMPAT_TANGGAL = "{tempat}, {tanggal}"
KOP = ("Pemerintah Kabupaten {kabupaten}", "Kecamatan {kecamatan}")
MENGETAHUI = "Mengetahui,"
HALAMAN = "Halaman {ke} dari {dari}"
TIDAK_ADA_BARIS = "Tidak ada data."
JUMLAH = "Jumlah"

CAMAT = "CAMAT {kecamatan},"
KASI = "KEPALA SEKSI KETENTERAMAN DAN KETERTIBAN,"

FOTO = "Foto {ke}"
FOTO_RUSAK = "Foto ini tidak dapat dibaca, sehingga tidak dicetak."
FOTO_BELUM_ADA = "Foto ini tidak ada di perangkat yang membuat surat ini."

# --- The letter of one report -----------------------------------------------------------------

DESA = "DESA {desa}"
SUMBER_LAPORAN = "SINAR LINMAS, Desa {desa}, {nomor}"
BELUM_RESI = "belum bernomor resi"

NOMOR_SURAT, SIFAT, LAMPIRAN, PERIHAL = "Nomor", "Sifat", "Lampiran", "Perihal"
NOMOR_URUT_KOSONG = "." * 10
"""Room for the number that the village's own register of letters gives."""
BIASA, SEGERA = "Biasa", "Segera"
TANPA_LAMPIRAN, LAMPIRAN_FOTO = "-", "{n} foto"
KEPADA = (
    "Kepada Yth.",
    "Camat {kecamatan}",
    "c.q. Kepala Seksi Ketenteraman dan Ketertiban",
    "di tempat",
)
PERIHAL_KEGIATAN = "Laporan kegiatan Satlinmas: {apa}"
PERIHAL_KEJADIAN = "Laporan kejadian: {apa}"
PERIHAL_NIHIL = "Laporan nihil Satlinmas bulan {bulan}"

BERDASARKAN = "Berdasarkan {dasar}, bersama ini"
BERSAMA = "Bersama ini"
ISI_KEGIATAN = "{awal} kami sampaikan laporan kegiatan Satlinmas Desa {desa} sebagai berikut:"
ISI_KEJADIAN = "{awal} kami sampaikan laporan kejadian di Desa {desa} sebagai berikut:"
ISI_NIHIL = (
    "{awal} kami sampaikan bahwa selama bulan {bulan} di Desa {desa} tidak ada kegiatan dan "
    "tidak ada kejadian (NIHIL)."
)
DITERIMA = "Laporan ini tercatat di kecamatan dengan nomor resi {resi}."
PENUTUP = "Demikian laporan ini kami sampaikan, agar menjadi maklum."
DITARIK = "Laporan ini sudah ditarik oleh pelapor. Alasan: {alasan}"

ISIAN = {
    "kejadian": "Jenis kejadian",
    "hari": "Hari, tanggal",
    "pukul": "Pukul",
    "waktu_kejadian": "Waktu kejadian",
    "waktu_lapor": "Waktu lapor",
    "tempat": "Tempat",
    "lokasi": "Titik lokasi",
    "kegiatan": "Kegiatan",
    "personel": "Personel",
    "pihak_lain": "Pihak lain",
    "uraian": "Uraian",
    "kronologi": "Kronologi",
    "korban": "Korban dan dampak",
    "kerugian": "Kerusakan, kerugian",
    "penanganan": "Upaya penanganan",
    "dihubungi": "Pihak dihubungi",
    "kebutuhan": "Kebutuhan",
    "hasil": "Hasil, situasi",
    "kendala": "Kendala",
    "tindak_lanjut": "Tindak lanjut",
}
TIDAK_ADA_KORBAN = "tidak ada"
BELUM_DIISI = "belum diisi"
TITIK = "{lintang}, {bujur}"
TITIK_AKURASI = "{titik} (akurasi {meter} meter)"

KEPALA_DESA = "Kepala Desa {desa}\nselaku Kepala Satlinmas,"
PELAPOR = "Pelapor,"
JABATAN = "{jabatan},"

DOKUMENTASI = "Dokumentasi"
FOTO_DENGAN = "{foto}. {keterangan}"
FOTO_DIAMBIL = "diambil {waktu}"
FOTO_SENSITIF = "{n} foto bertanda sensitif tidak dicetak."
