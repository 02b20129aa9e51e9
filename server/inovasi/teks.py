"""Words of the innovation's evidence: pages, measures, indicators, journey, the year."""

from __future__ import annotations

NAV = "Bukti inovasi"
JUDUL = "Bukti inovasi"
SUB = "Dihitung dari laporan yang diterima, bukan diisi tangan. Tanpa bukti tidak ada nilai."
CONTOH = (
    "DATA CONTOH: semua orang dan laporan di sini dibuat-buat. Angkanya tidak boleh dipakai"
    " sebagai bukti."
)
TAHUN = "Tahun {tahun}"
UNDUH_SEMUA = "Unduh semua bukti"
PERJALANAN = "Perjalanan inovasi"
DOKUMEN = "Dokumen"
SEMUA_UKURAN = "Semua ukuran"
PROFIL = "Profil inovasi"
DASAR_HUKUM = "Dasar hukum"
SET_TAHUN = "Indikator per tahun"
KEMBALI = "Kembali ke bukti inovasi"
BUKA = "Buka"
BELUM_ADA_TANGGAL = "Belum ada tanggal"
SAMPAI = "{mulai} sampai {selesai}"
LIHAT_BUKTI = "Lihat bukti"
LIHAT_BUKTI_YANG = "Lihat bukti {nomor}, {nama}"
UNGGAH = "Unggah"
KOLOM = ("No", "Indikator dan bukti", "Parameter", "Kelengkapan", "")
PARAMETER_DARI = "{n} dari 3"
TIDAK_ADA_SET = "Belum ada daftar indikator. Impor satu dari berkas JSON atau Excel."

INDIKATOR_BERNILAI = "{n} dari {dari} indikator bernilai"
JUMLAH_POIN = "{poin} dari {semua} poin SID"
POIN_TERMURAH = "Poin termurah berikutnya"
POIN_TAMBAH = "+{poin} poin"
POIN_PENUH = "Semua indikator sudah penuh."

# --- Figures in words ---------------------------------------------------------------------------


def angka(value: float, digits: int = 1) -> str:
    """``84,2``; whole numbers without a comma."""
    rounded = round(value, digits)
    if float(rounded).is_integer():
        return f"{int(rounded):,}".replace(",", ".")
    return f"{rounded:.{digits}f}".rstrip("0").replace(".", ",")


def nilai(value: float | None, unit: str) -> str:
    """A measure's value with its unit; a dash of words where there is none."""
    if value is None:
        return TANPA_ANGKA
    if unit == "persen":
        return f"{angka(value)}%"
    if unit == "jam":
        return lama(value)
    return angka(value)


def lama(hours: float) -> str:
    """``40 menit``, ``14 jam``, ``3,5 hari``"""
    if hours < 1:
        return f"{max(1, round(hours * 60))} menit"
    if hours < 72:
        return f"{angka(hours)} jam"
    return f"{angka(hours / 24)} hari"


def bagian(kode: str, top: int | None, of: int | None) -> str:
    """What a figure is made of: ``65 dari 70``, ``70 laporan, 3 desa``."""
    if top is None or of is None:
        return ""
    return BAGIAN.get(kode, DARI).format(n=top, dari=of)


TANPA_ANGKA = "Belum ada"
DARI = "{n} dari {dari}"
BAGIAN: dict[str, str] = {
    "laporan_per_desa": "{n} laporan, {dari} desa",
    "desa_per_bulan": "{n} dalam {dari} bulan",
}

