"""How many reports with three photos a server takes in a second, and what each costs it.

The server is `sinar serve` in a process of its own, as in the office; the phones are plain httpx
clients that keep their connection, on the same machine.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import io
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

from server.core.config import Settings
from server.core.context import open_context
from server.hp.activation import new_code
from shared import protocol as p
from shared.codec import encode
from shared.laporan import Foto
from shared.wilayah import KODE
from tests import cast
from tests.mobile.device import pictures

PHOTOS, PHOTO_BYTES = 3, 150_000
REPORTS = {1: 40, 8: 160}
TICKS = os.sysconf("SC_CLK_TCK")
CALM_S = 2.0


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that `make bench` prints."""
    with tempfile.TemporaryDirectory() as folder, _serving(Path(folder)) as server:
        rest = server.memory_mb()
        rows = [("server memory at rest", f"{rest:.0f} MB")]
        for clients, reports in REPORTS.items():
            rows += asyncio.run(_round(server, clients, reports))
        time.sleep(CALM_S)
        rows.append(("server memory after", f"{server.memory_mb():.0f} MB"))
    return rows


@dataclass
class _Server:
    """The process, and what the system says of it."""

    data: Path
    port: int
    pid: int

    def cpu_s(self) -> float:
        """Seconds of processor that it has used, all its threads together."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_mb(self) -> float:
        """What it holds of the machine's memory now."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1000

    def codes(self, count: int) -> list[tuple[str, str]]:
        """A village and a code for each phone."""
        with open_context(Settings(self.data)) as ctx:
            villages = list(KODE)[:count]
            return [(desa, new_code(ctx, desa, "Bangku (contoh)", "Kasi")) for desa in villages]


@contextlib.contextmanager
def _serving(data: Path) -> Iterator[_Server]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "server.cli",
        "serve",
        "--data",
        str(data),
        "--port",
        f"{port}",
    ]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port)
            time.sleep(CALM_S)
            yield _Server(data, port, process.pid)
        finally:
            process.terminate()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            answer = httpx.get(f"http://127.0.0.1:{port}{p.HEALTH}", trust_env=False)
        except httpx.TransportError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            answer.raise_for_status()
            return


async def _round(server: _Server, clients: int, reports: int) -> list[tuple[str, str]]:
    picture = _picture()
    phones = [_Phone(server.port, desa, code, picture) for desa, code in server.codes(clients)]
    for phone in phones:
        await phone.activate()
        await phone.report()  # connections open, caches warm: they are not the report's
    cpu, start = server.cpu_s(), time.perf_counter()
    await asyncio.gather(*(phone.reports(reports // clients) for phone in phones))
    seconds, used = time.perf_counter() - start, server.cpu_s() - cpu
    for phone in phones:
        await phone.close()
    who = f"{clients} client{'s' if clients > 1 else ''}, three 150 kB photos each"
    return [
        (f"reports a second, {who}", f"{reports / seconds:.0f}"),
        (f"CPU of the server per report, {who}", f"{used / reports * 1000:.1f} ms"),
    ]


class _Phone:
    """Sends one report after the other: a text, three photos, four requests."""

    def __init__(self, port: int, desa: str, code: str, picture: bytes) -> None:
        self._desa, self._code, self._picture = desa, code, picture
        base = f"http://127.0.0.1:{port}"
        self._http = httpx.AsyncClient(base_url=base, trust_env=False, timeout=60)
        self._cursor: int | None = None

    async def activate(self) -> None:
        body = {"code": self._code, "device_name": "bangku", "app_version": "1.0.0"}
        answer = await self._http.post(p.ACTIVATE, json=body)
        answer.raise_for_status()
        self._http.headers["Authorization"] = f"Bearer {answer.json()['token']}"

    async def close(self) -> None:
        await self._http.aclose()

    async def reports(self, count: int) -> None:
        for _ in range(count):
            await self.report()

    async def report(self) -> None:
        photos = [self._fresh() for _ in range(PHOTOS)]
        named = tuple(Foto(hashlib.sha256(one).hexdigest(), len(one), 1280, 960) for one in photos)
        laporan = encode(cast.patrol(desa=self._desa, foto=named))
        answer = await self._http.post(p.SYNC, json={"cursor": self._cursor, "laporan": [laporan]})
        answer.raise_for_status()
        said = answer.json()
        assert said["results"][0]["state"] == p.ACCEPTED, said
        self._cursor = said["cursor"]
        for foto, data in zip(named, photos, strict=True):
            await self._send(foto, data)

    async def _send(self, foto: Foto, data: bytes) -> None:
        headers = {
            "Tus-Resumable": p.TUS,
            "Upload-Length": str(len(data)),
            "Upload-Metadata": f"sha256 {base64.b64encode(foto.sha256.encode()).decode()}",
            "Content-Type": p.OFFSET_TYPE,
        }
        answer = await self._http.post(p.PHOTOS, headers=headers, content=data)
        assert answer.status_code == 201, answer.text
        assert answer.headers["Upload-Offset"] == str(len(data))

    def _fresh(self) -> bytes:
        """The picture with a comment that no other has."""
        mark = b"\xff\xfe\x00\x12" + random.randbytes(16)
        return self._picture[:2] + mark + self._picture[2:]


def _picture() -> bytes:
    """A JPEG of 1280 by 960 and nearly 150 kB, as a phone stores it."""
    image = pictures.scene(1280, 960)
    quality, data = 95, b""
    while not 0 < len(data) <= PHOTO_BYTES - 20:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality, progressive=True)
        quality, data = quality - 5, buffer.getvalue()
    missing = PHOTO_BYTES - 20 - len(data)
    filler = b""
    while missing > 4:
        count = min(missing, 60_000)
        filler += b"\xff\xfe" + (count - 2).to_bytes(2, "big") + bytes(count - 4)
        missing -= count
    return data[:2] + filler + data[2:]


if __name__ == "__main__":
    for what, figure in figures():
        print(f"{what:70} {figure}")
