"""When it happened: just now, an hour ago, or at an hour of one's choice."""

from __future__ import annotations

import flet as ft

from mobile import teks
from mobile.screens.form_kejadian import state
from mobile.screens.form_parts import sections
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.pickers import day, hour_of, pick_date, pick_time
from mobile.screens.form_parts.question import question
from mobile.widgets import chips
from mobile.widgets.fields import choice_field
from mobile.widgets.layout import side_by_side
from shared.clock import WITA, jam, parse_time, tanggal_pendek
from shared.widgets.layout import wrapped

I = ft.Icons  # noqa: E741


def when(form: FormState) -> ft.Control:
    at = state.detail(form).waktu
    now, earlier = state.is_just_now(form), state.is_earlier(form)
    other = at is not None and not now and not earlier
    picks = wrapped(
        chips.pick(teks.BARU_SAJA, now,
                   lambda _on: state.choose_moment(form, state.just_now(form))),
        chips.pick(teks.TADI, earlier,
                   lambda _on: state.choose_moment(form, state.just_now(form) - state.EARLIER)),
        chips.pick(teks.PILIH_JAM, other, lambda _on: _pick_hour(form)),
    )  # fmt: skip
    parts: list[ft.Control] = [picks]
    if other and at:
        moment = parse_time(at)
        parts.append(
            side_by_side(
                choice_field(tanggal_pendek(moment), I.EVENT, lambda: _pick_day(form),
                             label=teks.TANGGAL_PILIH),
                choice_field(jam(moment), I.SCHEDULE, lambda: _pick_hour(form),
                             label=teks.PILIH_JAM),
                gap=10,
            )
        )  # fmt: skip
    return question(form, sections.WAKTU, teks.KAPAN, *parts, note=_note(at))


def _note(at: str | None) -> str | None:
    if at is None:
        return None
    moment = parse_time(at)
    return teks.WAKTU_KEJADIAN.format(tanggal=tanggal_pendek(moment), jam=jam(moment))


def _pick_hour(form: FormState) -> None:
    start = hour_of(state.detail(form).waktu) or state.just_now(form).time()
    pick_time(
        form.place, teks.PILIH_JAM, start,
        lambda hour: state.choose_moment(form, state.at_hour(form, hour)),
    )  # fmt: skip


def _pick_day(form: FormState) -> None:
    today = form.place.phone.clock.now().astimezone(WITA).date()
    on = day(state.detail(form).waktu) or today
    pick_date(
        form.place, min(on, today), today,
        lambda picked: state.choose_moment(form, state.on_day(form, picked)),
    )  # fmt: skip
