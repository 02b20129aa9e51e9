"""When it was: spans guessed by the clock to tap, or a date and two hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import flet as ft

from mobile import teks
from mobile.screens.form_parts import sections
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.pickers import day, hour_of, pick_date, pick_time, span
from mobile.screens.form_parts.question import question
from mobile.usecases.times import Guess, choices
from mobile.widgets import chips
from mobile.widgets.fields import choice_field
from mobile.widgets.layout import row, stretched, wrapped
from mobile.widgets.text import second, text
from mobile.widgets.theme import look
from shared.clock import HARI, WITA, parse_time, tanggal_pendek

I = ft.Icons  # noqa: E741
AHEAD = timedelta(hours=3)


def when(form: FormState) -> ft.Control:
    """The chips above, the hours below; the day at the right of the heading."""
    note = _day_words(day(form.draft.mulai))
    return question(form, sections.WAKTU, teks.KAPAN, _chips(form), _hours(form), note=note)


def _day_words(on: date | None) -> str | None:
    if on is None:
        return None
    return teks.HARI_TANGGAL.format(hari=HARI[on.weekday()], tanggal=tanggal_pendek(on))


def _chips(form: FormState) -> ft.Control:
    now = (form.draft.mulai, form.draft.selesai)
    shown = [
        guess
        for guess in choices(form.begun, form.memory, form.draft.jenis)
        if (guess.mulai, guess.selesai) == now or not _far(form, guess)
    ]
    picks = [
        chips.pick(teks.WAKTU[guess.key], (guess.mulai, guess.selesai) == now, _take(form, guess))
        for guess in shown
    ]
    other = all((guess.mulai, guess.selesai) != now for guess in shown)
    picks.append(chips.pick(teks.WAKTU_LAIN, other, lambda _on: _other_day(form)))
    return wrapped(*picks)


def _far(form: FormState, guess: Guess) -> bool:
    """Still some hours away: nobody reports that, except on purpose."""
    return parse_time(guess.mulai) - form.begun > AHEAD


def _take(form: FormState, guess: Guess) -> Callable[[bool], None]:
    return lambda _on: form.chose(sections.WAKTU, mulai=guess.mulai, selesai=guess.selesai)


def _other_day(form: FormState) -> None:
    today = form.begun.astimezone(WITA).date()

    def picked(on: date) -> None:
        set_hours(form, on, *_clock(form))

    pick_date(form.place, min(day(form.draft.mulai) or today, today), today, picked)


def _hours(form: FormState) -> ft.Control:
    start, end = hour_of(form.draft.mulai), hour_of(form.draft.selesai)
    first = _hour_field(form, teks.JAM_MULAI, start, _set_start)
    last = _hour_field(form, teks.JAM_SELESAI, end, _set_end)
    if look().large:
        between = row(second(teks.SAMPAI), text(teks.WITA, "smallb"), gap=8)
        return stretched(first, between, last, gap=6)
    return row(
        ft.Container(content=first, expand=True), second(teks.SAMPAI),
        ft.Container(content=last, expand=True), text(teks.WITA, "smallb"), gap=6,
    )  # fmt: skip


def _hour_field(
    form: FormState, title: str, at: time | None, on_pick: Callable[[FormState, time], None]
) -> ft.Control:
    def tapped() -> None:
        start = at or form.begun.astimezone(WITA).time()
        pick_time(form.place, title, start, lambda picked: on_pick(form, picked))

    words = f"{at:%H.%M}" if at else teks.JAM_KOSONG
    name = teks.JAM_PILIH.format(apa=title, jam=words)
    return choice_field(words, I.SCHEDULE, tapped, quiet=at is None, label=name)


def _set_start(form: FormState, at: time) -> None:
    set_hours(form, _day(form), at, _clock(form)[1])


def _set_end(form: FormState, at: time) -> None:
    set_hours(form, _day(form), _clock(form)[0], at)


def set_hours(form: FormState, on: date, start: time, end: time | None) -> None:
    """What was picked; hours that do not fit are said at once (sentence 38)."""
    mulai, selesai = span(on, start, end)
    form.chose(sections.WAKTU, mulai=mulai, selesai=selesai)
    form.left(sections.WAKTU)


def _clock(form: FormState) -> tuple[time, time | None]:
    start = hour_of(form.draft.mulai) or form.begun.astimezone(WITA).time().replace(second=0)
    return start, hour_of(form.draft.selesai)


def _day(form: FormState) -> date:
    return day(form.draft.mulai) or form.begun.astimezone(WITA).date()
