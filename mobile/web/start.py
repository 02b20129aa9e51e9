"""The app in a browser, put together: the same house, with the browser's parts plugged in."""

from __future__ import annotations

import base64
import logging
from functools import partial
from pathlib import Path

import flet as ft

from mobile import bootstrap, teks
from mobile.app import open_page
from mobile.device.info import device_name
from mobile.device.kit import Device, device_of
from mobile.ports import StoreError, SyncReason
from mobile.screens.here import Here
from mobile.store.disk import Disk
from mobile.sync.http_api import HttpApi
from mobile.web.net import FetchTransport
from mobile.web.outside import Outside, Told
from mobile.web.parts import browser_disk, browser_parts
from shared.protocol import CODE_LENGTH

log = logging.getLogger("sinar.phone")

DATA = Path("/data")
ASSETS = Path("/home/pyodide/assets")

_held: list[tuple[Device, Outside]] = []
"""Flet drops a service that nobody holds."""


async def window(page: ft.Page) -> None:
    """The one window: a page has one Python."""
    outside = Outside()
    disk = await browser_disk()
    parts = await browser_parts(disk, DATA, ASSETS)
    device = device_of(page, parts)
    _held.append((device, outside))
    api = HttpApi(transport=FetchTransport(), app_version=bootstrap.APP_VERSION)
    try:
        house = bootstrap.build(DATA, api=api, disk=disk)
    except StoreError as error:
        words = teks.FOLDER_DIPAKAI.format(sebab=error)
        page.add(ft.SafeArea(content=ft.Text(words, size=20)))
        return
    phone = house.phone(device)
    house.wake(phone)
    place = Here(
        page=page,
        phone=phone,
        picture=partial(_picture, disk),
        camera=device.camera,
        has_camera=device.has_camera,
        permissions=device.permissions,
        device_name=partial(device_name, page),
        preset_server=outside.begun["address"],
        preset_code=_code(outside.begun["kode"]),
    )
    _listen(outside, place)
    open_page(place, device.connectivity)
    outside.ask("shown")


def _code(given: str) -> str:
    """As the slip has it, without what a person or a messenger put in between."""
    return "".join(letter for letter in given.upper() if letter.isalnum())[:CODE_LENGTH]


def _picture(disk: Disk, path: Path) -> str:
    """As text: bytes stay blank outside Chromium."""
    try:
        return base64.b64encode(disk.read(path)).decode()
    except OSError:
        return ""


def _listen(outside: Outside, place: Here) -> None:
    """What the page sees first starts a send."""

    def awake(told: Told) -> None:
        place.in_front = True
        connected = told.get("why") == "online"
        reason = SyncReason.CONNECTED if connected else SyncReason.RESUME
        place.phone.sync.request_sync(reason)
        place.freshen()

    def hidden(_told: Told) -> None:
        place.in_front = False

    outside.on("awake", awake)
    outside.on("hidden", hidden)
