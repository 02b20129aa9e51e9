"""The three stages as they stand: dates, what each asks, what is there. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from server.inovasi import innovation_fields as fields
from server.inovasi import teks
from server.inovasi.innovation import Innovation
from server.inovasi.innovation_set import Asked, Stage
from shared.clock import tanggal

DATES = {
    "inisiatif": ("tahap.inisiatif.mulai", ""),
    "uji_coba": ("uji.mulai", "uji.selesai"),
    "penerapan": ("tahap.penerapan.mulai", ""),
    "pengembangan": ("kembang.1.mulai", ""),
}
"""By stage the entries for its first and its last day."""
ANY, DEVELOPED = "*", "tahap:kembang_"
"""Evidence of any kind, at any of the developments."""


@dataclass(frozen=True)
class StageFacts:
    """One stage: its name, its dates in words, and each thing it asks with whether it is there."""

    kode: str
    name: str
    when: str
    asked: tuple[tuple[Asked, bool], ...]

    @property
    def count(self) -> int:
        return sum(there for _, there in self.asked)

    @property
    def done(self) -> bool:
        return bool(self.asked) and self.count == len(self.asked)


def stages(page: Innovation) -> tuple[StageFacts, ...]:
    return tuple(_facts(page, stage) for stage in page.overview.set.tahapan)


def _facts(page: Innovation, stage: Stage) -> StageFacts:
    asked = tuple((one, _is_there(page, stage, one)) for one in stage.syarat)
    return StageFacts(stage.kode, stage.nama, _when(page, stage.kode), asked)


def _is_there(page: Innovation, stage: Stage, one: Asked) -> bool:
    if one.isian:
        return fields.filled(page.facts.get(one.isian))
    if one.berkas == ANY:
        return any(f["tempat"].startswith(DEVELOPED) for f in page.files)
    place = f"tahap:{stage.kode}"
    return any(f["tempat"] == place and f["jenis"] == one.berkas for f in page.files)


def _when(page: Innovation, kode: str) -> str:
    first, last = DATES.get(kode, ("", ""))
    since, until = fields.day(page.facts, first), fields.day(page.facts, last)
    if since is None:
        return teks.BELUM_ADA_TANGGAL
    if until is None:
        return _day(since)
    return teks.SAMPAI.format(mulai=_day(since), selesai=_day(until))


def _day(day: date) -> str:
    return tanggal(day, weekday=False)