UKURAN: dict[str, tuple[str, str]] = {
    "desa_aktif": (
        "Desa melapor",
        "Desa yang mengirim paling sedikit satu laporan yang dihitung (kegiatan, kejadian, atau"
        " nihil), dibagi semua desa. Untuk indikator 33 desa baru dihitung aktif bila rutin"
        " melapor.",
    ),
    "desa_per_bulan": (
        "Desa melapor per bulan",
        "Rata-rata jumlah desa yang melapor dalam satu bulan, sejak HP pertama diaktifkan; bulan"
        " yang baru dipakai kurang dari tujuh hari tidak ikut dihitung.",
    ),
    "laporan_per_desa": (
        "Laporan per desa per bulan",
        "Jumlah kegiatan dan kejadian, dibagi jumlah desa, untuk setiap 30 hari yang sudah lewat"
        " sejak HP pertama diaktifkan; dihitung sesudah tujuh hari dipakai.",
    ),
    "tepat_waktu": (
        "Laporan cepat (24 jam)",
        "Kegiatan dan kejadian yang laporannya diterima paling lambat 24 jam setelah selesai.",
    ),
    "berfoto": ("Laporan berfoto", "Kegiatan dan kejadian yang menyebut paling sedikit satu foto."),
    "berlokasi": ("Laporan berlokasi", "Kegiatan dan kejadian yang mempunyai titik lokasi."),
    "jam_terima": (
        "Sampai diterima",
        "Separuh laporan diterima kecamatan dalam waktu ini atau lebih cepat sejak kegiatannya mulai (median).",
    ),
    "jam_jawab": (
        "Sampai dijawab",
        "Separuh laporan diputuskan (diverifikasi atau dikembalikan) dalam waktu ini atau lebih cepat"
        " sejak kegiatannya mulai (median).",
    ),
    "jam_verifikasi": (
        "Sampai diverifikasi",
        "Separuh laporan diverifikasi dalam waktu ini atau lebih cepat sejak kegiatannya mulai (median).",
    ),
    "dikembalikan": (
        "Pernah dikembalikan",
        "Kegiatan dan kejadian yang pernah dikembalikan untuk diperbaiki.",
    ),
    "dibaca": (
        "Catatan dibaca desa",
        "Catatan kecamatan pada laporan yang sudah dibuka di HP desa.",
    ),
    "pembinaan": ("Pembinaan", "Pembinaan yang sudah berlangsung dan tidak dibatalkan."),
    "peserta": ("Peserta pembinaan", "Orang yang tercatat hadir pada pembinaan itu."),
    "pelapor": (
        "Orang yang melapor",
        "Nama pelapor yang berbeda; nama yang sama di dua desa dihitung dua orang.",
    ),
    "mitra": (
        "Mitra dalam laporan",
        "Pihak lain yang ikut serta menurut laporan. Ejaan yang berbeda dari satu pihak dihitung"
        " sekali; yang hanya dihubungi tidak dihitung.",
    ),
    "hp_terhubung": (
        "HP terhubung",
        "HP desa yang belum dicabut dan menghubungi server sejak masa ini dimulai.",
    ),
}
"""For each measure its name and its definition."""

SUMBER: dict[str, str] = {
    "laporan_dihitung": "semua laporan yang dihitung pada masa itu",
    "catatan_kecamatan": "catatan kecamatan pada laporan yang dihitung",
    "pesan_laporan": "isi laporan yang dihitung",
    "pembinaan_terlaksana": "daftar pembinaan",
    "peserta_pembinaan": "daftar hadir pembinaan",
    "hp_desa": "daftar HP desa",
}

# --- Measures -----------------------------------------------------------------------------------

UK_JUDUL = "Ukuran inovasi"
UK_SUB = "Laporan yang ditarik dan HP latihan tidak dihitung."
UK_SUMBER = "Sumber: {nama} ({query})"
UK_MASA = "Masa: {mulai} sampai {selesai}"
UK_BERJALAN = "Masa ini masih berjalan: baru {lewat} dari {hari} hari."
UK_BELUM_MULAI = "Masa ini belum dimulai."
UK_SEJAK = "Aplikasi mulai dipakai {tanggal}. Sebelum itu belum ada yang bisa diukur."
UK_BELUM_DIPAKAI = "Aplikasi belum dipakai pada masa ini: belum ada HP yang diaktifkan."
UK_KOSONG = "Belum ada laporan pada masa ini, jadi belum ada angka."
UK_UJI_KOSONG = "Uji coba belum direncanakan: isi tanggal dan desa yang ikut."
UK_UJI = "Uji coba"
UK_DIHITUNG = "Yang dihitung"
UK_LAINNYA = "Yang tidak"
UK_TANPA_DAFTAR = "Ukuran ini tidak berasal dari daftar laporan."
UK_HALAMAN = "Halaman {n} dari {dari}"
UK_SEBELUM_SESUDAH = "Sebelum dan sesudah"
UK_SEBELUM = "Cara manual"
UK_SESUDAH = "Dengan SINAR LINMAS"
UK_BANDING: dict[str, str] = {
    "desa": "Desa yang melapor per bulan (persen)",
    "hari": "Hari sampai laporan diterima",
    "jam": "Jam kerja untuk membuat rekap",
}
UK_BANDING_KOSONG = "Keadaan sebelum aplikasi belum diisi. Isi di Perjalanan inovasi."
UK_GRAFIK: dict[str, str] = {
    "desa_aktif": "Desa melapor (persen)",
    "laporan_per_desa": "Laporan per desa per bulan",
    "tepat_waktu": "Cepat, 24 jam (persen)",
}
UK_LATIHAN = "HP latihan"
UK_LATIHAN_KET = "Laporan dari HP yang dipilih di sini adalah latihan dan tidak dihitung."
UK_MITRA = "Mitra yang ikut serta"
UK_MITRA_N = "{nama}: {n} laporan"

