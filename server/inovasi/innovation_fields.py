"""What can be entered about the innovation: each key with what its value may be. Pure.

The first entries are those of the innovation's own proposal; each can be changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

from server.inovasi.innovation_set import PARAMETERS
from server.inovasi.measures import BY_KODE
from server.inovasi.teks_hukum import USULAN
from shared.wilayah import Wilayah

SHORT, LONG = 300, 6000
MOST_NUMBER = 100_000
LIVE, MEND, STOP = "lanjut", "perbaiki", "henti"
DECISIONS = (LIVE, MEND, STOP)
REGENT, FOR_REGENT = "bupati", "camat"
DECREES = (REGENT, FOR_REGENT)
"""Who signs the decree: the head of the region, or the camat on his behalf."""
MOST_DEVELOPMENTS = 9

SHORT_PROFILE = (
    "nama", "definisi", "inisiator", "nama_inisiator", "pengelola", "jenis", "bentuk", "urusan",
    "urusan_beririsan", "asta_cita", "tautan",
)  # fmt: skip
PROFILE = (
    *SHORT_PROFILE, "hukum_proposal", "dasar_hukum", "masalah", "isu", "metode", "keunggulan",
    "langkah", "tujuan", "manfaat", "hasil", "anggaran",
)  # fmt: skip
"""The fields of the profile, in the order of the form."""
DESIGN = ("dasar_hukum", "masalah", "isu", "metode", "keunggulan", "langkah")
"""The parts that the *rancang bangun* is assembled from."""
LONG_PROFILE = frozenset(
    {*DESIGN, "definisi", "hukum_proposal", "tujuan", "manfaat", "hasil", "anggaran"}
)
ON_PAPER = ("kertas.uji_coba", "kertas.penerapan")
"""When the trial on paper was, of the kecamatan that proposed it."""
BASELINE = ("dulu.desa_melapor", "dulu.hari_terlambat", "dulu.jam_rekap", "kini.jam_rekap")

_PROPOSED: Mapping[str, str] = {
    "profil.nama": "SINAR LINMAS (Sinergi Linmas Dengan Masyarakat)",
    "profil.definisi": "SINAR LINMAS (Sinergi Linmas Dengan Masyarakat) adalah inovasi pelayanan"
    " publik untuk mempermudah pembinaan anggota Linmas di Kecamatan {kecamatan}, sehingga aparat"
    " desa mudah mengirim laporan kegiatan anggota Linmasnya.",
    "profil.hukum_proposal": "\n".join(one.nama for one in USULAN),
    "profil.inisiator": "OPD",
    "profil.jenis": "Digital",
    "profil.bentuk": "Inovasi pelayanan publik",
    "profil.urusan": "Ketenteraman, ketertiban umum, dan pelindungan masyarakat",
    "profil.masalah": "Pembinaan anggota Linmas di Kecamatan {kecamatan} perlu dipermudah."
    " Penggagas belum memahami bagaimana uji coba dijalankan dan bagaimana inovasi dilaporkan ke"
    " sistem inovasi daerah.",
    "profil.tujuan": "Mempermudah pembinaan anggota Linmas di Kecamatan {kecamatan}, sehingga"
    " aparat desa mudah mengirim laporan kegiatan anggota Linmasnya.",
    "profil.manfaat": "Kantor Kecamatan {kecamatan} mudah memantau kegiatan anggota Linmas di"
    " setiap desa.",
    "kertas.uji_coba": "2022-12-26",
    "kertas.penerapan": "2023-03-20",
}
"""What the proposal says; the dates are those of the trial on paper, which stays as it is. The
definition joins the proposal's own entries: it says nothing that they do not."""


def proposed(wilayah: Wilayah) -> dict[str, str]:
    """The same, of this kecamatan."""
    return {key: wilayah.told(words) for key, words in _PROPOSED.items()}


def is_good(wilayah: Wilayah, key: str, value: object) -> bool:
    """Whether this key is known and can have this value."""
    check = _check(wilayah, key)
    return check is not None and check(value)


def filled(value: object) -> bool:
    """Whether something was entered."""
    return value not in (None, "", [], ())


