"""Makes a data folder another kecamatan's, from its names and a table of its villages.

KecamatanError
├── FaultyError   lines of the table, or a name, must be mended first
├── BegunError    codes, phones or reports are here: another kecamatan needs a folder of its own
└── ThereError    one of this code is at this server already
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from server.core import wilayah as stored
from server.core.commands import OPERATOR
from server.core.context import Context
from server.core.rows import audit_rows, kecamatan_rows
from server.inovasi import innovation_fields
from server.inovasi.rows import innovation_rows
from server.kantor import teks
from shared.checks_form import good_text
from shared.wilayah import PROVINSI, Desa, Wilayah

COLUMNS = ("kode", "nama", "lintang", "bujur")
SPELLINGS = "ejaan"
"""May stand beside them: other ways to write the name, parted by semicolons."""
MOST, LONGEST = 300, 60
_KODE = re.compile(r"\d\d\.\d\d\.\d\d\Z", re.ASCII)
_SHORT = re.compile(r"[A-Z0-9-]{2,12}\Z", re.ASCII)
_LANDS = {"lintang": (-12.0, 7.0), "bujur": (94.0, 142.0)}
"""Degrees between which Indonesia lies."""


class KecamatanError(Exception):
    """Nothing was stored."""


class FaultyError(KecamatanError):
    """Each fault is a sentence, with its line where it has one."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)


class BegunError(KecamatanError):
    """The folder is in use."""


class ThereError(KecamatanError):
    """Look at the one that is there."""


@dataclass(frozen=True)
class Names:
    """What the operator says of a kecamatan; what is empty follows from the rest."""

    kode: str
    nama: str
    kabupaten: str
    provinsi: str = ""
    singkatan: str = ""


def read(names: Names, table: bytes) -> Wilayah:
    """The kecamatan with its villages; raises FaultyError with every fault."""
    faults: list[str] = []
    if not _KODE.match(names.kode):
        faults.append(teks.KEC_KODE.format(kode=names.kode))
    short = names.singkatan or re.sub(r"[^A-Z0-9]", "", names.nama.upper())[:12]
    if not _SHORT.match(short):
        faults.append(teks.KEC_SINGKATAN.format(singkatan=short))
    province = names.provinsi or PROVINSI.get(names.kode[:2], "")
    if not all(_is_name(one) for one in (names.nama, names.kabupaten, province)):
        faults.append(teks.KEC_NAMA.format(most=LONGEST))
    villages = _all_villages(names.kode, table, faults)
    if faults:
        raise FaultyError(faults)
    return Wilayah(
        names.kode, names.nama.strip(), names.kabupaten.strip(), province.strip(), short, villages
    )


def text_of(table: bytes) -> str:
    """The table as text, whichever program has saved it."""
    try:
        text = table.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = table.decode("cp1252", errors="replace")
    return io.StringIO(text, newline=None).getvalue()  # older sheets end a line with CR alone


def is_begun(ctx: Context) -> bool:
    """Whether anything here names a village: then the folder stays whose it is."""
    with ctx.database.read() as db:
        return kecamatan_rows.is_begun(db)


def establish(ctx: Context, new: Wilayah) -> None:
    """The folder is this kecamatan's from its next opening on; raises BegunError."""
    now = ctx.clock.now()
    with ctx.database.write() as db:
        if kecamatan_rows.is_begun(db):
            raise BegunError
        stored.put(db, new)
        for key in innovation_fields.ON_PAPER:  # a replication has its own dates
            innovation_rows.put_fact(db, key, "null", now, OPERATOR)
        audit_rows.add(db, now, OPERATOR, "kecamatan_set", new.kode, new.nama)


def _all_villages(kode: str, table: bytes, faults: list[str]) -> tuple[Desa, ...]:
    """None where it is no table at all, such as a workbook."""
    try:
        return tuple(_villages(kode, table, faults))
    except csv.Error:
        faults.append(teks.KEC_KOLOM.format(kolom=", ".join(COLUMNS)))
        return ()


def _villages(kode: str, table: bytes, faults: list[str]) -> Iterator[Desa]:
    text = text_of(table)
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if ";" in head else ",")
    rows.fieldnames = [name.strip().lower() for name in rows.fieldnames or ()]
    missing = [name for name in COLUMNS if name not in rows.fieldnames]
    if missing:
        faults.append(teks.KEC_KOLOM.format(kolom=", ".join(missing)))
        return
    seen: dict[str, int] = {}
    for row in rows:
        cells = {name: (row.get(name) or "").strip() for name in (*COLUMNS, SPELLINGS)}
        if not any(cells.values()):
            continue
        found = list(_faults(kode, cells, seen))
        faults += [teks.KEC_BARIS.format(baris=rows.line_num, salah=one) for one in found]
        seen[cells["kode"]] = rows.line_num
        if not found:
            yield _village(cells)
    if not 0 < len(seen) <= MOST:
        faults.append(teks.KEC_BANYAK.format(n=len(seen), most=MOST))


def _faults(kode: str, cells: Mapping[str, str], seen: Mapping[str, int]) -> Iterator[str]:
    own = cells["kode"]
    if not re.fullmatch(rf"{re.escape(kode)}\.\d{{4}}", own, re.ASCII):
        yield teks.KEC_DESA_KODE.format(isi=own, kode=kode)
    elif own in seen:
        yield teks.KEC_DESA_DUA.format(isi=own, baris=seen[own])
    if not _is_name(cells["nama"]):
        yield teks.KEC_DESA_NAMA.format(most=LONGEST)
    for name, (least, most) in _LANDS.items():
        degrees = _degrees(cells[name])
        if degrees is None or not least <= degrees <= most:
            yield teks.KEC_DESA_LETAK.format(kolom=name, isi=cells[name])


def _village(cells: Mapping[str, str]) -> Desa:
    south, east = (_degrees(cells[name]) or 0.0 for name in _LANDS)
    spelt = tuple(one for said in cells[SPELLINGS].split(";") if (one := said.strip().lower()))
    return Desa(cells["kode"], cells["nama"], south, east, spelt)


def _degrees(text: str) -> float | None:
    """As people and sheets write them: ``-2.19``, ``-2,19``."""
    if not re.fullmatch(r"[-−]?\d{1,3}([.,]\d{1,12})?", text, re.ASCII):
        return None
    return float(text.replace("−", "-").replace(",", "."))


def _is_name(text: str) -> bool:
    return bool(text.strip()) and len(text) <= LONGEST and good_text(text) and text.isprintable()
