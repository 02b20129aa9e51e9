"""Before and after: the manual way as the Kasi entered it, against what was measured. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from server.inovasi.innovation_fields import number
from server.inovasi.measures import Figure
from shared.wilayah import Wilayah


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


def pairs(
    wilayah: Wilayah, facts: Mapping[str, Any], figures: Mapping[str, Figure]
) -> tuple[Pair, ...]:
    """Share of villages a month, days until a report is received, hours for a recap.

    The manual way was counted among all villages; a trial of three is measured against its three.
    """
    before = number(facts, "dulu.desa_melapor")
    villages, asked = figures.get("desa_per_bulan"), figures.get("desa_aktif")
    share = None
    if villages and villages.value is not None and asked and asked.of:
        share = 100 * villages.value / asked.of
    hours = figures.get("jam_terima", Figure(None)).value
    return (
        Pair("desa", None if before is None else 100 * before / len(wilayah.desa), share, True),
        Pair(
            "hari", number(facts, "dulu.hari_terlambat"),
            None if hours is None else hours / 24, False,
        ),
        Pair("jam", number(facts, "dulu.jam_rekap"), number(facts, "kini.jam_rekap"), False),
    )  # fmt: skip
