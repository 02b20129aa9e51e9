"""The picture of the complaints: how many are solved, each with its answer, and the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import flet as ft

from server.core import teks as umum
from server.desk.widgets import notices
from server.desk.widgets.buttons import filled_button, outline_button, tab
from server.desk.widgets.chips import chip
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import card, scrolling
from server.desk.widgets.text import copyable, second, text
from server.inovasi import teks_suara as words
from server.inovasi.complaints import Complaint, ComplaintPage
from server.inovasi.desk.bukti import parts
from server.inovasi.desk.suara.complaints_state import NEW, ComplaintsState
from shared.clock import WITA, tanggal_jam
from shared.status import BARU, DIPROSES, PENGADUAN, SELESAI
from shared.widgets.layout import column, row, wrapped

Press = Callable[[], None]
_SIGNS = {
    BARU: ("wait", ft.Icons.MARK_EMAIL_UNREAD),
    DIPROSES: ("info", ft.Icons.PENDING_ACTIONS),
    SELESAI: ("ok", ft.Icons.CHECK_CIRCLE),
}


@dataclass(frozen=True)
class ComplaintActions:
    """What one can do here."""

    filter: Callable[[str], None]
    step: Callable[[int], None]
    begin: Callable[[Complaint | None], None]
    leave: Press
    write: Press
    answer: Callable[[str], Press]
    again: Press
    writes: bool


def body(state: ComplaintsState, on: ComplaintActions) -> ft.Control:
    page = state.found
    if page is None:
        return notices.trouble(on.again) if state.failed else notices.skeleton(5, 90)
    form = [_new(state, on)] if state.open == NEW else []
    lines = [_card(one, state, on) for one in page.lines]
    if not lines:
        empty = words.PGD_BELUM_ADA if page.solved is None else words.PGD_KOSONG
        lines = [notices.notice(ft.Icons.FORUM_OUTLINED, empty)]
    return scrolling(_share(page), _tabs(page, state, on), *form, *lines, *_foot(page, on))


def _share(page: ComplaintPage) -> ft.Control:
    if page.solved is None:
        return text(words.PGD_BELUM_ADA, "head")
    percent = f"{page.solved:.0f}"
    told = words.PGD_PERSEN.format(
        persen=percent, selesai=page.counts.get(SELESAI, 0), jumlah=sum(page.counts.values())
    )
    return text(told, "head")


def _tabs(page: ComplaintPage, state: ComplaintsState, on: ComplaintActions) -> ft.Control:
    def one(status: str) -> ft.Control:
        count = page.counts.get(status, 0) if status else sum(page.counts.values())
        return tab(
            words.PGD_STATUS[status], count, lambda: on.filter(status),
            chosen=status == state.asked.status,
        )  # fmt: skip

    return wrapped(*[one(status) for status in ("", *PENGADUAN)])


def _new(state: ComplaintsState, on: ComplaintActions) -> ft.Control:
    typed = state.typed
    return parts.section(
        words.PGD_TULIS,
        Field(words.PGD_NAMA, typed.nama, on_change=typed.into("nama"), limit=200, key="pgd-nama"),
        _text(words.PGD_ISI, state),
        wrapped(
            filled_button(words.PGD_SIMPAN, on.write, ft.Icons.SAVE),
            outline_button(words.PGD_BATAL, on.leave),
        ),
    )


def _text(label: str, state: ComplaintsState) -> ft.Control:
    typed = state.typed
    return Field(
        label, typed.teks, on_change=typed.into("teks"), lines=3, limit=4000, autofocus=True,
        key=f"pgd-{state.open}",
    )  # fmt: skip


def _card(one: Complaint, state: ComplaintsState, on: ComplaintActions) -> ft.Control:
    kind, symbol = _SIGNS[one.status]
    nama = one.nama or words.PGD_TANPA_NAMA
    who = (
        words.PGD_DARI_DESA.format(nama=nama, desa=state.ctx.wilayah.nama_desa(one.desa))
        if one.desa
        else nama
    )
    times = [words.PGD_MASUK.format(waktu=_when(one.at))]
    if one.solved_at:
        times.append(words.PGD_SELESAI.format(waktu=_when(one.solved_at)))
    mark = chip(kind, symbol, words.PGD_STATUS[one.status])
    return card(
        column(
            row(text(who, "bodyb", expand=True), mark, gap=10),
            copyable(text(one.teks), one.teks),
            second(". ".join(times)),
            *_answer(one, state, on),
            gap=8,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    )


def _answer(one: Complaint, state: ComplaintsState, on: ComplaintActions) -> list[ft.Control]:
    if state.open == one.id:
        back = [second(words.PGD_KEMBALI)] if one.desa else []
        return [
            _text(words.PGD_JAWABAN, state),
            *back,
            wrapped(
                filled_button(words.PGD_TUNTAS, on.answer(SELESAI), ft.Icons.CHECK_CIRCLE),
                outline_button(words.PGD_PROSES, on.answer(DIPROSES)),
                outline_button(words.PGD_BATAL, on.leave),
            ),
        ]
    shown: list[ft.Control] = []
    if one.jawaban:
        told = copyable(text(one.jawaban), one.jawaban)
        shown.append(column(second(words.PGD_JAWABAN, "metab"), told, gap=2))
    if on.writes:
        label = words.PGD_UBAH if one.jawaban else words.PGD_JAWAB
        shown.append(wrapped(outline_button(label, lambda: on.begin(one), ft.Icons.REPLY)))
    return shown


def _foot(page: ComplaintPage, on: ComplaintActions) -> list[ft.Control]:
    if page.pages == 1:
        return []

    def step(to: int) -> Press | None:
        return (lambda: on.step(to)) if 1 <= to <= page.pages else None

    told = words.PGD_HALAMAN.format(nomor=page.number, jumlah=page.pages)
    return [
        row(
            second(told, "body", expand=True),
            outline_button(umum.SEBELUMNYA, step(page.number - 1), ft.Icons.CHEVRON_LEFT),
            outline_button(umum.BERIKUTNYA, step(page.number + 1), ft.Icons.CHEVRON_RIGHT),
        )
    ]


def _when(moment: datetime) -> str:
    return tanggal_jam(moment.astimezone(WITA))
