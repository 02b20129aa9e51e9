"""The sample's innovation: a trial of eight weeks that has just ended."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from server.sample.decisions import BY
from server.store import innovation_rows, settings_rows
from server.usecases import innovation
from server.usecases.context import Context
from server.usecases.sessions import Account
from shared.clock import WITA
from shared.roles import Role

_KASI = Account("kasi", Role.KASI_TRANTIB, BY)
VILLAGES = ["63.11.01.2005", "63.11.01.2013", "63.11.01.2014"]
WEEKS = 8


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
        "profil.hasil": "Laporan tiga desa peserta sampai di kecamatan pada hari yang sama dan"
        " dijawab dalam dua hari kerja (contoh).",
    }
