"""Words of the app in the phone's own browser: before it runs, and what is different there."""

TENTANG = "Laporan Satlinmas dari HP desa ke kecamatan, juga tanpa sinyal."

PINTASAN = (
    ("kegiatan", "Lapor kegiatan", "Lapor"),
    ("kejadian", "Lapor kejadian", "Kejadian"),
    ("nihil", "Laporan nihil", "Nihil"),
)
"""On the app's icon: what is opened, its name, and its short name."""

# --- Before Python runs: the page itself ---
MENYIAPKAN = "Menyiapkan, sekali saja, {mb} MB"
SUDAH = "{sudah} dari {semua} MB"
UNDUHAN = "Unduhan"
MEMBUKA = "Membuka SINAR LINMAS"
MENATA = "Menata aplikasi di HP ini, sekali saja. Bisa sampai setengah menit."
MENUNGGU_SINYAL = "Menunggu sinyal. Yang sudah terunduh tetap tersimpan."
COBA_LAGI = "Coba lagi"
TIDAK_TERBUKA = "Aplikasi belum bisa dibuka. Laporan di HP ini tetap tersimpan."
PENUH = "Memori HP penuh. Hapus beberapa foto atau video dulu, lalu coba lagi."
BUTUH_HTTPS = (
    "Alamat ini belum aman (https), jadi aplikasi tidak bisa menyimpan laporan. Hubungi kecamatan."
)
PERAMBAN_LAMA = (
    "Browser ini terlalu lama untuk SINAR LINMAS, atau sedang dalam mode penyamaran. "
    "Buka dengan Chrome terbaru."
)
TANPA_SIMPANAN = (
    "Browser ini tidak bisa menyimpan laporan di HP. Buka dengan Chrome terbaru, "
    "atau perbarui HP ini."
)

# --- On the screens ---
BAGIAN_MASUK = "Kiriman dari aplikasi lain sudah masuk ke laporan baru. Lengkapi, lalu kirim."
BAGIAN_SEBAGIAN = "Kiriman sudah masuk ke laporan baru; {jumlah} gambar tidak bisa dipakai."
BAGIAN_GAGAL = "Kiriman belum bisa disimpan. Kosongkan memori HP, lalu buka lagi aplikasi ini."
BIARKAN_TERBUKA = "Biarkan terbuka sampai terkirim."
VERSI_BARU = "Versi baru siap; dipakai saat dibuka lagi"
PASANG = "Pasang di HP"
PASANG_JUDUL = "Pasang di HP ini"
PASANG_ISI = "Supaya bisa dibuka dari layar HP, juga tanpa sinyal."
IPHONE_PASANG_DULU = "Pasang dulu, lalu ketik kode"
IPHONE_PASANG_DULU_ISI = (
    "Di iPhone, ketuk Bagikan, lalu Tambah ke Layar Utama. Buka SINAR dari layar utama dan ketik "
    "kode di sana."
)
PERLU_TAHU = "Perlu diketahui"
PERLU_TAHU_ISI = (
    "Laporan terkirim hanya selagi aplikasi ini terbuka. Biarkan terbuka sampai tertulis sudah "
    "diterima.",
    "Menghapus data situs di browser ikut menghapus laporan yang belum terkirim. Kirim dulu "
    "semuanya.",
    "Ganti HP? Pakai Pindah ke HP baru di atas, supaya draf dan riwayat ikut.",
)
INGATKAN = "Ingatkan saya"
INGATKAN_ISI = {
    "ask": "Browser ini bisa mengingatkan bila ada laporan belum terkirim dan aplikasi tertutup. "
    "Pengingat tidak selalu datang, jadi buka juga sendiri.",
    "on": "Pengingat menyala: browser mengingatkan bila ada laporan belum terkirim dan aplikasi "
    "tertutup. Pengingat tidak selalu datang, jadi buka juga sendiri.",
    "refused": "Pengingat tidak diizinkan. Kalau ingin diingatkan, izinkan notifikasi untuk alamat "
    "ini di setelan browser.",
}
INGAT_JUDUL = "SINAR LINMAS"
INGAT_ISI = "Ada laporan belum terkirim. Buka SINAR LINMAS."
