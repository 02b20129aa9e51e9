"""Beranda's rows of what came from the kecamatan, and of what it asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import flet as ft

from mobile import teks
from mobile import teks_suara as words
from mobile.usecases.survey import Survey
from mobile.usecases.unfinished import Unfinished
from mobile.usecases.views import Home
from mobile.widgets import cards
from shared.skm import UNSUR

I = ft.Icons  # noqa: E741
Tap = Callable[..., Any]


@dataclass(frozen=True)
class NewsTaps:
    """Where the rows lead."""

    pembinaan: Tap
    pengaduan: Tap
    survei: Tap
    belum: Callable[[Unfinished], Any]


def rows(seen: Home, taps: NewsTaps) -> list[ft.Control]:
    """What nobody has read, then the survey."""
    found = [
        (seen.pembinaan_baru, I.SCHOOL, teks.BERANDA_PEMBINAAN, taps.pembinaan),
        (seen.pengaduan_dijawab, I.FORUM, words.PENGADUAN_DIJAWAB, taps.pengaduan),
    ]
    news: list[ft.Control] = [
        cards.link_card(
            cards.icon_block(name, "info"), told.format(jumlah=len(texts)), texts[0], on_tap
        )
        for texts, name, told, on_tap in found
        if texts
    ]
    return [*_unfinished(seen, taps), *news, *_survey(seen.survei, taps.survei)]


def _unfinished(seen: Home, taps: NewsTaps) -> list[ft.Control]:
    """What nobody has sent, each with the way to it."""
    return [
        cards.link_card(
            cards.icon_block(I.EDIT_NOTE, "wait"), teks.BELUM_SELESAI[one.kind],
            teks.BELUM_DIKIRIM_LANJUTKAN, partial(taps.belum, one),
        )
        for one in seen.belum
    ]  # fmt: skip


def _survey(found: Survey, on_tap: Tap) -> list[ft.Control]:
    """Until it is answered; also when an answer was not counted, until that was read."""
    if not found.open and not found.refused:
        return []
    sub = words.SURVEI_SUB
    if found.refused:
        sub = words.SURVEI_DITOLAK
    elif found.begun:
        sub = words.SURVEI_LANJUT.format(jumlah=found.begun, semua=len(UNSUR))
    block = cards.icon_block(I.POLL, "wait" if found.refused else "info")
    return [cards.link_card(block, words.SURVEI, sub, on_tap)]
