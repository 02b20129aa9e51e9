"""The words of the pages of whoever runs the server."""

from __future__ import annotations

PENGELOLA = "Pengelola server"
KELUAR = "Keluar"
KEMBALI = "Semua kecamatan"

# --- All kecamatan -------------------------------------------------------------------------------

JUDUL = "Kecamatan di server ini"
ANGKA_SAJA = "Ukuran dan keadaan saja: tanpa laporan, tanpa nama orang, tanpa foto."
TAMBAH = "Tambah kecamatan"
KEPALA = (
    "Kode", "Kecamatan", "Desa", "Laporan", "HP", "Basis data (MB)", "Foto (MB)", "Foto ditunggu",
    "Kontak terakhir", "Versi data", "Versi program", "Nama host", "Perlu perhatian",
)  # fmt: skip
BELUM_KONTAK = "Belum pernah"
TIDAK_TERBUKA = "Datanya sedang tidak dapat dibuka. Di server, lihat: sinar doctor"
TANPA_HOST = "–"
TANPA_PERHATIAN = "Tidak ada"
PERHATIAN = {
    "no_backup": "Belum pernah dicadangkan", "old_backup": "Cadangan sudah lama",
    "little_room": "Ruang server hampir habis",
}  # fmt: skip

# --- A new one -----------------------------------------------------------------------------------

JUDUL_BARU = "Tambah kecamatan"
BARU_ISI = (
    "Kecamatan baru dilayani server ini di samping yang sudah ada, dengan data sendiri. Siapkan "
    "tabel desanya sebagai berkas CSV."
)
BAGIAN_KECAMATAN = "Kecamatan"
ISIAN = {
    "kode": "Kode Kemendagri",
    "nama": "Nama kecamatan",
    "kabupaten": "Kabupaten",
    "provinsi": "Provinsi",
    "singkatan": "Singkatan pada nomor resi",
}
PETUNJUK = {
    "kode": "Misalnya 63.11.02",
    "nama": "Tanpa kata Kecamatan",
    "kabupaten": "Tanpa kata Kabupaten",
    "provinsi": "Boleh kosong: mengikuti kode.",
    "singkatan": "Boleh kosong: mengikuti nama. 2 sampai 12 huruf besar atau angka.",
}
BAGIAN_DESA = "Desa"
BERKAS = "Tabel desa (CSV)"
BERKAS_ISI = (
    "Baris pertama menyebut kolomnya: kode, nama, lintang, bujur; boleh juga ejaan. Lintang dan "
    "bujur adalah titik tengah desa dalam derajat."
)
TABEL = "Isi tabel desa"
TABEL_ISI = "Betulkan di sini, atau pilih berkas yang sudah dibetulkan; berkas didahulukan."
BAGIAN_ORANG = "Akun pertama di kecamatan itu"
ORANG_ISI = (
    "Orang ini membuka layar kecamatan, membuat kode untuk HP desa, dan sebagai Admin juga membuat "
    "akun lain."
)
NAMA_PENGGUNA = "Nama pengguna"
NAMA_PENGGUNA_ISI = "Huruf kecil, angka, titik, atau garis; misalnya trantib.halong"
NAMA_LENGKAP = "Nama lengkap"
PERAN = "Peran"
SANDI = "Kata sandi"
SANDI_ISI = (
    "Catat sekarang dan serahkan kepada orangnya: sesudah disimpan kata sandi ini tidak "
    "ditampilkan lagi. Boleh diganti, 10 sampai 200 huruf."
)
SIMPAN = "Simpan kecamatan ini"
SALAH = "Belum ada yang disimpan. Betulkan dahulu:"
NAMA_ORANG = "Nama lengkap orang pertama harus diisi, paling panjang {most} huruf."
PERAN_PERTAMA = "Pilih peran Admin atau Kasi Trantib."
SUDAH_ADA = "Kecamatan {kode} sudah ada di server ini. Tidak ada yang diubah."
BERISI = (
    "Basis data untuk kecamatan {kode} sudah berisi, padahal foldernya tidak ada. Tidak ada yang "
    "diubah; periksa di server lebih dahulu."
)
BERKAS_BESAR = "Tabel desa paling besar {kb} kB."
KIRIMAN_SALAH = "Isian itu tidak sampai utuh atau terlalu besar. Coba lagi."
LUAR = "Isian itu tidak datang dari halaman ini. Buka halaman ini lagi, lalu ulangi."
TIDAK_TERSIMPAN = (
    "Server tidak dapat menulis data kecamatan itu. Periksa ruang dan hak foldernya, lalu kirim "
    "isian yang sama sekali lagi; yang sudah tersimpan tidak menjadi dua."
)

# --- One of them ---------------------------------------------------------------------------------

JUDUL_SATU = "Kecamatan {nama}"
SIAP = "Kecamatan {nama} ({kode}) dengan {desa} desa dilayani server ini."
SEDANG_DIBUKA = (
    "Kecamatan {kode} ada di server ini dan sedang dibuka; halaman ini memuat ulang sendiri. Bila "
    "lebih dari satu menit belum terbuka, di server lihat: sinar doctor"
)
BERIKUTNYA = "Berikutnya"
SERAHKAN = (
    "Serahkan kepada orang pertama: alamat di bawah ini, nama penggunanya, dan kata sandi yang Anda "
    "catat saat mengisi."
)
TANPA_AKUN = (
    "Belum ada akun. Kirim isian tambah kecamatan yang sama sekali lagi, atau di server: "
    "sinar account add --kecamatan {kode}"
)
ALAMAT_MASUK = "Alamat untuk masuk"
ALAMAT_UMUM = "Halaman untuk umum"
KODE_HP = "Ia masuk, membuka HP dan kode, lalu membuat kode untuk setiap HP desa."
LENGKAPI = "Kop surat, penanda tangan, dan logo diisi di Pengaturan; surat menunggu, HP tidak."
GANTI_ORANG = "Keluar, lalu masuk sebagai orang pertama"
