"""A kecamatan and its villages: Kemendagri codes, names and centres of the village polygons.

Match on the code, never on the name: a village may share its name with the kecamatan.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

SETTING = "wilayah"
"""The key of the setting that holds it, at the server and on phones."""


PROVINSI: Mapping[str, str] = {
    "11": "Aceh", "12": "Sumatera Utara", "13": "Sumatera Barat", "14": "Riau", "15": "Jambi",
    "16": "Sumatera Selatan", "17": "Bengkulu", "18": "Lampung", "19": "Kepulauan Bangka Belitung",
    "21": "Kepulauan Riau", "31": "DKI Jakarta", "32": "Jawa Barat", "33": "Jawa Tengah",
    "34": "DI Yogyakarta", "35": "Jawa Timur", "36": "Banten", "51": "Bali",
    "52": "Nusa Tenggara Barat", "53": "Nusa Tenggara Timur", "61": "Kalimantan Barat",
    "62": "Kalimantan Tengah", "63": "Kalimantan Selatan", "64": "Kalimantan Timur",
    "65": "Kalimantan Utara", "71": "Sulawesi Utara", "72": "Sulawesi Tengah",
    "73": "Sulawesi Selatan", "74": "Sulawesi Tenggara", "75": "Gorontalo",
    "76": "Sulawesi Barat", "81": "Maluku", "82": "Maluku Utara", "91": "Papua",
    "92": "Papua Barat", "93": "Papua Selatan", "94": "Papua Tengah", "95": "Papua Pegunungan",
    "96": "Papua Barat Daya",
}  # fmt: skip
"""The first two digits of a code of Kemendagri."""


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
    def codes(self) -> tuple[str, ...]:
        """Their codes, in their order."""
        return tuple(self.by_kode)

    @cached_property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Code and name of each village, by name: what a menu offers."""
        ordered = sorted(self.desa, key=lambda desa: desa.nama)
        return tuple((desa.kode, desa.nama) for desa in ordered)

    def told(self, words: str, **more: object) -> str:
        """Words with ``{kecamatan}``, ``{kabupaten}`` and ``{provinsi}`` filled in.

        In capitals they are loud. ``{kode}`` and ``{desa}`` are its code and how many villages
        it has.
        """
        names = {"kecamatan": self.nama, "kabupaten": self.kabupaten, "provinsi": self.provinsi}
        loud = {key.upper(): name.upper() for key, name in names.items()}
        return words.format(**{**names, **loud, "kode": self.kode, "desa": len(self.desa), **more})

    def nama_desa(self, kode: str) -> str:
        """The village's name; the code itself when it is none of this kecamatan."""
        desa = self.by_kode.get(kode)
        return desa.nama if desa else kode


NOBODYS = Wilayah("", "", "", "", "", ())
"""Of a phone that has not been activated."""


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
