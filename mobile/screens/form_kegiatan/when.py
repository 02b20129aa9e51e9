"""When it was: spans guessed by the clock to tap, or a date and two hours; told back in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import flet as ft

from mobile import teks
from mobile.screens.form_parts import sections
from mobile.screens.form_parts.form import FormState
from mobile.screens.form_parts.pickers import day, hour_of, pick_date, pick_time
from mobile.screens.form_parts.question import question
from mobile.screens.words import moment
from mobile.usecases.times import SEKARANG, Guess, choices, chosen, is_far
from mobile.widgets import chips
from mobile.widgets.fields import choice_field
from mobile.widgets.layout import side_by_side, stretched
from mobile.widgets.text import second, text
from mobile.widgets.theme import look
from shared.clock import HARI, WITA, format_time, tanggal_pendek
from shared.nights import LONGEST, end_at, end_kept, span_words, start_at
from shared.widgets.layout import row, wrapped

I = ft.Icons  # noqa: E741


def when(form: FormState) -> ft.Control:
    """The chips above, the hours below, the whole in words; the day at the right of the heading."""
    note = _day_words(day(form.draft.mulai))
    shown = _shown(form)
    now = chosen(shown, form.draft.mulai, form.draft.selesai)
    parts = [_chips(form, shown, now)]
    if not now and form.draft.mulai:
        parts.append(_dates(form))
    parts += [_hours(form), _in_words(form)]
    return question(form, sections.WAKTU, teks.KAPAN, *parts, note=note)


def _day_words(on: date | None) -> str | None:
    if on is None:
        return None
    return teks.HARI_TANGGAL.format(hari=HARI[on.weekday()], tanggal=tanggal_pendek(on))


def _in_words(form: FormState) -> ft.Control:
    start, end = moment(form.draft.mulai), moment(form.draft.selesai)
    words = teks.WAKTU_KALIMAT.format(rentang=span_words(start, end)) if start else ""
    return ft.Semantics(content=second(words, "small"), live_region=True)


def _shown(form: FormState) -> list[Guess]:
    now = (form.draft.mulai, form.draft.selesai)
    return [
        guess
        for guess in choices(form.begun, form.memory, form.draft.jenis)
        if (guess.mulai, guess.selesai) == now or not is_far(guess, form.begun)
    ]


def _chips(form: FormState, shown: list[Guess], now: str) -> ft.Control:
    picks = [chips.pick(teks.WAKTU[one.key], one.key == now, _take(form, one)) for one in shown]
    picks.append(chips.pick(teks.WAKTU_LAIN, not now, lambda _on: _other_day(form)))
    return wrapped(*picks)


def _take(form: FormState, guess: Guess) -> Callable[[bool], None]:
    def take(_on: bool) -> None:
        form.day_is_chosen = guess.key != SEKARANG
        form.chose(sections.WAKTU, mulai=guess.mulai, selesai=guess.selesai)

    return take


def _other_day(form: FormState) -> None:
    today = form.begun.astimezone(WITA).date()

    def picked(on: date) -> None:
        form.day_is_chosen = True
        _move_to(form, datetime.combine(on, _start(form).time(), WITA))

    pick_date(form.place, min(_start(form).date(), today), today, picked)


def _dates(form: FormState) -> ft.Control:
    """Two days to choose, for what is long past or lasts beyond a night."""
    start = _start(form)
    end = moment(form.draft.selesai)
    first = choice_field(
        tanggal_pendek(start), I.EVENT, lambda: _other_day(form),
        label=teks.TANGGAL_MULAI.format(tanggal=tanggal_pendek(start)),
    )  # fmt: skip
    if end is None:
        return first
    last = choice_field(
        tanggal_pendek(end), I.EVENT, lambda: _end_day(form),
        label=teks.TANGGAL_SELESAI.format(tanggal=tanggal_pendek(end)),
    )  # fmt: skip
    return side_by_side(first, last, gap=10)


def _end_day(form: FormState) -> None:
    start, end = _start(form), moment(form.draft.selesai) or _start(form)

    def picked(on: date) -> None:
        set_span(form, start, datetime.combine(on, end.time(), WITA))

    latest = max(form.begun.astimezone(WITA), start + LONGEST).date()
    pick_date(form.place, min(end.date(), latest), latest, picked)


def _hours(form: FormState) -> ft.Control:
    start, end = hour_of(form.draft.mulai), hour_of(form.draft.selesai)
    first = _hour_field(form, teks.JAM_MULAI, start, set_start)
    last = _hour_field(form, teks.JAM_SELESAI, end, set_end)
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


def set_start(form: FormState, at: time) -> None:
    """Another hour for the beginning; it stays in its night."""
    before = _start(form)
    _move_to(form, start_at(before, at, form.begun, day_is_chosen=form.day_is_chosen))


def set_end(form: FormState, at: time) -> None:
    """Another hour for the end: the first one after the beginning."""
    set_span(form, _start(form), end_at(_start(form), at))


def set_span(form: FormState, start: datetime, end: datetime | None) -> None:
    """What was picked; what does not fit is said at once (sentence 38)."""
    form.chose(sections.WAKTU, mulai=format_time(start), selesai=format_time(end) if end else None)
    form.left(sections.WAKTU)


def _move_to(form: FormState, start: datetime) -> None:
    end = moment(form.draft.selesai)
    set_span(form, start, end_kept(end, _start(form), start) if end else None)


def _start(form: FormState) -> datetime:
    return moment(form.draft.mulai) or form.begun.astimezone(WITA).replace(second=0)