# --- Indicators ---------------------------------------------------------------------------------

IN_JUDUL = "{nomor}. {nama}"
IN_WAJIB = "Wajib"
IN_BOBOT = "Bobot {bobot}"
IN_POIN = "{poin} dari {semua} poin"
IN_KATA_DATA = "Kata data hari ini"
IN_PARAMETER = "Parameter {n}"
IN_TERCAPAI = "Tercapai"
IN_DIPILIH = "Dipilih, belum ada bukti"
IN_DASAR = "Dasar penilaian"
IN_PILIH = "Pilih parameter yang bisa dibuktikan"
IN_BELUM = "Belum"
IN_BUKTI = "Berkas bukti"
IN_BUKTI_KOSONG = "Belum ada berkas."
IN_DARI_DATA = "Bukti indikator ini adalah laporan itu sendiri; berkas boleh ditambahkan."
IN_LACAK = (
    "Aplikasi tidak bisa menghitung indikator ini; parameternya dipilih dan dibuktikan berkas."
)
IN_ANGKA = "Angka yang dicapai (misalnya 12,5)"
IN_ANGKA_KET = "Diisi kecamatan; baru bernilai bila ada berkas yang membuktikannya."
IN_BULAN = "Bulan dengan laporan nyata supaya desa dihitung aktif (dari 12)"
IN_BULAN_KET = "Nihil saja tidak membuat desa aktif. Angka ini pilihan kecamatan, bukan aturan."
IN_DIMINTA = "Yang biasanya diminta validator"
IN_DIMINTA_JENIS = "Jenis berkas yang cocok: {jenis}"
IN_DIMINTA_KET = "Usulan kami, bukan aturan: cocokkan dengan lampiran surat tahun ini."
IN_BERIKUT = "Untuk poin berikutnya"
IN_TEMBUS = "Lihat laporan di balik angka ini"
IN_JENIS_BERKAS: dict[str, str] = {
    "sk": "SK",
    "surat": "Surat",
    "undangan": "Undangan",
    "daftar_hadir": "Daftar hadir",
    "foto": "Foto",
    "laporan": "Laporan",
    "media": "Media",
    "lain": "Lainnya",
    "tautan": "Tautan",
}
IN_UNGGAH = "Unggah berkas"
IN_TAUTAN = "Alamat (https://…)"
IN_TAUTAN_TAMBAH = "Tambah tautan"
IN_HAPUS = "Hapus {nama}"
IN_UNDUH = "Unduh {nama}"
IN_TERIMA = (
    "PDF, foto (JPEG, PNG, WebP), DOCX, atau XLSX; paling besar 10 MB. Video sebagai tautan."
)
IN_SALAH_JENIS = "Berkas itu bukan PDF, foto, DOCX, atau XLSX yang bisa dibaca. Pilih yang lain."
IN_TERLALU_BESAR = "Berkas itu lebih dari 10 MB. Kecilkan, atau pasang sebagai tautan."
IN_SALAH_TAUTAN = "Tautan harus diawali http:// atau https://."
IN_TERSIMPAN = "Tersimpan."
IN_SALAH_ISI = "Isian itu belum bisa diterima: {isian}."

SIAP = "Siap"
KURANG_BERKAS = "Perlu berkas"
KURANG = "Kurang {n}"
BELUM_ADA = "Belum ada"
TERLACAK = "Dilacak"

