"""A tus client that nobody here wrote, and a link that is really cut, against a real server."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
import uvicorn
from tusclient.client import TusClient

from shared.protocol import PHOTOS
from tests.server.photo_kit import BU_IDA, World, jpeg, sha, with_bytes, world

PHOTO = jpeg(5, (1280, 960), progressive=True, quality=70)


@contextmanager
def serving(w: World) -> Iterator[str]:
    """The address of a server that runs in a thread."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(w.app, log_config=None, lifespan="off"))
        thread = threading.Thread(target=asyncio.run, args=(server.serve([listener]),))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def w(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path / "data") as made:
        yield made


def tuspy(address: str, **how: int) -> None:
    """Send PHOTO as tuspy does."""
    headers = {"Authorization": f"Bearer {BU_IDA}"}
    meta = {"sha256": sha(PHOTO), "filename": "a.jpg", "filetype": "image/jpeg"}
    sender = TusClient(f"http://{address}{PHOTOS}", headers=headers).uploader(
        file_stream=BytesIO(PHOTO), metadata=meta, retries=2, retry_delay=0, **how
    )
    sender.upload()


@pytest.mark.parametrize("chunk", [20_000, 10_000_000])
def test_tuspy_sends_a_photo(w: World, chunk: int) -> None:
    key = w.name(PHOTO)
    with serving(w) as address:
        tuspy(address, chunk_size=chunk)
    assert w.stored(key) == PHOTO
    assert w.noted_whole(key)


def test_tuspy_goes_on_where_another_sender_stopped(w: World) -> None:
    key = w.name(PHOTO)
    w.ctx.photos.append(key, 0, PHOTO[:50_000])
    with serving(w) as address:
        tuspy(address)
    assert w.stored(key) == PHOTO


def test_tuspy_finds_a_photo_that_is_whole_already(w: World) -> None:
    key = w.name(PHOTO)
    with serving(w) as address:
        tuspy(address)
        tuspy(address)
    assert w.stored(key) == PHOTO


def test_a_cut_link_leaves_every_byte_that_arrived(w: World) -> None:
    key = w.name(PHOTO)
    headers = {
        "Host": "server", "Authorization": f"Bearer {BU_IDA}", "Tus-Resumable": "1.0.0",
        "Content-Length": str(len(PHOTO)), **with_bytes(PHOTO),
    }  # fmt: skip
    head = f"POST {PHOTOS} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in headers.items())
    with serving(w) as address:
        host, port = address.split(":")
        with socket.create_connection((host, int(port))) as link:
            link.sendall(head.encode() + b"\r\n" + PHOTO[:70_000])
        deadline = time.monotonic() + 60
        while w.offset(key) < 70_000 and time.monotonic() < deadline:
            time.sleep(0.01)
    assert w.part(key).read_bytes() == PHOTO[:70_000]
