"""The words of the reports' wing: board, list, one report, review."""

from __future__ import annotations

from server.desk.teks import angka

NAV_LAPORAN = "Laporan"

NAV_PAPAN = "Papan bulan"

SAMPAI = "sampai"

DAFTAR_SUB = "Kejadian yang belum diperiksa di atas, lalu yang terbaru."

CARI = "Cari desa, tempat, atau resi"

KOLOM = ("Diterima", "Desa", "Kegiatan", "Foto", "Status", "")

SEMUA = "Semua"

SEMUA_JENIS = "Semua jenis"

SEMUA_BULAN = "Semua bulan"

SARING = {"desa": "Desa", "kind": "Bentuk laporan", "jenis": "Jenis kegiatan", "bulan": "Bulan"}

BELUM_ADA = "Belum ada laporan. Laporan dari HP desa akan tampil di sini dengan sendirinya."

RESI_MASUK = "Resi {resi}, masuk {waktu}"

DIAMBIL = "Diambil"

KLIK_PERBESAR = "Klik untuk memperbesar"

JAM_PERIKSA = "Jam HP ini meleset lebih dari 5 menit."

RINCIAN_KEMBALI = "Kembali ke daftar"

RINCIAN_ISI = "Isi laporan"

RINCIAN_TIDAK_ADA = "Laporan ini tidak ada, atau alamatnya salah tulis."

PETA = "Lokasi"

PETA_TANPA = "Pelapor tidak mencantumkan titik lokasi."

PETA_NAMA = "Peta lokasi laporan. {titik}"

PERANGKAT = "Perangkat dan waktu"

RIWAYAT = "Riwayat"

PERBESAR = "Perbesar foto {n}"

FOTO_BELUM = "Foto {n} belum sampai"

FOTO_RUSAK = "Foto {n} tidak bisa dibuka"

SENSITIF = "Foto sensitif"

SENSITIF_LIHAT = "Foto {n} sensitif. Klik untuk melihat."

SENSITIF_TUTUP = "Foto {n} sensitif. Hanya untuk petugas yang berwenang."

FOTO_SEBELUM = "Foto sebelumnya"

FOTO_BERIKUT = "Foto berikutnya"

FOTO_TUTUP = "Tutup foto"

LAPORAN_SEBELUM = "Laporan sebelumnya"

LAPORAN_BERIKUT = "Laporan berikutnya"

ISIAN = {
    "waktu": "Waktu",
    "periode": "Bulan",
    "tempat": "Tempat",
    "personel": "Personel",
    "pihak_lain": "Pihak lain",
    "dasar": "Dasar",
    "uraian": "Uraian",
    "hasil": "Hasil",
    "kendala": "Kendala",
    "tindak_lanjut": "Tindak lanjut",
    "kejadian": "Kejadian",
    "waktu_kejadian": "Waktu kejadian",
    "korban": "Korban",
    "rumah": "Rumah terdampak",
    "kerugian": "Kerugian",
    "penanganan": "Penanganan",
    "dihubungi": "Sudah dihubungi",
    "kebutuhan": "Kebutuhan",
    "pelapor": "Pelapor",
    "ditarik": "Ditarik",
    "jenis": "Jenis kegiatan",
}

KORBAN = {
    "meninggal": "{n} meninggal",
    "luka": "{n} luka",
    "mengungsi": "{n} mengungsi",
}

TIDAK_ADA_KORBAN = "Tidak ada"

SUMBER = {"gps": "GPS", "foto": "dari foto", "manual": "diisi manual"}

NIHIL_KALIMAT = "Tidak ada kegiatan dan tidak ada kejadian pada {bulan}."

HP_LAIN = "Ditulis di kecamatan"

JAM_COCOK = "Jam HP cocok"

JAM_CEPAT = "Jam HP lebih cepat {lama}"

JAM_LAMBAT = "Jam HP lebih lambat {lama}"

JAM_TAK_TAHU = "Selisih jam HP belum pernah terukur"

FAKTA = {
    "ditulis": "Selesai ditulis (jam HP)",
    "diterima": "Diterima kecamatan",
    "selisih": "Selisih jam",
    "hp": "HP",
    "pemegang": "Pemegang HP",
    "versi": "Versi aplikasi",
    "kontak": "Terakhir tersambung",
    "resi": "Resi",
}


