"""The words of the commands and of the frame of it all."""

from __future__ import annotations

BUKAN_HALAMAN = "Halaman ini tidak ada."

KE_DAFTAR = "Ke daftar laporan"

TIDAK_BERHAK = "Akun Anda belum diberi izin membaca laporan. Hubungi admin kecamatan."

# --- The operator's commands ---------------------------------------------------------------------

SERVE_SIAP = "siap"

SERVE_BERHENTI = "berhenti dengan tertib"

SERVE_PROSES = "proses {nomor}"
SERVE_PROSES_BARU = "proses baru"
SERVE_TUNDA = "belum dapat dijalankan, dicoba lagi: {sebab}"
SERVE_MATI = "mati ({kode}), dijalankan lagi"

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

CLI_BANTU_KECAMATAN = (
    "kode kecamatan bila server melayani beberapa, mis. 63.11.02 (bawaan: yang pertama)"
)

CLI_BANTU_KECAMATAN_SEMUA = "kecamatan yang dilayani dari folder data ini"
CLI_BANTU_KECAMATAN_LIST = "mencetak semua kecamatan: ukuran, kontak terakhir, versi"
CLI_BANTU_KECAMATAN_HOST = "nama host milik satu kecamatan; tanpa nama: dilepas"
CLI_BANTU_JSON = "sebagai JSON"
CLI_KECAMATAN_BARIS = "{kode}\t{nama}\t{kabupaten}\t{desa} desa\t{laporan} laporan\t{hp} HP\t{mb} MB\t{kontak}\tversi {versi} ({versi_data})"
CLI_KECAMATAN_RUSAK = "{kode}\ttidak terbuka: {masalah}"
CLI_PERAN_PERTAMA = "Akun {role} berlaku untuk semua kecamatan dan dibuat tanpa --kecamatan."
CLI_NAMA_PERTAMA = "Kecamatan pertama menjawab di semua nama yang lain; sebutkan kecamatan lain dengan --kecamatan."
CLI_NAMA_DUA = "Nama {host} sudah dipakai kecamatan {kode}; lepas dahulu di sana."
CLI_NAMA_BUKAN = "{host} bukan nama server; bentuknya halong.example.go.id."
CLI_NAMA_KECAMATAN = "Kecamatan {nama}: {host}"

CLI_KODE_KECAMATAN = "{kode} bukan kode kecamatan; bentuknya 63.11.02."

CLI_KECAMATAN_TIDAK_ADA = (
    "Tidak ada kecamatan {kode} di folder data ini; lihat: sinar kecamatan list"
)

CLI_KECAMATAN_LAIN = (
    "Data kecamatan {kode} di folder data ini tidak terbaca, jadi belum pasti apakah nama itu sudah "
    "dipakai di sana. Tidak ada yang diubah; lihat: sinar doctor"
)

CLI_BANTU_DATABASE = (
    "alamat basis data PostgreSQL (atau SINAR_DATABASE): postgresql://nama@mesin/basis"
)

CLI_BANTU_FOTO = (
    "tempat foto dan rekap di penyimpanan S3 (atau SINAR_PHOTOS): s3://bucket/awalan; kuncinya "
    "hanya dari AWS_ACCESS_KEY_ID dan AWS_SECRET_ACCESS_KEY di lingkungan"
)
CLI_BANTU_S3 = "alamat penyimpanan S3 itu (atau SINAR_S3_ENDPOINT): https://…"
CLI_ALAMAT_FOTO = (
    "Alamat foto tidak dapat dipakai. Bentuknya s3://bucket/awalan, dan alamat penyimpanannya "
    "https://…, keduanya tanpa nama atau kunci di dalamnya."
)
CLI_PUSTAKA_FOTO = (
    "Foto di penyimpanan S3 butuh pustaka tambahan. Pasang dengan: pip install '.[server,s3]'"
)
CLI_KUNCI_FOTO = (
    "Kunci penyimpanan foto belum ada: isi AWS_ACCESS_KEY_ID dan AWS_SECRET_ACCESS_KEY di "
    "lingkungan server, misalnya di /etc/sinar.env."
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

CLI_BANTU_WORKERS = "jumlah proses yang melayani di port ini (atau SINAR_WORKERS); bawaan: 1"
CLI_WORKERS = "SINAR_WORKERS harus berupa angka 1 sampai {most}, bukan {isi}."
CLI_BANTU_ROLE = "all: HP dan tampilan kecamatan (bawaan); api: HP dan sistem lain saja"

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

CLI_FOLDER_DIPAKAI = "Data di folder ini sedang dipulihkan; ulangi setelah selesai."

# --- Kecamatan ----------------------------------------------------------------------------------

CLI_BANTU_KEC_ADD = (
    "membuat satu kecamatan: di folder data yang masih kosong, atau di samping yang sudah ada"
)
CLI_BANTU_KEC_SHOW = "mencetak kecamatan dengan desa-desanya"
CLI_BANTU_KEC_CSV = "CSV dengan kolom kode, nama, lintang, bujur; boleh juga ejaan"
CLI_KEC_SALAH = "Tidak ada yang disimpan. Betulkan dahulu:"
CLI_KEC_DIPAKAI = "Kecamatan ini sudah dipakai: ada kode, HP, anggota, atau laporan di {folder}."
CLI_KEC_DILAYANI = (
    "Folder {folder} sedang dilayani server. Hentikan server dahulu, lalu ulangi perintah ini dan "
    "jalankan server lagi."
)
CLI_KEC_DISIMPAN = (
    "Kecamatan {nama} ({kode}) dengan {desa} desa disimpan di {folder}.\n"
    "Berikutnya: sinar account add, sinar serve, lalu sinar activation-code --desa {contoh}"
)
CLI_KEC_DISAMPING = (
    "Kecamatan {nama} ({kode}) dengan {desa} desa disimpan di {folder}, di samping yang pertama.\n"
    "Server yang sedang berjalan melayaninya segera. Berikutnya: sinar account add dan "
    "sinar activation-code --desa {contoh}, masing-masing dengan --kecamatan {kode}"
)
CLI_KEC_TENTANG = (
    "Kecamatan {kecamatan} ({kode}), Kabupaten {kabupaten}, Provinsi {provinsi}\n"
    "Singkatan pada resi: {singkatan}. {desa} desa:"
)
