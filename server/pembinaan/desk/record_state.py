"""One coaching as it is written on one screen: every keystroke is stored a moment later."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import partial
from typing import Any

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.pembinaan import certificates, pembinaan, pembinaan_photos, teks
from server.pembinaan.pembinaan import BadValueError, NotReadyError, Person
from server.pembinaan.pembinaan_photos import PhotoRefusedError
from server.pembinaan.pembinaan_reading import Member, Record, Todo, record
from shared.clock import WITA
from shared.names import split_names

PAUSE_S = 0.6
AGAIN_S = 3.0
NINE = time(9)


@dataclass(frozen=True)
class TodoDraft:
    """A follow-up that is being written; ``instead`` are those of the villages it replaces."""

    teks: str = ""
    tenggat: date | None = None
    desa: frozenset[str] = frozenset()
    instead: tuple[str, ...] = ()


@ft.observable
@dataclass
class RecordState:
    """Reads one coaching, writes what is typed, and carries the deeds out."""

    ctx: Context
    account: Account
    ident: str
    record: Record | None = None
    missing: bool = False
    failed: bool = False
    saved_at: datetime | None = None
    unsaved: bool = False
    words: str = ""
    """What stands in the search for members."""
    told: str = ""
    """One sentence on what a deed came to."""
    told_well: bool = True
    todo: TodoDraft | None = None
    name_number: int = 0
    """Grows when the field for a free name must be empty again."""
    typed: dict[str, Any] = field(default_factory=dict)
    numbering: bool = False
    """Whether the numbers of the certificates stand open."""

    async def show(self, ident: str) -> None:
        if ident != self.ident:
            self.record, self.missing, self.told, self.todo = None, False, "", None
        self.ident = ident
        await self.load()

    async def load(self) -> None:
        asked = self.ident
        try:
            found = await asyncio.to_thread(record, self.ctx, self.account, asked)
        except StoreError:
            self.failed = True
            return
        if asked == self.ident:
            self.failed, self.missing, self.record = False, found is None, found

    # --- Writing ------------------------------------------------------------------------------

    async def type(self, name: str, value: Any) -> None:
        """Store it once the typing rests."""
        self.typed[name] = value
        self.unsaved = True
        await asyncio.sleep(PAUSE_S)
        if self.typed.get(name) == value:
            await self.flush()

    async def flush(self) -> None:
        """Store what has been typed; what cannot be stored now stays and is tried again."""
        while self.typed:
            fields = dict(self.typed)
            try:
                await asyncio.to_thread(
                    partial(pembinaan.save, self.ctx, self.account, self.ident, **fields)
                )
            except StoreError:
                self._tell(teks.PB_BELUM_TERSIMPAN, well=False)
                await asyncio.sleep(AGAIN_S)
                continue
            self.typed = {k: v for k, v in self.typed.items() if fields.get(k) != v}
            self.saved_at = self.ctx.clock.now()
        self.unsaved = False
        if self.told == teks.PB_BELUM_TERSIMPAN:
            self.told = ""
        await self.load()

    async def put(self, **fields: Any) -> None:
        """A choice: stored at once."""
        self.typed.update(fields)
        await self.flush()

    async def put_day(self, day: date) -> None:
        """Another day, at the same hours."""
        shown = self.record
        if shown is None:
            return
        begin = datetime.combine(day, _hour(shown.mulai) or NINE, WITA)
        end = _hour(shown.selesai)
        last = None
        if shown.selesai and shown.mulai and end is not None:
            span = shown.selesai.astimezone(WITA).date() - shown.mulai.astimezone(WITA).date()
            last = datetime.combine(day + span, end, WITA)
        await self.put(mulai=begin, selesai=last)

    async def put_last_day(self, day: date) -> None:
        """It goes on until that day."""
        shown = self.record
        if shown is None or shown.mulai is None:
            return
        end = datetime.combine(day, _hour(shown.selesai) or time(12), WITA)
        await self.put(selesai=max(end, shown.mulai))

    async def put_hour(self, hour: time | None, *, last: bool) -> None:
        """Another hour, on the same day."""
        shown = self.record
        if shown is None or shown.mulai is None:
            return
        begin = shown.mulai.astimezone(WITA)
        if not last:
            await self.put(mulai=datetime.combine(begin.date(), hour or NINE, WITA))
            return
        day = (shown.selesai or shown.mulai).astimezone(WITA).date()
        await self.put(selesai=datetime.combine(day, hour, WITA) if hour else None)

    # --- Deeds --------------------------------------------------------------------------------

    async def invite(self, desa: set[str]) -> None:
        await self._do(pembinaan.invite, desa)

    async def tick(self, member: Member, *, present: bool) -> None:
        shown = self.record
        if shown is None:
            return
        if present:
            await self._do(pembinaan.tick, [_person(member)])
        else:
            gone = [p.id for p in shown.people if p.anggota == member.id]
            await self._do(pembinaan.untick, gone)

    async def tick_all(self, desa: str) -> None:
        shown = self.record
        if shown is not None:
            mine = [_person(m) for m in shown.members if m.desa == desa]
            await self._do(pembinaan.tick, mine)

    async def add_name(self, desa: str, nama: str) -> None:
        """Somebody who is on no roster, or several."""
        people = [Person(desa, one) for one in split_names(nama)]
        if people:
            await self._do(pembinaan.tick, people)
            self.name_number += 1

    async def drop_person(self, ident: str) -> None:
        await self._do(pembinaan.untick, [ident])

    async def keep_todo(self) -> None:
        """What stands in the little form."""
        draft = self.todo
        if draft is None or not draft.teks.strip() or not draft.desa:
            return
        self.todo = None
        await self._do(
            partial(
                pembinaan.put_todo, teks=draft.teks, desa=draft.desa, tenggat=draft.tenggat,
                instead=draft.instead,
            )
        )  # fmt: skip

    async def drop_todo(self, todos: tuple[str, ...]) -> None:
        self.todo = None
        await self._do(pembinaan.drop_todo, todos)

    async def finish_todo(self, todos: tuple[str, ...], *, done: bool) -> None:
        await self._do(partial(pembinaan.finish_todo, todos=todos, done=done))

    async def unlink(self, laporan: str) -> None:
        await self._do(pembinaan.unlink, laporan)

    async def link(self, resi: str) -> None:
        """A report that led to it, by its receipt."""
        self.told = ""
        try:
            await self._do(pembinaan.link_resi, resi)
        except BadValueError:
            self._tell(teks.PB_LAPORAN_TIDAK_ADA.format(resi=resi.strip()), well=False)

    async def add_photo(self, data: bytes) -> None:
        try:
            await self._do(pembinaan_photos.add, data)
        except PhotoRefusedError:
            self._tell(teks.PB_FOTO_DITOLAK, well=False)

    async def drop_photo(self, sha256: str) -> None:
        await self._do(pembinaan_photos.remove, sha256)

    async def send(self) -> None:
        """To its villages; what lacks is said."""
        await self.flush()
        try:
            count = await asyncio.to_thread(pembinaan.send, self.ctx, self.account, self.ident)
        except NotReadyError as error:
            lacks = ", ".join(teks.PB_KURANG_ISIAN[name] for name in error.lacks)
            self._tell(teks.PB_KURANG.format(isian=lacks), well=False)
            return
        self._tell(teks.PB_TERKIRIM.format(n=count), well=True)
        await self._stored()

    async def call_off(self) -> None:
        await self._do(pembinaan.call_off)

    async def fill_numbers(self) -> None:
        """The next numbers for all who have none."""
        try:
            given = await asyncio.to_thread(certificates.fill, self.ctx, self.account, self.ident)
        except certificates.NoFormatError:
            self._tell(teks.SURAT_NOMOR_TANPA_BENTUK, well=False)
            return
        self._tell(teks.SURAT_NOMOR_TERISI.format(n=given), well=True)
        await self.load()

    async def put_number(self, peserta: str, number: str) -> None:
        """A number written by hand."""
        try:
            await asyncio.to_thread(
                certificates.put, self.ctx, self.account, self.ident, peserta, number
            )
        except certificates.BadNumberError:
            self._tell(teks.SURAT_NOMOR_DITOLAK, well=False)
        await self.load()

    def show_numbers(self) -> None:
        self.numbering = not self.numbering

    def edit_todo(self, draft: TodoDraft | None) -> None:
        self.todo = draft

    def type_todo(self, words: str) -> None:
        if self.todo is not None:
            self.todo = replace(self.todo, teks=words)

    def put_deadline(self, day: date) -> None:
        if self.todo is not None:
            self.todo = replace(self.todo, tenggat=day)

    def search(self, words: str) -> None:
        self.words = words

    async def _do(self, deed: Callable[..., Any], *args: Any) -> None:
        await asyncio.to_thread(deed, self.ctx, self.account, self.ident, *args)
        await self._stored()

    async def _stored(self) -> None:
        self.saved_at = self.ctx.clock.now()
        await self.load()

    def _tell(self, words: str, *, well: bool) -> None:
        self.told, self.told_well = words, well


def _person(member: Member) -> Person:
    return Person(member.desa, member.nama, member.id, member.jabatan)


def _hour(moment: datetime | None) -> time | None:
    return moment.astimezone(WITA).time() if moment else None


def grouped(todos: tuple[Todo, ...]) -> list[tuple[Todo, ...]]:
    """The same follow-up of several villages is shown as one."""
    groups: dict[tuple[str, str | None], list[Todo]] = {}
    for todo in todos:
        groups.setdefault((todo.teks, todo.tenggat), []).append(todo)
    return [tuple(group) for group in groups.values()]
