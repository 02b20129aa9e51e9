"""Words of the recap: its page at the desk, its approval, and the page that checks a paper."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from server.core import periods
from shared.clock import tanggal, tanggal_jam
from shared.roles import NAMA, Role

if TYPE_CHECKING:
    from server.rekap.approvals import Asking

NAV = "Rekap bulanan"
JUDUL = "Rekap bulanan"

# --- Head ---------------------------------------------------------------------------------------

KOP_DARI_PENGATURAN = "Kop dan tanda tangan diambil dari Pengaturan."
KOSONG = "{isian} belum diisi di Pengaturan, jadi dicetak garis kosong."
ISIAN = {
    "kop": "kop surat", "kop_alamat": "alamat kop", "tempat": "tempat penetapan",
    "camat": "nama camat", "kasi": "nama Kasi Trantib", "nomor_rekap": "bentuk nomor rekap",
}  # fmt: skip
RENTANG = "Rentang"
RENTANG_NAMA = {
    "bulan": "Bulanan", "triwulan": "Triwulan", "semester": "Semester", "tahun": "Tahunan",
}  # fmt: skip
DESA = "Desa"
SEMUA_DESA = "Semua desa"
SEBELUMNYA, SESUDAHNYA = "Masa sebelumnya", "Masa sesudahnya"
TAB = {
    "a": "A. Kegiatan per desa", "b": "B. Kejadian", "c": "C. Pembinaan", "d": "D. Lampiran foto",
    "setuju": "Persetujuan",
}  # fmt: skip
TAB_PENDEK = {"d": "D. Foto"}
UNDUH_PDF = "Siapkan PDF"
EXCEL = "Excel"
LAMPIRAN = "Lampiran foto"
LAMPIRAN_PILIHAN = {
    "4": "4 foto per halaman", "2": "2 foto per halaman",
    "semua": "Satu foto tiap laporan", "tanpa": "Tanpa foto",
}  # fmt: skip
LAMPIRAN_BIASA = "Foto: 4 per halaman"

# --- Tables -------------------------------------------------------------------------------------

LAINNYA = "Lainnya"
FOTO_KETERANGAN = (
    "Foto bertanda sensitif tidak ikut. Tiap desa diwakili paling banyak 4 foto: kejadian dulu, "
    "lalu yang terbaru."
)
FOTO_SEMUA = "Foto bertanda sensitif tidak ikut. Satu foto dari tiap laporan."
FOTO_TIDAK_ADA = "Tidak ada foto yang dilampirkan pada masa ini."
TANPA_KEJADIAN = "Tidak ada kejadian pada masa ini."
TANPA_PEMBINAAN = "Tidak ada pembinaan pada masa ini."
BELUM_DIPAKAI = "SINAR LINMAS belum dipakai pada masa ini."
KE_BULAN_INI = "Ke rekap yang sedang dikerjakan"
PESERTA = "{jumlah} peserta"
FOTO_RUSAK = "Foto ini tidak dapat ditampilkan."
HALAMAN_FOTO = "Halaman foto {ke}"


# --- Approval -----------------------------------------------------------------------------------

SETUJUI_SEBAGAI = "Setujui sebagai {siapa}"
SETUJUI_EDISI = "Setujui edisi ke-{edisi} sebagai {siapa}"
TANYA_JUDUL = "Setujui rekap ini?"
TANYA_YA = "Ya, setujui dan bekukan"
TANYA_BATAL = "Belum"
TANYA_BELUM_SELESAI = "Masa ini belum berakhir: laporan yang datang sesudah ini tidak ikut."
TANYA_MENUNGGU = "Masih ada {n} laporan yang belum diperiksa; ikut terhitung."
TANYA_TENGGAT = "Tenggat rekap {n} hari lagi."
TANYA_HARI_INI = "Tenggat rekap hari ini."
TANYA_LEWAT = "Tenggat rekap sudah lewat {n} hari."
TANYA_NOMOR = "Nomor surat yang dipakai: {nomor}."
TANYA_TANPA_NOMOR = "Surat ini tanpa nomor: pola nomor belum diisi di Pengaturan."


def tanya(periode: str, asking: Asking) -> list[str]:
    """What the question before an approval says, a sentence each."""
    said = [periods.title(periode)]
    if not asking.is_over:
        said.append(TANYA_BELUM_SELESAI)
    if asking.waiting:
        said.append(TANYA_MENUNGGU.format(n=asking.waiting))
    if asking.days_left > 0:
        said.append(TANYA_TENGGAT.format(n=asking.days_left))
    elif asking.days_left < 0:
        said.append(TANYA_LEWAT.format(n=-asking.days_left))
    else:
        said.append(TANYA_HARI_INI)
    said.append(TANYA_NOMOR.format(nomor=asking.nomor) if asking.nomor else TANYA_TANPA_NOMOR)
    return said


MENYETUJUI = "Membekukan angka dan membuat PDF, beberapa detik."
BELUM_ADA = (
    "Belum ada yang disetujui. Persetujuan pertama membekukan angka dan PDF-nya, lengkap dengan "
    "nomor, tanggal, dan kode QR untuk memeriksa keaslian."
)
CARA = (
    "Biasanya Kasi Trantib menyetujui dulu, lalu Camat menyetujui berkas yang sama. Rekap sah "
    "sejak disetujui Camat. Bila angka berubah sesudahnya, persetujuan berikutnya membuat edisi "
    "baru yang menyebut perubahannya."
)
EDISI = "Edisi ke-{edisi}"
TANPA_NOMOR = "tanpa nomor"
KEADAAN = {
    "menunggu": "Menunggu Camat", "sah": "Sah", "diganti": "Sudah diganti",
}  # fmt: skip
BERUBAH_DARI = "Yang berubah dari edisi sebelumnya:"
DAN_LAIN = "dan {jumlah} perubahan lain"
BERUBAH_SEJAK = "Sejak edisi ke-{edisi} disetujui, {jumlah} hal berubah:"
TIDAK_BERUBAH = "Angka masih sama dengan edisi ke-{edisi}."
UNDUH_EDISI = "Unduh PDF edisi ke-{edisi}"
HALAMAN_PERIKSA = "Halaman keaslian"
SUDAH_ANDA = "Anda sudah menyetujui edisi ini."
TIDAK_BERHAK = "Hanya Camat dan Kasi Trantib yang dapat menyetujui."
BERHASIL = "Persetujuan Anda tersimpan."
GAGAL = {
    "twice": "Edisi ini sudah disetujui atas nama jabatan Anda.",
    "overtaken": "Angka baru saja berubah, jadi belum disetujui. Lihat dulu yang sekarang.",
    "empty": "Belum ada yang dapat disetujui pada masa ini.",
    "pdf": "PDF gagal dibuat, jadi belum ada yang disetujui. Coba lagi sebentar.",
    "store": "Penyimpanan sedang tidak menjawab, jadi belum disetujui. Coba lagi sebentar.",
}  # fmt: skip

# --- Settings -------------------------------------------------------------------------------------

PT_ALAMAT = "Alamat server ini untuk umum"
PT_ALAMAT_PETUNJUK = "https://linmas.example.go.id"
PT_ALAMAT_ARTI = (
    "Alamat ini tercetak di kode QR surat. Bila kosong, dipakai alamat yang sedang Anda buka."
)

# --- The public page ------------------------------------------------------------------------------

P_JUDUL = "Pemeriksaan keaslian surat"
P_ASLI_SAH = "Asli dan sah"
P_ASLI_SAH_ISI = "Surat ini disetujui Camat dan berlaku."
P_ASLI_MENUNGGU = "Asli, menunggu Camat"
P_ASLI_MENUNGGU_ISI = "Surat ini sudah disetujui Kasi Trantib dan menunggu persetujuan Camat."
P_DIGANTI = "Sudah diganti"
P_DIGANTI_ISI = "Surat ini asli, tetapi sudah diganti edisi ke-{edisi} tanggal {tanggal}."
P_LIHAT_BARU = "Lihat edisi ke-{edisi}"
P_TIDAK_DIKENAL = "Tidak dikenal"
P_TIDAK_DIKENAL_ISI = (
    "Kode ini tidak ada pada server Kecamatan {kecamatan}. Periksa lagi alamat di surat; bila "
    "sama, tanyakan surat itu ke kantor kecamatan."
)
P_TIDAK_TERBUKA = "Belum dapat diperiksa"
P_TIDAK_TERBUKA_ISI = (
    "Data salah satu kecamatan di server ini sedang tidak dapat dibuka, jadi belum diketahui apakah "
    "surat ini asli. Coba lagi beberapa menit lagi."
)
P_TERLALU_SERING = "Terlalu sering"
P_TERLALU_SERING_ISI = "Alamat Anda sudah terlalu sering memeriksa. Coba lagi {menit} menit lagi."
P_NAMA = "Rekapitulasi laporan kegiatan Satlinmas"
P_FAKTA = {
    "surat": "Surat", "wilayah": "Wilayah", "masa": "Masa", "nomor": "Nomor", "tanggal": "Tanggal",
    "edisi": "Edisi", "setuju": "Disetujui", "sidik": "Sidik berkas (SHA-256)",
}  # fmt: skip
P_EDISI = "ke-{edisi}"
P_EDISI_UBAH = "ke-{edisi}, {jumlah} hal berubah dari edisi sebelumnya"
P_BANDING = "Apakah berkas di tangan Anda sama?"
P_BANDING_ISI = (
    "Pilih berkas PDF-nya, atau tempel sidik SHA-256 berkas itu. Berkas hanya dihitung sidiknya, "
    "tidak disimpan."
)
P_PILIH = "Berkas PDF"
P_TEMPEL = "Sidik SHA-256"
P_BANDINGKAN = "Bandingkan"
P_SAMA = "Sama persis dengan berkas yang disetujui."
P_BEDA = "Berbeda dari berkas yang disetujui: berkas itu sudah diubah, atau surat yang lain."
P_BUKAN_SIDIK = "Sidik SHA-256 terdiri dari 64 angka dan huruf a sampai f. Periksa lagi."
P_TERLALU_BESAR = "Berkas itu terlalu besar untuk sebuah rekap. Pilih berkas PDF rekapnya."
P_TIDAK_ADA_BERKAS = "Pilih berkas PDF dulu, lalu bandingkan."
P_AWAS = (
    "Kode QR dapat disalin ke surat lain. Cocokkan nomor, masa, dan edisi di atas dengan surat "
    "di tangan Anda."
)


def kosong(keys: list[str]) -> str | None:
    """What is empty, announced; None when the paper lacks nothing."""
    lacking = [ISIAN[key] for key in keys if key in ISIAN]
    if not lacking:
        return None
    words = ", ".join(lacking)
    return KOSONG.format(isian=words[0].upper() + words[1:])


def menunggu(count: int) -> str:
    return f"{count} laporan masih menunggu diperiksa"


def semua_foto(count: int) -> str:
    return f"Tampilkan semua, {count} foto"


def direncanakan(count: int) -> str:
    return f"{count} pembinaan masih tertulis direncanakan, jadi tidak ikut"


def disetujui(role: str, nama: str, at: datetime) -> str:
    """``Camat: Camat Juai (contoh), Selasa, 8 Desember 2026 pukul 09.00 WITA``"""
    return f"{NAMA[Role(role)]}: {nama}, {tanggal_jam(at)}"


def disetujui_umum(role: str, at: datetime) -> str:
    """The same without a name, for everybody."""
    return f"{NAMA[Role(role)]}, {tanggal(at, weekday=False)}"


def hari(day: str) -> str:
    """``8 Desember 2026`` from ``2026-12-08``"""
    return tanggal(date.fromisoformat(day), weekday=False)
