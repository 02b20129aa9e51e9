"""The words of the villages' phones and their codes."""

from __future__ import annotations

# --- HP dan kode ---------------------------------------------------------------------------------

NAV_HP = "HP dan kode"

HK_SUB = "Satu desa boleh memakai lebih dari satu HP."

HK_BUAT = "Buat kode baru"

HK_TERSAMBUNG = "desa tersambung"

HK_KODE_SISA = "kode belum dipakai"

HK_LAMA = "lama tak tersambung"

HK_CARI = "Cari desa atau HP"

HK_KOLOM = ("Desa", "HP", "Terakhir tersambung", "Antre", "Ruang", "Versi", "Status", "")

HK_BELUM_ADA = "belum ada"

HK_HP_KE = "HP {n}"

HK_STANDING = {
    "TANPA_HP": "Belum ada HP",
    "KODE": "Kode belum dipakai",
    "LAMA": "Lama tak tersambung",
    "MENGIRIM": "Sedang mengirim",
    "TERSAMBUNG": "Tersambung",
    "DICABUT": "Dicabut",
}

HK_CABUT = "Cabut HP"

HK_CABUT_YANG = "Cabut HP {n} Desa {desa}"

HK_CABUT_TANYA = (
    "Cabut HP {n} Desa {desa}? HP itu tidak bisa mengirim lagi. Laporan yang sudah diterima tetap "
    "ada, yang belum terkirim tetap tersimpan di HP itu."
)

HK_CABUT_BATAL = "Tidak jadi"

HK_DICABUT = "HP {n} Desa {desa} sudah dicabut."

HK_HILANG = "HP hilang atau diganti?"

HK_HILANG_ISI = "Cabut HP di sini. Laporan yang sudah diterima tetap aman."

HK_KODE_UNTUK = "Kode untuk Desa {desa}"

HK_KODE_NAMA = "atas nama {nama}, {jabatan}"

HK_BERLAKU = "Berlaku sampai {waktu}"

HK_CETAK = "Cetak"

HK_WA = "WhatsApp"

HK_WA_TEKS = (
    "{sapa} {nama}. Untuk memakai SINAR LINMAS Desa {desa}, ketuk alamat ini "
    "di HP desa: {alamat} lalu tekan Mulai dan Pasang di HP. Di iPhone: pasang dulu, lalu ketik "
    "kode {kode}. Kode berlaku sampai {waktu} dan hanya untuk satu HP. Terima kasih."
)

HK_WA_TEKS_KETIK = (
    "{sapa} {nama}. Kode SINAR LINMAS untuk Desa {desa}: {kode}. "
    "Buka aplikasi di HP, ketik 8 huruf dan angka itu, lalu tekan Mulai. Kode berlaku sampai {waktu} dan "
    "hanya untuk satu HP. Terima kasih."
)

HK_QR = "Kode QR berisi {isi}"

HK_CARA = "Cara memakai"

HK_LANGKAH = (
    "Arahkan kamera HP desa ke kotak QR, lalu ketuk alamat yang muncul.",
    "Tekan Mulai, Ya, benar, lalu Pasang di HP.",
    "Sesudah itu buka dari gambar SINAR di layar HP, juga tanpa sinyal.",
)

HK_LANGKAH_KETIK = (
    "Buka SINAR LINMAS di HP desa.",
    "Ketik 8 huruf dan angka kode ini, lalu tekan Mulai.",
    "Kode hangus setelah dipakai satu HP.",
)

HK_UNTUK_DESA = "Untuk desa"

HK_PILIH_DESA = "Pilih desa"

HK_NAMA = "Nama pelapor"

HK_JABATAN = "Jabatan"

HK_JABATAN_CONTOH = "Kasi Pemerintahan"

HK_BUAT_KODE = "Buat kode"

HK_BATAL = "Batal"

HK_LENGKAPI = "Pilih desa, lalu isi nama dan jabatan."

HK_GAGAL = "Kode belum bisa dibuat. Coba lagi."

HK_SLIP_JUDUL = "Kode aktivasi SINAR LINMAS"

HK_SLIP_CETAK = "Tekan Ctrl+P untuk mencetak slip ini."

HK_SLIP_TIDAK_ADA = "Slip ini sudah tidak ada. Buat kode baru di halaman HP dan kode."

HK_SLIP_IPHONE = (
    "iPhone: pasang dulu, lalu ketik kode. Buka alamat ini di Safari, ketuk Bagikan, lalu Tambah "
    "ke Layar Utama. Buka dari layar utama dan ketik 8 huruf dan angka di atas."
)

HK_SLIP_TAHU = (
    "Perlu diketahui: laporan terkirim hanya selagi aplikasi terbuka, jadi biarkan terbuka sampai "
    "tertulis sudah diterima. Menghapus data situs di browser ikut menghapus laporan yang belum "
    "terkirim."
)

HK_SLIP_JAGA = "Simpan slip ini sampai kode dipakai. Jangan difoto untuk orang lain."

# --- The phone app that is loaded from this server ---

HP_BELUM_DIKEMAS = (
    "Aplikasi HP belum disiapkan di server ini. Operator menjalankan: sinar hp build\n"
)

HP_BAGIAN_TIDAK_ADA = (
    "Aplikasi HP tidak bisa disiapkan: {bagian} tidak ada di mesin ini. Jalankan di folder sumber, "
    "sesudah make setup."
)

HP_DIKEMAS = "Aplikasi HP siap di /hp/ ({mb} MB sekali unduh)."

HP_LAMBAT = (
    "Aplikasi HP siap di /hp/ ({mb} MB sekali unduh), tetapi tanpa bagian cepatnya: waktu "
    "disiapkan tidak ada jaringan. Jalankan lagi: sinar hp build"
)

HP_TIDAK_DIKEMAS = (
    "Aplikasi HP di /hp/ belum disiapkan, jadi HP tidak bisa memasangnya dari sini. "
    "Jalankan: sinar hp build"
)

HP_TIDAK_LENGKAP = (
    "Aplikasi HP di /hp/ tidak lengkap ({jumlah} berkas: {berkas}). Jalankan: sinar hp build"
)

HP_SEDANG = "Menyiapkan aplikasi HP; beberapa menit, sekali saja."

HP_BANTU = "aplikasi HP yang dibuka dari alamat server ini"

HP_BANTU_KEMAS = "menyiapkan aplikasi itu (sekali setelah memasang atau memperbarui)"

HP_PERINTAH = "PERINTAH"


def hp_jumlah(count: int) -> str:
    return f"{count} baris. Yang perlu perhatian di atas."


def ruang(free_mb: int) -> str:
    return f"{free_mb} MB" if free_mb < 1000 else f"{free_mb / 1000:.1f} GB".replace(".", ",")


HK_PERLU_SUB = "Sama dengan Papan bulan. Klik desanya untuk membuat kode HP."


def hp_perlu(count: int) -> str:
    return f"Perlu dihubungi: {count} desa"
