"""The logo of the kop: how it looks, and the ways to put another one or none."""

from __future__ import annotations

from collections.abc import Callable

import flet as ft

from server.desk.widgets.buttons import outline_button
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours
from server.kantor import teks
from server.kantor.desk.pengaturan.state import SettingsState
from shared.widgets.layout import column, row, wrapped

SIDE = 72


def logo(state: SettingsState, pick: Callable[[], None], drop: Callable[[], None]) -> ft.Control:
    """A picture or its empty place, and its two buttons."""
    kept = str((state.found or {}).get("logo") or "")

    deeds = [outline_button(teks.PT_LOGO_PILIH, pick, ft.Icons.IMAGE)]
    if kept:
        deeds.append(outline_button(teks.PT_LOGO_HAPUS, drop, ft.Icons.DELETE_OUTLINE))
    beside = column(wrapped(*deeds), second(teks.PT_LOGO_PETUNJUK), gap=6, expand=True)
    return column(text(teks.PT_LOGO, "metab"), row(_picture(kept), beside, gap=12), gap=5)


def _picture(kept: str) -> ft.Control:
    shown = (
        ft.Image(
            src=kept, width=SIDE, height=SIDE, fit=ft.BoxFit.CONTAIN,
            semantics_label=teks.PT_LOGO,
        )
        if kept
        else icon(ft.Icons.IMAGE, 28)
    )  # fmt: skip
    return ft.Container(
        content=shown, width=SIDE + 12, height=SIDE + 12, alignment=ft.Alignment.CENTER,
        bgcolor="#FFFFFF" if kept else colours().quiet, border_radius=10,
        border=ft.Border.all(1, colours().outline),
    )  # fmt: skip
