"""Date and hour as Flet's pickers ask for them: in Indonesian, 24 hours, always WITA."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import flet as ft

from mobile import teks
from mobile.screens.here import Here
from shared.clock import WITA, parse_time

LOCALE = ("id", "ID")


def pick_time(place: Here, title: str, start: time, on_pick: Callable[[time], Any]) -> None:
    """Show the dial."""

    def picked(event: ft.Event[ft.TimePicker]) -> None:
        if event.control.value is not None:
            on_pick(event.control.value)

    place.page.show_dialog(
        ft.TimePicker(
            value=start,
            hour_format=ft.TimePickerHourFormat.H24,
            locale=ft.Locale(*LOCALE),
            help_text=title,
            cancel_text=teks.BATAL,
            confirm_text=teks.PAKAI,
            hour_label_text=teks.JAM_ISI,
            minute_label_text=teks.MENIT_ISI,
            error_invalid_text=teks.JAM_BELUM_BENAR,
            on_change=picked,
        )
    )


def pick_date(place: Here, start: date, last: date, on_pick: Callable[[date], Any]) -> None:
    """Show the calendar; nothing after `last`."""

    def picked(event: ft.Event[ft.DatePicker]) -> None:
        value = event.control.value
        if value is not None:
            on_pick(day_of(value))

    place.page.show_dialog(
        ft.DatePicker(
            value=_noon(start),
            first_date=_noon(last - timedelta(days=730)),
            last_date=_noon(last),
            current_date=_noon(last),
            locale=ft.Locale(*LOCALE),
            help_text=teks.TANGGAL_PILIH,
            cancel_text=teks.BATAL,
            confirm_text=teks.PAKAI,
            error_format_text=teks.TANGGAL_BELUM_BENAR,
            error_invalid_text=teks.TANGGAL_BELUM_BENAR,
            on_change=picked,
        )
    )


def day_of(value: datetime | date) -> date:
    """The day that was tapped: the picker answers with its midnight, sometimes told in UTC."""
    if isinstance(value, datetime):
        return (value + timedelta(hours=12)).date()
    return value


def hour_of(moment: str | None) -> time | None:
    """The hour of a stored time."""
    return parse_time(moment).astimezone(WITA).time() if moment else None


def day(moment: str | None) -> date | None:
    """The day of a stored time."""
    return parse_time(moment).astimezone(WITA).date() if moment else None


def _noon(on: date) -> datetime:
    # No zone: with one, the client shows the day of its own zone.
    return datetime.combine(on, time(12))
