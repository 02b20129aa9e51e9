"""The browser's way to the kecamatan: the same outcomes, and bytes counted as they really leave."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from mobile.sync.http_api import HttpApi
from mobile.sync.outcome import NoSignal
from mobile.web.net import FetchTransport
from shared.laporan import Foto
from shared.protocol import PHOTOS

pytestmark = pytest.mark.anyio

SHA = "a" * 64
DATA = b"jpeg" * 10_000
SMALL = b"\xff\xd8\xffsmall picture"


class Asking(asyncio.Future[Any]):
    """What `net.js` answers with: a promise that can be stopped."""

    stopped = False

    def stop(self) -> None:
        self.stopped = True


class Browser:
    """Plays `request` of `net.js`."""

    def __init__(self, answer: Any = None, moves: tuple[int, ...] = ()) -> None:
        self.answer = answer
        self.moves = moves
        self.asked: list[tuple[str, str, dict[str, str], bytes, int]] = []
        self.asking: list[Asking] = []

    def request(
        self, method: str, url: str, headers: str, body: bytes, patience: int,
        moved: Callable[[int], None],
    ) -> Asking:  # fmt: skip
        self.asked.append((method, url, dict(json.loads(headers)), body, patience))
        asking = Asking()
        self.asking.append(asking)
        for count in self.moves:
            moved(count)
        if self.answer is not None:
            asking.set_result(self.answer)
        return asking


def answer(status: int, headers: str = "", body: bytes = b"") -> SimpleNamespace:
    return SimpleNamespace(
        status=status, headers=headers, body=SimpleNamespace(to_bytes=lambda: body)
    )


def api(browser: Browser) -> HttpApi:
    made = HttpApi(FetchTransport(browser.request))
    made.enter("https://sinar.example", "token (contoh)")
    return made


async def test_a_photo_goes_whole_and_is_counted_as_it_leaves() -> None:
    created = answer(201, f"Upload-Offset: {len(DATA)}\r\nTus-Resumable: 1.0.0\r\n")
    browser = Browser(created, moves=(15_000, 25_000, 700))
    told: list[int] = []
    foto = Foto(sha256=SHA, size=len(DATA))
    assert await api(browser).create_photo(foto, DATA, told.append) == len(DATA)
    [(method, url, _, body, _)] = browser.asked
    assert (method, url, body) == ("POST", f"https://sinar.example{PHOTOS}", DATA)
    assert told == [15_000, 25_000], "what the browser adds of its own is not counted"


async def test_what_only_the_browser_may_write_is_left_to_it() -> None:
    browser = Browser(answer(201, f"Upload-Offset: {len(DATA)}\r\nTus-Resumable: 1.0.0\r\n"))
    await api(browser).create_photo(Foto(sha256=SHA, size=len(DATA)), DATA)
    headers = {name.lower() for name in browser.asked[0][2]}
    assert {"authorization", "upload-length", "tus-resumable"} <= headers
    assert not {"user-agent", "host", "content-length", "accept-encoding"} & headers


async def test_an_answer_that_was_unpacked_is_not_unpacked_again() -> None:
    packed = "content-encoding: gzip\r\ncontent-length: 3\r\ncontent-type: image/jpeg\r\n"
    browser = Browser(answer(200, packed, SMALL))
    assert await api(browser).small_picture(SHA) == SMALL


@pytest.mark.parametrize("trouble", ["network", "timeout", "aborted"])
async def test_a_link_that_fails_is_no_signal(trouble: str) -> None:
    browser = Browser(SimpleNamespace(trouble=trouble))
    with pytest.raises(NoSignal):
        await api(browser).photo_offset(SHA)


async def test_who_stops_the_sending_stops_the_request() -> None:
    browser = Browser()
    sending = asyncio.create_task(api(browser).photo_offset(SHA))
    while not browser.asking:
        await asyncio.sleep(0)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    assert browser.asking[0].stopped


async def test_a_slow_link_is_waited_for_as_long_as_elsewhere() -> None:
    browser = Browser(answer(200, "Upload-Offset: 0\r\nTus-Resumable: 1.0.0\r\n"))
    await api(browser).photo_offset(SHA)
    assert browser.asked[0][4] >= 30_000


async def test_it_is_a_transport_that_counts() -> None:
    assert FetchTransport.counts
    assert not getattr(httpx.AsyncHTTPTransport, "counts", False)
