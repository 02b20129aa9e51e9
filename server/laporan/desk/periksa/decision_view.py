"""The decision at the right: two buttons, a word to the village, the notes, figures, keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.desk.widgets.buttons import filled_button, outline_button
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, pad, rule
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import colours
from server.laporan import teks
from server.laporan.desk.periksa.state import ReviewState
from shared.status import Status
from shared.widgets.layout import column, row, wrapped

WIDTH = 286


@dataclass(frozen=True)
class DecisionActions:
    """What can be done with the report."""

    verify: Callable[[], None]
    give_back: Callable[[], None]
    reopen: Callable[[], None]
    settled: bool
    """Whether the report has been on the screen long enough to be decided."""


def decision_cards(state: ReviewState, on: DecisionActions) -> list[ft.Control]:
    """Everything of the right column."""
    pinned = [_pinned(state)] if state.may_decide or state.notes else []
    return [_decision(state, on), *pinned, _times(state), _keys(state)]


def _decision(state: ReviewState, on: DecisionActions) -> ft.Control:
    """The message keeps its place when somebody else decides while it is being written."""
    deeds = _deciding(state, on) if state.may_decide else _decided(state, on)
    return card(
        column(
            text(teks.PK_KEPUTUSAN, "head"), *deeds, *_message(state), gap=10,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=14, key="putusan",
    )  # fmt: skip


def _deciding(state: ReviewState, on: DecisionActions) -> list[ft.Control]:
    """Greyed until the report has been on the screen for a moment."""
    count = len(state.notes)
    back = on.give_back if count and on.settled else None
    hint = "" if count else teks.PK_KEMBALIKAN_PETUNJUK
    return [
        filled_button(teks.PK_VERIFIKASI, on.verify if on.settled else None, ft.Icons.VERIFIED),
        outline_button(teks.kembalikan_dengan(count), back, ft.Icons.REPLY),
        second(hint),
    ]


def _message(state: ReviewState) -> list[ft.Control]:
    if not state.may_decide and not state.typed.pesan:
        return []
    field = Field(
        teks.PK_PESAN,
        state.typed.pesan,
        on_change=state.type_pesan,
        on_focus=lambda: state.set_typing(True),
        on_leave=lambda: state.set_typing(False),
        lines=3,
        limit=1000,
        hint=teks.PK_PESAN_PETUNJUK,
        key=f"pesan-{state.asked}-{state.round}",
    )
    return [rule(), field, row(_sentences(state))]


def _sentences(state: ReviewState) -> ft.Control:
    """Ready sentences for the message."""
    items = [
        ft.PopupMenuItem(
            content=text(words, "body"), on_click=lambda _, words=words: state.ready_pesan(words)
        )
        for words in teks.PK_PESAN_SIAP
    ]
    shown = row(
        text(teks.PK_KALIMAT, "metab", colours().primary),
        icon(ft.Icons.ARROW_DROP_DOWN, 20, colours().primary),
        gap=2,
        tight=True,
    )
    return ft.PopupMenuButton(
        tooltip=teks.PK_KALIMAT, padding=0, content=shown, items=items,
        menu_position=ft.PopupMenuPosition.UNDER,
    )  # fmt: skip


def _decided(state: ReviewState, on: DecisionActions) -> list[ft.Control]:
    verified = state.seen is not None and state.seen.status == Status.DIVERIFIKASI
    holds = state.seen is not None and state.seen.pending is None
    again = []
    if verified and holds:
        button = outline_button(teks.PK_BUKA_LAGI, on.reopen, ft.Icons.LOCK_OPEN)
        again = [button, second(teks.PK_BUKA_LAGI_ISI)]
    return [text(state.standing(), "bodyb"), *again]


def _pinned(state: ReviewState) -> ft.Control:
    fore = colours().fix.fore
    lines = [
        row(
            icon(ft.Icons.PUSH_PIN, 18, fore),
            column(
                text(state.part(key).label, "metab"), second(words, lines=2), gap=0, expand=True
            ),
            vertical_alignment=ft.CrossAxisAlignment.START,
        )
        for key, words in state.notes.items()
    ]
    return _card(text(teks.PK_CATATAN, "bodyb"), *(lines or [second(teks.PK_BELUM_CATATAN)]))


def _times(state: ReviewState) -> ft.Control:
    found = state.queue
    pairs = [
        (teks.PK_LAMA_JAWAB, found.answer_s if found else None),
        (teks.PK_LAMA_BAIK, found.mending_s if found else None),
    ]
    figures = [
        row(
            second(words, expand=True),
            text(teks.PK_LAMA_BELUM if value is None else teks.lama(value), "metab"),
        )
        for words, value in pairs
    ]
    return _card(*_waits(state), *figures, second(teks.PK_LAMA_30), gap=4)


def _waits(state: ReviewState) -> list[ft.Control]:
    """How long this very report has waited."""
    if state.seen is None or not state.may_decide:
        return []
    since = state.ctx.clock.now() - state.seen.page.detail.line.changed_at
    return [text(teks.PK_LAMA_LAPORAN.format(lama=teks.lama(since.total_seconds())), "metab")]


def _keys(state: ReviewState) -> ft.Control:
    caps = [(key, words) for key, words in teks.PK_TOMBOL if len(key) == 1 and key != "?"]
    shown = [row(_cap(key), second(words), gap=6, tight=True) for key, words in caps]
    more = outline_button(teks.PK_TOMBOL_LIHAT, lambda: state.help(True), ft.Icons.KEYBOARD)
    return card(
        column(text(teks.PK_PAPAN_KETIK, "bodyb"), wrapped(*shown, gap=8), row(more), gap=8),
        bgcolor=colours().quiet,
    )


def key_sheet(state: ReviewState) -> ft.Control:
    """All keys, over everything."""
    lines = [
        row(ft.Container(content=_cap(key), width=120), text(words, "body", expand=True), gap=8)
        for key, words in teks.PK_TOMBOL
    ]
    close = filled_button(teks.PK_TOMBOL_TUTUP, lambda: state.help(False))
    sheet = card(
        column(text(teks.PK_PAPAN_KETIK, "title"), *lines, row(close), gap=10),
        width=380,
        padding=24,
    )
    return ft.Container(
        content=sheet, alignment=ft.Alignment.CENTER, bgcolor="#8C101512", padding=16,
        left=0, top=0, right=0, bottom=0,
    )  # fmt: skip


def _cap(key: str) -> ft.Control:
    return row(
        ft.Container(
            content=text(key, "metab"),
            padding=pad(3, 9),
            border_radius=6,
            bgcolor=colours().card,
            border=ft.Border.all(1, colours().outline),
        ),
        tight=True,
    )


def _card(*controls: ft.Control, gap: float = 10) -> ft.Container:
    return card(
        column(*controls, gap=gap, horizontal_alignment=ft.CrossAxisAlignment.STRETCH), padding=14
    )
