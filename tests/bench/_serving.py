"""A server of some commit's files, ready to be measured, and what the system says of it."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from shared.protocol import HEALTH
from tests.ports import free_port

HERE = Path(__file__).parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
CALM_S = 1.5
READY = "siap"
_CODES = """
import contextlib, io, json, sys
from server.cli import main
found = []
for desa in json.loads(sys.argv[2]):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        main(["activation-code", "--data", sys.argv[1], "--desa", desa, "--nama",
              "Bangku (contoh)", "--jabatan", "Kasi", *sys.argv[3:]])
    found.append([desa, out.getvalue().split()[-1]])
print(json.dumps(found))
"""


def codes_of(
    data: Path, villages: list[str], database: list[str], code: Path = HERE
) -> list[tuple[str, str]]:
    """A data folder is made, with an activation code for each of the villages."""
    command = [sys.executable, "-c", _CODES, str(data), json.dumps(villages), *database]
    done = subprocess.run(
        command, cwd=code, env=_env(code), check=True, capture_output=True, text=True
    )
    return [(desa, given) for desa, given in json.loads(done.stdout.splitlines()[-1])]


@contextlib.contextmanager
def serving(
    data: Path, database: list[str], code: Path = HERE, workers: int = 1
) -> Iterator[Server]:
    """`sinar serve` of these files, ready and calm."""
    port = free_port()
    words = ["serve", "--data", str(data), "--port", str(port), *database]
    if workers > 1:
        words += ["--workers", str(workers)]
    log = data.with_name(f"{data.name}.log")
    with (
        log.open("w") as told,
        subprocess.Popen(
            [sys.executable, "-m", "server.cli", *words], cwd=code, env=_env(code), stderr=told
        ) as process,
    ):
        began = time.monotonic()
        try:
            _wait_for(port, log)
            server = Server(port, process.pid, time.monotonic() - began)
            server.start_cpu_s = server.cpu_s()
            time.sleep(CALM_S)
            yield server
        finally:
            process.terminate()


def _env(code: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(code), "PYTHONDONTWRITEBYTECODE": ""}


@dataclass
class Server:
    """The process with those it looks after, and what the system says of them."""

    port: int
    pid: int
    ready_s: float = 0.0
    start_cpu_s: float = 0.0

    def cpu_s(self) -> float:
        """Seconds of processor that they have used, all their threads together."""
        stats = [Path(f"/proc/{one}/stat").read_text() for one in self._all()]
        fields = [stat.rpartition(")")[2].split() for stat in stats]
        return sum(int(one[11]) + int(one[12]) for one in fields) / TICKS

    def memory_mb(self) -> float:
        """What they hold of the machine's memory now."""
        told = [Path(f"/proc/{one}/status").read_text() for one in self._all()]
        return sum(int(one.partition("VmRSS:")[2].split()[0]) for one in told) / 1000

    def _all(self) -> list[int]:
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text()
        return [self.pid, *map(int, children.split())]


def _wait_for(port: int, log: Path) -> None:
    """Until it answers, and all of it says that it is ready."""
    deadline = time.monotonic() + 600
    asked = f"GET {HEALTH} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
    while True:
        with (
            contextlib.suppress(OSError),
            socket.create_connection(("127.0.0.1", port), timeout=5) as wire,
        ):
            wire.sendall(asked)
            if b" 200 " in wire.recv(64) and READY in log.read_text():
                return
        if time.monotonic() > deadline:
            raise TimeoutError("the server does not come up")
        time.sleep(0.02)