KATA_DATA: dict[str, str] = {
    "pelaksana": "{n} orang tercatat sebagai pelaksana",
    "sistem_daring": "{n} laporan lewat sistem daring",
    "bimtek": "{n} bimtek aplikasi dalam tiga tahun terakhir",
    "mitra": "{n} mitra ikut serta menurut laporan",
    "aktor": "{n} aktor ikut serta menurut laporan, termasuk pelaksana",
    "isian": "{n} menurut isian kecamatan",
    "hari_proses": "{n} hari sampai diverifikasi (median)",
    "pengaduan_selesai": "{n} persen pengaduan selesai",
    "bulan_penciptaan": "{n} bulan dari inisiatif sampai penerapan",
    "desa_aktif": "{atas} dari {bawah} desa melapor, {n} persen",
    "desa_rutin": "{atas} dari {bawah} desa rutin melapor, {n} persen",
    "tren_tepat_waktu": "{n} bulan berturut-turut makin cepat",
}
KATA_TANPA: dict[str, str] = {
    "bulan_penciptaan": "Isi tanggal inisiatif dan penerapan",
    "hari_proses": "Belum ada laporan yang diverifikasi",
    "desa_rutin": "Aplikasi belum dipakai pada tahun ini",
    "isian": "Isi angkanya, lalu unggah buktinya",
    "tren_tepat_waktu": "Belum ada bulan lengkap yang bisa dibandingkan",
}
KATA_NIHIL: dict[str, str] = {
    "pengaduan_selesai": "Belum ada pengaduan yang tercatat: parameter 1",
}
"""Of a share of nothing."""
KATA_KOSONG = "Belum ada data"
KATA_LAIN = "Angka hari ini: {n}"
KATA_BERKAS = "{n} berkas bukti"
KATA_TANPA_BERKAS = "Belum ada berkas"

LANGKAH_BERKAS = "Unggah bukti untuk parameter {p}: {teks}."
LANGKAH_PILIHAN = "Parameter {p}: {teks}."
LANGKAH_UKURAN = "Parameter {p}: {teks}. Kurang {n} lagi."
LANGKAH_TURUN = "Parameter {p}: {teks}. Percepat {n} lagi."
LANGKAH_TANPA = "Parameter {p}: {teks}."
LANGKAH_PENUH = "Sudah parameter tertinggi."
SATUAN: dict[str, str] = {
    "pelaksana": "orang",
    "bimtek": "kali",
    "mitra": "mitra",
    "aktor": "aktor",
    "desa_rutin": "desa",
    "hari_proses": "hari",
    "bulan_penciptaan": "bulan",
    "desa_aktif": "desa",
    "pengaduan_selesai": "persen",
    "tren_tepat_waktu": "bulan",
    "sistem_daring": "laporan",
}

# --- How sure something is, and from where --------------------------------------------------------

YAKIN: dict[str, str] = {
    "pasti": "Cocok di dua sumber",
    "satu": "Dari satu sumber",
    "periksa": "Perlu diperiksa kecamatan",
    "jangan": "Jangan dicetak",
}
SUMBER_DARI = "Sumber: {sumber}"
TANPA_SUMBER = "Sumber belum ditemukan"
KL_DIDUGA = "Diperkirakan dari aturan tahun {dari}; surat untuk tahun {tahun} belum ada."

# --- Journey ------------------------------------------------------------------------------------