def ke_berapa(first: int, last: int, total: int) -> str:
    return f"{first} sampai {last} dari {total} laporan"


def jarak(metres: float, desa: str) -> str:
    near = f"{metres:.0f} meter" if metres < 950 else f"{metres / 1000:.1f} km".replace(".", ",")
    return f"{near} dari tengah Desa {desa}"


def foto_sampai(whole: int, total: int) -> str:
    if whole == total:
        return f"{total} foto lengkap"
    return f"{whole} dari {total} foto sudah sampai"


def tempat_di_daftar(place: int, total: int) -> str:
    return f"{place} dari {total}"


def jumlah_personel(count: int) -> str:
    return f"{count} orang"


def akurasi(metres: float) -> str:
    return f"akurasi {metres:.0f} meter"


def perbaikan_ke(versi: int) -> str:
    return "Laporan pertama" if versi <= 1 else f"Perbaikan ke-{versi - 1}"


def terlambat_datang(versi: int) -> str:
    return f"{perbaikan_ke(versi)}, datang belakangan dan disimpan sebagai pembanding"


def lama(seconds: float) -> str:
    """How long, in words: ``12 menit``."""
    whole = round(abs(seconds))
    for size, word in ((86_400, "hari"), (3_600, "jam"), (60, "menit")):
        if whole >= size:
            return f"{whole // size} {word}"
    return f"{whole} detik"


# --- The month board -----------------------------------------------------------------------------

PAPAN_KEADAAN = {
    "lapor": "Lapor",
    "nihil": "Nihil",
    "belum": "Belum melapor",
    "terlambat": "Terlambat",
    "terputus": "HP belum tersambung",
}

PAPAN_BELUM_DIPAKAI = "SINAR LINMAS belum dipakai pada bulan ini."

PAPAN_BULAN_LALU = "Bulan sebelumnya"

PAPAN_BULAN_DEPAN = "Bulan berikutnya"

PAPAN_KE_BULAN_INI = "Ke bulan ini"

PAPAN_PERLU = "Perlu dihubungi"

PAPAN_SUDAH = "Sudah melapor"

PAPAN_BELUM = "Belum melapor"

PAPAN_SEMUA_TERHUBUNG = "Tidak ada desa yang perlu dihubungi."

PAPAN_WA = "WhatsApp"

PAPAN_BUAT_KODE = "Buat kode"

PAPAN_PERIKSA = "Periksa sekarang"

PAPAN_REKAP_LIHAT = "Lihat rekap"

PAPAN_PETA = "Peta laporan"

PAPAN_PETA_NAMA = "Peta laporan {bulan} pada 21 desa: {laporan} laporan, {kejadian} kejadian"

PAPAN_TITIK = "Titik hijau laporan, tanda merah kejadian."

PAPAN_JENIS = "Jenis kegiatan"

PAPAN_MINGGUAN = "Laporan tiap minggu"

PAPAN_TANPA_LAPORAN = "Belum ada laporan pada bulan ini."

PAPAN_HP = "HP desa"

PAPAN_HP_SEMUA = "Tampilkan semua HP"

PAPAN_HP_RINGKAS = "Tampilkan yang perlu perhatian saja"

PAPAN_HP_BAIK = "Semua HP tersambung, tidak ada laporan tertahan, dan ruangnya cukup."

PAPAN_KEJADIAN_TERBARU = "Kejadian terbaru"

PAPAN_HP_LABEL = "{desa}, {nama}: {keadaan}"

BELUM_TIBA = "Waktunya belum tiba saat diterima"
BELUM_TIBA_ISI = (
    "Menurut laporan ini kegiatannya baru dimulai sesudah diterima. Belum ikut dihitung sampai diverifikasi "
    "atau diperbaiki."
)
BELUM_TIBA_SUDAH = "Sudah diverifikasi, jadi ikut dihitung."
BELUM_TIBA_SINGKAT = "Waktu belum tiba"
MIRIP = "Mirip dengan laporan lain"
MIRIP_ISI = "Desa dan jenisnya sama dan jamnya bertepatan: {laporan}. Mungkin kegiatan yang sama."
MIRIP_SATU = "{resi} ({waktu})"

