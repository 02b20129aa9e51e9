"""Which kecamatan a data folder belongs to stands in its database."""

from __future__ import annotations

from pathlib import Path

from server.core import wilayah as stored
from server.core.config import Settings
from server.core.context import open_context
from shared.wilayah import Desa, Wilayah

HALONG = Wilayah(
    "63.11.02", "Halong", "Balangan", "Kalimantan Selatan", "HALONG",
    (Desa("63.11.02.2001", "Contoh Hulu", -2.2, 115.7, ("conto hulu",)),
     Desa("63.11.02.2002", "Contoh Hilir", -2.3, 115.8)),
)  # fmt: skip


def test_a_folder_that_nobody_has_given_a_kecamatan_is_juais(tmp_path: Path) -> None:
    with open_context(Settings(data=tmp_path)) as ctx:
        juai = ctx.wilayah
    assert (juai.kode, juai.nama, juai.kabupaten) == ("63.11.01", "Juai", "Balangan")
    assert (juai.provinsi, juai.singkatan) == ("Kalimantan Selatan", "JUAI")
    assert len(juai.desa) == len(juai.by_kode) == 21
    assert juai.nama_desa("63.11.01.2013") == "Lalayau"
    assert juai.nama_desa("63.11.02.2001") == "63.11.02.2001"
    assert juai.choices[0] == ("63.11.01.2005", "Bata")


def test_what_was_put_there_is_what_the_next_opening_finds(tmp_path: Path) -> None:
    with open_context(Settings(data=tmp_path)) as ctx, ctx.database.write() as db:
        stored.put(db, HALONG)
    with open_context(Settings(data=tmp_path)) as ctx:
        assert ctx.wilayah == HALONG
