"""Every command ends in a sentence and an exit code: on a full disk, where nothing may be written
or even read, and where the output knows ASCII only.
"""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from server import cli
from server.core.config import Settings
from server.core.context import open_context
from server.core.db.database import StoreBusyError, StoreClosedError, StoreFullError
from server.core.files.object_store import StorageFullError, WrongFolderError
from server.shell import cli_base
from server.sinkron.sync import sync
from server.sinkron.web import envelope
from shared.codec import encode
from tests.cast import LALAYAU, new_id, patrol
from tests.server.kit import fresh_database
from tests.server.live import make_code

DRIVER = """
import io, json, sys, traceback
from server import cli
asked = json.load(sys.stdin)
told, real = [], sys.stdout
for words, stdin in asked:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
    err = io.TextIOWrapper(io.BytesIO(), encoding="ascii", write_through=True)
    sys.stdout, sys.stderr, sys.stdin = out, err, io.StringIO(stdin)
    try:
        code = cli.main(words)
    except SystemExit as end:
        code = end.code
    except BaseException:
        code = traceback.format_exc()
    said = out.buffer.getvalue().decode("utf-8") + err.buffer.getvalue().decode("utf-8")
    told.append([code, said])
real.write(json.dumps(told)); real.flush()
"""
FULL_DISK = 'mount -t tmpfs -o size=1m tmpfs "$1" && cp -a "$2/." "$1/" 2>/dev/null; '
FILL = 'dd if=/dev/zero of="$1/isi" bs=4k 2>/dev/null; shift 2; exec "$@"'
NAMESPACE = ["unshare", "-rm", "sh", "-c", FULL_DISK + FILL, "sh"]
RIGHTS = "-dac_override,-dac_read_search,-fowner"
WITHOUT_RIGHTS = ["setpriv", f"--bounding-set={RIGHTS}", f"--inh-caps={RIGHTS}"]
PASSWORD = "kata sandi contoh"
EXPORTED = "Rúang … 夜"


pytestmark = pytest.mark.sqlite


