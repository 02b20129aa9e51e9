"""What the tab Pembinaan looks like: filters, and a card for each message."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens.pembinaan import words
from mobile.screens.pembinaan.state import BELUM, SEMUA, TUGAS, PembinaanState
from mobile.usecases.inbox import Item
from mobile.widgets import banners, buttons, cards, chips, frame
from mobile.widgets.fields import Field
from mobile.widgets.layout import stretched
from mobile.widgets.skeleton import list_bones
from mobile.widgets.text import icon, second, text
from mobile.widgets.theme import colours, look
from shared.widgets.layout import column, row

I = ft.Icons  # noqa: E741


def head(state: PembinaanState) -> ft.Control:
    """The tab's name and the way to the search."""
    name = I.SEARCH_OFF if state.searching else I.SEARCH
    label = teks.TUTUP if state.searching else teks.PB_CARI
    return frame.tab_head(teks.PEMBINAAN, [buttons.icon_button(name, label, state.toggle_search)])


def body(state: PembinaanState, now: datetime) -> list[ft.Control]:
    """What scrolls."""
    if state.items is None:
        return [_filters(state), *list_bones()]
    if not state.items:
        return [banners.empty(I.SCHOOL_OUTLINED, teks.PEMBINAAN_KOSONG, teks.PEMBINAAN_KOSONG_ISI)]
    search: list[ft.Control] = []
    if state.searching:
        search.append(
            Field(teks.PB_CARI, on_change=state.search, name=I.SEARCH, show_label=False, focus=True)
        )
    shown = [card(item, now, state.open) for item in state.listed]
    return [*search, _filters(state), *(shown or [_nothing(state)])]


def _filters(state: PembinaanState) -> ft.Control:
    """Semua, Belum dibaca 2, Tindak lanjut 1."""
    items = state.items or ()
    fresh = sum(item.unread for item in items)
    tasks = sum(len(item.open_tasks) for item in items)
    options = [
        (SEMUA, teks.PB_SEMUA),
        (BELUM, teks.PB_BELUM_DIBACA_N.format(jumlah=fresh) if fresh else teks.PB_BELUM_DIBACA),
        (TUGAS, teks.PB_TINDAK_LANJUT_N.format(jumlah=tasks) if tasks else teks.TINDAK_LANJUT),
    ]
    return chips.pick_one(options, state.shown, state.choose)


def _nothing(state: PembinaanState) -> ft.Control:
    if state.words:
        return second(teks.CARI_KOSONG)
    if state.shown == TUGAS:
        return banners.empty(I.TASK_ALT, teks.PB_TIDAK_ADA_TUGAS, teks.PB_TIDAK_ADA_TUGAS_ISI)
    return banners.empty(I.DONE_ALL, teks.PB_TIDAK_ADA_BARU, teks.PB_TIDAK_ADA_BARU_ISI)


def card(item: Item, now: datetime, on_open: Callable[[Item], Any]) -> ft.Control:
    """One message; an unread one has a strong edge."""
    name, kind = words.sign(item)
    told = words.body(item)
    top = row(
        cards.icon_block(name, kind, 46),
        column(
            row(ft.Container(content=second(words.kind_words(item)), expand=True), mark(item)),
            text(words.title(item), "head"),
            gap=2,
            expand=True,
        ),
        gap=12,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    chip = words.state_chip(item, now)
    parts = [top, *([second(told, lines=None if look().large else 4)] if told else [])]
    if chip is not None:
        parts.append(row(chip))
    edge = colours().outline if item.unread else None
    return cards.card(
        stretched(*parts, gap=10), padding=14, edge=edge, on_tap=partial(on_open, item)
    )


def mark(item: Item) -> ft.Control:
    """Baru, or that it was read."""
    if item.unread:
        return chips.chip("info", I.CIRCLE, teks.PB_BARU)
    return row(icon(I.DONE_ALL, 18), second(teks.PB_DIBACA, "meta"), gap=5, tight=True)
