"""The sets of years: looked at, copied for the next year, edited, imported."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

import flet as ft

from server.core.context import Context
from server.core.db.database import StoreError
from server.core.sessions import Account
from server.inovasi import innovation_sets, teks
from server.inovasi.innovation import NoYearError
from server.inovasi.innovation_calendar import Event
from server.inovasi.innovation_dates import read_day
from server.inovasi.innovation_set import PARAMETERS, Indicator, SetError, YearSet
from shared.clock import tanggal


@dataclass
class Typed:
    """What stands in the form of one indicator, as text; writing here draws nothing anew."""

    nama: str
    tanya: str
    bobot: str
    parameter: dict[str, list[str]]
    batas: dict[str, list[str]]

    @staticmethod
    def of(one: Indicator) -> Typed:
        return Typed(
            one.nama, one.tanya, teks.angka(one.bobot, 2),
            {basis.kode: list(basis.parameter) for basis in one.dasar},
            {basis.kode: list(basis.batas or ("",) * PARAMETERS) for basis in one.dasar},
        )  # fmt: skip

    def made(self, one: Indicator) -> Indicator:
        """The indicator as typed; a weight that is no number is 0, which no set takes."""
        try:
            weight = float(self.bobot.strip().replace(",", "."))
        except ValueError:
            weight = 0.0
        bases = tuple(
            replace(
                basis,
                parameter=tuple(text.strip() for text in self.parameter[basis.kode]),
                batas=tuple(t.strip() for t in self.batas[basis.kode]) if basis.ukuran else (),
            )
            for basis in one.dasar
        )
        plain = int(weight) if weight.is_integer() else weight
        return replace(
            one, nama=self.nama.strip(), tanya=self.tanya.strip(), bobot=plain, dasar=bases
        )


@dataclass
class TypedEvent:
    """One line of the calendar as it is typed: days as people write them."""

    mulai: str
    selesai: str
    sumber: str
    yakin: str

    @staticmethod
    def of(one: Event) -> TypedEvent:
        return TypedEvent(_shown(one.mulai), _shown(one.selesai), one.sumber, one.yakin)

    def made(self, one: Event) -> Event:
        """The line as typed; SetError names it when a day cannot be read."""
        return replace(
            one, mulai=_read(self.mulai, one), selesai=_read(self.selesai, one),
            sumber=self.sumber.strip(), yakin=self.yakin,
        )  # fmt: skip


def _shown(day: str) -> str:
    return tanggal(date.fromisoformat(day), weekday=False) if day else ""


def _read(text: str, one: Event) -> str:
    day = read_day(text)
    if text.strip() and day is None:
        raise SetError(one.nama)
    return day.isoformat() if day else ""


@ft.observable
@dataclass
class YearsState:
    """Reads the set of a year, and carries the deeds out."""

    ctx: Context
    account: Account
    tahun: int | None = None
    years: tuple[int, ...] = ()
    set: YearSet | None = None
    failed: bool = False
    told: str = ""
    told_well: bool = True
    typed: dict[tuple[int, int], Typed] = field(default_factory=dict[tuple[int, int], Typed])
    """By year and number: what is typed for one year never stands in another."""
    events: dict[tuple[int, str], TypedEvent] = field(
        default_factory=dict[tuple[int, str], TypedEvent]
    )
    form_number: int = 0
    """Grows when the calendar's form begins anew."""

    async def show(self, tahun: int | None) -> None:
        self.tahun = tahun
        await self.load()

    async def load(self) -> None:
        asked = self.tahun
        try:
            found = await asyncio.to_thread(self._read, asked)
        except NoYearError:
            self.set, self.failed = None, False
            return
        except StoreError:
            self.failed = True
            return
        if asked == self.tahun:
            self.failed, (self.years, self.set) = False, found

    def _read(self, asked: int | None) -> tuple[tuple[int, ...], YearSet]:
        years = innovation_sets.years(self.ctx, self.account)
        if not years:
            raise NoYearError(0)
        return years, innovation_sets.read(self.ctx, self.account, asked or years[0])

    def form(self, one: Indicator) -> Typed:
        """What is being typed for an indicator."""
        return self.typed.setdefault((self._shown(), one.nomor), Typed.of(one))

    def _shown(self) -> int:
        return self.set.tahun if self.set else 0

    async def save(self, nomor: int) -> None:
        """One indicator as it was typed; the whole set is checked."""
        year = self.set
        if year is None or (year.tahun, nomor) not in self.typed:
            return
        typed = self.typed[year.tahun, nomor]
        rest = tuple(typed.made(one) if one.nomor == nomor else one for one in year.indikator)
        if await self._do(lambda: innovation_sets.save(
            self.ctx, self.account, replace(year, indikator=rest)
        )):  # fmt: skip
            del self.typed[year.tahun, nomor]
            await self.load()

    def event(self, one: Event) -> TypedEvent:
        """What is being typed for a line of the calendar."""
        return self.events.setdefault((self._shown(), one.kode), TypedEvent.of(one))

    async def mark(self, one: Event, yakin: str) -> None:
        """How sure a line is, until the calendar is saved."""
        self.event(one).yakin = yakin
        self.form_number += 1

    async def save_calendar(self) -> None:
        """The whole calendar as it was typed."""
        year = self.set
        if year is None:
            return
        if await self._do(lambda: innovation_sets.save(
            self.ctx, self.account,
            replace(year, kalender=tuple(self.event(one).made(one) for one in year.kalender)),
        )):  # fmt: skip
            await self.load()
            self.events, self.form_number = {}, self.form_number + 1

    async def begin(self, tahun: int, opened: Callable[[int], None]) -> None:
        if await self._do(lambda: innovation_sets.begin(self.ctx, self.account, tahun)):
            opened(tahun)

    async def take_in(self, data: bytes, opened: Callable[[int], None]) -> None:
        found: list[YearSet] = []
        if await self._do(lambda: found.append(
            innovation_sets.take_in(self.ctx, self.account, data)
        )):  # fmt: skip
            self.told = teks.TH_TERSIMPAN.format(tahun=found[0].tahun)
            opened(found[0].tahun)

    async def _do(self, deed: Callable[[], object]) -> bool:
        try:
            await asyncio.to_thread(deed)
        except SetError as error:
            self.told, self.told_well = teks.TH_SALAH.format(tempat=error.where), False
        except NoYearError:
            self.told, self.told_well = teks.TIDAK_ADA_SET, False
        except StoreError:
            self.told, self.told_well = teks.IN_BELUM_TERSIMPAN, False
        else:
            self.told, self.told_well = teks.IN_TERSIMPAN, True
            return True
        return False