INGATKAN_JUDUL = "Ingatkan Desa {desa}"

INGATKAN_TEKS = "Isi pesan, boleh diubah"

INGATKAN_BUKA = "Buka WhatsApp"

INGATKAN_SALIN = "Salin teks"

INGATKAN_TERSALIN = "Teks sudah disalin."

INGATKAN_TUTUP = "Tutup"

INGATKAN_LANJUT = "Desa berikutnya"

INGATKAN_TANPA_NOMOR = (
    "Nomor WhatsApp operator desa belum diisi di Data desa. Pilih penerima di WhatsApp."
)

INGATKAN_KE = "Ke nomor operator desa: {nomor}"

INGATKAN_TERLAMBAT = (
    "{sapa}. Laporan Satlinmas Desa {desa} bulan {bulan} belum kami terima. "
    "Bila tidak ada kegiatan, cukup kirim Nihil. Terima kasih."
)

INGATKAN_LEWAT = (
    "{sapa}. Laporan Satlinmas Desa {desa} bulan {bulan} belum kami terima dan tidak bisa dikirim lagi "
    "dari HP. Mohon hubungi kami bila ada kegiatan yang perlu dicatat. Terima kasih."
)

INGATKAN_HP = (
    "{sapa}. HP SINAR LINMAS Desa {desa} terakhir tersambung {tanggal}. "
    "Mohon dibuka sebentar di tempat bersinyal."
)

INGATKAN_AKTIFKAN = (
    "{sapa}. HP SINAR LINMAS Desa {desa} belum diaktifkan. "
    "Mohon siapkan HP yang dipakai melapor; kode aktivasinya dari kami. Terima kasih."
)


def papan_tenggat(today: str, due: str, late: int, left: int) -> str:
    """``Senin, 7 Desember 2026. Tenggat 5 Desember sudah lewat 2 hari.``"""
    if late:
        return f"{today}. Tenggat {due} sudah lewat {late} hari."
    if not left:
        return f"{today}. Tenggat hari ini."
    return f"{today}. Tenggat {due}, {left} hari lagi."


def papan_laporan(laporan: int, kejadian: int) -> str:
    return f"{laporan} laporan, {kejadian} kejadian" if kejadian else f"{laporan} laporan"


def papan_dikirim(hari: str) -> str:
    return f"dikirim {hari}"


def papan_lewat(days: int) -> str:
    return f"lewat tenggat {days} hari"


def papan_sampai(hari: str) -> str:
    return f"tenggat {hari}"


def papan_kontak(hari: str) -> str:
    return f"terakhir tersambung {hari}"


PAPAN_KODE_BELUM = "kode belum dipakai"

PAPAN_TANPA_HP = "belum ada HP"


def papan_terlambat(days: int) -> str:
    return f"Terlambat {days} hari"


def papan_terakhir(hari: str, *, done: bool = False) -> str:
    return f"Sudah lapor, HP terakhir tersambung {hari}" if done else f"Terakhir {hari}"


def papan_diingatkan(hari: str) -> str:
    return f"diingatkan {hari}"


def papan_desa(count: int) -> str:
    return f"{count} desa"


def papan_lainnya(count: int) -> str:
    return f"dan {count} desa lainnya"


def papan_ingatkan(count: int) -> str:
    return f"Ingatkan {count} desa"


def papan_menunggu(count: int) -> str:
    return f"{count} laporan menunggu diperiksa" if count else "Semua laporan sudah diperiksa"


def papan_tertua(hari: str, jam: str) -> str:
    return f"Yang tertua masuk {hari}, {jam} WITA."


def papan_rekap(bulan: str) -> str:
    return f"Rekap {bulan}"


def papan_lengkap(complete: int, of: int) -> str:
    return f"{complete} dari {of} desa lengkap"


def papan_cepat(fast: int, of: int) -> str:
    return f"{fast} dari {of} kejadian dilaporkan cepat (24 jam)"


