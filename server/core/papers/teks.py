"""Words of the innovation's papers."""

from __future__ import annotations

CONTOH = "DATA CONTOH, BUKAN BUKTI."
SUMBER = "SINAR LINMAS, data sampai {tanggal} pukul {jam} WITA"
KOSONG = "(belum diisi)"
BELUM_RENCANA = "Uji coba belum direncanakan: tanggal atau desa yang ikut belum diisi."
TANPA_BARIS = "Belum ada data."

JUDUL: dict[str, str] = {
    "profil": "PROFIL INOVASI DAERAH\n{nama}",
    "uji-coba": "LAPORAN UJI COBA INOVASI\n{nama}",
    "kemanfaatan": "LAPORAN KEMANFAATAN INOVASI\n{nama}\nTAHUN {tahun}",
    "monev": "LAPORAN MONITORING DAN EVALUASI INOVASI\n{nama}\nTAHUN {tahun}",
    "skm": "LAPORAN SURVEI KEPUASAN MASYARAKAT (SKM)\n{nama}\nTAHUN {tahun}",
    "sk": "RANCANGAN\nKEPUTUSAN CAMAT JUAI\nTENTANG PELAKSANA INOVASI {nama}",
    "pedoman": "PEDOMAN TEKNIS\n{nama}",
    "ringkasan": "{nama}\nRINGKASAN UNTUK UMUM, TAHUN {tahun}",
    "video": "NASKAH ANGKA UNTUK VIDEO (PALING LAMA 5 MENIT)\n{nama}",
}
NAMA_BERKAS: dict[str, str] = {
    "profil": "Profil Inovasi",
    "uji-coba": "Laporan Uji Coba",
    "kemanfaatan": "Laporan Kemanfaatan",
    "monev": "Laporan Monev",
    "skm": "Laporan SKM",
    "sk": "Rancangan SK dan daftar pelaksana",
    "pelaksana": "Daftar pelaksana",
    "pedoman": "Pedoman teknis",
    "ringkasan": "Ringkasan untuk umum",
    "video": "Naskah video",
}

MASA = "Masa"
METODE = "Cara menghitung"
METODE_ISI = (
    "Angka dihitung dari laporan yang diterima server kecamatan. Laporan yang ditarik pelapor dan"
    " laporan dari HP latihan tidak dihitung. Setiap angka dapat dibuka sampai ke laporan di"
    " baliknya pada halaman Bukti inovasi."
)
BERJALAN = "Masa ini masih berjalan: baru {lewat} dari {hari} hari."
BELUM_ADA_LAPORAN = "Belum ada laporan pada masa ini."
DESA_PESERTA = "Desa yang ikut"
TIM = "Tim"
CARA = "Cara uji coba dijalankan"
DULU = "Keadaan sebelum aplikasi (diisi Kasi Trantib)"
BANDING = "Sebelum dan sesudah"
HASIL_UKUR = "Hasil pengukuran"
MINGGU = "Dari minggu ke minggu"
PER_BULAN = "Dari bulan ke bulan"
PER_DESA = "Laporan setiap desa"
PELAJARAN = "Pelajaran yang didapat"
KEPUTUSAN = "Keputusan"
ALASAN = "Alasan"
LAMPIRAN_FOTO = "Lampiran foto"
MITRA = "Mitra yang disebut dalam laporan"
PEMBINAAN = "Pembinaan"
BIMTEK = "Bimtek aplikasi dalam tiga tahun terakhir"
INDIKATOR = "Keadaan indikator"
JUMLAH_POIN = "Jumlah hari ini: {poin} dari {semua} poin SID. Tanpa bukti tidak ada poin."
TINDAK_LANJUT = "Yang masih kurang"

K_NO, K_UKURAN, K_NILAI, K_DARI = "No", "Ukuran", "Nilai", "Dari"
K_HAL, K_SEBELUM, K_SESUDAH, K_ARTI = "Hal", "Cara manual", "SINAR LINMAS", "Perubahan"
K_MINGGU, K_DESA, K_LAPORAN, K_TEPAT, K_CATATAN = (
    "Minggu", "Desa", "Laporan", "Cepat", "Catatan",
)  # fmt: skip
K_BULAN, K_AKTIF, K_PER_DESA, K_VERIFIKASI = (
    "Bulan", "Desa aktif", "Laporan per desa", "Sampai diverifikasi",
)  # fmt: skip
K_MITRA, K_TANGGAL, K_JUDUL, K_PESERTA = "Mitra", "Tanggal", "Pembinaan", "Peserta"
K_INDIKATOR, K_BOBOT, K_PARAMETER, K_POIN, K_KURANG = (
    "Indikator", "Bobot", "Parameter", "Poin", "Kata data dan kekurangan",
)  # fmt: skip
K_NAMA, K_JABATAN, K_UNIT, K_TUGAS = "Nama", "Jabatan", "Unit", "Tugas dalam inovasi"
K_FOTO = "Berfoto"

LEBIH_BAIK, LEBIH_BURUK, TETAP = "Lebih baik", "Belum lebih baik", "Belum bisa dibandingkan"
ANGKA_MINGGU = "{mulai} sampai {selesai}"

# --- Profile ------------------------------------------------------------------------------------

TAHAPAN_INOVASI = "Tahapan inovasi"
WAKTU_UJI = "Waktu uji coba"
WAKTU_TERAP = "Waktu penerapan"
UJI_KERTAS = "Uji coba cara kertas"
TERAP_KERTAS = "Penerapan cara kertas"
MENURUT_PROPOSAL = "{tanggal} (menurut proposal)"
RANCANG = "Rancang bangun dan pokok perubahan"
RANCANG_KATA = "Panjang rancang bangun: {n} kata (paling sedikit 300)."
RANCANG_KURANG = "Panjang rancang bangun: {n} kata, MASIH KURANG dari 300 kata."
KOORDINAT = "Letak"
LETAK = "Kecamatan Juai, Kabupaten Balangan, Provinsi Kalimantan Selatan (63.11.01)"

