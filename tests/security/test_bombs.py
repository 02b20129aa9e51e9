"""Small files that grow: refused by what they say of themselves, before they are unpacked."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zipfile

import pytest

from server.core.files import jpeg
from server.core.papers import sheets
from server.core.papers.sheets import SheetError
from tests.security.conftest import Doors

pytestmark = pytest.mark.anyio

GROWS_TO = 300_000_000


def bomb() -> bytes:
    """An XLSX of 300 kB whose one sheet grows to 300 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as entry:
            for _ in range(GROWS_TO // 1_000_000):
                entry.write(b"0" * 1_000_000)
    return out.getvalue()


def test_a_roster_file_that_grows_is_refused_without_being_unpacked() -> None:
    data = bomb()
    assert len(data) < 1_000_000
    tracemalloc.start()
    with pytest.raises(SheetError):
        sheets.read(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5_000_000


def test_a_huge_roster_file_is_refused() -> None:
    with pytest.raises(SheetError):
        sheets.read(b"nama;desa\n" + b"x" * (sheets.MAX_BYTES + 1))


def huge_jpeg() -> bytes:
    """Says that it is 60,000 by 60,000: 10 GB of memory for who believes it."""
    side = (60_000).to_bytes(2, "big")
    frame = b"\xff\xc0\x00\x11\x08" + side + side + b"\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"
    return b"\xff\xd8" + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x00" * 64


@pytest.mark.parametrize(
    "data",
    [huge_jpeg(), b"\x89PNG\r\n\x1a\n" + b"\x00" * 500, gzip.compress(b"x" * 100_000), b""],
    ids=["jpeg", "png", "gzip", "empty"],
)
def test_a_photo_that_is_none_or_far_too_large_is_refused(data: bytes) -> None:
    tracemalloc.start()
    with pytest.raises(jpeg.JpegError):
        jpeg.check(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000


async def test_a_packed_body_is_not_unpacked(doors: Doors) -> None:
    phone = await doors.office.phone()
    packed = gzip.compress(b'{"x": "' + b"a" * 50_000_000 + b'"}')
    answer = await phone.post_raw(packed, Content_Encoding="gzip")
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_type")
