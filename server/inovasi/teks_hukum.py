"""The legal basis in words: today's instruments, the tasks, and the proposal's own list.

Each line says how sure it is. Nothing here is made up; what could not be confirmed says so.
"""

from __future__ import annotations

from dataclasses import dataclass

PASTI, SATU, PERIKSA, JANGAN = "pasti", "satu", "periksa", "jangan"
KEYAKINAN: dict[str, str] = {
    PASTI: "Cocok di dua sumber",
    SATU: "Dari satu sumber",
    PERIKSA: "Perlu diperiksa kecamatan",
    JANGAN: "Jangan dicetak",
}
DIBACA = "dibaca 30 November 2026"
UMUM = f"beberapa peraturan daerah yang mengutipnya, {DIBACA}"
PENGETAHUAN = f"pengetahuan umum, belum dicocokkan dengan naskahnya ({DIBACA})"


@dataclass(frozen=True)
class Instrument:
    """One instrument: its name, what it is used for, how sure that is, and where it was read.

    ``lengkap`` is its whole name as a decree cites it; without one no decree cites it.
    """

    nama: str
    guna: str
    keyakinan: str
    sumber: str
    lengkap: str = ""


@dataclass(frozen=True)
class Proposed:
    """A line of the proposal's own list, and what stands in its place today."""

    nama: str
    kini: str
    keyakinan: str
    sumber: str


