"""One member at one window: what is stored, what is being edited, and the NIK while it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, ClassVar

from server.anggota import nik, roster, teks
from server.anggota.desk.addresses import NEW
from server.anggota.roster import FaultyError, MemberPage, PerhapsSameError
from server.core.context import Context
from server.core.sessions import Account
from server.desk.reading import Reading, Refusals
from shared import erasing
from shared.satlinmas import Anggota, SuratKeputusan

_DAY = re.compile(r"\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*\Z", re.ASCII)
DAYS = ("tanggal_lahir", "mulai", "berakhir")


_REFUSALS: Refusals = {
    nik.BadNikError: teks.AG_NIK_SALAH,
    nik.NoKeyError: teks.AG_NIK_KUNCI,
}


class MemberState(Reading[str, MemberPage]):
    """One member, and the form; what is typed draws nothing anew."""

    refusals: ClassVar[Refusals] = _REFUSALS
    draft: Anggota | None = None
    base_versi = 0
    faults: dict[str, str] | None = None
    nik: str | None = None
    nik_editing = False
    perhaps: tuple[Anggota, ...] = ()
    """Who may be the same person as the new one: asked before it is saved."""
    sure = False

    def __init__(self, ctx: Context, account: Account, asked: str) -> None:
        super().__init__(ctx, account, asked)
        self._words: dict[str, str] = {}

    @property
    def is_new(self) -> bool:
        return self.asked == NEW

    @property
    def erased(self) -> bool:
        return self.found is not None and self.found.line.anggota.nama == erasing.NAMA

    @property
    def editing(self) -> bool:
        return self.draft is not None

    @property
    def reads(self) -> bool:
        return not self.is_new

    def read(self, asked: str) -> MemberPage | None:
        return roster.member(self.ctx, self.account, asked)

    def take(self, found: MemberPage | None) -> None:
        """A form that is open keeps what is typed and the version that it began on."""
        super().take(found)
        if self.is_new and self.draft is None:
            self.edit()

    def moved(self, _: str) -> None:
        self.found, self.draft, self.nik, self.faults = None, None, None, None

    def edit(self) -> None:
        """Open the form."""
        found = self.found.line.anggota if self.found else None
        self.base_versi = found.versi if found else 0
        self.draft = found or Anggota(id="", versi=0, desa="", nama="")
        self._words = {}
        self.faults, self.told = None, None
        self.perhaps, self.sure = (), False
        self.round += 1

    def stop(self) -> None:
        self.draft, self.faults = None, None

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
        if name == "nama":
            self.sure = False

    def choose(self, **fields: Any) -> None:
        if self.draft is not None:
            self.draft = replace(self.draft, **fields)

    async def save(self, saved: Callable[[str], None]) -> None:
        """``saved`` hears the id when it was taken in."""

        def done(ident: str) -> None:
            self.draft, self.faults, self.perhaps = None, None, ()
            saved(ident)

        if self.draft is not None:
            await self.act(
                partial(roster.save, sure=self.sure), self._wanted(), self.base_versi,
                well=teks.AG_TERSIMPAN, then=done,
                refusals={FaultyError: self._name_faults, PerhapsSameError: self._ask},
            )  # fmt: skip

    async def save_as_another(self, saved: Callable[[str], None]) -> None:
        """Whoever it may be, this is somebody else."""
        self.sure = True
        await self.save(saved)

    def _ask(self, error: PerhapsSameError) -> str:
        self.perhaps = error.people
        return teks.AG_MUNGKIN

    def _name_faults(self, error: FaultyError) -> str:
        said = teks.AG_SALAH
        self.faults = {gap.field: said.get(gap.code, teks.AG_SALAH_LAIN) for gap in error.gaps}
        return teks.AG_BETULKAN

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
        await self.act(nik.show, self.asked, then=self._nik_is)

    def _nik_is(self, shown: str | None) -> None:
        self.nik = shown

    def hide_nik(self) -> None:
        self.nik = None

    def edit_nik(self) -> None:
        self.nik_editing, self.told = True, None
        self._words.pop("nik", None)

    def leave_nik(self) -> None:
        self.nik_editing = False

    async def save_nik(self) -> None:
        words = self._words.get("nik", "")
        await self.act(nik.put, self.asked, words, well=teks.AG_TERSIMPAN, then=self._nik_kept)

    def _nik_kept(self, _: object) -> None:
        self.nik, self.nik_editing = None, False


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
