"""What happens in the sample villages: for each kind of report its hours, places and words.

Every sentence is invented for training. Braces are filled in by `data`: rt, jam, cm, orang.
"""

from __future__ import annotations

from dataclasses import dataclass

ALL_YEAR = frozenset(range(1, 13))
DRY = frozenset({7, 8, 9, 10})
WET = frozenset({11, 12, 1, 2, 3, 4})

SIAPA_SAJA = ""
SUNGAI = "sungai"
KARHUTLA = "karhutla"


@dataclass(frozen=True)
class Recipe:
    """One kind of activity: how often, when, for how long, where, and in which words."""

    jenis: str
    weight: int
    scene: str
    hours: tuple[int, ...]
    length: tuple[float, ...]
    tempat: tuple[str, ...]
    uraian: tuple[str, ...]
    hasil: tuple[str, ...]
    kendala: tuple[str, ...] = ()
    tindak_lanjut: tuple[str, ...] = ()
    pihak_lain: tuple[str, ...] = ()
    months: frozenset[int] = ALL_YEAR
    only: str = SIAPA_SAJA


AMAN = (
    "Situasi aman, tertib, dan kondusif.",
    "Aman dan terkendali.",
    "Tidak ditemukan gangguan. Warga sudah beristirahat.",
)

KEGIATAN: tuple[Recipe, ...] = (
    Recipe(
        "PATROLI", 34, "patrol", (20, 21, 22), (2.0, 3.0, 3.5),
        ("Poskamling RT {rt}", "RT {rt} sampai jalan poros desa", "Keliling desa, mulai Poskamling RT {rt}"),
        (
            "Patroli keliling RT {rt} dan sekitarnya. Warga yang masih di luar diimbau pulang sebelum larut.",
            "Ronda malam berjalan kaki. Pintu balai desa, sekolah, dan masjid dicek satu per satu.",
            "Patroli bersama warga ronda RT {rt}. Dua kendaraan tanpa pelat ditanya, pemiliknya warga sini.",
            "Keliling memakai sepeda motor. Anak muda yang berkumpul di simpang diajak pulang dengan baik-baik.",
            "Patroli menjelang hari pasar. Lapak dan gudang pupuk dalam keadaan terkunci.",
        ),
        AMAN, ("Lampu jalan RT {rt} mati.", "Baterai senter lemah.", "Hujan mulai pukul 22.00."),
        ("Lampu jalan dilaporkan ke pemerintah desa.", "Patroli dilanjutkan malam Minggu."),
        ("Babinsa", "Bhabinkamtibmas", "Warga", "Warga"),
    ),
    Recipe(
        "JAGA_POS", 18, "watch", (19, 20, 21), (4.0, 6.0),
        ("Poskamling RT {rt}", "Pos induk desa", "Kantor desa", "Posko simpang tiga"),
        (
            "Jaga pos bergiliran dua orang. Buku tamu diisi, ada {orang} tamu yang menginap di rumah warga.",
            "Penjagaan pos sesuai jadwal regu. Kentongan dan senter lengkap.",
            "Menjaga kantor desa karena ada alat berat yang dititipkan di halaman.",
            "Jaga pos. Pukul 23.00 dilakukan pengecekan ke jembatan dan kembali ke pos.",
        ),
        AMAN, ("Atap pos bocor di bagian belakang.", "HT tidak bisa dipakai."),
        ("Perbaikan atap diusulkan lewat gotong royong.",), ("Warga", "Perangkat desa"),
    ),
    Recipe(
        "PAM_GIAT", 13, "crowd", (8, 9, 19, 20), (2.0, 3.0, 4.0),
        ("Masjid desa", "Langgar RT {rt}", "Lapangan bola desa", "Rumah warga RT {rt}", "Balai desa"),
        (
            "Pengamanan pengajian rutin. Parkir diatur di dua sisi supaya jalan poros tetap bisa dilewati.",
            "Pengamanan acara perkawinan warga. Kendaraan tamu diarahkan ke halaman sekolah.",
            "Pengamanan pertandingan voli antar-RT, penonton sekitar {orang}0 orang.",
            "Membantu pengamanan musyawarah desa sampai selesai.",
            "Pengamanan peringatan Maulid Nabi. Arus kendaraan diatur bergantian.",
        ),
        ("Acara berjalan lancar sampai selesai.", "Tertib, tidak ada kemacetan.", *AMAN[:1]),
        ("Tempat parkir kurang luas.",), (), ("Bhabinkamtibmas", "Babinsa", "Karang Taruna", "Perangkat desa"),
    ),
    Recipe(
        "SOSIAL", 12, "together", (7, 8, 9), (2.0, 3.0),
        ("Jalan usaha tani RT {rt}", "Halaman kantor desa", "Jembatan kayu RT {rt}", "Pemakaman desa", "Posyandu RT {rt}"),
        (
            "Gotong royong membersihkan saluran air bersama {orang} warga.",
            "Gotong royong memperbaiki jembatan kayu yang lantainya lapuk.",
            "Membantu penyaluran bantuan pangan. Antrean diatur menurut RT.",
            "Membantu keluarga yang berduka: tenda, kursi, dan pengaturan jalan menuju pemakaman.",
            "Membersihkan halaman posyandu dan mengantar ibu hamil dari RT {rt}.",
        ),
        ("Saluran air lancar kembali.", "Selesai sebelum Zuhur.", "Bantuan diterima semua yang terdaftar."),
        ("Kekurangan cangkul dan arko.",), ("Dilanjutkan hari Minggu depan.",),
        ("Warga", "PKK", "Perangkat desa", "Karang Taruna"),
    ),
    Recipe(
        "SIAGA_BENCANA", 22, "river", (6, 7, 16, 17), (1.0, 1.5, 2.0),
        ("Bantaran sungai RT {rt}", "Jembatan gantung", "Titian RT {rt}", "Papan duga air dekat jembatan"),
        (
            "Pantau debit Sungai Balangan. Air naik {cm} cm dari kemarin, arus cukup deras.",
            "Pengecekan papan duga: {cm} cm di bawah lantai rumah terendah. Warga RT {rt} diminta bersiap.",
            "Pantau sungai setelah hujan semalam. Kayu hanyut tersangkut di jembatan, sudah dilepas bersama warga.",
            "Cek perahu dan pelampung. Perahu siap pakai, dua pelampung robek.",
        ),
        ("Air masih di bawah tanggul.", "Belum ada rumah yang tergenang.", "Warga sudah diberi tahu lewat langgar."),
        ("Perahu hanya satu.", "Sinyal hilang di bantaran."), ("Dipantau lagi sore hari.", "Lapor BPBD bila naik 20 cm lagi."),
        ("BPBD/TRC", "Warga", "Babinsa"), WET, SUNGAI,
    ),
    Recipe(
        "SIAGA_BENCANA", 22, "haze", (9, 13, 14, 15), (2.0, 3.0),
        ("Lahan belukar RT {rt}", "Kebun karet batas desa", "Jalan hauling lama", "Lahan tidur belakang sekolah"),
        (
            "Patroli karhutla di lahan kering. Satu titik asap kecil dipadamkan dengan ranting dan air jeriken.",
            "Patroli karhutla. Pemilik kebun diingatkan untuk tidak membakar saat membersihkan lahan.",
            "Cek lahan yang terbakar minggu lalu, tidak ada asap lagi. Sekat dibersihkan selebar dua meter.",
            "Memeriksa mesin Alkon dan selang, dicoba menyedot dari embung RT {rt}.",
        ),
        ("Tidak ada titik api.", "Titik asap padam sepenuhnya.", "Alkon hidup, selang bocor sedikit."),
        ("Sumber air jauh, sekitar 300 meter.", "Selang kurang panjang."), ("Patroli diulang sore hari.",),
        ("Babinsa", "Manggala Agni", "Warga", "BPK"), DRY, KARHUTLA,
    ),
    Recipe(
        "DETEKSI_DINI", 7, "meeting", (10, 14, 20), (1.0, 2.0),
        ("Rumah kontrakan RT {rt}", "Kantor desa", "Simpang tiga desa", "Rumah Ketua RT {rt}"),
        (
            "Pendataan {orang} pendatang yang bekerja di kebun. Semua membawa tanda pengenal dan sudah lapor RT.",
            "Mendengar keluhan warga tentang batas kebun. Dicatat dan disampaikan ke Kepala Desa.",
            "Pemantauan situasi menjelang pemilihan Ketua RT {rt}. Tidak ada selisih paham.",
        ),
        ("Tidak ada potensi gangguan.", "Sudah disampaikan ke Bhabinkamtibmas."), (), ("Dipantau dua minggu lagi.",),
        ("Bhabinkamtibmas", "Ketua RT"),
    ),
    Recipe(
        "PENYULUHAN", 7, "meeting", (9, 10, 14), (1.5, 2.0),
        ("Balai desa", "Langgar RT {rt}", "SDN desa", "Rumah Ketua RT {rt}"),
        (
            "Imbauan bahaya kebakaran dapur dan cara memakai karung basah, diikuti {orang} ibu-ibu.",
            "Sosialisasi jadwal ronda baru dan nomor yang dihubungi saat darurat.",
            "Penyuluhan kenakalan remaja di sekolah, didampingi guru.",
            "Imbauan tidak membakar lahan, disampaikan sesudah salat Jumat.",
        ),
        ("Warga memahami dan bersedia ikut.", "Ada {orang} orang yang mendaftar ikut ronda."), (), (),
        ("Puskesmas", "PKK", "Guru", "Bhabinkamtibmas"),
    ),
    Recipe(
        "MEDIASI", 4, "meeting", (10, 20), (1.5, 2.5),
        ("Kantor desa", "Rumah Ketua RT {rt}"),
        (
            "Penyelesaian selisih paham dua warga (inisial H dan S) tentang ternak yang masuk kebun.",
            "Mendamaikan dua pemuda yang berselisih di lapangan. Orang tua kedua pihak hadir.",
        ),
        ("Kedua pihak berdamai dan menandatangani surat pernyataan.", "Disepakati mengganti tanaman yang rusak."),
        (), ("Dipantau satu bulan.",), ("Kepala Desa", "Bhabinkamtibmas", "Tokoh masyarakat"),
    ),
    Recipe(
        "OBVIT", 5, "watch", (20, 21), (3.0, 4.0),
        ("Menara telekomunikasi", "Pompa air desa", "Gudang desa", "Kantor desa"),
        (
            "Pengecekan pompa air dan kabelnya karena ada laporan kabel hilang di desa tetangga.",
            "Menjaga gudang bibit sampai serah terima ke kelompok tani.",
        ),
        AMAN, (), (), ("Perangkat desa",),
    ),
    Recipe(
        "LATIHAN", 3, "meeting", (8, 9), (3.0, 5.0),
        ("Balai desa", "Halaman kantor kecamatan"),
        (
            "Latihan memakai Alkon dan selang, {orang} anggota hadir.",
            "Latihan pertolongan pertama: pembalutan dan cara membuat tandu dari sarung.",
        ),
        ("Semua peserta sudah mencoba sendiri.",), ("Hanya ada satu Alkon.",), (), ("BPBD/TRC", "Puskesmas", "Damkar"),
    ),
    Recipe(
        "BELA_NEGARA", 2, "crowd", (7,), (1.0, 1.5),
        ("Halaman kantor kecamatan", "Lapangan desa"),
        ("Mengikuti apel pagi bersama perangkat desa.", "Petugas upacara hari besar di lapangan."),
        ("Berjalan khidmat.",), (), (), ("Kecamatan", "Koramil"),
    ),
    Recipe(
        "LAIN", 2, "together", (9, 14), (1.0, 2.0),
        ("Kantor desa", "Batas desa"),
        (
            "Membantu pemasangan patok batas desa atas perintah Kepala Desa.",
            "Mengantar surat undangan musyawarah ke semua RT.",
        ),
        ("Selesai.",), (), (), ("Perangkat desa",),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Incident:
    """One kind of incident and the words that belong to it."""

    kejadian: str
    jenis: str
    scene: str
    weight: int
    tempat: tuple[str, ...]
    uraian: tuple[str, ...]
    hasil: str
    kerugian: str
    penanganan: str
    dihubungi: tuple[str, ...]
    kebutuhan: str = ""
    rumah: tuple[int, int] = (0, 0)
    kk: tuple[int, int] = (0, 0)
    luka: tuple[int, int] = (0, 0)
    hours: tuple[int, ...] = (9, 13, 16, 19)
    months: frozenset[int] = ALL_YEAR
    only: str = SIAPA_SAJA


KEJADIAN: tuple[Incident, ...] = (
    Incident(
        "Banjir", "BENCANA", "flood", 5, ("Bantaran sungai RT {rt}", "RT {rt} dan RT {rt2}"),
        ("Banjir di bantaran sungai RT {rt}. Air masuk ke rumah setinggi {cm} cm sejak subuh.",
         "Air sungai meluap setelah hujan dua hari. Jalan poros tergenang, motor tidak bisa lewat."),
        "Warga lanjut usia dan anak-anak sudah di langgar.", "Perabot basah, belum dihitung.",
        "Evakuasi dengan perahu, barang dinaikkan, dapur umum disiapkan.",
        ("BPBD/TRC", "Polsek", "Koramil"), "Tikar, air minum, obat gatal", (4, 26), (2, 14), hours=(5, 6),
        months=WET, only=SUNGAI,
    ),
    Incident(
        "Karhutla", "KEBAKARAN", "haze", 4, ("Lahan belukar RT {rt}", "Kebun karet batas desa"),
        ("Lahan belukar terbakar, asap mengarah ke permukiman RT {rt}.",
         "Kebun karet terbakar di tepinya, diduga dari puntung rokok."),
        "Api padam setelah tiga jam.", "Lahan sekitar 0,5 hektare.",
        "Pemadaman dengan Alkon dan pemukul api, sekat dibuat.",
        ("BPBD/TRC", "Manggala Agni", "Koramil"), "Selang 50 meter", months=DRY, only=KARHUTLA,
    ),
    Incident(
        "Kebakaran rumah", "KEBAKARAN", "fire", 2, ("RT {rt}",),
        ("Kebakaran satu rumah di RT {rt}. Api diduga dari tungku dapur.",
         "Rumah warga RT {rt} terbakar di bagian belakang, api cepat membesar karena angin."),
        "Api padam, tidak ada korban jiwa.", "Dapur dan isi rumah, taksiran Rp 40 juta.",
        "Pemadaman bersama BPK dan relawan, pemilik rumah ditampung di rumah keluarga.",
        ("BPBD/TRC", "Polsek", "Koramil"), "Pakaian dan bahan pokok", (1, 1), (1, 1),
    ),
    Incident(
        "Kecelakaan", "P3K", "crowd", 3, ("Jalan poros RT {rt}", "Tikungan dekat jembatan"),
        ("Sepeda motor terpeleset di tikungan karena jalan licin.",
         "Dua sepeda motor bersenggolan di simpang tiga."),
        "Korban dibawa ke Puskesmas, arus kendaraan lancar lagi.", "Dua sepeda motor rusak ringan.",
        "Pertolongan pertama dan pengaturan lalu lintas.", ("Puskesmas", "Polsek"), luka=(1, 2),
    ),
    Incident(
        "Angin kencang", "BENCANA", "together", 2, ("RT {rt}", "Jalan poros RT {rt}"),
        ("Pohon tumbang menutup jalan poros setelah angin kencang.",
         "Atap seng rumah warga RT {rt} terangkat angin."),
        "Jalan terbuka lagi setelah satu jam.", "Atap seng sekitar 20 lembar.",
        "Pohon dipotong dan disingkirkan bersama warga.", ("BPBD/TRC",), "Seng 20 lembar", (1, 3), months=WET,
    ),
)  # fmt: skip

ORANG = (
    "Asrani", "Fahri", "Johan", "Nurdin", "Hamdan", "Syahrani", "Rusli", "Mahyudin", "Saidi", "Aliansyah",
    "Bahrudin", "Darmawan", "Efendi", "Gazali", "Hairul", "Ilyas", "Jumri", "Kaspul", "Lukman", "Masrani",
    "Noorman", "Ramli", "Supian", "Taufik", "Umar", "Wahyuni", "Yusran", "Zainal", "Anang", "Basuki",
)  # fmt: skip

PELAPOR = (
    ("Ida", "Kasi Pemerintahan"), ("Rudi", "Sekretaris Desa"), ("Saniah", "Kaur Umum"), ("Hendra", "Kasi Pemerintahan"),
    ("Norhayati", "Kasi Pelayanan"), ("Arbain", "Kasi Pemerintahan"), ("Masitah", "Kaur Keuangan"),
    ("Fajar", "Sekretaris Desa"), ("Rahmah", "Kasi Kesejahteraan"), ("Junaidi", "Kasi Pemerintahan"),
    ("Misran", "Kepala Pelaksana Satlinmas"),
)  # fmt: skip

CATATAN = (
    ("uraian", "Mohon ditulis hasil pembicaraan dengan warga.", " Warga berjanji ikut ronda."),
    ("tempat", "Tolong ditulis patokannya.", ", dekat langgar"),
    (
        "hasil",
        "Apakah sudah dilaporkan ke Bhabinkamtibmas?",
        " Sudah dilaporkan ke Bhabinkamtibmas.",
    ),
    ("uraian", "Sampai pukul berapa? Mohon dilengkapi.", " Selesai sesuai jadwal, lalu ke pos."),
)
"""What the kecamatan asks about which part, and what the village then adds."""
