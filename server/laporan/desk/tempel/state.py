"""A pasted text, what was read out of it, and the form that somebody checks."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.laporan import desk_laporan, teks
from server.laporan.desk_laporan import Alike, FaultyError, Saved
from server.laporan.wa_paste import form
from server.laporan.wa_paste.parse import Pasted
from shared.laporan import Kind


@dataclass
class Draft:
    """One report of the text: what was read, what stands in its fields, and its receipt."""

    pasted: Pasted
    form: form.Form
    saved: Saved | None = None


class Typed:
    """What stands in the fields; writing here draws nothing anew."""

    def __init__(self) -> None:
        self.text = ""
        self.drafts: list[Draft] = []
        self.at = 0

    @property
    def form(self) -> form.Form:
        return self.drafts[self.at].form


@ft.observable
@dataclass
class PasteState:
    """First a text, then the fields beside it; of several reports one after the other."""

    ctx: Context
    account: Account
    pasted: Pasted | None = None
    alike: tuple[Alike, ...] = ()
    faults: dict[str, str] = field(default_factory=dict[str, str])
    told: str = ""
    done: str = ""
    round: int = 0
    busy: bool = False
    typed: Typed = field(default_factory=Typed)

    @property
    def count(self) -> int:
        return len(self.typed.drafts)

    @property
    def saved(self) -> Saved | None:
        """The receipt of the report that is shown; None: it waits to be saved."""
        return self.typed.drafts[self.typed.at].saved if self.count else None

    async def read(self) -> None:
        """Read what was pasted; the form is filled anew."""
        text = self.typed.text
        if not text.strip():
            self.told = teks.TEMPEL_KOSONG
            return
        found = await asyncio.to_thread(desk_laporan.read_all, self.ctx, self.account, text)
        kind = {"kind": Kind.KEGIATAN.value}
        self.typed.drafts = [Draft(one, {**kind, **form.to_form(one)}) for one in found]
        self.done = ""
        await self.turn_to(0)

    async def turn_to(self, number: int) -> None:
        """Show another report of the text; what is typed in this one stays with it."""
        self.typed.at = max(0, min(number, self.count - 1))
        self.faults, self.told = {}, ""
        self.pasted = self.typed.drafts[self.typed.at].pasted
        self.round += 1
        await self.look_around()

    async def look_around(self) -> None:
        """Whether the village has reported this already."""
        message = form.to_message(self.typed.form)
        try:
            self.alike = await asyncio.to_thread(
                desk_laporan.alike, self.ctx, self.account, message["desa"], message["mulai"]
            )
        except (KeyError, TypeError, ValueError):
            self.alike = ()  # without a village or a time there is nothing to compare
        except StoreError:
            self.alike, self.told = (), teks.TEMPEL_GAGAL

    def choose(self, name: str, value: str | None) -> None:
        """Village, kind or jenis: what is typed elsewhere stays."""
        self.typed.form[name] = value or ""
        self.faults = {key: said for key, said in self.faults.items() if key != name}
        self.round += name == "kind"

    async def save(self) -> str | None:
        """The id of the last report that was saved; None: something must be done first."""
        if self.busy or self.saved:
            return None
        self.busy = True
        draft = self.typed.drafts[self.typed.at]
        message = form.to_message(draft.form)
        try:
            draft.saved = await asyncio.to_thread(
                desk_laporan.save, self.ctx, self.account, message, draft.pasted.source
            )
        except FaultyError as error:
            found = {form.field_of(gap.field): gap.code for gap in reversed(error.gaps)}
            self.faults = {name: teks.tempel_salah(code) for name, code in found.items()}
            self.told = teks.TEMPEL_LENGKAPI.format(n=len(found))
            return None
        except StoreError:
            self.told = teks.TEMPEL_GAGAL
            return None
        finally:
            self.busy = False
        return await self._next(draft.saved)

    async def _next(self, saved: Saved) -> str | None:
        """On to what still waits; the id when this was the last one."""
        waiting = [n for n, one in enumerate(self.typed.drafts) if one.saved is None]
        if not waiting:
            return saved.id
        self.done = teks.TEMPEL_LAGI.format(resi=saved.resi, n=len(waiting))
        at = self.typed.at
        await self.turn_to(next((n for n in waiting if n > at), waiting[0]))
        return None
