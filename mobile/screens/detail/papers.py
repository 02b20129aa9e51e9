"""The ways to hand a report on: its text, its text to paste, its PDF."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens.detail.state import DetailState
from mobile.widgets import banners, cards, progress
from mobile.widgets.layout import stretched
from mobile.widgets.text import icon, text
from mobile.widgets.theme import colours

I = ft.Icons  # noqa: E741


def ways(state: DetailState) -> ft.Control:
    """The customary text first, for it is asked for most."""
    mark = icon(I.CHAT, 26, colours().primary)
    parts: list[ft.Control] = [
        cards.link_card(mark, teks.BAGIKAN_WA, teks.BAGIKAN_WA_SUB, state.share, strong=True)
    ]
    if state.paper_words:
        parts.append(_making(state))
    else:
        parts.append(cards.link_list(*_links(state)))
    if state.paper_fault:
        parts.append(banners.banner("bad", I.ERROR, state.paper_fault))
    return stretched(*parts, gap=10)


def _links(state: DetailState) -> list[cards.Link]:
    links: list[cards.Link] = [(I.CONTENT_COPY, teks.SALIN_TEKS, None, state.copy)]
    if state.place.hands.has_sheet:
        links.append((I.PICTURE_AS_PDF, teks.BAGIKAN_PDF, teks.PDF_SUB, state.share_paper))
        links.append((I.SAVE_ALT, teks.SIMPAN_PDF, None, state.save_paper))
    else:
        links.append((I.PICTURE_AS_PDF, teks.SIMPAN_PDF, teks.PDF_SUB, state.save_paper))
    return links


def _making(state: DetailState) -> ft.Control:
    """How far it is."""
    bar = progress.bar(state.paper_part, state.paper_words)
    said = ft.Semantics(content=text(state.paper_words, "bodyb"), live_region=True)
    return cards.card(stretched(said, bar, gap=10))