# --- Draft SK -----------------------------------------------------------------------------------

SK_MENIMBANG = "Menimbang"
SK_MENIMBANG_ISI = (
    "bahwa {tujuan}",
    "bahwa untuk melaksanakan inovasi {nama} perlu ditunjuk pelaksananya;",
)
SK_MENGINGAT = "Mengingat"
SK_MEMUTUSKAN = "MEMUTUSKAN"
SK_ISI = (
    "Menunjuk pelaksana inovasi {nama} sebagaimana tercantum dalam lampiran keputusan ini.",
    "Pelaksana bertugas menerima, memeriksa, dan menindaklanjuti laporan kegiatan Satlinmas desa"
    " melalui SINAR LINMAS.",
    "Segala biaya yang timbul dibebankan pada anggaran yang sah dan tidak mengikat.",
    "Keputusan ini berlaku sejak tanggal ditetapkan.",
)
SK_CATATAN = (
    "Ini rancangan untuk disunting. Dasar hukum pada bagian Mengingat diambil dari isian profil;"
    " yang bertanda periksa di halaman Dasar hukum harus dicocokkan lebih dulu."
)
SK_LAMPIRAN = "Lampiran: daftar pelaksana ({n} orang)"
SK_DITETAPKAN = "Ditetapkan oleh"
TUGAS: dict[str, str] = {
    "kecamatan": "Menerima, memeriksa, dan membina",
    "kepala_desa": "Penanggung jawab di desa",
    "kepala_pelaksana": "Pelaksana di desa",
    "operator": "Mengirim laporan lewat HP desa",
}
JABATAN: dict[str, str] = {
    "kepala_desa": "Kepala Desa selaku Kepala Satlinmas",
    "kepala_pelaksana": "Kepala Pelaksana Satlinmas",
    "operator": "Operator desa",
}

# --- Public summary, video ------------------------------------------------------------------------

UMUM_APA = "Apa itu SINAR LINMAS"
UMUM_APA_ISI = (
    "SINAR LINMAS menghubungkan Satlinmas 21 desa di Kecamatan Juai dengan kantor kecamatan. Aparat"
    " desa mencatat ronda, penjagaan, kegiatan sosial, dan kejadian di HP, juga tanpa sinyal."
    " Laporan terkirim sendiri saat ada sambungan; kecamatan membaca, menjawab, dan membina."
)
UMUM_ANGKA = "Angka tahun ini"
UMUM_MANFAAT = "Manfaat"
UMUM_TANYA = "Bertanya"
UMUM_TANYA_ISI = "Kantor Kecamatan Juai, {alamat}"
UMUM_NAMA = "Ringkasan ini tidak memuat nama orang."

VIDEO_UNSUR: tuple[tuple[str, str], ...] = (
    ("Latar belakang", "masalah"),
    ("Penjaringan ide", "isu"),
    ("Pemilihan ide", "metode"),
    ("Manfaat", "manfaat"),
    ("Dampak", "hasil"),
)
VIDEO_WAKTU = ("0.00 sampai 0.50", "0.50 sampai 1.40", "1.40 sampai 2.40", "2.40 sampai 3.50",
               "3.50 sampai 5.00")  # fmt: skip
VIDEO_UNSUR_JUDUL = "{n}. {unsur} ({waktu})"
VIDEO_ANGKA = "Angka untuk ditampilkan di layar"
VIDEO_TAMPIL = "Rekam layar: HP desa mengirim laporan tanpa sinyal, papan bulan, pemeriksaan."

# --- The pack -----------------------------------------------------------------------------------

PAKET = "Bukti inovasi {tahun}"
PAKET_ISI = "DAFTAR ISI.txt"
PAKET_TAUTAN = "tautan.txt"
PAKET_UMUM = "00 Dokumen umum"
PAKET_BARIS = "{nomor}. {nama}: parameter {p} dari 3, {poin} poin. {kata}"
PAKET_TANPA = "   Belum ada berkas."

# --- Laporan SKM ---------------------------------------------------------------------------------
SKM_CARA = (
    "Sembilan unsur dinilai dengan skala 1 sampai 4. Indeks adalah rata-rata nilai kesembilan"
    " unsur, masing-masing berbobot sama, dikalikan 25. Mutu A: 88,31 sampai 100; B: 76,61 sampai"
    " 88,30; C: 65,00 sampai 76,60; D: 25,00 sampai 64,99. Satu HP desa menjawab sekali dalam"
    " setengah tahun; jawaban tidak menyebut siapa yang mengisinya."
)
SKM_DASAR_JUDUL = "Dasar"
SKM_DASAR = "Permen PANRB Nomor 14 Tahun 2017"
SKM_BELUM = "Belum ada jawaban pada tahun ini."
SKM_JUMLAH = "Jumlah jawaban"
SKM_JUMLAH_ISI = "{jumlah} ({desa} dari HP desa di {banyak} desa, {publik} dari warga)"
SKM_INDEKS = "Indeks"
SKM_MUTU = "Mutu pelayanan"
SKM_MUTU_ISI = "{mutu} ({kata})"
SKM_UNSUR = "Unsur"
SKM_NILAI = "Nilai rata-rata"
SKM_KALI = "Nilai x 25"
SKM_TERLEMAH = "Unsur terendah"
SKM_PERBAIKAN = "Yang dilakukan untuk unsur terendah"
SKM_BELUM_DITULIS = "Belum ditulis."
SKM_SARAN = "Saran"
