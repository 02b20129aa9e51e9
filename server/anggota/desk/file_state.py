"""A roster file at one window: what it would do, what was answered, and what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from server.anggota import roster_import, roster_return, teks
from server.anggota.roster_import import (
    ChangedError,
    FaultyError,
    NoTableError,
    Preview,
    RosterFileError,
    Taken,
)
from server.core.context import Context
from server.core.sessions import Account
from server.desk.reading import Reading, Refusals

HANDED_BACK = "/unduh/anggota-kembali/{ticket}"


@dataclass(frozen=True)
class Chosen:
    """A file, and what the person has said of it."""

    name: str
    data: bytes
    desa: str | None = None
    sheet: str | None = None


@dataclass(frozen=True)
class Came:
    """What was brought in, and where the rows lie that were not."""

    taken: Taken
    back: str = ""


def _why(error: NoTableError) -> str:
    if error.missing:
        return teks.AG_IMPOR_KOLOM.format(kolom=", ".join(error.missing))
    return teks.AG_IMPOR_BUKAN_APA.get(error.code, teks.AG_IMPOR_BUKAN)


class FileState(Reading[None, None]):
    """A file and what it would do; there is nothing to read before one is chosen."""

    refusals: ClassVar[Refusals] = {
        NoTableError: _why,
        ChangedError: teks.AG_IMPOR_BERUBAH,
        FaultyError: teks.AG_IMPOR_JAWAB,
        RosterFileError: teks.AG_IMPOR_BUKAN,
    }

    def __init__(self, ctx: Context, account: Account) -> None:
        super().__init__(ctx, account, None)
        self.chosen = Chosen("", b"")
        self.preview: Preview | None = None
        self.answers: Mapping[int, str] = {}
        self.page = 1
        self.back = ""
        """Where the rows lie that did not come in."""
        self.done = False

    @property
    def reads(self) -> bool:
        return False

    async def look(self, name: str, data: bytes) -> None:
        """The preview of a chosen file."""
        await self._examine(Chosen(name, data))

    async def choose_desa(self, desa: str | None) -> None:
        """Of which village the people are."""
        kept = self.chosen
        await self._examine(Chosen(kept.name, kept.data, desa, kept.sheet))

    async def choose_sheet(self, name: str) -> None:
        """Another sheet of the same file."""
        kept = self.chosen
        await self._examine(Chosen(kept.name, kept.data, kept.desa, name))

    def answer(self, row: int, said: str) -> None:
        """Who is meant by a row."""
        self.answers = {**self.answers, row: said}

    def turn(self, page: int) -> None:
        self.page = page

    async def bring_in(self) -> None:
        """The person agrees: the good rows come in, the others are handed back."""
        found = self.preview
        if found is None:
            return
        done, came = await self.attempt(_bring_in, found, self.answers)
        if isinstance(came, ChangedError):
            self.preview = None
        elif done:
            self.preview, self.done, self.back = None, True, came.back
            n, left = came.taken.new + came.taken.changed, came.taken.left
            words = teks.AG_IMPOR_SELESAI_SEBAGIAN if left else teks.AG_IMPOR_SELESAI
            self.tell(words.format(n=n, sisa=left))

    async def handed_back(self) -> str:
        """The address of the rows that do not come in; "" when it could not be made."""
        if self.back or self.preview is None:
            return self.back
        done, made = await self.attempt(_hand_back, self.preview, self.answers)
        return made if done else ""

    async def _examine(self, chosen: Chosen) -> None:
        self.chosen, self.preview, self.told = chosen, None, None
        self.answers, self.page, self.back, self.done = {}, 1, "", False
        done, found = await self.attempt(_look_at, chosen)
        if done and self.chosen == chosen:
            self.preview = found


def _look_at(ctx: Context, account: Account, chosen: Chosen) -> Preview:
    return roster_import.examine(ctx, account, chosen.data, desa=chosen.desa, sheet=chosen.sheet)


def _bring_in(ctx: Context, account: Account, found: Preview, answers: Mapping[int, str]) -> Came:
    taken = roster_import.carry_out(ctx, account, found, answers, partly=True)
    back = _hand_back(ctx, account, found, answers) if taken.left else ""
    return Came(taken, back)


def _hand_back(ctx: Context, account: Account, found: Preview, answers: Mapping[int, str]) -> str:
    ticket = roster_return.ticket(ctx, account, found, answers)
    return HANDED_BACK.format(ticket=ticket)
