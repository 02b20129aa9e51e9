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

# --- Members, the villages' own data, announcements ------------------------------------------

NAV_ANGGOTA = "Anggota"

AG_JUDUL = "Anggota"

AG_TAMBAH = "Tambah anggota"

AG_BARU_JUDUL = "Anggota baru"

AG_CARI = "Cari nama"

AG_SEMUA_REGU = "Semua regu"

AG_SEMUA_STATUS = "Semua status"

AG_SARING = {"desa": "Desa", "regu": "Regu", "status": "Status"}

AG_TANPA_REGU = "Belum ada"

AG_PERHATIAN = "Perlu perhatian"

AG_IMPOR = "Impor"

AG_EKSPOR = "Unduh daftar"

AG_EKSPOR_XLSX = "Urutan SIM Linmas, Excel"

AG_EKSPOR_CSV = "Urutan SIM Linmas, CSV"

AG_DATA_DESA = "Data desa"

AG_KOLOM = ("Nama", "Desa", "Jabatan", "Regu", "Usia", "Pelatihan", "Status")

AG_USIA = "Usia {tahun} tahun"

AG_LAHIR_BELUM = "Tanggal lahir belum tiba"

AG_BAKTI = "masa bakti {tahun} tahun"

AG_BARU = "Baru dari HP"

AG_TAHUN = "{n} tahun"

AG_TANPA_USIA = "Usia belum diisi"

AG_JP = "{n} JP"

AG_TIDAK_COCOK = "Tidak ada anggota yang cocok."

AG_KOSONG = "Belum ada anggota. Desa dapat mengisinya dari HP, atau impor dari Excel."

AG_KEMBALI = "Kembali ke daftar anggota"

AG_TIDAK_ADA = "Anggota ini tidak ada, atau alamatnya salah tulis."

AG_SIMPAN = "Simpan"

AG_BATAL = "Batal"

AG_TERSIMPAN = "Tersimpan. HP desa akan menerima perubahan ini."

AG_BETULKAN = "Ada isian yang perlu dibetulkan."

AG_ISIAN = {
    "nama": "Nama lengkap", "desa": "Desa", "jenis_kelamin": "Jenis kelamin",
    "tanggal_lahir": "Tanggal lahir", "alamat": "RT/dusun", "jabatan": "Jabatan", "regu": "Regu",
    "status": "Status", "alasan": "Alasan", "berakhir": "Tanggal berhenti",
    "mulai": "Tanggal mulai", "hp": "No. HP/WA", "pendidikan": "Pendidikan terakhir",
    "sk": "SK", "sk.nomor": "Nomor SK", "sk.tanggal": "Tanggal SK", "sk.pejabat": "Pejabat SK",
    "kta": "No. KTA", "terdaftar_simlinmas": "Terdaftar di SIM Linmas",
    "perlengkapan": "Perlengkapan",
}  # fmt: skip

AG_TANGGAL = "14-03-1995"

AG_SALAH = {
    "required": "Isian ini wajib.", "bad_time": "Tulis seperti 14-03-1995.",
    "too_long": "Terlalu panjang, paling banyak 200 huruf.",
    "not_yet": "Tanggal ini belum tiba. Periksa tahunnya.",
    "out_of_range": "Tanggal ini terlalu lama. Periksa tahunnya.", "other_desa": "Anggota tidak dapat dipindah desa.",
}  # fmt: skip

AG_SALAH_LAIN = "Periksa isian ini."

AG_PILIH_DESA = "Pilih desa"

AG_UBAH_TOMBOL = "Ubah"

AG_RIWAYAT = "Riwayat"

AG_DARI_HP = "dari HP"

AG_KEADAAN_BARU = "Didaftarkan"

AG_TABRAKAN = "Diubah dua pihak: \u201c{lain}\u201d diganti \u201c{baru}\u201d"

AG_UBAH = "{isian}: {lama} \u2192 {baru}"

AG_KOSONG_ISIAN = "kosong"

AG_YA, AG_TIDAK = "Ya", "Tidak"

AG_NIK = "NIK"

AG_NIK_KOSONG = "Belum diisi. Boleh dikosongkan."

AG_NIK_LIHAT = "Lihat NIK"

AG_NIK_TUTUP = "Tutup NIK"

AG_NIK_ISI = "Isi atau ganti NIK"

AG_NIK_SIMPAN = "Simpan NIK"

AG_NIK_CATATAN = "Disimpan tersandi, tidak pernah dikirim ke HP. Setiap kali dilihat tercatat."

AG_NIK_SALAH = "NIK terdiri atas 16 angka."

AG_NIK_KUNCI = "Kunci NIK tidak ada di server ini. Hubungi admin."

AG_PELATIHAN = "Pelatihan"

AG_PELATIHAN_KOSONG = "Belum pernah tercatat ikut pelatihan."

AG_TUGAS = "Bertugas"

AG_TUGAS_KOSONG = "Belum disebut dalam laporan."

AG_TUGAS_KALI = "{bulan}: {n} kali"

AG_IMPOR_JUDUL = "Impor anggota"

