"""A roster file at one window: what it would do, what was answered, and what was done."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import flet as ft

from server.anggota import roster_import, roster_return, teks
from server.anggota.roster_import import ChangedError, FaultyError, NoTableError, Preview
from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account

HANDED_BACK = "/unduh/anggota-kembali/{ticket}"


@ft.observable
@dataclass
class FileState:
    """A file and what it would do."""

    ctx: Context
    account: Account
    name: str = ""
    data: bytes = field(default=b"", repr=False)
    desa: str | None = None
    sheet: str | None = None
    preview: Preview | None = None
    answers: dict[int, str] = field(default_factory=dict[int, str])
    page: int = 1
    told: str = ""
    done: str = ""
    back: str = ""
    """Where the rows lie that did not come in."""
    busy: bool = False

    async def look(self, name: str, data: bytes) -> None:
        """The preview of a chosen file."""
        self.name, self.data, self.desa, self.sheet = name, data, None, None
        await self._examine()

    async def choose_desa(self, desa: str | None) -> None:
        """Of which village the people are."""
        self.desa = desa
        await self._examine()

    async def choose_sheet(self, name: str) -> None:
        """Another sheet of the same file."""
        self.sheet = name
        await self._examine()

    def answer(self, row: int, said: str) -> None:
        """Who is meant by a row."""
        self.answers = {**self.answers, row: said}

    def turn(self, page: int) -> None:
        self.page = page

    async def bring_in(self) -> None:
        """The person agrees: the good rows come in, the others are handed back."""
        found = self.preview
        if found is None or self.busy:
            return
        self.busy = True
        try:
            taken = await asyncio.to_thread(
                roster_import.carry_out, self.ctx, self.account, found, self.answers, partly=True
            )
        except ChangedError:
            self.preview, self.told = None, teks.AG_IMPOR_BERUBAH
        except (StoreError, FaultyError):
            self.told = umum.AG_GAGAL
        else:
            n = taken.new + taken.changed
            self.told, self.done = "", teks.AG_IMPOR_SELESAI.format(n=n)
            if taken.left:
                self.done = teks.AG_IMPOR_SELESAI_SEBAGIAN.format(n=n, sisa=taken.left)
                self.back = await self.handed_back() or ""
            self.preview = None
        self.busy = False

    async def handed_back(self) -> str | None:
        """The address of the rows that do not come in."""
        if self.preview is None:
            return None
        ticket = await asyncio.to_thread(
            roster_return.ticket, self.ctx, self.account, self.preview, self.answers
        )
        return HANDED_BACK.format(ticket=ticket)

    async def _examine(self) -> None:
        self.preview, self.told, self.done, self.back = None, "", "", ""
        self.answers, self.page, self.busy = {}, 1, True
        try:
            self.preview = await asyncio.to_thread(
                roster_import.examine, self.ctx, self.account, self.data,
                desa=self.desa, sheet=self.sheet,
            )  # fmt: skip
        except NoTableError as error:
            self.told = _why(error)
        except StoreError:
            self.told = umum.AG_GAGAL
        self.busy = False


def _why(error: NoTableError) -> str:
    if error.missing:
        return teks.AG_IMPOR_KOLOM.format(kolom=", ".join(error.missing))
    return teks.AG_IMPOR_BUKAN_APA.get(error.code, teks.AG_IMPOR_BUKAN)
