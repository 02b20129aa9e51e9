"""The phone app: on a phone as the package's entry, on a desk in a browser window.

python -m mobile.main --data DIR --server URL --port 8551
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path

import flet as ft

from mobile import bootstrap, browser, teks
from mobile.app import open_page
from mobile.device.info import device_name
from mobile.device.kit import Device, device_of
from mobile.device.system import system_parts
from mobile.ports import StoreError
from mobile.screens.hands import FletHands
from mobile.screens.here import Here

ASSETS = Path(__file__).resolve().parents[1] / "assets"
PORT = 8551
LOG_BYTES = 500_000
SESSION_S = 600
"""How long a closed browser window is kept for coming back."""


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


def main(argv: list[str] | None = None) -> None:
    """Start the app the way this machine wants it."""
    told = _arguments(sys.argv[1:] if argv is None else argv)
    data = told.data or bootstrap.data_folder()
    data.mkdir(parents=True, exist_ok=True)
    _log_into(data)
    if told.server:
        os.environ[bootstrap.SERVER_ENV] = told.server
    if bootstrap.DATA_ENV in os.environ and told.data is None:
        ft.run(Windows(data, str).open, assets_dir=str(ASSETS))
    else:
        sys.exit(asyncio.run(_serve(data, told.port)))


async def _serve(data: Path, port: int) -> int:
    """The app at http://127.0.0.1:PORT, until it is stopped."""
    # Of the server's packages, which a phone does not have.
    import flet_web.fastapi as flet_web
    import uvicorn

    try:
        house = await asyncio.to_thread(bootstrap.build, data)
    except StoreError as error:
        sys.stderr.write(teks.FOLDER_DIPAKAI.format(sebab=error) + "\n")
        return 1
    app = flet_web.app(
        Windows(data, browser.address_of).open,
        assets_dir=str(ASSETS),
        app_name=teks.APLIKASI,
        no_cdn=True,
        session_timeout_seconds=SESSION_S,
    )
    config = uvicorn.Config(
        browser.Photos(app, data / "foto"),  # pyright: ignore[reportArgumentType]
        host="127.0.0.1",
        port=port,
        log_level="warning",
    )
    sys.stdout.write(teks.DIBUKA_DI.format(alamat=f"http://127.0.0.1:{port}") + "\n")
    sys.stdout.flush()
    try:
        await uvicorn.Server(config).serve()
    finally:
        await house.sleep()
    return 0


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="mobile.main", description=teks.APLIKASI)
    parser.add_argument("--data", type=Path, help=teks.BANTUAN_DATA)
    parser.add_argument("--server", default="", help=teks.BANTUAN_SERVER)
    parser.add_argument("--port", type=int, default=PORT, help=teks.BANTUAN_PORT)
    # On a phone the system may pass words of its own.
    return parser.parse_known_args(argv)[0]


def _log_into(data: Path) -> None:
    """A file beside the reports, so that the kecamatan can be told what went wrong."""
    handler = RotatingFileHandler(
        data / "catatan.log", maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("sinar")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logging.getLogger("mobile").addHandler(handler)


if __name__ == "__main__":
    main()
