"""Before and after: the manual way as the Kasi entered it, against what was measured. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from server.usecases.innovation_fields import number
from server.usecases.measures import Figure


@dataclass(frozen=True)
class Pair:
    """One thing before and after; None where it is not known. ``more``: whether more is better."""

    kode: str
    before: float | None
    after: float | None
    more: bool

    @property
    def better(self) -> bool | None:
        """Whether it has become better; None while it cannot be told."""
        if self.before is None or self.after is None or self.before == self.after:
            return None
        return (self.after > self.before) == self.more


def pairs(facts: Mapping[str, Any], figures: Mapping[str, Figure]) -> tuple[Pair, ...]:
    """Villages a month, days until a report is received, hours for a recap (entered twice)."""
    villages = figures.get("desa_per_bulan", Figure(None)).value
    hours = figures.get("jam_terima", Figure(None)).value
    return (
        Pair("desa", number(facts, "dulu.desa_melapor"), villages, True),
        Pair(
            "hari", number(facts, "dulu.hari_terlambat"),
            None if hours is None else hours / 24, False,
        ),
        Pair("jam", number(facts, "dulu.jam_rekap"), number(facts, "kini.jam_rekap"), False),
    )  # fmt: skip