BERLAKU: tuple[Instrument, ...] = (
    Instrument(
        "SE Mendagri 300.1.4/e.1/BAK, 3 September 2025",
        "Dasar penugasan terkuat saat ini: peran Satlinmas ditingkatkan, siskamling dan pos ronda"
        " dihidupkan lagi, dan kegiatan dilaporkan lewat SIM Linmas.",
        PASTI,
        f"berita Ditjen Bina Adwil Kemendagri dan JPNN 8 September 2025, {DIBACA}",
    ),
    Instrument(
        "UU 2/2003",
        "Pembentukan Kabupaten Balangan: disebut pertama dalam produk hukum kabupaten.",
        PASTI,
        f"bagian Mengingat Perbup Balangan 67/2020 dan Perda Balangan 13/2021, {DIBACA}",
        "Undang-Undang Nomor 2 Tahun 2003 tentang Pembentukan Kabupaten Tanah Bumbu dan Kabupaten"
        " Balangan di Provinsi Kalimantan Selatan;",
    ),
    Instrument(
        "UU 23/2014 tentang Pemerintahan Daerah, Pasal 12",
        "Ketenteraman, ketertiban umum, dan pelindungan masyarakat adalah salah satu dari enam"
        " urusan wajib pelayanan dasar.",
        PASTI,
        UMUM,
    ),
    Instrument(
        "Enam urusan wajib dalam Indeks Inovasi Daerah",
        "Trantibumlinmas salah satunya: bila satu urusan kosong, 76 dari 250 poin daerah tidak"
        " dihitung.",
        SATU,
        f"salinan pihak ketiga atas surat BSKDN tahun 2026, {DIBACA}",
    ),
    Instrument(
        "UU 23/2014, Pasal 255",
        "Satuan Polisi Pamong Praja: menegakkan Perda dan Perkada, menyelenggarakan ketertiban"
        " umum dan ketenteraman, serta pelindungan masyarakat.",
        PASTI,
        UMUM,
    ),
    Instrument(
        "UU 23/2014, Pasal 386 sampai 390",
        "Inovasi daerah: pemerintah daerah dapat berinovasi, melaporkannya kepada Menteri, dan"
        " dinilai. Pasal 390 dilaksanakan dengan PP 38/2017.",
        PASTI,
        f"bagian Menimbang PP 38/2017 dan bahan sosialisasi IID 2022, {DIBACA}",
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah, Pasal 386 sampai dengan"
        " Pasal 390, sebagaimana telah beberapa kali diubah;",
    ),
    Instrument(
        "PP 38/2017 tentang Inovasi Daerah",
        "Kriteria, bentuk, tahapan, dan pelaporan inovasi daerah.",
        PASTI,
        f"naskah di situs pihak ketiga dan bahan sosialisasi IID 2022, {DIBACA}",
        "Peraturan Pemerintah Nomor 38 Tahun 2017 tentang Inovasi Daerah;",
    ),
    Instrument(
        "PP 16/2018 tentang Satuan Polisi Pamong Praja, Pasal 11",
        "Bentuk kegiatan: deteksi dan cegah dini, pembinaan dan penyuluhan, patroli, pengamanan,"
        " pengawalan, penertiban, penanganan unjuk rasa dan kerusuhan massa.",
        SATU,
        f"berita yang mengutip pasalnya, {DIBACA}",
        "Peraturan Pemerintah Nomor 16 Tahun 2018 tentang Satuan Polisi Pamong Praja;",
    ),
    Instrument(
        "PP 17/2018 tentang Kecamatan",
        "Camat mengoordinasikan ketenteraman dan ketertiban serta membina dan mengawasi desa.",
        PERIKSA,
        PENGETAHUAN,
        "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan;",
    ),
    Instrument(
        "Permendagri 26/2020",
        "Pelaksanaan PP 16/2018: ketertiban umum, ketenteraman, dan pelindungan masyarakat."
        " Dasar utama saat ini.",
        PASTI,
        f"naskah di situs pihak ketiga dan berita 8 September 2025, {DIBACA}",
        "Peraturan Menteri Dalam Negeri Nomor 26 Tahun 2020 tentang Penyelenggaraan Ketertiban"
        " Umum dan Ketenteraman Masyarakat serta Pelindungan Masyarakat;",
    ),
    Instrument(
        "Permendagri 26/2020, Pasal 32 dan 38",
        "Dikutip pejabat Kemendagri sebagai dasar pelaporan Linmas lewat aplikasi yang terhubung"
        " dengan Ditjen Bina Administrasi Kewilayahan (SIM Linmas).",
        SATU,
        f"Tribun Jogja 3 Juli 2025, {DIBACA}",
    ),
    Instrument(
        "Permendagri 84/2014 tentang Penyelenggaraan Perlindungan Masyarakat",
        "Lebih lama, masih paling sering dikutip desa: susunan, tugas regu, syarat anggota.",
        PASTI,
        f"naskah di dua situs pihak ketiga, {DIBACA}",
        "Peraturan Menteri Dalam Negeri Nomor 84 Tahun 2014 tentang Penyelenggaraan Perlindungan"
        " Masyarakat;",
    ),
    Instrument(
        "Permendagri 42/2017",
        "Peningkatan kapasitas anggota Satlinmas.",
        PASTI,
        f"naskah di dua situs pihak ketiga, {DIBACA}",
        "Peraturan Menteri Dalam Negeri Nomor 42 Tahun 2017 tentang Penyelenggaraan Peningkatan"
        " Kapasitas Anggota Satuan Perlindungan Masyarakat;",
    ),
    Instrument(
        "Permendagri 104/2018",
        "Penilaian inovasi daerah dan penghargaannya: indeks dan IGA.",
        PASTI,
        f"berita BSKDN 23 Maret 2021 dan bahan sosialisasi IID 2022, {DIBACA}",
        "Peraturan Menteri Dalam Negeri Nomor 104 Tahun 2018 tentang Penilaian dan Pemberian"
        " Penghargaan dan/atau Insentif Inovasi Daerah;",
    ),
    Instrument(
        "Permendagri 11/2023",
        "Sarana dan prasarana Satgas Linmas dan Satlinmas (seragam dan perlengkapan).",
        PASTI,
        UMUM,
    ),
    Instrument(
        "Permendagri 10/2009",
        "Satlinmas dalam penyelenggaraan pemilihan umum.",
        PASTI,
        UMUM,
    ),
    Instrument(
        "Perda Provinsi Kalimantan Selatan 6/2020",
        "Ketenteraman, ketertiban umum, dan pelindungan masyarakat.",
        SATU,
        f"daftar peraturan daerah, {DIBACA}",
    ),
    Instrument(
        "Perda Kabupaten Balangan 6/2022",
        "Ketenteraman dan ketertiban umum serta perlindungan masyarakat. Berlaku; periksa"
        " perubahannya: rancangan perubahan dibahas DPRD pada Juli 2025.",
        SATU,
        f"Klik Kalimantan 12 Juli 2025, {DIBACA}",
        "Peraturan Daerah Kabupaten Balangan Nomor 6 Tahun 2022 tentang Penyelenggaraan"
        " Ketenteraman dan Ketertiban Umum serta Perlindungan Masyarakat;",
    ),
    Instrument(
        "Perbup Balangan 40/2021",
        "Pelaksanaan inovasi daerah: dasar inovasi ini.",
        SATU,
        f"Possindo 4 November 2022, {DIBACA}",
        "Peraturan Bupati Balangan Nomor 40 Tahun 2021 tentang Pelaksanaan Inovasi Daerah;",
    ),
    Instrument(
        "Kode klasifikasi surat Linmas: 300.1.4",
        "Dipakai pada nomor surat tentang Linmas; kode lain adalah kebiasaan lama.",
        PASTI,
        f"nomor SE Mendagri 3 September 2025 dan surat dinas lain, {DIBACA}",
    ),
)
SE_LENGKAP = (
    "Surat Edaran Menteri Dalam Negeri Nomor 300.1.4/e.1/BAK tanggal 3 September 2025 tentang"
    " peningkatan peran Satuan Pelindungan Masyarakat;"
)
"""What is borne in mind beside the law; how its title reads exactly must be checked."""

