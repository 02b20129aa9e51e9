"""The operator's commands: plain sentences, and they work while the server runs."""

from __future__ import annotations

import io
import json
import re
import socket
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from server import cli
from server.core import accounts
from server.core.config import Settings
from server.core.context import open_context
from shared.codec import encode
from shared.protocol import CODE_ALPHABET, SYNC
from tests.cast import BU_IDA, LALAYAU, patrol
from tests.server.live import Live, live, make_code, sinar

PASSWORD = "rahasia-sekali"
WHO = ("--username", "kasi")


class Say(Protocol):
    """Runs a command here on an empty folder: its status, and what it says."""

    def __call__(self, command: str, *words: str, stdin: str = "") -> tuple[int, str]: ...


@pytest.fixture
def say(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    def run(command: str, *words: str, stdin: str = "") -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        data = ["--data", str(tmp_path / "data")]
        status = cli.main([*command.split(), *data, *words])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Live, Path]]:
    """One server for all of these."""
    data = tmp_path_factory.mktemp("perintah") / "data"
    with live(data) as server:
        yield server, data


def test_a_code_is_the_last_line_and_works_while_the_server_runs(
    running: tuple[Live, Path],
) -> None:
    server, data = running
    words = ["--data", str(data), "--desa", LALAYAU, "--nama", BU_IDA.nama, "--jabatan", "Kasi"]
    done = sinar("activation-code", *words)
    assert done.returncode == 0, done.stderr
    code = done.stdout.splitlines()[-1]
    assert len(code) == 8
    assert set(code) <= set(CODE_ALPHABET)
    assert server.token(code)


def test_the_data_folder_is_the_owners_alone(running: tuple[Live, Path]) -> None:
    assert stat.S_IMODE(running[1].stat().st_mode) == 0o700


def test_a_report_is_exported_exactly_as_it_was_sent(
    running: tuple[Live, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    server, data = running
    message = {**encode(patrol()), "bidang_baru": [1.50, "é"]}
    text = json.dumps(message, indent=1)
    with server.client(server.token(make_code(data))) as client:
        kind = {"Content-Type": "application/json"}
        sent = client.post(SYNC, content='{"laporan": [' + text + "]}", headers=kind)
    assert sent.json()["results"][0]["state"] == "accepted"
    assert cli.main(["export", "--data", str(data), "--id", message["id"]]) == 0
    assert capsys.readouterr().out == text + "\n"


def test_a_revoked_phone_is_turned_away_at_once(
    running: tuple[Live, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    server, data = running
    with server.client(server.token(make_code(data))) as client:
        assert client.post(SYNC, json={}).status_code == 200
        assert cli.main(["device", "list", "--data", str(data)]) == 0
        newest = capsys.readouterr().out.strip().splitlines()[-1].split("\t")[0]
        assert cli.main(["device", "revoke", "--data", str(data), newest]) == 0
        assert client.post(SYNC, json={}).status_code == 401
    assert cli.main(["device", "list", "--data", str(data)]) == 0
    assert "\tdicabut" in capsys.readouterr().out


def test_no_token_and_no_code_stands_in_the_log(running: tuple[Live, Path]) -> None:
    server, data = running
    code = make_code(data)
    token = server.token(code)
    with server.client(token) as client:
        client.post(SYNC, json={"laporan": [encode(patrol())]})
        client.post("/api/v1/activate", json={"code": "zzzzzzz2"})
    log = server.log.read_text()
    assert re.search(r"Ida \(contoh\) \(Lalayau\) · kirim 1 hal · 1 diterima \(JUAI-", log)
    for secret in (code, token, "zzzzzzz2"):
        assert secret not in log


def test_an_account_is_added_listed_given_another_password_and_removed(
    tmp_path: Path, say: Say
) -> None:
    role = ["--role", "kasi_trantib"]
    assert say("account add", *WHO, *role, "--password-stdin", stdin=PASSWORD + "\n")[0] == 0
    assert _role(tmp_path, PASSWORD) == "kasi_trantib"
    assert "kasi\tKasi Trantib" in say("account list")[1]
    again = say("account add", *WHO, *role, "--password-stdin", stdin=PASSWORD)
    assert again == (1, "Nama akun itu sudah dipakai.\n")
    assert say("account password", *WHO, "--password-stdin", stdin="kata-sandi-baru")[0] == 0
    assert _role(tmp_path, PASSWORD) is None
    assert _role(tmp_path, "kata-sandi-baru") == "kasi_trantib"
    assert say("account remove", *WHO)[0] == 0
    assert _role(tmp_path, "kata-sandi-baru") is None
    assert say("account list") == (0, "Belum ada akun.\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("account list", "Folder data tidak ada"),
        ("device list", "Folder data tidak ada"),
        ("export --id x", "Folder data tidak ada"),
        ("activation-code --desa 63.11.01.9999 --nama Ida --jabatan Kasi", "63.11.01.9999"),
        (f"activation-code --desa {LALAYAU} --nama  --jabatan Kasi", "Nama dan jabatan"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, sentence: str
) -> None:
    command, *rest = words.split(" ")
    group = [command, rest.pop(0)] if command in ("account", "device") else [command]
    assert cli.main([*group, "--data", str(tmp_path / "tidak-ada"), *rest]) == 1
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "tidak-ada").exists()


def test_names_and_ids_that_nobody_has_are_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path)]
    assert cli.main(["export", *data, "--id", "x"]) == 1
    assert cli.main(["device", "revoke", *data, "x"]) == 1
    assert cli.main(["device", "revoke", *data]) == 1
    assert cli.main(["account", "remove", *data, "--username", "x"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 4


@pytest.mark.parametrize(("username", "password"), [("Kasi Trantib", PASSWORD), ("kasi", "pendek")])
def test_a_bad_name_or_password_is_refused(say: Say, username: str, password: str) -> None:
    words = ["--username", username, "--role", "camat", "--password-stdin"]
    status, said = say("account add", *words, stdin=password)
    assert (status, said.count("\n")) == (1, 1)


def test_a_port_that_is_taken_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = sinar("serve", "--data", str(tmp_path / "data"), "--port", port)
    assert done.returncode == 1
    assert done.stderr.startswith("Gagal: ")
    assert "Traceback" not in done.stderr


def _role(folder: Path, password: str) -> str | None:
    with open_context(Settings(folder / "data")) as ctx:
        found = accounts.check_password(ctx, "kasi", password)
    return found.role if found else None
