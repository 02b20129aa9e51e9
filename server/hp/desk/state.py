"""The villages' phones as they stand at one window, and the code that was made last."""

from __future__ import annotations

import asyncio
import io
from dataclasses import dataclass, field

import flet as ft

from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.files.photo_files import StorageFullError
from server.core.papers import qr
from server.core.sessions import Account
from server.hp import teks, village_phones
from server.hp.desk.addresses import DevicesPlace
from server.hp.village_phones import NewCode, PhoneLine, PhonesPage
from server.rawat import teks as words
from server.sinkron import titipan
from server.sinkron.titipan_reading import code_of
from shared.sealed_file import SealedFileError
from shared.wilayah import nama_desa


class Typed:
    """What stands in the form; writing here draws nothing anew."""

    def __init__(self) -> None:
        self.nama = ""
        self.jabatan = teks.HK_JABATAN_CONTOH


@dataclass(frozen=True)
class ShownCode:
    """A fresh code with its picture and the ticket of its slip."""

    made: NewCode
    picture: bytes
    ticket: str


@ft.observable
@dataclass
class DevicesState:
    """Reads a page, and again whenever a phone was in contact."""

    ctx: Context
    account: Account
    place: DevicesPlace
    page: PhonesPage | None = None
    failed: bool = False
    asking: PhoneLine | None = None
    """The phone whose revoking is asked about."""
    making: bool = False
    desa: str | None = None
    code: ShownCode | None = None
    told: str = ""
    round: int = 0
    typed: Typed = field(default_factory=Typed)

    async def show(self, place: DevicesPlace) -> None:
        self.place = place
        if place.making is not None:
            self.begin(place.making)
        await self.load()

    async def load(self) -> None:
        asked = self.place
        try:
            page = await asyncio.to_thread(
                village_phones.phones_page, self.ctx, self.account, asked.words, asked.number
            )
        except StoreError:
            self.failed = True
            return
        if asked == self.place:
            self.failed, self.page = False, page

    def ask(self, line: PhoneLine | None) -> None:
        self.asking = line

    async def revoke(self) -> None:
        """The person has been asked."""
        line, self.asking = self.asking, None
        if line is None or line.device is None:
            return
        await asyncio.to_thread(village_phones.revoke, self.ctx, self.account, line.device.id)
        self.told = teks.HK_DICABUT.format(n=line.number, desa=nama_desa(line.desa))
        await self.load()

    def begin(self, desa: str | None = None) -> None:
        """Open the form of a new code."""
        self.making, self.desa, self.code, self.told = True, desa, None, ""
        self.typed = Typed()
        self.round += 1

    def choose(self, desa: str | None) -> None:
        self.desa = desa

    def stop(self) -> None:
        self.making = False

    async def take_in(self, data: bytes) -> None:
        """A sealed package that somebody has brought as a file."""
        try:
            taken = await asyncio.to_thread(
                titipan.take_in_at_desk, self.ctx, self.account, io.BytesIO(data), len(data)
            )
        except SealedFileError as error:
            self.told = umum.TITIPAN[code_of(error)]
        except (StoreError, StorageFullError):
            self.told = words.TITIP_GAGAL
        else:
            self.told = words.taken(taken)
        await self.load()

    async def make(self) -> None:
        """A code with its QR and the ticket of its slip."""
        nama, jabatan = self.typed.nama, self.typed.jabatan
        if self.desa is None or not nama.strip() or not jabatan.strip():
            self.told = teks.HK_LENGKAPI
            return
        try:
            self.code = await asyncio.to_thread(self._make, self.desa, nama, jabatan)
        except (StoreError, ValueError):
            self.told = teks.HK_GAGAL
            return
        self.making, self.told = False, ""
        await self.load()

    def _make(self, desa: str, nama: str, jabatan: str) -> ShownCode:
        made = village_phones.new_code(self.ctx, self.account, desa, nama, jabatan)
        ticket = self.ctx.slips.put(self.account.username, made)
        return ShownCode(made, qr.png(made.code), ticket)
