"""What a report says, in the words that its WhatsApp text and its letter share."""

from __future__ import annotations

from datetime import datetime

from shared.clock import WITA, jam, nama_bulan, parse_time, tanggal
from shared.documents.words import TIDAK_ADA_KORBAN
from shared.jenis import KODE
from shared.laporan import Laporan, RincianKejadian, count_words, counts_of

_COUNTED = {
    "meninggal": "meninggal {n} jiwa",
    "luka": "luka {n} jiwa",
    "mengungsi": "mengungsi {n}",
    "rumah": "rumah terdampak {n}",
}


def what(laporan: Laporan) -> str:
    """What happened, else the official name of what was done."""
    detail = laporan.kejadian
    if detail and detail.jenis:
        return detail.jenis
    kind = KODE.get(laporan.jenis or "")
    return kind.nama if kind else laporan.jenis or ""


def hours(laporan: Laporan) -> str:
    """``20.00 s.d. 23.00 WITA``; of several days the last one is named."""
    start, end = moment(laporan.mulai), moment(laporan.selesai)
    if start is None:
        return ""
    if end is None or end <= start:
        return f"{jam(start)} WITA"
    if (end - start).days == 0:
        return f"{jam(start)} s.d. {jam(end)} WITA"
    return f"{jam(start)} WITA s.d. {tanggal(end)} {jam(end)} WITA"


def day(laporan: Laporan) -> str:
    """``Selasa, 24 November 2026``"""
    start = moment(laporan.mulai)
    return tanggal(start) if start else ""


def victims(detail: RincianKejadian) -> str:
    """Counts only: ``mengungsi 1 KK / 4 jiwa, rumah terdampak 2``, or that there are none.

    "" while nobody has filled them in.
    """
    known = counts_of(detail)
    return ", ".join(count_words(known, _COUNTED)) or (TIDAK_ADA_KORBAN if known else "")


def people(laporan: Laporan) -> str:
    """``Amat, Udin (2 orang)``"""
    names = ", ".join(person.nama for person in laporan.personel)
    count = max(laporan.jumlah_personel, len(laporan.personel))
    if not names:
        return f"{count} orang" if count else ""
    return f"{names} ({count} orang)" if count > 1 else names


def moment(text: str | None) -> datetime | None:
    """A stored time in WITA; None when there is none."""
    try:
        return parse_time(text).astimezone(WITA) if text else None
    except ValueError:
        return None


def month(periode: str | None) -> str:
    """``November 2026``; what was sent when it is no month."""
    try:
        return nama_bulan(periode) if periode else ""
    except ValueError:
        return periode or ""
