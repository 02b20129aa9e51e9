"""One member's form as it stands on the screen."""

from __future__ import annotations

from typing import Any

import flet as ft

from mobile import teks
from mobile.ports import StoreError
from mobile.screens.here import Here
from mobile.usecases.roster import DAYS, MemberForm, open_form
from mobile.usecases.sentences import letters, saved
from shared import protocol as p
from shared.checks import letters_at
from shared.checks_anggota import NOT_YET
from shared.protocol import Gap
from shared.satlinmas import Anggota

MORE = ("hp", "pendidikan", "mulai", "kta", "sk.nomor", "sk.tanggal", "sk.pejabat")
"""Fields that stand behind "boleh nanti"."""


class MemberState(ft.Observable):
    """Drawn anew after a choice, never after a key."""

    def __init__(self, place: Here, ident: str) -> None:
        self._place = place
        self._ident = ident
        self._form: MemberForm | None = None
        self.ready = False
        self.more = False
        self.busy = False
        self.faults: dict[str, str] = {}
        self.saved = ""
        self.trouble = ""
        self.drawn = 0
        self.perhaps: tuple[Anggota, ...] = ()
        """Who may be the same person: asked before somebody new is saved."""
        self.sure = False

    @property
    def form(self) -> MemberForm:
        if self._form is None:
            raise ValueError(self._ident)
        return self._form

    @property
    def draft(self) -> Anggota:
        return self.form.draft

    async def load(self) -> None:
        """Once: what is typed since stays."""
        if self._form is None:
            form = await open_form(self._place.phone, self._ident)
            form.told = self._kept
            self._form = form
            self.faults = _faults(form.problems, form.draft)
            self.ready = True

    def typed(self, **fields: Any) -> None:
        """A key: kept, not drawn."""
        self.sure = self.sure and "nama" not in fields
        self.form.change(**fields)

    def typed_sk(self, **fields: Any) -> None:
        self.form.change_sk(**fields)

    def chose(self, **fields: Any) -> None:
        """A tap: kept and drawn."""
        self.form.change(**fields)
        self.drawn += 1

    def left(self, field: str) -> None:
        """The person leaves a field: a fault that was mended goes."""
        self.faults = {name: words for name, words in self.faults.items() if name != field}
        self.drawn += 1

    def show_more(self) -> None:
        self.more = not self.more

    async def save(self) -> None:
        """Simpan: back to the list, or to the first fault."""
        if self.busy or self._form is None:
            return
        self.busy = True
        try:
            self.perhaps = () if self.sure else await self.form.perhaps()
            if self.perhaps:
                return
            gaps = await self.form.save()
        except StoreError as error:
            self.trouble = saved("", error)
            return
        finally:
            self.busy = False
        if gaps:
            self.faults = _faults(gaps, self.form.draft)
            self.more = self.more or any(gap.field in MORE for gap in gaps)
            return
        self._place.say(teks.ANGGOTA_TERSIMPAN.format(nama=self.form.wanted().nama))
        self._place.back()

    async def save_as_another(self) -> None:
        """It is somebody else: saved as somebody new."""
        self.sure = True
        await self.save()

    async def is_known(self) -> None:
        """It is the same person: back to the list, where the member stands already."""
        self._place.say(teks.ANGGOTA_SUDAH_ADA.format(nama=self.perhaps[0].nama))
        await self.discard()

    async def leave(self) -> None:
        """Back: what was written stays."""
        if self._form is not None:
            await self._form.leave()
        self._place.back()

    async def discard(self) -> None:
        await self.form.discard()
        self._place.back()

    def _kept(self) -> None:
        form = self.form
        trouble = saved("", form.trouble) if form.trouble else ""
        line = saved(form.saved_at, None) if form.saved_at else ""
        if (trouble, line) != (self.trouble, self.saved):
            self.trouble, self.saved = trouble, line


_DAY_WORDS = {NOT_YET: "hari_belum", p.OUT_OF_RANGE: "hari_luar"}


def _faults(gaps: tuple[Gap, ...], draft: Anggota) -> dict[str, str]:
    found: dict[str, str] = {}
    for gap in gaps:
        found.setdefault(gap.field, _sentence(gap, draft))
    return found


def _sentence(gap: Gap, draft: Anggota) -> str:
    words = teks.ANGGOTA_SALAH
    if gap.field == "nama" and gap.code == p.REQUIRED:
        return words["nama"]
    if gap.field in DAYS or gap.field == "sk.tanggal":
        return words[_DAY_WORDS.get(gap.code, "hari")]
    if gap.code == p.TOO_LONG:
        return words["panjang"].format(huruf=letters(gap.field, letters_at(draft, gap.field)))
    return words["lain"]
