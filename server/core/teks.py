"""All words of the server that a person reads, except the law's own names (`shared`)."""

from __future__ import annotations

from server.rawat.teks import TITIPAN

# --- API: problems -----------------------------------------------------------------------------

PROBLEMS: dict[str, str] = {
    **TITIPAN,
    "bad_request": "Permintaan tidak dapat dibaca.",
    "unauthorized": "HP ini belum terdaftar, atau kuncinya tidak dikenal.",
    "revoked": "HP ini sudah dicabut oleh kecamatan.",
    "forbidden": "Tidak diizinkan.",
    "code_invalid": "Kode aktivasi salah, sudah dipakai, atau kedaluwarsa.",
    "photo_unknown": "Tidak ada laporan desa ini yang menyebut foto tersebut.",
    "not_found": "Alamat ini tidak ada.",
    "method_not_allowed": "Cara panggil ini tidak ada.",
    "offset_mismatch": "Sambungan foto tidak pas; tanyakan dulu sampai mana foto itu diterima.",
    "wrong_tus_version": "Versi tus tidak dikenal; server ini memakai 1.0.0.",
    "too_large": "Kiriman terlalu besar.",
    "unsupported_type": "Jenis isi kiriman tidak didukung.",
    "unprocessable": "Isi kiriman tidak dapat diterima.",
    "busy": "Sedang dipakai pengirim lain.",
    "wrong_bytes": "Isi foto tidak cocok dengan sidiknya; kirim ulang.",
    "too_many": "Terlalu banyak percobaan; tunggu sebentar.",
    "internal": "Ada kesalahan di server.",
    "unavailable": "Server belum dapat melayani; coba lagi sebentar.",
    "storage_full": "Penyimpanan server penuh; coba lagi nanti.",
    "slow": "Kiriman terhenti di tengah jalan.",
    "wrong_length": "Ukuran foto berbeda dari yang tertulis di laporan.",
    "bad_sha256": "Sidik foto harus 64 angka heksadesimal huruf kecil.",
    "bad_metadata": "Keterangan unggahan (Upload-Metadata) tidak dapat dibaca.",
    "not_jpeg": "Berkas ini bukan foto JPEG.",
    "broken_jpeg": "Foto ini rusak dan tidak dapat dibuka.",
    "too_many_pixels": "Foto terlalu besar; sisi terpanjang paling banyak 4096 piksel.",
}

# --- Staff view ----------------------------------------------------------------------------------

APP = "SINAR LINMAS"
APP_TENTANG = "Laporan Satlinmas dari HP desa ke layar kecamatan"
KECAMATAN = "Kecamatan {nama}"
NAV_LAPORAN = "Laporan"
NAV_PAPAN = "Papan bulan"
NAV_LAINNYA = "Lainnya"
KELUAR = "Keluar"
MENU_AKUN = "Akun {nama}"
BUKAN_HALAMAN = "Halaman ini tidak ada."
KE_DAFTAR = "Ke daftar laporan"
TIDAK_BERHAK = "Akun Anda belum diberi izin membaca laporan. Hubungi admin kecamatan."
GAGAL_BACA = "Data belum bisa dibaca. Tidak ada yang hilang."
GAGAL_PERBARUI = "Yang tampil belum diperbarui. {sebab}"
AKSI_GAGAL = "Belum bisa dikerjakan. Tidak ada yang berubah; coba lagi sebentar."
AKSI_PENUH = "Ruang simpan server penuh. Tidak ada yang berubah; hubungi admin."
AKSI_SIBUK = "Penyimpanan server sedang sibuk. Tidak ada yang berubah; coba lagi sebentar."
AKSI_RUSAK = "Data server tidak terbaca. Tidak ada yang berubah; hubungi admin."
AKSI_TIDAK_BERHAK = "Akun Anda tidak diberi izin untuk itu. Tidak ada yang berubah."
AKSI_BANYAK = "Masih ada beberapa berkas yang disiapkan. Tunggu, atau hentikan salah satu."
COBA_LAGI = "Coba lagi"
MEMUAT = "Memuat"
SAMPAI = "sampai"

DAFTAR_JUDUL = "Laporan"
DAFTAR_SUB = "Kejadian yang belum diperiksa di atas, lalu yang terbaru."
CARI = "Cari desa, tempat, atau resi"
CARI_SEKARANG = "Cari"
HAPUS_KATA = "Hapus kata pencarian"
KOLOM = ("Diterima", "Desa", "Kegiatan", "Foto", "Status", "")
LIHAT = "Lihat"
SEMUA = "Semua"
SEMUA_DESA = "Semua desa"
SEMUA_MACAM = "Semua macam"
SEMUA_JENIS = "Semua jenis"
SEMUA_BULAN = "Semua bulan"
SARING = {"desa": "Desa", "kind": "Macam laporan", "jenis": "Jenis kegiatan", "bulan": "Bulan"}
MACAM = {"kegiatan": "Kegiatan", "kejadian": "Kejadian", "nihil": "Nihil"}
STATUS = {
    "diterima": "Menunggu diperiksa",
    "perlu_perbaikan": "Perlu diperbaiki",
    "diverifikasi": "Diverifikasi",
    "ditarik": "Ditarik pelapor",
}
FOTO_BELUM_LENGKAP = "Foto belum lengkap"
KEJADIAN = "Kejadian"
NIHIL = "Nihil"
BARU = "Baru"
TIDAK_COCOK = "Tidak ada laporan yang cocok."
HAPUS_SARINGAN = "Hapus saringan"
BELUM_ADA = "Belum ada laporan. Laporan dari HP desa akan tampil di sini dengan sendirinya."
SEBELUMNYA = "Sebelumnya"
BERIKUTNYA = "Berikutnya"
TANPA_FOTO = "-"
RESI_MASUK = "Resi {resi}, masuk {waktu}"
DIAMBIL = "Diambil"
KLIK_PERBESAR = "Klik untuk memperbesar"
JAM_PERIKSA = "Jam HP ini meleset lebih dari 5 menit."

