"""The character of each sample village: how busy, which dangers, who reports, when silent."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from server.sample.recipes import KARHUTLA, ORANG, PELAPOR, SUNGAI
from shared.laporan import Pelapor
from shared.wilayah import Desa, Wilayah


@dataclass(frozen=True)
class Village:
    """One village as the sample needs it; ``pace`` is kegiatan a month."""

    desa: Desa
    pace: int
    dangers: frozenset[str]
    signal: float
    silent_for_days: int
    pelapor: Pelapor
    crew: tuple[str, ...]

    @property
    def has_phone(self) -> bool:
        """Whether its phone was ever activated."""
        return self.silent_for_days < NEVER


NEVER = 10_000
"""Days of silence of a village whose phone was never activated."""

# By the last four digits of the code. Floods and fires follow what is known of the villages.
_RIVER = ("2013", "2014", "2005", "2006", "2003", "2010", "2018")
_FIRE = ("2003", "2013", "2014", "2005", "2006", "2018", "2008")
_WEAK_SIGNAL = ("2002", "2015", "2017", "2016")
_SILENT = {"2011": NEVER, "2016": 38, "2004": 16}
_PACE = {"2013": 17, "2002": 12, "2007": 0, "2009": 3, "2003": 18, "2018": 16, "2020": 7}
_KNOWN = {"2013": PELAPOR[0], "2002": PELAPOR[1]}


def villages(wilayah: Wilayah, seed: int) -> list[Village]:
    """All 21, in the order of their codes."""
    return [_village(wilayah, desa.kode, seed) for desa in wilayah.desa]


def _village(wilayah: Wilayah, kode: str, seed: int) -> Village:
    short = kode[-4:]
    dice = Random(f"{seed} {kode}")
    nama, jabatan = _KNOWN.get(short) or dice.choice(PELAPOR[2:])
    dangers = {SUNGAI} if short in _RIVER else set[str]()
    if short in _FIRE:
        dangers.add(KARHUTLA)
    return Village(
        desa=wilayah.by_kode[kode],
        pace=_PACE.get(short, dice.randint(10, 15)),
        dangers=frozenset(dangers),
        signal=0.3 if short in _WEAK_SIGNAL else 0.75,
        silent_for_days=_SILENT.get(short, 0),
        pelapor=Pelapor(contoh(nama), jabatan),
        crew=tuple(contoh(name) for name in dice.sample(ORANG, 8)),
    )


def contoh(name: str) -> str:
    """The mark that a sample person bears everywhere."""
    return f"{name} (contoh)"
