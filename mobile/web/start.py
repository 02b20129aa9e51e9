"""The app in a browser, put together: the same house, with the browser's parts plugged in."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import flet as ft

from mobile import bootstrap
from mobile.app import dress, open_page
from mobile.bootstrap import House
from mobile.device.info import device_name
from mobile.device.kit import Device, device_of
from mobile.ports import StoreError
from mobile.screens.here import Here
from mobile.store.claim import InUse
from mobile.sync.http_api import HttpApi
from mobile.web import arrivals, surroundings
from mobile.web.disk import LogDisk
from mobile.web.hands import PageHands
from mobile.web.net import FetchTransport
from mobile.web.one_window import hold, take_over
from mobile.web.outside import Outside
from mobile.web.parts import browser_disk, browser_parts
from mobile.web.pictures import Pictures
from mobile.web.windows import elsewhere, without_files
from shared.protocol import CODE_LENGTH

log = logging.getLogger("sinar.phone")

DATA = Path("/data")
HOME = Path("/home/pyodide")
ASSETS = HOME / "assets"

_held: list[tuple[Device, Outside]] = []
"""Flet drops a service that nobody holds."""


async def window(page: ft.Page) -> None:
    """The one window: a page has one Python."""
    await _begin(page, Outside())


async def _begin(page: ft.Page, outside: Outside) -> None:
    try:
        disk = await browser_disk(DATA)
    except InUse:
        dress(page, None)
        _say_elsewhere(page, partial(_begin, page, outside))
    except StoreError as error:
        log.warning("no files: %s", error)
        dress(page, None)
        _show(page, without_files())
    else:
        await _open(page, outside, disk)
    outside.ask("shown")


async def _open(page: ft.Page, outside: Outside, disk: LogDisk) -> None:
    parts = await browser_parts(disk, DATA, ASSETS, outside)
    device = device_of(page, parts)
    _held.append((device, outside))
    api = HttpApi(transport=FetchTransport(), app_version=bootstrap.APP_VERSION)
    house = bootstrap.build(DATA, api=api, disk=disk)
    phone = house.phone(device)
    house.wake(phone)
    browser = surroundings.browser_of(outside)
    place = Here(
        page=page,
        phone=phone,
        picture=Pictures(disk),
        hands=PageHands(outside, disk),
        camera=device.camera,
        has_camera=device.has_camera,
        permissions=device.permissions,
        device_name=partial(device_name, page),
        preset_server=outside.begun["address"],
        browser=browser,
        preset_code=_code(outside.begun["kode"]),
    )
    surroundings.watch(outside, place, browser)
    await hold(disk, partial(_let_go, page, outside, house, place))
    arrivals.expect(place, outside.begun["buka"])
    open_page(place, device.connectivity)
    place.task(arrivals.take, place)


def _let_go(page: ft.Page, outside: Outside, house: House, place: Here) -> None:
    """Another window has asked: what was typed is stored, and goes on there."""

    async def again() -> None:
        outside.ask("reload")

    place.close()
    page.run_task(house.sleep)
    _say_elsewhere(page, again)


def _say_elsewhere(page: ft.Page, go_on: Callable[[], Awaitable[None]]) -> None:
    """ "Pakai di sini" has the other window let go, and goes on here."""

    async def here() -> None:
        if await take_over():
            await go_on()
        else:
            _show(page, elsewhere(here, asked_in_vain=True))

    _show(page, elsewhere(here))


def _show(page: ft.Page, words: ft.Control) -> None:
    # Whatever stood there, the app itself too: what follows puts its own in this place.
    page.views = [ft.View(route="/", controls=[words], padding=0)]
    page.update()


def _code(given: str) -> str:
    """As the slip has it, without what a person or a messenger put in between."""
    return "".join(letter for letter in given.upper() if letter.isalnum())[:CODE_LENGTH]
