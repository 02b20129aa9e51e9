"""From stored data to the words of rows, cards and steps."""

from __future__ import annotations

from datetime import datetime, timedelta

import flet as ft

from mobile import teks
from mobile.domain.record import Note
from mobile.usecases.read import Row
from mobile.usecases.sentences import photo_number, title
from mobile.widgets import chips
from shared.clock import HARI, WITA, jam, nama_bulan, parse_time, tanggal_pendek
from shared.jenis import KODE
from shared.laporan import Kind, Laporan, RincianKejadian, count_words, counts_of
from shared.protocol import Gap
from shared.widgets.looks import JENIS_ICONS

I = ft.Icons  # noqa: E741

STATES: dict[str, tuple[str, ft.IconData]] = {
    "draft": ("mute", I.EDIT_NOTE),
    "queued": ("wait", I.CLOUD_OFF),
    "text_received": ("info", I.CLOUD_SYNC),
    "received": ("info", I.CLOUD_DONE),
    "refused": ("bad", I.ERROR),
    "diterima": ("info", I.CLOUD_DONE),
    "perlu_perbaikan": ("fix", I.REPLY),
    "diverifikasi": ("ok", I.VERIFIED),
    "ditarik": ("mute", I.UNDO),
}


def state_chip(row: Row) -> ft.Container:
    """The chip of a row; while photos are on their way it counts them."""
    kind, name = STATES.get(row.shown, ("mute", I.HELP_OUTLINE))
    words = teks.KEADAAN.get(row.shown, row.shown)
    if row.shown == "text_received" and row.photos:
        words = teks.FOTO_DARI.format(ke=row.photos_done, jumlah=row.photos)
    return chips.chip(kind, name, words)


def unsent_chip() -> ft.Container:
    """Beside the state of a report that has changes which nobody has sent."""
    return chips.chip("wait", I.EDIT_NOTE, teks.PERUBAHAN_BELUM)


def row_title(laporan: Laporan) -> str:
    """``Patroli / ronda``, ``Kejadian: banjir``, ``Nihil November 2026``."""
    if laporan.kind == Kind.NIHIL:
        return teks.JUDUL_NIHIL.format(bulan=month_words(laporan.periode)).strip()
    if laporan.kejadian and laporan.kejadian.jenis:
        return teks.JUDUL_KEJADIAN.format(apa=lower_first(laporan.kejadian.jenis))
    return title(laporan)


def brief(laporan: Laporan) -> str:
    """``Patroli``, for a line that must also hold a day and a part."""
    return row_title(laporan).split(" / ")[0]


def row_sub(laporan: Laporan) -> str:
    """``22 Nov, 20.00 di Poskamling RT 03``"""
    at = when(laporan)
    if laporan.kind == Kind.NIHIL or at is None:
        return teks.TANGGAL_JAM.format(tanggal=tanggal_pendek(at), jam=jam(at)) if at else ""
    time = teks.TANGGAL_JAM.format(tanggal=tanggal_pendek(at), jam=jam(at))
    place = laporan.tempat.strip()
    return teks.DI_TEMPAT.format(waktu=time, tempat=place) if place else time


def row_icon(laporan: Laporan) -> tuple[str, ft.IconData]:
    """State colours and icon for a row without a photo."""
    if laporan.kind == Kind.NIHIL:
        return "nil", I.EVENT_AVAILABLE
    if laporan.kind == Kind.KEJADIAN:
        return "bad", I.CAMPAIGN
    return "mute", JENIS_ICONS.get(laporan.jenis or "", I.DESCRIPTION)


def when(laporan: Laporan) -> datetime | None:
    """When it happened; when it was written, for a nihil."""
    return moment(laporan.mulai) or moment(laporan.ditulis)


def moment(text: str | None) -> datetime | None:
    """A stored time in WITA; None when there is none."""
    try:
        return parse_time(text).astimezone(WITA) if text else None
    except ValueError:
        return None


def short_day(laporan: Laporan, *, year: bool = False) -> str:
    """``22 Nov``, or ``22 Nov 2026``"""
    at = when(laporan)
    if at is None:
        return ""
    return f"{tanggal_pendek(at)} {at.year}" if year else tanggal_pendek(at)


def month_words(periode: str | None) -> str:
    """``November 2026``; empty when it is no month."""
    try:
        return nama_bulan(periode) if periode else ""
    except ValueError:
        return ""


def month_name(periode: str | None) -> str:
    """``November``"""
    return month_words(periode).split(" ")[0]


def stamp(text: str | None) -> str:
    """``23 Nov, 07.02``; empty without a time."""
    at = moment(text)
    return teks.TANGGAL_JAM.format(tanggal=tanggal_pendek(at), jam=jam(at)) if at else ""


def day_stamp(text: str | None) -> str:
    """``Senin 23 Nov 09.15``"""
    at = moment(text)
    return f"{HARI[at.weekday()]} {tanggal_pendek(at)} {jam(at)}" if at else ""


def resume_words(saved_at: str, now: datetime) -> str:
    """Sentence 29; a draft of another day says its day."""
    at = moment(saved_at)
    if at is None:
        return teks.LANJUTKAN_YA
    if at.date() == now.astimezone(WITA).date():
        return teks.LANJUTKAN.format(jam=jam(at))
    return teks.LANJUTKAN_TANGGAL.format(tanggal=tanggal_pendek(at), jam=jam(at))