RINCIAN_KEMBALI = "Kembali ke daftar"
RINCIAN_ISI = "Isi laporan"
RINCIAN_TIDAK_ADA = "Laporan ini tidak ada, atau alamatnya salah tulis."
DESA = "Desa {nama}"
PETA = "Letak"
PETA_TANPA = "Pelapor tidak mencantumkan titik lokasi."
PETA_TITIK = "Titik laporan"
PETA_NAMA = "Peta letak laporan. {titik}"
PERANGKAT = "Perangkat dan waktu"
RIWAYAT = "Riwayat"
FOTO = "Foto"
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
    "mengungsi_kk": "{n} KK mengungsi",
    "mengungsi_jiwa": "{n} jiwa mengungsi",
}
TIDAK_ADA_KORBAN = "Tidak ada"
TIDAK_DIISI = "Tidak diisi"
SUMBER = {"gps": "GPS", "foto": "dari foto", "manual": "ditunjuk tangan"}
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


def laporan_baru(count: int) -> str:
    return f"{count} laporan baru"


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


def ketelitian(metres: float) -> str:
    return f"ketelitian {metres:.0f} meter"


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
    "Assalamualaikum, Bapak/Ibu. Laporan Satlinmas Desa {desa} bulan {bulan} belum kami terima. "
    "Bila tidak ada kegiatan, cukup kirim Nihil. Terima kasih."
)
INGATKAN_HP = (
    "Bapak/Ibu, HP SINAR LINMAS Desa {desa} terakhir tersambung {tanggal}. "
    "Mohon dibuka sebentar di tempat bersinyal."
)
INGATKAN_AKTIFKAN = (
    "Bapak/Ibu, HP SINAR LINMAS Desa {desa} belum diaktifkan. "
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


def papan_terakhir(hari: str) -> str:
    return f"Terakhir {hari}"


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
    return f"{fast} dari {of} kejadian diterima dalam 24 jam"


def papan_tren(now: int, before: int, bulan: str, *, is_running: bool) -> str:
    """Against the month before; while the month runs, against as many of its weeks."""
    same = " pada minggu yang sama" if is_running else ""
    if now == before:
        return f"sama banyak dengan {bulan}{same}"
    word = "lebih banyak" if now > before else "lebih sedikit"
    return f"{abs(now - before)} {word} daripada {bulan}{same}"


def papan_orang(count: int) -> str:
    return f"{count} kali orang bertugas"


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


# --- The door of the staff view ------------------------------------------------------------------

MASUK = "Masuk"
MASUK_JUDUL = "Masuk ke layar kecamatan"
MASUK_UNTUK = "Untuk petugas kecamatan. Laporan dari desa dikirim lewat aplikasi di HP."
MASUK_SEMBOYAN = "Laporan Satlinmas 21 desa, terbaca di satu layar."
MASUK_NAMA = "Nama pengguna"
MASUK_SANDI = "Kata sandi"
MASUK_LUPA = "Lupa kata sandi? Mintalah admin kecamatan membuatkan yang baru."
MASUK_SALAH = "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecilnya."
MASUK_KOSONG = "Isi nama pengguna dan kata sandi."
MASUK_TERKUNCI = "Terlalu banyak percobaan. Tunggu {menit} menit, lalu coba lagi."
MASUK_LUAR = "Formulir ini tidak dikirim dari halaman ini. Muat ulang, lalu coba lagi."
MASUK_GANGGUAN = "Server belum dapat memeriksa kata sandi. Coba lagi sebentar."
MASUK_BERAKHIR = "Anda sudah keluar."
KELUAR_JUDUL = "Keluar dari SINAR LINMAS?"
KELUAR_ISI = "Anda masuk sebagai {nama}. Untuk masuk lagi diperlukan kata sandi."
KELUAR = "Keluar"
KELUAR_BATAL = "Tetap di sini"
MEMUAT_LAYAR = "Memuat layar…"

# --- API: the page for people ------------------------------------------------------------------

DOCS_CALLS = "Panggilan"
DOCS_SCHEMAS = "Bentuk data"
DOCS_BODY = "Isi"

# --- Sample data and the demonstration -----------------------------------------------------------

CONTOH_SUDAH_ADA = "Folder {folder} sudah berisi data; pilih folder lain."
CONTOH_SELESAI = "{jumlah} laporan contoh tersimpan di {folder}."
DEMO_MENYIAPKAN = "Menyiapkan data contoh 21 desa, kira-kira setengah menit …"
DEMO_LAPORAN = "  laporan {ke} dari {dari}"
DEMO_SIAP = """
SINAR LINMAS siap dicoba. Semua orang di dalamnya hanya contoh.

  Layar kecamatan   {server}
{akun}
  HP desa           {phone}
                    kode aktivasi: {kode}  (Desa Lalayau, Ida)

Data ada di folder {folder}; hapus folder itu untuk mulai dari awal. Ctrl-C menghentikan keduanya.
"""
DEMO_AKUN = "                    {username} / {password}"
DEMO_BERHENTI = "Berhenti. Data contoh tetap ada."
DEMO_PORT_TERPAKAI = "Port {port} sedang dipakai program lain; hentikan dulu program itu."
DEMO_TIDAK_JALAN = "{alamat} tidak menjawab. Lihat catatan di {log}."
DEMO_TERHENTI = "Program {nama} berhenti sendiri. Lihat catatan di {log}."

# --- The operator's commands ---------------------------------------------------------------------

SERVE_SIAP = "siap"
SERVE_BERHENTI = "berhenti dengan tertib"
SERVE_GAGAL = "Server tidak dapat dijalankan."
CLI_SINAR = "SINAR LINMAS: server kecamatan dan perintah untuk operatornya."
CLI_PERINTAH = "PERINTAH"
CLI_GAGAL = "Gagal: {reason}"
CLI_FOLDER_TIDAK_ADA = "Folder data tidak ada: {folder}"
CLI_DESA_TIDAK_ADA = "Kode desa {desa} tidak ada di Kecamatan Juai. Contoh: 63.11.01.2013"
CLI_NAMA_JABATAN = "Nama dan jabatan harus diisi, paling panjang 200 huruf."
CLI_KODE = "Kode aktivasi untuk {nama}, Desa {desa}. Berlaku {hours} jam, sekali pakai:"
CLI_NAMA_AKUN = "Nama akun memakai huruf kecil, angka, titik, atau garis; 2 sampai 60 huruf."
CLI_AKUN_SUDAH_ADA = "Nama akun itu sudah dipakai."
CLI_AKUN_TIDAK_ADA = "Akun itu tidak ada."
CLI_AKUN_DIBUAT = "Akun {username} ({role}) sudah dibuat."
CLI_AKUN_DIHAPUS = "Akun {username} sudah dihapus; sesi masuknya diakhiri."
CLI_BELUM_ADA_AKUN = "Belum ada akun."
CLI_SANDI = "Kata sandi: "
CLI_SANDI_PENDEK = "Kata sandi harus {least} sampai {most} huruf."
CLI_SANDI_STDIN = "Tambahkan --password-stdin untuk memberi kata sandi lewat masukan."
CLI_SANDI_DIGANTI = "Kata sandi {username} sudah diganti; sesi masuknya diakhiri."
CLI_BELUM_ADA_HP = "Belum ada HP yang diaktifkan."
CLI_BELUM_KONTAK = "belum pernah terhubung"
CLI_AKTIF = "aktif"
CLI_DICABUT = "dicabut"
CLI_SEBUT_HP = "Sebutkan id HP; lihat: sinar device list"
CLI_HP_TIDAK_ADA = "Tidak ada HP dengan id {id}; lihat: sinar device list"
CLI_HP_DICABUT = "HP {nama} (Desa {desa}) dicabut; ia tidak dapat mengirim lagi."
CLI_LAPORAN_TIDAK_ADA = "Tidak ada laporan dengan id {id}."
CLI_BANTU_DATA = "folder data server"
CLI_BANTU_DATABASE = "alamat basis data lain, misalnya PostgreSQL (atau SINAR_DATABASE)"
CLI_BANTU_SERVE = "menjalankan server: API dan tampilan kecamatan"
CLI_BANTU_PROXY = "proksi yang X-Forwarded-For-nya dipercaya (atau SINAR_TRUSTED_PROXY)"
CLI_BANTU_TILES = "alamat ubin peta dengan {z}, {x}, {y} (atau SINAR_TILES)"
CLI_BANTU_KODE = "membuat kode aktivasi untuk HP desa"
CLI_BANTU_EXPORT = "mencetak laporan sebagai JSON persis seperti yang dikirim"
CLI_BANTU_PHONE = "membuka aplikasi HP di peramban"
CLI_BANTU_AKUN = "akun tampilan kecamatan"
CLI_BANTU_AKUN_ADD = "membuat akun"
CLI_BANTU_AKUN_SANDI = "mengganti kata sandi"
CLI_BANTU_AKUN_HAPUS = "menghapus akun"
CLI_BANTU_AKUN_LIST = "mencetak semua akun"
CLI_BANTU_HP = "HP desa"
CLI_BANTU_HP_LIST = "mencetak semua HP"
CLI_BANTU_HP_CABUT = "mencabut HP"

# --- The operator's care for the data --------------------------------------------------------

CADANG_BANTU = "membuat berkas cadangan; server boleh tetap berjalan"
CADANG_BERKAS = "BERKAS"
CADANG_SELESAI = "Cadangan selesai: {berkas} ({laporan} laporan, {foto} foto, {mb} MB)."
CADANG_FOTO_KURANG = (
    "Namun {jumlah} foto hilang atau berubah dan tidak ikut dicadangkan; lihat: sinar doctor"
)
CADANG_TANPA_FOLDER = "Folder tujuan tidak ada: {folder}"
CADANG_BUKAN_SQLITE = (
    "Data tidak tersimpan di SQLite. Cadangkan dan pulihkan basis data dengan alatnya sendiri "
    "(misalnya pg_dump), lalu salin folder foto."
)
PULIH_BANTU = "mengembalikan data dari berkas cadangan; server harus berhenti dulu"
PULIH_BANTU_PAKSA = "ganti data yang ada; data lama tetap disimpan"
PULIH_TIDAK_ADA = "Berkas cadangan tidak ada: {berkas}"
PULIH_ADA_DATA = (
    "Folder itu sudah berisi data. Tambahkan --force untuk menggantinya; data lama tetap disimpan."
)
PULIH_DIPAKAI = "Server masih berjalan dengan folder itu. Hentikan dulu, lalu ulangi."
PULIH_RUSAK = "Berkas cadangan rusak atau tidak lengkap. Data tidak diubah; pakai cadangan lain."
PULIH_TERLALU_BARU = (
    "Cadangan dibuat oleh versi yang lebih baru. Data tidak diubah; perbarui dulu servernya."
)
PULIH_SELESAI = "Pulih: {laporan} laporan dan {foto} foto dari cadangan {dibuat}."
PULIH_LAMA = "Data sebelumnya disimpan di {folder}; hapus bila tidak diperlukan lagi."
CLI_FOLDER_DIPAKAI = "Server lain sudah berjalan dengan folder data ini."
PERIKSA_BANTU = "memeriksa basis data, foto, ruang, dan pengaturan yang masih kosong"
PERIKSA_TANDA = {"well": "baik ", "notice": "ingat", "damage": "RUSAK"}
PERIKSA = {
    "database": "Basis data: {line}",
    "database_well": "Basis data utuh.",
    "reports": "{jumlah} laporan tersimpan dari {hp} HP.",
    "reports_without_text": "{jumlah} laporan kehilangan isinya; pulihkan dari cadangan.",
    "no_account": "Belum ada akun untuk tampilan kecamatan: sinar account add",
    "audit": "Catatan audit utuh: {jumlah} baris, meterai terakhir {meterai}…",
    "audit_broken": (
        "Catatan audit diubah di luar aplikasi: baris {baris} tidak cocok dengan meterainya. "
        "Simpan salinan berkas ini dan bandingkan dengan cadangan."
    ),
    "audit_unguarded": "Penjaga catatan audit di basis data hilang; catatan itu bisa diubah.",
    "photo_gone": "Foto hilang: {berkas}. HP desa akan diminta mengirimnya lagi.",
    "photos": "{jumlah} foto utuh dan cocok dengan sidiknya.",
    "photos_awaited": "{jumlah} foto belum tiba seluruhnya dari HP desa.",
    "room": "Ruang kosong {mb} MB.",
    "little_room": "Ruang kosong tinggal {mb} MB; tambah ruang sebelum penuh.",
    "setting_empty": "Pengaturan \u201c{nama}\u201d masih kosong.",
}
PERIKSA_BAIK = "Tidak ada kerusakan."
PERIKSA_RUSAK = "Ditemukan {jumlah} kerusakan."

# --- Pembinaan -----------------------------------------------------------------------------------

NAV_PEMBINAAN = "Pembinaan"
PB_SUB = "Yang direncanakan, yang sudah berlangsung, dan yang disarankan dari laporan desa."
PB_CATAT = "Catat pembinaan"
PB_DAFTAR = "Daftar"
PB_KALENDER = "Kalender"
PB_KEMBALI = "Kembali ke daftar pembinaan"
PB_KOSONG = "Belum ada pembinaan. Catat yang pertama, atau pakai saran di atas."
PB_TIDAK_ADA = "Pembinaan ini tidak ada, atau alamatnya salah tulis."
PB_TANPA_JUDUL = "Belum diberi nama"
PB_TANPA_TANGGAL = "Tanggal belum dipilih"
PB_SARAN = "Disarankan dari laporan desa"
PB_SARAN_PAKAI = "Buat pembinaan"
PB_SARAN_BUKTI = "Lihat buktinya"
PB_SARAN_KALIMAT = {
    "late": "{n} desa belum mengirim laporan {bulan}",
    "returned": "{n} desa laporannya dikembalikan dua kali atau lebih",
    "no_photos": "{n} desa lebih banyak melapor tanpa foto pada {bulan}",
    "few_members": "{n} desa memiliki kurang dari 10 anggota aktif",
}
PB_SARAN_BUKTI_KALIMAT = {
    "late": "{desa}",
    "returned": "{desa}: {n} kali",
    "no_photos": "{desa}: {n} dari {dari} tanpa foto",
    "few_members": "{desa}: {n} anggota",
}
PB_SARAN_JUDUL = {
    "late": "Pengarahan pengiriman laporan {bulan}",
    "returned": "Umpan balik penulisan laporan",
    "no_photos": "Pelatihan memotret kegiatan untuk laporan",
    "few_members": "Kunjungan penambahan anggota Satlinmas",
}
PB_STATUS = {
    "direncanakan": "Direncanakan", "selesai": "Selesai", "dibatalkan": "Dibatalkan",
}  # fmt: skip
PB_BELUM_DIKIRIM = "Belum dikirim"
PB_BERUBAH = "Ada perubahan yang belum dikirim"
PB_TERSIMPAN = "Tersimpan otomatis {jam}."
PB_BELUM_TERSIMPAN = "Belum tersimpan, dicoba lagi."
PB_BELUM_KE_DESA = "Belum dikirim ke desa."
PB_SUDAH_KE_DESA = "Sudah dikirim ke desa."
PB_KIRIM = "Simpan dan kirim ke {n} desa"
PB_KIRIM_TANPA = "Simpan dan kirim"
PB_TERKIRIM = "Terkirim ke {n} desa. Undangan tampil di HP desa begitu tersambung."
PB_KURANG = "Sebelum dikirim, isi dulu: {isian}."
PB_KURANG_ISIAN = {"judul": "nama kegiatan", "mulai": "tanggal", "desa": "desa yang diundang"}
PB_BATALKAN = "Batalkan kegiatan"
PB_BATAL = "Batal"
PB_PAKAI = "Pakai"
PB_UNDUR = "Belum ada desa yang diundang."
PB_KEGIATAN = "Kegiatan"
PB_BENTUK = "Bentuk pembinaan"
PB_ISIAN = {
    "judul": "Nama kegiatan", "jp": "Jumlah JP", "tempat": "Tempat",
    "penyelenggara": "Penyelenggara", "narasumber": "Narasumber", "materi": "Materi",
    "hasil": "Hasil",
}  # fmt: skip
PB_MATERI_PILIH = "Pilih materi"
PB_TANGGAL = "Tanggal"
PB_TANGGAL_PILIH = "Pilih tanggal"
PB_SAMPAI_TANGGAL = "Sampai tanggal"
PB_JAM = "Jam mulai"
PB_JAM_SAMPAI = "Jam selesai"
PB_BELUM_DITENTUKAN = "Belum"
PB_KEADAAN = "Keadaan"
PB_DESA = "Desa"
PB_PESERTA = "Peserta"
PB_HADIR = "{n} hadir"
PB_DESA_TAMBAH = "Tambah desa"
PB_DESA_SEMUA = "Semua desa"
PB_SEMUA_DARI = "Semua dari {desa}"
PB_CARI_ANGGOTA = "Cari nama anggota"
PB_ANGGOTA_KOSONG = "Anggota Desa {desa} belum diisi. Tambahkan namanya di bawah."
PB_PILIH_DESA_DULU = "Pilih desa yang diundang, lalu centang yang hadir."
PB_NAMA_LAIN = "Nama lain"
PB_NAMA_TAMBAH = "Tambah nama"
PB_HAPUS_NAMA = "Hapus {nama}"
PB_RTL = "Rencana tindak lanjut"
PB_RTL_TAMBAH = "Tambah"
PB_RTL_BARU = "Tindak lanjut baru"
PB_RTL_TEKS = "Apa yang dikerjakan"
PB_RTL_TENGGAT = "Tenggat"
PB_RTL_TANPA_TENGGAT = "Tanpa tenggat"
PB_RTL_DESA = "Untuk desa"
PB_RTL_SIMPAN = "Simpan tindak lanjut"
PB_RTL_HAPUS = "Hapus"
PB_RTL_UBAH = "Ubah {teks}"
PB_RTL_SELESAI = "Tandai selesai"
PB_RTL_BUKA = "Buka lagi"
PB_RTL_KOSONG = "Belum ada tindak lanjut."
PB_RTL_TENGGAT_CHIP = "Tenggat {tanggal}"
PB_RTL_LEWAT = "Lewat tenggat {tanggal}"
PB_RTL_SELESAI_CHIP = "Selesai {tanggal}"
PB_RTL_OLEH = "{nama}, {waktu}"
PB_RTL_SEBAGIAN = "{n} dari {dari} desa selesai"
PB_UNDANGAN = "Undangan dan jawaban"
PB_DIBACA = "Dibaca {waktu}"
PB_BELUM_DIBACA = "Belum dibaca"
PB_JAWABAN = {"datang": "Datang", "tidak_bisa": "Tidak bisa datang"}
PB_BELUM_DIJAWAB = "Belum dijawab"
PB_FOTO_TAMBAH = "Tambah foto"
PB_FOTO_DITOLAK = (
    "Berkas itu tidak dapat dipakai. Pilih foto JPEG atau PNG yang utuh, paling banyak 20 foto."
)
PB_FOTO_HAPUS = "Hapus foto {n}"
PB_FOTO_TINDAK_LANJUT = "Foto tindak lanjut dari Desa {desa}"
PB_LAPORAN = "Laporan yang melatarbelakangi"
PB_LAPORAN_RESI = "Nomor resi laporan"
PB_LAPORAN_TAMBAH = "Tambah laporan"
PB_LAPORAN_TIDAK_ADA = "Tidak ada laporan dengan resi {resi}."
PB_LAPORAN_BUKA = "Buka laporan {resi}"
PB_LAPORAN_LEPAS = "Lepas laporan {resi}"
PB_SEBELUM_SESUDAH = "Sebelum dan sesudah"
PB_SEBELUM = "30 hari sebelum"
PB_SESUDAH = "{hari} hari sesudah"
PB_ANGKA = "{laporan} laporan, {persen} tepat waktu"
PB_ANGKA_TANPA = "Tidak ada laporan"
PB_TEPAT_WAKTU = "Tepat waktu: sampai di kecamatan dalam 24 jam setelah kegiatan."
PB_RIWAYAT = "Riwayat"
PB_VERSI = "Versi {n}"
PB_BULAN_SEBELUM = "Bulan sebelumnya"
PB_BULAN_BERIKUT = "Bulan berikutnya"
PB_BULAN_KOSONG = "Tidak ada pembinaan pada {bulan}."
PB_JUMLAH_DESA = "{n} desa"
PB_TINDAK_LANJUT = "Tindak lanjut {n}/{dari}"
PB_HARI = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")

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
PK_LALU = "Catatan sebelumnya"
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
PK_LAMA_30 = "nilai tengah 30 hari"
PK_LAMA_BELUM = "belum ada"
PK_PAPAN_KETIK = "Papan ketik"
PK_TOMBOL_LIHAT = "Lihat tombol"
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
HK_BELUM_TAHU = "belum tahu"
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
    "Assalamualaikum, Bapak/Ibu {nama}. Kode SINAR LINMAS untuk Desa {desa}: {kode}. "
    "Buka aplikasi di HP, ketik 8 huruf itu, lalu tekan Mulai. Kode berlaku sampai {waktu} dan "
    "hanya untuk satu HP. Terima kasih."
)
HK_QR = "Kode QR berisi {kode}"
HK_CARA = "Cara memakai"
HK_LANGKAH = (
    "Buka SINAR LINMAS di HP desa.",
    "Ketik 8 huruf kode ini, lalu tekan Mulai.",
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
HK_SLIP_JAGA = "Simpan slip ini sampai kode dipakai. Jangan difoto untuk orang lain."


def hp_jumlah(count: int) -> str:
    return f"{count} baris. Yang perlu perhatian di atas."


def ruang(free_mb: int) -> str:
    return f"{free_mb} MB" if free_mb < 1000 else f"{free_mb / 1000:.1f} GB".replace(".", ",")


def antre(count: int | None) -> str:
    return HK_BELUM_TAHU if count is None else f"{count} laporan" if count else "0"


# --- Pengaturan ----------------------------------------------------------------------------------

NAV_PENGATURAN = "Pengaturan"
PT_SUB = "Kop, penanda tangan, dan aturan yang berlaku di HP desa."
PT_AKUN = "Akun"
PT_KE_PENGATURAN = "Pengaturan"
PT_SIMPAN = "Simpan"
PT_TERSIMPAN = "Tersimpan. HP desa menerima perubahannya saat tersambung."
PT_SALAH = "Belum disimpan. Periksa isian: {isian}."
PT_KOSONG = "Masih kosong: {isian}. Pada surat tercetak sebagai baris kosong."
PT_LENGKAP = "Semua yang diperlukan surat dan HP sudah terisi."
PT_BAGIAN = {
    "kop": "Kop surat",
    "tanda": "Penanda tangan",
    "nomor": "Nomor surat",
    "aturan": "Aturan laporan",
    "jenis": "Jenis kegiatan yang dipakai",
    "darurat": "Nomor darurat di HP desa",
    "pribadi": "Data pribadi",
    "peta": "Peta",
}
PT_NAMA = {
    "kop": "baris kop",
    "kop_alamat": "alamat pada kop",
    "tempat": "tempat penandatanganan",
    "camat": "nama camat",
    "kasi": "nama Kasi Trantib",
    "nomor_rekap": "bentuk nomor rekap",
    "nomor_pembinaan": "bentuk nomor pembinaan",
    "nomor_sertifikat": "bentuk nomor sertifikat",
    "nomor_laporan": "bentuk nomor laporan desa",
    "logo": "logo pada kop",
    "alamat_umum": "alamat server untuk kode QR",
    "peta_ubin": "alamat gambar peta",
    "nomor_darurat": "nomor darurat",
    "quiet_days": "hari tanpa kontak",
    "cadence": "jumlah laporan per bulan",
    "due_day": "tanggal batas rekap",
    "jenis": "jenis kegiatan",
    "retention_days": "lama foto disimpan",
    "privasi_kontak": "kontak data pribadi",
    "simpan_laporan_tahun": "masa simpan laporan",
    "simpan_foto_tahun": "masa simpan foto",
    "simpan_mantan_tahun": "masa simpan data mantan anggota",
}
PT_KOP = "Baris kop, satu baris satu tulisan"
PT_KOP_ALAMAT = "Alamat pada kop"
PT_TEMPAT = "Tempat penandatanganan"
PT_CAMAT = "Camat"
PT_KASI = "Kasi Trantib"
PT_ORANG = {"nama": "Nama {siapa}", "pangkat": "Pangkat {siapa}", "nip": "NIP {siapa}"}
PT_NOMOR_REKAP = "Bentuk nomor rekap"
PT_NOMOR_PEMBINAAN = "Bentuk nomor surat pembinaan"
PT_NOMOR_SERTIFIKAT = "Bentuk nomor sertifikat pembinaan"
PT_NOMOR_LAPORAN = "Bentuk nomor nota dinas laporan desa"
PT_NOMOR_ARTI = (
    "Yang diganti sendiri: {nomor} urutan, {bulan} angka bulan, {romawi} bulan Romawi, "
    "{tahun} tahun. Bila kosong, nomor ditulis tangan."
)
PT_LOGO = "Logo pada kop"
PT_LOGO_PILIH = "Pilih gambar logo"
PT_LOGO_HAPUS = "Hapus logo"
PT_LOGO_PETUNJUK = "PNG atau JPEG, paling besar 5 MB. Tercetak di kiri kop, juga di HP desa."
PT_LOGO_TERSIMPAN = "Logo tersimpan. HP desa menerimanya saat tersambung."
PT_LOGO_DIHAPUS = "Logo dihapus dari kop."
PT_LOGO_DITOLAK = "Gambar ini tidak dapat dipakai. Pilih PNG atau JPEG lain. Logo lama tetap."
PT_NOMOR_PETUNJUK = "300/{nomor}/TRANTIB/{bulan}/{tahun}"
PT_PER_BULAN = "Laporan paling sedikit per bulan"
PT_BATAS = "Rekap paling lambat tanggal"
PT_KONTAK = "HP dianggap lama tak tersambung setelah (hari)"
PT_UBIN = "Alamat gambar peta"
PT_UBIN_CONTOH = "https://…/{z}/{x}/{y}.png"
PT_UBIN_ARTI = (
    "Kosong: peta hanya menggambar titik desa dan laporan. Jika diisi, komputer petugas mengambil "
    "gambar peta dari alamat itu, sehingga pemiliknya tahu daerah yang dilihat. Alamat itu harus "
    "mengizinkan dipakai dari situs lain (CORS), dan syarat pemakaiannya dibaca dulu. Berlaku "
    "setelah halaman dimuat ulang."
)
PT_SIMPAN_FOTO = "Foto terkirim disimpan di HP selama (hari)"
PT_DARURAT = "Satu baris satu nomor, nama dulu: BPBD Balangan, 0526 000000"
AK_JUDUL = "Akun petugas"
AK_SUB = "Siapa yang boleh membuka layar kecamatan, dan sebagai apa."
AK_TAMBAH = "Tambah akun"
AK_NAMA_PENGGUNA = "Nama pengguna"
AK_NAMA = "Nama lengkap"
AK_SANDI = "Kata sandi"
AK_SANDI_BARU = "Kata sandi baru"
AK_GANTI_SANDI = "Ganti kata sandi {nama}"
AK_HAPUS = "Hapus akun {nama}"
AK_HAPUS_TANYA = "Hapus akun {nama}? Jejak kerjanya tetap tersimpan."
AK_HAPUS_YA = "Hapus akun"
AK_PERAN = "Peran"
AK_ANDA = "Anda"
AK_SIMPAN = "Simpan"
AK_BATAL = "Batal"
AK_SELESAI = "Tersimpan."
AK_SALAH = {
    "BadNameError": "Nama pengguna memakai huruf kecil, angka, titik, atau garis; 2 sampai 60 huruf.",
    "NameTakenError": "Nama pengguna itu sudah dipakai.",
    "BadPasswordError": "Kata sandi harus 8 sampai 200 huruf.",
    "NoSuchAccountError": "Akun itu sudah tidak ada.",
    "OwnAccountError": "Akun sendiri tidak bisa dihapus atau diganti perannya.",
    "LastAdminError": "Harus tetap ada satu admin. Buat admin lain dulu.",
}


# --- Members, the villages' own data, announcements ------------------------------------------

NAV_ANGGOTA = "Anggota"
NAV_PENGUMUMAN = "Pengumuman"
AG_JUDUL = "Anggota"
AG_TAMBAH = "Tambah anggota"
AG_BARU_JUDUL = "Anggota baru"
AG_CARI = "Cari nama"
AG_SEMUA_REGU = "Semua regu"
AG_SEMUA_STATUS = "Semua status"
AG_SARING = {"desa": "Desa", "regu": "Regu", "status": "Status"}
AG_TANPA_REGU = "Belum ada"
AG_PERHATIAN = "Perlu perhatian"
AG_IMPOR = "Impor"
AG_EKSPOR = "Unduh daftar"
AG_EKSPOR_XLSX = "Urutan SIM Linmas, Excel"
AG_EKSPOR_CSV = "Urutan SIM Linmas, CSV"
AG_DATA_DESA = "Data desa"
AG_KOLOM = ("Nama", "Desa", "Jabatan", "Regu", "Usia", "Pelatihan", "Status")
AG_USIA = "Usia {tahun} tahun"
AG_BAKTI = "{tahun} tahun bakti"
AG_BARU = "Baru dari HP"
AG_TAHUN = "{n} tahun"
AG_TANPA_USIA = "Usia belum diisi"
AG_JP = "{n} JP"
AG_TIDAK_COCOK = "Tidak ada anggota yang cocok."
AG_KOSONG = "Belum ada anggota. Desa dapat mengisinya dari HP, atau impor dari Excel."
AG_KEMBALI = "Kembali ke daftar anggota"
AG_TIDAK_ADA = "Anggota ini tidak ada, atau alamatnya salah tulis."
AG_SIMPAN = "Simpan"
AG_BATAL = "Batal"
AG_TERSIMPAN = "Tersimpan. HP desa akan menerima perubahan ini."
AG_GAGAL = "Belum tersimpan, coba lagi. Isian tetap di layar ini."
AG_BETULKAN = "Ada isian yang perlu dibetulkan."
AG_ISIAN = {
    "nama": "Nama lengkap", "desa": "Desa", "jenis_kelamin": "Jenis kelamin",
    "tanggal_lahir": "Tanggal lahir", "alamat": "RT/dusun", "jabatan": "Jabatan", "regu": "Regu",
    "status": "Status", "alasan": "Alasan", "berakhir": "Tanggal berhenti",
    "mulai": "Tanggal mulai", "hp": "No. HP/WA", "pendidikan": "Pendidikan terakhir",
    "sk": "SK", "sk.nomor": "Nomor SK", "sk.tanggal": "Tanggal SK", "sk.pejabat": "Pejabat SK",
    "kta": "No. KTA", "terdaftar_simlinmas": "Terdaftar di SIM Linmas",
    "perlengkapan": "Perlengkapan",
}  # fmt: skip
AG_TANGGAL = "14-03-1995"
AG_SALAH = {
    "required": "Isian ini wajib.", "bad_time": "Tulis seperti 14-03-1995.",
    "too_long": "Terlalu panjang.", "other_desa": "Anggota tidak dapat dipindah desa.",
}  # fmt: skip
AG_SALAH_LAIN = "Periksa isian ini."
AG_PILIH_DESA = "Pilih desa"
AG_DATA = "Data anggota"
AG_UBAH_TOMBOL = "Ubah"
AG_RIWAYAT = "Riwayat"
AG_DARI_HP = "dari HP"
AG_KEADAAN_BARU = "Didaftarkan"
AG_TABRAKAN = "Diubah dua pihak: \u201c{lain}\u201d diganti \u201c{baru}\u201d"
AG_UBAH = "{isian}: {lama} \u2192 {baru}"
AG_KOSONG_ISIAN = "kosong"
AG_YA, AG_TIDAK = "Ya", "Tidak"
AG_NIK = "NIK"
AG_NIK_KOSONG = "Belum diisi. Boleh dikosongkan."
AG_NIK_LIHAT = "Lihat NIK"
AG_NIK_TUTUP = "Tutup NIK"
AG_NIK_ISI = "Isi atau ganti NIK"
AG_NIK_SIMPAN = "Simpan NIK"
AG_NIK_HAPUS = "Hapus NIK"
AG_NIK_CATATAN = "Disimpan tersandi, tidak pernah dikirim ke HP. Setiap kali dilihat tercatat."
AG_NIK_SALAH = "NIK terdiri atas 16 angka."
AG_NIK_KUNCI = "Kunci NIK tidak ada di server ini. Hubungi admin."
AG_PELATIHAN = "Pelatihan"
AG_PELATIHAN_KOSONG = "Belum pernah tercatat ikut pelatihan."
AG_TUGAS = "Bertugas"
AG_TUGAS_KOSONG = "Belum disebut dalam laporan."
AG_TUGAS_KALI = "{bulan}: {n} kali"
AG_IMPOR_JUDUL = "Impor anggota"
AG_IMPOR_SUB = "Pilih berkas Excel atau CSV. Tidak ada yang berubah sebelum Anda menyetujui."
AG_IMPOR_PILIH = "Pilih berkas"
AG_IMPOR_CONTOH = "Unduh contoh"
AG_IMPOR_BARIS = "{baris} baris dibaca dari {berkas}."
AG_IMPOR_BERSIH = "{baru} anggota baru, {ubah} diubah. Tidak ada kesalahan."
AG_IMPOR_SAMA = "Semua isinya sudah sama dengan data di sini."
AG_IMPOR_SALAH = (
    "{n} sel perlu dibetulkan. Betulkan di berkasnya, lalu pilih lagi. Belum ada yang diimpor."
)
AG_IMPOR_LANJUT = "Impor {n} anggota"
AG_IMPOR_SELESAI = "{n} anggota sudah masuk."
AG_IMPOR_BUKAN = "Berkas ini bukan tabel Excel atau CSV yang bisa dibaca."
AG_IMPOR_KOLOM = "Kolom ini tidak ada: {kolom}. Pakai contoh di atas."
AG_IMPOR_BERUBAH = "Data anggota berubah sejak dilihat. Pilih berkasnya sekali lagi."
AG_IMPOR_KOLOM_SALAH = ("Baris", "Kolom", "Isi", "Yang perlu dibetulkan")
AG_IMPOR_SEL = {
    "empty": "Wajib diisi", "too_long": "Terlalu panjang (paling banyak 200 huruf)",
    "bad_text": "Ada tanda yang tidak dapat disimpan", "no_desa": "Desa ini tidak ada di kecamatan",
    "no_sex": "Isi L atau P", "bad_date": "Bukan tanggal; tulis seperti 14-03-1995",
    "future": "Tanggal ini belum tiba", "too_old": "Lebih dari 100 tahun yang lalu",
    "no_jabatan": "Jabatan tidak dikenal", "no_regu": "Regu tidak dikenal",
    "no_status": "Isi Aktif, Nonaktif, atau Berhenti", "bad_phone": "Bukan nomor telepon",
    "bad_nik": "NIK terdiri atas 16 angka", "nik_forbidden": "Akun Anda tidak boleh mengisi NIK",
    "no_yes": "Isi Ya atau Tidak", "end_before_start": "Lebih awal dari tanggal sebelumnya",
    "nik_twice": "NIK ini dipakai dua kali", "twice": "Orang ini tertulis dua kali",
}  # fmt: skip
DD_JUDUL = "Data desa"
DD_SUB = "Kepala desa, operator, poskamling, alat, dan kerawanan."
DD_SIMPAN = "Simpan"
DD_ISIAN = {
    "kepala_desa": "Kepala Desa (Kepala Satlinmas)", "kepala_pelaksana": "Kepala Pelaksana",
    "operator": "Operator HP", "operator_wa": "WhatsApp operator", "poskamling": "Poskamling",
    "sk_nomor": "Nomor SK", "sk_tanggal": "Tanggal SK", "sumber_dana": "Sumber dana",
    "alat": "Alat", "kerawanan": "Kerawanan",
}  # fmt: skip
DD_KOLOM = ("Desa", "Kepala Desa", "Anggota aktif", "Poskamling", "Alat", "Kerawanan")
DD_PISAH = "Pisahkan dengan koma"
DD_BELUM = "belum diisi"
DD_SEMUA = "Semua desa"
PG_JUDUL = "Pengumuman"
PG_SUB = "Dari kecamatan ke HP desa."
PG_BARU = "Pengumuman baru"
PG_KIRIM = "Kirim ke {n} desa"
PG_KIRIM_KOSONG = "Kirim"
PG_JUDUL_ISIAN = "Judul"
PG_TEKS = "Isi"
PG_UNTUK = "Untuk desa"
PG_SEMUA = "Semua desa"
PG_DIBACA = "Dibaca {n} dari {dari} desa"
PG_BELUM_DIBACA = "Belum dibaca: {desa}"
PG_DIBACA_SEMUA = "Semua desa sudah membaca."
PG_KOSONG = "Belum ada pengumuman."
PG_LENGKAPI = "Isi judul dan isinya, lalu pilih sedikitnya satu desa."
PG_OLEH = "{oleh}, {waktu}"
PG_KEMBALI = "Kembali ke pengumuman"


def anggota_sub(everyone: int, villages: int) -> str:
    return f"{everyone} anggota di {villages} desa. Perubahan dari HP desa masuk sendiri."


def anggota_kurang(few: tuple[tuple[str, int], ...]) -> str:
    named = ", ".join(f"{nama} ({jumlah})" for nama, jumlah in few[:4])
    more = f" dan {len(few) - 4} desa lain" if len(few) > 4 else ""
    return f"{len(few)} desa beranggota aktif kurang dari 10: {named}{more}."


def anggota_perhatian(count: int) -> str:
    return f"{count} anggota perlu perhatian: umur di bawah 18, umur 60, atau 10/20/30 tahun bakti."


def anggota_ke_berapa(first: int, last: int, total: int) -> str:
    return f"{first} sampai {last} dari {total} anggota"


# --- Papers of one report or one coaching ------------------------------------------------------

SURAT_PDF = "PDF"
SURAT_PDF_TIP = "Laporan ini sebagai nota dinas, dengan fotonya"
SURAT_BAGIAN = "Surat dan daftar"
SURAT_PEMBINAAN = {
    "undangan.pdf": "Undangan",
    "daftar-hadir.pdf": "Daftar hadir",
    "notulen.pdf": "Notulen",
    "sertifikat.pdf": "Sertifikat",
    "tindak-lanjut.pdf": "Tindak lanjut (PDF)",
    "tindak-lanjut.xlsx": "Tindak lanjut (XLSX)",
}
SURAT_NOMOR = "Nomor sertifikat"
SURAT_NOMOR_ISI = "Isi nomor sertifikat ({n} orang)"
SURAT_NOMOR_LIHAT = "Nomor sertifikat per orang"
SURAT_NOMOR_TUTUP = "Tutup daftar nomor"
SURAT_NOMOR_TERISI = "{n} nomor sertifikat diisi."
SURAT_NOMOR_TANPA_BENTUK = "Isi dulu bentuk nomor sertifikat di Pengaturan."
SURAT_NOMOR_DITOLAK = "Nomor ini belum tersimpan: paling panjang 100 huruf."
SURAT_NOMOR_PETUNJUK = "belum bernomor"
