"""What no browser sends is answered with a refusal: no fault of ours, no trace in the log."""

from __future__ import annotations

import asyncio
import base64
import os
import struct
from pathlib import Path

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from server.core import accounts
from server.core.config import Settings
from server.core.context import open_context
from server.http import known_hosts
from shared.roles import Role
from tests.security.conftest import PASSWORD, Doors
from tests.security.test_crowds import HALO, said, wire
from tests.server.live import live

pytestmark = pytest.mark.anyio

LONG = "9" * 20
ODD_PLACES = ["//[", "/[", "http://[", "//[::1", "/\x00", "//[x]y", "\ud800", "/" + "a" * 9000]
ODD_ORIGINS = ["http://[", "[", "null", "http://[::1", "//", "http://server:99999999", "é"]


@pytest.mark.parametrize("place", ODD_PLACES)
async def test_a_log_in_that_leads_nowhere_at_all_is_a_log_in(doors: Doors, place: str) -> None:
    asked = place.encode("utf-8", "surrogatepass")
    stranger = await doors.client.get("/masuk", params={"lanjut": asked})
    async with doors.logged_in() as browser:
        inside = await browser.get("/masuk", params={"lanjut": asked})
    assert (stranger.status_code, inside.status_code) == (200, 303)
    assert inside.headers["location"].startswith("/")
    assert not inside.headers["location"].startswith("//")


@pytest.mark.parametrize("origin", ODD_ORIGINS)
@pytest.mark.parametrize("form", ["/masuk", "/keluar", "/survei"])
async def test_a_form_from_no_place_at_all_is_refused(doors: Doors, form: str, origin: str) -> None:
    data = {"nama": "x", "sandi": "y", "kunci": "z"}
    headers = {b"Origin": origin.encode("latin-1")}
    answer = await doors.client.post(form, data=data, headers=headers)
    assert answer.status_code in (303, 403)
    if answer.status_code == 303:
        assert answer.headers["location"] == "/masuk"


@pytest.mark.parametrize(
    "path",
    [
        f"/unduh/inovasi/indikator-{LONG}.json", f"/unduh/inovasi/lembar.pdf?tahun={LONG}",
        f"/bukti?tahun={LONG}", f"/laporan?hal={LONG}", "/unduh/laporan.zip?dari=0000-01",
        "/unduh/laporan.zip?dari=٢٠٢٦-01", f"/unduh/bukti/{LONG}", f"/unduh/rekap/{LONG}.pdf",
        f"/unduh/hasil/{LONG}", "/unduh/pembinaan/%00/x.pdf", "/foto/%00/%00",
        f"/unduh/orang/{LONG}.json", "/kode/%ff", "/p/%ff",
    ],
)  # fmt: skip
async def test_numbers_and_names_beyond_all_bounds_are_no_fault(doors: Doors, path: str) -> None:
    async with doors.logged_in() as browser:
        for client in (browser, doors.client):
            assert (await client.get(path)).status_code < 500


@pytest.mark.parametrize("seen", ["a" * 500, "[", "::1::", "", "1.2.3.4, " + "9" * 80, "\x7f"])
async def test_a_forwarded_address_that_is_none_counts_as_the_proxys(
    doors: Doors, seen: str
) -> None:
    proxy = httpx.ASGITransport(doors.app, client=("10.0.0.1", 1))
    headers = {"X-Forwarded-For": seen, "Origin": "http://server"}
    async with httpx.AsyncClient(transport=proxy, base_url="http://server") as client:
        data = {"nama": "x", "sandi": "y"}
        answers = [await client.post("/masuk", data=data, headers=headers) for _ in range(6)]
    assert [one.status_code for one in answers] == [403] * 5 + [429]


async def test_a_form_with_more_fields_than_any_of_ours_is_refused(doors: Doors) -> None:
    data = {f"nama{n}": "x" for n in range(60)}
    headers = {"Origin": "http://server"}
    forms = ("/masuk", "/survei")
    answers = [await doors.client.post(form, data=data, headers=headers) for form in forms]
    assert [one.status_code for one in answers] == [400, 400]


async def test_only_names_seen_at_set_up_are_served(doors: Doors) -> None:
    browser = httpx.AsyncClient(
        transport=httpx.ASGITransport(doors.app), headers={"Accept": "text/html"}
    )
    async with browser:
        assert (await browser.get("http://apa-saja.example/masuk")).status_code == 200
        known_hosts.learn(doors.ctx, "sinar.contoh.go.id:443")
        doors.office.clock.move(days=1)
        known_hosts.learn(doors.ctx, "KECAMATAN.lan.")
        doors.office.clock.move(days=7)
        known_hosts.learn(doors.ctx, "jahat.example")
        hosts = (
            "sinar.contoh.go.id", "kecamatan.lan:8550", "127.0.0.1:8550", "[::1]", "localhost",
            "jahat.example", "sinar.contoh.go.id.jahat.example",
        )  # fmt: skip
        found = [(await browser.get(f"http://{host}/masuk")).status_code for host in hosts]
        phone = await browser.get("http://jahat.example/api/v1/health")
    assert found == [200] * 5 + [421] * 2
    assert phone.status_code == 200


async def test_a_log_in_at_set_up_makes_its_name_known(doors: Doors) -> None:
    accounts.add(doors.ctx, "trantib", Role.KASI_TRANTIB, PASSWORD)
    data = {"nama": "trantib", "sandi": PASSWORD}
    await doors.client.post("/masuk", data=data, headers={"Origin": "http://server"})
    other = {"Host": "jahat.example", "Origin": "http://jahat.example"}
    refused = await doors.client.post("/masuk", data=data, headers=other)
    assert refused.status_code == 421
    assert "Alamat ini tidak dikenal" in refused.text


