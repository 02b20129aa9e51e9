"""One coaching as it is written on one screen: every keystroke is stored a moment later."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial
from itertools import chain
from typing import Any, ClassVar

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.desk import teks as teks_desk
from server.desk.reading import Reading, Refusals, Told
from server.pembinaan import certificates, pembinaan, pembinaan_photos, teks
from server.pembinaan.pembinaan import Person
from server.pembinaan.pembinaan_checks import (
    BadValueError,
    MoreThereError,
    NotReadyError,
    PembinaanError,
)
from server.pembinaan.pembinaan_photos import PhotoRefusedError
from server.pembinaan.pembinaan_reading import Member, Record, Todo, record
from shared.clock import WITA
from shared.names import split_names
from shared.photos.picture_file import is_cut

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


class RecordState(Reading[str, Record]):
    """One coaching: what is typed is stored, and the deeds are carried out."""

    refusals: ClassVar[Refusals] = {
        BadValueError: teks_desk.AKSI_GAGAL,
        MoreThereError: teks.PB_KELUARKAN_LEBIH,
        PembinaanError: teks.PB_TIDAK_ADA,
        PhotoRefusedError: teks.PB_FOTO_DITOLAK,
        certificates.NoFormatError: teks.SURAT_NOMOR_TANPA_BENTUK,
        certificates.BadNumberError: teks.SURAT_NOMOR_DITOLAK,
    }
    saved_at: datetime | None = None
    unsaved = False
    words = ""
    """What stands in the search for members."""
    todo: TodoDraft | None = None
    name_number = 0
    """Grows when the field for a free name must be empty again."""
    leaving_out: str | None = None
    """The village of which is asked whether it is to be left out."""
    numbering = False
    """Whether the numbers of the certificates stand open."""

    def __init__(self, ctx: Context, account: Account, asked: str) -> None:
        super().__init__(ctx, account, asked)
        self._writing: dict[str, Any] = {}
        self._numbers: dict[str, tuple[str, str]] = {}

    @property
    def numbers(self) -> dict[str, tuple[str, str]]:
        """Numbers of certificates that are being typed: with what each began, and the words."""
        return self._numbers

    def read(self, asked: str) -> Record | None:
        return record(self.ctx, self.account, asked)

    def moved(self, _: str) -> None:
        self.found, self.missing, self.todo, self.leaving_out = None, False, None, None

    # --- Writing ------------------------------------------------------------------------------

    async def type(self, name: str, value: Any) -> None:
        """Store it once the typing rests."""
        self._writing[name] = value
        self.unsaved = True
        await asyncio.sleep(PAUSE_S)
        if self._writing.get(name) == value:
            await self.flush()

    async def flush(self) -> None:
        """Store what has been typed; what cannot be stored now stays and is tried again."""
        while self._writing:
            fields = dict(self._writing)
            done, why = await self.attempt(partial(pembinaan.save, **fields), self.asked)
            if not done and isinstance(why, StoreError):
                self.tell(teks.PB_BELUM_TERSIMPAN, well=False)
                await asyncio.sleep(AGAIN_S)
                continue
            self._writing = {k: v for k, v in self._writing.items() if fields.get(k) != v}
            if not done:
                return
            self.saved_at = self.ctx.clock.now()
        self.unsaved = False
        self.take_back(teks.PB_BELUM_TERSIMPAN)
        await self.load()

    async def put(self, **fields: Any) -> None:
        """A choice: stored at once."""
        self._writing.update(fields)
        await self.flush()

    async def put_day(self, day: date) -> None:
        """Another day, at the same hours."""
        shown = self.found
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
        shown = self.found
        if shown is None or shown.mulai is None:
            return
        end = datetime.combine(day, _hour(shown.selesai) or time(12), WITA)
        await self.put(selesai=max(end, shown.mulai))

    async def put_hour(self, hour: time | None, *, last: bool) -> None:
        """Another hour, on the same day."""
        shown = self.found
        if shown is None or shown.mulai is None:
            return
        begin = shown.mulai.astimezone(WITA)
        if not last:
            await self.put(mulai=datetime.combine(begin.date(), hour or NINE, WITA))
            return
        day = (shown.selesai or shown.mulai).astimezone(WITA).date()
        await self.put(selesai=datetime.combine(day, hour, WITA) if hour else None)

    # --- Deeds --------------------------------------------------------------------------------

    async def invite(self, desa: Iterable[str]) -> None:
        await self._do(pembinaan.invite, desa)

    async def ask_to_leave_out(self, desa: str | None) -> None:
        """At once where nothing goes along; else the person is asked."""
        if desa and self.found and not any(self.found.of(desa)):
            await self.leave_out(desa)
            return
        self.leaving_out = desa

    async def leave_out(self, desa: str) -> None:
        """What was not on the screen is shown first, and asked about."""
        seen = self.found.of(desa) if self.found else ()
        done = await self._do(pembinaan.leave_out, desa, tuple(chain(*seen)))
        self.leaving_out = None if done else desa
        if not done:
            await self.load()

    async def tick(self, member: Member, *, present: bool) -> None:
        shown = self.found
        if shown is None:
            return
        if present:
            await self._do(pembinaan.tick, [_person(member)])
        else:
            gone = [p.id for p in shown.people if p.anggota == member.id]
            await self._do(pembinaan.untick, gone)

    async def tick_all(self, desa: str) -> None:
        shown = self.found
        if shown is not None:
            mine = [_person(m) for m in shown.members if m.desa == desa]
            await self._do(pembinaan.tick, mine)

    async def add_name(self, desa: str, nama: str) -> None:
        """Somebody who is on no roster, or several."""
        people = [Person(desa, one) for one in split_names(nama)]
        if people and await self._do(pembinaan.tick, people):
            self.name_number += 1

    async def drop_person(self, ident: str) -> None:
        await self._do(pembinaan.untick, [ident])

    async def keep_todo(self) -> None:
        """What stands in the little form, which stays until it is stored."""
        draft = self.todo
        if draft is None or not draft.teks.strip() or not draft.desa:
            return
        put = partial(
            pembinaan.put_todo, teks=draft.teks, desa=draft.desa, tenggat=draft.tenggat,
            instead=draft.instead,
        )  # fmt: skip
        await self._do(put, then=lambda _: self.edit_todo(None))

    async def drop_todo(self, todos: tuple[str, ...]) -> None:
        await self._do(pembinaan.drop_todo, todos, then=lambda _: self.edit_todo(None))

    async def finish_todo(self, todos: tuple[str, ...], *, done: bool) -> None:
        await self._do(partial(pembinaan.finish_todo, todos=todos, done=done))

    async def unlink(self, laporan: str) -> None:
        await self._do(pembinaan.unlink, laporan)

    async def link(self, resi: str) -> None:
        """A report that led to it, by its receipt."""
        unknown = teks.PB_LAPORAN_TIDAK_ADA.format(resi=resi.strip())
        await self._do(pembinaan.link_resi, resi, refusals={BadValueError: unknown})

    async def add_photo(self, _name: str, data: bytes) -> None:
        if await self._do(pembinaan_photos.add, data) and is_cut(data):
            self.told = Told(teks_desk.FOTO_TERPOTONG, "wait")

    async def drop_photo(self, sha256: str) -> None:
        await self._do(pembinaan_photos.remove, sha256)

    async def send(self) -> None:
        """To its villages; what lacks is said."""
        await self.flush()
        if not self.unsaved:
            await self._do(pembinaan.send, well=_sent, refusals={NotReadyError: _lacking})

    async def call_off(self) -> None:
        await self._do(pembinaan.call_off)

    async def fill_numbers(self) -> None:
        """The next numbers for all who have none."""
        await self._do(certificates.fill, well=_filled)

    async def put_number(self, peserta: str, number: str) -> None:
        """A number written by hand."""
        await self._do(certificates.put, peserta, number)

    def show_numbers(self) -> None:
        self.numbering = not self.numbering

    def edit_todo(self, draft: TodoDraft | None) -> None:
        self.todo = draft

    def type_todo(self, words: str) -> None:
        if self.todo is not None:
            self.todo = replace(self.todo, teks=words)

    def turn_village(self, kode: str) -> None:
        """One more village, or one less."""
        if self.todo is not None:
            self.todo = replace(self.todo, desa=self.todo.desa ^ {kode})

    def put_deadline(self, day: date) -> None:
        if self.todo is not None:
            self.todo = replace(self.todo, tenggat=day)

    def search(self, words: str) -> None:
        self.words = words

    async def _do(self, deed: Callable[..., Any], *args: Any, **how: Any) -> bool:
        done = await self.act(deed, self.asked, *args, **how)
        if done:
            self.saved_at = self.ctx.clock.now()
        return done


def _sent(count: int) -> str:
    return teks.PB_TERKIRIM.format(n=count)


def _filled(count: int) -> str:
    return teks.SURAT_NOMOR_TERISI.format(n=count)


def _lacking(error: NotReadyError) -> str:
    lacks = ", ".join(teks.PB_KURANG_ISIAN[name] for name in error.lacks)
    return teks.PB_KURANG.format(isian=lacks)


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
