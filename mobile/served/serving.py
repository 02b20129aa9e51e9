"""The app at an address of this machine; needs what only the server's packages bring."""

from __future__ import annotations

import asyncio
import socket
import sys
from pathlib import Path

import flet_web.fastapi as flet_web
import uvicorn

from mobile import bootstrap, teks
from mobile.opening import ASSETS, Windows
from mobile.ports import StoreError
from mobile.served.one_thread import OneThread
from mobile.served.photos import Photos, address_of

HERE = "127.0.0.1"
SESSION_S = 600
"""How long a closed browser window is kept for coming back."""


async def serve(data: Path, port: int) -> int:
    """The app at http://127.0.0.1:PORT, until it is stopped."""
    try:
        house = await asyncio.to_thread(bootstrap.build, data)
    except StoreError as error:
        sys.stderr.write(teks.FOLDER_DIPAKAI.format(sebab=error) + "\n")
        return 1
    app = flet_web.app(
        Windows(data, address_of).open,
        assets_dir=str(ASSETS),
        app_name=teks.APLIKASI,
        no_cdn=True,
        session_timeout_seconds=SESSION_S,
    )
    config = uvicorn.Config(
        OneThread(Photos(app, data / "foto")),  # pyright: ignore[reportArgumentType]
        log_level="warning",
    )
    try:
        with socket.create_server((HERE, port), backlog=128) as listener:
            await _Server(config, f"http://{HERE}:{port}").serve(sockets=[listener])
    except (OSError, OverflowError) as error:
        sys.stderr.write(teks.PORT_DIPAKAI.format(port=port, sebab=error) + "\n")
        return 1
    finally:
        await house.sleep()
    return 0


class _Server(uvicorn.Server):
    """Says where it is once it is there."""

    def __init__(self, config: uvicorn.Config, address: str) -> None:
        super().__init__(config)
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            sys.stdout.write(teks.DIBUKA_DI.format(alamat=self._address) + "\n")
            sys.stdout.flush()
