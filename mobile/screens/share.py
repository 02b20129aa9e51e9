"""Shares a report's text: the system's share sheet where there is one, else the clipboard."""

from __future__ import annotations

import asyncio

import flet as ft

from mobile import teks
from mobile.record import Record
from mobile.screens.here import Here
from mobile.widgets import buttons, sheet
from mobile.widgets.text import second, text
from shared.documents.wa_text import wa_text

PATIENCE_S = 3


async def share_report(place: Here, record: Record) -> None:
    """ "Bagikan teks ke grup WhatsApp"."""
    words = wa_text(record.current, record.last_resi)
    if has_share_sheet(place.page):
        await ft.Share().share_text(words, title=teks.TEKS_JUDUL)
    elif await copied(words):
        place.say(teks.TEKS_DISALIN)
    else:
        _show(place, words)


async def copied(words: str) -> bool:
    """Put words on the clipboard; False in a browser that does not allow it."""
    try:
        await asyncio.wait_for(ft.Clipboard().set(words), PATIENCE_S)
    except (RuntimeError, TimeoutError):
        return False
    return True


def has_share_sheet(page: ft.Page) -> bool:
    """On the phone; a browser's own is a matter of luck."""
    return not page.web and page.platform in (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)


def _show(place: Here, words: str) -> None:
    """The text itself, to be copied by hand."""
    place.page.show_dialog(
        sheet.sheet(
            text(teks.TEKS_JUDUL, "title"),
            second(teks.TEKS_GAGAL),
            text(words, "body", selectable=True),
            buttons.outline(teks.TUTUP, lambda: place.page.pop_dialog()),
        )
    )
