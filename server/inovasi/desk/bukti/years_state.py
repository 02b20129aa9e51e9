"""The sets of years: looked at, copied for the next year, edited, imported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from server.core.context import Context
from server.core.sessions import Account
from server.desk.reading import Reading, Refusals
from server.inovasi import innovation_sets, teks
from server.inovasi.innovation import NoYearError
from server.inovasi.innovation_set import PARAMETERS, Indicator, SetError, YearSet


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
        self._forms: dict[int, Form] = {}

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

    def moved(self, _: int | None) -> None:
        self._forms = {}

    def form(self, one: Indicator) -> Form:
        """What is being typed for an indicator."""
        return self._forms.setdefault(one.nomor, Form.of(one))

    async def save(self, nomor: int) -> None:
        """One indicator as it was typed; the whole set is checked."""
        year = self.set
        if year is None or nomor not in self._forms:
            return
        form = self._forms[nomor]
        rest = tuple(form.made(one) if one.nomor == nomor else one for one in year.indikator)
        await self.act(
            innovation_sets.save, replace(year, indikator=rest), well=teks.IN_TERSIMPAN,
            then=lambda _: self._forms.pop(nomor, None),
        )  # fmt: skip

    async def begin(self, opened: Callable[[int], None], tahun: int) -> None:
        await self.act(
            innovation_sets.begin, tahun, well=teks.IN_TERSIMPAN, then=lambda _: opened(tahun)
        )

    async def take_in(self, opened: Callable[[int], None], _name: str, data: bytes) -> None:
        await self.act(innovation_sets.take_in, data, then=lambda made: opened(made.tahun))
