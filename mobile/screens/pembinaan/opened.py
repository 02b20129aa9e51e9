"""What an opened message looks like: the facts, the village's tasks, and its answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens.pembinaan import words
from mobile.screens.pembinaan.state import ItemState
from mobile.screens.words import day_stamp
from mobile.usecases.inbox import Item, Task
from mobile.usecases.outlook import fate
from mobile.widgets import banners, buttons, cards, frame, sheet
from mobile.widgets.fields import Field, fault_line
from mobile.widgets.layout import rule, side_by_side, stretched
from mobile.widgets.text import second, text
from shared.pembinaan import BENTUK, Pembinaan, StatusPembinaan
from shared.widgets.layout import row, wrapped

I = ft.Icons  # noqa: E741


def page(
    state: ItemState,
    item: Item,
    now: datetime,
    on_back: Callable[[], Any],
    people: list[ft.Control],
) -> ft.Control:
    """The whole screen; ``people`` is the part where the village ticks who came."""
    head = frame.top_bar(item.judul, words.kind_words(item), on_back, teks.KEMBALI)
    if item.pembinaan is None:
        return frame.screen(head, _announcement(item))
    one = item.pembinaan
    body: list[ft.Control] = []
    if one.status == StatusPembinaan.DIBATALKAN:
        body.append(
            banners.banner("wait", I.EVENT_BUSY, teks.PB_DIBATALKAN, teks.PB_DIBATALKAN_ISI)
        )
    if item.problems:
        body.append(banners.banner("bad", I.ERROR, teks.GALAT_LAIN, teks.PB_DITOLAK))
    body += [_facts(one), *people]
    if item.tasks:
        shown = [_task(task, now, state) for task in item.tasks]
        body.append(frame.section(teks.PB_TUGAS, *shown))
    return frame.screen(head, body, _answers(state, item))


def _announcement(item: Item) -> list[ft.Control]:
    parts: list[ft.Control] = [text(item.teks, "body", selectable=True)]
    if item.oleh or item.waktu:
        who = teks.PB_OLEH.format(oleh=item.oleh, tanggal=day_stamp(item.waktu))
        parts.append(second(who, "meta"))
    return [cards.card(stretched(*parts, gap=12))]


def _facts(one: Pembinaan) -> ft.Control:
    rows: list[ft.Control] = []
    for key, value in (
        ("waktu", words.time_words(one)),
        ("tempat", one.tempat),
        ("penyelenggara", one.penyelenggara),
        ("narasumber", one.narasumber),
        ("materi", one.materi),
        ("jp", teks.PB_JP.format(jp=f"{one.jp:g}".replace(".", ",")) if one.jp else ""),
        ("hasil", one.hasil),
        ("peserta", ", ".join(one.peserta)),
    ):
        if value:
            rows += [rule()] if rows else []
            rows.append(cards.fact(teks.PB_LABEL[key], value))
    return cards.framed_list(*rows) if rows else second(BENTUK.get(one.bentuk, ""))


def _task(task: Task, now: datetime, state: ItemState) -> ft.Control:
    marks = wrapped(words.task_chip(task, now), *words.begun_chips(task))
    parts: list[ft.Control] = [text(task.todo.teks, "bodyb"), marks]
    if task.teks:
        parts.append(second(teks.PB_KUTIPAN.format(teks=task.teks)))
    if task.problems:
        parts.append(fault_line(teks.PB_DITOLAK))
    if not task.done:
        parts.append(buttons.outline(teks.PB_TANDAI, partial(state.tick, task), name=I.CHECK))
    return cards.card(stretched(*parts, gap=10), padding=14)


def _answers(state: ItemState, item: Item) -> ft.Control | None:
    """Coming or not: under the thumb, and it can be changed until the day."""
    if not item.is_invitation:
        return None
    comes = partial(state.answer, "datang")
    not_ = partial(state.answer, "tidak_bisa")
    if item.jawaban is None:
        note = frame.panel_note(teks.PB_JAWABAN_TANYA, good=False)
        both = side_by_side(
            buttons.outline(teks.PB_TIDAK_BISA, not_),
            buttons.primary(teks.PB_DATANG, comes, name=I.CHECK, tall=14),
        )
        return frame.bottom_panel(note, both)
    nasib = fate(state.place.phone)
    said = teks.PB_MENUNGGU.format(nasib=nasib) if item.waiting else teks.PB_SUDAH_SAMPAI
    other = (teks.PB_TIDAK_BISA, not_) if item.jawaban == "datang" else (teks.PB_DATANG, comes)
    return frame.bottom_panel(
        row(words.reply_chip(item)),
        frame.panel_note(said, good=not item.waiting),
        buttons.outline(*other),
    )


def tick_sheet(state: ItemState) -> ft.BottomSheet | None:
    """Asks what was done, when a follow-up is ticked off."""
    if state.ticking is None:
        return None
    return sheet.sheet(TickForm(state), on_dismiss=state.close)


@ft.component
def TickForm(state: ItemState) -> ft.Control:
    task = state.ticking
    attached = state.foto is not None
    return stretched(
        text(teks.PB_TANDAI_JUDUL, "title"),
        *([second(task.todo.teks)] if task else []),
        Field(
            teks.PB_TANDAI_CATATAN, state.words, on_change=state.type, lines=3, limit=4000,
            hint=teks.PB_TANDAI_PETUNJUK, fault=state.fault or None,
        ),
        buttons.quiet(
            teks.PB_TANDAI_FOTO_ADA if attached else teks.PB_TANDAI_FOTO, state.attach,
            name=I.CHECK_CIRCLE if attached else I.ADD_A_PHOTO,
        ),
        buttons.primary(teks.PB_TANDAI_KIRIM, state.finish, name=I.CHECK),
        buttons.outline(teks.BATAL, state.close),
        gap=14,
    )  # fmt: skip
