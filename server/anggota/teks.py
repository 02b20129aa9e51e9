"""Words of the roster's papers: lists, the attachment of a decree, ages, years of service."""

from __future__ import annotations

TITIK = "." * 36
NO, NAMA, DESA, LP, LAHIR, USIA = "No", "Nama", "Desa", "L/P", "Tanggal lahir", "Usia"
ALAMAT, JABATAN, REGU, STATUS, MULAI = "RT/dusun", "Jabatan", "Regu", "Status", "Mulai"
HP, SK, KTA, JP, BAKTI, KET = "No. HP/WA", "Nomor SK", "No. KTA", "JP", "Masa bakti", "Keterangan"
KECAMATAN = "Kecamatan"
GENAP_60, GENAP = "Genap 60", "Genap pada"
LAMPIRAN, KEPUTUSAN, NOMOR, TANGGAL = "Lampiran", "Keputusan " + "." * 30, "Nomor", "Tanggal"

JUDUL = {
    "anggota": "Daftar anggota Satlinmas",
    "sk": "Daftar nama anggota Satlinmas",
    "usia": "Daftar anggota Satlinmas berusia 60 tahun",
    "bakti": "Daftar masa bakti anggota Satlinmas 10, 20, dan 30 tahun",
}
NAMA_BERKAS = {
    "anggota": "Daftar anggota Satlinmas",
    "sk": "Lampiran SK Satlinmas",
    "usia": "Daftar usia 60 Satlinmas",
    "bakti": "Daftar masa bakti Satlinmas",
}
NAMA_LEMBAR = {
    "anggota": "Anggota", "sk": "Lampiran SK", "usia": "Usia 60", "bakti": "Masa bakti",
}  # fmt: skip
KOSONG = {
    "anggota": "Belum ada anggota.",
    "sk": "Belum ada anggota aktif.",
    "usia": "Tidak ada anggota yang berusia 60 tahun sampai setahun ke depan.",
    "bakti": "Tidak ada anggota yang mencapai 10, 20, atau 30 tahun sampai setahun ke depan.",
}
JUMLAH = "Jumlah: {semua} orang, {aktif} di antaranya aktif."
SUDAH_60, SEGERA_60 = "Sudah 60 tahun", "Genap dalam setahun"
CATATAN_60 = (
    "Keanggotaan berakhir pada usia 60 tahun (Permendagri 84/2014). Dimuat juga yang genap 60 "
    "tahun dalam setahun ke depan, supaya penggantinya dapat disiapkan."
)
SUDAH_BAKTI, SEGERA_BAKTI = "Sudah genap", "Genap dalam setahun"
BAKTI_TAHUN = "Masa bakti {tahun} tahun"
CATATAN_BAKTI = (
    "Untuk piagam penghargaan. Dimuat juga yang genap dalam setahun ke depan. Anggota tanpa "
    "tanggal mulai tidak dapat dihitung."
)

MENU = (
    ("anggota.pdf", "Daftar anggota, PDF"),
    ("sk.pdf", "Lampiran SK, PDF"),
    ("sk.xlsx", "Lampiran SK, Excel"),
    ("usia.pdf", "Usia 60 tahun, PDF"),
    ("usia.xlsx", "Usia 60 tahun, Excel"),
    ("bakti.pdf", "Masa bakti 10, 20, 30 tahun, PDF"),
    ("bakti.xlsx", "Masa bakti 10, 20, 30 tahun, Excel"),
)
