"""Phones that cost little: kept connections on plain blocking sockets, shared out over processes.

A report is what `design/sync.md` asks for: one sync with inventory and device, then three photos
by creation-with-upload. What a phone makes of its camera is made before the clock starts.
"""

from __future__ import annotations

import base64
import hashlib
import json
import multiprocessing
import os
import random
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from shared import protocol as p
from shared.codec import encode
from shared.laporan import Foto
from tests import cast

PHOTOS = 3
PROCESSES = 2
MARK_BYTES = 16
_READ = 65_536


class Job(NamedTuple):
    """One phone: where it sends, who it is, and what its camera sees."""

    port: int
    desa: str
    code: str
    picture: bytes
    reports: int


class Told(NamedTuple):
    """What a process of phones has to say: its own processor time, and each report's seconds."""

    cpu_s: float
    seconds: list[float]


def sent_by(jobs: list[Job], when_warm: Callable[[], None]) -> tuple[float, list[Told]]:
    """The seconds from the first report to the last, all phones at once.

    ``when_warm`` is called when all are activated and have sent one report each.
    """
    shares = [jobs[start::PROCESSES] for start in range(min(PROCESSES, len(jobs)))]
    ways = [multiprocessing.Pipe() for _ in shares]
    # Fresh ones: what this process holds is none of theirs.
    spawn = multiprocessing.get_context("spawn")
    workers = [
        spawn.Process(target=_process, args=(share, far), daemon=True)
        for share, (_, far) in zip(shares, ways, strict=True)
    ]
    for worker, (_, far) in zip(workers, ways, strict=True):
        worker.start()
        far.close()  # so that a process that ends early is heard of
    for near, _ in ways:
        near.recv()
    when_warm()
    started = time.perf_counter()
    for near, _ in ways:
        near.send("go")
    told = [near.recv() for near, _ in ways]
    took = time.perf_counter() - started
    for worker in workers:
        worker.join()
    return took, told


def _process(jobs: list[Job], way: Connection) -> None:
    phones = [_Phone(job) for job in jobs]
    for phone in phones:
        phone.activate()
        phone.report()  # connection open, caches warm: they are not the report's
        phone.draw()
    way.send("ready")
    way.recv()
    before, threads = time.process_time(), [threading.Thread(target=one.run) for one in phones]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    way.send(Told(time.process_time() - before, [s for one in phones for s in one.seconds]))


@dataclass
class _Picture:
    """A JPEG with a comment that no other has; the bytes are put together by the socket."""

    parts: tuple[bytes, bytes, bytes]
    foto: Foto


