"""The questions of a form by name: where a fault stands, and where the person comes back to."""

from __future__ import annotations

from collections.abc import Iterable

from mobile import teks
from mobile.usecases.sentences import remaining
from shared.laporan import Kind, Laporan
from shared.protocol import Gap

JENIS = "jenis"
FOTO = "foto"
WAKTU = "mulai"
TEMPAT = "tempat"
SIAPA = "personel"
CERITA = "uraian"
HASIL = "hasil"
LEBIH = "kendala"
KEADAAN = "kejadian"
DIHUBUNGI = "dihubungi"
LENGKAPI = "penanganan"

KEGIATAN = (JENIS, FOTO, WAKTU, TEMPAT, SIAPA, CERITA, HASIL, LEBIH)
KEJADIAN = (JENIS, WAKTU, TEMPAT, KEADAAN, CERITA, DIHUBUNGI, LENGKAPI, FOTO)

_ELSEWHERE = {
    "kejadian.jenis": JENIS,
    "kejadian.waktu": WAKTU,
    "kejadian.dihubungi": DIHUBUNGI,
    "kejadian.kerugian": LENGKAPI,
    "kejadian.penanganan": LENGKAPI,
    "kejadian.kebutuhan": LENGKAPI,
    "selesai": WAKTU,
    "waktu": WAKTU,
    "lokasi": TEMPAT,
    "jumlah_personel": SIAPA,
    "pihak_lain": SIAPA,
    "tindak_lanjut": LEBIH,
    "dasar": LEBIH,
    "kerugian": LENGKAPI,
    "kebutuhan": LENGKAPI,
}


def section_of(path: str) -> str:
    """The question that a field's path belongs to."""
    parts = path.split(".")
    return _ELSEWHERE.get(".".join(parts[:2])) or _ELSEWHERE.get(parts[0]) or parts[0]


def order(kind: str) -> tuple[str, ...]:
    """The questions from top to bottom."""
    return KEJADIAN if kind == Kind.KEJADIAN else KEGIATAN


def in_order(gaps: Iterable[Gap], draft: Laporan) -> list[Gap]:
    """The gaps from top to bottom, without those that close by themselves.

    A kejadian's jenis and first sentence follow from what happened: only that is asked for.
    """
    found = list(gaps)
    if any(gap.field == "kejadian.jenis" for gap in found):
        found = [gap for gap in found if gap.field not in ("jenis", "uraian")]
    places = order(draft.kind)
    return sorted(found, key=lambda gap: _rank(section_of(gap.field), places))


def bar_words(gaps: Iterable[Gap], draft: Laporan) -> str:
    """What the lower bar says: what is missing, or that all is there."""
    found = list(gaps)
    if found:
        return remaining(found)
    return teks.KIRIM_DULU if draft.kind == Kind.KEJADIAN else teks.WAJIB_LENGKAP


def _rank(section: str, places: tuple[str, ...]) -> int:
    return places.index(section) if section in places else len(places)
