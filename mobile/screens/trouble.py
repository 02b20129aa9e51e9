"""Nothing is swallowed: what nobody foresaw is written down and told in plain words."""

from __future__ import annotations

import logging

import flet as ft

from mobile import teks
from mobile.screens.clipboard import copied
from mobile.screens.here import Here
from mobile.widgets import buttons, cards, sheet
from mobile.widgets.text import second, text
from mobile.widgets.theme import colours
from shared.widgets.layout import row

log = logging.getLogger("sinar.phone")
I = ft.Icons  # noqa: E741


def catch(place: Here) -> None:
    """Flet sends a handler's error to `session.error`, and there the window would die of it."""

    def fault(message: str) -> None:
        log.error("unforeseen on %s: %s", place.page.route, message)
        if not place.kept.get("fault"):
            place.kept["fault"] = True
            place.page.show_dialog(_sheet(place, message))

    place.page.session.error = fault  # pyright: ignore[reportAttributeAccessIssue]


def _sheet(place: Here, message: str) -> ft.BottomSheet:
    """Sentence 55. Not a component: it must show even when drawing is what failed."""

    def close() -> None:
        place.kept["fault"] = False
        place.page.pop_dialog()

    async def copy() -> None:
        close()
        if await copied(message):
            place.say(teks.RINCIAN_DISALIN)

    detail = ft.ExpansionTile(
        title=text(teks.RINCIAN_KECAMATAN, "smallb"),
        controls=[_detail(message), buttons.quiet(teks.RINCIAN_SALIN, copy, name=I.CONTENT_COPY)],
        shape=ft.RoundedRectangleBorder(),
        tile_padding=0,
    )
    return sheet.sheet(
        row(
            cards.icon_block(I.HEALING, "wait", 48),
            text(teks.TIDAK_BERES, "bodyb", expand=True),
            gap=14,
        ),
        detail,
        buttons.primary(teks.TUTUP, close),
        on_dismiss=lambda: place.kept.update(fault=False),
    )


def _detail(message: str) -> ft.Control:
    return ft.Container(
        content=second(message[-1500:], "meta", selectable=True),
        padding=12,
        bgcolor=colours().quiet,
        border_radius=12,
    )
