"""The real server as a process of its own, and the operator's commands."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from server.core.config import Settings
from server.core.context import open_context
from server.hp import activation
from shared.protocol import HEALTH
from tests.cast import BU_IDA, LALAYAU
from tests.ports import free_port

SINAR = [sys.executable, "-m", "server.cli"]
READY_S = 300


def sinar(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """One command, to its end."""
    words = (*words, *_database(words))
    return subprocess.run(
        [*SINAR, *words], input=stdin, capture_output=True, text=True, timeout=120
    )


def make_code(data: Path) -> str:
    """A code for Bu Ida's phone, made in this process while the server runs in its own."""
    with open_context(Settings(data)) as ctx:
        return activation.new_code(ctx, LALAYAU, BU_IDA.nama, BU_IDA.jabatan)


@dataclass
class Live:
    """A running server."""

    process: subprocess.Popen[str]
    url: str
    log: Path

    def client(self, token: str = "") -> httpx.Client:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx.Client(base_url=self.url, headers=headers, timeout=120)

    def token(self, code: str) -> str:
        body = {"code": code, "device_name": "HP (contoh)", "app_version": "1.0.0"}
        with self.client() as client:
            answer = client.post("/api/v1/activate", json=body)
        assert answer.status_code == 201, answer.text
        return json.loads(answer.text)["token"]

    def kill(self) -> None:
        """As a power cut does."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """As the system asks."""
        self.process.terminate()
        return self.process.wait(120)


@contextmanager
def live(data: Path, *words: str) -> Iterator[Live]:
    """`sinar serve` on this folder, until the block ends."""
    port = free_port()
    log = data.parent / f"serve-{port}.log"
    elsewhere = _database(("--data", str(data)))
    with log.open("w") as out:
        process = subprocess.Popen(
            [*SINAR, "serve", "--data", str(data), "--port", str(port), *words, *elsewhere],
            stdin=subprocess.DEVNULL, stdout=out, stderr=out, text=True,
        )  # fmt: skip
    server = Live(process, f"http://127.0.0.1:{port}", log)
    try:
        _wait(server)
        yield server
    finally:
        if process.poll() is None:
            server.kill()


def _database(words: Sequence[str]) -> list[str]:
    """Another process does not know of the lane that this one runs in."""
    if "--data" not in words or "--database" in words:
        return []
    url = Settings(Path(words[words.index("--data") + 1])).database_url
    return [] if url.startswith("sqlite") else ["--database", url]


def _wait(server: Live) -> None:
    end = time.monotonic() + READY_S
    while time.monotonic() < end and server.process.poll() is None:
        try:
            with urllib.request.urlopen(server.url + HEALTH, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise AssertionError(server.log.read_text())
