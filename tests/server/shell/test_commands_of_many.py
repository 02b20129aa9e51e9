"""The operator's commands where one data folder has several kecamatan."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from server import cli
from server.core import accounts
from server.core.config import Settings
from server.core.context import open_context
from server.core.files.folder_store import MARK
from server.core.installation import below
from server.hp import activation
from server.http import known_hosts
from server.kantor import teks as kata
from server.laporan.rows import photo_rows
from server.rawat.teks import BETUL_PULIHKAN, KECAMATAN_GAGAL, PERIKSA
from server.shell import teks
from shared.roles import Role
from tests.cast import LALAYAU
from tests.server.door_kit import PASSWORD, make_argon2_quick
from tests.server.kit import fresh_database
from tests.server.shell.kit import HALONG, add_kecamatan

pytestmark = pytest.mark.sqlite


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Juai and Halong, still empty."""
    make_argon2_quick(monkeypatch)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n" * 9))
    folder = tmp_path / "data"
    add_kecamatan(folder)
    (folder / "sinar.db").write_bytes(fresh_database())
    return folder


def _names(settings: Settings) -> list[str]:
    with open_context(settings) as ctx:
        return [one.username for one in accounts.all_accounts(ctx)]


def _add(data: Path, name: str, *more: str) -> int:
    words = ["account", "add", "--data", str(data), "--username", name, "--role", "camat"]
    return cli.main([*words, "--password-stdin", *more])


def test_an_account_is_made_where_it_is_said(data: Path, capsys: pytest.CaptureFixture[str]):
    assert _add(data, "camat") == 0
    assert _add(data, "camat.halong", "--kecamatan", HALONG) == 0
    assert _names(Settings(data)) == ["camat"]
    assert _names(below(Settings(data), HALONG)) == ["camat.halong"]
    assert _add(data, "camat", "--kecamatan", HALONG) == 1
    assert teks.CLI_AKUN_SUDAH_ADA in capsys.readouterr().err
    assert _add(data, "camat2", "--kecamatan", "63.11.01") == 0
    assert _names(Settings(data)) == ["camat", "camat2"]


def test_a_kecamatan_that_is_not_there_is_told_in_a_sentence(
    data: Path, capsys: pytest.CaptureFixture[str]
):
    assert _add(data, "camat", "--kecamatan", "63.11.77") == 1
    assert teks.CLI_KECAMATAN_TIDAK_ADA.format(kode="63.11.77") in capsys.readouterr().err
    assert _add(data, "camat", "--kecamatan", "../x") == 1
    assert teks.CLI_KODE_KECAMATAN.format(kode="../x") in capsys.readouterr().err
    assert not (data / "kecamatan" / "63.11.77").exists()


