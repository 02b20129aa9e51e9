"""One member's data: what there is, and the erasing with its question."""

from __future__ import annotations

import asyncio

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.pribadi import erasure, teks
from server.pribadi.erasure import ErasurePreview
from shared.names import plain


class PersonState(ft.Observable):
    """What is typed draws nothing anew."""

    def __init__(self, ctx: Context, account: Account, ident: str) -> None:
        self._ctx = ctx
        self._account = account
        self._typed = ""
        self.ident = ident
        self.found: ErasurePreview | None = None
        self.missing = False
        self.failed = False
        self.asking = False
        self.told = ""
        self.wrong = False

    async def load(self) -> None:
        try:
            self.found = await asyncio.to_thread(
                erasure.preview, self._ctx, self._account, self.ident
            )
            self.failed = False
        except erasure.NotThereError:
            self.missing = True
        except StoreError:
            self.failed = True

    def type(self, words: str) -> None:
        self._typed = words

    def ask(self) -> None:
        self._typed = ""
        self.asking, self.told = True, ""

    def leave(self) -> None:
        self.asking, self.told = False, ""

    async def erase(self) -> None:
        """Only when the name was typed: nobody erases a person by a slip."""
        if self.found is None or plain(self._typed) != plain(self.found.nama):
            self.wrong, self.told = True, teks.OR_HAPUS_BEDA
            return
        try:
            await asyncio.to_thread(erasure.erase, self._ctx, self._account, self.ident)
        except erasure.ErasedError:
            self.wrong, self.told = False, teks.OR_SUDAH
        except (StoreError, erasure.ErasureError):
            self.wrong, self.told = True, teks.OR_GAGAL
            return
        else:
            self.wrong, self.told = False, teks.OR_SELESAI
        self.asking = False
        await self.load()
