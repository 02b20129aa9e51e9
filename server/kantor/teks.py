"""The words of the office: settings, accounts, announcements."""

from __future__ import annotations

# --- Pengaturan ----------------------------------------------------------------------------------

NAV_PENGATURAN = "Pengaturan"

PT_SUB = "Kop, penanda tangan, dan aturan yang berlaku di HP desa."

PT_AKUN = "Akun"

PT_SIMPAN = "Simpan"

PT_TERSIMPAN = "Tersimpan. HP desa menerima perubahannya saat tersambung."

PT_SALAH = "Belum disimpan. Periksa isian: {isian}."

PT_KOSONG = "Masih kosong: {isian}. Pada surat tercetak sebagai baris kosong."

PT_LENGKAP = "Semua yang diperlukan surat dan HP sudah terisi."

PT_BAGIAN = {
    "kop": "Kop surat",
    "tanda": "Penanda tangan",
    "nomor": "Nomor surat",
    "aturan": "Aturan laporan",
    "jenis": "Jenis kegiatan yang dipakai",
    "darurat": "Nomor darurat dan pesan",
    "pribadi": "Data pribadi",
    "peta": "Peta",
    "aman": "Keamanan",
}

PT_NAMA = {
    "kop": "baris kop",
    "kop_alamat": "alamat pada kop",
    "tempat": "tempat penandatanganan",
    "camat": "nama camat",
    "kasi": "nama Kasi Trantib",
    "nomor_rekap": "bentuk nomor rekap",
    "nomor_pembinaan": "bentuk nomor pembinaan",
    "nomor_sertifikat": "bentuk nomor sertifikat",
    "nomor_laporan": "bentuk nomor laporan desa",
    "salam": "salam pembuka pesan",
    "logo": "logo pada kop",
    "alamat_umum": "alamat server untuk kode QR",
    "peta_ubin": "alamat gambar peta",
    "nomor_darurat": "nomor darurat",
    "quiet_days": "hari tanpa kontak",
    "cadence": "jumlah laporan per bulan",
    "due_day": "tanggal batas rekap",
    "jenis": "jenis kegiatan",
    "retention_days": "lama foto disimpan",
    "privasi_kontak": "kontak data pribadi",
    "simpan_laporan_tahun": "masa simpan laporan",
    "simpan_foto_tahun": "masa simpan foto",
    "simpan_mantan_tahun": "masa simpan data mantan anggota",
    "kuota_kiriman": "batas laporan satu HP",
    "kuota_anggota": "batas perubahan anggota satu HP",
    "kuota_foto_mb": "batas foto satu HP",
    "dua_langkah_wajib": "langkah kedua wajib",
    "camat_verifikasi": "camat ikut memverifikasi",
}

PT_KOP = "Baris kop, satu baris satu tulisan"

PT_KOP_ALAMAT = "Alamat pada kop"

PT_TEMPAT = "Tempat penandatanganan"

PT_CAMAT = "Camat"

PT_KASI = "Kasi Trantib"

PT_ORANG = {"nama": "Nama {siapa}", "pangkat": "Pangkat {siapa}", "nip": "NIP {siapa}"}

PT_NOMOR_REKAP = "Bentuk nomor rekap"

PT_NOMOR_PEMBINAAN = "Bentuk nomor surat pembinaan"

PT_NOMOR_SERTIFIKAT = "Bentuk nomor sertifikat pembinaan"

PT_NOMOR_LAPORAN = "Bentuk nomor surat laporan desa"

PT_NOMOR_ARTI = (
    "Yang diganti sendiri: {nomor} urutan, {romawi} bulan, {tahun} tahun; pada surat desa juga {desa} "
    "nama desa, dan urutannya ditulis tangan menurut buku surat keluar desa. Bila kosong, seluruh "
    "nomor ditulis tangan."
)

PT_BULAN_CAMPUR = (
    "Tulis bulan dengan satu cara pada semua bentuk nomor: {romawi} (XI) atau {bulan} (11), jangan "
    "keduanya."
)

PT_LOGO = "Logo pada kop"

PT_LOGO_PILIH = "Pilih gambar logo"

PT_LOGO_HAPUS = "Hapus logo"

PT_LOGO_PETUNJUK = "PNG, JPEG, atau WebP, paling besar 5 MB. Tercetak di kiri kop, juga di HP desa."

PT_LOGO_TERSIMPAN = "Logo tersimpan. HP desa menerimanya saat tersambung."

PT_LOGO_DIHAPUS = "Logo dihapus dari kop."