def since(text: str | None, now: datetime) -> str:
    """``18.20``, ``kemarin 18.20`` or ``22 Nov, 18.20``."""
    at = moment(text)
    if at is None:
        return ""
    days = (now.astimezone(WITA).date() - at.date()).days
    if days == 0:
        return jam(at)
    if days == 1:
        return teks.KEMARIN_JAM.format(jam=jam(at))
    return stamp(text)


def day_ago(at: datetime | None, now: datetime) -> str:
    """``hari ini``, ``kemarin`` or ``22 Nov``."""
    if at is None:
        return ""
    days = (now.astimezone(WITA).date() - at.astimezone(WITA).date()) // timedelta(days=1)
    return teks.DISALIN_KAPAN.get(days) or tanggal_pendek(at)


def span(laporan: Laporan) -> str:
    """``Minggu 22 Nov, 20.00 sampai 23.00 WITA``"""
    start, end = moment(laporan.mulai), moment(laporan.selesai)
    if start is None:
        return ""
    day = f"{HARI[start.weekday()]} {tanggal_pendek(start)}"
    if end is None or end == start:
        return teks.WAKTU_SAAT.format(hari=day, mulai=jam(start))
    if end - start < timedelta(hours=20):
        return teks.WAKTU_RENTANG.format(hari=day, mulai=jam(start), selesai=jam(end))
    return teks.WAKTU_BEDA.format(mulai=stamp(laporan.mulai), selesai=stamp(laporan.selesai))


def place(laporan: Laporan) -> str:
    """``Poskamling RT 03 (titik lokasi ± 9 m)``"""
    if laporan.lokasi is None:
        return laporan.tempat
    if laporan.lokasi.akurasi_m:
        return teks.TEMPAT_TITIK.format(
            tempat=laporan.tempat, meter=round(laporan.lokasi.akurasi_m)
        )
    return teks.TEMPAT_TITIK_SAJA.format(tempat=laporan.tempat)


def people(laporan: Laporan) -> str:
    """``Rudi, Hamdan (3 orang)``"""
    names = ", ".join(person.nama for person in laporan.personel)
    count = laporan.jumlah_personel
    if names and count > len(laporan.personel):
        return teks.ORANG_NAMA.format(nama=names, jumlah=count)
    return names or (teks.ORANG.format(jumlah=count) if count else "")


def victims(detail: RincianKejadian) -> str:
    """``Mengungsi 1 KK / 4 jiwa``; nothing is never said for what nobody filled in."""
    known = counts_of(detail)
    said = ", ".join(count_words(known, teks.KORBAN))
    if not known:
        return teks.BELUM_DIISI
    return said[:1].upper() + said[1:] if said else teks.KORBAN_NIHIL


def jenis_full(kode: str | None) -> str:
    """The official name."""
    known = KODE.get(kode or "")
    return known.nama if known else (kode or "")


def part_name(path: str | None) -> str:
    """What a note or a fault points at: ``Uraian``, ``Foto 2``, ``Laporan ini``."""
    if not path:
        return teks.BAGIAN_LAIN
    number = photo_number(path)
    if number:
        return teks.BAGIAN_FOTO.format(nomor=number)
    return teks.LABEL.get(path) or teks.LABEL.get(path.split(".")[0]) or teks.BAGIAN_LAIN


def note_part(note: Note, laporan: Laporan) -> str:
    """The part that a note of the kecamatan points at."""
    if note.foto:
        for number, foto in enumerate(laporan.foto, 1):
            if foto.sha256 == note.foto:
                return teks.BAGIAN_FOTO.format(nomor=number)
        return teks.LABEL["foto"]
    return part_name(note.field)


def first_part(row: Row) -> str:
    """The part that the row's note or fault points at, for Beranda's second line."""
    if row.problems:
        return part_name(row.problems[0].field)
    return note_part(row.note, row.laporan) if row.note else ""


def marked_fields(notes: tuple[Note, ...], problems: tuple[Gap, ...]) -> dict[str, str]:
    """Which fields to colour, and how: path of the field to the state's kind."""
    marks = {note.field.split(".")[0]: "fix" for note in notes if note.field}
    marks.update({gap.field.split(".")[0]: "bad" for gap in problems})
    return marks


def short_resi(resi: str | None) -> str:
    """``resi 0047`` from the whole number."""
    return teks.RESI.format(nomor=resi.rsplit("-", 1)[-1]) if resi else ""


def size_words(kb: float) -> str:
    """``sisa 120 kB`` or ``sisa 1,4 MB``."""
    if kb < 1000:
        return teks.SISA_KB.format(kb=round(kb))
    return teks.SISA_MB.format(mb=f"{kb / 1000:.1f}".replace(".", ","))


def room_words(number: float) -> str:
    """``180 MB`` or ``3,2 GB``."""
    if number < 1e9:
        return teks.MB.format(n=round(number / 1e6))
    return teks.GB.format(n=f"{number / 1e9:.1f}".replace(".", ","))


def lower_first(words: str) -> str:
    """For the middle of a sentence."""
    return words[:1].lower() + words[1:]