@dataclass
class _Phone:
    """Sends one report after the other."""

    job: Job
    seconds: list[float] = field(default_factory=list[float])

    def __post_init__(self) -> None:
        self._wire = Wire(self.job.port)
        self._delivered: list[tuple[str, int]] = []
        self._cursor: int | None = None
        self._waiting: list[list[_Picture]] = []
        self._start, self._rest = self.job.picture[:2], self.job.picture[2:]

    def activate(self) -> None:
        """Take a token for the code."""
        body = {"code": self.job.code, "device_name": "bangku", "app_version": "1.0.0"}
        status, answer = self._wire.post(p.ACTIVATE, JSON, json.dumps(body).encode())
        assert status == 201, answer
        self._wire.token = json.loads(answer)["token"]

    def draw(self) -> None:
        """The pictures of all reports to come."""
        self._waiting = [self._three() for _ in range(self.job.reports)]

    def run(self) -> None:
        """All of them."""
        while self._waiting:
            began = time.perf_counter()
            self.report(self._waiting.pop())
            self.seconds.append(time.perf_counter() - began)

    def report(self, pictures: list[_Picture] | None = None) -> None:
        """One text, three photos: four requests."""
        pictures = pictures or self._three()
        message = encode(cast.patrol(desa=self.job.desa, foto=tuple(one.foto for one in pictures)))
        status, answer = self._wire.post(p.SYNC, JSON, json.dumps(self._call(message)).encode())
        said = json.loads(answer)
        assert status == 200, said
        assert said["results"][0]["state"] == p.ACCEPTED, said
        assert said["inventory"] == "match", said
        self._cursor = said["cursor"]
        self._delivered.append((message["id"], message["versi"]))
        for picture in pictures:
            self._send(picture)

    def _call(self, message: Any) -> dict[str, Any]:
        return {
            "cursor": self._cursor, "laporan": [message], "anggota": [], "acts": [], "read": [],
            "inventory": {
                "count": len(self._delivered), "digest": p.inventory_digest(self._delivered),
            },
            "inventory_list": None,
            "device": {"app_version": "1.0.0", "queued": 1, "free_mb": 812},
        }  # fmt: skip

    def _send(self, picture: _Picture) -> None:
        status, answer = self._wire.post(p.PHOTOS, tus_heads(picture.foto), *picture.parts)
        assert status == 201, answer
        assert self._wire.offset == picture.foto.size, answer

    def _three(self) -> list[_Picture]:
        return [self._fresh() for _ in range(PHOTOS)]

    def _fresh(self) -> _Picture:
        mark = random.randbytes(MARK_BYTES)
        comment = b"\xff\xfe" + (MARK_BYTES + 2).to_bytes(2, "big") + mark
        parts = self._start, comment, self._rest
        name = hashlib.sha256(b"".join(parts)).hexdigest()
        return _Picture(parts, Foto(name, sum(map(len, parts)), 1280, 960))


JSON = "Content-Type: application/json\r\n"


def tus_heads(foto: Foto) -> str:
    """Of a creation with the photo's bytes."""
    name = base64.b64encode(foto.sha256.encode()).decode()
    return (
        f"Tus-Resumable: {p.TUS}\r\nUpload-Length: {foto.size}\r\n"
        f"Upload-Metadata: sha256 {name}\r\nContent-Type: {p.OFFSET_TYPE}\r\n"
    )


class Wire:
    """One kept connection of HTTP/1.1."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.token = ""
        self.offset = -1

    def post(self, path: str, headers: str, *body: bytes) -> tuple[int, bytes]:
        """Status and body of the answer; `offset` is what its ``Upload-Offset`` says."""
        return self.ask("POST", path, headers, *body)

    def ask(self, method: str, path: str, headers: str, *body: bytes) -> tuple[int, bytes]:
        """The same by another method."""
        self._all((self._head(method, path, headers, sum(map(len, body))), *body))
        return self._answer(with_body=method != "HEAD")

    def cut_off(self, path: str, headers: str, length: int, first: bytes) -> None:
        """Announce ``length`` bytes, send the first of them, and the link is gone."""
        self._all((self._head("POST", path, headers, length), first))
        self._socket.close()

    def _head(self, method: str, path: str, headers: str, length: int) -> bytes:
        who = f"Authorization: Bearer {self.token}\r\n" if self.token else ""
        return (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{who}{headers}"
            f"Content-Length: {length}\r\n\r\n"
        ).encode()

    def _all(self, parts: tuple[bytes, ...]) -> None:
        sent = self._socket.sendmsg(parts)
        if sent < sum(map(len, parts)):
            self._socket.sendall(b"".join(parts)[sent:])

    def _answer(self, *, with_body: bool = True) -> tuple[int, bytes]:
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._more()
        head, _, body = data.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        fields = {name.lower(): value for name, _, value in (x.partition(": ") for x in lines[1:])}
        while with_body and len(body) < int(fields.get("content-length", "0")):
            body += self._more()
        self.offset = int(fields.get("upload-offset", "-1"))
        return int(lines[0].split()[1]), body

    def _more(self) -> bytes:
        data = self._socket.recv(_READ)
        if not data:
            raise ConnectionError(f"closed on process {os.getpid()}")
        return data