PT_LOGO_DITOLAK = (
    "Gambar ini tidak dapat dipakai. Pilih PNG, JPEG, atau WebP lain. Logo lama tetap."
)

PT_NOMOR_PETUNJUK = "300.1.4/{nomor}/TRANTIB/{romawi}/{tahun}"

PT_PER_BULAN = "Laporan paling sedikit per bulan"

PT_BATAS = "Rekap paling lambat tanggal"

PT_KONTAK = "HP dianggap lama tak tersambung setelah (hari)"

PT_UBIN = "Alamat gambar peta"

PT_UBIN_CONTOH = "https://…/{z}/{x}/{y}.png"

PT_UBIN_ARTI = (
    "Kosong: peta hanya menggambar titik desa dan laporan. Jika diisi, komputer petugas mengambil "
    "gambar peta dari alamat itu, sehingga pemiliknya tahu daerah yang dilihat. Alamat itu harus "
    "mengizinkan dipakai dari situs lain (CORS), dan syarat pemakaiannya dibaca dulu. Berlaku "
    "setelah halaman dimuat ulang."
)

PT_SIMPAN_FOTO = "Foto terkirim disimpan di HP selama (hari)"

PT_DUA_LANGKAH = "Yang menandatangani rekap wajib masuk dengan dua langkah"
PT_KUOTA = {
    "kuota_kiriman": "Paling banyak laporan dan tanggapan satu HP dalam satu jam",
    "kuota_anggota": "Paling banyak perubahan anggota satu HP dalam satu jam",
    "kuota_foto_mb": "Paling banyak foto satu HP dalam satu jam (MB)",
}
PT_KUOTA_ARTI = "Lebih dari itu HP diminta menunggu; isinya tetap aman di HP dan terkirim kemudian."
PT_SALAM = "Salam pembuka pesan WhatsApp"

PT_SALAM_CONTOH = "Selamat pagi"

PT_SALAM_ARTI = (
    "Dipakai di pesan pengingat, pesan kode, dan teks laporan dari HP desa. Kosong: Yth. Bapak/Ibu."
)

PT_CAMAT_VERIFIKASI = "Camat ikut memverifikasi laporan"

PT_DARURAT = "Satu baris satu nomor, nama dulu: BPBD (contoh), 0526 000000"

AK_JUDUL = "Akun petugas"

AK_SUB = "Siapa yang boleh membuka layar kecamatan, dan sebagai apa."

AK_TAMBAH = "Tambah akun"

AK_NAMA_PENGGUNA = "Nama pengguna"

AK_NAMA = "Nama lengkap"

AK_SANDI = "Kata sandi"

AK_SANDI_BARU = "Kata sandi baru"

AK_GANTI_SANDI = "Ganti kata sandi {nama}"

AK_HAPUS = "Hapus akun {nama}"

AK_HAPUS_TANYA = "Hapus akun {nama}? Jejak kerjanya tetap tersimpan."

AK_HAPUS_YA = "Hapus akun"

AK_PERAN = "Peran"

AK_ANDA = "Anda"

AK_SIMPAN = "Simpan"

AK_BATAL = "Batal"

AK_SELESAI = "Tersimpan."

