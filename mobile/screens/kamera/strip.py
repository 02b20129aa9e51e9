"""The strip below the preview: what will stand below the photo, not on it."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens.kamera.look import DIM, STRIP, WHITE
from mobile.screens.kamera.state import KameraState
from mobile.usecases.photo import position_words
from mobile.usecases.sentences import title
from mobile.widgets.assets import address
from mobile.widgets.layout import pad
from mobile.widgets.text import text
from mobile.widgets.theme import look
from shared.clock import HARI, WITA, jam
from shared.widgets.layout import column, row


def strip(state: KameraState) -> ft.Control:
    """What will stand below the photo, not on it."""
    place = state.form.place
    draft = state.form.draft
    now = place.phone.clock.now().astimezone(WITA)
    first = teks.KAMERA_PITA.format(apa=title(draft), desa=place.phone.identity().desa_nama)
    when = f"{HARI[now.weekday()]} {now:%d-%m-%Y}, {jam(now)} {teks.WITA}"
    lines = [text(first, "smallb", WHITE, lines=2), text(when, "small", DIM)]
    at = position_words(draft.lokasi)
    if at and not look().large:  # large letters leave little room: the pill has the accuracy
        lines.append(text(at, "small", DIM))
    mark = ft.Image(
        src=address("logo.png"), width=34, height=34, border_radius=9, exclude_from_semantics=True
    )
    return ft.Container(
        content=row(mark, column(*lines, gap=1, expand=True), gap=12),
        padding=pad(9, 14), bgcolor=STRIP,
    )  # fmt: skip
