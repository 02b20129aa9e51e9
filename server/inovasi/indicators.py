"""How far the innovation has come on each indicator of a year's set. Pure.

A parameter counts only with evidence behind it: reports for what the data can tell, a file for
everything else.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from server.inovasi.innovation_set import (
    DATA,
    ENTERED,
    PARAMETERS,
    Basis,
    Indicator,
    YearSet,
    border_number,
    meets,
)
from server.inovasi.measures import Figure

Row = dict[str, Any]


class Lack(StrEnum):
    """What the next points need."""

    FILE = "berkas"
    FIGURE = "ukuran"
    CHOICE = "pilihan"
    NOTHING = "penuh"


@dataclass(frozen=True)
class Step:
    """The next parameter: what it lacks, by how much, and the points it brings."""

    lack: Lack
    parameter: int
    gain: float
    by: float | None = None


@dataclass(frozen=True)
class Standing:
    """One indicator as it stands."""

    indicator: Indicator
    basis: Basis
    figure: Figure
    counted: int
    """What data or the person who looks after it say, evidence aside."""
    files: tuple[Row, ...]

    @property
    def is_measured(self) -> bool:
        """Whether the data decides, and not somebody's choice."""
        return bool(self.basis.ukuran)

    @property
    def from_data(self) -> bool:
        """Whether the reports themselves are the evidence: a number that was entered is none."""
        return self.indicator.bukti == DATA and self.basis.ukuran not in ("", ENTERED)

    @property
    def has_evidence(self) -> bool:
        """Whether something stands behind the claim."""
        if self.from_data:
            return True
        return bool(self.files)

    @property
    def reached(self) -> int:
        """The parameter that can be claimed."""
        return self.counted if self.has_evidence else 0

    @property
    def points(self) -> float:
        """Weight times parameter."""
        return self.indicator.bobot * self.reached

    @property
    def step(self) -> Step:
        """What the next points need."""
        if self.counted > self.reached:
            gain = self.indicator.bobot * self.counted
            return Step(Lack.FILE, self.counted, gain)
        if self.reached >= PARAMETERS:
            return Step(Lack.NOTHING, PARAMETERS, 0)
        if not self.is_measured:
            return Step(Lack.CHOICE, self.reached + 1, self.indicator.bobot)
        following = _following(self.basis, self.reached)
        gain = self.indicator.bobot * (following - self.reached)
        border = self.basis.batas[following - 1]
        return Step(Lack.FIGURE, following, gain, lacking(border, self.figure))


@dataclass(frozen=True)
class Overview:
    """All indicators of a year."""

    set: YearSet
    standings: tuple[Standing, ...]

    @property
    def points(self) -> float:
        """All that can be claimed today."""
        return sum(one.points for one in self.standings)

    @property
    def most(self) -> float:
        """All there are."""
        return self.set.most

    def find(self, nomor: int) -> Standing | None:
        """The standing of one indicator."""
        return next((one for one in self.standings if one.indicator.nomor == nomor), None)

    def cheapest(self, most: int = 3) -> tuple[Standing, ...]:
        """Where the next points cost least: a file, then a small gap, then work outside."""
        open_ = [one for one in self.standings if one.step.lack is not Lack.NOTHING]
        return tuple(sorted(open_, key=_cost)[:most])


_COSTS = {Lack.FILE: 0, Lack.FIGURE: 1, Lack.CHOICE: 2}


def standing(
    indicator: Indicator,
    figures: Mapping[str, Figure],
    facts: Mapping[str, Any],
    files: Sequence[Row],
) -> Standing:
    """One indicator from figures, entries and evidence files."""
    basis = indicator.basis(str(facts.get(f"indikator.{indicator.nomor}.dasar", "")))
    own = tuple(one for one in files if one["tempat"] == f"indikator:{indicator.nomor}")
    if basis.ukuran == ENTERED:
        value = facts.get(f"indikator.{indicator.nomor}.angka.{basis.kode}")
        entered = float(value) if isinstance(value, int | float) else None
        return Standing(indicator, basis, Figure(entered), basis.reached(entered), own)
    if basis.ukuran:
        figure = figures.get(basis.ukuran, Figure(None))
        return Standing(indicator, basis, figure, basis.reached(figure.value), own)
    chosen = facts.get(f"indikator.{indicator.nomor}.parameter", 0)
    counted = chosen if isinstance(chosen, int) and 0 <= chosen <= PARAMETERS else 0
    return Standing(indicator, basis, Figure(None), counted, own)


def overview(
    year: YearSet,
    figures: Mapping[str, Figure],
    facts: Mapping[str, Any],
    files: Sequence[Row],
) -> Overview:
    """All of them."""
    found = (standing(one, figures, facts, files) for one in year.indikator)
    return Overview(year, tuple(found))


def lacking(border: str, figure: Figure) -> float | None:
    """How much is missing up to a border; of a share the number of units. None: unknown."""
    if figure.value is None:
        return None
    if border.startswith("<"):
        return max(0.0, figure.value - border_number(border))
    if figure.of and figure.top is not None:
        need = next((n for n in range(figure.of + 1) if meets(border, 100 * n / figure.of)), None)
        return None if need is None else float(need - figure.top)
    need = border_number(border)
    more = math.floor(need) + 1 if not border.startswith(">=") else math.ceil(need)
    return float(more) - figure.value


def _following(basis: Basis, reached: int) -> int:
    """The next parameter that has a border: some sets leave steps out."""
    return next((n for n in range(reached + 1, PARAMETERS + 1) if basis.batas[n - 1]), reached + 1)


def _cost(one: Standing) -> tuple[int, float, float, int]:
    step = one.step
    gap = math.inf if step.by is None else step.by
    far = gap if step.lack is Lack.FIGURE else 0.0
    return _COSTS[step.lack], far, -step.gain, one.indicator.nomor
