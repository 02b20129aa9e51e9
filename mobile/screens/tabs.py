"""What the four tabs share: the bottom bar with its counter, and the line that says what waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from mobile import teks
from mobile.screens import routes
from mobile.screens.here import here
from mobile.screens.live import use_fresh
from mobile.usecases import complaint
from mobile.usecases.inbox import unread
from mobile.usecases.phone import Phone
from mobile.usecases.read import badge, connection
from mobile.widgets import banners, bottom_bar, frame
from mobile.widgets.layout import stretched

I = ft.Icons  # noqa: E741


@dataclass(frozen=True)
class Counts:
    """What the bar shows: its badges, and how many reports wait for a signal."""

    badge: int = 0
    unsent: int = 0
    unread: int = 0
    answered: int = 0
    """Complaints with an answer that nobody has seen."""


async def count(phone: Phone) -> Counts:
    return Counts(
        await badge(phone),
        (await connection(phone)).unsent,
        await unread(phone),
        await complaint.unread(phone),
    )


@ft.component
def TabFoot(chosen: int) -> ft.Control:
    """The bottom of every tab; it keeps itself fresh."""
    place = here()
    kept = place.kept.get("counts")
    counts, set_counts = ft.use_state(kept if isinstance(kept, Counts) else Counts())

    async def load() -> None:
        fresh = await count(place.phone)
        place.kept["counts"] = fresh
        set_counts(fresh)

    use_fresh(load)

    def picked(index: int) -> None:
        place.tab(routes.TABS[index])

    line = [_waiting(counts.unsent)] if counts.unsent and chosen not in (0, 1) else []
    return stretched(*line, bottom_bar.tab_bar(_tabs(counts), chosen, picked), gap=0)


def tab_screen(
    chosen: int, head: ft.Control, body: Sequence[ft.Control], *, gap: float = 14
) -> ft.Control:
    """A tab: head, what scrolls, and the common foot."""
    return frame.screen(head, body, TabFoot(chosen), gap=gap)


def _waiting(unsent: int) -> ft.Control:
    words = teks.BELUM_TERKIRIM.format(jumlah=unsent)
    return banners.slim_line("wait", I.CLOUD_OFF, words, lambda: here().tab(routes.LAPORAN))


def _tabs(counts: Counts) -> list[bottom_bar.Tab]:
    return [
        bottom_bar.Tab(teks.BERANDA, I.HOME_OUTLINED, I.HOME),
        bottom_bar.Tab(teks.LAPORAN, I.DESCRIPTION_OUTLINED, I.DESCRIPTION, counts.badge),
        bottom_bar.Tab(teks.PEMBINAAN, I.SCHOOL_OUTLINED, I.SCHOOL, counts.unread),
        bottom_bar.Tab(teks.DESA, I.HOLIDAY_VILLAGE_OUTLINED, I.HOLIDAY_VILLAGE, counts.answered),
    ]
