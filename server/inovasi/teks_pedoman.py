"""The technical guide: how the villages and the kecamatan work with SINAR LINMAS."""

from __future__ import annotations

from collections.abc import Mapping

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
            "Hubungi Seksi Ketenteraman dan Ketertiban Kecamatan {kecamatan}.",
        ),
    ),
    (
        "Penggagas inovasi: sebelum uji coba",
        (
            "Tulis masalahnya, siapa yang menggagas, dan tanggal rapat penggagasan. Simpan"
            " undangan dan notulanya: itulah bukti tahap inisiatif.",
            "Catat keadaan cara manual sebelum apa pun berubah: berapa desa melapor sebulan, berapa"
            " hari sampai diterima, berapa jam membuat rekap. Sesudah dimulai, angka ini tidak bisa"
            " dikumpulkan lagi.",
            "Pilih tiga desa: satu yang sinyalnya baik, satu yang lemah, satu di antaranya.",
            "Minta surat tugas tim uji coba. Tentukan tanggal mulai dan selesai: delapan minggu.",
        ),
    ),
    (
        "Penggagas inovasi: uji coba delapan minggu",
        (
            "Minggu 1: bimtek aplikasi di tiga desa. Simpan undangan, daftar hadir, dan foto. Catat"
            " pertanyaan yang sering muncul.",
            "Minggu 2: setiap desa mengirim laporan pertama. Catat tanggal dan kendalanya.",
            "Minggu 3: kecamatan menjawab setiap laporan dalam sehari. Catat yang tidak sempat dan"
            " sebabnya.",
            "Minggu 4: tengah jalan. Bandingkan dengan cara manual, tulis satu perubahan yang akan"
            " dicoba.",
            "Minggu 5: jalankan perubahan itu. Catat tanggalnya: ini bahan pengembangan.",
            "Minggu 6: kunjungi satu desa. Foto, dan tanyakan apa yang membebani.",
            "Minggu 7: buat rekap bulanan dari aplikasi. Catat berapa jam pengerjaannya.",
            "Minggu 8: tulis pelajaran dan keputusan: diterapkan, diperbaiki, atau dihentikan."
            " Cetak Laporan Uji Coba, tanda tangani, beri tanggal, unggah.",
        ),
    ),
    (
        "Penggagas inovasi: sesudah uji coba",
        (
            "Penerapan dimulai pada tanggal yang tertulis di SK. Minta SK Bupati, atau SK Camat"
            " atas nama Bupati; SK Camat atas namanya sendiri tidak dihitung.",
            "Setiap pembaruan sesudah penerapan adalah pengembangan: tulis tanggalnya, apa yang"
            " baru, dan simpan buktinya. Tanpa penerapan atau pengembangan dalam dua tahun sebelum"
            " putaran, inovasi tidak bisa diajukan lagi.",
            "Buka Kelayakan dan kalender: di sana tertulis boleh atau tidak, dan langkah"
            " berikutnya.",
            "Jalan pengajuan: kecamatan mengisi portal daerah, Bapperida memeriksa dan mengirim ke"
            " sistem nasional, lalu divalidasi. Tanyakan batas tanggalnya kepada Bapperida.",
            "Sebelum mengirim, minta orang kedua membuka Periksa seperti validator: klaim tanpa"
            " berkas akan dicoret.",
        ),
    ),
)

_UMUM = "pengetahuan umum; tanyakan kepada Bapperida"
_JENDELA = "dua salinan atas surat tahun 2026 (SIMONDA, BRIDA Makassar), dibaca 30 November 2026"
_SURAT = "salinan atas surat 29 April 2026 (SIMONDA Rote Ndao), dibaca 30 November 2026"
_PUTARAN = "satu sumber untuk tiap putaran terdahulu, dibaca 30 November 2026"

JALAN: tuple[tuple[str, str, str, str, str, str, str], ...] = (
    ("layak", "kecamatan", "Periksa kelayakan", "Penggagas dan Kasi Trantib",
     "Cocokkan tanggal penerapan dan pengembangan dengan jendela putaran.", "pasti", _JENDELA),
    ("isi", "kecamatan", "Isi lembar", "Penggagas",
     "Lengkapi lembar isian dan unggah bukti setiap indikator.", "periksa", _UMUM),
    ("kedua", "kecamatan", "Mata kedua", "Orang yang tidak ikut menyusun",
     "Buka Periksa seperti validator, perbaiki yang akan dicoret.", "periksa", _UMUM),
    ("sah", "kecamatan", "Sahkan", "Camat",
     "Minta SK Bupati (atau SK Camat a.n. Bupati), tanda tangani laporan.", "satu", _SURAT),
    ("portal", "bapperida", "Isi portal daerah", "Penggagas, dengan akun dari Bapperida",
     "Salin lembar isian ke portal inovasi daerah; alamatnya dari Bapperida.", "periksa", _UMUM),
    ("periksa", "bapperida", "Diperiksa daerah", "Bapperida",
     "Bapperida memeriksa dan meminta perbaikan; jawab sebelum batas daerah.", "periksa", _UMUM),
    ("kirim", "nasional", "Dikirim ke pusat", "Bapperida",
     "Bapperida mengirim inovasi pilihan ke sistem Indeks Inovasi Daerah.", "periksa", _UMUM),
    ("validasi", "nasional", "Divalidasi", "Validator BSKDN",
     "Bukti dibuka satu per satu; klaim tanpa bukti dicoret. Siapkan yang ditanyakan.", "satu",
     _PUTARAN),
    ("hasil", "nasional", "Hasil", "BSKDN",
     "Indeks dan penghargaan diumumkan, biasanya Desember.", "satu", _PUTARAN),
)  # fmt: skip
"""The way of a proposal: code, lane, name, who does it, what is done, how sure that is, and whose
word it is."""

PORTAL: Mapping[str, tuple[str, str, str]] = {
    "63.11": ("Salin lembar isian ke portal inovasi Balangan (sinovda.balangankab.go.id).",
              "pasti", "dua halaman sinovda, dibaca 30 November 2026"),
}  # fmt: skip
"""By kabupaten what the step ``portal`` says where the address is known."""
