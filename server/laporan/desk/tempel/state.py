"""A pasted text, what was read out of it, and the form that somebody checks."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.laporan import desk_laporan, teks
from server.laporan.desk_laporan import Alike, FaultyError
from server.laporan.wa_paste import form
from server.laporan.wa_paste.parse import Pasted
from shared.laporan import Kind


class Typed:
    """What stands in the fields; writing here draws nothing anew."""

    def __init__(self) -> None:
        self.text = ""
        self.form: form.Form = {"kind": Kind.KEGIATAN.value}


@ft.observable
@dataclass
class PasteState:
    """First a text, then the fields beside it."""

    ctx: Context
    account: Account
    pasted: Pasted | None = None
    alike: tuple[Alike, ...] = ()
    faults: dict[str, str] = field(default_factory=dict[str, str])
    told: str = ""
    round: int = 0
    busy: bool = False
    typed: Typed = field(default_factory=Typed)

    async def read(self) -> None:
        """Read what was pasted; the form is filled anew."""
        text = self.typed.text
        if not text.strip():
            self.told = teks.TEMPEL_KOSONG
            return
        found = await asyncio.to_thread(desk_laporan.read, self.ctx, self.account, text)
        self.typed.form = {"kind": Kind.KEGIATAN.value, **form.to_form(found)}
        self.faults, self.told = {}, ""
        self.pasted = found
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
        self.typed.form = {**self.typed.form, name: value or ""}
        self.faults = {key: said for key, said in self.faults.items() if key != name}
        self.round += name == "kind"

    async def save(self) -> str | None:
        """The id of the saved report; None: something must be mended."""
        if self.busy:
            return None
        self.busy = True
        message = form.to_message(self.typed.form)
        try:
            saved = await asyncio.to_thread(
                desk_laporan.save, self.ctx, self.account, message, self.typed.text
            )
        except FaultyError as error:
            found = {form.field_of(gap.field): gap.code for gap in reversed(error.gaps)}
            self.faults = {name: teks.tempel_salah(code) for name, code in found.items()}
            self.told = teks.TEMPEL_LENGKAPI.format(n=len(found))
        except StoreError:
            self.told = teks.TEMPEL_GAGAL
        else:
            return saved.id
        finally:
            self.busy = False
        return None
