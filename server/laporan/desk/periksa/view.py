"""The picture of the review: queue, report and decision side by side. Only data and callbacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.core import teks as umum
from server.desk.widgets import notices
from server.desk.widgets.buttons import icon_button, outline_button
from server.desk.widgets.layout import pad, pane, row
from server.desk.widgets.text import icon, text
from server.desk.widgets.theme import colours, look
from server.laporan import teks
from server.laporan.desk.laporan_detail import photos
from server.laporan.desk.periksa import decision_view, queue_view, report_view
from server.laporan.desk.periksa.decision_view import DecisionActions
from server.laporan.desk.periksa.report_view import ReportActions
from server.laporan.desk.periksa.state import ReviewState


@dataclass(frozen=True)
class ReviewActions:
    """What the person can do here."""

    go: Callable[[str], None]
    step: Callable[[int], None]
    again: Callable[[], None]
    report: ReportActions
    decision: DecisionActions


def head_actions(state: ReviewState, on: ReviewActions) -> list[ft.Control]:
    """The report before and after in the queue."""

    def press(by: int) -> Callable[[], None] | None:
        return (lambda: on.step(by)) if state.neighbour(by) else None

    if look().narrow:
        return [
            icon_button(ft.Icons.CHEVRON_LEFT, teks.LAPORAN_SEBELUM, press(-1)),
            icon_button(ft.Icons.CHEVRON_RIGHT, teks.LAPORAN_BERIKUT, press(1)),
        ]
    return [
        outline_button(umum.SEBELUMNYA, press(-1), ft.Icons.CHEVRON_LEFT, tip=teks.LAPORAN_SEBELUM),
        outline_button(umum.BERIKUTNYA, press(1), ft.Icons.CHEVRON_RIGHT, tip=teks.LAPORAN_BERIKUT),
    ]


def body(state: ReviewState, shown: list[photos.PhotoFacts], on: ReviewActions) -> ft.Control:
    """Trouble, nothing to do, or the three columns."""
    if state.failed:
        return notices.trouble(on.again)
    banners = _banners(state, on)
    if state.seen is None:
        return pane(*banners, _nothing_to_read(state), scroll=None)
    report = report_view.report_card(state, state.seen, shown, on.report)
    side = decision_view.decision_cards(state, on.decision)
    queue = queue_view.queue_card(state, on.go)
    if look().narrow:
        return pane(*banners, report, *side, queue, ft.Container(height=12))
    columns = ft.Row(
        controls=[
            queue,
            pane(report, expand=True),
            pane(*side, width=decision_view.WIDTH),
        ],
        spacing=14,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ft.Column(controls=[*banners, columns], spacing=10, expand=True)


def _nothing_to_read(state: ReviewState) -> ft.Control:
    if state.missing:
        return notices.notice(ft.Icons.SEARCH_OFF, teks.RINCIAN_TIDAK_ADA)
    if state.queue is not None and not state.queue.lines and state.ident is None:
        return notices.notice(ft.Icons.DONE_ALL, teks.PK_SELESAI)
    return ft.Container(expand=True)


def _banners(state: ReviewState, on: ReviewActions) -> list[ft.Control]:
    found: list[ft.Control] = []
    if state.undoable is not None:
        undo = outline_button(teks.PK_URUNGKAN, on.decision.undo, ft.Icons.UNDO)
        found.append(_banner("ok", ft.Icons.CHECK_CIRCLE, state.undoable.words, undo))
    if state.told:
        found.append(_banner("info", ft.Icons.INFO, state.told))
    if standing := state.standing():
        found.append(_banner("wait", ft.Icons.FACT_CHECK, standing))
    if state.others:
        words = teks.PK_JUGA.format(nama=", ".join(state.others))
        found.append(_banner("wait", ft.Icons.GROUPS, words))
    return found


def _banner(kind: str, symbol: ft.IconData, words: str, *deeds: ft.Control) -> ft.Control:
    pair = getattr(colours(), kind)
    said = row(
        icon(symbol, 20, pair.fore), text(words, "bodyb", pair.fore, expand=True), *deeds, gap=10
    )
    return ft.Semantics(
        live_region=True,
        content=ft.Container(content=said, bgcolor=pair.back, border_radius=12, padding=pad(6, 12)),
    )
