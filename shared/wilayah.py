"""A kecamatan and its villages: Kemendagri codes, names and centres of the village polygons.

Match on the code, never on the name: a village may share its name with the kecamatan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Desa:
    """A village; ``lintang`` and ``bujur`` in degrees, centre of its polygon (not its office).

    ``ejaan``: other ways in which people write its name, beyond those that follow from it.
    """

    kode: str
    nama: str
    lintang: float
    bujur: float
    ejaan: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wilayah:
    """A sub-district; ``kode`` as in ``63.11.01``, ``singkatan`` heads the resi."""

    kode: str
    nama: str
    kabupaten: str
    provinsi: str
    singkatan: str
    desa: tuple[Desa, ...]

    @cached_property
    def by_kode(self) -> Mapping[str, Desa]:
        """The villages by their code."""
        return {desa.kode: desa for desa in self.desa}

    @cached_property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Code and name of each village, by name: what a menu offers."""
        ordered = sorted(self.desa, key=lambda desa: desa.nama)
        return tuple((desa.kode, desa.nama) for desa in ordered)

    def nama_desa(self, kode: str) -> str:
        """The village's name; the code itself when it is none of this kecamatan."""
        desa = self.by_kode.get(kode)
        return desa.nama if desa else kode


def to_json(wilayah: Wilayah) -> dict[str, Any]:
    """As the settings keep it and phones are sent it."""
    villages: list[dict[str, Any]] = []
    for desa in wilayah.desa:
        centre = {"lintang": desa.lintang, "bujur": desa.bujur}
        more = {"ejaan": list(desa.ejaan)} if desa.ejaan else {}
        villages.append({"kode": desa.kode, "nama": desa.nama, **centre, **more})
    return {
        "kode": wilayah.kode,
        "nama": wilayah.nama,
        "kabupaten": wilayah.kabupaten,
        "provinsi": wilayah.provinsi,
        "singkatan": wilayah.singkatan,
        "desa": villages,
    }


def from_json(data: Mapping[str, Any]) -> Wilayah:
    """The same, read again; KeyError, TypeError or ValueError when it is something else."""
    villages = tuple(
        Desa(
            str(one["kode"]),
            str(one["nama"]),
            float(one["lintang"]),
            float(one["bujur"]),
            tuple(map(str, one.get("ejaan", ()))),
        )
        for one in data["desa"]
    )
    names = ("kode", "nama", "kabupaten", "provinsi", "singkatan")
    return Wilayah(*(str(data[name]) for name in names), desa=villages)


KECAMATAN = Wilayah("63.11.01", "Juai", "Balangan", "Kalimantan Selatan", "JUAI", ())

DESA: tuple[Desa, ...] = (
    Desa("63.11.01.2001", "Muara Ninian", -2.297247, 115.533151),
    Desa("63.11.01.2002", "Hamarung", -2.320195, 115.564349),
    Desa("63.11.01.2003", "Juai", -2.266957, 115.604904),
    Desa("63.11.01.2004", "Buntu Karau", -2.249288, 115.546623),
    Desa("63.11.01.2005", "Bata", -2.240998, 115.607732),
    Desa("63.11.01.2006", "Galumbang", -2.264263, 115.612027),
    Desa("63.11.01.2007", "Sungai Batung", -2.346535, 115.619626),
    Desa("63.11.01.2008", "Sirap", -2.278412, 115.567173),
    Desa("63.11.01.2009", "Tigarun", -2.321899, 115.631518),
    Desa("63.11.01.2010", "Teluk Bayur", -2.269196, 115.593626),
    Desa("63.11.01.2011", "Pamurus", -2.348786, 115.54354),
    Desa("63.11.01.2012", "Marias", -2.287472, 115.540085),
    Desa("63.11.01.2013", "Lalayau", -2.189226, 115.611233),
    Desa("63.11.01.2014", "Mihu", -2.195451, 115.593845),
    Desa("63.11.01.2015", "Hukai", -2.321754, 115.540731),
    Desa("63.11.01.2016", "Tawahan", -2.366871, 115.607037),
    Desa("63.11.01.2017", "Gulinggang", -2.332227, 115.577941),
    Desa("63.11.01.2018", "Mungkur Uyam", -2.2669, 115.577899),
    Desa("63.11.01.2019", "Panimbaan", -2.30151, 115.606568),
    Desa("63.11.01.2020", "Wonorejo", -2.207793, 115.568613),
    Desa("63.11.01.2021", "Sumber Rejeki", -2.230919, 115.589788),
)

ALSO_WRITTEN: dict[str, tuple[str, ...]] = {
    "63.11.01.2001": ("ma ninian", "muara niniyan", "muaraninian", "m ninian"),
    "63.11.01.2004": ("buntu kabau", "buntukarau", "buntukabau", "bt karau"),
    "63.11.01.2007": ("sei batung", "sungaibatung", "s batung", "sei. batung"),
    "63.11.01.2010": ("tlk bayur", "telukbayur", "tl bayur"),
    "63.11.01.2018": ("munkur uyam", "mungkuruyam", "mkr uyam", "mungkur uyan"),
    "63.11.01.2019": ("panimba'an", "panimban"),
    "63.11.01.2020": ("wono rejo", "wonorejo"),
    "63.11.01.2021": ("sumber rezeki", "sumberrejeki", "sbr rejeki", "sumber rejeky"),
}
"""Other ways in which people write the names of villages, in small letters."""

KODE: dict[str, Desa] = {desa.kode: desa for desa in DESA}


def nama_desa(kode: str) -> str:
    """The village's name; the code itself when it is none of ours."""
    desa = KODE.get(kode)
    return desa.nama if desa else kode
