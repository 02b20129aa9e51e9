"""One window of the staff view: who sits at it, how it looks, where it is."""

from __future__ import annotations

import asyncio
from urllib.parse import quote

import flet as ft

from server.core import office
from server.core import teks as umum
from server.core.context import Context
from server.core.db.database import StoreError
from server.core.permit import granted
from server.core.sessions import Account, current_account
from server.desk.attention import Attention
from server.desk.page_context import Desk, Waiting
from server.desk.places import Place
from server.desk.pulse import Pulse
from server.desk.widgets.theme import FONTS, LATE_FONTS, flet_theme, measure
from server.laporan import read_staff
from server.shell import wings
from server.shell.root import Root
from shared.palette import GELAP, TERANG
from shared.roles import Permission

LOGIN = "/masuk"
LOGOUT = "/keluar"

LATE_S = 2.0

INDONESIAN = ft.LocaleConfiguration([ft.Locale("id", "ID")], ft.Locale("id", "ID"))
"""What the client says by itself (to close a menu, to mark words) is Indonesian, too."""


async def open_session(page: ft.Page, ctx: Context) -> None:
    """Dress the page and show what its address says."""
    account = current_account.get()
    if account is None:
        await _leave(LOGIN)
        return
    _dress(page)
    pulse = Pulse(ctx.bell)
    waiting = Waiting(ctx, account, read_staff.waiting)
    tiles = await asyncio.to_thread(_tiles, ctx)
    beyond = await asyncio.to_thread(_granted, ctx, account)

    def go(place: Place) -> None:
        page.run_task(page.push_route, place.address)

    def log_out() -> None:
        page.run_task(_leave, LOGOUT)

    desk = Desk(
        ctx, account, page, pulse, waiting, Attention(), go, log_out, wings.menu(), tiles,
        granted=beyond,
    )  # fmt: skip

    async def connected() -> None:
        # Another person, or nobody, may come back through the same window.
        if current_account.get() != account:
            await _leave(f"{LOGIN}?lanjut={quote(page.route or '/')}")
        else:
            pulse.resume()
            desk.run(desk.attention.anew)()

    def away() -> None:
        desk.attention.lost()
        pulse.pause()
        ctx.presence.leave(pulse)

    def closed() -> None:
        pulse.stop()
        ctx.presence.leave(pulse)

    page.on_keyboard_event = desk.key
    page.on_connect = connected
    page.on_disconnect = away
    page.on_close = closed
    page.render(Root, desk)
    page.run_task(_late_fonts, page)


def _tiles(ctx: Context) -> str:
    """The map draws what it knows where the setting cannot be read; the pages say why."""
    try:
        return office.tiles(ctx)
    except (StoreError, OSError):
        return ""


def _granted(ctx: Context, account: Account) -> frozenset[Permission]:
    """Nothing where it cannot be read: the pages say why."""
    try:
        return granted(ctx, account)
    except (StoreError, OSError):
        return frozenset()


async def _late_fonts(page: ft.Page) -> None:
    await asyncio.sleep(LATE_S)
    page.fonts = {**FONTS, **LATE_FONTS}
    page.update()


def _dress(page: ft.Page) -> None:
    page.title = umum.APP
    page.locale_configuration = INDONESIAN
    page.fonts = FONTS
    page.theme = flet_theme(TERANG)
    page.dark_theme = flet_theme(GELAP)
    page.theme_mode = ft.ThemeMode.SYSTEM
    page.padding = 0
    page.spacing = 0
    measure(page)


async def _leave(address: str) -> None:
    """To a plain page outside of Flet, in the same window."""
    await ft.UrlLauncher().launch_url(ft.Url(address, target=ft.UrlTarget.SELF))