def test_two_kecamatan_never_begin_their_receipts_alike(
    data: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    table = tmp_path / "desa.csv"
    table.write_text("kode,nama,lintang,bujur\n63.11.03.2001,Hulu Contoh,-2.3,115.6\n", "utf-8")
    words = ["kecamatan", "add", "--data", str(data), "--kode", "63.11.03", "--nama", "Halong",
             "--kabupaten", "Balangan", "--desa", str(table)]  # fmt: skip
    assert cli.main(words) == 1
    assert kata.KEC_SINGKATAN_DUA.format(singkatan="HALONG") in capsys.readouterr().err
    assert not (data / "kecamatan" / "63.11.03").exists()
    assert cli.main([*words, "--singkatan", "HALONGDUA"]) == 0


def test_one_name_at_the_same_moment_in_two_kecamatan_is_one_account(data: Path):
    def add(settings: Settings) -> str:
        with open_context(settings) as ctx:
            try:
                accounts.add(ctx, "sama", Role.CAMAT, PASSWORD)
            except accounts.NameTakenError:
                return "taken"
        return "made"

    both = [Settings(data), below(Settings(data), HALONG)]
    with ThreadPoolExecutor(2) as pool:
        for _ in range(10):
            assert sorted(pool.map(add, both)) == ["made", "taken"]
            for one in both:
                with open_context(one) as ctx, contextlib.suppress(accounts.NoSuchAccountError):
                    accounts.remove(ctx, "sama")


def test_the_list_tells_of_all_and_of_what_cannot_be_opened(
    data: Path, capsys: pytest.CaptureFixture[str]
):
    add_kecamatan(data, "63.11.03", "Awayan").joinpath("sinar.db").write_bytes(b"rusak" * 4000)
    assert (
        cli.main(["kecamatan", "host", "--data", str(data), "--kecamatan", HALONG, "h.test"]) == 0
    )
    capsys.readouterr()
    assert cli.main(["kecamatan", "list", "--data", str(data), "--json"]) == 0
    juai, halong, awayan = json.loads(capsys.readouterr().out)
    assert (juai["kode"], juai["desa"], juai["host"]) == ("63.11.01", 21, "")
    assert (halong["kode"], halong["nama"], halong["host"]) == (HALONG, "Halong", "h.test")
    assert halong["bytes_basis_data"] > 10_000 and halong["kontak_terakhir"] is None
    assert awayan["masalah"]
    assert cli.main(["kecamatan", "list", "--data", str(data)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def _host(data: Path, kode: str, name: str) -> int:
    return cli.main(["kecamatan", "host", "--data", str(data), "--kecamatan", kode, name])


def test_a_name_of_the_server_is_one_kecamatans_alone(
    data: Path, capsys: pytest.CaptureFixture[str]
):
    add_kecamatan(data, "63.11.03", "Awayan")
    assert _host(data, HALONG, "https://Halong.Example.go.id:443/masuk") == 0
    with open_context(below(Settings(data), HALONG)) as ctx:
        assert known_hosts.own(ctx) == "halong.example.go.id"
    assert _host(data, "63.11.03", "halong.example.go.id.") == 1
    said = teks.CLI_NAMA_DUA.format(host="halong.example.go.id", kode=HALONG)
    assert said in capsys.readouterr().err
    for wrong in ("https://", "hp kecamatan", "[::", "a@b"):
        assert _host(data, "63.11.03", wrong) == 1
        assert teks.CLI_NAMA_BUKAN.format(host=wrong) in capsys.readouterr().err
    assert _host(data, HALONG, "") == 0
    assert _host(data, "63.11.03", "halong.example.go.id") == 0


@pytest.mark.parametrize("said", ["0", "empat", "65", "-1"])
def test_a_number_of_processes_that_is_none_is_told_by_every_command(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], said: str
):
    monkeypatch.setenv("SINAR_WORKERS", said)
    for words in (["serve"], ["account", "list"], ["kecamatan", "list"]):
        assert cli.main([*words, "--data", str(data)]) == 1
        assert teks.CLI_WORKERS.format(most=64, isi=said) in capsys.readouterr().err


def test_data_of_another_kecamatan_that_cannot_be_read_is_named_and_not_ones_own(
    data: Path, capsys: pytest.CaptureFixture[str]
):
    add_kecamatan(data, "63.11.03", "Awayan").joinpath("sinar.db").write_bytes(b"rusak" * 4000)
    for more in ([], ["--kecamatan", HALONG]):
        assert _add(data, "camat", *more) == 1
        said = capsys.readouterr().err
        assert teks.CLI_KECAMATAN_LAIN.format(kode="63.11.03") in said
        assert BETUL_PULIHKAN not in said
    (data / "sinar.db").write_bytes(b"rusak" * 4000)
    assert _add(data, "camat", "--kecamatan", HALONG) == 1
    assert "kecamatan yang pertama" in capsys.readouterr().err
    assert _names(below(Settings(data), HALONG)) == []


def test_a_backup_holds_all_and_one_is_put_back_alone(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert _add(data, "camat") == 0
    assert _add(data, "camat.halong", "--kecamatan", HALONG) == 0
    files = tmp_path / "juai.zip", tmp_path / f"juai-{HALONG}.zip"
    assert cli.main(["backup", "--data", str(data), str(files[0])]) == 0
    assert all(file.exists() for file in files)
    runs = tmp_path / "cadangan"
    runs.mkdir()
    assert cli.main(["backup", "--data", str(data), f"{runs}/"]) == 0
    assert list((runs / "kecamatan" / HALONG).glob("cadangan-*")) and list(runs.glob("cadangan-*"))
    assert _add(data, "lain") == 0
    assert _add(data, "lain.halong", "--kecamatan", HALONG) == 0
    words = ["restore", "--data", str(data), "--kecamatan", HALONG, "--force"]
    assert cli.main([*words, str(files[1])]) == 0
    assert _names(Settings(data)) == ["camat", "lain"]
    assert _names(below(Settings(data), HALONG)) == ["camat.halong"]
    capsys.readouterr()
    assert cli.main(["doctor", "--data", str(data)]) == 0
    assert str(data / "kecamatan" / HALONG) in capsys.readouterr().out
    _a_lost_machine_comes_back(data, runs)


def _a_lost_machine_comes_back(data: Path, runs: Path) -> None:
    """As the deploy page tells it: the first, then each of the others."""
    shutil.rmtree(data)
    below_it = runs / "kecamatan" / HALONG
    assert cli.main(["restore", "--data", str(data), str(runs)]) == 0
    of_halong = ["--data", str(data), "--kecamatan", HALONG, str(below_it)]
    assert cli.main(["restore", *of_halong]) == 0
    assert cli.main(["restore", "--drill", *of_halong]) == 0
    assert _names(Settings(data)) == ["camat"]
    assert _names(below(Settings(data), HALONG)) == ["camat.halong"]


def test_a_photo_folder_that_is_not_mounted_is_told_in_a_sentence_of_its_own(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    with open_context(below(Settings(data), HALONG)) as ctx:
        folder = ctx.settings.photo_folder
        with ctx.database.write() as db:
            photo_rows.name_photos(db, LALAYAU, [("0" * 64, 9)])
            photo_rows.mark_whole(db, LALAYAU, "0" * 64, 9, ctx.clock.now())
    (folder / MARK).unlink()
    assert cli.main(["backup", "--data", str(data), str(tmp_path / "juai.zip")]) == 1
    told = PERIKSA["photo_folder"].format(folder=folder)
    assert KECAMATAN_GAGAL.format(reason=told) in capsys.readouterr().out


def test_a_backup_is_put_back_where_its_own_kecamatan_lies_only(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    runs, file = tmp_path / "cadangan", tmp_path / "juai.zip"
    runs.mkdir()
    with open_context(Settings(data)) as ctx:
        activation.new_code(ctx, LALAYAU, "Ida (contoh)", "Kasi")
    assert _add(data, "camat") == 0
    assert _add(data, "camat.halong", "--kecamatan", HALONG) == 0
    for target in (f"{runs}/", str(file)):
        assert cli.main(["backup", "--data", str(data), target]) == 0
    restore = ["restore", "--data", str(data), "--force"]
    of_halong = [*restore, "--kecamatan", HALONG]
    for juais, halongs in (
        (runs, runs / "kecamatan" / HALONG), (file, tmp_path / f"juai-{HALONG}.zip"),
    ):  # fmt: skip
        capsys.readouterr()
        assert cli.main([*of_halong, str(juais)]) == 1
        assert str(halongs) in capsys.readouterr().err
        assert cli.main([*restore, str(halongs)]) == 1
        assert f"--kecamatan {HALONG}" in capsys.readouterr().err
        assert _names(below(Settings(data), HALONG)) == ["camat.halong"]
        assert _names(Settings(data)) == ["camat"]
    of_juai = [*restore, "--kecamatan", "63.11.01"]
    assert cli.main([*of_halong, str(halongs)]) == cli.main([*of_juai, str(juais)]) == 0
    assert [path.name for path in (data / "kecamatan").iterdir()] == [HALONG]
    alone = ["restore", "--data", str(tmp_path / "sendiri")]
    assert cli.main([*alone, str(halongs)]) == 0
    assert _names(Settings(tmp_path / "sendiri")) == ["camat.halong"]