@dataclass
class Told:
    """How one command ended."""

    words: str
    code: object
    said: str


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a report, a phone, an account and a package that is none."""
    folder = tmp_path_factory.mktemp("masalah") / "data"
    folder.mkdir(mode=0o700)
    (folder / "sinar.db").write_bytes(fresh_database())
    (folder / "paket.titip").write_bytes(b"bukan paket")
    report = {**encode(patrol()), "id": REPORT, "tempat": EXPORTED}
    from server.core import devices
    from server.hp import activation

    code = make_code(folder)
    with open_context(Settings(folder)) as ctx:
        given = activation.activate(ctx, code, "HP (contoh)", "1.0.0", "127.0.0.1")
        phone = devices.by_token(ctx, given.token)
        assert phone
        sync(ctx, phone, envelope.sync_call(json.dumps({"laporan": [report]}, ensure_ascii=False)))
    return folder


REPORT = new_id()


def commands(data: Path, aside: Path) -> list[tuple[list[str], str]]:
    """Each command, on this folder, with what is typed into it."""
    told = [
        f"activation-code --desa {LALAYAU} --nama Ida --jabatan Kasi",
        "account add --username kasi --role kasi_trantib --password-stdin", "account list",
        "account password --username kasi --password-stdin", "account remove --username kasi",
        "device list", f"device revoke {new_id()}", f"export --id {REPORT}",
        f"backup {aside}/satu.sinar", f"backup {aside}/folder/", f"restore {aside}/satu.sinar",
        f"restore --drill {aside}/satu.sinar", "doctor", "doctor --repair",
        f"take-in {data}/paket.titip", "api-token add --nama Satpol --cakupan laporan",
        "api-token list", f"api-token revoke {new_id()}",
    ]  # fmt: skip
    found = [line.split(" ") for line in told]
    groups = {"account": 2, "device": 2, "api-token": 2}
    return [
        ([*words[: groups.get(words[0], 1)], "--data", str(data),
          *words[groups.get(words[0], 1) :]], f"{PASSWORD}\n")
        for words in found
    ]  # fmt: skip


def ended(data: Path, aside: Path, *before: str, **env: str) -> list[Told]:
    asked = commands(data, aside)
    done = subprocess.run(
        [*before, sys.executable, "-c", DRIVER], input=json.dumps(asked), text=True,
        capture_output=True, timeout=300, env={"PYTHONPATH": ".", "PATH": "/usr/sbin:/usr/bin:/bin",
                                               **env},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [
        Told(" ".join(words[:2]), code, said)
        for (words, _), (code, said) in zip(asked, json.loads(done.stdout), strict=True)
    ]


SERVERS = ("serve", "phone")
"""They go on until they are told to stop, where they can start at all."""
PORT_AT_WILL = "0"


def served(name: str, folder: Path, *before: str, **env: str) -> Told:
    """A server, to its own end or until it says that it is there; then it is told to stop."""
    words = [name, "--data", str(folder), "--port", PORT_AT_WILL]
    words += ["--server", "http://127.0.0.1:1"] if name == "phone" else []
    process = subprocess.Popen(
        [*before, sys.executable, "-u", "-m", "server.cli", *words],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={"PYTHONPATH": ".", "PATH": "/usr/sbin:/usr/bin:/bin", **env},
    )  # fmt: skip
    assert process.stdout
    said = b""
    with process:
        for line in process.stdout:
            said += line
            if b"siap" in line and b"127.0.0.1" in line:
                process.terminate()
    stopped = process.returncode == -signal.SIGTERM
    return Told(name, 0 if stopped else process.returncode, said.decode("utf-8", "replace"))


def is_a_sentence(told: Told) -> bool:
    return told.code in (0, 1) and bool(told.said.strip()) and "Traceback" not in told.said


def test_on_a_healthy_folder_with_an_ascii_output(data: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(data, tmp_path / "data")
    told = ended(copy, tmp_path, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert [one for one in told if not is_a_sentence(one)] == []
    (exported,) = (one for one in told if one.words.startswith("export"))
    assert EXPORTED in exported.said
    told = [served(name, copy / name, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
            for name in SERVERS]  # fmt: skip
    assert [one for one in told if not is_a_sentence(one) or one.code] == []


def test_what_must_fail_fails_and_all_else_does_not(data: Path, tmp_path: Path) -> None:
    told = ended(shutil.copytree(data, tmp_path / "data"), tmp_path)
    assert [one.words for one in told if one.code] == [
        "device revoke", "restore --data", "take-in --data", "api-token revoke",
    ]  # fmt: skip


@pytest.mark.skipif(
    subprocess.run(["unshare", "-rm", "true"], check=False).returncode != 0,
    reason="this machine lends nobody a disk of their own",
)
def test_on_a_full_disk(data: Path, tmp_path: Path) -> None:
    disk = tmp_path / "diska"
    disk.mkdir()
    told = ended(disk, disk, *NAMESPACE, str(disk), str(data))
    assert [one for one in told if not is_a_sentence(one)] == []
    assert "Ruang disk penuh" in told[0].said
    told = [served(name, disk, *NAMESPACE, str(disk), str(data)) for name in SERVERS]
    assert [one for one in told if not is_a_sentence(one)] == []


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o500, 0o400), (0o000, 0o000)])
def test_where_nothing_may_be_written_or_even_read(
    data: Path, tmp_path: Path, folder_mode: int, file_mode: int
) -> None:
    copy, aside = shutil.copytree(data, tmp_path / "data"), tmp_path / "lain"
    aside.mkdir()
    found = [copy, *copy.rglob("*")]
    for path in reversed(found):
        path.chmod(folder_mode if path.is_dir() else file_mode)
    try:
        told = ended(copy, aside, *WITHOUT_RIGHTS)
        told += [served(name, copy, *WITHOUT_RIGHTS) for name in SERVERS]
    finally:
        for path in found:
            path.chmod(0o700)
    assert [one for one in told if not is_a_sentence(one)] == []
    assert all(one.code == 1 for one in told)


SPOILED = {
    "settings": "UPDATE settings SET value = value || char(0)",
    "kecamatan": "DELETE FROM settings WHERE key = 'wilayah'",
    "reports": "UPDATE laporan_versi SET message = message || char(0)",
    "letters": "UPDATE laporan_versi SET message = CAST(X'7BFF7D' AS TEXT)",
}


@pytest.mark.parametrize("what", SPOILED)
def test_where_a_disk_gave_back_other_letters(data: Path, tmp_path: Path, what: str) -> None:
    copy, aside = shutil.copytree(data, tmp_path / "data"), tmp_path / "lain"
    aside.mkdir()
    with closing(sqlite3.connect(copy / "sinar.db")) as db, db:
        assert db.execute(SPOILED[what]).rowcount
    told = [*ended(copy, aside), served("serve", copy)]
    assert [one for one in told if not is_a_sentence(one)] == []
    doctor = next(one for one in told if one.words == "doctor --data")
    assert doctor.code == 1
    assert "RUSAK" in doctor.said


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(28, "No space left on device"), "Ruang disk penuh"),
        (OSError(30, "Read-only file system"), "Tidak boleh"),
        (PermissionError(13, "Permission denied"), "Tidak boleh"),
        (StoreFullError("database or disk is full"), "Ruang disk penuh"),
        (StorageFullError(), "Ruang disk penuh"),
        (StoreClosedError("attempt to write a readonly database"), "Tidak boleh"),
        (StoreBusyError("database is locked"), "Gagal: database is locked"),
        (WrongFolderError("/srv/sinar/foto"), "Tempat foto /srv/sinar/foto"),
    ],
)
def test_each_trouble_has_its_sentence(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    error: Exception,
    sentence: str,
) -> None:
    def fails(_settings: Settings) -> None:
        raise error

    monkeypatch.setattr(cli_base, "open_context", fails)
    assert cli.main(["account", "list", "--data", str(tmp_path)]) == 1
    assert sentence in capsys.readouterr().err
