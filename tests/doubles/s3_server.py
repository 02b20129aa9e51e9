"""A server of S3's protocol on loopback (moto's), and a way to it that can fail as such ways do.

Every test gets a bucket of its own. Where the server is not installed, `why_not` tells.
"""

from __future__ import annotations

import http.client
import importlib.util
import itertools
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

from tests.ports import free_port

START_S = 60
SIGNED = (
    "AWS4-HMAC-SHA256 Credential=lain/20261124/us-east-1/s3/aws4_request, "
    "SignedHeaders=host, Signature=0"
)
"""Moto looks whether there is a signature, not whose."""
KEYS = {"AWS_ACCESS_KEY_ID": "kunci-contoh", "AWS_SECRET_ACCESS_KEY": "rahasia-contoh"}


def why_not() -> str:
    """What lacks; empty where one can be started."""
    lacking = [name for name in ("obstore", "moto", "flask") if not importlib.util.find_spec(name)]
    return f"{', '.join(lacking)} not installed: no S3 server" if lacking else ""


class Way(BaseHTTPRequestHandler):
    """Hands on what it is asked, unless `trouble` says otherwise."""

    protocol_version = "HTTP/1.1"
    port: ClassVar[int]
    trouble: ClassVar[str] = ""
    """``away`` cuts the line, ``error`` answers 500, ``slow`` does not answer, ``cut`` sends half
    of what is fetched, ``loses`` says that it has taken a file and has not, ``half`` keeps half.
    """
    seen: ClassVar[list[tuple[str, str, str]]] = []
    """Method, path and every head of what was asked."""

    def any(self) -> None:
        size = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(size)
        self.seen.append((self.command, self.path, str(self.headers)))
        trouble = self.trouble
        if trouble == "away":
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        elif trouble == "slow":
            time.sleep(2)
            self.close_connection = True
        elif trouble == "error":
            self._answer(500, {}, b"<Error><Code>InternalError</Code></Error>")
        elif trouble == "loses" and self.command == "PUT":
            self._answer(200, {"ETag": '"0"'}, b"")
        else:
            half = trouble == "half" and self.command == "PUT"
            self._hand_on(body[: len(body) // 2] if half else body)

    do_GET = do_PUT = do_HEAD = do_DELETE = do_POST = any

    def _hand_on(self, body: bytes) -> None:
        onward = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        heads = {name: value for name, value in self.headers.items() if name != "Content-Length"}
        heads = {
            n: v
            for n, v in heads.items()
            if not n.lower().startswith(("x-amz-content-", "content-length"))
        }
        onward.request(self.command, self.path, body or None, heads)
        answer = onward.getresponse()
        self._answer(answer.status, dict(answer.getheaders()), answer.read())
        onward.close()

    def _answer(self, status: int, heads: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        told = {name.title(): value for name, value in heads.items()}
        for name in ("Connection", "Transfer-Encoding", "Date", "Server"):
            told.pop(name, None)
        if self.command != "HEAD":
            told["Content-Length"] = str(len(body))
        for name, value in told.items():
            self.send_header(name, value)
        self.end_headers()
        cut = self.trouble == "cut" and self.command == "GET"
        if self.command != "HEAD":
            self.wfile.write(body[: len(body) // 2] if cut else body)
        self.close_connection = self.close_connection or cut

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is said."""


class _Ways(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Who asked has gone."""


class S3Server:
    """Runs until `stop`."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        Way.port = free_port()
        words = ["-W", "ignore", "-m", "moto.server", "-H", "127.0.0.1", "-p", str(Way.port)]
        self._moto = subprocess.Popen(
            [sys.executable, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        end = time.monotonic() + START_S
        while not self._answers():
            assert self._moto.poll() is None and time.monotonic() < end, "moto did not start"
            time.sleep(0.1)
        self.put(self.bucket(), "pertama", b"what it loads late is loaded now")
        self._way = _Ways(("127.0.0.1", 0), Way)
        threading.Thread(target=self._way.serve_forever, daemon=True).start()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self._way.server_port}"

    def bucket(self) -> str:
        """A new, empty one."""
        name = f"foto-{next(self._numbers)}"
        _ask(Way.port, "PUT", f"/{name}")
        return name

    def settings(self, bucket: str) -> dict[str, Any]:
        """What a server of ours is told."""
        return {"photos": f"s3://{bucket}/juai", "s3_endpoint": self.endpoint}

    def put(self, bucket: str, name: str, data: bytes) -> None:
        """As somebody else with a key can do."""
        assert _ask(Way.port, "PUT", f"/{bucket}/juai/{name}", data) == 200

    def delete(self, bucket: str, name: str) -> None:
        assert _ask(Way.port, "DELETE", f"/{bucket}/juai/{name}") in (200, 204)

    def stop(self) -> None:
        self._way.shutdown()
        self._way.server_close()
        self._moto.kill()
        self._moto.wait()

    def _answers(self) -> bool:
        try:
            _ask(Way.port, "GET", "/")
        except OSError:
            return False
        return True


@contextmanager
def trouble(kind: str) -> Iterator[None]:
    """The way to the store fails so long; see `Way.trouble`."""
    Way.trouble = kind
    try:
        yield
    finally:
        Way.trouble = ""


def _ask(port: int, method: str, path: str, data: bytes | None = None) -> int:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    line.request(method, path, data, {"Authorization": SIGNED})
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer.status
