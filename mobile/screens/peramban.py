"""What screens say of the browser that the app runs in: install it, a new version, what to know."""

from __future__ import annotations

import flet as ft

from mobile import teks_hp
from mobile.ports import Browser
from mobile.widgets import banners, buttons, cards, frame
from mobile.widgets.layout import stretched
from mobile.widgets.text import icon, text
from shared.widgets.layout import row

I = ft.Icons  # noqa: E741


def lines(browser: Browser) -> list[ft.Control]:
    """On Beranda, below what was sent: at most two."""
    parts: list[ft.Control] = []
    if browser.update_ready:
        parts.append(banners.note_strip(I.SYSTEM_UPDATE, teks_hp.VERSI_BARU))
    if browser.can_install and not browser.installed:
        ink = cards.tinted_ink("info")
        button = buttons.on_tint(teks_hp.PASANG, browser.install, ink, name=I.INSTALL_MOBILE)
        parts.append(
            banners.banner(
                "info", I.INSTALL_MOBILE, teks_hp.PASANG_JUDUL, teks_hp.PASANG_ISI, button
            )
        )
    return parts


def install_first(browser: Browser | None) -> list[ft.Control]:
    """On an iPhone the installed app keeps its own store: what is typed before is typed in vain."""
    if browser is None or browser.installed or not browser.apple:
        return []
    return [
        banners.banner(
            "wait", I.IOS_SHARE, teks_hp.IPHONE_PASANG_DULU, teks_hp.IPHONE_PASANG_DULU_ISI
        )
    ]


def to_know(browser: Browser) -> ft.Control:
    """What is worse than an app of the phone's own system, told before anybody relies on it."""
    signs = I.SEND_TIME_EXTENSION, I.DELETE_FOREVER, I.PHONELINK_SETUP
    points = list(map(_point, signs, teks_hp.PERLU_TAHU_ISI))
    if browser.reminder:
        points.append(_point(I.NOTIFICATIONS, teks_hp.INGATKAN_ISI[browser.reminder]))
    if browser.reminder == "ask":
        points.append(buttons.outline(teks_hp.INGATKAN, browser.remind, name=I.NOTIFICATIONS))
    return frame.section(teks_hp.PERLU_TAHU, cards.card(stretched(*points, gap=12), padding=14))


def _point(name: ft.IconData, words: str) -> ft.Control:
    return row(
        icon(name, 22), text(words, "small", expand=True), gap=12,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )  # fmt: skip
