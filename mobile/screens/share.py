"""Shares a report's text: the system's share sheet where there is one, else the clipboard."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.record import Record
from mobile.screens.here import Here
from shared.documents.wa_text import wa_text


async def share_report(place: Here, record: Record) -> None:
    """ "Bagikan teks ke grup WhatsApp"."""
    words = wa_text(record.current, record.last_resi)
    if has_share_sheet(place.page):
        await ft.Share().share_text(words, title=teks.TEKS_JUDUL)
        return
    try:
        await ft.Clipboard().set(words)
    except RuntimeError:  # a browser that does not allow it
        place.say(teks.TEKS_GAGAL)
    else:
        place.say(teks.TEKS_DISALIN)


def has_share_sheet(page: ft.Page) -> bool:
    """On the phone; a browser's own is a matter of luck."""
    return not page.web and page.platform in (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)
