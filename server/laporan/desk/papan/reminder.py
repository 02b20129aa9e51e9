"""The ready text to a village: read, changed, sent by the person's own WhatsApp."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

import flet as ft

from server.desk.widgets.buttons import outline_button
from server.desk.widgets.fields import Field
from server.desk.widgets.layout import pad
from server.desk.widgets.text import second, style, text
from server.desk.widgets.theme import colours
from server.laporan import teks
from shared import phone_numbers
from shared.widgets.layout import column, wrapped
from shared.wilayah import Wilayah


@dataclass(frozen=True)
class Reminder:
    """One village, the text for it, and its place among those to be reminded."""

    desa: str
    first_text: str
    number: str
    place: int
    of: int
    text: str = ""
    copied: bool = False
    trouble: str = ""


@dataclass(frozen=True)
class ReminderActions:
    """``taken``: WhatsApp was opened for this village."""

    type: Callable[[str], None]
    copy: Callable[[], None]
    taken: Callable[[], None]
    next: Callable[[], None]
    close: Callable[[], None]


def dialog(wilayah: Wilayah, shown: Reminder, on: ReminderActions) -> ft.AlertDialog:
    """Escape closes it; nothing is sent by itself."""
    return ft.AlertDialog(
        title=ft.Semantics(
            content=text(teks.INGATKAN_JUDUL.format(desa=wilayah.nama_desa(shown.desa)), "head"),
            header=True,
        ),
        content=ft.Container(content=_content(shown, on), width=460),
        bgcolor=colours().card,
        shape=ft.RoundedRectangleBorder(radius=16),
        on_dismiss=lambda _: on.close(),
    )


def _content(shown: Reminder, on: ReminderActions) -> ft.Control:
    after = [outline_button(teks.INGATKAN_LANJUT, on.next)] if shown.place < shown.of else []
    return column(
        *([second(teks.ingatkan_ke(shown.place, shown.of))] if shown.of > 1 else []),
        Field(
            teks.INGATKAN_TEKS,
            shown.first_text,
            on_change=on.type,
            lines=4,
            limit=1000,
            show_label=False,
            key=f"pesan-{shown.desa}",
        ),
        _said(shown),
        wrapped(
            _open_button(wa_link(shown.number, shown.text), on.taken),
            outline_button(teks.INGATKAN_SALIN, on.copy, ft.Icons.CONTENT_COPY),
            *after,
            outline_button(teks.INGATKAN_TUTUP, on.close),
        ),
        gap=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _said(shown: Reminder) -> ft.Control:
    if shown.trouble:
        return text(shown.trouble, "metab", colours().error)
    return second(teks.INGATKAN_TERSALIN if shown.copied else _to_whom(shown))


def _to_whom(reminder: Reminder) -> str:
    if wa_number(reminder.number):
        return teks.INGATKAN_KE.format(nomor=reminder.number)
    return teks.INGATKAN_TANPA_NOMOR


def _open_button(link: str, taken: Callable[[], None]) -> ft.FilledButton:
    """The browser itself follows the link: a window opened later would be held back."""
    return ft.FilledButton(
        content=teks.INGATKAN_BUKA,
        icon=ft.Icons.CHAT,
        elevation=0,
        url=ft.Url(link, target=ft.UrlTarget.BLANK),
        on_click=lambda _: taken(),
        style=ft.ButtonStyle(
            shape=ft.RoundedRectangleBorder(radius=10),
            icon_size=18,
            padding=pad(13, 16),
            text_style=style("bodyb", colours().on_primary),
        ),
    )


def wa_link(number: str, words: str) -> str:
    """Opens WhatsApp with the text; without a number it asks for whom."""
    return f"https://wa.me/{wa_number(number)}?text={quote(words)}"


def wa_number(number: str) -> str:
    """``62812…`` from ``0812-…`` or ``+62 0812 …``; empty when it can be no number."""
    return phone_numbers.international(number)
