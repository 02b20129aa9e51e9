"""From codes to the sentences that stand at a field, on a card or in a question."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from mobile import teks
from mobile.domain.record import Record
from mobile.domain.record_answers import PHOTO_LOST
from mobile.ports import Damage, DiskFull, SyncTrouble, TroubleKind
from mobile.usecases.photo import EnoughPhotos, NoRoom
from shared.checks import letters_at, text_limit
from shared.clock import WITA, jam, parse_time, tanggal, tanggal_pendek
from shared.jenis import nama_jenis
from shared.laporan import Laporan
from shared.photos.errors import BrokenPhoto, HeicPhoto, NotAPhoto, PhotoTooLarge
from shared.protocol import REQUIRED, Gap


def at_field(gap: Gap, told: Laporan | None = None) -> str:
    """The sentence at the field (36 to 41, 49); of ``told`` the letters are counted."""
    number = photo_number(gap.field)
    if number and gap.code == PHOTO_LOST:
        return teks.FOTO_HILANG.format(nomor=number)
    if number and gap.field.count(".") == 1:
        return teks.FOTO_TIDAK_DITERIMA.format(nomor=number)
    known = teks.GALAT_ISIAN.get((gap.field, gap.code)) or teks.GALAT.get(gap.code)
    return (known or teks.GALAT_LAIN).format(huruf=letters(gap.field, letters_at(told, gap.field)))


def letters(path: str, there: int) -> str:
    """``Terlalu panjang: 312 dari 200 huruf``; without the count where it is not known."""
    limit = text_limit(path)
    words = teks.HURUF_DARI if there > limit else teks.HURUF_BATAS
    return words.format(ada=_figure(there), batas=_figure(limit))


def _figure(number: int) -> str:
    """``4.000``"""
    return f"{number:,}".replace(",", ".")


def field_name(path: str) -> str:
    """The words for a field, for "Tinggal: tempat" and "Perbaiki bagian Uraian"."""
    root = path.split(".")[0]
    return teks.ISIAN.get(path) or teks.ISIAN.get(root) or teks.ISIAN_LAIN


def remaining(gaps: Iterable[Gap]) -> str:
    """The bar at the bottom of a form: what is missing, what is to be mended, or that all is there.

    What is filled in is never said to be missing.
    """
    found = list(gaps)
    empty = _names(gap for gap in found if gap.code == REQUIRED)
    wrong = [name for name in _names(g for g in found if g.code != REQUIRED) if name not in empty]
    parts = [
        words.format(isian=", ".join(names))
        for words, names in ((teks.TINGGAL, empty), (teks.PERLU_DIBETULKAN, wrong))
        if names
    ]
    return ". ".join(parts) if parts else teks.LENGKAP


def _names(gaps: Iterable[Gap]) -> list[str]:
    return list(dict.fromkeys(field_name(gap.field) for gap in gaps))


def photo_number(path: str) -> int | None:
    """Which photo a path means, counted as people count."""
    parts = path.split(".")
    numbered = parts[0] == "foto" and len(parts) > 1 and parts[1].isdecimal()
    return int(parts[1]) + 1 if numbered else None


def refusal(records: Iterable[Record]) -> str:
    """Sentence 48, with the first reason; empty when nothing was refused."""
    bad = [record for record in records if record.problems]
    if not bad:
        return ""
    reason = at_field(bad[0].problems[0], bad[0].current)
    sentence = reason[0].lower() + reason[1:]
    return teks.BELUM_DITERIMA.format(jumlah=len(bad), sebab=sentence)


def saved(saved_at: str, problem: Exception | None) -> str:
    """The line in a form's head (15), or why it cannot say so."""
    if problem is not None:
        full = isinstance(problem, DiskFull)
        return teks.BELUM_TERSIMPAN_PENUH if full else teks.BELUM_TERSIMPAN
    return teks.TERSIMPAN.format(jam=jam(parse_time(saved_at))) if saved_at else ""


def resume(record: Record, now: datetime) -> str:
    """Sentence 29; a draft of another day says its day."""
    at = parse_time(record.saved_at).astimezone(WITA)
    if at.date() == now.astimezone(WITA).date():
        return teks.LANJUTKAN.format(jam=jam(at))
    return teks.LANJUTKAN_TANGGAL.format(tanggal=tanggal_pendek(at), jam=jam(at))


def copied(record: Record, now: datetime) -> str:
    """Sentence 25; empty when the report is no copy."""
    if not record.copied_from:
        return ""
    source = parse_time(record.copied_from).astimezone(WITA)
    days = (now.astimezone(WITA).date() - source.date()) // timedelta(days=1)
    return teks.DISALIN.format(kapan=teks.DISALIN_KAPAN.get(days, tanggal_pendek(source)))


def title(laporan: Laporan) -> str:
    """What the report is about, for a row or a head: "Patroli / ronda"."""
    if laporan.kejadian and laporan.kejadian.jenis:
        return laporan.kejadian.jenis
    return nama_jenis(laporan.jenis) if laporan.jenis else teks.KIND[laporan.kind]


def ask_delete(record: Record) -> str:
    """Sentence 30; of a report that was sent only what is not sent yet goes."""
    laporan = record.current
    day = tanggal(parse_time(laporan.mulai), weekday=False, year=False) if laporan.mulai else ""
    words = teks.HAPUS_PERUBAHAN if record.sent and record.resi else teks.HAPUS_DRAF
    return words.format(apa=f"{title(laporan)} {day}".strip())


def photo_trouble(error: Exception) -> str:
    """Why a picture did not become a photo of the report."""
    match error:
        case NoRoom(free_mb=mb):
            return teks.RUANG.format(mb=mb)
        case EnoughPhotos():
            return teks.FOTO_CUKUP
        case HeicPhoto():
            return teks.FOTO_HEIC
        case NotAPhoto():
            return teks.FOTO_BUKAN
        case BrokenPhoto():
            return teks.FOTO_RUSAK
        case PhotoTooLarge():
            return teks.FOTO_BESAR
        case DiskFull():
            return teks.BELUM_TERSIMPAN_PENUH
        case _:
            return teks.FOTO_GAGAL


def clock_warning(offset_s: float) -> str:
    """Sentence 52."""
    words = teks.JAM_CEPAT if offset_s > 0 else teks.JAM_LAMBAT
    return words.format(lama=duration(abs(offset_s)))


def duration(seconds: float) -> str:
    """``12 menit``, ``3 jam``, ``2 hari``."""
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} menit"
    hours = round(minutes / 60)
    return f"{hours} jam" if hours < 48 else f"{round(hours / 24)} hari"


def activation_trouble(code: str) -> str:
    """The sentence under the code (42, 46, 47 and their like)."""
    return teks.AKTIVASI.get(code, teks.AKTIVASI["unexpected"])


def sync_trouble(trouble: SyncTrouble) -> str:
    """Why nothing gets through (42 to 45, 54, 55)."""
    if trouble.kind is TroubleKind.BUSY and trouble.retry_at:
        return teks.KIRIMAN["busy_pukul"].format(jam=jam(parse_time(trouble.retry_at)))
    return teks.KIRIMAN[trouble.kind]


def damage(found: Damage) -> str:
    """What to say of a file that could not be read."""
    if found.newer:
        return teks.SIMPANAN_LEBIH_BARU
    return teks.SIMPANAN_PULIH if found.recovered else teks.SIMPANAN_RUSAK
