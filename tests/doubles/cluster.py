"""A PostgreSQL of the tests' own: in a folder of /tmp, reached by a socket in it, not kept on disk.

`initdb` refuses root, so root starts it as another user. Where it cannot be had, `why_not` tells.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "sinar"
USERS = ("postgres", "nobody")
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
START_S = 120


def programs() -> Path | None:
    """The folder of `initdb` and `postgres`, Debian's or whatever the PATH names."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    named = shutil.which("initdb")
    both = [*found, *([Path(named)] if named else [])]
    return next((path.parent for path in both if (path.parent / "postgres").exists()), None)


def why_not() -> str:
    """What lacks; empty where a cluster can be started."""
    if programs() is None or importlib.util.find_spec("psycopg") is None:
        return "PostgreSQL or its driver is not installed"
    if os.getuid() == 0 and not shutil.which("setpriv"):
        return "initdb refuses root, and setpriv lacks"
    return ""


class Cluster:
    """Runs until `stop`; may be killed and started again in between."""

    def __init__(self, *, durable: bool = False) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="sinar-pg-", dir="/tmp"))
        self._settings = () if durable else FAST
        self._process: subprocess.Popen[bytes] | None = None
        self._as: list[str] = []
        if os.getuid() == 0:
            user = _other_user()
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            ids = (f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups")
            self._as = ["setpriv", *ids, "--pdeathsig=QUIT", "--"]
        self._run(
            "initdb", "-D", str(self.folder / "data"), "-U", OWNER, "--auth=trust",
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
        )  # fmt: skip
        self.start()

    def start(self) -> None:
        """Until it answers."""
        settings = ("listen_addresses=", "max_connections=300", "jit=off", *self._settings)
        words = [word for one in settings for word in ("-c", one)]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*self._as, str(_program("postgres")), "-D", str(self.folder / "data"),
                 "-k", str(self.folder), *words],
                stdout=log, stderr=log, cwd="/",
            )  # fmt: skip
        end = time.monotonic() + START_S
        while not self._answers():
            assert self._process.poll() is None, (self.folder / "log").read_text()
            assert time.monotonic() < end, (self.folder / "log").read_text()
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT lets every connection go, SIGQUIT is the nearest thing to a power cut."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(START_S)
            self._process = None

    def cpu_s(self) -> float:
        """Seconds of processor of all its processes, those that have ended too."""
        assert self._process is not None
        found, ticks = [self._process.pid], 0
        while found:
            pid = found.pop()
            with contextlib.suppress(OSError):  # it has ended: its parent counts it
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                ticks += sum(map(int, fields[11:15]))
                children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
                found += map(int, children.split())
        return ticks / os.sysconf("SC_CLK_TCK")

    def remove(self) -> None:
        """Nothing is left of it."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, name: str) -> str:
        """How a server of ours is told of a database."""
        return f"postgresql://{OWNER}@/{name}?host={self.folder}"

    def run(self, statement: str) -> None:
        """Something about whole databases."""
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as db:
            db.execute(statement.encode())

    def names(self) -> list[str]:
        """Of all databases."""
        import psycopg

        with psycopg.connect(self.url("postgres")) as db:
            return [row[0] for row in db.execute("SELECT datname FROM pg_database")]

    def make(self, name: str, template: str = "template0") -> str:
        """A database and its address."""
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')
        return self.url(name)

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, name: str, *words: str) -> None:
        done = subprocess.run(
            [*self._as, str(_program(name)), *words], capture_output=True, text=True, cwd="/"
        )
        assert done.returncode == 0, done.stderr


@contextmanager
def cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """One for as long as the block lasts."""
    running = Cluster(durable=durable)
    try:
        yield running
    finally:
        running.remove()


def _program(name: str) -> Path:
    folder = programs()
    assert folder is not None
    return folder / name


def _other_user() -> pwd.struct_passwd:
    for name in USERS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise AssertionError("no user but root")