PJ_SUB = "Inisiatif, uji coba, penerapan, pengembangan: apa yang diminta, apa yang sudah ada."
PJ_BELUM = "Belum: {teks}"
PJ_LENGKAP = "{n} dari {dari} sudah ada"
PJ_LENGKAP_SEMUA = "Lengkap"
PJ_ISIAN: dict[str, str] = {
    "tahap.inisiatif.mulai": "Tanggal inisiatif",
    "tahap.inisiatif.orang": "Orang yang terlibat",
    "uji.mulai": "Uji coba mulai",
    "uji.selesai": "Uji coba selesai",
    "uji.orang": "Tim uji coba",
    "uji.cara": "Cara uji coba dijalankan",
    "uji.pelajaran": "Pelajaran yang didapat",
    "uji.alasan": "Alasan keputusan",
    "tahap.penerapan.mulai": "Tanggal penerapan",
    "tahap.penerapan.orang": "Orang yang terlibat",
    "kembang.1.mulai": "Pengembangan pertama",
    "dulu.desa_melapor": "Desa yang melapor per bulan",
    "dulu.hari_terlambat": "Hari sampai laporan diterima",
    "dulu.jam_rekap": "Jam kerja untuk satu rekap",
    "kini.jam_rekap": "Jam kerja untuk satu rekap sekarang",
}
PJ_DULU = "Keadaan sebelum aplikasi (cara manual)"
PJ_DULU_KET = "Diisi sekali oleh Kasi Trantib. Angka sesudahnya dihitung dari laporan."
PJ_KINI = "Sesudah (diisi Kasi, aplikasi tidak mengukur jam kerja)"
PJ_DESA = "Desa yang ikut"
PJ_UKUR = "Yang diukur"
PJ_MINGGU = "Dari minggu ke minggu"
PJ_MINGGU_KE = "Minggu {n}, {mulai} sampai {selesai}"
PJ_MINGGU_ANGKA = "{desa} desa, {laporan} laporan, {tepat} cepat"
DULU = "dulu {n}"
DULU_HARI = "dulu {n} hari"
PJ_MINGGU_CATATAN = "Catatan minggu {n}"
PJ_MINGGU_NANTI = "Belum dimulai"
PJ_MINGGU_KOSONG = "Belum ada laporan"
PJ_KEPUTUSAN = "Keputusan"
PJ_KEPUTUSAN_PILIHAN: dict[str, str] = {
    "lanjut": "Diterapkan",
    "perbaiki": "Diperbaiki lalu diuji lagi",
    "henti": "Dihentikan",
}
PJ_KERTAS = "Menurut proposal, cara kertas sudah diuji {uji} dan diterapkan {terap}."
PJ_KERTAS_KET = "Uji coba digital di bawah ini adalah catatan baru; yang lama tetap."
PJ_KEMBANG = "Isi pengembangan dan buktinya"
PJ_BERKAS = "Berkas {tahap}"
PJ_TANGGAL_PILIH = "Pilih tanggal"
PJ_TANGGAL_HAPUS = "Kosongkan {nama}"
PJ_ANGKA_SALAH = "Isi dengan angka, misalnya 9 atau 2,5."
PJ_BUKA_UKURAN = "Lihat ukuran uji coba"
PJ_LAPORAN = "Laporan Uji Coba (PDF)"

# --- Profile ------------------------------------------------------------------------------------

PR_SUB = "Isian formulir inovasi. Isian awal berasal dari proposal dan boleh diganti."
PR_ISIAN: dict[str, str] = {
    "nama": "Nama inovasi",
    "definisi": "Definisi",
    "inisiator": "Inisiator",
    "nama_inisiator": "Nama inisiator",
    "pengelola": "Nama pengelola dan jabatan",
    "jenis": "Jenis (Digital / Non digital)",
    "bentuk": "Bentuk",
    "urusan": "Urusan pemerintahan",
    "urusan_beririsan": "Urusan lain yang beririsan",
    "asta_cita": "Asta Cita yang didukung",
    "tautan": "Alamat aplikasi",
    "hukum_proposal": "Dasar hukum menurut proposal",
    "dasar_hukum": "Dasar hukum",
    "masalah": "Permasalahan (makro dan mikro)",
    "isu": "Isu strategis",
    "metode": "Metode pembaharuan",
    "keunggulan": "Keunggulan dan kebaharuan",
    "langkah": "Tahapan pelaksanaan",
    "tujuan": "Tujuan",
    "manfaat": "Manfaat",
    "hasil": "Hasil",
    "anggaran": "Anggaran (boleh kosong)",
}
PR_PETUNJUK: dict[str, str] = {
    "definisi": "Disusun dari isian proposal. Ganti dengan kalimat pembuka proposal bila berbeda.",
    "hukum_proposal": "Lima dasar hukum proposal, apa adanya. PP 3/2002 tidak dicetak: isinya hal"
    " lain. Keterangan tiap baris ada di halaman Dasar hukum.",
    "dasar_hukum": "Dasar hukum yang dicetak kecamatan pada profil, satu baris satu peraturan.",
}
PR_SK = "Rancangan SK ditandatangani"
PR_SK_PILIHAN: dict[str, str] = {
    "bupati": "Bupati {kabupaten}",
    "camat": "Camat {kecamatan} a.n. Bupati {kabupaten}",
}
PR_SK_KET = (
    "Indikator 16 dan 23 meminta SK Kepala Daerah, atau SK Kepala Perangkat Daerah atas nama"
    " Kepala Daerah. SK Camat atas namanya sendiri tidak dihitung."
)
PR_POPULASI = "Jumlah pengguna layanan untuk SKM"
PR_POPULASI_KET = (
    "Dipakai untuk menilai cukup tidaknya jawaban survei. Kosong: jumlah HP desa yang aktif."
)
PR_RANCANG = "Rancang bangun"
PR_KATA = "{n} kata dari paling sedikit 300"
PR_KATA_CUKUP = "{n} kata, cukup (paling sedikit 300)"
PR_RANCANG_KET = "Disusun dari isian di kiri; tidak ada kalimat yang ditambahkan."

