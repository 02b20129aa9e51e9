"""The keys of other systems as they stand, and the one that is being made."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import flet as ft

from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.data import api_tokens, teks
from server.data.api_tokens import Token, TokenError


class Typed:
    """What stands in the form; writing here draws nothing anew."""

    nama = ""


@ft.observable
@dataclass
class TokensState:
    """Reads the keys, and again after each change; a fresh one is shown until the page is left."""

    ctx: Context
    account: Account
    tokens: tuple[Token, ...] | None = None
    failed: bool = False
    making: bool = False
    scopes: frozenset[str] = frozenset({"laporan"})
    asking: Token | None = None
    secret: str = ""
    told: str = ""
    wrong: bool = False
    round: int = 0
    typed: Typed = field(default_factory=Typed)

    async def load(self) -> None:
        try:
            self.tokens = await asyncio.to_thread(api_tokens.everyone, self.ctx, self.account)
            self.failed = False
        except StoreError:
            self.failed = True

    def begin(self) -> None:
        self.typed, self.secret, self.told = Typed(), "", ""
        self.making, self.scopes = True, frozenset({"laporan"})
        self.round += 1

    def stop(self) -> None:
        self.making, self.asking = False, None

    def choose(self, scope: str) -> None:
        self.scopes = self.scopes ^ {scope}

    def ask(self, token: Token | None) -> None:
        self.asking = token

    async def make(self) -> None:
        """A key that is shown this once."""
        try:
            made = await asyncio.to_thread(
                api_tokens.add, self.ctx, self.account, self.typed.nama, self.scopes
            )
        except TokenError:
            self.wrong, self.told = True, teks.KUNCI_LENGKAPI
            return
        except StoreError:
            self.wrong, self.told = True, umum.GAGAL_BACA
            return
        self.making, self.secret, self.told = False, made.secret, ""
        await self.load()

    async def revoke(self) -> None:
        """The person has been asked."""
        token, self.asking = self.asking, None
        if token is None:
            return
        try:
            await asyncio.to_thread(api_tokens.revoke, self.ctx, self.account, token.id)
        except StoreError:
            self.wrong, self.told = True, umum.GAGAL_BACA
            return
        self.wrong, self.told = False, teks.KUNCI_DICABUT.format(nama=token.nama)
        await self.load()
