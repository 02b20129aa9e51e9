"""The villages' phones as they stand at one window, and the code that was made last."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from server.core import office
from server.core import teks as umum
from server.core.context import Context
from server.core.papers import qr
from server.core.sessions import Account
from server.desk.reading import Reading, Refusals, Typed
from server.hp import teks, village_phones
from server.hp.app import links
from server.hp.desk.addresses import DevicesPlace
from server.hp.village_phones import NewCode, PhoneLine, PhonesPage
from server.rawat import teks as words
from server.rekap.approvals import public_address
from server.sinkron import titipan
from server.sinkron.titipan_reading import code_of
from shared.sealed_file import SealedFileError


@dataclass(frozen=True)
class ShownCode:
    """A fresh code with its picture and the ticket of its slip."""

    made: NewCode
    picture: str
    ticket: str
    link: str
    salam: str = ""
    """The greeting that the office begins messages with."""


class DevicesState(Reading[DevicesPlace, PhonesPage]):
    """A page of the phones; codes are made here, and phones revoked."""

    refusals: ClassVar[Refusals] = {
        SealedFileError: lambda error: umum.TITIPAN[code_of(error)],
        ValueError: teks.HK_GAGAL,
    }
    asking: PhoneLine | None = None
    """The phone whose revoking is asked about."""
    making = False
    desa: str | None = None
    code: ShownCode | None = None

    def read(self, asked: DevicesPlace) -> PhonesPage:
        return village_phones.phones_page(self.ctx, self.account, asked.words, asked.number)

    def ask_for(self, asked: DevicesPlace) -> None:
        """An address may name the village that a code is wanted for."""
        super().ask_for(asked)
        if asked.making is not None:
            self.begin(asked.making)

    def ask(self, line: PhoneLine | None) -> None:
        self.asking = line

    async def revoke(self) -> None:
        """The person has been asked; the question stays until it is done."""
        line = self.asking
        if line is None or line.device is None:
            self.asking = None
            return
        done = teks.HK_DICABUT.format(n=line.number, desa=self.ctx.wilayah.nama_desa(line.desa))
        await self.act(
            village_phones.revoke, line.device.id, well=done, then=lambda _: self.ask(None)
        )

    def begin(self, desa: str | None = None) -> None:
        """Open the form of a new code; what is being written into an open one stays."""
        if self.making:
            self.desa = desa or self.desa
            return
        self.making, self.desa, self.code, self.told = True, desa, None, None
        self.typed = Typed(nama="", jabatan=teks.HK_JABATAN_CONTOH)
        self.round += 1

    def choose(self, desa: str | None) -> None:
        self.desa = desa

    def stop(self) -> None:
        self.making = False

    async def take_in(self, _name: str, data: bytes) -> None:
        """A sealed package that somebody has brought as a file."""
        await self.act(_take_in, data, well=partial(words.taken, self.ctx.wilayah))

    async def make(self, seen: str) -> None:
        """A code with its QR and the ticket of its slip; ``seen`` is this window's own address."""
        nama, jabatan = self.typed.nama, self.typed.jabatan
        if self.desa is None or not nama.strip() or not jabatan.strip():
            self.tell(teks.HK_LENGKAPI, well=False)
            return
        await self.act(_make, self.desa, nama, jabatan, seen, then=self._made)

    def _made(self, code: ShownCode) -> None:
        self.code, self.making = code, False


def _take_in(ctx: Context, account: Account, data: bytes) -> titipan.Taken:
    return titipan.take_in_at_desk(ctx, account, io.BytesIO(data), len(data))


def _make(
    ctx: Context, account: Account, desa: str, nama: str, jabatan: str, seen: str
) -> ShownCode:
    made = village_phones.new_code(ctx, account, desa, nama, jabatan)
    ticket = village_phones.ticket(ctx, account, made)
    link = links.link(public_address(ctx, seen), made.code)
    return ShownCode(made, qr.text(link), ticket, link, office.read(ctx)["salam"])