# --- Years --------------------------------------------------------------------------------------

TH_SUB = "Indikator, bobot, dan parameter setiap tahun adalah data. Yang lama tetap tersimpan."
TH_SALIN = "Salin ke tahun {tahun}"
TH_IMPOR = "Impor JSON atau Excel"
TH_JSON = "JSON"
TH_EXCEL = "Excel"
TH_SUMBER = "Sumber"
TH_BOBOT = "Bobot"
TH_PARAMETER = "Parameter {n}"
TH_BATAS = "Batas {n}"
TH_BATAS_KET = "Batas ditulis seperti >=5, >50, atau <=1; dihitung dari ukuran {ukuran}."
TH_NAMA = "Nama indikator"
TH_TANYA = "Pertanyaan"
TH_KALENDER = "Kalender putaran {tahun}"

TH_KALENDER_KET = (
    "Isi dari surat BSKDN dan dari Bapperida. Tulis tanggal seperti 20 Mei 2027; kosongkan yang"
    " belum diketahui."
)

TH_ACARA = "{nama}: {isian}"

TH_MULAI = "mulai"

TH_SELESAI = "selesai"

TH_KALENDER_SIMPAN = "Simpan kalender"

TH_SIMPAN = "Simpan indikator ini"
TH_SALAH = "Belum bisa disimpan. Periksa: {tempat}."
TH_TERBARU = "Terbaru"

# --- Documents ----------------------------------------------------------------------------------

DK_MACAM: dict[str, str] = {
    "profil": "Profil Inovasi",
    "uji-coba": "Laporan Uji Coba",
    "kemanfaatan": "Laporan Kemanfaatan",
    "monev": "Laporan Monev",
    "skm": "Laporan SKM",
    "sk": "Rancangan SK dan daftar pelaksana",
    "pelaksana": "Daftar pelaksana (lampiran SK)",
    "pedoman": "Pedoman teknis",
    "ringkasan": "Ringkasan untuk umum",
    "video": "Naskah angka untuk video",
}
DK_UNDUH = "Unduh {nama}, {jenis}"

# --- The innovation's year: may it be filed, when, and how it goes its way --------------------------

KL_JUDUL = "Kelayakan dan kalender"

KL_SUB = "Boleh diajukan atau tidak, karena apa, dan langkah berikutnya."

KL_PUTARAN = "Putaran {tahun}"

KL_PUTUSAN: dict[str, str] = {
    "boleh": "Boleh diajukan untuk putaran {tahun}",
    "belum": "Belum boleh diajukan untuk putaran {tahun}",
    "tidak_lagi": "Tidak lagi boleh diajukan untuk putaran {tahun}",
    "tidak_tahu": "Belum bisa dikatakan untuk putaran {tahun}",
}

KL_KARENA: dict[str, str] = {
    "tanpa_jendela": "Karena jendela putaran {tahun} belum diisi di kalender.",
    "belum_diterapkan": "Karena belum ada tanggal penerapan: baru inisiatif atau uji coba.",
    "penerapan_dalam": "Karena diterapkan {hari}, di dalam jendela {jendela}.",
    "pengembangan_dalam": "Karena dikembangkan {hari}, di dalam jendela {jendela}.",
    "penerapan_sesudah": "Karena baru diterapkan {hari}, sesudah jendela {jendela}.",
    "pengembangan_sesudah": "Karena baru dikembangkan {hari}, sesudah jendela {jendela}.",
    "terlalu_lama": "Karena diterapkan {hari}, sebelum jendela {jendela}, dan tidak ada pengembangan"
    " di dalamnya.",
}

KL_SUPAYA: dict[str, str] = {
    "tanpa_jendela": "Isi jendela putaran ini di kalender, dari surat BSKDN.",
    "belum_diterapkan": "Supaya boleh: terapkan di antara {jendela}, lalu isi tanggalnya.",
    "penerapan_sesudah": "Ajukan pada putaran sesudahnya.",
    "pengembangan_sesudah": "Ajukan pada putaran sesudahnya, atau tambahkan pengembangan yang"
    " terjadi di dalam jendela {jendela}.",
    "terlalu_lama": "Supaya boleh: tambahkan pengembangan yang bertanggal di dalam jendela"
    " {jendela}, dengan buktinya.",
}

