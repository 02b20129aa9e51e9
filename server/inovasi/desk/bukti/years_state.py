"""The sets of years: looked at, copied for the next year, edited, imported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, NamedTuple

from server.core.context import Context
from server.core.sessions import Account
from server.desk.reading import Reading, Refusals
from server.inovasi import innovation_sets, teks
from server.inovasi.innovation import NoYearError
from server.inovasi.innovation_calendar import Event
from server.inovasi.innovation_dates import read_day
from server.inovasi.innovation_set import PARAMETERS, Indicator, SetError, YearSet
from shared.clock import tanggal


@dataclass
class Form:
    """What stands in the form of one indicator, as text; writing here draws nothing anew."""

    nama: str
    tanya: str
    bobot: str
    parameter: dict[str, list[str]]
    batas: dict[str, list[str]]

    @staticmethod
    def of(one: Indicator) -> Form:
        return Form(
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
        return TypedEvent(_day_words(one.mulai), _day_words(one.selesai), one.sumber, one.yakin)

    def made(self, one: Event) -> Event:
        """The line as typed; SetError names it when a day cannot be read."""
        return replace(
            one, mulai=_read(self.mulai, one), selesai=_read(self.selesai, one),
            sumber=self.sumber.strip(), yakin=self.yakin,
        )  # fmt: skip


def _day_words(day: str) -> str:
    return tanggal(date.fromisoformat(day), weekday=False) if day else ""


def _read(text: str, one: Event) -> str:
    day = read_day(text)
    if text.strip() and day is None:
        raise SetError(one.nama)
    return day.isoformat() if day else ""


def _save_calendar(
    ctx: Context, account: Account, year: YearSet, lines: tuple[tuple[Event, TypedEvent], ...]
) -> None:
    calendar = tuple(typed.made(one) for one, typed in lines)
    innovation_sets.save(ctx, account, replace(year, kalender=calendar))


class Found(NamedTuple):
    """The years that have a set, and the one that is looked at."""

    years: tuple[int, ...]
    set: YearSet


class YearsState(Reading["int | None", Found]):
    """The set of a year; sets are begun, edited and taken in."""

    refusals: ClassVar[Refusals] = {
        SetError: lambda error: teks.TH_SALAH.format(tempat=error.where),
        NoYearError: teks.TIDAK_ADA_SET,
    }

    def __init__(self, ctx: Context, account: Account, asked: int | None) -> None:
        super().__init__(ctx, account, asked)
        self._forms: dict[tuple[int, int], Form] = {}
        self._events: dict[tuple[int, str], TypedEvent] = {}

    @property
    def years(self) -> tuple[int, ...]:
        return self.found.years if self.found else ()

    @property
    def set(self) -> YearSet | None:
        return self.found.set if self.found else None

    def read(self, asked: int | None) -> Found | None:
        """None: there is no set yet."""
        years = innovation_sets.years(self.ctx, self.account)
        if not years:
            return None
        return Found(years, innovation_sets.read(self.ctx, self.account, asked or years[0]))

    @property
    def _year_shown(self) -> int:
        """The year that is on the screen: what is typed for one never stands in another."""
        return self.found.set.tahun if self.found else 0

    def form(self, one: Indicator) -> Form:
        """What is being typed for an indicator."""
        return self._forms.setdefault((self._year_shown, one.nomor), Form.of(one))

    async def save(self, nomor: int) -> None:
        """One indicator as it was typed; the whole set is checked."""
        year = self.set
        if year is None or (year.tahun, nomor) not in self._forms:
            return
        form = self._forms[year.tahun, nomor]
        rest = tuple(form.made(one) if one.nomor == nomor else one for one in year.indikator)
        await self.act(
            innovation_sets.save, replace(year, indikator=rest), well=teks.IN_TERSIMPAN,
            then=lambda _: self._forms.pop((year.tahun, nomor), None),
        )  # fmt: skip

    def event(self, one: Event) -> TypedEvent:
        """What is being typed for a line of the calendar."""
        return self._events.setdefault((self._year_shown, one.kode), TypedEvent.of(one))

    async def mark(self, one: Event, yakin: str) -> None:
        """How sure a line is, until the calendar is saved."""
        self.event(one).yakin = yakin
        self.round += 1

    async def save_calendar(self) -> None:
        """The whole calendar as it was typed."""
        if self.set is not None:
            lines = tuple((one, self.event(one)) for one in self.set.kalender)
            await self.act(
                _save_calendar, self.set, lines, well=teks.IN_TERSIMPAN,
                then=lambda _: self._calendar_saved(),
            )  # fmt: skip

    def _calendar_saved(self) -> None:
        self._events = {}
        self.round += 1

    async def begin(self, opened: Callable[[int], None], tahun: int) -> None:
        await self.act(
            innovation_sets.begin, tahun, well=teks.IN_TERSIMPAN, then=lambda _: opened(tahun)
        )

    async def take_in(self, opened: Callable[[int], None], _name: str, data: bytes) -> None:
        await self.act(innovation_sets.take_in, data, then=lambda made: opened(made.tahun))