JANGAN_CETAK: tuple[tuple[str, str, str], ...] = (("pp", "3", "2002"),)
"""Kind, number and year of what no paper names as a basis: it is about something else."""
TIDAK_DITEMUKAN: tuple[tuple[str, str, str], ...] = (
    ("keppres", "48", "2018"), ("perkapolri", "1", "2010"),
)  # fmt: skip
"""What was not found under its name: no decree cites it."""

USULAN: tuple[Proposed, ...] = (
    Proposed(
        "UU 23/2014 tentang Pemerintahan Daerah, Pasal 358 ayat (1) dan (2)",
        "Undang-undangnya berlaku. Urusan wajib pelayanan dasar ada pada Pasal 12, Satpol PP pada"
        " Pasal 255, inovasi daerah pada Pasal 386 sampai 390; pasal yang dikutip usulan perlu"
        " diperiksa.",
        PERIKSA,
        UMUM,
    ),
    Proposed(
        "PP 3/2002 tentang Keamanan dan Ketertiban Masyarakat",
        "PP 3/2002 mengatur hal lain: kompensasi, restitusi, dan rehabilitasi korban pelanggaran"
        " hak asasi manusia yang berat. Jangan dicetak. Padanan yang berlaku: PP 16/2018.",
        JANGAN,
        f"dua sumber yang cocok, {DIBACA}",
    ),
    Proposed(
        "Keppres 48/2018 tentang Satuan Perlindungan Masyarakat",
        "Tidak ditemukan dengan nama ini. Padanan yang berlaku: Permendagri 26/2020 dan 84/2014.",
        PERIKSA,
        f"dicari dan tidak ditemukan, {DIBACA}",
    ),
    Proposed(
        "Perda Kabupaten Balangan 6/2022 tentang Penyelenggaraan Ketenteraman dan Ketertiban Umum"
        " serta Perlindungan Masyarakat",
        "Berlaku; periksa perubahannya: rancangan perubahan dibahas DPRD pada Juli 2025.",
        SATU,
        f"Klik Kalimantan 12 Juli 2025, {DIBACA}",
    ),
    Proposed(
        "Perkapolri 1/2010 tentang Polisi Pamong Praja dan Linmas",
        "Tidak ditemukan dengan nama ini. Padanan yang berlaku: PP 16/2018 dan UU 23/2014"
        " Pasal 255.",
        PERIKSA,
        f"dicari dan tidak ditemukan, {DIBACA}",
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
SUMBER_TUGAS = (
    "peraturan daerah di DIY, Pasal 49, dan berita tentang Perda Kutai Timur 2/2025 (tanpa huruf d"
    f" dan i), {DIBACA}"
)

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
