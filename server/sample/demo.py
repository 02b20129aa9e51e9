"""The demonstration: a server full of sample reports and a phone beside it, until Ctrl-C.

Both are the real programs, started as anybody starts them.
"""

from __future__ import annotations

import ctypes
import io
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from types import FrameType
from typing import NoReturn

import segno

from server.core import accounts
from server.core.config import Settings
from server.core.context import open_context
from server.core.files.claim import AlreadyClaimedError, claim
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

SINAR = str(Path(sys.executable).with_name("sinar"))
DESA = "63.11.01.2013"
DESA_APLIKASI = "63.11.01.2002"
ACCOUNTS = (
    ("kasi", Role.KASI_TRANTIB, BY),
    ("camat", Role.CAMAT, "Camat (contoh)"),
)
READY_S = 300.0
HERE = "127.0.0.1"
PR_SET_PDEATHSIG = 1
"""Linux' prctl: which signal a process gets when its parent is gone."""


class DemoError(Exception):
    """The demonstration cannot run; the words say why."""


def run_demo(folder: Path, port: int, phone_port: int, days: int = DAYS) -> int:
    """Make the sample where it lacks, start both programs, print the way in, wait."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _as_ctrl_c)
    try:
        _must_be_free(port, phone_port)
        with ExitStack() as ours:
            _demo(_own_folder(ours, folder, port), port, phone_port, days)
    except DemoError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(teks.DEMO_BERHENTI)
    return 0


def _own_folder(ours: ExitStack, folder: Path, port: int) -> Path:
    """The folder, or one within it while another demonstration runs there."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        ours.enter_context(claim(folder))
    except AlreadyClaimedError:
        beside = folder / str(port)
        beside.mkdir(exist_ok=True)
        ours.enter_context(claim(beside))
        print(teks.DEMO_FOLDER_LAIN.format(lain=folder, folder=beside), flush=True)
        return beside
    return folder


def _demo(folder: Path, port: int, phone_port: int, days: int) -> None:
    url, phone_url = f"http://{HERE}:{port}", f"http://{HERE}:{phone_port}"
    data = folder / "server"
    if not data.exists():
        _make(data, days, url)
    print(teks.DEMO_MENYALAKAN, flush=True)
    with ExitStack() as running:
        server = Program(running, folder / "server.log", port)
        server.start("serve", "--data", str(data))
        phone = Program(running, folder / "phone.log", phone_port)
        phone.start("phone", "--data", str(folder / "phone"), "--server", url)
        for program in (server, phone):
            program.wait()
        print(_welcome(url, phone_url, data, folder), flush=True)
        _watch(server, phone)


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
    with open_context(Settings(data)) as ctx:
        who = next(v for v in villages(ctx.wilayah, SEED) if v.desa.kode == desa).pelapor
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
    with open_context(Settings(data)) as ctx:
        desa = ctx.wilayah.nama_desa(DESA_APLIKASI)
    return teks.DEMO_APLIKASI.format(alamat=address, desa=desa, qr=drawn.getvalue().rstrip())


class Program:
    """One of the two, as anybody starts it; what it says goes into its log."""

    def __init__(self, running: ExitStack, log: Path, port: int) -> None:
        self.name, self._path, self._port = log.stem, log, port
        self._log = running.enter_context(log.open("ab"))
        self._before = log.stat().st_size
        self._running = running

    def start(self, *words: str) -> None:
        """It goes on until the stack closes, or until this process is killed."""
        self._process = subprocess.Popen(
            [SINAR, *words, "--port", str(self._port)],
            stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            start_new_session=True,  # Ctrl-C is ours: each is then asked to stop in turn
            preexec_fn=_die_with_parent,
        )  # fmt: skip
        self._running.callback(_stop, self._process)

    def wait(self) -> None:
        """Until it says itself that it is there: on its port another program may answer."""
        address = f"http://{HERE}:{self._port}"
        end = time.monotonic() + READY_S
        while address.encode() not in self._said():
            if self.has_ended or time.monotonic() > end:
                if self.has_ended:
                    _must_be_free(self._port)  # else it is ours that has it, and is slow
                raise DemoError(teks.DEMO_TIDAK_JALAN.format(alamat=address, log=self._path))
            time.sleep(0.1)

    def _said(self) -> bytes:
        return self._path.read_bytes()[self._before :]

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def must_run(self) -> None:
        """DemoError when it has ended by itself."""
        if self.has_ended:
            raise DemoError(teks.DEMO_TERHENTI.format(nama=self.name, log=self._path))


def _die_with_parent() -> None:
    """Where the demonstration is killed, nobody else would stop what it has started."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _watch(*programs: Program) -> None:
    while True:
        time.sleep(0.5)
        for program in programs:
            program.must_run()


def _must_be_free(*ports: int) -> None:
    """DemoError with a sentence for each thing that can be wrong with a port."""
    if len(set(ports)) < len(ports):
        raise DemoError(teks.DEMO_PORT_SAMA)
    for port in ports:
        if not 0 < port < 65_536:
            raise DemoError(teks.DEMO_PORT_ANEH.format(port=port))
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HERE, port))
                probe.listen()
            except PermissionError as error:
                raise DemoError(teks.DEMO_PORT_TERTUTUP.format(port=port)) from error
            except OSError as error:
                raise DemoError(teks.DEMO_PORT_TERPAKAI.format(port=port)) from error


def _as_ctrl_c(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
