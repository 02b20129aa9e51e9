"""The legal basis in words: today's instruments, the tasks, and the proposal's own list.

Each line says how sure it is. Nothing here is made up; what could not be confirmed says so.
"""

from __future__ import annotations

from dataclasses import dataclass

PASTI, SATU, PERIKSA = "pasti", "satu", "periksa"
KEYAKINAN: dict[str, str] = {
    PASTI: "Cocok di dua sumber",
    SATU: "Dari satu sumber",
    PERIKSA: "Perlu diperiksa kecamatan",
}


@dataclass(frozen=True)
class Instrument:
    """One instrument: its name, what it is used for, and how sure that is."""

    nama: str
    guna: str
    keyakinan: str


@dataclass(frozen=True)
class Proposed:
    """A line of the proposal's own list, and what stands in its place today."""

    nama: str
    kini: str
    keyakinan: str


BERLAKU: tuple[Instrument, ...] = (
    Instrument(
        "UU 23/2014 tentang Pemerintahan Daerah",
        "Ketenteraman, ketertiban umum, dan pelindungan masyarakat adalah salah satu dari enam"
        " urusan wajib pelayanan dasar.",
        PASTI,
    ),
    Instrument(
        "PP 16/2018 tentang Satuan Polisi Pamong Praja, Pasal 11",
        "Bentuk kegiatan: deteksi dan cegah dini, pembinaan dan penyuluhan, patroli, pengamanan,"
        " pengawalan, penertiban, penanganan unjuk rasa dan kerusuhan massa.",
        SATU,
    ),
    Instrument(
        "PP 17/2018 tentang Kecamatan",
        "Camat mengoordinasikan ketenteraman dan ketertiban serta membina dan mengawasi desa.",
        PERIKSA,
    ),
    Instrument(
        "Permendagri 26/2020",
        "Pelaksanaan PP 16/2018: ketertiban umum, ketenteraman, dan pelindungan masyarakat."
        " Dasar utama saat ini.",
        PASTI,
    ),
    Instrument(
        "Permendagri 26/2020, Pasal 32 dan 38",
        "Dikutip pejabat Kemendagri sebagai dasar pelaporan Linmas lewat aplikasi yang terhubung"
        " dengan Ditjen Bina Administrasi Kewilayahan (SIM Linmas).",
        SATU,
    ),
    Instrument(
        "Permendagri 84/2014 tentang Penyelenggaraan Pelindungan Masyarakat",
        "Lebih lama, masih paling sering dikutip desa: susunan, tugas regu, syarat anggota.",
        PASTI,
    ),
    Instrument("Permendagri 42/2017", "Peningkatan kapasitas anggota Satlinmas.", PASTI),
    Instrument(
        "Permendagri 11/2023",
        "Sarana dan prasarana Satgas Linmas dan Satlinmas (seragam dan perlengkapan).",
        PASTI,
    ),
    Instrument("Permendagri 10/2009", "Satlinmas dalam penyelenggaraan pemilihan umum.", PASTI),
    Instrument(
        "Perda Provinsi Kalimantan Selatan 6/2020",
        "Ketenteraman, ketertiban umum, dan pelindungan masyarakat.",
        SATU,
    ),
    Instrument("Perbup Balangan 40/2021", "Pelaksanaan inovasi daerah: dasar inovasi ini.", SATU),
    Instrument(
        "PP 38/2017 dan Permendagri 104/2018", "Kerangka inovasi daerah dan indeksnya.", SATU
    ),
)