AG_IMPOR_SUB = "Pilih berkas Excel, CSV, atau ODS. Tidak ada yang berubah sebelum Anda menyetujui."

AG_IMPOR_PILIH = "Pilih berkas"

AG_IMPOR_CONTOH = "Unduh contoh"

AG_IMPOR_BARIS = "{baris} baris dibaca dari {berkas}."

AG_IMPOR_BERSIH = "{baru} anggota baru, {ubah} diubah. Tidak ada kesalahan."

AG_IMPOR_SEBAGIAN = "{baru} anggota baru, {ubah} diubah, {sisa} baris belum bisa masuk."

AG_IMPOR_SAMA = "Semua isinya sudah sama dengan data di sini."

AG_IMPOR_SALAH = (
    "{n} sel perlu dibetulkan. Betulkan di berkasnya, lalu pilih lagi; atau impor baris yang benar "
    "dulu. Belum ada yang diimpor."
)

AG_IMPOR_SISA = "Dan {n} sel lain; semuanya ada di berkas baris yang salah."

AG_IMPOR_LANJUT = "Impor {n} anggota"

AG_IMPOR_LANJUT_SEBAGIAN = "Impor {n} yang benar"

AG_IMPOR_KEMBALI = "Unduh {n} baris yang belum masuk"

AG_IMPOR_SELESAI_SEBAGIAN = "{n} anggota sudah masuk. {sisa} baris belum; unduh dan betulkan."

AG_IMPOR_LEMBAR = "Lembar yang dibaca"

AG_IMPOR_LEMBAR_LAIN = "Lembar yang tidak dibaca: {nama}."

AG_IMPOR_TERSEMBUNYI = "{nama} (tersembunyi)"

AG_IMPOR_DESA_TANYA = "Berkas ini tidak menyebut desa di tiap baris. Anggota desa mana ini?"

AG_IMPOR_DESA_INI = "Desa {desa}"

AG_IMPOR_DESA_JUDUL = "Judul berkas menyebut Desa {desa}. Pilih untuk memastikan."

AG_IMPOR_KOLOM_LAIN = "Kolom yang tidak dipakai: {nama}."

AG_IMPOR_LEWAT = {
    "numbers": "nomor kolom",
    "headings": "judul yang berulang",
    "total": "jumlah",
    "signature": "tanda tangan",
    "group": "judul bagian",
    "words": "keterangan",
}

AG_IMPOR_LEWAT_BARIS = "Baris {baris} bukan anggota ({apa}): {teks}"

AG_IMPOR_TIDAK_DIPAKAI = "Yang tidak dipakai dari berkas ini"

AG_IMPOR_CATATAN = "Cara isi dibaca"

AG_IMPOR_CATATAN_BARIS = "{sel}, {isi}: {apa}"

AG_IMPOR_NOTE = {
    "place_left": "tempat lahirnya tidak disimpan, hanya tanggalnya",
    "read_as": "dibaca sebagai jabatan lain, lihat di bawah",
    "several_names": "tampak seperti beberapa nama, disimpan sebagai satu",
    "perhaps_twice": "nama yang sama dengan baris itu; disimpan sebagai dua orang",
}

AG_IMPOR_SAMA_TANYA = "Mungkin orang yang sama"

AG_IMPOR_SAMA_PETUNJUK = "Jawab dulu; baris yang belum dijawab tidak ikut diimpor."

AG_MUNGKIN = "Belum tersimpan: ada anggota yang namanya hampir sama. Pilih dulu di bawah."

AG_MUNGKIN_BUKA = "Buka {siapa}"

AG_MUNGKIN_LAIN = "Orang lain, simpan"

AG_IMPOR_JAWAB = "Satu anggota hanya bisa dipilih untuk satu baris. Periksa jawabannya."

AG_IMPOR_SAMA_BARIS = "Baris {baris}: {siapa}"

AG_IMPOR_SAMA_DENGAN = "Sama dengan {siapa}"

AG_IMPOR_ORANG_LAIN = "Orang lain"

AG_IMPOR_TANYA_TERBUKA = "Belum dijawab: mungkin sama dengan anggota yang sudah ada"

AG_IMPOR_LIHAT = "Yang akan tersimpan"

AG_IMPOR_HALAMAN = "Halaman {n} dari {dari}"

AG_IMPOR_LAGI = "Dan {n} lagi."

AG_IMPOR_LAHIR = "lahir {tanggal}"

AG_IMPOR_UNDUH = "Unduh baris yang belum masuk"

AG_IMPOR_LIHAT_KOLOM = (
    "Baris", "Nama, jabatan, regu", "Desa", "L/P", "Lahir", "RT/dusun", "HP", "NIK", "Menjadi",
)  # fmt: skip

AG_IMPOR_MENJADI = {
    "new": "anggota baru",
    "change": "diubah: {isian}",
    "nothing": "sudah sama",
    "ask": "perlu dijawab",
}

