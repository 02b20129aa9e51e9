"""What counts as a JPEG that decodes: never more than a whole decode would take.

The desk reads a camera's picture as the phone does; whatever a decoder raises is a refusal.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from io import BytesIO
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from server.core.files.jpeg import (
    MOST_SCANS,
    BrokenJpegError,
    JpegError,
    TooManyPixelsError,
    check,
    reduced,
    small,
)
from shared.photos.errors import PhotoError
from tests.contracts.reading_contract import READING_PROMISES, ReadingPromise
from tests.server.photo_kit import jpeg


def saved(kind: str) -> bytes:
    out = BytesIO()
    with Image.open(BytesIO(jpeg(20, (60, 40)))) as picture:
        picture.save(out, kind)
    return out.getvalue()


KINDS = ("JPEG", "PNG", "WEBP", "GIF")
SAVED = {kind: saved(kind) for kind in KINDS}


def decodes(data: bytes) -> bool:
    """Whether Pillow can decode all of it."""
    try:
        with Image.open(BytesIO(data), formats=("JPEG",)) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError, IndexError):
        return False
    return True


def passes(data: bytes) -> bool:
    try:
        check(data)
    except JpegError:
        return False
    return True


def spoiled(data: bytes, seed: int) -> bytes:
    """Cut off, zeroed, or changed somewhere."""
    rnd = Random(seed)
    place = rnd.randrange(2, len(data))
    kind = rnd.choice(("cut", "zeros", "bytes", "header"))
    if kind == "cut":
        return data[:place]
    if kind == "header":
        place = rnd.randrange(2, 600)
    filling = bytes(40) if kind == "zeros" else rnd.randbytes(1 if kind == "header" else 40)
    return data[:place] + filling + data[place + len(filling) :]


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_every_sound_picture_passes(mode: str, progressive: bool) -> None:
    out = BytesIO()
    with Image.open(BytesIO(jpeg(21))) as picture:
        picture.convert(mode).save(out, "JPEG", progressive=progressive)
    check(out.getvalue())


@pytest.mark.parametrize("keeps", READING_PROMISES, ids=lambda keeps: keeps.__name__)
def test_the_desk_reads_pictures_as_the_phone_does(keeps: ReadingPromise) -> None:
    keeps(reduced)


@pytest.mark.parametrize("size", [(3, 4000), (4000, 3), (7, 7), (1, 1)])
def test_a_side_of_a_few_pixels_is_a_picture_like_any_other(size: tuple[int, int]) -> None:
    thin = jpeg(26, size)
    check(thin)
    assert small(thin).startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    "error",
    [
        ZeroDivisionError, MemoryError, struct.error, SyntaxError, RecursionError, OverflowError,
        AttributeError, AssertionError, NotImplementedError, EOFError, UserWarning,
        Image.DecompressionBombError,
    ],
)  # fmt: skip
def test_whatever_a_decoder_raises_is_a_refusal(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def load(_: JpegImageFile) -> None:
        raise error

    data = jpeg(27)
    monkeypatch.setattr(JpegImageFile, "load", load)
    for asked in (check, small):
        with pytest.raises(JpegError):
            asked(data)
    with pytest.raises(PhotoError):
        reduced(data)


@given(at=st.integers(0, 700), junk=st.binary(min_size=1, max_size=12), kind=st.sampled_from(KINDS))
def test_any_damage_ends_in_a_picture_or_in_a_refusal(at: int, junk: bytes, kind: str) -> None:
    data = bytearray(SAVED[kind])
    data[at : at + len(junk)] = junk
    with suppress(PhotoError):
        assert reduced(bytes(data)).startswith(b"\xff\xd8")
    passes(bytes(data))


@pytest.mark.parametrize("progressive", [False, True])
def test_nothing_passes_that_a_whole_decode_refuses(progressive: bool) -> None:
    whole = jpeg(22, (200, 150), progressive=progressive)
    verdicts = [(passes(data), decodes(data)) for data in (spoiled(whole, n) for n in range(300))]
    assert (True, False) not in verdicts
    assert verdicts.count((False, False)) > 50


def test_the_longest_side_may_have_4096_pixels() -> None:
    check(jpeg(23, (4096, 8)))
    with pytest.raises(TooManyPixelsError):
        check(jpeg(23, (8, 4097)))


def test_thousands_of_scans_are_no_picture() -> None:
    whole = jpeg(24, progressive=True)
    last = whole.rindex(b"\xff\xda")
    with pytest.raises(BrokenJpegError):
        check(whole[:-2] + whole[last:-2] * MOST_SCANS + whole[-2:])


def test_a_small_picture_carries_nothing_but_the_picture() -> None:
    exif = Image.Exif()
    exif[0x010E] = "rahasia"
    made = small(jpeg(25, (1280, 960), exif=exif.tobytes(), comment=b"rahasia"))
    assert b"rahasia" not in made
    with Image.open(BytesIO(made)) as picture:
        assert picture.size == (320, 240)
        assert not picture.getexif()
