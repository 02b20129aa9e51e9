"""What the phone tells of itself: its connection, its space, its permissions, its name."""

from __future__ import annotations

from collections import namedtuple
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import flet as ft
import flet_permission_handler as fph
import pytest

from mobile.device import space
from mobile.device.camera import has_camera
from mobile.device.connectivity import DeviceConnectivity
from mobile.device.info import device_name, name_of
from mobile.device.kit import Device
from mobile.device.permissions import SystemPermissions, has_permissions
from mobile.device.secrets import FileSecrets, SystemSecrets
from mobile.device.space import DiskSpace
from mobile.device.system import secrets_of

pytestmark = pytest.mark.anyio

Kind = ft.ConnectivityType


class FakeService:
    """Answers one thing to whatever is asked."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    async def ask(self, *_arguments: object) -> Any:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    get_connectivity = get_status = open_app_settings = get_device_info = ask


def connectivity(answer: Any) -> DeviceConnectivity:
    service: Any = FakeService(answer)
    return DeviceConnectivity(service)


@pytest.mark.parametrize(
    ("answer", "connected"),
    [
        ([Kind.WIFI], True),
        ([Kind.MOBILE, Kind.VPN], True),
        ([Kind.NONE], False),
        ([], True),
        (RuntimeError("no network manager"), True),
        (TimeoutError(), True),
    ],
)
async def test_only_a_clear_no_counts_as_no_connection(answer: Any, connected: bool) -> None:
    assert await connectivity(answer).connected() is connected


async def test_every_listener_hears_every_change() -> None:
    device = connectivity([Kind.NONE])
    heard: list[tuple[str, bool]] = []
    device.on_change(lambda connected: heard.append(("sync", connected)))
    device.on_change(lambda connected: heard.append(("beranda", connected)))
    event: Any = SimpleNamespace(connectivity=[Kind.MOBILE])
    device.changed(event)
    event.connectivity = [Kind.NONE]
    device.changed(event)
    assert heard == [("sync", True), ("beranda", True), ("sync", False), ("beranda", False)]


def test_free_space_is_told_before_the_folder_exists(tmp_path: Path) -> None:
    disk = DiskSpace(tmp_path / "belum" / "ada")
    assert disk.free_bytes() > 0


def test_free_space_is_told_in_whole_megabytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(space.shutil, "disk_usage", lambda _folder: usage(0, 0, 40_999_999))
    assert DiskSpace(tmp_path).free_mb() == 40


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (fph.PermissionStatus.GRANTED, "granted"),
        (fph.PermissionStatus.LIMITED, "granted"),
        (fph.PermissionStatus.DENIED, "denied"),
        (fph.PermissionStatus.PERMANENTLY_DENIED, "denied"),
        (None, "unknown"),
        (RuntimeError("no answer"), "unknown"),
    ],
)
async def test_a_permission_is_one_of_three_words(status: Any, word: str) -> None:
    handler: Any = FakeService(status)
    assert await SystemPermissions(handler).camera() == word
    assert await SystemPermissions(handler).location() == word


async def test_where_nothing_keeps_permissions_nothing_is_known() -> None:
    permissions = SystemPermissions()
    assert await permissions.camera() == "unknown"
    assert not await permissions.open_settings()


@pytest.mark.parametrize(
    ("web", "platform", "camera", "permissions"),
    [
        (False, ft.PagePlatform.ANDROID, True, True),
        (True, ft.PagePlatform.ANDROID, True, False),
        (True, ft.PagePlatform.LINUX, True, False),
        (False, ft.PagePlatform.LINUX, False, False),
    ],
)
def test_each_platform_shows_only_what_it_has(
    web: bool, platform: ft.PagePlatform, camera: bool, permissions: bool
) -> None:
    page: Any = SimpleNamespace(web=web, platform=platform)
    assert has_camera(page) is camera
    assert has_permissions(page) is permissions


def _info(kind: type[Any], **known: Any) -> Any:
    """Device information of which only `known` is known."""
    return kind(**{field.name: None for field in fields(kind)} | known)


@pytest.mark.parametrize(
    ("manufacturer", "model", "name"),
    [
        ("OPPO", "CPH2591", "Oppo CPH2591"),
        ("samsung", "Samsung SM-A057F", "Samsung SM-A057F"),
        ("vivo", "Y" * 100, ("Vivo " + "Y" * 100)[:60]),
    ],
)
def test_a_phone_is_named_by_maker_and_model(manufacturer: str, model: str, name: str) -> None:
    info = _info(ft.AndroidDeviceInfo, manufacturer=manufacturer, model=model)
    assert name_of(info) == name


def test_a_browser_is_named_by_itself_and_its_system() -> None:
    chrome = ft.WebBrowserName.CHROME
    info = _info(ft.WebDeviceInfo, browser_name=chrome, platform="Linux x86_64")
    assert name_of(info) == "Chrome Linux x86_64"


async def test_a_device_that_does_not_tell_has_no_name() -> None:
    page: Any = FakeService(RuntimeError("no answer"))
    assert await device_name(page) == ""
    assert name_of(None) == ""


@pytest.mark.parametrize(
    ("present", "allowed", "reason"),
    [
        (True, fph.PermissionStatus.GRANTED, None),
        (True, None, None),
        (True, fph.PermissionStatus.DENIED, "denied"),
        (False, None, "none"),
    ],
)
async def test_the_check_of_the_phone_does_not_open_the_camera(
    present: bool, allowed: Any, reason: str | None
) -> None:
    handler: Any = FakeService(allowed)
    parts: Any = dict.fromkeys(field.name for field in fields(Device)) | {
        "permissions": SystemPermissions(handler),
        "has_camera": present,
    }
    assert await Device(**parts).camera_ready() == reason


@pytest.mark.parametrize(
    ("web", "platform", "kind"),
    [
        (False, ft.PagePlatform.ANDROID, SystemSecrets),
        (True, ft.PagePlatform.ANDROID, FileSecrets),
        (False, ft.PagePlatform.LINUX, FileSecrets),
    ],
)
def test_the_token_lies_where_the_platform_keeps_secrets(
    web: bool, platform: ft.PagePlatform, kind: type, tmp_path: Path
) -> None:
    page: Any = SimpleNamespace(web=web, platform=platform)
    assert isinstance(secrets_of(page, tmp_path), kind)
