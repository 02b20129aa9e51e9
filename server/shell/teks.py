"""The words of the commands and of the frame of it all."""

from __future__ import annotations

BUKAN_HALAMAN = "Halaman ini tidak ada."

KE_DAFTAR = "Ke daftar laporan"

TIDAK_BERHAK = "Akun Anda belum diberi izin membaca laporan. Hubungi admin kecamatan."

# --- The operator's commands ---------------------------------------------------------------------

SERVE_SIAP = "siap"

SERVE_BERHENTI = "berhenti dengan tertib"

SERVE_GAGAL = "Server tidak dapat dijalankan."

CLI_SINAR = "SINAR LINMAS: server kecamatan dan perintah untuk operatornya."

CLI_PENUH = "Ruang disk penuh; tambah ruang, lalu ulangi. ({reason})"
CLI_TANPA_IZIN = "Tidak boleh membaca atau menulis di sana; periksa pemilik dan izinnya. ({reason})"
CLI_TIDAK_ADA = "Berkas atau folder {name} tidak ada."
CLI_GAGAL = "Gagal: {reason}"

CLI_DESA_TIDAK_ADA = "Kode desa {desa} tidak ada di Kecamatan Juai. Contoh: 63.11.01.2013"

CLI_NAMA_JABATAN = "Nama dan jabatan harus diisi, paling panjang 200 huruf."

CLI_KODE = "Kode aktivasi untuk {nama}, Desa {desa}. Berlaku {hours} jam, sekali pakai:"

CLI_NAMA_AKUN = "Nama akun memakai huruf kecil, angka, titik, atau garis; 2 sampai 60 huruf."

CLI_AKUN_SUDAH_ADA = "Nama akun itu sudah dipakai."

CLI_AKUN_TIDAK_ADA = "Akun itu tidak ada."

CLI_AKUN_DIBUAT = "Akun {username} ({role}) sudah dibuat."

CLI_AKUN_DIHAPUS = "Akun {username} sudah dihapus; sesi masuknya diakhiri."

CLI_BELUM_ADA_AKUN = "Belum ada akun."

CLI_SANDI = "Kata sandi: "

CLI_SANDI_UMUM = "Kata sandi itu termasuk yang paling sering dicoba orang; pilih yang lain."
CLI_SANDI_NAMA = "Kata sandi tidak boleh nama pengguna atau nama kantor; pilih yang lain."
CLI_SANDI_PENDEK = "Kata sandi harus {least} sampai {most} huruf."

CLI_SANDI_STDIN = "Tambahkan --password-stdin untuk memberi kata sandi lewat masukan."

CLI_SANDI_DIGANTI = "Kata sandi {username} sudah diganti; sesi masuknya diakhiri."

CLI_BELUM_ADA_HP = "Belum ada HP yang diaktifkan."

CLI_BELUM_KONTAK = "belum pernah terhubung"

CLI_AKTIF = "aktif"

CLI_DICABUT = "dicabut"

CLI_SEBUT_HP = "Sebutkan id HP; lihat: sinar device list"

CLI_HP_TIDAK_ADA = "Tidak ada HP dengan id {id}; lihat: sinar device list"

CLI_HP_DICABUT = "HP {nama} (Desa {desa}) dicabut; ia tidak dapat mengirim lagi."

CLI_LAPORAN_TIDAK_ADA = "Tidak ada laporan dengan id {id}."

CLI_BANTU_DATA = "folder data server"

CLI_BANTU_KECAMATAN = (
    "kode kecamatan bila server melayani beberapa, mis. 63.11.02 (bawaan: yang pertama)"
)

CLI_BANTU_KECAMATAN_SEMUA = "kecamatan yang dilayani dari folder data ini"
CLI_BANTU_KECAMATAN_LIST = "mencetak semua kecamatan: ukuran, kontak terakhir, versi"
CLI_BANTU_KECAMATAN_HOST = "nama host milik satu kecamatan; tanpa nama: dilepas"
CLI_BANTU_JSON = "sebagai JSON"
CLI_KECAMATAN_BARIS = "{kode}\t{nama}\t{desa} desa\t{laporan} laporan\t{hp} HP\t{mb} MB\t{kontak}\tversi {versi} ({versi_data})"
CLI_KECAMATAN_RUSAK = "{kode}\ttidak terbuka: {masalah}"
CLI_KABUPATEN_PERTAMA = "Akun kabupaten melihat semua kecamatan dan dibuat tanpa --kecamatan."
CLI_NAMA_PERTAMA = "Kecamatan pertama menjawab di semua nama yang lain; sebutkan kecamatan lain dengan --kecamatan."
CLI_NAMA_KECAMATAN = "Kecamatan {nama}: {host}"

CLI_KODE_KECAMATAN = "{kode} bukan kode kecamatan; bentuknya 63.11.02."

CLI_KECAMATAN_TIDAK_ADA = (
    "Tidak ada kecamatan {kode} di folder data ini; lihat: sinar kecamatan list"
)

CLI_BANTU_DATABASE = (
    "alamat basis data PostgreSQL (atau SINAR_DATABASE): postgresql://nama@mesin/basis"
)

CLI_ALAMAT_BASIS = (
    "Alamat basis data tidak dapat dipakai. Bentuknya postgresql://nama@mesin/basis, dan server "
    "dipasang dengan: pip install '.[server,postgres]'"
)

CLI_ALAT_BASIS = (
    "Program {nama} tidak ada. Pasang klien PostgreSQL yang versinya sama dengan servernya atau "
    "lebih baru (di Debian: postgresql-client)."
)

CLI_BANTU_SERVE = "menjalankan server: API dan tampilan kecamatan"

CLI_BANTU_NAMA = "nama host yang dilayani, boleh diulang (atau SINAR_NAMES); bawaan: yang terlihat saat penyiapan"
CLI_BANTU_PROXY = "proksi yang X-Forwarded-For-nya dipercaya (atau SINAR_TRUSTED_PROXY)"

CLI_BANTU_TILES = "alamat ubin peta dengan {z}, {x}, {y} (atau SINAR_TILES)"

CLI_BANTU_KODE = "membuat kode aktivasi untuk HP desa"

CLI_BANTU_EXPORT = "mencetak laporan sebagai JSON persis seperti yang dikirim"

CLI_BANTU_PHONE = "membuka aplikasi HP di browser"

CLI_BANTU_AKUN = "akun tampilan kecamatan"

CLI_BANTU_AKUN_ADD = "membuat akun"

CLI_BANTU_AKUN_SANDI = "mengganti kata sandi"

CLI_BANTU_AKUN_LANGKAH = "melepas langkah kedua, bila HP dan kode cadangan hilang"
CLI_LANGKAH_DILEPAS = "Langkah kedua {username} dilepas."
CLI_BANTU_AKUN_HAPUS = "menghapus akun"

CLI_BANTU_AKUN_LIST = "mencetak semua akun"

CLI_BANTU_HP = "HP desa"

CLI_BANTU_HP_LIST = "mencetak semua HP"

CLI_BANTU_HP_CABUT = "mencabut HP"

KECAMATAN_TUTUP = "Data kecamatan ini sedang tidak dapat dibuka. Coba lagi beberapa menit lagi."

CLI_FOLDER_DIPAKAI = "Server lain sudah berjalan dengan folder data ini."
