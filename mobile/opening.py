"""Opens windows of the app over one data folder, with the parts of a system of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import flet as ft

from mobile import bootstrap, teks
from mobile.app import open_page
from mobile.device.info import device_name
from mobile.device.kit import Device, device_of
from mobile.device.system import system_parts
from mobile.ports import StoreError
from mobile.screens.hands import FletHands
from mobile.screens.here import Here
from shared.assets import ASSETS


@dataclass
class Windows:
    """Opens windows over one data folder, and holds what Flet would otherwise drop."""

    data: Path
    picture: Callable[[Path], str]
    _held: list[Device] = field(default_factory=list)

    async def open(self, page: ft.Page) -> None:
        """One window: a phone has one, a browser may have several."""
        device = device_of(page, system_parts(page, self.data, ASSETS))
        self._held.append(device)
        try:
            house = await asyncio.to_thread(bootstrap.build, self.data)
        except StoreError as error:
            page.add(ft.SafeArea(content=ft.Text(teks.FOLDER_DIPAKAI.format(sebab=error))))
            return
        phone = house.phone(device)
        house.wake(phone)
        place = Here(
            page=page,
            phone=phone,
            picture=self.picture,
            hands=FletHands(page),
            camera=device.camera,
            has_camera=device.has_camera,
            permissions=device.permissions,
            device_name=partial(device_name, page),
            preset_server=bootstrap.preset_server(ASSETS),
        )
        place.on_close(partial(self._drop, device))
        open_page(place, device.connectivity)

    def _drop(self, device: Device) -> None:
        if device in self._held:
            self._held.remove(device)
