"""Bytes that arrived before the link broke are kept, however quickly it breaks after them."""

from __future__ import annotations

import asyncio
import base64

import pytest

from mobile.sync.outcome import NotKnown
from shared.protocol import OFFSET_TYPE, PHOTOS
from tests import cast
from tests.both.kit import RealPhone, RealServer

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("arrived", [1, 1000, 30_000, 149_999])
async def test_half_a_photo_in_one_breath(server: RealServer, ida: RealPhone, arrived: int) -> None:
    photo = ida.photo(1)
    laporan = ida.finish(cast.patrol(foto=(photo,)))
    data = ida.photos.read(photo.sha256)
    ida.photos.forget(photo.sha256)
    await ida.engine.visit()
    name = base64.b64encode(photo.sha256.encode()).decode()
    token = await ida.secrets.token()
    head = (
        f"POST {PHOTOS} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
        f"Tus-Resumable: 1.0.0\r\nUpload-Length: {len(data)}\r\nContent-Length: {len(data)}\r\n"
        f"Upload-Metadata: sha256 {name}\r\nContent-Type: {OFFSET_TYPE}\r\n\r\n"
    )

    _, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(head.encode() + data[:arrived])
    writer.close()
    await writer.wait_closed()

    async with asyncio.timeout(60):
        while await offset(ida, photo.sha256) != arrived:
            await asyncio.sleep(0.02)
    assert ida.record(laporan).missing == (photo.sha256,)


async def offset(ida: RealPhone, sha256: str) -> int:
    """Where the server says it stands."""
    try:
        return await ida.api.photo_offset(sha256)
    except NotKnown:
        return 0
