"""Words of the operator's care for the data: backup, restore, doctor, sealed packages, running."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.wilayah import Wilayah

if TYPE_CHECKING:
    from server.sinkron.titipan import Taken

# --- Backup and restore ---------------------------------------------------------------------------

KECAMATAN_BARIS = "— {folder}"
KECAMATAN_GAGAL = "Gagal di kecamatan ini; yang lain diteruskan: {reason}"
CADANG_TEMPAT = "BERKAS|FOLDER/"
CADANG_BANTU_TEMPAT = (
    "berkas cadangan baru, atau folder (sudah ada, atau ditulis dengan / di akhir) tempat tiap "
    "cadangan hanya menyalin foto yang baru"
)
CADANG_BANTU_SIMPAN = "di folder: simpan N cadangan terbaru, hapus yang lebih lama (0: semua)"
CADANG_SIMPAN_FOLDER = "--keep hanya untuk cadangan ke folder."
CADANG_SEDANG = "Cadangan lain sedang ditulis ke folder itu. Tunggu sampai selesai, lalu ulangi."
CADANG_SELESAI_FOLDER = (
    "Cadangan selesai: {berkas} ({laporan} laporan, {foto} foto, {baru} di antaranya baru disalin)."
)
CADANG_DIHAPUS = "{jumlah} cadangan lama dan {foto} foto yang tidak dipakai lagi dihapus."
PULIH_BANTU_LATIHAN = (
    "latihan: pulihkan ke folder sementara, periksa, hitung, lalu hapus; data tidak disentuh"
)
PULIH_SEBUT_DATA = "Sebut folder data dengan --data, atau pakai --drill untuk latihan."
LATIHAN_HITUNG = "Cadangan {dibuat}: {laporan} dari {janji} laporan, {foto} foto."
LATIHAN_BANDING = "Server sekarang menyimpan {sekarang} laporan; {beda} di antaranya lebih baru."
LATIHAN_BAIK = "Latihan berhasil: cadangan ini dapat dipakai memulihkan server."
LATIHAN_GAGAL = "Latihan gagal: cadangan ini tidak lengkap. Buat cadangan baru sekarang."

# --- Running it ----------------------------------------------------------------------------------

LOG_BANTU = "tulis catatan kerja ke FILE (bergilir: 8 berkas, masing-masing 10 MB)"
DATA_LEBIH_BARU = (
    "Data ini ditulis oleh versi yang lebih baru. Pasang versi itu lagi, atau pulihkan cadangan "
    "dari sebelum naik versi. Tidak ada yang diubah."
)

# --- Doctor ---------------------------------------------------------------------------------------

PERIKSA_BANTU_BETULKAN = (
    "betulkan yang dapat dibetulkan, catat setiap pembetulan; tanpa ini hanya memeriksa"
)
PERIKSA_BANTU_ALAMAT = (
    "alamat server dari luar (https://…): apakah perantara di depannya meneruskan foto yang baru "
    "setengah terkirim; tanpa ini dipakai alamat di Pengaturan"
)
PERIKSA = {
    "database": "Basis data: {line}",
    "database_well": "Basis data utuh.",
    "database_setting": (
        "Pengaturan PostgreSQL {nama} dimatikan: yang sudah diberi resi dapat hilang bila listrik "
        "padam."
    ),
    "reports": "{jumlah} laporan tersimpan dari {hp} HP.",
    "reports_without_text": "{jumlah} laporan kehilangan isinya; pulihkan dari cadangan.",
    "reports_unreadable": (
        "{jumlah} isi laporan rusak dan tidak terbaca (resi {resi}); pulihkan dari cadangan."
    ),
    "changes_unreadable": (
        "{jumlah} kabar untuk HP desa rusak dan dilewati saat HP mengambilnya (nomor {nomor}); "
        "pulihkan dari cadangan."
    ),
    "no_account": "Belum ada akun untuk tampilan kecamatan: sinar account add",
    "audit": "Catatan audit utuh: {jumlah} baris, meterai terakhir {meterai}…",
    "audit_broken": (
        "Catatan audit diubah di luar aplikasi: baris {baris} tidak cocok dengan meterainya. "
        "Simpan salinan berkas ini dan bandingkan dengan cadangan."
    ),
    "audit_unguarded": "Penjaga catatan audit di basis data hilang; catatan itu bisa diubah.",
    "photo_folder": (
        "Tempat foto {folder} bukan yang semestinya, atau diskanya belum terpasang. Foto tidak "
        "dilayani dan tidak ada yang dicatat hilang. Pasang diskanya; bila isinya disalin tanpa "
        "tandanya: sinar doctor --repair"
    ),
    "store_well": "{tempat} dapat ditulis, dibaca, dan dihapus.",
    "store_away": (
        "Penyimpanan foto tidak menjawab ({sebab}). Foto dari desa menunggu dan tidak ada yang "
        "dicatat hilang; periksa alamat, kunci, dan jaringannya."
    ),
    "photos_listed": "{jumlah} foto ada di penyimpanan; sidiknya dicocokkan saat masuk dan diambil.",
    "photo_gone": "Foto hilang: {berkas}. HP desa akan diminta mengirimnya lagi.",
    "photos": "{jumlah} foto utuh dan cocok dengan sidiknya.",
    "photos_awaited": "{jumlah} foto belum tiba seluruhnya dari HP desa.",
    "room": "Ruang kosong {mb} MB.",
    "little_room": "Ruang kosong tinggal {mb} MB; tambah ruang sebelum penuh.",
    "setting_empty": "Pengaturan \u201c{nama}\u201d masih kosong.",
    "figures_wrong": "Hitungan bulanan tidak cocok dengan laporannya: sinar doctor --repair",
    "photo_altered": "Foto berubah: {berkas}. Singkirkan dengan: sinar doctor --repair",
    "photo_unnoted": "Foto sudah tiba tetapi belum tercatat: {berkas}",
    "papers": "{jumlah} rekap yang disetujui tersimpan seperti saat dibekukan.",
    "paper_altered": "Rekap yang disetujui hilang atau berubah: {berkas}. Ambil dari cadangan.",
    "photo_unnamed": "Foto tanpa laporan: {berkas}",
    "parts_left": "{jumlah} foto setengah jadi tidak akan dilanjutkan lagi.",
    "drafts_left": "{jumlah} berkas foto terputus saat ditulis.",
    "small_left": "{jumlah} gambar kecil tanpa foto aslinya.",
    "nik_key_gone": (
        "Kunci nik.key tidak ada, padahal ada NIK yang tersegel. Kembalikan dari salinannya; "
        "tanpa kunci itu NIK tidak dapat dibuka."
    ),
    "nik_key_other": (
        "Kunci nik.key bukan kunci yang menyegel NIK. Kembalikan kunci yang lama dari salinannya."
    ),
    "totp_key": (
        "Kunci nik.key tidak ada atau bukan yang semestinya: langkah kedua hanya bisa dilewati "
        "dengan kode cadangan. Kembalikan kuncinya dari salinan, atau: sinar account two-step-off"
    ),
    "nik_key_apart": (
        "nik.key sengaja tidak ikut dalam cadangan: simpan salinannya di tempat lain."
    ),
    "open_to_others": "{berkas} dapat dibaca orang lain di mesin ini: sinar doctor --repair",
    "no_backup": "Belum pernah ada cadangan: sinar backup",
    "way_open": "{alamat} meneruskan kiriman sedikit demi sedikit: foto yang terputus dilanjutkan.",
    "way_held_back": (
        "Perantara (proxy) di {alamat} menahan kiriman sampai utuh. Foto dari desa yang sinyalnya "
        "lemah tidak akan pernah sampai. Matikan penahannya (nginx: proxy_request_buffering off), "
        "atau pakai berkas di server/deploy."
    ),
    "way_unknown": "{alamat} belum bisa diperiksa dari mesin ini ({sebab}).",
    "no_uvloop": (
        "Pustaka uvloop tidak terpasang: server menerima foto jauh lebih lambat. "
        "Pasang dengan: pip install uvloop"
    ),
    "old_backup": "Cadangan terakhir sudah lama: {kapan}.",
}
BETUL_TANDA = "betul"
BETUL = {
    "photo_folder_marked": "Folder foto {folder} dikenali dari isinya dan diberi tanda lagi.",
    "figures": "Hitungan bulanan dihitung ulang dari laporannya.",
    "photo_asked_again": "Foto hilang dicatat: {berkas}. HP desa akan diminta mengirimnya lagi.",
    "photo_set_aside": (
        "Foto berubah disingkirkan ke {berkas}. HP desa akan diminta mengirimnya lagi."
    ),
    "photo_noted": "Foto yang sudah tiba dicatat: {berkas}",
    "photo_loose": "Foto tanpa laporan dipindah ke {berkas}",
    "part_dropped": "Foto setengah jadi dari {desa} dibuang ({kb} kB).",
    "drafts_dropped": "{jumlah} berkas foto yang terputus saat ditulis dibuang.",
    "small_dropped": "{jumlah} gambar kecil tanpa foto asli dibuang.",
    "closed_to_others": "{berkas} sekarang hanya dapat dibaca pemiliknya.",
}
BETUL_TIDAK_ADA = "Tidak ada yang perlu dibetulkan."
BETUL_PULIHKAN = (
    "Basis data rusak. Tidak ada yang diubah. Hentikan server, lalu pulihkan dari cadangan: "
    "sinar restore --force"
)

# --- Photos go to a bucket ------------------------------------------------------------------------

PINDAH_BANTU = "menyalin foto dan rekap dari folder data ke penyimpanan S3 (--photos)"
PINDAH_SEBUT_TEMPAT = "Sebutkan tujuannya: --photos s3://bucket/awalan --s3-endpoint https://…"
PINDAH_SELESAI = "{baru} berkas disalin ke {tempat}, {sudah} sudah ada di sana. Yang di folder data tidak diubah."
PINDAH_KURANG = (
    "{jumlah} berkas hilang atau berubah di folder data dan tidak ikut; lihat: sinar doctor. Foto "
    "akan diminta lagi dari HP desa."
)

# --- Titip laporan: sealed packages ---------------------------------------------------------------

TITIP_BANTU = "menerima berkas titipan laporan dari HP yang tidak punya sinyal"
TITIP_BERKAS = "BERKAS"
TITIP_TIDAK_ADA = "Berkas titipan tidak ada: {berkas}"
TITIP_DITERIMA = (
    "Titipan {nama} (Desa {desa}): {laporan} laporan, {baru} baru, {sudah} sudah ada sebelumnya; "
    "{foto} foto baru."
)
TITIP_DITOLAK = "{jumlah} laporan ditolak; alasannya tampil di HP {nama} saat tersambung nanti."
TITIP_FOTO_DITOLAK = "{jumlah} foto tidak cocok dan tidak diambil; HP {nama} akan diminta lagi."
TITIP_JUDUL = "Titipan laporan"
TITIP_CARA = (
    "Berkas .titip dari HP desa yang tidak punya sinyal. Diterima seperti dikirim HP itu sendiri; "
    "dikirim dua kali tidak apa-apa."
)
TITIP_PILIH = "Terima titipan"


def taken(wilayah: Wilayah, done: Taken) -> str:
    """What came of a package, in one or more sentences."""
    parts = [
        TITIP_DITERIMA.format(
            nama=done.nama, desa=wilayah.nama_desa(done.desa), laporan=done.laporan, baru=done.accepted,
            sudah=done.known, foto=done.photos,
        )
    ]  # fmt: skip
    if done.photos_refused:
        parts.append(TITIP_FOTO_DITOLAK.format(jumlah=done.photos_refused, nama=done.nama))
    if done.refused:
        parts.append(TITIP_DITOLAK.format(jumlah=done.refused, nama=done.nama))
    return " ".join(parts)


# --- The operator's care for the data --------------------------------------------------------

CADANG_BANTU = "membuat berkas cadangan; server boleh tetap berjalan"

CADANG_SELESAI = "Cadangan selesai: {berkas} ({laporan} laporan, {foto} foto, {mb} MB)."

CADANG_FOTO_KURANG = (
    "Namun {jumlah} foto hilang atau berubah dan tidak ikut dicadangkan; lihat: sinar doctor"
)

CADANG_TANPA_FOLDER = "Folder tujuan tidak ada: {folder}"

PULIH_BANTU = "mengembalikan data dari berkas cadangan; server harus berhenti dulu"

PULIH_BANTU_PAKSA = "ganti data yang ada; data lama tetap disimpan"

PULIH_TIDAK_ADA = "Berkas cadangan tidak ada: {berkas}"

PULIH_ADA_DATA = (
    "Folder itu sudah berisi data. Tambahkan --force untuk menggantinya; data lama tetap disimpan."
)

PULIH_DIPAKAI = "Server masih berjalan dengan folder itu. Hentikan dulu, lalu ulangi."

PULIH_RUSAK = "Berkas cadangan rusak atau tidak lengkap. Data tidak diubah; pakai cadangan lain."

PULIH_LAIN_JENIS = (
    "Cadangan itu berisi basis data jenis lain. Dari PostgreSQL: sebut alamatnya dengan --database; "
    "dari SQLite: tanpa --database."
)

PULIH_KECAMATAN_LAIN = "Cadangan itu milik kecamatan {isi}, bukan {diminta}. Data tidak diubah."
PULIH_SEBUT_KECAMATAN = "Untuk memulihkannya: --kecamatan {isi}"
PULIH_TEMPAT_LAIN = "Yang diminta biasanya ada di {tempat}"

PULIH_TERLALU_BARU = (
    "Cadangan dibuat oleh versi yang lebih baru. Data tidak diubah; perbarui dulu servernya."
)

PULIH_SELESAI = "Pulih: {laporan} laporan dan {foto} foto dari cadangan {dibuat}."

PULIH_LAMA = "Data sebelumnya disimpan di {folder}; hapus bila tidak diperlukan lagi."

PULIH_LAMA_BASIS = "Basis data sebelumnya bernama {nama}; hapus bila tidak diperlukan lagi."

PERIKSA_BANTU = "memeriksa basis data, foto, ruang, dan pengaturan yang masih kosong"

PERIKSA_TANDA = {"well": "baik ", "notice": "ingat", "damage": "RUSAK"}

PERIKSA_BAIK = "Tidak ada kerusakan."

PERIKSA_RUSAK = "Ditemukan {jumlah} kerusakan."
