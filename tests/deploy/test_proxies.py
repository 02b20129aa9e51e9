"""What a phone and a browser need of the proxy, through Debian's own nginx and Caddy with TLS."""

from __future__ import annotations

import hashlib
import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from mobile.sync.http_api import HttpApi
from shared.codec import encode
from shared.protocol import ACTIVATE, OFFSET_TYPE, PHOTOS, SYNC, TUS
from tests.cast import patrol
from tests.deploy.kit import PROXIES, Proxy, is_here, nginx
from tests.server.desk.window import with_photos
from tests.server.live import SINAR, Live, live, make_code, sinar
from tests.server.photo_kit import jpeg, with_bytes

pytestmark = pytest.mark.anyio

PHOTO = jpeg(5, (1600, 1200), quality=92)
CUT = 65_536
PASSWORD = "kata sandi panjang (contoh)"


@dataclass(frozen=True)
class Office:
    """The server behind a proxy."""

    proxy: Proxy
    server: Live
    data: Path

    def client(self, **how: object) -> httpx.Client:
        return httpx.Client(base_url=self.proxy.url, verify=self.proxy.trust(), timeout=60, **how)  # pyright: ignore


@pytest.fixture(scope="module", params=sorted(PROXIES))
def office(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    if not is_here(request.param):
        pytest.skip(f"{request.param} is not on this machine")
    folder = tmp_path_factory.mktemp(request.param)
    data = folder / "data"
    words = ("--trusted-proxy", "127.0.0.1", "--name", "localhost")
    with live(data, *words) as server:
        port = int(server.url.rpartition(":")[2])
        with PROXIES[request.param](folder, port) as proxy:
            yield Office(proxy, server, data)


@pytest.fixture(scope="module")
def token(office: Office) -> str:
    """Bu Ida's phone has sent a report that names the photo."""
    code = make_code(office.data)
    body = {"code": code, "device_name": "HP (contoh)", "app_version": "1.0.0"}
    with office.client() as client:
        told = client.post(ACTIVATE, json=body)
        assert told.status_code == 201, told.text
        headers = {"Authorization": f"Bearer {told.json()['token']}"}
        report = encode(with_photos(patrol(), PHOTO))
        sent = client.post(SYNC, json={"laporan": [report]}, headers=headers)
    assert sent.json()["results"][0]["state"] == "accepted", sent.text
    return told.json()["token"]


def test_a_photo_that_is_cut_goes_on_where_it_was_cut(office: Office, token: str) -> None:
    """A proxy that waits for the whole body would forget each try, and a photo never arrives."""
    assert len(PHOTO) > 3 * CUT
    headers = {"Authorization": f"Bearer {token}", "Tus-Resumable": TUS}
    whole = {
        "Host": f"localhost:{office.proxy.port}", **headers,
        "Content-Length": str(len(PHOTO)), **with_bytes(PHOTO),
    }  # fmt: skip
    head = f"POST {PHOTOS} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in whole.items())
    _send_and_cut(office.proxy, head.encode() + b"\r\n", PHOTO[:CUT])
    address = f"{PHOTOS}/{hashlib.sha256(PHOTO).hexdigest()}"
    with office.client(headers=headers) as client:
        assert _offset(client, address, CUT) == CUT
        more = {**whole, "Upload-Offset": str(CUT), "Content-Type": OFFSET_TYPE}
        more["Content-Length"] = str(len(PHOTO) - CUT)
        head = f"PATCH {address} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in more.items())
        _send_and_cut(office.proxy, head.encode() + b"\r\n", PHOTO[CUT : 2 * CUT])
        assert _offset(client, address, 2 * CUT) == 2 * CUT
        rest = {"Upload-Offset": str(2 * CUT), "Content-Type": OFFSET_TYPE}
        done = client.patch(address, content=PHOTO[2 * CUT :], headers=rest)
        assert done.status_code == 204, done.text
        assert client.get(address).content == PHOTO


def _send_and_cut(proxy: Proxy, head: bytes, body: bytes) -> None:
    with (
        socket.create_connection(("127.0.0.1", proxy.port)) as plain,
        proxy.trust().wrap_socket(plain, server_hostname="localhost") as link,
    ):
        link.sendall(head)
        link.sendall(body)
        time.sleep(3)  # what lies in the proxy's own hands when the link breaks


def _offset(client: httpx.Client, address: str, wanted: int) -> int:
    """What the server has, once the one that broke off has let go of it."""
    found, end = -1, time.monotonic() + 60
    while time.monotonic() < end and found != wanted:
        answer = client.head(address)
        if answer.status_code == 200:
            found = int(answer.headers["Upload-Offset"])
        time.sleep(0.1)
    return found


def test_somebody_logs_in_and_only_windows_of_this_address_open(office: Office) -> None:
    words = ("account", "add", "--data", str(office.data), "--username", "kasi")
    made = sinar(*words, "--role", "kasi_trantib", "--password-stdin", stdin=PASSWORD)
    assert made.returncode == 0, made.stderr
    with office.client() as client:
        told = client.post(
            "/masuk", data={"nama": "kasi", "sandi": PASSWORD}, headers={"Origin": office.proxy.url}
        )
        assert told.status_code == 303, told.text
        said = told.headers["set-cookie"]
        assert "Secure" in said and "HttpOnly" in said
        assert client.get("/").status_code == 200
        assert _window(client, office.proxy.url) == 101
        assert _window(client, "https://jahat.contoh") == 403


def _window(client: httpx.Client, origin: str) -> int:
    """What a page of this origin is told that asks for a websocket, as RFC 6455 asks."""
    wish = {
        "Upgrade": "websocket", "Connection": "Upgrade", "Origin": origin,
        "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }  # fmt: skip
    with client.stream("GET", "/ws", headers=wish) as answer:
        if answer.status_code == 101:  # the answer to that key in the RFC's own sample
            assert answer.headers["Sec-WebSocket-Accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
        return answer.status_code


def test_an_address_is_the_senders_own_whatever_it_claims(office: Office) -> None:
    """Wrong codes block their address, not its neighbour, and a made-up header is no help."""

    def tried(client: httpx.Client, claimed: str) -> int:
        return client.post(
            ACTIVATE, json={"code": "22222222", "device_name": "x", "app_version": "1"},
            headers={"X-Forwarded-For": claimed},
        ).status_code  # fmt: skip

    guessing = httpx.HTTPTransport(verify=office.proxy.trust(), local_address="127.0.0.7")
    with httpx.Client(base_url=office.proxy.url, transport=guessing, timeout=60) as client:
        answers = [tried(client, f"10.9.8.{n}") for n in range(8)]
    assert answers[0] != 429 and answers[-1] == 429
    neighbour = httpx.HTTPTransport(verify=office.proxy.trust(), local_address="127.0.0.8")
    with httpx.Client(base_url=office.proxy.url, transport=neighbour, timeout=60) as client:
        assert tried(client, "127.0.0.7") != 429


async def test_the_doctor_and_a_phone_find_a_proxy_that_passes_uploads_on(
    office: Office, token: str
) -> None:
    assert _doctor_says(office.data, office.proxy) == [f"baik   {office.proxy.url} meneruskan"]
    assert await _phone_finds(office.proxy, token) is False


@pytest.mark.skipif(not is_here("nginx"), reason="nginx is not on this machine")
async def test_the_doctor_and_a_phone_say_that_a_proxy_keeps_uploads_back(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with live(data, "--trusted-proxy", "127.0.0.1") as server:
        with nginx(tmp_path, int(server.url.rpartition(":")[2]), as_it_comes=True) as proxy:
            assert _doctor_says(data, proxy) == [f"ingat  Perantara (proxy) di {proxy.url} menahan"]
            assert await _phone_finds(proxy, server.token(make_code(data))) is True
        assert _doctor_says(data, proxy) == [f"ingat  {proxy.url} belum bisa diperiksa"]


def _doctor_says(data: Path, proxy: Proxy) -> list[str]:
    """The lines on this address, up to the verb."""
    trusting = {**os.environ, "SSL_CERT_FILE": str(proxy.authority)}
    done = subprocess.run(
        [*SINAR, "doctor", "--data", str(data), "--address", proxy.url],
        capture_output=True, text=True, timeout=120, env=trusting,
    )  # fmt: skip
    verb = r".*?(?:meneruskan|menahan|diperiksa)"
    lines = [line for line in done.stdout.splitlines() if proxy.url in line]
    return [found[0] for line in lines if (found := re.match(verb, line))]


async def _phone_finds(proxy: Proxy, token: str) -> bool | None:
    """As the app on a phone sends, which trusts the authority of this test."""
    api = HttpApi(httpx.AsyncHTTPTransport(verify=proxy.trust()))
    api.enter(proxy.url, token)
    try:
        return await api.holds_back()
    finally:
        await api.close()


def test_the_operators_figures_stay_on_the_machine(office: Office) -> None:
    with office.client() as client:
        assert client.get("/metrics").status_code == client.get("/health").status_code == 404
