"""Words of the app in the phone's own browser: before it runs, and what is different there."""

TENTANG = "Laporan Satlinmas dari HP desa ke kecamatan, juga tanpa sinyal."

# --- Before Python runs: the page itself ---
MENYIAPKAN = "Menyiapkan, sekali saja, {mb} MB"
SUDAH = "{sudah} dari {semua} MB"
UNDUHAN = "Unduhan"
MEMBUKA = "Membuka SINAR LINMAS"
MENUNGGU_SINYAL = "Menunggu sinyal. Yang sudah terunduh tetap tersimpan."
COBA_LAGI = "Coba lagi"
TIDAK_TERBUKA = "Aplikasi belum bisa dibuka. Laporan di HP ini tetap tersimpan."
PENUH = "Memori HP penuh. Hapus beberapa foto atau video dulu, lalu coba lagi."
BUTUH_HTTPS = (
    "Alamat ini belum aman (https), jadi aplikasi tidak bisa menyimpan laporan. Hubungi kecamatan."
)
PERAMBAN_LAMA = (
    "Peramban ini terlalu lama untuk SINAR LINMAS, atau sedang dalam mode penyamaran. "
    "Buka dengan Chrome terbaru."
)
TANPA_SIMPANAN = (
    "Peramban ini tidak bisa menyimpan laporan di HP. Buka dengan Chrome terbaru, "
    "atau perbarui HP ini."
)