AG_IMPOR_BUKAN_APA = {
    "large": "Berkas ini terlalu besar untuk sebuah daftar anggota.",
    "locked": "Berkas ini berkata sandi. Buka di Excel, hapus kata sandinya, lalu simpan lagi.",
    "web": "Ini halaman web yang diberi nama Excel. Buka di Excel, lalu simpan sebagai .xlsx.",
    "far": "Ada isian jauh di bawah atau di kanan tabelnya, mungkin hanya spasi. Salin tabelnya saja "
    "ke lembar baru, lalu simpan.",
    "wrong_cells": "Ada sel berisi galat (#N/A atau sejenisnya). Betulkan, lalu simpan sebagai "
    ".xlsx.",
}  # fmt: skip

AG_IMPOR_SELESAI = "{n} anggota sudah masuk."

AG_IMPOR_BUKAN = "Berkas ini bukan tabel Excel atau CSV yang bisa dibaca."

AG_IMPOR_KOLOM = "Kolom ini tidak ada: {kolom}. Pakai contoh di atas."

AG_IMPOR_BERUBAH = "Data anggota berubah sejak dilihat. Pilih berkasnya sekali lagi."

AG_IMPOR_KOLOM_SALAH = ("Baris", "Kolom", "Isi", "Yang perlu dibetulkan")

AG_IMPOR_SEL = {
    "empty": "Wajib diisi", "too_long": "Terlalu panjang (paling banyak 200 huruf)",
    "bad_text": "Ada tanda yang tidak dapat disimpan", "no_desa": "Desa ini tidak ada di kecamatan",
    "no_sex": "Isi L atau P", "bad_date": "Bukan tanggal; tulis seperti 14-03-1995",
    "future": "Tanggal ini belum tiba", "too_old": "Lebih dari 100 tahun yang lalu",
    "no_jabatan": "Jabatan tidak dikenal", "no_regu": "Regu tidak dikenal",
    "no_status": "Isi Aktif, Nonaktif, atau Berhenti", "bad_phone": "Bukan nomor telepon",
    "bad_nik": "NIK terdiri atas 16 angka", "nik_forbidden": "Akun Anda tidak boleh mengisi NIK",
    "no_yes": "Isi Ya atau Tidak", "end_before_start": "Lebih awal dari tanggal sebelumnya",
    "nik_twice": "NIK ini dipakai dua kali", "twice": "Orang ini tertulis dua kali",
    "nik_number": "Excel menyimpan NIK ini sebagai bilangan, angka terakhirnya hilang; "
    "jadikan teks lalu tulis lagi",
    "nik_zeros": "Bukan NIK: angkanya nol atau sama semua",
    "digits_lost": "Excel menghilangkan angka di belakang; jadikan teks lalu tulis lagi",
    "became_date": "Excel mengubahnya menjadi tanggal; jadikan teks lalu tulis lagi, misalnya "
    "RT 01/RW 02",
    "cell_error": "Sel ini berisi galat, bukan isian",
    "no_letters": "Bukan nama: tidak ada hurufnya",
    "second_table": "Di kanan ada tabel kedua; pindahkan ke bawah tabel pertama",
}  # fmt: skip

DD_JUDUL = "Data desa"

DD_SUB = "Kepala desa, operator, poskamling, alat, dan kerawanan."

DD_SIMPAN = "Simpan"

DD_ISIAN = {
    "alamat": "Alamat kantor desa",
    "kepala_desa": "Kepala Desa (Kepala Satlinmas)", "kepala_pelaksana": "Kepala Pelaksana",
    "operator": "Operator HP", "operator_wa": "WhatsApp operator", "poskamling": "Poskamling",
    "sk_nomor": "Nomor SK", "sk_tanggal": "Tanggal SK", "sumber_dana": "Sumber dana",
    "alat": "Alat", "kerawanan": "Kerawanan",
}  # fmt: skip

DD_KOLOM = ("Desa", "Kepala Desa", "Anggota aktif", "Poskamling", "Alat", "Kerawanan")

DD_PISAH = "Pisahkan dengan koma"

DD_BELUM = "belum diisi"


def anggota_sub(everyone: int, villages: int) -> str:
    return f"{everyone} anggota di {villages} desa. Perubahan dari HP desa masuk sendiri."


def anggota_kurang(few: tuple[tuple[str, int], ...]) -> str:
    named = ", ".join(f"{nama} ({jumlah})" for nama, jumlah in few[:4])
    more = f" dan {len(few) - 4} desa lain" if len(few) > 4 else ""
    return f"{len(few)} desa beranggota aktif kurang dari 10: {named}{more}."


def anggota_perhatian(count: int) -> str:
    return f"{count} anggota perlu perhatian: usia di bawah 18, usia 60, tanggal lahir belum tiba, atau masa bakti 10/20/30 tahun."


def anggota_ke_berapa(first: int, last: int, total: int) -> str:
    return f"{first} sampai {last} dari {total} anggota"


OR_TOMBOL = "Data pribadi"

OR_JUDUL_KARTU = "Hak orang ini"

OR_TENTANG = "Salinan datanya, atau penghapusan atas permintaannya."

CLI_BANTU_ROSTER = "periksa berkas anggota tanpa mengubah apa pun (JSON)"
CLI_DESA_LAIN = "Kode desa {desa} tidak ada. Contoh: {contoh}"
