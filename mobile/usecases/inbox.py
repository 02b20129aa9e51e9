"""The tab Pembinaan: what the kecamatan sent, whether it was read, and what the village answers."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from mobile import teks
from mobile.domain.deed import Deed
from mobile.domain.record import Note, Record
from mobile.ports import READ, PhotoFacts, SyncReason, SyncState
from mobile.usecases.kecamatan import kecamatan
from mobile.usecases.phone import Phone, off_loop
from mobile.usecases.photo import moment_words, position_words
from shared.checks_act import ATTENDANCE, FOLLOW_UP_DONE, INVITATION_REPLY
from shared.clock import parse_time
from shared.codec import decode
from shared.laporan import Foto, Laporan
from shared.pembinaan import Pembinaan, StatusPembinaan, StatusTindakLanjut, TindakLanjut
from shared.protocol import Gap
from shared.status import Status

PEMBINAAN, UMPAN_BALIK, PENGUMUMAN = "pembinaan", "umpan_balik", "pengumuman"
ANNOUNCEMENT = "announcement"
MONTHS_OF_NOTES = 3
"""Older notes stay with their reports."""


@dataclass(frozen=True)
class Task:
    """A follow-up of this village; ``waiting`` while its tick is not at the kecamatan yet."""

    todo: TindakLanjut
    done: bool
    waiting: bool = False
    teks: str = ""
    begun: bool = False
    """Whether its tick is being written and was never sent."""
    problems: tuple[Gap, ...] = ()


@dataclass(frozen=True)
class Item:
    """One card: a pembinaan, the notes on a report, or an announcement."""

    kind: str
    id: str
    judul: str
    teks: str
    waktu: str
    unread: bool
    pembinaan: Pembinaan | None = None
    jawaban: str | None = None
    waiting: bool = False
    problems: tuple[Gap, ...] = ()
    tasks: tuple[Task, ...] = ()
    laporan: Laporan | None = None
    oleh: str = ""
    mended: bool = False
    hadir: tuple[str, ...] = ()
    """Ids of the members ticked on this phone, while the kecamatan does not show them yet."""
    hadir_ditolak: bool = False

    @property
    def is_invitation(self) -> bool:
        """Whether the village is asked to come."""
        return self.pembinaan is not None and self.pembinaan.status == StatusPembinaan.DIRENCANAKAN

    def may_tick_people(self, now: datetime) -> bool:
        """Whether it has begun, so that one can say who is there; not what was called off."""
        one = self.pembinaan
        if one is None or one.mulai is None or one.status == StatusPembinaan.DIBATALKAN:
            return False
        return parse_time(one.mulai) <= now

    @property
    def open_tasks(self) -> tuple[Task, ...]:
        """What is still to be done."""
        return tuple(task for task in self.tasks if not task.done)


async def inbox(phone: Phone) -> tuple[Item, ...]:
    """All cards, what is unread first, then the newest."""
    return await off_loop(_inbox, phone)


async def unread(phone: Phone) -> int:
    """The counter at the tab."""
    return await off_loop(count_unread, phone)


async def item(phone: Phone, ident: str) -> Item | None:
    """One pembinaan or announcement; None when it is not on this phone."""
    found = await off_loop(_messages, phone)
    return next((one for one in found if one.id == ident), None)


async def mark_read(phone: Phone, ident: str) -> None:
    """Remember that it was opened, and tell the kecamatan; quiet when it is known."""
    if await off_loop(_mark_read, phone, ident):
        phone.feed.tell()
        phone.sync.request_sync(SyncReason.TIMER)


async def answer(phone: Phone, ident: str, jawaban: str, words: str = "") -> None:
    """Say "Kami datang" or "Tidak bisa datang"; on disk when this returns. Raises StoreError."""
    data = {"jawaban": jawaban, "teks": words.strip()}
    await _do(phone, INVITATION_REPLY, ident, data)


async def finish(phone: Phone, todo: str, words: str, foto: Iterable[Foto] = ()) -> None:
    """Tick a follow-up off; on disk when this returns. Raises StoreError."""
    await _do(phone, FOLLOW_UP_DONE, todo, {"teks": words.strip()}, tuple(foto))


async def attend(phone: Phone, pembinaan: str, members: Iterable[str]) -> None:
    """Say who of the village's members were there; on disk when this returns. Raises StoreError."""
    await _do(phone, ATTENDANCE, pembinaan, {"anggota": list(members)})


async def keep_photo(phone: Phone, data: bytes) -> Foto:
    """A picture from the gallery, reduced and on disk. Raises PhotoError or StoreError."""
    gallery = await off_loop(phone.images.facts, data)
    prepared = await phone.images.prepare(data, _strip(phone, gallery))
    stored = await off_loop(phone.photos.keep, prepared)
    return Foto(
        sha256=stored.sha256, size=stored.size, lebar=stored.lebar, tinggi=stored.tinggi,
        diambil=prepared.diambil, lokasi=prepared.lokasi,
    )  # fmt: skip


def count_unread(phone: Phone) -> int:
    """The same, for those who are in a thread already."""
    return sum(1 for one in _inbox(phone) if one.unread)


def unread_titles(phone: Phone) -> tuple[str, ...]:
    """What Beranda names: as many as the tab's badge counts."""
    return tuple(one.judul or teks.PB_UMPAN_BALIK for one in _inbox(phone) if one.unread)


async def _do(
    phone: Phone, kind: str, ref: str, data: dict[str, Any], foto: tuple[Foto, ...] = ()
) -> None:
    deed = Deed(str(uuid.uuid4()), kind, ref, phone.now(), data, foto)
    await off_loop(_put, phone, deed)
    phone.feed.tell()
    phone.sync.request_sync(SyncReason.TAP)


