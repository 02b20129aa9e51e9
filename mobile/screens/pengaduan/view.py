"""What the complaints look like: each with what came of it, and the form for a new one."""

from __future__ import annotations

from functools import partial

import flet as ft

from mobile import teks_suara as teks
from mobile.screens.pengaduan.state import KendalaState, PengaduanState
from mobile.screens.words import day_stamp
from mobile.usecases.complaint import DITOLAK, MENUNGGU, Complaint
from mobile.usecases.sentences import at_field
from mobile.widgets import banners, buttons, cards, chips, frame
from mobile.widgets.fields import Field, fault_line
from mobile.widgets.layout import stretched
from mobile.widgets.skeleton import list_bones
from mobile.widgets.text import second, text
from mobile.widgets.theme import colours
from shared.checks_form import LONG
from shared.status import BARU, DIPROSES, SELESAI
from shared.widgets.layout import wrapped

I = ft.Icons  # noqa: E741

_STATUS: dict[str, tuple[str, ft.IconData]] = {
    MENUNGGU: ("wait", I.CLOUD_OFF),
    DITOLAK: ("bad", I.ERROR),
    BARU: ("info", I.CLOUD_DONE),
    DIPROSES: ("info", I.BUILD),
    SELESAI: ("ok", I.CHECK_CIRCLE),
}


def body(state: PengaduanState) -> list[ft.Control]:
    """The list."""
    if state.items is None:
        return list_bones()
    if not state.items:
        empty = banners.empty(I.FORUM_OUTLINED, teks.PENGADUAN_KOSONG, teks.PENGADUAN_KOSONG_ISI)
        return [empty]
    return [_card(state, one) for one in state.items]


def bottom(state: PengaduanState) -> ft.Control:
    """Under the thumb."""
    return frame.bottom_panel(buttons.primary(teks.PENGADUAN_TULIS, state.write, name=I.EDIT))


def form(state: KendalaState) -> list[ft.Control]:
    """The words of a new one."""
    if state.teks is None:
        return list_bones()
    unsent = [banners.note_strip(I.EDIT_NOTE, teks.PENGADUAN_BELUM)] if state.begun_before else []
    return [
        *unsent,
        Field(
            teks.PENGADUAN_APA, state.teks, on_change=state.type, lines=6, limit=LONG,
            hint=teks.PENGADUAN_PETUNJUK, helper=teks.PENGADUAN_BANTU, fault=state.fault or None,
            key="kendala",
        ),
        second(teks.PENGADUAN_TAMPAK),
    ]  # fmt: skip


def _card(state: PengaduanState, one: Complaint) -> ft.Control:
    kind, name = _STATUS.get(one.status, ("mute", I.HELP_OUTLINE))
    words = teks.PENGADUAN_STATUS.get(one.status, one.status)
    fresh = one.id in state.fresh
    marks: list[ft.Control] = [chips.chip(kind, name, words)]
    if fresh:
        marks.append(chips.chip("info", I.CIRCLE, teks.PENGADUAN_JAWABAN_BARU))
    who = teks.PENGADUAN_OLEH.format(nama=one.nama, tanggal=day_stamp(one.waktu))
    parts: list[ft.Control] = [wrapped(*marks), text(one.teks, selectable=True)]
    parts.append(second(who, "meta"))
    if one.jawaban:
        parts.append(_answer(one))
    if one.status == DITOLAK:
        parts.append(fault_line(at_field(one.problems[0])))
        parts.append(buttons.outline(teks.PENGADUAN_ULANG, partial(state.again, one), name=I.EDIT))
    edge = colours().outline if fresh else None
    return cards.card(stretched(*parts, gap=10), padding=14, edge=edge, key=one.id)


def _answer(one: Complaint) -> ft.Control:
    """What the kecamatan said, set off from what the village did."""
    palette = colours()
    who = teks.PENGADUAN_OLEH.format(nama=one.oleh, tanggal=day_stamp(one.dijawab))
    return ft.Container(
        content=stretched(
            text(teks.PENGADUAN_JAWABAN, "smallb"),
            text(one.jawaban, selectable=True),
            second(who, "meta"),
            gap=4,
        ),
        padding=12,
        border_radius=12,
        bgcolor=palette.quiet,
    )
