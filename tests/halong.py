"""A second kecamatan for the tests: Halong, with made-up villages, and nothing of Juai in it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from server.cli import main
from server.kantor.kecamatan import Names, read
from shared.laporan import Laporan, Pelapor
from tests.cast import JUAI
from tests.server.kit import fresh_database, is_sqlite

VILLAGES = """kode,nama,lintang,bujur,ejaan
63.11.02.2001,Sungai Contoh,-2.21,115.71,
63.11.02.2002,Muara Contoh,-2.25,115.74,moara contoh
63.11.02.2003,Contohaan,-2.29,115.69,
"""
SUNGAI, MUARA, CONTOHAAN = (f"63.11.02.200{n}" for n in (1, 2, 3))
BU_SARI = Pelapor("Sari (contoh)", "Kasi Pemerintahan")
NAMES = ("Halong", "Balangan")
HALONG = read(Names("63.11.02", *NAMES), VILLAGES.encode())

_JUAIS = re.compile(
    r"\b(?:" + "|".join(re.escape(desa.nama) for desa in JUAI.desa) + r")\b|63\.11\.01", re.I
)


def add(folder: Path, table: str = VILLAGES, *more: str) -> int:
    """``sinar kecamatan add``, as the operator types it."""
    file = folder.with_name("desa.csv")
    file.write_text(table, encoding="utf-8")
    names = ("--kode", "63.11.02", "--nama", NAMES[0], "--kabupaten", NAMES[1])
    return main(["kecamatan", "add", "--data", str(folder), *names, "--desa", str(file), *more])


def made(folder: Path) -> Path:
    """A data folder of Halong."""
    folder.mkdir(mode=0o700)
    if is_sqlite(folder):
        (folder / "sinar.db").write_bytes(fresh_database())
    assert add(folder) == 0
    return folder


def of_halong(laporan: Laporan, desa: str = SUNGAI) -> Laporan:
    """The same report, written by Bu Sari."""
    return replace(laporan, desa=desa, pelapor=BU_SARI)


def juais(text: str) -> list[str]:
    """What a text says of Juai: its name, its villages, its code."""
    return sorted({found[0] for found in _JUAIS.finditer(text)})
