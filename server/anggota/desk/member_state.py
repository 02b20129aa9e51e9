"""One member at one window: what is stored, what is being edited, and the NIK while it is shown."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import flet as ft

from server.anggota import nik, roster, teks
from server.anggota.desk.addresses import NEW
from server.anggota.roster import FaultyError, MemberPage, RosterError
from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from shared import erasing
from shared.satlinmas import Anggota, SuratKeputusan

_DAY = re.compile(r"\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*\Z", re.ASCII)
DAYS = ("tanggal_lahir", "mulai", "berakhir")


class MemberState(ft.Observable):
    """What is typed draws nothing anew."""

    def __init__(self, ctx: Context, account: Account, ident: str) -> None:
        self._ctx = ctx
        self._account = account
        self._words: dict[str, str] = {}
        self.ident = ident
        self.page: MemberPage | None = None
        self.missing = False
        self.failed = False
        self.draft: Anggota | None = None
        self.base_versi = 0
        self.faults: dict[str, str] = {}
        self.told = ""
        self.round = 0
        self.nik: str | None = None
        self.nik_editing = False
        self.nik_told = ""

    @property
    def is_new(self) -> bool:
        return self.ident == NEW

    @property
    def erased(self) -> bool:
        return self.page is not None and self.page.line.anggota.nama == erasing.NAMA

    @property
    def editing(self) -> bool:
        return self.draft is not None

    async def show(self, ident: str) -> None:
        """Another member."""
        if ident != self.ident or self.page is None:
            self.ident, self.page, self.draft = ident, None, None
            self.nik, self.told, self.faults = None, "", {}
        if self.is_new:
            if self.draft is None:
                self.edit()
        else:
            await self.load()

    async def load(self) -> None:
        """Read; a form that is open keeps what is typed and the version that it began on."""
        if self.is_new:
            return
        asked = self.ident
        try:
            found = await asyncio.to_thread(roster.member, self._ctx, self._account, asked)
        except StoreError:
            self.failed = True
            return
        if asked == self.ident:
            self.failed, self.missing, self.page = False, found is None, found

    def edit(self) -> None:
        """Open the form."""
        found = self.page.line.anggota if self.page else None
        self.base_versi = found.versi if found else 0
        self.draft = found or Anggota(id="", versi=0, desa="", nama="")
        self._words = {}
        self.faults, self.told = {}, ""
        self.round += 1

    def stop(self) -> None:
        self.draft, self.faults = None, {}

    def value(self, name: str) -> str:
        """What a text field starts with; days as they are typed."""
        if name in self._words:
            return self._words[name]
        draft = self.draft or Anggota(id="", versi=0, desa="", nama="")
        if name.startswith("sk."):
            found = getattr(draft.sk or SuratKeputusan(), name[3:])
        else:
            found = getattr(draft, name)
        if name == "perlengkapan":
            return ", ".join(str(thing) for thing in found)
        return typed(found) if name in DAYS or name == "sk.tanggal" else str(found or "")

    def type(self, name: str, words: str) -> None:
        self._words[name] = words

    def choose(self, **fields: Any) -> None:
        if self.draft is not None:
            self.draft = replace(self.draft, **fields)

    async def save(self) -> str | None:
        """The id when it was taken in."""
        if self.draft is None:
            return None
        try:
            ident = await asyncio.to_thread(
                roster.save, self._ctx, self._account, self._wanted(), self.base_versi
            )
        except FaultyError as error:
            said = teks.AG_SALAH
            self.faults = {gap.field: said.get(gap.code, teks.AG_SALAH_LAIN) for gap in error.gaps}
            self.told = teks.AG_BETULKAN
            return None
        except (StoreError, RosterError):
            self.told = umum.AG_GAGAL
            return None
        self.draft, self.faults, self.told = None, {}, teks.AG_TERSIMPAN
        return ident

    def _wanted(self) -> Anggota:
        draft = self.draft or Anggota(id="", versi=0, desa="", nama="")
        fields: dict[str, Any] = {}
        sk = draft.sk or SuratKeputusan()
        for name, words in self._words.items():
            clean = " ".join(words.split())
            if name.startswith("sk."):
                day = stored(clean) if name == "sk.tanggal" else clean
                sk = replace(sk, **{name[3:]: day})
            elif name in DAYS:
                fields[name] = stored(clean)
            elif name == "perlengkapan":
                fields[name] = tuple(part.strip() for part in clean.split(",") if part.strip())
            else:
                fields[name] = clean
        return replace(draft, **fields, sk=None if sk == SuratKeputusan() else sk)

    # The NIK -----------------------------------------------------------------------------------

    async def show_nik(self) -> None:
        """On request only; the log has it before the screen."""
        self.nik_told = ""
        await self._nik(lambda: nik.show(self._ctx, self._account, self.ident))

    def hide_nik(self) -> None:
        self.nik = None

    def edit_nik(self) -> None:
        self.nik_editing, self.nik_told = True, ""
        self._words.pop("nik", None)

    def leave_nik(self) -> None:
        self.nik_editing = False

    async def save_nik(self) -> None:
        words = self._words.get("nik", "")
        await self._nik(lambda: nik.put(self._ctx, self._account, self.ident, words))
        if not self.nik_told:
            self.nik, self.nik_editing = None, False
            await self.load()

    async def _nik(self, work: Callable[[], str | None]) -> None:
        try:
            self.nik = await asyncio.to_thread(work)
            self.nik_told = ""
        except nik.BadNikError:
            self.nik_told = teks.AG_NIK_SALAH
        except nik.NoKeyError:
            self.nik_told = teks.AG_NIK_KUNCI
        except (nik.NikError, StoreError):
            self.nik_told = umum.AG_GAGAL


def stored(words: str) -> str | None:
    """``14-03-1995`` as it is stored; what is no day goes on as it is and is refused."""
    if not words:
        return None
    found = _DAY.match(words)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat() if found else words
    except ValueError:
        return words


def typed(day: str | None) -> str:
    """A stored day as one writes it."""
    try:
        return f"{date.fromisoformat(day):%d-%m-%Y}" if day else ""
    except ValueError:
        return day or ""
