"""The village's members on the phone: the list, the form that saves itself, what is sent."""

from __future__ import annotations

import asyncio
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from mobile.domain.member import Member, edited
from mobile.ports import StoreError, SyncReason
from mobile.usecases.phone import Phone, off_loop
from shared.checks_anggota import anggota_gaps, day_gaps
from shared.clock import WITA
from shared.codec import encode
from shared.names import perhaps_same
from shared.protocol import Gap
from shared.satlinmas import MIN_MEMBERS, Anggota, SuratKeputusan, notices, years_since

DAYS = ("tanggal_lahir", "mulai", "berakhir")
_TYPED = re.compile(r"\s*(\d{1,2})\s*[-/. ]?\s*(\d{1,2})\s*[-/. ]?\s*(\d{4})\s*\Z", re.ASCII)


@dataclass(frozen=True)
class MemberRow:
    """One line of the list; a draft is a form that somebody has begun and not saved."""

    id: str
    anggota: Anggota
    notices: tuple[tuple[str, int], ...] = ()
    waiting: bool = False
    refused: bool = False
    draft: bool = False


@dataclass(frozen=True)
class Roster:
    """The tab Desa."""

    desa: str
    rows: tuple[MemberRow, ...]
    active: int

    @property
    def enough(self) -> bool:
        return self.active >= MIN_MEMBERS

    def regu(self) -> dict[str, int]:
        """How many active ones each squad has, the largest first."""
        counts: dict[str, int] = {}
        for row in self.rows:
            if row.anggota.regu and row.anggota.status == "aktif":
                counts[row.anggota.regu] = counts.get(row.anggota.regu, 0) + 1
        return dict(sorted(counts.items(), key=lambda pair: -pair[1]))


async def roster(phone: Phone) -> Roster:
    """All members of the own village; raises NotActivated."""
    return await off_loop(_roster, phone)


async def active_members(phone: Phone) -> tuple[Anggota, ...]:
    """Who can be on duty, leaders first."""
    members = await off_loop(phone.roster.members)
    found = [member.shown for member in members if member.shown.status == "aktif"]
    return tuple(sorted(found, key=_rank))


def iso(text: str | None) -> str | None:
    """``14-03-1995`` as it is stored; None when empty; what is no day comes back as it is."""
    if not text or not text.strip():
        return None
    found = _TYPED.match(text)
    if found is None:
        return text.strip()
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
    except ValueError:
        return text.strip()


def typed(text: str | None) -> str:
    """A stored day as one writes it: ``14-03-1995``."""
    try:
        return f"{date.fromisoformat(text):%d-%m-%Y}" if text else ""
    except ValueError:
        return text or ""


def age(phone: Phone, anggota: Anggota) -> int | None:
    """Whole years, as far as the day of birth can be read."""
    try:
        return years_since(iso(anggota.tanggal_lahir), _today(phone))
    except ValueError:
        return None