KL_SISA = "Tinggal {n} hari, sampai {hari}."

KL_SISA_HABIS = "Jendela ini sudah lewat; lihat putaran sesudahnya."

KL_RENCANA = "Tanggal itu belum tiba: yang dihitung adalah yang sungguh terjadi dan ada buktinya."

KL_TANPA_BUKTI = "Pengembangan itu belum punya berkas bukti; validator akan mencoretnya."

KL_DUGAAN = "Aturan putaran {tahun} diperkirakan dari tahun sebelumnya; suratnya belum ada."

KL_URUTAN = "Periksa tanggalnya: inisiatif, uji coba, dan penerapan tidak berurutan."

KL_LANGKAH = "Langkah berikutnya"

KL_TANGGAL = "Tanggal inovasi"

KL_TANGGAL_KET = "Menurut proposal; boleh diganti. Tulis seperti 26 Desember 2022 atau 26-12-2022."

KL_TANGGAL_SALAH = "Tanggal itu belum bisa dibaca. Tulis seperti 26 Desember 2022."

KL_ISIAN: dict[str, str] = {
    "kertas.inisiatif": "Inisiatif dimulai",
    "kertas.uji_coba": "Uji coba dimulai",
    "kertas.penerapan": "Diterapkan sejak",
}

KL_DIGITAL = "Cara digital: inisiatif {inisiatif}, uji coba {uji}, penerapan {terap}."

KL_KEMBANG = "Pengembangan"

KL_KEMBANG_KET = (
    "Apa yang baru sejak penerapan, sejak kapan, dan apa buktinya. Rilis dan pemakaian pertama"
    " SINAR LINMAS sendiri boleh menjadi buktinya."
)

KL_KEMBANG_KE = "Pengembangan {n}"

KL_KEMBANG_TANGGAL = "Tanggal pengembangan {n}"

KL_KEMBANG_APA = "Apa yang baru {n}"

KL_KEMBANG_TAMBAH = "Tambah pengembangan"

KL_KEMBANG_DIGITAL = "Penerapan cara digital, {hari}"

KL_DIGITAL_NAMA = "penerapan cara digital"

KL_SARAN = "Dari data sendiri"

KL_SARAN_PAKAI = "Pakai: {teks}, {hari}"

KL_SARAN_ISI: dict[str, str] = {
    "hp": "HP desa pertama diaktifkan",
    "laporan": "Laporan digital pertama diterima kecamatan",
    "pembinaan": "Pembinaan pertama dicatat di aplikasi",
}

KL_KALENDER = "Kalender putaran"

KL_KALENDER_UBAH = "Ubah kalender"

KL_HITUNG_MULAI = "{nama} dimulai {n} hari lagi, {hari}"

KL_HITUNG_SELESAI = "{nama} berakhir {n} hari lagi, {hari}"


KL_BELUM_DIUMUMKAN = "Belum diketahui"

KL_JALAN = "Jalan pengajuan: siapa mengerjakan apa"

KL_JALAN_KET = "Tekan satu langkah untuk membacanya; tandai bila sudah."

KL_JALAN_SUDAH = "Sudah dikerjakan"

KL_JALAN_BELUM = "Tandai sudah"

KL_JALAN_SIAPA = "Oleh: {siapa}"

KL_JALAN_BACA = "Langkah {n}: {nama}, {keadaan}"

KL_JALAN_KEADAAN = {True: "sudah", False: "belum"}

KL_JALAN_HABIS = "Semua langkah sudah ditandai."

KL_LAJUR: dict[str, str] = {
    "kecamatan": "Kecamatan {kecamatan}",
    "bapperida": "Bapperida {kabupaten}",
    "nasional": "Sistem nasional (BSKDN)",
}

KL_SYARAT = "Yang harus lengkap"

KL_SYARAT_KATA = "Rancang bangun {n} kata dari paling sedikit 300"

KL_SYARAT_WAJIB = "Indikator wajib {nomor} punya bukti"


KL_SYARAT_SET = "Daftar indikator tahun {tahun} belum dibuat"

KL_KE_SET = "Buat daftar tahun {tahun}"

KL_KE_LEMBAR = "Lembar isian"

KL_KE_VALIDATOR = "Periksa seperti validator"

