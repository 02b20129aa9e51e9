"""The demonstration: a server full of sample reports and a phone beside it, until Ctrl-C.

Both are the real programs, started as anybody starts them.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from types import FrameType
from typing import NoReturn

import segno

from server.core import accounts
from server.core.config import Settings
from server.core.context import open_context
from server.hp import activation
from server.hp.app import links
from server.hp.app.built import Built
from server.sample import rekap, teks
from server.sample.data import DAYS, SEED
from server.sample.decisions import BY
from server.sample.fill import fill
from server.sample.villages import villages
from shared.clock import FixedClock, SystemClock
from shared.roles import Role
from shared.wilayah import nama_desa

SINAR = str(Path(sys.executable).with_name("sinar"))
DESA = "63.11.01.2013"
DESA_APLIKASI = "63.11.01.2002"
ACCOUNTS = (
    ("kasi", Role.KASI_TRANTIB, BY),
    ("camat", Role.CAMAT, "Camat (contoh)"),
)
READY_S = 60.0


class DemoError(Exception):
    """The demonstration cannot run; the words say why."""


def run_demo(folder: Path, port: int, phone_port: int, days: int = DAYS) -> int:
    """Make the sample where it lacks, start both programs, print the way in, wait."""
    signal.signal(signal.SIGTERM, _as_ctrl_c)
    try:
        _demo(folder, port, phone_port, days)
    except DemoError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(teks.DEMO_BERHENTI)
    return 0


def _demo(folder: Path, port: int, phone_port: int, days: int) -> None:
    for number in (port, phone_port):
        _must_be_free(number)
    url, phone_url = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{phone_port}"
    data = folder / "server"
    if not data.exists():
        _make(data, days, url)
    with ExitStack() as running:
        server = _start(
            running, folder, "server", ["serve", "--data", str(data), "--port", str(port)]
        )
        _wait(server, f"{url}/api/v1/health", folder / "server.log")
        phone_options = ["--data", str(folder / "phone"), "--server", url]
        phone = _start(
            running, folder, "phone", ["phone", *phone_options, "--port", str(phone_port)]
        )
        _wait(phone, phone_url, folder / "phone.log")
        print(_welcome(url, phone_url, data, folder), flush=True)
        _watch({"server": server, "phone": phone}, folder)


def _make(data: Path, days: int, url: str) -> None:
    """Into a folder beside it first: what Ctrl-C leaves half done is not taken for whole."""
    draft = data.with_name("server.baru")
    shutil.rmtree(draft, ignore_errors=True)
    print(teks.DEMO_MENYIAPKAN, flush=True)
    fill(draft, days=days, told=_progress)
    with open_context(Settings(draft)) as ctx:
        for username, role, nama in ACCOUNTS:
            accounts.add(ctx, username, role, password(username), nama)
    now = SystemClock().now()
    clock = FixedClock(now)
    with open_context(Settings(draft), clock) as ctx:
        rekap.approve(ctx, clock, now, url)
    draft.rename(data)


def password(username: str) -> str:
    """Known to everybody: the demonstration listens on this machine only."""
    return f"contoh-{username}-2026"


def _progress(done: int, total: int) -> None:
    if sys.stdout.isatty():
        print(teks.DEMO_LAPORAN.format(ke=done, dari=total), end="\n" if done == total else "\r")


def _activation_code(data: Path, desa: str) -> str:
    who = next(v for v in villages(SEED) if v.desa.kode == desa).pelapor
    with open_context(Settings(data)) as ctx:
        return activation.new_code(ctx, desa, who.nama, who.jabatan, BY)


def _welcome(url: str, phone_url: str, data: Path, folder: Path) -> str:
    logins = "\n".join(
        teks.DEMO_AKUN.format(username=username, password=password(username))
        for username, _, _ in ACCOUNTS
    )
    return teks.DEMO_SIAP.format(
        server=url, phone=phone_url, kode=_activation_code(data, DESA), akun=logins, folder=folder,
        aplikasi=_phone_app(url, data),
    )  # fmt: skip


def _phone_app(url: str, data: Path) -> str:
    """The app as a village's phone loads it, with a code of its own; for the camera beside."""
    if not Built().is_there:
        return teks.DEMO_TANPA_APLIKASI
    address = links.link(url, _activation_code(data, DESA_APLIKASI))
    drawn = io.StringIO()
    segno.make(address, micro=False).terminal(drawn, border=2, compact=True)
    desa = nama_desa(DESA_APLIKASI)
    return teks.DEMO_APLIKASI.format(alamat=address, desa=desa, qr=drawn.getvalue().rstrip())


def _start(
    running: ExitStack, folder: Path, name: str, words: list[str]
) -> subprocess.Popen[bytes]:
    log = running.enter_context((folder / f"{name}.log").open("ab"))
    process = subprocess.Popen(
        [SINAR, *words],
        stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        start_new_session=True,  # Ctrl-C is ours: each is then asked to stop in turn
    )  # fmt: skip
    running.callback(_stop, process)
    return process


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Until the program answers on its address."""
    end = time.monotonic() + READY_S
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise DemoError(teks.DEMO_TIDAK_JALAN.format(alamat=url, log=log))


def _watch(programs: dict[str, subprocess.Popen[bytes]], folder: Path) -> None:
    while True:
        time.sleep(0.5)
        for name, process in programs.items():
            if process.poll() is not None:
                raise DemoError(teks.DEMO_TERHENTI.format(nama=name, log=folder / f"{name}.log"))


def _must_be_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise DemoError(teks.DEMO_PORT_TERPAKAI.format(port=port)) from error


def _as_ctrl_c(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