AK_LEPAS = "Lepas langkah kedua {nama}"
AK_LEPAS_TANYA = (
    "Lepas langkah kedua {nama}? Lakukan hanya bila HP dan kode cadangannya hilang. Akun itu lalu "
    "masuk dengan kata sandi saja, sampai langkah kedua dipasang lagi."
)
AK_LEPAS_YA = "Lepas"
LS_JUDUL = "Log-in saya"
LS_SUB = "Di mana akun Anda sedang terbuka, dan langkah kedua saat masuk."
LS_LANGKAH = "Langkah kedua saat masuk"
LS_BELUM = (
    "Belum dipasang. Dengan langkah kedua, kata sandi saja tidak cukup: saat masuk diminta juga "
    "kode dari aplikasi autentikator di HP Anda."
)
LS_AKTIF = "Terpasang. Kode cadangan yang tersisa: {sisa}."
LS_PASANG = "Pasang"
LS_BATAL = "Batal"
LS_LEPAS = "Lepas langkah kedua"
LS_PINDAI = (
    "Pindai gambar ini dengan aplikasi autentikator di HP Anda, atau ketik hurufnya. Lalu isi kode "
    "enam angka yang tampil."
)
LS_GAMBAR = "Kode QR untuk aplikasi autentikator"
LS_KODE = "Kode dari aplikasi, atau satu kode cadangan"
LS_KODE_SALAH = (
    "Kode itu tidak cocok, sudah dipakai, atau sudah lewat. Isi kode yang sedang tampil."
)
LS_TUNGGU = "Terlalu banyak percobaan. Tunggu {menit} menit, lalu coba lagi."
LS_TERPASANG = "Langkah kedua terpasang. Simpan kode cadangan di bawah ini."
LS_TERLEPAS = "Langkah kedua dilepas."
LS_CADANGAN = (
    "Bila HP Anda hilang, satu kode ini menggantikan kode dari aplikasi, masing-masing sekali saja. "
    "Kode ini tidak ditampilkan lagi."
)
LS_SUDAH_DISIMPAN = "Sudah saya simpan"
LS_TERBUKA = "Masuk yang sedang terbuka"
LS_BARIS = "Dari {alamat}, sejak {sejak}, terakhir dipakai {terakhir}"
LS_AKUN_HILANG = "Akun ini sudah tidak ada. Keluar, lalu masuk dengan akun Anda yang sekarang."
LS_PERAMBAN = "Browser tidak dikenal"
LS_KELUAR_SEMUA = "Keluar dari semua"
LS_KELUAR_SEMUA_ARTI = "Semua layar Anda tertutup, juga yang ini; Anda lalu masuk lagi."
AK_SALAH = {
    "BadNameError": "Nama pengguna memakai huruf kecil, angka, titik, atau garis; 2 sampai 60 huruf.",
    "NameTakenError": "Nama pengguna itu sudah dipakai.",
    "BadPasswordError": "Kata sandi harus 10 sampai 200 huruf.",
    "CommonPasswordError": (
        "Kata sandi itu termasuk yang paling sering dicoba orang. Pilih yang lain, misalnya "
        "beberapa kata yang tidak berkaitan."
    ),
    "NamePasswordError": "Kata sandi tidak boleh nama pengguna atau nama kantor. Pilih yang lain.",
    "NoSuchAccountError": "Akun itu sudah tidak ada.",
    "OwnAccountError": "Akun sendiri tidak bisa dihapus atau diganti perannya.",
    "LastAdminError": "Harus tetap ada satu admin. Buat admin lain dulu.",
}

AK_KECAMATAN_LAIN = (
    "Data kecamatan {kode} di server ini tidak terbaca, jadi belum pasti apakah nama itu sudah "
    "dipakai di sana. Tidak ada yang berubah; hubungi operator."
)

NAV_PENGUMUMAN = "Pengumuman"

PG_JUDUL = "Pengumuman"

PG_SUB = "Dari kecamatan ke HP desa."

PG_BARU = "Pengumuman baru"

PG_KIRIM = "Kirim ke {n} desa"

PG_KIRIM_KOSONG = "Kirim"

PG_JUDUL_ISIAN = "Judul"

PG_TEKS = "Isi"

PG_UNTUK = "Untuk desa"

PG_SEMUA = "Semua desa"

PG_DIBACA = "Dibaca {n} dari {dari} desa"

PG_BELUM_DIBACA = "Belum dibaca: {desa}"

PG_DIBACA_SEMUA = "Semua desa sudah membaca."

PG_KOSONG = "Belum ada pengumuman."

PG_LENGKAPI = "Isi judul dan isinya, lalu pilih sedikitnya satu desa."

PG_OLEH = "{oleh}, {waktu}"

PG_KEMBALI = "Kembali ke pengumuman"

# --- Another kecamatan -------------------------------------------------------------------------

KEC_KODE = "Kode kecamatan ditulis seperti 63.11.02, bukan {kode}."
KEC_SINGKATAN = (
    "Singkatan untuk resi memakai 2 sampai 12 huruf besar atau angka, bukan {singkatan}."
)
KEC_SINGKATAN_DUA = (
    "Nomor resi kecamatan lain di server ini sudah diawali {singkatan}. Pilih singkatan yang lain."
)
KEC_NAMA = "Nama kecamatan, kabupaten, dan provinsi harus diisi, paling panjang {most} huruf."
KEC_KOLOM = "Baris pertama tabel desa harus menyebut kolomnya; belum ada: {kolom}."
KEC_BANYAK = "Tabel desa harus berisi 1 sampai {most} desa; terbaca {n}."
KEC_BARIS = "Baris {baris}: {salah}"
KEC_DESA_KODE = "kode desa harus berbentuk {kode}.0000, bukan {isi}."
KEC_DESA_DUA = "kode {isi} sudah ada pada baris {baris}."
KEC_DESA_NAMA = "nama desa harus diisi, paling panjang {most} huruf."
KEC_DESA_LETAK = (
    "{kolom} harus berupa derajat di Indonesia, misalnya -2.19 atau 115.61, bukan {isi}."
)