# --- The sheet to copy ----------------------------------------------------------------------------

LB_JUDUL = "Lembar isian"

LB_SUB = "Salin isian demi isian ke formulir; tandai yang sudah."

LB_SUMBER = (
    "Urutan isian menurut satu contoh formulir di sumber terbuka dan pengetahuan umum, dibaca 30"
    " November 2026. Formulir tahun ini mungkin berbeda: cocokkan."
)

LB_SELESAI = "{n} dari {semua} isian ditandai selesai"

LB_PANJANG = "{huruf} huruf, {kata} kata"

LB_KOSONG = "Belum diisi"

LB_SALIN = "Salin {nama}"

LB_DISALIN = "Disalin: {nama}."

LB_GAGAL_SALIN = "Belum tersalin. Tandai teksnya, lalu salin sendiri."

LB_TANDAI = "Tandai selesai: {nama}"

LB_BATAL = "Belum selesai: {nama}"

LB_LAMPIRAN = "Lampirkan: {berkas}"

LB_TANPA_LAMPIRAN = "Belum ada berkas untuk dilampirkan."

LB_BAGIAN_PROFIL = "Profil inovasi"

LB_BAGIAN_INDIKATOR = "Indikator"

LB_ISIAN: dict[str, str] = {
    "tahapan": "Tahapan inovasi",
    "waktu_inisiatif": "Waktu inisiatif",
    "waktu_uji": "Waktu uji coba",
    "waktu_terap": "Waktu penerapan",
    "waktu_kembang": "Tanggal pengembangan",
    "rancang": "Rancang bangun dan pokok perubahan",
    "letak": "Letak",
}

LB_INDIKATOR = "Parameter {n}: {teks}"

LB_INDIKATOR_TANPA = "Belum ada parameter yang bisa dibuktikan"

# --- The validator's eyes -------------------------------------------------------------------------

VL_JUDUL = "Periksa seperti validator"

VL_SUB = "Setiap klaim dengan yang ada di baliknya, dan apa yang akan dicoret."

VL_JUMLAH = "{bertahan} dari {klaim} poin yang diklaim bertahan"

VL_DICORET_N = "{n} klaim akan dicoret"

VL_TANPA_CORET = "Tidak ada klaim yang dicoret."

VL_KLAIM = "Klaim: parameter {n}, {teks}"

VL_TANPA_KLAIM = "Tidak ada klaim"

VL_BERTAHAN = "Bertahan"

VL_DICORET = "Dicoret"

VL_RAGU = "Diragukan"

VL_DIMINTA = "Validator meminta: {teks}"

VL_DI_BALIK = "Di baliknya"

VL_TIDAK_ADA = "Tidak ada apa-apa di baliknya."

VL_LAGI = "dan {n} lagi"

VL_BERKAS = "{jenis}: {nama}, {tanggal}"

VL_TIDAK_LAYAK = "Seluruh pengajuan akan ditolak pada putaran {tahun}. {karena}"

VL_KET = "Aturan coret di sini adalah usulan kami; keputusan ada pada validator."

VL_ALASAN: dict[str, str] = {
    "tanpa_berkas": "Dicoret: tidak ada berkas yang membuktikannya.",
    "jenis_lain": "Dicoret: berkasnya bukan jenis yang diminta ({jenis}).",
    "bukan_sk": "Dicoret: parameter ini meminta SK, dan tidak ada berkas SK.",
    "rancangan": "Dicoret: berkasnya masih rancangan, belum ditandatangani.",
    "kurang_berkas": "Diragukan: klaim {n}, tetapi hanya {ada} berkas.",
    "tanpa_cetak": "Diragukan: dihitung dari laporan, tetapi belum ada cetaknya untuk dilampirkan.",
    "luar_tabel": "Diragukan: angkanya di luar tabel parameter; cocokkan dengan surat aslinya.",
}

VL_LAPORAN = "{resi}, {tempat}, {tanggal}"

VL_ORANG = "{nama}, {jabatan}, {unit}"

VL_MITRA = "{nama}: {n} laporan"

VL_PELAKSANA = "Pelaksana: Kecamatan {kecamatan} dan Satlinmas desa"

VL_BIMTEK = "{judul}, {tanggal}"

VL_PENGADUAN = "{jumlah} pengaduan, {selesai} selesai"

VL_TANGGAL = "{nama}: {hari}"