USULAN: tuple[Proposed, ...] = (
    Proposed(
        "UU 23/2014 tentang Pemerintahan Daerah, Pasal 358 ayat (1) dan (2)",
        "Undang-undangnya berlaku. Urusan wajib pelayanan dasar ada pada Pasal 12; pasal yang"
        " dikutip usulan perlu diperiksa.",
        PERIKSA,
    ),
    Proposed(
        "PP 3/2002 tentang Keamanan dan Ketertiban Masyarakat",
        "Tidak ditemukan dengan nama ini. Padanan yang berlaku: PP 16/2018.",
        PERIKSA,
    ),
    Proposed(
        "Keppres 48/2018 tentang Satuan Perlindungan Masyarakat",
        "Tidak ditemukan dengan nama ini. Padanan yang berlaku: Permendagri 26/2020 dan 84/2014.",
        PERIKSA,
    ),
    Proposed(
        "Perda Kabupaten Balangan 6/2022 tentang Penyelenggaraan Ketenteraman dan Ketertiban Umum"
        " serta Perlindungan Masyarakat",
        "Belum dicocokkan dengan naskahnya; mintalah salinan ke Bagian Hukum.",
        PERIKSA,
    ),
    Proposed(
        "Perkapolri 1/2010 tentang Polisi Pamong Praja dan Linmas",
        "Tidak ditemukan dengan nama ini. Padanan yang berlaku: PP 16/2018.",
        PERIKSA,
    ),
)

TUGAS: dict[str, tuple[str, str]] = {
    "a": (
        "Membantu menyelenggarakan ketenteraman, ketertiban umum, dan pelindungan masyarakat"
        " dalam skala kewenangan desa",
        PASTI,
    ),
    "b": (
        "Membantu penanganan ketenteraman, ketertiban umum, dan keamanan dalam pemilihan kepala"
        " daerah dan pemilihan umum",
        PASTI,
    ),
    "c": ("Membantu penanggulangan dan pencegahan bencana serta kebakaran", PASTI),
    "d": ("Membantu keamanan, ketenteraman, dan ketertiban umum masyarakat", SATU),
    "e": ("Membantu pelaksanaan pembinaan dan bimbingan kemasyarakatan", PASTI),
    "f": ("Membantu dalam kegiatan sosial kemasyarakatan", PASTI),
    "g": ("Membantu upaya pertahanan negara", PASTI),
    "h": ("Membantu pengamanan objek vital", PASTI),
    "i": ("Melaksanakan tugas lain yang diberikan oleh Kepala Satlinmas", SATU),
    "kapasitas": ("Peningkatan kapasitas anggota Satlinmas", PASTI),
}
"""The nine tasks as regional regulations of the 26/2020 generation list them, and training."""

INSTRUMEN = "Permendagri 26/2020"
INSTRUMEN_KHUSUS: dict[str, str] = {
    "PATROLI": "PP 16/2018 (patroli)",
    "DETEKSI_DINI": "PP 16/2018 (deteksi dan cegah dini)",
    "PAM_GIAT": "PP 16/2018 (pengamanan, pengawalan)",
    "PENYULUHAN": "PP 16/2018 (pembinaan dan penyuluhan)",
    "PEMILIHAN": "Permendagri 10/2009",
    "LATIHAN": "Permendagri 42/2017",
}
"""What a kind of activity stands on besides the tasks."""

JUDUL = "Dasar hukum"
SUB = "Yang pasti dan yang masih harus diperiksa kecamatan, dibedakan di setiap baris."
BAGIAN_BERLAKU = "Peraturan yang dipakai saat ini"
BAGIAN_USULAN = "Daftar dalam proposal, dan yang berlaku"
BAGIAN_USULAN_KET = (
    "Menurut proposal di kiri; keterangan hari ini di kanan. Kecamatan yang memutuskan apa yang"
    " dicetak: isi di Profil inovasi, bagian Dasar hukum."
)
BAGIAN_JENIS = "Jenis kegiatan, tugas, dan peraturannya"
BAGIAN_JENIS_KET = (
    "Tugas a sampai i seperti disebut peraturan daerah yang mengikuti Permendagri 26/2020; nomor"
    " pasal di dalam Permendagri itu belum dipastikan, jadi tidak disebut."
)
MENURUT_PROPOSAL = "Menurut proposal"
HARI_INI = "Keterangan hari ini"
HATI_HATI = (
    "Hati-hati: beberapa berita menyebut nomor yang salah (Permendagri 29/2020, 26/2022, atau"
    " Permendagri 16 Tahun 2018). Yang benar Permendagri 26/2020."
)
