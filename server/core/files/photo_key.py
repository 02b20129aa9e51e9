"""By what a photo is known, and whether bytes are the photo that was announced."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from server.core.files import jpeg
from server.core.files.object_store import WrongBytesError


class PhotoKey(NamedTuple):
    """A photo is known within its desa only: a leaked hash opens nothing elsewhere."""

    desa: str
    sha256: str


def name_of(key: PhotoKey) -> str:
    """Its name in the store."""
    return f"{key.desa}/{key.sha256}.jpg"


def check(key: PhotoKey, data: bytes) -> None:
    """WrongBytesError or a `jpeg.JpegError` where these are not the photo."""
    if hashlib.sha256(data).hexdigest() != key.sha256:
        raise WrongBytesError
    jpeg.check(data)
