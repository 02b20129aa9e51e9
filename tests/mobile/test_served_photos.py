"""Photos beside the app in a browser: only photo files of the phone's own folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mobile.served.photos import Photos, address_of

pytestmark = pytest.mark.anyio


async def _get(path: str, folder: Path) -> tuple[int, bytes]:
    sent: list[dict[str, Any]] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 299})
        await send({"type": "http.response.body", "body": b"app"})

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    await Photos(app, folder)({"type": "http", "path": path}, receive, send)
    return sent[0]["status"], sent[1]["body"]


async def test_a_photo_is_found_at_its_address(tmp_path: Path) -> None:
    photo = tmp_path / ("a" * 64 + ".kecil.jpg")
    photo.write_bytes(b"jpeg")
    assert await _get(address_of(photo), tmp_path) == (200, b"jpeg")


@pytest.mark.parametrize("name", ["../token", "..%2ftoken", "token", "a.jpg/../../token", ""])
async def test_nothing_else_is_given_out(tmp_path: Path, name: str) -> None:
    (tmp_path / "token").write_text("secret")
    folder = tmp_path / "foto"
    folder.mkdir()
    status, body = await _get("/foto/" + name, folder)
    assert status == 404
    assert body == b""


async def test_all_else_belongs_to_the_app(tmp_path: Path) -> None:
    assert await _get("/laporan", tmp_path) == (299, b"app")
