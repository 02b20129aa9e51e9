"""The server as `pip install '.[server]'` leaves it: outside of the checkout, owned by another."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from server.core.config import Settings
from server.core.context import open_context
from server.core.sessions import Account
from server.laporan.laporan_paper import laporan_paper
from shared.protocol import HEALTH
from shared.roles import Role
from tests.house.rooms import ROOT
from tests.ports import free_port

pytestmark = pytest.mark.slow

PASSWORD = "kata sandi (contoh) panjang"
KASI = Account("kasi", Role.KASI_TRANTIB, "Kasi Trantib (contoh)")
NOBODY = 65534
READY_S = 120


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own with the wheel in it; nothing of the checkout can be seen there."""
    folder = tmp_path_factory.mktemp("terpasang")
    source = folder / "sumber"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(source)], check=True)
    for changed in _changed():
        (source / changed).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / changed, source / changed)
    for made in ("build/hp", "build/webclient", "assets/fonts"):  # made at set-up, by the same code
        if (ROOT / made).is_dir():
            shutil.copytree(ROOT / made, source / made)
    _run(sys.executable, "-m", "venv", str(folder / "env"))
    python = folder / "env" / "bin" / "python"
    _run(str(python), "-m", "pip", "install", "-q", f"{source}[server]")
    shutil.rmtree(source)
    if os.geteuid() == 0:  # somebody else's, and nobody may write there
        for path in (folder / "env", *(folder / "env").rglob("*")):
            if not path.is_symlink():
                os.chown(path, NOBODY, NOBODY)
                path.chmod(_for_all_to_read(path.stat().st_mode))
    return folder / "env"


def _for_all_to_read(mode: int) -> int:
    """Whoever installed it, under whichever umask: all may read it, only the owner may write."""
    return (mode | (mode & 0o500) >> 3 | (mode & 0o500) >> 6) & ~0o022


def _changed() -> list[str]:
    """What a clone would lack: files that are not committed yet."""
    done = subprocess.run(
        ["git", "ls-files", "-m", "-o", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [name for name in done.stdout.splitlines() if (ROOT / name).is_file()]


def _run(*words: str, **how: object) -> str:
    done = subprocess.run(words, capture_output=True, text=True, **how)  # pyright: ignore
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, installed: Path) -> Path:
    """A folder with sample reports, made by the installed program."""
    folder = tmp_path_factory.mktemp("data") / "sinar"
    python = str(installed / "bin" / "python")
    elsewhere = {"cwd": folder.parent, "env": _clean()}
    _run(python, "-m", "server.sample", "--data", str(folder), "--days", "3", **elsewhere)
    sinar = str(installed / "bin" / "sinar")
    _run(
        sinar, "account", "add", "--data", str(folder), "--username", "kasi2",
        "--role", "kasi_trantib", "--password-stdin", input=PASSWORD, **elsewhere,
    )  # fmt: skip
    return folder


def _clean() -> dict[str, str]:
    """The environment without anything that leads back to the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1"}


def _without_rights() -> list[str]:
    """Root without any of root's powers: what belongs to another cannot be written."""
    powerless = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"]
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        return []
    return powerless if subprocess.run([*powerless, "true"], check=False).returncode == 0 else []


@contextmanager
def serving(installed: Path, *words: str, cwd: Path, answers: str = "/") -> Iterator[str]:
    """A program of the installed package, run by somebody without rights on it, once it answers."""
    port = free_port()
    url, said = f"http://127.0.0.1:{port}", cwd / f"{words[0]}.log"
    with said.open("w") as log:
        process = subprocess.Popen(
            [*_without_rights(), str(installed / "bin" / "sinar"), *words, "--port", str(port)],
            cwd=cwd, env=_clean(), stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        assert _answers(process, url + answers), f"{url} does not answer:\n{said.read_text()}"
        yield url
    finally:
        process.terminate()
        try:
            process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(process: subprocess.Popen[bytes], url: str) -> bool:
    end = time.monotonic() + READY_S
    while process.poll() is None and time.monotonic() < end:
        try:
            httpx.get(url, timeout=10, trust_env=False)
        except httpx.HTTPError:
            time.sleep(0.2)
        else:
            return True
    return False


def test_the_installed_server_serves_its_pages_and_its_papers(installed: Path, data: Path) -> None:
    with (
        serving(installed, "serve", "--data", str(data), cwd=data.parent, answers=HEALTH) as url,
        httpx.Client(base_url=url, timeout=120, follow_redirects=True) as browser,
    ):
        door = browser.get("/masuk").text
        named = re.findall(r"(?:src|href)=\"?([^\" >]+\.(?:png|ttf))|url\(([^)]+\.ttf)\)", door)
        assert named
        for one in {a or b for a, b in named}:
            picture = browser.get(one.strip("'\""))
            assert picture.status_code == 200 and len(picture.content) > 1000, one
        form = {"nama": "kasi2", "sandi": PASSWORD}
        assert browser.post("/masuk", data=form, headers={"Origin": url}).status_code == 200
        ident = _first_report(data)
        letter = browser.get(f"/unduh/laporan/{ident}.pdf")
        assert letter.status_code == 200 and letter.content.startswith(b"%PDF")
        assert letter.content == _made_here(data, ident)
        assert browser.get("/unduh/daftar/anggota.pdf").content.startswith(b"%PDF")
        page = browser.get("/")
        assert page.status_code == 200
        client = {"Accept-Encoding": "br"}
        wasm = re.search(r"/klien/[^\"'/]+/", page.text)
        assert wasm
        first = 0
        for name in ("main.dart.wasm", "canvaskit/skwasm.wasm"):
            with browser.stream("GET", wasm.group(0) + name, headers=client) as answer:
                assert answer.status_code == 200
                assert answer.headers["content-encoding"] == "br"
                first += sum(len(piece) for piece in answer.iter_raw())
        assert first < 3_600_000
        assert browser.get("/hp/").status_code == 200
        assert browser.get("/hp/sw.js").status_code == 200


def test_the_installed_phone_app_starts_for_training(installed: Path, data: Path) -> None:
    folder = data.parent / "hp"
    folder.mkdir(exist_ok=True)
    words = ("phone", "--data", str(folder), "--server", "http://127.0.0.1:1")
    with serving(installed, *words, cwd=folder) as url:
        assert httpx.get(url, timeout=30).status_code == 200
        face = httpx.get(f"{url}/fonts/Jakarta-Medium.ttf", timeout=30)
        assert face.status_code == 200 and len(face.content) > 10_000


def _first_report(data: Path) -> str:
    with open_context(Settings(data)) as ctx, ctx.database.read() as db:
        return str(db.exec_driver_sql("SELECT id FROM laporan ORDER BY id LIMIT 1").scalar())


def _made_here(data: Path, ident: str) -> bytes:
    with open_context(Settings(data)) as ctx:
        made = laporan_paper(ctx, KASI, ident)
    assert made
    return made.data