def papan_tren(now: int, before: int, bulan: str, *, is_running: bool) -> str:
    """Against the month before; while the month runs, against as many of its weeks."""
    same = " pada minggu yang sama" if is_running else ""
    if now == before:
        return f"sama banyak dengan {bulan}{same}"
    word = "lebih banyak" if now > before else "lebih sedikit"
    return f"{abs(now - before)} {word} daripada {bulan}{same}"


def papan_orang(count: int) -> str:
    return f"{count} kehadiran personel"


def papan_minggu(week: int) -> str:
    return f"Minggu {week}"


def papan_hp(kontak: str, antre: int | None, ruang_mb: int | None) -> str:
    """``24 Nov 20.41, antrean 0, ruang 2,0 GB``"""
    parts = [kontak]
    if antre is not None:
        parts.append(f"antrean {antre}")
    if ruang_mb is not None:
        gb = f"{ruang_mb / 1000:.1f} GB".replace(".", ",")
        room = gb if ruang_mb >= 1000 else f"{ruang_mb} MB"
        parts.append(f"ruang {room}")
    return ", ".join(parts)


def ingatkan_ke(place: int, of: int) -> str:
    return f"{place} dari {of}"


# --- Periksa: the review -------------------------------------------------------------------------

PK_JUDUL = "Periksa laporan"

PK_SUB = "Keputusan langsung sampai ke HP desa saat tersambung."

PK_BUKA = "Periksa"

PK_ANTREAN = "Menunggu"

PK_SELESAI = "Semua laporan sudah diperiksa. Terima kasih."

PK_KEPUTUSAN = "Keputusan"

PK_VERIFIKASI = "Verifikasi"

PK_KEMBALIKAN = "Kembalikan"

PK_KEMBALIKAN_PETUNJUK = (
    "Untuk mengembalikan, tulis dulu sedikitnya satu catatan pada bagian yang perlu diperbaiki."
)

PK_BUKA_LAGI = "Buka lagi"

PK_BUKA_LAGI_ISI = "Laporan yang sudah diverifikasi dapat dibuka lagi supaya desa bisa memperbaiki."

PK_PESAN = "Pesan untuk desa"

PK_PESAN_PETUNJUK = "Boleh dikosongkan"

PK_KALIMAT = "Kalimat siap pakai"

PK_CATATAN = "Catatan pada laporan"

PK_CATATAN_TAMBAH = "Catatan pada {bagian}"

PK_CATATAN_UBAH = "Ubah catatan pada {bagian}"

PK_CATATAN_HAPUS = "Hapus catatan pada {bagian}"

PK_CATATAN_ISI = "Apa yang perlu diperbaiki?"

PK_CATATAN_SIMPAN = "Simpan catatan"

PK_CATATAN_BATAL = "Batal"

PK_CATATAN_UMUM = "Catatan untuk laporan ini"

PK_BAGIAN_LAPORAN = "laporan ini"

PK_BAGIAN_FOTO = "Foto {n}"

PK_BELUM_CATATAN = "Belum ada catatan. Tekan tanda catatan di kanan sebuah bagian."

PK_DIBACA = "dibaca {waktu}"

PK_BELUM_DIBACA = "belum dibaca"

PK_OLEH = "{oleh}, {waktu}"

PK_SUDAH = {
    "diverifikasi": "Sudah diverifikasi oleh {oleh}, {jam}.",
    "perlu_perbaikan": "Sudah dikembalikan oleh {oleh}, {jam}.",
    "ditarik": "Ditarik oleh pelapornya, {oleh}, {jam}.",
    "diterima": "Dibuka lagi oleh {oleh}, {jam}.",
}

PK_MENDAHULUI = "Petugas lain lebih dahulu memutuskan laporan ini."

PK_VERSI_BARU = "Perbaikan baru saja masuk. Baca dulu yang baru."

PK_TIDAK_BISA = "Laporan ini tidak bisa diputuskan sekarang."

PK_BELUM_TERSIMPAN = "Catatan ini belum tersimpan, dicoba lagi."

PK_TERLAMBAT = "Sudah terlambat untuk diurungkan."

PK_DIPUTUSKAN = {
    "diverifikasi": "{judul} diverifikasi.",
    "perlu_perbaikan": "{judul} dikembalikan.",
}

