"""The staff view as an ASGI app, to be mounted behind the door; one Flet session a window."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import flet_web.fastapi as flet_fastapi

from server.core import teks as umum
from server.http import teks as http_teks
from server.shell.session import open_session
from shared.assets import ASSETS

if TYPE_CHECKING:
    import flet as ft
    from starlette.types import ASGIApp

    from server.core.context import Context


SESSION_TIMEOUT_S = 300
"""How long a window that lost its connection finds everything as it was."""


def staff_app(context: Callable[[], Context]) -> ASGIApp:
    """``context`` is asked at every new session: the data is open only while the server runs.

    The door in front sets `current_account`; without one a session shows nothing.
    """

    async def main(page: ft.Page) -> None:
        await open_session(page, context())

    return flet_fastapi.app(
        main,
        assets_dir=str(ASSETS),
        app_name=umum.APP,
        app_short_name=umum.APP,
        app_description=http_teks.APP_TENTANG,
        no_cdn=True,
        session_timeout_seconds=SESSION_TIMEOUT_S,
    )


@asynccontextmanager
async def running() -> AsyncIterator[None]:
    """Keeps the sessions of all windows; belongs into the server's lifespan."""
    await flet_fastapi.app_manager.start()
    try:
        yield
    finally:
        await flet_fastapi.app_manager.shutdown()
