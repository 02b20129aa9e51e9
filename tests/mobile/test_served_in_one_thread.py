"""What Flet lends its own page, so that it draws in two threads, is taken back."""

from __future__ import annotations

import flet as ft
import flet_web.fastapi as flet_web
import httpx
import pytest

from mobile.served.one_thread import OneThread

pytestmark = pytest.mark.anyio


def nothing(_page: ft.Page) -> None:
    """No window is opened here."""


async def test_the_page_of_flet_is_lent_no_memory_that_threads_share() -> None:
    transport = httpx.ASGITransport(OneThread(flet_web.app(nothing, no_cdn=True)))  # pyright: ignore[reportArgumentType]
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as browser:
        page = await browser.get("/")
    assert page.status_code == 200
    assert "flutter_bootstrap.js" in page.text
    assert "cross-origin-embedder-policy" not in page.headers
    assert page.headers["cross-origin-opener-policy"] == "same-origin"
