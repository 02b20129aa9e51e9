"""The sheet to copy: each field of the form with its text, and what is attached to it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from server.core.papers import teks as words
from server.inovasi import innovation_design as design
from server.inovasi import innovation_fields as fields
from server.inovasi import innovation_tables as tables
from server.inovasi import legal_basis, teks
from server.inovasi.indicators import Standing
from server.inovasi.innovation import Innovation
from server.inovasi.innovation_dates import dates
from shared.clock import tanggal

Facts = Mapping[str, Any]

_WORD = re.compile(r"[^\W_]+(?:[-'’/.][^\W_]+)*")


@dataclass(frozen=True)
class Item:
    """One field: what to copy into it, what to attach, and whether somebody has ticked it."""

    kode: str
    nama: str
    text: str
    attach: tuple[str, ...]
    done: bool

    @property
    def letters(self) -> int:
        """As the form counts them, spaces too."""
        return len(self.text)

    @property
    def words(self) -> int:
        """As people count them."""
        return len(_WORD.findall(self.text))


def tick_key(tahun: int, kode: str) -> str:
    """The entry that remembers the tick of a field."""
    return f"lembar.{tahun}.{kode}"


def profile(page: Innovation) -> tuple[Item, ...]:
    """The form's own fields, in its order."""
    return tuple(_item(page, kode, name, make(page)) for kode, name, make in _FIELDS)


def indicators(page: Innovation) -> tuple[Item, ...]:
    """For each indicator the parameter that can be proven, with its files."""
    return tuple(_claim(page, one) for one in page.overview.standings)


def empty(page: Innovation) -> int:
    """How many fields of the profile have no text yet."""
    return sum(not one.text for one in profile(page))


def _item(page: Innovation, kode: str, nama: str, text: str, attach: tuple[str, ...] = ()) -> Item:
    done = page.facts.get(tick_key(page.tahun, kode)) is True
    return Item(kode, nama, text, attach, done)


def _claim(page: Innovation, one: Standing) -> Item:
    number = one.indicator.nomor
    text = ""
    if one.reached:
        told = one.basis.parameter[one.reached - 1]
        text = teks.LB_INDIKATOR.format(n=one.reached, teks=told)
    name = teks.IN_JUDUL.format(nomor=number, nama=one.indicator.nama)
    attach = tuple(file["nama"] for file in one.files)
    return _item(page, f"ind_{number}", name, text, attach)


# --- The texts of the fields ----------------------------------------------------------------------


def _entered(name: str) -> Callable[[Innovation], str]:
    return lambda page: fields.words(page.facts, f"profil.{name}").strip()


def _when(pick: str) -> Callable[[Innovation], str]:
    def told(page: Innovation) -> str:
        day = getattr(dates(page.facts), pick)
        return tanggal(day, weekday=False) if day else ""

    return told


def _stage(page: Innovation) -> str:
    found = tables.stage(page)
    return "" if found == words.KOSONG else found


def _design(page: Innovation) -> str:
    """The parts of the rancang bangun below each other, each under its heading."""
    told: list[str] = []
    for name, text in design.design(page.facts):
        shown = "\n".join(legal_basis.printed(text)) if name == "dasar_hukum" else text
        told.append(f"{teks.PR_ISIAN[name]}\n{shown}")
    return "\n\n".join(told)


_PLAIN = (
    "nama", "inisiator", "nama_inisiator", "jenis", "bentuk", "urusan", "urusan_beririsan",
    "asta_cita",
)  # fmt: skip
_FIELDS: tuple[tuple[str, str, Callable[[Innovation], str]], ...] = (
    ("nama", teks.PR_ISIAN["nama"], _entered("nama")),
    ("tahapan", teks.LB_ISIAN["tahapan"], _stage),
    *((name, teks.PR_ISIAN[name], _entered(name)) for name in _PLAIN[1:]),
    ("waktu_inisiatif", teks.LB_ISIAN["waktu_inisiatif"], _when("idea")),
    ("waktu_uji", teks.LB_ISIAN["waktu_uji"], _when("trial")),
    ("waktu_terap", teks.LB_ISIAN["waktu_terap"], _when("use")),
    ("waktu_kembang", teks.LB_ISIAN["waktu_kembang"], tables.developed),
    ("rancang", teks.LB_ISIAN["rancang"], _design),
    *((name, teks.PR_ISIAN[name], _entered(name)) for name in ("tujuan", "manfaat", "hasil",
                                                               "anggaran", "tautan")),
    ("letak", teks.LB_ISIAN["letak"], lambda page: page.wilayah.told(words.LETAK)),
)  # fmt: skip
"""Code, name and text of each field, in the order of the form."""
