"""The sample's innovation: a trial of eight weeks that has just ended."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from server.core.context import Context
from server.core.rows import settings_rows
from server.core.sessions import Account
from server.inovasi import innovation
from server.inovasi.rows import innovation_rows
from server.sample.decisions import BY
from shared.clock import WITA
from shared.roles import Role

_KASI = Account("kasi", Role.KASI_TRANTIB, BY)
VILLAGES = ["63.11.01.2005", "63.11.01.2013", "63.11.01.2014"]
WEEKS = 8


DESIGN = {
    "profil.dasar_hukum": "UU 23/2014 tentang Pemerintahan Daerah\n"
    "PP 16/2018 tentang Satuan Polisi Pamong Praja\nPermendagri 26/2020\n"
    "Permendagri 84/2014\nPermendagri 42/2017\nPerbup Balangan 40/2021",
    "profil.masalah": "Secara makro, laporan kegiatan Satlinmas diminta berjenjang dari desa"
    " sampai pemerintah pusat, tetapi banyak desa belum mempunyai cara yang mudah untuk"
    " melaporkan. Secara mikro, dua puluh satu desa di Kecamatan Juai melapor lewat kertas dan"
    " percakapan telepon. Sinyal tidak merata, foto tercecer di banyak percakapan, laporan datang"
    " terlambat atau tidak datang, dan rekap bulanan disalin ulang dengan tangan. Kecamatan"
    " tidak tahu desa mana yang perlu dibina, dan desa tidak tahu apakah laporannya dibaca"
    " (contoh).",
    "profil.isu": "Pelindungan masyarakat adalah pelayanan dasar. Banjir dan kebakaran lahan"
    " berulang setiap tahun, sehingga kabar dari desa harus sampai cepat dan dapat dipercaya."
    " Pembinaan baru tepat sasaran bila kecamatan melihat keadaan tiap desa dengan angka yang"
    " sama setiap bulan (contoh).",
    "profil.metode": "Aparat desa mencatat kegiatan di HP saat itu juga, dengan foto dan tempat,"
    " walaupun tidak ada sinyal. Catatan tersimpan di HP dan terkirim sendiri saat tiba di kantor"
    " desa. Kecamatan memberi nomor resi, memeriksa, mengembalikan dengan catatan bila perlu,"
    " dan mencatat pembinaan. Jawaban kecamatan kembali ke HP desa. Rekap bulanan dan ukuran"
    " inovasi dihitung dari laporan yang sama, tanpa mengetik ulang (contoh).",
    "profil.keunggulan": "Bekerja tanpa sinyal; tidak ada laporan yang hilang atau terkirim dua"
    " kali; setiap laporan mendapat resi; ada umpan balik sampai ke desa; data pribadi dibatasi;"
    " dan bukti inovasi dapat ditelusuri sampai ke laporan aslinya. Desa tidak dibebani kata"
    " sandi, dan anggota Satlinmas tidak harus mempunyai HP sendiri (contoh).",
    "profil.langkah": "Penggagasan bersama kepala desa; uji coba delapan minggu di tiga desa dengan"
    " keadaan awal yang dicatat; perbaikan dari pelajaran uji coba; bimbingan teknis; penerapan di"
    " semua desa; pemantauan bulanan lewat papan bulan; evaluasi setiap semester. Setiap tahap"
    " mempunyai tanggal, orang yang bertanggung jawab, dan berkas bukti, sehingga siapa pun dapat"
    " memeriksa apa yang sudah dan belum dilakukan sebelum melangkah ke tahap berikutnya"
    " (contoh).",
}
"""Three hundred words and more, as the form asks for."""


def tell(ctx: Context, now: datetime) -> None:
    """Mark the folder as made up, and enter what a kecamatan would have entered by now."""
    with ctx.database.write() as db:
        settings_rows.put(db, innovation_rows.SAMPLE, "true")
    for key, value in _entries(now).items():
        innovation.put(ctx, _KASI, key, value)


def _entries(now: datetime) -> dict[str, Any]:
    last = now.astimezone(WITA).date() - timedelta(days=1)
    first = last - timedelta(days=7 * WEEKS - 1)
    return {
        "tahap.inisiatif.mulai": (first - timedelta(days=60)).isoformat(),
        "tahap.inisiatif.orang": "Kasi Trantib (contoh) dan tiga kepala desa (contoh)",
        "uji.mulai": first.isoformat(),
        "uji.selesai": last.isoformat(),
        "uji.desa": VILLAGES,
        "uji.ukur": ["desa_aktif", "laporan_per_desa", "tepat_waktu", "berfoto", "jam_verifikasi"],
        "uji.orang": "Kasi Trantib (contoh), operator Bata, Lalayau, dan Mihu (contoh)",
        "uji.cara": "Tiga desa memakai aplikasi setiap kali ada kegiatan; buku ronda tetap diisi"
        " untuk pembanding (contoh).",
        "dulu.desa_melapor": 9,
        "dulu.hari_terlambat": 6,
        "dulu.jam_rekap": 12,
        "kini.jam_rekap": 1.5,
        "uji.pelajaran": "Laporan terkirim saat operator tiba di kantor desa. Foto cukup satu atau"
        " dua. Desa yang jarang bertugas memakai laporan nihil (contoh).",
        "uji.keputusan": "lanjut",
        "uji.alasan": "Semua desa peserta melapor lebih cepat daripada dengan cara lama (contoh).",
        **DESIGN,
        "profil.hasil": "Laporan tiga desa peserta sampai di kecamatan pada hari yang sama dan"
        " dijawab dalam dua hari kerja (contoh).",
    }
