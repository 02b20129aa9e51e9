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
    "sk": "RANCANGAN SK PELAKSANA INOVASI {nama}",
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
MITRA = "Mitra yang ikut serta menurut laporan"
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
K_BULAN, K_AKTIF, K_VERIFIKASI = (
    "Bulan", "Desa melapor", "Sampai diverifikasi",
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
WAKTU_KEMBANG = "Tanggal pengembangan"

UJI_KERTAS = "Uji coba cara kertas"
TERAP_KERTAS = "Penerapan cara kertas"
MENURUT_PROPOSAL = "{tanggal} (menurut proposal)"
RANCANG = "Rancang bangun dan pokok perubahan"
RANCANG_KATA = "Panjang rancang bangun: {n} kata (paling sedikit 300)."
RANCANG_KURANG = "Panjang rancang bangun: {n} kata, MASIH KURANG dari 300 kata."
KOORDINAT = "Letak"
LETAK = "Kecamatan {kecamatan}, Kabupaten {kabupaten}, Provinsi {provinsi} ({kode})"

# --- Draft SK -----------------------------------------------------------------------------------

SK_JUDUL: dict[str, str] = {
    "bupati": "RANCANGAN\nKEPUTUSAN BUPATI {KABUPATEN}",
    "camat": "RANCANGAN\nKEPUTUSAN CAMAT {KECAMATAN}\nATAS NAMA BUPATI {KABUPATEN}",
}
SK_KOP: dict[str, tuple[str, ...]] = {
    "bupati": ("BUPATI {KABUPATEN}", "PROVINSI {PROVINSI}"),
}
"""The head of a letter that is not the kecamatan's."""
SK_TENTANG = "TENTANG\nPENETAPAN PELAKSANA INOVASI DAERAH\n{nama}"
SK_PEJABAT: dict[str, str] = {
    "bupati": "BUPATI {KABUPATEN},",
    "camat": "CAMAT {KECAMATAN},",
}
SK_NAMA: dict[str, str] = {
    "bupati": "Keputusan Bupati",
    "camat": "Keputusan Camat atas nama Bupati",
}
SK_AN = "a.n. BUPATI {KABUPATEN}"
SK_MENIMBANG = "Menimbang"
SK_MENIMBANG_ISI = (
    "bahwa inovasi daerah {nama} bertujuan {tujuan};",
    "bahwa untuk melaksanakannya secara tertib dan berkelanjutan perlu ditetapkan pelaksananya;",
    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu"
    " menetapkan {keputusan} tentang Penetapan Pelaksana Inovasi Daerah {nama};",
)
SK_MENGINGAT = "Mengingat"
SK_MEMPERHATIKAN = "Memperhatikan"
SK_TANDA = "{teks} [{tanda}]"
SK_MEMUTUSKAN = "MEMUTUSKAN:"
SK_MENETAPKAN = "Menetapkan"
SK_MENETAPKAN_ISI = "{keputusan} TENTANG PENETAPAN PELAKSANA INOVASI DAERAH {nama}."
SK_DIKTUM: tuple[tuple[str, str], ...] = (
    ("KESATU", "Menetapkan pelaksana inovasi daerah {nama} dengan susunan sebagaimana tercantum"
     " dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini."),
    ("KEDUA", "Pelaksana sebagaimana dimaksud dalam Diktum KESATU bertugas menerima, memeriksa,"
     " dan menindaklanjuti laporan kegiatan Satlinmas desa melalui SINAR LINMAS, serta membina"
     " anggota Satlinmas di Kecamatan {kecamatan}."),
    ("KETIGA", "Pelaksana sebagaimana dimaksud dalam Diktum KESATU bertanggung jawab kepada Bupati"
     " melalui Camat {kecamatan} dan menyampaikan laporan secara berkala."),
    ("KEEMPAT", "Biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada"
     " anggaran pendapatan dan belanja daerah serta sumber lain yang sah dan tidak mengikat."),
    ("KELIMA", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
)  # fmt: skip
SK_CATATAN = (
    "Ini rancangan untuk disunting bersama Bagian Hukum. Tanda dalam kurung siku menunjukkan"
    " seberapa pasti tiap dasar hukum; hapus tanda itu sesudah dicocokkan dengan naskahnya."
)
SK_TIDAK_DICETAK = "Tidak dicetak karena mengatur hal lain: {baris}."
SK_LAMPIRAN = "Lampiran {keputusan}: daftar pelaksana ({n} orang)"
SK_DITETAPKAN = "Ditetapkan di {tempat}\npada tanggal {hari}"
TUGAS: dict[str, str] = {
    "camat": "Penanggung jawab di kecamatan",
    "kecamatan": "Menerima, memeriksa, dan membina",
    "kepala_desa": "Penanggung jawab di desa",
    "kepala_pelaksana": "Pelaksana di desa",
    "operator": "Mengirim laporan lewat HP desa",
}
JABATAN: dict[str, str] = {
    "camat": "Camat {kecamatan}",
    "kasi": "Kepala Seksi Ketenteraman dan Ketertiban",
    "kepala_desa": "Kepala Desa selaku Kepala Satlinmas",
    "kepala_pelaksana": "Kepala Pelaksana Satlinmas",
    "operator": "Operator desa",
}

# --- Public summary, video ------------------------------------------------------------------------

UMUM_APA = "Apa itu SINAR LINMAS"
UMUM_APA_ISI = (
    "SINAR LINMAS menghubungkan Satlinmas {desa} desa di Kecamatan {kecamatan} dengan kantor kecamatan. Aparat"
    " desa mencatat ronda, penjagaan, kegiatan sosial, dan kejadian di HP, juga tanpa sinyal."
    " Laporan terkirim sendiri saat ada sambungan; kecamatan membaca, menjawab, dan membina."
)
UMUM_ANGKA = "Angka tahun ini"
UMUM_MANFAAT = "Manfaat"
UMUM_TANYA = "Bertanya"
UMUM_TANYA_ISI = "Kantor Kecamatan {kecamatan}, {alamat}"
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
SKM_SATU_INDEKS = (
    "Indeks dihitung untuk setiap semester, dari jawaban HP desa dan warga bersama-sama. Halaman"
    " publik memakai angka yang sama; semester tidak dirata-ratakan."
)
SKM_PROFIL = "Profil responden"
SKM_PROFIL_KET = (
    "Diisi sukarela, tanpa nama, dan disimpan hanya sebagai jumlah; karena itu tidak dapat"
    " dipasangkan dengan jawaban."
)
SKM_PROFIL_KOSONG = "Tidak diisi"
K_PROFIL, K_PILIHAN, K_JUMLAH = "Profil", "Jawaban", "Jumlah"
SKM_SAMPEL = "Jumlah responden"
SKM_SAMPEL_CUKUP = (
    "{jumlah} jawaban dari {populasi} pengguna layanan. Menurut tabel Krejcie dan Morgan"
    " diperlukan paling sedikit {perlu}: terpenuhi."
)
SKM_SAMPEL_KURANG = (
    "{jumlah} jawaban dari {populasi} pengguna layanan. Menurut tabel Krejcie dan Morgan"
    " diperlukan paling sedikit {perlu}: MASIH KURANG {kurang}, jadi hasilnya belum mewakili."
)
SKM_SAMPEL_TANPA = "Jumlah pengguna layanan belum diketahui, jadi kecukupan sampel belum dinilai."
SKM_SAMPEL_SUMBER = (
    "Tabel itu dikenal sebagai rujukan Permen PANRB 14/2017 (pengetahuan umum, perlu diperiksa"
    " kecamatan). Pengguna layanan: {asal}."
)
SKM_ASAL_ISIAN = "isian kecamatan"
SKM_ASAL_HP = (
    "jumlah HP desa yang aktif, dibandingkan dengan jawaban dari HP desa; banyaknya warga pengguna"
    " layanan tidak diketahui"
)
SKM_UNSUR = "Unsur"
SKM_NILAI = "Nilai rata-rata"
SKM_KALI = "Nilai x 25"
SKM_TERLEMAH = "Unsur terendah"
SKM_PERBAIKAN = "Yang dilakukan untuk unsur terendah"
SKM_BELUM_DITULIS = "Belum ditulis."
SKM_SARAN = "Saran"
