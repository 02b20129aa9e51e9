"""Words of Titip laporan and Pindah HP."""

from __future__ import annotations

# --- Titip laporan ------------------------------------------------------------------------------

KB = "{n} kB"
TITIP = "Titip laporan"
TITIP_SUB = "Untuk saat tidak ada sinyal"
TITIP_JUDUL_ADA = "{laporan} laporan menunggu"
TITIP_ISI_ADA = "{foto} foto, {ruang}"
TITIP_ISI_TANPA_FOTO = "Tanpa foto"
TITIP_CARA = (
    "Tidak ada sinyal? Titipkan kepada orang yang akan ke tempat bersinyal atau ke kecamatan. "
    "Berkasnya terkunci: pembawanya tidak dapat membaca isinya."
)
TITIP_BAGIKAN = "Bagikan berkas titipan"
TITIP_SIMPAN = "Simpan berkas titipan"
TITIP_KOSONG = "Semua laporan sudah terkirim. Tidak ada yang perlu dititipkan."
TITIP_TANPA_KUNCI = (
    "HP ini belum menerima kunci dari kecamatan. Sambungkan sekali ke internet, setelah itu "
    "laporan bisa dititipkan tanpa sinyal."
)
TITIP_TANPA_TANDA = "HP ini perlu kode baru dari kecamatan sebelum dapat menitipkan laporan."
TITIP_SIAP = "Berkas titipan siap: {laporan} laporan, {foto} foto ({ruang})."
TITIP_TETAP = (
    "Laporan tetap tersimpan di HP ini sampai resinya kembali. Terkirim dua kali tidak apa-apa."
)
TITIP_SISA = "{sisa} laporan lagi belum muat. Titipkan lagi setelah yang ini sampai."
TITIP_GAGAL = "Berkas titipan belum jadi: memori HP penuh atau tidak dapat ditulis. Laporan aman."

BAWA = "Bawa titipan orang lain"
BAWA_CARA = (
    "Terima berkas titipan dari HP lain, lalu buka di sini. HP ini mengirimkannya begitu ada "
    "sinyal, tanpa dapat membaca isinya."
)
BAWA_BUKA = "Kirimkan titipan"
BAWA_MENUNGGU = "Menunggu dikirim"
BAWA_SAMPAI = "Sampai: {laporan} laporan, {foto} foto"
BAWA_DITOLAK = "Tidak diterima"
BAWA_HAPUS_NAMA = "Hapus {nama}"
BAWA_UKURAN = "{ruang}, dibawa {kapan}"
BAWA_DISIMPAN = "Titipan disimpan di HP ini dan dikirim begitu ada sinyal."
BAWA_GAGAL = "Titipan belum tersimpan: memori HP penuh atau tidak dapat ditulis."
BAWA_SEBAB = {
    "titipan_foreign": "Ini bukan berkas titipan. Pilih berkas yang berakhiran .titip.",
    "titipan_newer": "Berkas dibuat oleh aplikasi yang lebih baru. Perbarui aplikasi ini dulu.",
    "titipan_damaged": "Berkas rusak atau terpotong. Minta HP asalnya membagikan sekali lagi.",
    "titipan_huge": "Berkas terlalu besar. Minta HP asalnya menitipkan sebagian dulu.",
    "titipan_other_server": "Titipan ini untuk kecamatan lain.",
    "titipan_unknown_phone": "Titipan ini bukan dari HP yang terdaftar di kecamatan.",
    "titipan_revoked": "HP yang membuat titipan ini sudah dicabut oleh kecamatan.",
    "titipan_lost": "Berkasnya sudah tidak ada di HP ini.",
}
BAWA_SEBAB_LAIN = "Kecamatan tidak dapat menerima berkas ini."

# --- Pindah HP ----------------------------------------------------------------------------------

PINDAH = "Pindah ke HP baru"
PINDAH_SUB = "Draf, riwayat, dan foto ikut"
PINDAH_LAMA = "Dari HP lama"
PINDAH_LAMA_CARA = (
    "Semua draf, riwayat, dan foto di HP ini masuk ke satu berkas terkunci. Pembukanya kode yang "
    "hanya tampil di sini."
)
PINDAH_BUAT = "Buat berkas pindah"
PINDAH_KODE = "Kode pembuka"
PINDAH_CATAT = "Catat kode ini sekarang. Tanpa kode, berkas tidak dapat dibuka oleh siapa pun."
PINDAH_ISI = "{laporan} laporan dan {foto} foto ({ruang})"
PINDAH_BAGIKAN = "Bagikan berkas pindah"
PINDAH_SIMPAN = "Simpan berkas pindah"
PINDAH_BARU = "Ke HP ini"
PINDAH_BARU_CARA = (
    "HP baru sudah diaktifkan untuk desa yang sama? Pilih berkas dari HP lama, lalu ketik kodenya."
)
PINDAH_PILIH = "Pilih berkas"
PINDAH_TERPILIH = "Berkas: {nama}"
PINDAH_KETIK = "Kode dari HP lama"
PINDAH_MASUKKAN = "Pindahkan ke HP ini"
PINDAH_SELESAI = "Sudah pindah: {laporan} laporan, {draf} di antaranya draf, dan {foto} foto."
PINDAH_TIDAK_BARU = "Semua isi berkas itu sudah ada di HP ini."
PINDAH_CABUT = "Setelah itu, minta kecamatan mencabut HP lama."
PINDAH_GAGAL = (
    "Belum selesai: memori HP penuh atau tidak dapat ditulis. Kosongkan ruang, lalu ulangi."
)
PINDAH_SEBAB = {
    "wrong_phrase": "Kodenya tidak cocok. Periksa lagi 12 huruf dari HP lama.",
    "other_village": "Berkas ini dari HP desa lain. Isinya tidak dibuka di sini.",
    "pindah_foreign": "Ini bukan berkas pindah. Pilih berkas yang berakhiran .pindah.",
    "pindah_newer": "Berkas dibuat oleh aplikasi yang lebih baru. Perbarui aplikasi ini dulu.",
    "pindah_damaged": "Berkas rusak atau terpotong. Buat dan bagikan sekali lagi dari HP lama.",
}
