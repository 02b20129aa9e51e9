"""A server whose photos lie in a bucket, for the tests of both files beside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from server.core.context import Context
from server.rawat import doctor
from shared.protocol import PHOTOS
from tests.doubles.s3_server import S3Server
from tests.server.photo_kit import World, jpeg, with_bytes, world

PHOTO, OTHER = jpeg(1), jpeg(2)


@pytest.fixture
def bucket(s3: S3Server) -> str:
    return s3.bucket()


@pytest.fixture
def w(tmp_path: Path, s3: S3Server, bucket: str) -> Iterator[World]:
    with world(tmp_path / "data", **s3.settings(bucket)) as made:
        yield made


async def put(w: World, data: bytes) -> httpx.Response:
    w.name(data)
    async with w.client() as phone:
        answer = await phone.post(PHOTOS, headers=with_bytes(data), content=data)
    w.photos.notes.write()
    return answer


def again(w: World) -> None:
    """The mark is asked for anew, as a second later."""
    w.ctx.photos._looked_at = float("-inf")


def codes(ctx: Context) -> list[str]:
    return [finding.code for finding in doctor.examine(ctx)]
