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

CLI_DESA_TIDAK_ADA = "Kode desa {desa} tidak ada di Kecamatan {nama}. Contoh: {contoh}"

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

CLI_FOLDER_DIPAKAI = "Server lain sudah berjalan dengan folder data ini."

# --- Kecamatan ----------------------------------------------------------------------------------

CLI_BANTU_KEC = "kecamatan yang dilayani folder data ini"
CLI_BANTU_KEC_ADD = "menjadikan folder data yang masih kosong milik satu kecamatan"
CLI_BANTU_KEC_LIST = "mencetak kode, nama, kabupaten, dan jumlah desa"
CLI_BANTU_KEC_SHOW = "mencetak kecamatan dengan desa-desanya"
CLI_BANTU_KEC_CSV = "CSV dengan kolom kode, nama, lintang, bujur; boleh juga ejaan"
CLI_KEC_SALAH = "Tidak ada yang disimpan. Betulkan dahulu:"
CLI_KEC_DIPAKAI = (
    "Folder {folder} sudah dipakai: ada kode, HP, anggota, atau laporan di dalamnya. "
    "Pakai folder data lain untuk kecamatan lain."
)
CLI_KEC_DISIMPAN = (
    "Kecamatan {nama} ({kode}) dengan {desa} desa disimpan di {folder}.\n"
    "Bila servernya sedang berjalan, nyalakan ulang. Berikutnya: sinar account add, sinar serve, "
    "lalu sinar activation-code --desa {contoh}"
)
CLI_KEC_DESA = "{n} desa"
CLI_KEC_TENTANG = (
    "Kecamatan {kecamatan} ({kode}), Kabupaten {kabupaten}, Provinsi {provinsi}\n"
    "Singkatan pada resi: {singkatan}. {desa} desa:"
)
