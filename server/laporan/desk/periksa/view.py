"""The picture of the review: queue, report and decision side by side. Only data and callbacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.core import teks as umum
from server.desk.widgets import notices
from server.desk.widgets.buttons import icon_button, outline_button
from server.desk.widgets.layout import pane
from server.desk.widgets.theme import look
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
    """Trouble, nothing to do, or the three columns; two where there is no room for more."""
    if state.found is None:
        return notices.waiting(state, on.again, 8, 56)
    if state.seen is None:
        return _nothing_to_read(state)
    report = report_view.report_card(state, state.seen, shown, on.report)
    side = decision_view.decision_cards(state, on.decision)
    queue = queue_view.queue_card(state, on.go)
    if look().narrow:
        return pane(report, *side, queue, ft.Container(height=12))
    beside = side if look().roomy else [*side, queue]
    return ft.Row(
        controls=[
            *([queue] if look().roomy else []),
            pane(report, expand=True, key="laporan"),
            pane(*beside, width=decision_view.WIDTH, key="keputusan"),
        ],
        spacing=14,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _nothing_to_read(state: ReviewState) -> ft.Control:
    if state.missing:
        return notices.notice(ft.Icons.SEARCH_OFF, teks.RINCIAN_TIDAK_ADA)
    if state.queue is not None and not state.queue.lines and state.asked is None:
        return notices.notice(ft.Icons.DONE_ALL, teks.PK_SELESAI)
    return ft.Container(expand=True)