PK_CATATAN_TIDAK_IKUT = "Catatan Anda tidak ikut dikirim; urungkan bila desa perlu membacanya."

PK_URUNGKAN = "Urungkan"

PK_DIURUNGKAN = "Keputusan diurungkan."

PK_JUGA = "{nama} juga sedang membuka laporan ini."

PK_BERUBAH = "Berubah dari {versi}: {bagian}"

PK_TIDAK_BERUBAH = "Tidak ada isi yang berubah dari {versi}."

PK_SEMULA = "Semula: {isi}"

PK_SEMULA_KOSONG = "Semula tidak diisi"

PK_FOTO_BARU = "Baru"

PK_FOTO_HILANG = "{n} foto dari versi sebelumnya sudah tidak dipakai."

PK_LAMA_JAWAB = "Dijawab kecamatan"

PK_LAMA_BAIK = "Diperbaiki desa"

PK_LAMA_LAPORAN = "Laporan ini menunggu {lama}"

PK_LAMA_30 = "lama yang biasa dalam 30 hari terakhir"

PK_LAMA_BELUM = "belum ada"

PK_PAPAN_KETIK = "Pintasan keyboard"

PK_TOMBOL_LIHAT = "Lihat pintasan"

PK_TOMBOL_TUTUP = "Tutup"

PK_TOMBOL = (
    ("kiri, J", "laporan sebelumnya"),
    ("kanan, L", "laporan berikutnya"),
    ("atas, bawah", "pilih bagian"),
    ("C", "catatan pada bagian yang dipilih"),
    ("V", "verifikasi"),
    ("K", "kembalikan"),
    ("U", "urungkan"),
    ("1 sampai 5", "perbesar foto"),
    ("Esc", "tutup"),
    ("?", "tombol apa saja"),
)

PK_SIAP: dict[str, tuple[str, ...]] = {
    "uraian": (
        "Mohon ditulis apa yang dikerjakan, oleh siapa, dan hasilnya.",
        "Mohon ditulis hasil pembicaraan dengan warga.",
        "Mohon diceritakan urutan kejadiannya.",
    ),
    "waktu": ("Mohon jam mulai dan jam selesainya diperiksa lagi.",),
    "tempat": ("Mohon tempatnya ditulis lebih jelas: RT, pos, atau patokan.",),
    "personel": ("Mohon nama anggota yang ikut dilengkapi.",),
    "hasil": ("Mohon hasilnya dilengkapi.",),
    "jenis": ("Jenis kegiatannya belum sesuai dengan uraian. Mohon diganti.",),
    "korban": ("Mohon jumlah korban diperbarui menurut keadaan terakhir.",),
    "foto": (
        "Fotonya kabur. Mohon diganti dengan yang lebih jelas.",
        "Mohon diganti dengan foto saat kegiatan berlangsung.",
        "Wajah anak terlihat jelas. Mohon diganti dengan foto lain.",
    ),
    "": ("Mohon bagian ini dilengkapi.", "Mohon bagian ini diperiksa lagi."),
}

PK_PESAN_SIAP = (
    "Terima kasih, laporannya jelas dan lengkap.",
    "Terima kasih, foto dan lokasinya jelas.",
    "Terima kasih. Tolong diperbaiki, lalu kirim ulang.",
    "Bila ada kesulitan, silakan hubungi Seksi Trantib kecamatan.",
)


def kembalikan_dengan(count: int) -> str:
    return f"{PK_KEMBALIKAN} dengan {count} catatan" if count else PK_KEMBALIKAN


# --- Papers of one report or one coaching ------------------------------------------------------

SURAT_PDF = "PDF"

SURAT_PDF_TIP = "Laporan ini sebagai surat desa kepada camat, dengan fotonya"

# --- Tempel laporan WhatsApp -----------------------------------------------------------------

TEMPEL_TOMBOL = "Tempel dari WhatsApp"

TEMPEL_PENDEK = "Tempel WA"

TEMPEL_JUDUL = "Tempel laporan WhatsApp"

TEMPEL_SUB = "Laporan disimpan atas nama desa, diberi resi, dan muncul di HP desa itu."

TEMPEL_TEKS = "Teks dari WhatsApp"