class MemberForm:
    """One open form: every change goes to disk by itself, and to the kecamatan at `save`."""

    def __init__(self, phone: Phone, draft: Anggota, *, new: bool) -> None:
        self._phone = phone
        self._draft = draft
        self._lock = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None
        self._over = False
        self.new = new
        self.problems: tuple[Gap, ...] = ()
        self.saved_at = ""
        self.trouble: StoreError | None = None
        self.told: Callable[[], None] = lambda: None

    @property
    def draft(self) -> Anggota:
        """The record as the person sees it; days as they are typed."""
        return self._draft

    def change(self, **fields: Any) -> None:
        """Fields were entered."""
        after = replace(self._draft, **fields)
        if after == self._draft:
            return
        self._draft = after
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._work())

    def change_sk(self, **fields: Any) -> None:
        """The same for the decree."""
        self.change(sk=replace(self._draft.sk or SuratKeputusan(), **fields))

    async def save(self) -> tuple[Gap, ...]:
        """Into the roster and on its way; the gaps when something stands against it.

        Raises StoreError, and then nothing has changed.
        """
        wanted = self.wanted()
        found = tuple(_gaps(self._phone, wanted))
        if found:
            return found
        async with self._lock:
            await off_loop(self._phone.roster.update, wanted.id, lambda m: edited(m, wanted))
            self._over = True
            await off_loop(self._phone.roster.drop_draft, wanted.id)
        self._phone.feed.tell()
        self._phone.sync.request_sync(SyncReason.TIMER)
        return ()

    async def perhaps(self) -> tuple[Anggota, ...]:
        """Members who may be the same person as somebody new; nobody decides that but a person."""
        if not self.new:
            return ()
        nama = self._draft.nama
        members = await off_loop(self._phone.roster.members)
        return tuple(m.shown for m in members if perhaps_same(m.shown.nama, nama))

    def wanted(self) -> Anggota:
        """The record that would be saved."""
        draft = self._draft
        sk = draft.sk
        if sk is not None:
            sk = replace(sk, tanggal=iso(sk.tanggal))
            sk = None if sk == SuratKeputusan() else sk
        words = {name: iso(getattr(draft, name)) for name in DAYS}
        nama = " ".join(draft.nama.split())
        return replace(draft, **words, nama=nama, sk=sk, diubah=self._phone.now())

    async def leave(self) -> None:
        """The form is left; what was written stays as a draft."""
        if self._task is not None and not self._over:
            await self._keep()
            self._phone.feed.tell()

    async def discard(self) -> None:
        """The person throws away what was written."""
        async with self._lock:
            self._over = True
            await off_loop(self._phone.roster.drop_draft, self._draft.id)
        self._phone.feed.tell()

    async def _work(self) -> None:
        kept: Anggota | None = None
        while kept != self._draft and not self._over:
            kept = self._draft
            if not await self._keep():
                return

    async def _keep(self) -> bool:
        async with self._lock:
            if self._over:
                return True
            try:
                await off_loop(self._phone.roster.put_draft, self._draft)
            except StoreError as error:
                self.trouble = error
                self.told()
                return False
        self.trouble, self.saved_at = None, self._phone.now()
        self.told()
        return True


async def open_form(phone: Phone, ident: str) -> MemberForm:
    """The form of a member, of a draft, or of somebody new under this id."""
    drafts = await off_loop(phone.roster.drafts)
    member = await off_loop(phone.roster.get, ident)
    form = MemberForm(phone, drafts.get(ident) or _begun(phone, ident, member), new=member is None)
    if member is not None:
        form.problems = member.problems
    return form


def new_id() -> str:
    """For somebody who is not in the roster yet."""
    return str(uuid.uuid4())


def _begun(phone: Phone, ident: str, member: Member | None) -> Anggota:
    if member is None:
        return Anggota(id=ident, versi=0, desa=phone.identity().desa_kode, nama="")
    shown = member.shown
    days = {name: typed(getattr(shown, name)) for name in DAYS}
    sk = replace(shown.sk, tanggal=typed(shown.sk.tanggal)) if shown.sk else None
    return replace(shown, **days, sk=sk)


def _gaps(phone: Phone, wanted: Anggota) -> list[Gap]:
    message = {**encode(wanted), "versi": max(1, wanted.versi)}
    return anggota_gaps(message) + day_gaps(message, _today(phone))


def _roster(phone: Phone) -> Roster:
    who, today = phone.identity(), _today(phone)
    drafts = phone.roster.drafts()
    rows = [
        MemberRow(
            m.id, m.shown, tuple(notices(m.shown, today)), m.waiting, bool(m.problems),
            m.id in drafts,
        )
        for m in phone.roster.members()
    ]  # fmt: skip
    known = {row.id for row in rows}
    new = [MemberRow(d.id, d, draft=True) for d in drafts.values() if d.id not in known]
    rows.sort(key=lambda row: _rank(row.anggota))
    active = sum(row.anggota.status == "aktif" for row in rows)
    return Roster(who.desa_nama, (*new, *rows), active)


_OFFICES = ("kepala_satlinmas", "kepala_pelaksana", "komandan_regu")


def _rank(one: Anggota) -> tuple[bool, int, str]:
    office = _OFFICES.index(one.jabatan) if one.jabatan in _OFFICES else len(_OFFICES)
    return one.status != "aktif", office, one.nama.casefold()


def _today(phone: Phone) -> date:
    return phone.clock.now().astimezone(WITA).date()
