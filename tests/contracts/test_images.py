"""What every `Images` promises: the one that draws and the one that only pretends."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path

import pytest

from mobile.device.images import PillowImages, strip_font
from mobile.ports import Images, PhotoFacts
from tests.contracts.images_contract import PROMISES, Promise
from tests.doubles.phone import PlainImages
from tests.mobile.device import pictures

pytestmark = pytest.mark.anyio
STRIP = ("Desa Lalayau · Patroli / ronda", "24 November 2026, 20.41 WITA")


@pytest.fixture(params=[PillowImages, PlainImages])
def images(request: pytest.FixtureRequest) -> Images:
    return request.param()


@pytest.fixture(scope="module")
def picture() -> bytes:
    return pictures.jpeg(pictures.scene(400, 300))


async def test_a_photo_is_named_by_the_hash_of_its_bytes(images: Images, picture: bytes) -> None:
    made = await images.prepare(picture, STRIP)
    assert hashlib.sha256(made.jpeg).hexdigest() == made.sha256
    assert made.small
    assert made.lebar > 0
    assert made.tinggi > 0


async def test_the_same_picture_and_strip_make_the_same_photo(
    images: Images, picture: bytes
) -> None:
    first = await images.prepare(picture, STRIP)
    assert (await images.prepare(picture, STRIP)).sha256 == first.sha256
    assert (await images.prepare(picture, STRIP[:1])).sha256 != first.sha256


async def test_a_picture_without_metadata_says_nothing_of_itself(
    images: Images, picture: bytes
) -> None:
    assert images.facts(picture) == PhotoFacts()
    made = await images.prepare(picture, STRIP)
    assert (made.diambil, made.lokasi) == (None, None)


def test_asking_what_is_no_picture_for_its_facts_is_no_fault(images: Images) -> None:
    assert images.facts(b"<html>") == PhotoFacts()


@pytest.mark.parametrize("check", PROMISES, ids=lambda check: check.__name__)
def test_pillow_keeps_what_every_kit_that_draws_promises(check: Promise) -> None:
    fonts = Path(__file__).parents[2] / "assets"
    check(PillowImages(strip_font(fonts)), asyncio.run)