TEMPEL_CONTOH = "Salin pesan dari grup WhatsApp, lalu tempel di sini."

TEMPEL_BACA = "Baca teks"

TEMPEL_SIMPAN = "Simpan atas nama desa"

TEMPEL_SIMPAN_PENDEK = "Simpan"

TEMPEL_KOSONG = "Tempel dulu teks laporannya."

TEMPEL_LENGKAPI = "Belum disimpan: {n} isian masih harus dibetulkan."

TEMPEL_PILIH = "Pilih"

TEMPEL_LANGKAH = (
    "Di HP atau WhatsApp Web, tekan lama pesannya lalu Salin. Di sini, ketuk kotak Teks dari WhatsApp, "
    "tempel (Ctrl+V, di HP tekan lama), lalu tekan Baca teks.",
    "Isian terbaca sendiri. Yang kurang pasti diberi tanda dan alasannya; periksa dengan teksnya.",
    "Setelah disimpan, laporan mendapat resi dan dikirim ke HP desa, bertanda ditulis kecamatan.",
)

TEMPEL_KE = "Laporan {n} dari {m} dalam teks ini"

TEMPEL_SEBELUM = "Sebelumnya"

TEMPEL_BERIKUT = "Berikutnya"

TEMPEL_BAGIAN = "Bagian teks untuk laporan ini"

TEMPEL_SUDAH = "Laporan ini sudah disimpan dengan resi {resi}."

TEMPEL_LAGI = "Tersimpan dengan resi {resi}. Masih ada {n} laporan lain di teks ini."

TEMPEL_BERSIH = "Semua isian terbaca jelas. Periksa sekali lagi, lalu simpan."

TEMPEL_PERIKSA = "{n} isian perlu dilihat: ada tandanya di bawah."

TEMPEL_TIDAK_ADA = "Tidak ditemukan di teks; isi sendiri."

TEMPEL_MIRIP = "Desa ini sudah punya laporan pada waktu yang berdekatan. Jangan sampai ganda:"

TEMPEL_ASAL = "Ditulis kecamatan atas nama desa"

TEMPEL_OLEH = "Ditulis {oleh} dari teks WhatsApp yang dikirim desa:"

TEMPEL_TEKS_HILANG = "Teks aslinya sudah dihapus, karena memuat nama yang dihapus."

TEMPEL_ISIAN = {
    "kind": "Bentuk laporan", "desa": "Desa", "jenis": "Jenis kegiatan", "periode": "Bulan",
    "mulai": "Mulai (WITA)", "selesai": "Selesai (WITA)", "tempat": "Tempat",
    "personel": "Personel", "jumlah_personel": "Jumlah personel", "pihak_lain": "Pihak lain",
    "dasar": "Dasar", "uraian": "Uraian", "hasil": "Hasil", "kendala": "Kendala",
    "tindak_lanjut": "Tindak lanjut", "kejadian": "Kejadian", "meninggal": "Meninggal (jiwa)",
    "luka": "Luka (jiwa)", "mengungsi_kk": "Mengungsi (KK)", "mengungsi_jiwa": "Mengungsi (jiwa)",
    "rumah": "Rumah terdampak", "kerugian": "Kerugian", "penanganan": "Penanganan awal",
    "dihubungi": "Sudah dihubungi", "kebutuhan": "Kebutuhan", "pelapor": "Pelapor",
    "jabatan": "Jabatan pelapor",
}  # fmt: skip

PETUNJUK = {
    "mulai": "24-11-2026 20.00", "selesai": "24-11-2026 23.00", "periode": "11-2026",
    "personel": "Nama, dipisah koma", "pihak_lain": "Dipisah koma",
}  # fmt: skip

