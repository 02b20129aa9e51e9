"""Which kecamatan a data folder belongs to stands in its database."""

from __future__ import annotations

import json
from pathlib import Path

from server.core import settings
from server.core import wilayah as stored
from server.core.config import Settings
from server.core.context import open_context
from server.core.rows import change_rows
from server.hp import activation
from shared.clock import FixedClock
from shared.wilayah import SETTING
from tests.cast import BU_IDA, EVENING, JUAI, LALAYAU
from tests.halong import HALONG


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


def test_the_tests_and_the_command_without_a_folder_know_the_same_juai(tmp_path: Path) -> None:
    with open_context(Settings(data=tmp_path)) as ctx:
        assert ctx.wilayah == JUAI == stored.first()


def test_phones_of_before_are_told_once(tmp_path: Path) -> None:
    with open_context(Settings(data=tmp_path), FixedClock(EVENING)) as ctx:
        code = activation.new_code(ctx, LALAYAU, BU_IDA.nama, BU_IDA.jabatan)
        phone = activation.activate(ctx, code, "HP (contoh)", "1.0.0", "10.0.0.9")
        for _ in range(2):
            settings.tell_of_kecamatan(ctx)
        with ctx.database.read() as db:
            told = change_rows.after(db, LALAYAU, phone.device_id, 0, 10)
    (only,) = [one for one in told if one["kind"] == "settings"]
    assert json.loads(only["data"])[SETTING]["nama"] == "Juai"
