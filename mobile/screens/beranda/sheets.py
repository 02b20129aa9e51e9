"""Beranda's sheets: go on with the draft or begin anew, and help with the look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens.words import resume_words, row_sub, row_title
from mobile.usecases.read import Row
from mobile.widgets import buttons, cards, sheet, tiles
from mobile.widgets.layout import stretched
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import SISTEM
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741
Tap = Callable[..., Any]

LOOK_ICONS = {
    SISTEM: I.SMARTPHONE,
    "terang": I.LIGHT_MODE,
    "gelap": I.DARK_MODE,
    "sinar": I.WB_SUNNY,
}


def resume_question(
    left: Row, now: datetime, on_resume: Tap, on_new: Tap, on_close: Tap
) -> ft.BottomSheet:
    """Sentence 29."""
    what = column(text(row_title(left.laporan), "bodyb"), second(row_sub(left.laporan)), gap=1)
    return sheet.sheet(
        text(resume_words(left.saved_at, now), "title"),
        what,
        second(teks.LANJUTKAN_ISI),
        buttons.primary(teks.LANJUTKAN_YA, on_resume, name=I.EDIT),
        buttons.outline(teks.LANJUTKAN_BARU, on_new),
        on_dismiss=on_close,
    )


def help_menu(
    chosen: str, on_look: Callable[[str], Any], on_check: Tap, on_close: Tap
) -> ft.BottomSheet:
    """The look is here too: one cannot find settings on a screen that one cannot read."""
    lines = [
        row(icon(I.CHECK_CIRCLE_OUTLINE, 20), text(words, "small", expand=True), gap=10,
            vertical_alignment=ft.CrossAxisAlignment.START)
        for words in teks.BANTUAN_LANGKAH
    ]  # fmt: skip
    return sheet.sheet(
        text(teks.TAMPILAN, "head"),
        look_choice(chosen, on_look),
        cards.link_list((I.SMARTPHONE, teks.BANTUAN_PERIKSA, teks.BANTUAN_PERIKSA_SUB, on_check)),
        text(teks.BANTUAN_JUDUL, "head"),
        stretched(*lines, gap=10),
        on_dismiss=on_close,
    )


def look_choice(chosen: str, on_look: Callable[[str], Any]) -> ft.Control:
    """Ikut HP, Terang, Gelap, Sinar matahari."""
    options = [(value, words, LOOK_ICONS[value]) for value, words in teks.TAMPILAN_PILIHAN.items()]
    return tiles.segment(options, chosen, on_look)