RAGU = {
    "hari_beda": "Nama hari tidak cocok dengan tanggalnya.",
    "tanpa_tahun": "Tahunnya tidak ditulis; dianggap tahun yang terdekat.",
    "masa_depan": "Waktu ini belum terjadi.",
    "sudah_lama": "Tanggalnya sudah lebih dari tiga bulan lalu.",
    "banyak_tanggal": "Ada beberapa tanggal di teks; dipakai yang pertama.",
    "dari_kepala": "Diambil dari waktu pesan dikirim, bukan dari isinya.",
    "kira_kira": "Waktunya tidak ditulis dengan jelas.",
    "wib": "Tertulis WIB, padahal di sini berlaku WITA. Jam dibiarkan seperti tertulis.",
    "pagi_malam": "Tidak jelas pagi atau malam.",
    "tengah_malam": "Sekitar tengah malam; periksa tanggalnya.",
    "ejaan": "Ejaannya berbeda; dipakai nama desa yang paling mirip.",
    "banyak_desa": "Ada beberapa nama desa di teks.",
    "nama_kecamatan": "Desa dan kecamatan bernama sama: bisa berarti yang mana pun.",
    "kata_umum": "Kata ini juga kata biasa, belum tentu nama desa.",
    "banyak_jenis": "Ada beberapa jenis kegiatan di teks.",
    "dari_uraian": "Disimpulkan dari isi teks.",
    "tanpa_label": "Diambil dari bagian teks tanpa judul isian.",
    "jumlah_beda": "Jumlah yang tertulis berbeda dari banyaknya nama.",
    "pengirim": "Diambil dari nama pengirim pesan.",
    "penutup": "Diambil dari penutup pesan.",
    "angka": "Jumlahnya tidak ditulis dengan angka.",
    "macam": "Belum jelas ini kegiatan atau kejadian.",
    "banyak_laporan": "Teks ini tampaknya memuat lebih dari satu laporan.",
    "banyak_angka": "Ada beberapa angka di teks; periksa jumlahnya.",
    "nama_malam": "Nama malam dan tanggalnya berbeda; dipakai malam yang disebut.",
    "sela": "Ada baris di bawahnya yang mungkin masih bagian dari isian ini.",
    "dua_kali": "Tertulis lebih dari sekali dengan isi yang berbeda.",
    "terpotong": "Pesan ini terpotong atau digabung dari beberapa pesan; periksa dengan aslinya.",
    "bukan_nama": "Ada bagian yang belum tentu nama orang.",
    "dari_daftar": "Diambil dari daftar beberapa kegiatan dalam satu pesan.",
    "ditarik": "Teks ini menyebut laporannya sudah ditarik.",
    "bulan_baru": "Bulan itu baru dimulai; mungkin maksudnya bulan sebelumnya.",
    "kata_lain": "Kata-katanya bisa juga berarti kegiatan lain.",
    "terlalu_lama": "Rentang waktunya sangat panjang; periksa jamnya.",
    "tiap_malam": "Beberapa hari dengan jam yang sama; periksa kapan selesainya.",
}


_SALAH = {
    "required": "Wajib diisi.",
    "too_long": "Terlalu panjang.",
    "too_short": "Terlalu pendek; tulis paling sedikit 10 huruf.",
    "not_a_number": "Tulis dengan angka.",
    "out_of_range": "Angkanya tidak masuk akal.",
    "bad_time": "Tulis seperti contohnya, misalnya 24-11-2026 20.00.",
    "end_before_start": "Waktu selesai mendahului waktu mulai.",
    "unknown_value": "Pilih dari daftar.",
}


def tempel_salah(code: str, letters: int = 0, limit: int = 0) -> str:
    """What the checks found wrong, as a sentence; how many letters there are and may be."""
    if code == "too_long" and letters > limit:
        return f"Terlalu panjang: {angka(letters)} dari {angka(limit)} huruf."
    return _SALAH.get(code, "Isian ini tidak dapat diterima.")


CLI_BANTU_WILAYAH = "folder data kecamatan yang desanya dicari; tanpa ini desa-desa Juai"
CLI_BANTU_BACA_WA = "mencetak apa yang terbaca dari file teks WhatsApp, sebagai JSON"

CLI_BANTU_SEKARANG = "waktu saat teks dibaca, misalnya 2026-11-28T08:00:00+08:00; biasanya sekarang"

CLI_BUKAN_WAKTU = "Bukan waktu: {said}. Tulis seperti 2026-11-28T08:00:00+08:00."
CLI_BUKAN_OBROLAN = "Berkas zip ini tidak berisi ekspor obrolan yang dapat dibaca."