def _put(phone: Phone, deed: Deed) -> None:
    """A new answer takes the place of what was begun, is still waiting, or was refused."""
    before = [
        old for old in phone.deeds.all()
        if (old.kind, old.ref) == (deed.kind, deed.ref) and not old.received
    ]  # fmt: skip
    phone.deeds.put(deed)
    for old in before:
        phone.deeds.update(old.id, lambda _: None)


def _inbox(phone: Phone) -> tuple[Item, ...]:
    found = [*_messages(phone), *_notes(phone)]
    return tuple(sorted(found, key=lambda one: (one.unread, one.waktu), reverse=True))


def _messages(phone: Phone) -> list[Item]:
    deeds = phone.deeds.all()
    found: list[Item] = []
    for key, data in phone.state.sync_state().inbox.items():
        kind = key.partition("/")[0]
        try:
            if kind == PEMBINAAN:
                found.append(_pembinaan(data, deeds))
            elif kind == ANNOUNCEMENT:
                found.append(_announcement(data))
        except (TypeError, ValueError, KeyError, AttributeError):
            continue  # a message that this version cannot read; a newer one will
    return found


def _pembinaan(data: dict[str, Any], deeds: list[Deed]) -> Item:
    one = decode(Pembinaan, data)
    reply = _newest(deeds, INVITATION_REPLY, one.id)
    there = _newest(deeds, ATTENDANCE, one.id)
    jawaban = reply.data.get("jawaban") if reply and not reply.problems else data.get("jawaban")
    return Item(
        PEMBINAAN,
        one.id,
        one.judul,
        one.hasil or one.materi,
        one.mulai or "",
        data.get(READ) != one.versi,
        pembinaan=one,
        jawaban=jawaban,
        waiting=reply is not None and not reply.problems,
        problems=reply.problems if reply else (),
        tasks=tuple(_task(todo, deeds) for todo in one.tindak_lanjut),
        hadir=tuple(there.data.get("anggota", ())) if there and not there.problems else (),
        hadir_ditolak=bool(there and there.problems),
    )


def _task(todo: TindakLanjut, deeds: list[Deed]) -> Task:
    done = todo.status == StatusTindakLanjut.SELESAI
    tick = _newest(deeds, FOLLOW_UP_DONE, todo.id)
    if done or tick is None:
        begun = any(
            deed.draft and (deed.kind, deed.ref) == (FOLLOW_UP_DONE, todo.id) for deed in deeds
        )
        return Task(todo, done, begun=begun and not done)
    words = str(tick.data.get("teks", ""))
    if tick.problems:
        return Task(todo, False, teks=words, problems=tick.problems)
    return Task(todo, True, waiting=True, teks=words)


def _newest(deeds: list[Deed], kind: str, ref: str) -> Deed | None:
    done = (deed for deed in reversed(deeds) if not deed.draft)
    return next((deed for deed in done if (deed.kind, deed.ref) == (kind, ref)), None)


def _announcement(data: dict[str, Any]) -> Item:
    return Item(
        PENGUMUMAN,
        str(data["id"]),
        str(data["judul"]),
        str(data["teks"]),
        str(data.get("waktu") or ""),
        data.get(READ) is None,
        oleh=str(data.get("oleh") or ""),
    )


def _notes(phone: Phone) -> list[Item]:
    records = phone.laporan.open_records()
    for month in phone.laporan.months()[:MONTHS_OF_NOTES]:
        records += phone.laporan.history(month)
    return [_feedback(record) for record in records if record.notes]


def _feedback(record: Record) -> Item:
    last: Note = max(record.notes, key=lambda note: parse_time(note.waktu))
    fresh = [note for note in record.notes if note.versi == last.versi]
    return Item(
        UMPAN_BALIK,
        record.id,
        "",
        " ".join(note.text for note in fresh),
        last.waktu,
        any(not note.read for note in record.notes),
        laporan=record.current,
        oleh=last.oleh,
        mended=record.status != Status.PERLU_PERBAIKAN,
    )


def _mark_read(phone: Phone, ident: str) -> bool:
    known = phone.state.sync_state().inbox
    keys = [f"{kind}/{ident}" for kind in (PEMBINAAN, ANNOUNCEMENT)]
    key = next((one for one in keys if one in known), None)
    if key is None or known[key].get(READ) == _versi(known[key]):
        return False

    def marked(state: SyncState) -> SyncState:
        data = {**state.inbox[key], READ: _versi(state.inbox[key])}
        marks = tuple(dict.fromkeys((*state.read_marks, ident)))
        return replace(state, inbox={**state.inbox, key: data}, read_marks=marks)

    phone.state.update_sync(marked)
    return True


def _versi(data: dict[str, Any]) -> int:
    return int(data.get("versi") or 1)


def _strip(phone: Phone, gallery: PhotoFacts) -> tuple[str, str]:
    who = phone.identity()
    kec = kecamatan(phone.state).nama
    words = teks.PITA_ATAS if kec else teks.PITA_ATAS_TANPA
    first = words.format(kecamatan=kec, desa=who.desa_nama, apa=teks.TINDAK_LANJUT)
    taken = gallery.diambil
    when = teks.PITA_GALERI
    if taken:
        when = teks.PITA_GALERI_WAKTU.format(waktu=moment_words(parse_time(taken)))
    place = position_words(gallery.lokasi)
    return first, f"{when} · {place}" if place else when
