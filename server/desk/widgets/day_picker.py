"""A calendar to choose a day from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import flet as ft

from server.core import teks as umum
from server.desk import teks


def ask_day(
    page: ft.Page | ft.BasePage, start: date, today: date, picked: Callable[[date], None]
) -> None:
    """Show it at ``start``; ``picked`` hears of the day."""

    def changed(event: ft.Event[ft.DatePicker]) -> None:
        value = event.control.value
        if isinstance(value, datetime):
            # The midnight of the tapped day, sometimes told in UTC.
            value = (value + timedelta(hours=12)).date()
        if value is not None:
            picked(value)

    # No zone: with one, the client shows the day of its own zone.
    page.show_dialog(
        ft.DatePicker(
            value=datetime.combine(start, time(12)),
            first_date=datetime.combine(min(start, today) - timedelta(days=1826), time(12)),
            last_date=datetime.combine(max(start, today) + timedelta(days=730), time(12)),
            current_date=datetime.combine(today, time(12)),
            locale=ft.Locale("id", "ID"),
            help_text=umum.PB_TANGGAL_PILIH,
            cancel_text=umum.PB_BATAL,
            confirm_text=teks.PB_PAKAI,
            on_change=changed,
        )
    )