def day(facts: Mapping[str, Any], key: str) -> date | None:
    """A date that was entered."""
    value = facts.get(key)
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def number(facts: Mapping[str, Any], key: str) -> float | None:
    """A number that was entered."""
    value = facts.get(key)
    return float(value) if isinstance(value, int | float) else None


def words(facts: Mapping[str, Any], key: str) -> str:
    """A text that was entered."""
    value = facts.get(key)
    return value if isinstance(value, str) else ""


def listed(facts: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list that was entered."""
    value = facts.get(key)
    return tuple(cast("list[str]", value)) if isinstance(value, list) else ()


def in_order(wilayah: Wilayah, key: str, items: list[str]) -> list[str]:
    """Villages by their code, measures as they are listed."""
    known = list(wilayah.by_kode) if key == "uji.desa" else list(BY_KODE)
    return sorted(items, key=known.index)


Check = Callable[[object], bool]

_WEEK = re.compile(r"uji\.minggu\.\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_INDICATOR = re.compile(r"indikator\.\d{1,3}\.(dasar|parameter)\Z", re.ASCII)
_ENTERED = re.compile(r"indikator\.\d{1,3}\.angka\.[a-z0-9]{0,5}\Z", re.ASCII)
_DEVELOPED = re.compile(r"kembang\.[1-9]\.(mulai|apa)\Z", re.ASCII)
_TICKED = re.compile(r"(lembar|jalan)\.\d{4}\.[a-z0-9_]{1,30}\Z", re.ASCII)


def _check(wilayah: Wilayah, key: str) -> Check | None:
    if _WEEK.match(key):
        return _text(LONG)
    if found := _INDICATOR.match(key):
        return _text(20) if found[1] == "dasar" else _is_parameter
    if _ENTERED.match(key):
        return _is_number
    if found := _DEVELOPED.match(key):
        return _is_day if found[1] == "mulai" else _text(LONG)
    if _TICKED.match(key):
        return _is_tick
    return _all_of(wilayah.by_kode) if key == "uji.desa" else _CHECKS.get(key)


def _text(most: int) -> Check:
    def check(value: object) -> bool:
        return isinstance(value, str) and len(value) <= most

    return check


def _is_day(value: object) -> bool:
    if value is None:
        return True
    if not isinstance(value, str):
        return False
    try:
        return len(value) == 10 and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_number(value: object) -> bool:
    plain = isinstance(value, int | float) and not isinstance(value, bool)
    return value is None or (plain and 0 <= float(cast("float", value)) <= MOST_NUMBER)


def _is_parameter(value: object) -> bool:
    return type(value) is int and 0 <= value <= PARAMETERS


def _is_tick(value: object) -> bool:
    return isinstance(value, bool)


def _is_month_count(value: object) -> bool:
    return value is None or (_is_number(value) and value in range(1, 13))


def _is_decree(value: object) -> bool:
    return value in DECREES


def _is_decision(value: object) -> bool:
    return value in ("", *DECISIONS)


def _all_of(known: Mapping[str, object]) -> Check:
    def check(value: object) -> bool:
        if not isinstance(value, list):
            return False
        items = cast("list[object]", value)
        return all(isinstance(item, str) and item in known for item in items)

    return check


_DAYS = (
    "kertas.inisiatif", "kertas.uji_coba", "kertas.penerapan", "tahap.inisiatif.mulai",
    "uji.mulai", "uji.selesai", "tahap.penerapan.mulai",
)  # fmt: skip
_STORIES = ("uji.cara", "uji.pelajaran", "uji.alasan")
_PEOPLE = ("tahap.inisiatif.orang", "uji.orang", "tahap.penerapan.orang")

_CHECKS: dict[str, Check] = {
    **{f"profil.{name}": _text(LONG if name in LONG_PROFILE else SHORT) for name in PROFILE},
    **dict.fromkeys(_DAYS, _is_day),
    **dict.fromkeys(BASELINE, _is_number),
    **dict.fromkeys(_STORIES, _text(LONG)),
    **dict.fromkeys(_PEOPLE, _text(LONG)),
    "uji.ukur": _all_of(BY_KODE),
    "uji.keputusan": _is_decision,
    "aktif.bulan": _is_month_count,
    "sk.bentuk": _is_decree,
    "skm.populasi": _is_number,
}
