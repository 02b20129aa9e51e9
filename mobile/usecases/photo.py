"""The photos of a report: durable on disk first, then in the draft, then on the screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from mobile import teks
from mobile.domain.record import Record
from mobile.ports import PhotoFacts, StoreError
from mobile.usecases.edit import Editing
from mobile.usecases.kecamatan import kecamatan
from mobile.usecases.phone import Phone, off_loop
from shared.clock import jam, parse_time, tanggal
from shared.jenis import nama_jenis
from shared.laporan import Foto, Laporan, Lokasi, Sumber
from shared.photos.errors import PhotoError
from shared.protocol import MAX_PHOTOS
from shared.status import PhoneState

ROOM_MB = 50
"""Below this much free space no photo is taken (sentence 50); writing goes on."""


class NoRoom(PhotoError):
    """The phone is nearly full: free some space first (sentence 50)."""

    def __init__(self, free_mb: int) -> None:
        super().__init__(free_mb)
        self.free_mb = free_mb


class EnoughPhotos(PhotoError):
    """The report has its five photos: remove one first."""


async def free_mb(phone: Phone) -> int:
    """Free space in megabytes."""
    return await off_loop(phone.space.free_mb)


async def check_room(phone: Phone, editing: Editing) -> None:
    """Before the camera opens: raises NoRoom or EnoughPhotos."""
    if len(editing.draft.foto) >= MAX_PHOTOS:
        raise EnoughPhotos
    free = await free_mb(phone)
    if free < ROOM_MB:
        raise NoRoom(free)


async def add_photo(
    phone: Phone, editing: Editing, data: bytes, *, from_gallery: bool = False
) -> Foto:
    """Make a photo of what the camera gave; when this returns it is on disk and in the draft.

    Raises PhotoError (its kind tells the sentence) or StoreError; then nothing has changed.
    """
    await check_room(phone, editing)
    foto = await _made(phone, editing.draft, data, from_gallery)
    known = {other.sha256: other for other in editing.draft.foto}
    if foto.sha256 in known:
        return known[foto.sha256]
    if len(editing.draft.foto) >= MAX_PHOTOS:
        raise EnoughPhotos
    editing.change(foto=(*editing.draft.foto, foto))
    return await _confirmed(phone, editing, foto)


async def retake(
    phone: Phone, editing: Editing, sha256: str, data: bytes, *, from_gallery: bool = False
) -> Foto:
    """A new picture in the place of another, with its caption."""
    free = await free_mb(phone)
    if free < ROOM_MB:
        raise NoRoom(free)
    made = await _made(phone, editing.draft, data, from_gallery)
    old = next((foto for foto in editing.draft.foto if foto.sha256 == sha256), None)
    if old is None:
        return await add_photo(phone, editing, data, from_gallery=from_gallery)
    if any(foto.sha256 == made.sha256 != sha256 for foto in editing.draft.foto):
        remove(editing, sha256)  # the same picture twice in one report would be refused
        return await _confirmed(phone, editing, made)
    new = replace(made, keterangan=old.keterangan, sensitif=old.sensitif)
    _replace(editing, sha256, new)
    return await _confirmed(phone, editing, new)


def remove(editing: Editing, sha256: str) -> None:
    """Take a photo out of the draft; the file goes later, when nothing refers to it any more."""
    editing.change(foto=tuple(foto for foto in editing.draft.foto if foto.sha256 != sha256))


def caption(editing: Editing, sha256: str, text: str) -> None:
    """Write under a photo."""
    _update(editing, sha256, keterangan=text)


def mark_sensitif(editing: Editing, sha256: str, sensitif: bool) -> None:
    """Keep a photo out of albums and exports, or let it in again."""
    _update(editing, sha256, sensitif=sensitif)


async def lost_photos(phone: Phone, record: Record) -> list[int]:
    """Which photos of what is shown are gone from this phone and not at the kecamatan either."""
    return await off_loop(find_lost, phone, record)


def find_lost(phone: Phone, record: Record) -> list[int]:
    """The same, for those who are in a thread already."""
    safe = at_kecamatan(record)
    return [
        index
        for index, foto in enumerate(record.photos)
        if foto.sha256 not in safe and not phone.photos.whole(foto.sha256)
    ]


def at_kecamatan(record: Record) -> set[str]:
    """The photos that the kecamatan surely has."""
    shas = {foto.sha256 for foto in record.newer.foto} if record.newer else set[str]()
    if record.sent and record.sent_state in (PhoneState.RECEIVED, PhoneState.TEXT_RECEIVED):
        shas |= {foto.sha256 for foto in record.sent.foto} - set(record.missing)
    elif record.before:
        shas |= {foto.sha256 for foto in record.before.laporan.foto} - set(record.before.missing)
    elif record.from_other_phone and record.sent:
        shas |= {foto.sha256 for foto in record.sent.foto}
    return shas


def strip_lines(
    phone: Phone, laporan: Laporan, gallery: PhotoFacts | None = None
) -> tuple[str, ...]:
    """The two lines below the picture: where and what, when and at which position.

    Of a `gallery` picture only what it says itself: when it was taken is not ours to guess.
    """
    kind = laporan.kejadian.jenis if laporan.kejadian else ""
    what = kind or (nama_jenis(laporan.jenis) if laporan.jenis else teks.KIND[laporan.kind])
    who = phone.identity()
    kec = kecamatan(phone.state).nama
    words = teks.PITA_ATAS if kec else teks.PITA_ATAS_TANPA
    first = words.format(kecamatan=kec, desa=who.desa_nama, apa=what)
    if gallery is None:
        when, place = moment_words(phone.clock.now()), position_words(laporan.lokasi)
    else:
        taken = gallery.diambil
        when = teks.PITA_GALERI_WAKTU.format(waktu=moment_words(parse_time(taken))) if taken else ""
        when, place = when or teks.PITA_GALERI, position_words(gallery.lokasi)
    return first, f"{when} · {place}" if place else when


def moment_words(moment: datetime) -> str:
    """``24 November 2026, 20.41 WITA``"""
    return teks.PITA_WAKTU.format(tanggal=tanggal(moment, weekday=False), jam=jam(moment))


def position_words(lokasi: Lokasi | None) -> str:
    """``-2.18923, 115.61123 (±12 m)``; empty without a position."""
    if lokasi is None:
        return ""
    words = f"{lokasi.lintang:.5f}, {lokasi.bujur:.5f}"
    return f"{words} (±{lokasi.akurasi_m:.0f} m)" if lokasi.akurasi_m else words


async def _made(phone: Phone, laporan: Laporan, data: bytes, from_gallery: bool) -> Foto:
    at = None if from_gallery else phone.now()
    gallery = await off_loop(phone.images.facts, data) if from_gallery else None
    prepared = await phone.images.prepare(data, strip_lines(phone, laporan, gallery))
    stored = await off_loop(phone.photos.keep, prepared)
    here = laporan.lokasi if laporan.lokasi and laporan.lokasi.sumber == Sumber.GPS else None
    return Foto(
        sha256=stored.sha256,
        size=stored.size,
        lebar=stored.lebar,
        tinggi=stored.tinggi,
        diambil=prepared.diambil or at,
        lokasi=prepared.lokasi or (None if from_gallery else here),
    )


async def _confirmed(phone: Phone, editing: Editing, foto: Foto) -> Foto:
    if not await editing.flush():
        raise editing.problem or StoreError(editing.id)
    phone.feed.tell()
    return foto


def _update(editing: Editing, sha256: str, **fields: object) -> None:
    for foto in editing.draft.foto:
        if foto.sha256 == sha256:
            _replace(editing, sha256, replace(foto, **fields))  # pyright: ignore[reportArgumentType]


def _replace(editing: Editing, sha256: str, new: Foto) -> None:
    editing.change(
        foto=tuple(new if foto.sha256 == sha256 else foto for foto in editing.draft.foto)
    )
