"""The one component under which everything hangs: follows address, size and theme."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import flet as ft

from server.core import teks as umum
from server.desk.page_context import Desk
from server.desk.pages import Page
from server.desk.places import Elsewhere, Given, Place, query
from server.desk.widgets import notices
from server.desk.widgets.frame import frame
from server.desk.widgets.theme import look, measure, set_scale
from server.shell import teks, wings
from shared.roles import Permission
from shared.widgets.probe import probe


@ft.component
def Root(desk: Desk) -> ft.Control:
    page = ft.context.page
    routes, _ = ft.use_state(lambda: [_route(desk, one) for one in wings.pages()])
    _, set_look = ft.use_state(look)

    def measured(_: object) -> None:
        if measure(page):
            set_look(look())

    def scaled(scale: float) -> None:
        if set_scale(page, scale):
            set_look(look())

    def listen() -> None:
        page.on_resize = measured
        page.on_platform_brightness_change = measured

    ft.use_effect(listen, [])
    if not desk.may(Permission.READ_LAPORAN):
        return _alone(desk, notices.notice(ft.Icons.LOCK, teks.TIDAK_BERHAK))
    return ft.Stack(
        controls=[
            probe(scaled), ft.Container(content=ft.Router(routes, not_found=lambda: nowhere(desk))),
        ],
        expand=True, fit=ft.StackFit.EXPAND,
    )  # fmt: skip


def _route(desk: Desk, page: Page) -> ft.Route:
    return ft.Route(
        path=page.path or None, index=not page.path, component=lambda: Shown(desk, page)
    )


@ft.component
def Shown(desk: Desk, page: Page) -> ft.Control:
    """What the address asks for, where this person may see it."""
    steps = {name: unquote(step) for name, step in ft.use_route_params().items()}
    last = ft.use_ref(None)
    if steps or ":" not in page.path:
        last.current = page.read(
            Given({**query(_query_of(ft.context.page.route)), **steps}, desk.ctx.wilayah)
        )
    # Drawn once more on its way out, a page is outside of the router and knows no steps.
    place: Place | None = last.current
    if place is None or not desk.may(page.permission):
        return nowhere(desk)
    desk.unknown = _unknown(ft.context.page.route, place)
    return page.show(desk, place)


CHOICES = frozenset({"bulan", "masa", "desa", "jenis", "status", "macam", "regu", "periode"})


def _unknown(route: str | None, place: Place) -> tuple[str, ...]:
    """The choices of an address that make no sense: the page opens without them."""
    kept = query(_query_of(place.address))
    asked = query(_query_of(route))
    return tuple(f"{n}={v}" for n, v in asked.items() if n in CHOICES and n not in kept)


def _query_of(route: str | None) -> str:
    """Empty for what is no address."""
    try:
        return urlsplit(route or "/").query
    except ValueError:
        return ""


def nowhere(desk: Desk) -> ft.Control:
    """There is no such page, or not for this person."""
    return _alone(
        desk,
        notices.notice(
            ft.Icons.SEARCH_OFF, teks.BUKAN_HALAMAN, teks.KE_DAFTAR,
            lambda: desk.go(Elsewhere("/laporan")),
        ),
    )  # fmt: skip


def _alone(desk: Desk, words: ft.Control) -> ft.Control:
    return frame(desk.frame_facts(), words, title=umum.DAFTAR_JUDUL)
