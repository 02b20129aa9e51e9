"""The browser's kit without a browser: its room, its promise, and what the screens are shown."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mobile.ports import DiskFull, PreparedPhoto, StoreError
from mobile.store.photos import FilePhotos
from mobile.web import pictures
from mobile.web.pictures import Pictures
from mobile.web.sealing import NobleSealing
from mobile.web.secrets import DiskSecrets
from mobile.web.space import BrowserKeeping, BrowserSpace, Room
from tests.doubles.log_disk import VaultDisk

pytestmark = pytest.mark.anyio
ROOT = Path("/phone")


class Page:
    """What the kit asks of the page, and how the page answers."""

    def __init__(self, **begun: Any) -> None:
        self.begun = begun
        self.asked: list[str] = []
        self.listeners: dict[str, Callable[[dict[str, Any]], None]] = {}

    def on(self, what: str, listener: Callable[[dict[str, Any]], None]) -> None:
        self.listeners[what] = listener

    def ask(self, what: str, **_: object) -> None:
        self.asked.append(what)


def photo(seed: int) -> PreparedPhoto:
    data = bytes([seed]) * 3_000
    return PreparedPhoto(data, data[:30], hashlib.sha256(data).hexdigest(), 1280, 960)


async def test_room_is_what_is_left_of_the_quota_less_what_was_written_since() -> None:
    disk = VaultDisk()

    async def ask() -> Room:
        return Room(quota=100_000_000, usage=40_000_000, kept=False)

    space = BrowserSpace(ask, disk)
    assert space.free_mb() == 0, "nobody has been asked yet"
    await space.look()
    assert space.free_mb() == 60
    FilePhotos(ROOT, disk).keep(photo(1))
    assert 59_990_000 < space.free_bytes() < 60_000_000 - 3_000


async def test_a_browser_that_tells_no_quota_is_not_full_before_a_write_says_so() -> None:
    async def ask() -> Room:
        return Room(quota=0, usage=5_000, kept=False)

    space = BrowserSpace(ask, VaultDisk())
    await space.look()
    assert space.free_mb() > 100


async def test_a_quota_that_is_used_up_leaves_no_room_less_than_none() -> None:
    async def ask() -> Room:
        return Room(quota=5_000, usage=6_000, kept=False)

    space = BrowserSpace(ask, VaultDisk())
    await space.look()
    assert space.free_bytes() == 0


@pytest.mark.parametrize(
    ("installed", "kept", "asked"),
    [(True, False, ["persist"]), (True, True, []), (False, False, [])],
)
def test_the_promise_is_asked_for_once_it_is_installed(
    installed: bool, kept: bool, asked: list[str]
) -> None:
    page: Any = Page(installed=installed)
    keeping = BrowserKeeping(page, kept)
    assert page.asked == asked
    assert keeping.is_promised is kept
    assert not keeping.is_refused
    page.listeners["persist"]({"what": "persist", "yes": True})
    assert (keeping.is_promised, keeping.is_refused) == (True, False)
    page.listeners["persist"]({"what": "persist", "yes": False})
    assert (keeping.is_promised, keeping.is_refused) == (False, True)


def test_a_picture_is_shown_as_text_and_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    disk = VaultDisk()
    photos = FilePhotos(ROOT, disk)
    shown = Pictures(disk)
    path = photos.path(photos.keep(photo(1)).sha256)
    assert base64.b64decode(shown(path)) == photo(1).jpeg
    monkeypatch.setattr(VaultDisk, "read", None)
    assert base64.b64decode(shown(path)) == photo(1).jpeg
    monkeypatch.undo()
    photos.forget(photo(1).sha256)
    assert shown(path) == ""


def test_not_all_that_was_ever_shown_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", 10_000)
    disk = VaultDisk()
    photos, shown = FilePhotos(ROOT, disk), Pictures(disk)
    for seed in range(6):
        shown(photos.path(photos.keep(photo(seed)).sha256))
    assert shown._bytes() <= 10_000
    assert base64.b64decode(shown(photos.path(photo(0).sha256))) == photo(0).jpeg


async def test_a_token_that_finds_no_room_leaves_the_former_one() -> None:
    disk = VaultDisk()
    secrets = DiskSecrets(disk, ROOT / "token")
    await secrets.keep_token("token-of-ida")
    disk.arm(1, "full")
    with pytest.raises(DiskFull):
        await secrets.keep_token("newer-token")
    disk.disarm()
    assert await DiskSecrets(disk.killed(), ROOT / "token").token() == "token-of-ida"


async def test_a_bundle_that_cannot_be_read_is_said_before_anything_is_sealed() -> None:
    async def gone() -> Any:
        raise OSError("seal.js")

    with pytest.raises(StoreError):
        await NobleSealing(gone).ready()
