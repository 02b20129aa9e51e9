"""The kecamatan is reached although the list of certificates has been cleared away."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import certifi
import pytest

from mobile.ports import ActivationError
from mobile.sync import http_api
from mobile.sync.http_api import HttpApi

pytestmark = pytest.mark.anyio


class Office(BaseHTTPRequestHandler):
    """Answers that the code is wrong: so it was reached."""

    def do_POST(self) -> None:
        body = b'{"code": "code_invalid", "status": 403}'
        self.send_response(403)
        self.send_header("Content-Type", "application/problem+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def office() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Office)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


async def reached(office: str) -> str:
    """What the phone says of its attempt."""
    api = HttpApi()
    try:
        await api.activate(office, "ABCD2345", "HP desa", "1.0.0")
    except ActivationError as error:
        return error.code
    finally:
        await api.close()
    raise AssertionError("it was let in")


def gone(*_: object) -> str:
    raise FileNotFoundError("cacert.pem")


async def test_without_the_packages_list_contact_still_works(
    office: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(certifi, "contents", gone)
    monkeypatch.setattr(certifi, "where", gone)
    assert await reached(office) == "code_invalid"


async def test_what_cannot_be_made_is_an_outcome_and_the_next_try_begins_anew(
    office: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    api = HttpApi()
    with monkeypatch.context() as patch:
        patch.setattr(http_api, "_trusted", gone)
        with pytest.raises(ActivationError) as told:
            await api.activate(office, "ABCD2345", "HP desa", "1.0.0")
        assert told.value.code == "unexpected"
    with pytest.raises(ActivationError) as told:
        await api.activate(office, "ABCD2345", "HP desa", "1.0.0")
    assert told.value.code == "code_invalid"
    await api.close()


def test_the_list_is_read_without_a_copy_on_disk(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(certifi, "where", gone)
    context = http_api._trusted()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert len(context.get_ca_certs()) > 50
    assert not list(tmp_path.iterdir())
