"""The look at a photo's headers and first bytes comes to the same as decoding all of it."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from server.core.files import jpeg
from shared.protocol import MAX_PHOTO_SIDE
from tests.server import photo_kit

SPOILED = 250
KINDS: dict[str, dict[str, object]] = {
    "baseline": {"quality": 80},
    "progressive": {"quality": 80, "progressive": True},
    "with restart marks": {"quality": 70, "restart_marker_blocks": 3},
    "one colour sampled as finely as the other": {"quality": 90, "subsampling": 0},
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoiled_picture_gets_the_verdict_of_a_whole_decoding(kind: str) -> None:
    dice, whole = random.Random(kind), photo_kit.jpeg(3, (640, 480), **KINDS[kind])
    verdicts: list[bool] = []
    for number in range(SPOILED):
        data = _spoiled(whole, dice)
        verdicts.append(_accepted(data))
        assert verdicts[-1] == _decodes(data), f"{kind}, spoiled picture {number}"
    assert 20 < sum(verdicts) < SPOILED - 20, "they are all alike: nothing was compared"


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_each_kind_of_colour_is_taken(mode: str) -> None:
    out = BytesIO()
    Image.effect_noise((90, 60), 40).convert(mode).save(out, "JPEG")
    jpeg.check(out.getvalue())


def _spoiled(whole: bytes, dice: random.Random) -> bytes:
    """Cut short, with bytes altered, doubled, left out or zeroed; often near the beginning."""
    data, at = bytearray(whole), _place(len(whole), dice)
    how = dice.randrange(6)
    if how == 0:
        del data[at:]
    elif how == 1:
        data[at] ^= 1 << dice.randrange(8)
    elif how == 2:
        del data[at : at + dice.randint(1, 40)]
    elif how == 3:
        data[at:at] = data[at : at + dice.randint(1, 40)]
    elif how == 4:
        data[at : at + 60] = bytes(len(data[at : at + 60]))
    else:
        data[at : at + 2] = b"\xff" + dice.randbytes(1)
    return bytes(data)


def _place(length: int, dice: random.Random) -> int:
    return dice.randrange(2, 700) if dice.random() < 0.6 else dice.randrange(2, length)


def _accepted(data: bytes) -> bool:
    try:
        jpeg.check(data)
    except jpeg.JpegError:
        return False
    return True


def _decodes(data: bytes) -> bool:
    """Every marker stands where it should, no side is too long, and all of it is decoded."""
    try:
        jpeg._beginning(data)  # pyright: ignore[reportPrivateUsage]
        with JpegImageFile(BytesIO(data)) as picture:
            picture.load()
            return max(picture.size) <= MAX_PHOTO_SIDE
    except Exception:  # noqa: BLE001 - whatever a decoder raises is a refusal
        return False