async def test_names_of_the_operator_hold_for_everything(tmp_path: Path) -> None:
    with open_context(Settings(tmp_path, hosts=frozenset({"Sinar.contoh.go.id"}))) as ctx:
        assert known_hosts.is_known(ctx, "sinar.contoh.go.id")
        assert not known_hosts.is_known(ctx, "server")


FRAMES = {
    "a text that is none": b"\x81\x82\0\0\0\0\xff\xfe",
    "a reserved kind": b"\x83\x80\0\0\0\0",
    "without a mask": b"\x82\x01x",
    "longer than may be": b"\x82\xff" + struct.pack("!Q", 2**40) + b"\0\0\0\0",
    "a ping that is too long": b"\x89\xfe\x01\x00\0\0\0\0" + b"x" * 256,
    "a piece of nothing": b"\x80\x81\0\0\0\0x",
    "a close with half a code": b"\x88\x81\0\0\0\0x",
    "a close with a code that is none": b"\x88\x82\0\0\0\0\xff\xff",
    "no frame at all": b"GET / HTTP/1.1\r\n\r\n",
    "packed wrongly": b"\xc2\x84\0\0\0\0\xff\xff\xff\xff",
}
HANDSHAKE = (
    b"GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Extensions: permessage-deflate\r\n"
    b"Sec-WebSocket-Key: " + base64.b64encode(b"a" * 16) + b"\r\n"
)


async def listens(scope: Scope, receive: Receive, send: Send) -> None:
    """A window that takes bytes only, as Flet's does; to everything else it says "halo"."""
    if scope["type"] != "websocket":
        await HALO(scope, receive, send)
        return
    await receive()
    await send({"type": "websocket.accept"})
    while (await receive())["type"] != "websocket.disconnect":
        pass


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES.keys())
async def test_a_frame_that_is_none_closes_the_window_without_a_trace(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, frame: bytes
) -> None:
    async with wire(monkeypatch, app=listens) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(HANDSHAKE + b"\r\n")
        async with asyncio.timeout(60):
            assert b" 101 " in await reader.readuntil(b"\r\n\r\n")
        writer.write(frame)
        writer.write_eof()
        await said(reader)
        writer.close()
    assert not [record for record in caplog.records if record.exc_info]


@pytest.mark.parametrize(
    "head",
    [
        b"GET /\xff\xfe HTTP/1.1\r\n", b"GET /ws?\xc3 HTTP/1.1\r\n", b"GET http://[ HTTP/1.1\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00", b"GET /ws HTTP/1.1\r\nX: \x01\xff\r\n",
        b"GET /ws HTTP/1.1\r\nSec-WebSocket-Extensions: permessage-deflate; x=;;\r\n",
        b"GET /ws HTTP/1.1\r\nOrigin: http://[\r\n", b"PRI * HTTP/2.0\r\n",
    ],
)  # fmt: skip
async def test_a_head_that_nobody_can_read_is_refused_without_a_trace(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, head: bytes
) -> None:
    async with wire(monkeypatch, app=listens) as port:
        for rest in (HANDSHAKE.partition(b"\r\n")[2] + b"\r\n", b"Host: x\r\n\r\n"):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(head + rest)
            writer.write_eof()
            await said(reader)
            writer.close()
    assert not [record for record in caplog.records if record.exc_info]


def test_a_running_server_writes_no_trace_for_what_strangers_send(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with live(data) as server:
        with open_context(Settings(data)) as ctx:
            accounts.add(ctx, "trantib", Role.KASI_TRANTIB, PASSWORD)
        with httpx.Client(base_url=server.url, headers={"Origin": server.url}) as client:
            client.post("/masuk", data={"nama": "trantib", "sandi": PASSWORD})
            cookie = f"sinar_sesi={client.cookies['sinar_sesi']}"
            for origin in ODD_ORIGINS[:-1]:
                client.post("/masuk", data={"nama": "x", "sandi": "y"}, headers={"Origin": origin})
            for place in ODD_PLACES[:4]:
                client.get("/masuk", params={"lanjut": place})
        asyncio.run(_windows(server.url, cookie))
        assert server.stop() == 0
        log = server.log.read_text()
    assert "Traceback" not in log, log
    assert "graceful shutdown exceeded" not in log
    assert "galat server" not in log


async def _windows(url: str, cookie: str) -> None:
    """Frames that no client of ours sends, from somebody who is logged in."""
    port = int(url.rpartition(":")[2])
    head = HANDSHAKE + f"Origin: {url}\r\nCookie: {cookie}\r\n".encode()
    head = head.replace(b"Host: x", f"Host: 127.0.0.1:{port}".encode())
    garbage = b"\x82\x84\0\0\0\0\0\xc1\xc1\xc1"
    frames = [
        *FRAMES.values(),
        garbage,
        b"\x81\x83\0\0\0\0abc",
        b"\x82\x81\0\0\0\0" + os.urandom(1),
    ]
    for frame in frames:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(head + b"\r\n")
        async with asyncio.timeout(60):
            assert b" 101 " in await reader.readuntil(b"\r\n\r\n")
            writer.write(frame)
            writer.write_eof()
            await reader.read()
        writer.close()
