"""The technical guide: how the villages and the kecamatan work with SINAR LINMAS."""

from __future__ import annotations

PEDOMAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Untuk siapa pedoman ini",
        (
            "Aparat desa yang melaporkan kegiatan Satlinmas, dan petugas kecamatan yang menerima"
            " dan membina.",
        ),
    ),
    (
        "Desa: memulai",
        (
            "Minta kode kepada kecamatan. Kode berlaku terbatas dan hanya untuk satu HP.",
            "Buka SINAR LINMAS di HP, ketik kode, periksa nama dan desa, lalu tekan Ya, benar.",
            "Sesudah itu tidak ada kata sandi; HP sudah dikenal.",
        ),
    ),
    (
        "Desa: melaporkan kegiatan",
        (
            "Tekan Lapor kegiatan, pilih jenisnya, ambil foto, isi waktu, tempat, siapa yang ikut,"
            " dan ceritakan singkat.",
            "Semua tersimpan sendiri di HP, juga tanpa sinyal. Tidak ada tombol Simpan.",
            "Tekan Kirim laporan. Bila belum ada sambungan, laporan terkirim sendiri nanti.",
            "Laporan baru dianggap sampai bila ada nomor resi dari kecamatan.",
        ),
    ),
    (
        "Desa: melaporkan kejadian",
        (
            "Tekan Kejadian, pilih apa yang terjadi dan di mana, lalu Kirim sekarang.",
            "Kejadian dikirim sebelum laporan lain; rinciannya boleh dilengkapi kemudian.",
            "Korban ditulis sebagai jumlah, bukan nama. Hindari wajah anak, korban, dan pasien.",
        ),
    ),
    (
        "Desa: tidak ada kegiatan",
        ("Tekan Nihil sekali sebulan. Nihil adalah laporan, bukan kelalaian.",),
    ),
    (
        "Desa: laporan dikembalikan",
        (
            "Di Beranda ada baris Perlu diperbaiki. Buka, baca catatan di isian yang ditunjuk,"
            " betulkan, lalu Kirim ulang.",
        ),
    ),
    (
        "Desa: pembinaan dan tindak lanjut",
        (
            "Undangan dan pesan pembinaan datang di tab Pembinaan. Jawab Kami datang atau Tidak"
            " bisa datang.",
            "Tindak lanjut yang sudah dikerjakan ditandai selesai, boleh dengan foto.",
        ),
    ),
    (
        "Kecamatan: sehari-hari",
        (
            "Papan bulan menunjukkan desa yang sudah, belum, dan perlu dihubungi.",
            "Laporan yang menunggu dibuka di Periksa: verifikasi, atau kembalikan dengan catatan.",
            "Keputusan dapat diurungkan selama delapan detik.",
        ),
    ),
    (
        "Kecamatan: setiap bulan",
        (
            "Ingatkan desa yang belum melapor sebelum tenggat.",
            "Periksa sisa laporan, lalu buat rekap bulan itu.",
            "Catat pembinaan dan peserta yang hadir.",
        ),
    ),
    (
        "Kecamatan: HP dan kode",
        (
            "HP yang hilang dicabut; laporan yang sudah sampai tetap aman.",
            "HP untuk latihan ditandai sebagai HP latihan, supaya laporannya tidak dihitung.",
        ),
    ),
    (
        "Data pribadi",
        (
            "NIK tidak wajib, disimpan tersandi, dan hanya terlihat oleh satu peran.",
            "Foto bertanda sensitif tidak pernah keluar dari kecamatan.",
        ),
    ),
    (
        "Bila ada kendala",
        (
            "Buka Periksa HP: di sana tertulis apa yang kurang dan apa yang harus dilakukan.",
            "Hubungi Seksi Ketenteraman dan Ketertiban Kecamatan Juai.",
        ),
    ),
)
