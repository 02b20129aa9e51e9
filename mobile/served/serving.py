"""The app at an address of this machine; needs what only the server's packages bring."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import flet_web.fastapi as flet_web
import uvicorn

from mobile import bootstrap, teks
from mobile.opening import ASSETS, Windows
from mobile.ports import StoreError
from mobile.served.photos import Photos, address_of

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
        Photos(app, data / "foto"),  # pyright: ignore[reportArgumentType]
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
