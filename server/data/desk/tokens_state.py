"""The keys of other systems as they stand, and the one that is being made."""

from __future__ import annotations

from typing import ClassVar

from server.data import api_tokens
from server.data import teks as words
from server.data.api_tokens import Token, TokenError
from server.desk.reading import Reading, Refusals, Typed


class TokensState(Reading[None, tuple[Token, ...]]):
    """All keys; a fresh one is shown until the page is left."""

    refusals: ClassVar[Refusals] = {TokenError: words.KUNCI_LENGKAPI}
    making = False
    scopes = frozenset({"laporan"})
    asking: Token | None = None
    secret = ""

    def read(self, _: None) -> tuple[Token, ...]:
        return api_tokens.everyone(self.ctx, self.account)

    def begin(self) -> None:
        self.typed, self.secret, self.told = Typed(nama=""), "", None
        self.making, self.scopes = True, frozenset({"laporan"})
        self.round += 1

    def stop(self) -> None:
        self.making, self.asking = False, None

    def choose(self, scope: str, chosen: bool) -> None:
        """As its box shows it by now."""
        self.scopes = self.scopes | {scope} if chosen else self.scopes - {scope}

    def ask(self, token: Token | None) -> None:
        self.asking = token

    async def make(self) -> None:
        """A key that is shown this once."""
        await self.act(api_tokens.add, self.typed.nama, self.scopes, then=self._made)

    def _made(self, made: api_tokens.NewToken) -> None:
        self.making, self.secret = False, made.secret

    async def revoke(self) -> None:
        """The person has been asked."""
        token, self.asking = self.asking, None
        if token is not None:
            await self.act(
                api_tokens.revoke, token.id, well=words.KUNCI_DICABUT.format(nama=token.nama)
            )
