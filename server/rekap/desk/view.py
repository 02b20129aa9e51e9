"""The picture of a recap: loading, trouble, before the start, or the part that is chosen."""

from __future__ import annotations

import flet as ft

from server.desk.widgets import notices
from server.desk.widgets.job import JobCard
from server.desk.widgets.layout import scrolling
from server.desk.widgets.theme import look
from server.rekap import teks
from server.rekap.desk import head, table_a, tables
from server.rekap.desk.actions import RekapActions
from server.rekap.desk.addresses import RekapPlace
from server.rekap.desk.approval import approval, state_chip
from server.rekap.desk.state import Found, RekapState
from shared.widgets.layout import row, wrapped


def actions(state: RekapState, on: RekapActions) -> list[ft.Control]:
    """Period and village at the right of the title, where there is room for them."""
    if state.found is None or not look().roomy:
        return []
    return head.choosers(state.ctx.wilayah, state.found, state.asked, on)


def body(state: RekapState, on: RekapActions) -> ft.Control:
    """Everything below the title."""
    found = state.found
    if found is None:
        return notices.waiting(state, on.again, 21, 26)
    choosers = [] if look().roomy else _choosers(state, found, on)
    if not found.reading.is_used:
        return scrolling(*choosers, _unused(on))
    return scrolling(
        *choosers, head.tools(state, on), *head.narrow_files(state, on), *_job(state, on),
        *_notes(found, on), _part(state, found, on),
    )  # fmt: skip


def _choosers(state: RekapState, found: Found, on: RekapActions) -> list[ft.Control]:
    span, period, village = head.choosers(state.ctx.wilayah, found, state.asked, on)
    if look().narrow:
        return [row(period), row(span, village)]
    return [wrapped(span, period, village)]


def _unused(on: RekapActions) -> ft.Control:
    back = lambda: on.go(RekapPlace())  # noqa: E731 - one line where it is used
    return notices.notice(ft.Icons.HISTORY, teks.BELUM_DIPAKAI, teks.KE_BULAN_INI, back)


def _job(state: RekapState, on: RekapActions) -> list[ft.Control]:
    if state.job is None:
        return []
    return [JobCard(state.ctx, state.account, state.job, on.close_job, key=f"kerja-{state.job}")]


def _notes(found: Found, on: RekapActions) -> list[ft.Control]:
    said = [*state_chip(found), *head.notes(found, on)]
    return [wrapped(*said, gap=8)] if said else []


def _part(state: RekapState, found: Found, on: RekapActions) -> ft.Control:
    rekap = found.reading.rekap
    match state.asked.part:
        case "b":
            return tables.incidents(state.ctx.wilayah, rekap)
        case "c":
            return tables.coachings(state.ctx.wilayah, rekap)
        case "d":
            return tables.photo_sheet(state, found, on)
        case "setuju":
            return approval(state, found, on)
        case _:
            return table_a.table(state.ctx.wilayah, rekap)
