"""An operator makes an empty folder another kecamatan's, and hears what is wrong with a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.cli import main
from server.core import installation
from server.core.config import Settings
from server.core.context import open_context
from server.core.files.claim import claim
from server.hp import activation
from server.inovasi import innovation
from server.kantor.kecamatan import FaultyError, Names, read
from tests import halong
from tests.cast import BU_IDA, LALAYAU
from tests.server.rekap.kit import KASI


def test_an_empty_folder_becomes_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = halong.made(tmp_path / "data")
    assert "Kecamatan Halong (63.11.02) dengan 3 desa" in capsys.readouterr().out
    with open_context(Settings(data)) as ctx:
        here = ctx.wilayah
        facts = innovation.page(ctx, KASI, 2026).facts
    assert (here.provinsi, here.singkatan) == ("Kalimantan Selatan", "HALONG")
    assert here.by_kode[halong.MUARA].ejaan == ("moara contoh",)
    assert (here.by_kode[halong.SUNGAI].lintang, here.by_kode[halong.SUNGAI].bujur) == (
        -2.21, 115.71,
    )  # fmt: skip
    assert facts["kertas.penerapan"] is None  # when Juai began on paper is not Halong's
    for words in ("list", "show"):
        assert main(["kecamatan", words, "--data", str(data)]) == 0
    said = capsys.readouterr().out
    assert "63.11.02\tHalong\tBalangan\t3 desa" in said and "Muara Contoh" in said
    assert halong.juais(said) == []


def test_what_excel_saves_is_read_as_well(tmp_path: Path) -> None:
    table = halong.VILLAGES.replace(",", ";").replace("115.", "115,").replace("-2.", "-2,")
    assert halong.add(tmp_path / "data", "\ufeff" + table) == 0
    with open_context(Settings(tmp_path / "data")) as ctx:
        assert ctx.wilayah.by_kode[halong.SUNGAI].bujur == 115.71


def test_every_fault_is_told_by_its_line_and_nothing_is_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = (
        "kode,nama,lintang,bujur\n63.11.02.2001,Satu,-2.2,115.7\n"
        "63.11.01.2002,Dua,-2.2,115.7\n63.11.02.2001,,selatan,15.7\n"
    )
    assert halong.add(tmp_path / "data", table, "--singkatan", "halong!") == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in told[2:]] == [
        "Baris 3", "Baris 4", "Baris 4", "Baris 4", "Baris 4",
    ]  # fmt: skip
    assert "halong!" in told[1] and "baris 2" in told[3] and "selatan" in told[5]
    assert not (tmp_path / "data").exists()


def test_a_table_without_its_columns_or_its_villages_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert halong.add(tmp_path / "data", "kode,nama\n63.11.02.2001,Satu\n") == 1
    assert "lintang, bujur" in capsys.readouterr().err
    assert halong.add(tmp_path / "data", "kode,nama,lintang,bujur\n") == 1
    assert "terbaca 0" in capsys.readouterr().err


def test_what_is_no_table_is_told_and_a_line_may_end_as_in_older_sheets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = Names("63.11.02", *halong.NAMES)
    for table in (b"PK\x03\x04\x00\rdesa\x00", b'kode,"' + b"x" * 200_000):
        with pytest.raises(FaultyError) as refused:
            read(names, table)
        assert "kode, nama, lintang, bujur" in refused.value.faults[0]
    assert halong.add(tmp_path / "data", halong.VILLAGES.replace("\n", "\r")) == 0
    assert "3 desa" in capsys.readouterr().out


def test_what_a_server_has_read_is_not_changed_under_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second time, with the table corrected; a new one beside it goes on working."""
    data = halong.made(tmp_path / "data")
    corrected = halong.VILLAGES.replace("Contohaan", "Contohan")
    with claim(data, shared=True):  # as a server has it
        assert halong.add(data, corrected) == 1
        assert "Hentikan server dahulu" in capsys.readouterr().err
        with open_context(Settings(data)) as ctx:
            assert ctx.wilayah.by_kode[halong.CONTOHAAN].nama == "Contohaan"
            activation.new_code(ctx, halong.MUARA, BU_IDA.nama, BU_IDA.jabatan)
        assert halong.add(data, corrected) == 1
        assert "sudah dipakai" in capsys.readouterr().err
        table = halong.VILLAGES.replace("63.11.02", "63.11.03")
        beside = ("--kode", "63.11.03", "--singkatan", "LAIN")
        assert halong.add(data, table, *beside) == 0
        assert "di samping yang pertama" in capsys.readouterr().out
        below = installation.below(Settings(data), "63.11.03").data
        with claim(below, shared=True):
            assert halong.add(data, table, *beside) == 1
            assert "Hentikan server dahulu" in capsys.readouterr().err
        assert halong.add(data, table, *beside) == 0


def test_a_folder_in_use_stays_whose_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_context(Settings(tmp_path / "data")) as ctx:
        activation.new_code(ctx, LALAYAU, BU_IDA.nama, BU_IDA.jabatan)
    assert halong.add(tmp_path / "data") == 0
    assert "di samping yang pertama" in capsys.readouterr().out
    with open_context(Settings(tmp_path / "data")) as ctx:
        assert ctx.wilayah.kode == "63.11.01"
    with open_context(installation.below(Settings(tmp_path / "data"), "63.11.02")) as ctx:
        assert ctx.wilayah.nama == "Halong"
        activation.new_code(ctx, halong.MUARA, BU_IDA.nama, BU_IDA.jabatan)
    assert halong.add(tmp_path / "data") == 1
    assert "sudah dipakai" in capsys.readouterr().err
