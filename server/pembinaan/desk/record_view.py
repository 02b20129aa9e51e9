"""The picture of one coaching: its fields at the left, its people and photos at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import flet as ft

from server.core import teks as umum
from server.desk.widgets import notices
from server.desk.widgets.buttons import filled_button, icon_button, outline_button
from server.desk.widgets.layout import card
from server.desk.widgets.theme import colours, look
from server.pembinaan import teks
from server.pembinaan.desk import facts
from server.pembinaan.desk.form import FormActions, form
from server.pembinaan.desk.papers import PaperActions, papers
from server.pembinaan.desk.people import PeopleActions, people
from server.pembinaan.desk.record_state import RecordState
from server.pembinaan.desk.todos import TodoActions, todos
from server.pembinaan.pembinaan_reading import Record
from shared.clock import jam
from shared.pembinaan import StatusPembinaan
from shared.widgets.layout import wrapped
from shared.wilayah import Wilayah

RIGHT = 356


@dataclass(frozen=True)
class RecordActions:
    form: FormActions
    people: PeopleActions
    todo: TodoActions
    back: Callable[[], None]
    again: Callable[[], None]
    send: Callable[[], None]
    call_off: Callable[[], None]
    add_photo: Callable[[], None]
    drop_photo: Callable[[str], None]
    open_report: Callable[[str], None]
    unlink: Callable[[str], None]
    link: Callable[[str], None]
    photo: Callable[[str], str]
    paper: PaperActions


def sub_title(state: RecordState) -> str:
    """When it was stored, and whether the villages have it."""
    if state.found is None:
        return ""
    at = state.saved_at or state.found.changed_at
    saved = teks.PB_TERSIMPAN.format(jam=jam(at))
    if not state.found.sent:
        return f"{saved} {teks.PB_BELUM_KE_DESA}"
    rest = f"{teks.PB_BERUBAH}." if state.found.unsent else teks.PB_SUDAH_KE_DESA
    return f"{saved} {rest}"


def lead(on: RecordActions) -> ft.Control:
    return icon_button(ft.Icons.ARROW_BACK, teks.PB_KEMBALI, on.back)


def head_actions(state: RecordState, on: RecordActions, *, writes: bool) -> list[ft.Control]:
    if state.found is None or not writes or look().narrow:
        return []
    return _deeds(state.found, on)


def _deeds(shown: Record, on: RecordActions) -> list[ft.Control]:
    count = len(shown.desa)
    words = teks.PB_KIRIM.format(n=count) if count else teks.PB_KIRIM_TANPA
    off = (
        [outline_button(teks.PB_BATALKAN, on.call_off, ft.Icons.EVENT_BUSY)]
        if shown.sent and shown.status == StatusPembinaan.DIRENCANAKAN
        else []
    )
    return [*off, filled_button(words, on.send, ft.Icons.SEND)]


def body(state: RecordState, today: date, on: RecordActions, *, writes: bool) -> ft.Control:
    shown = state.found
    if shown is None:
        if state.missing:
            return notices.notice(ft.Icons.SEARCH_OFF, teks.PB_TIDAK_ADA, teks.PB_KEMBALI, on.back)
        return notices.waiting(state, on.again, 6, 60)
    left = [
        form(shown, on.form, writes=writes),
        todos(state, shown, today, on.todo, writes=writes),
        *([facts.answers(state.ctx.wilayah, shown)] if shown.sent and shown.villages else []),
        *([facts.change(shown.effect)] if shown.effect else []),
        *_reports(state.ctx.wilayah, shown, on, writes),
        facts.history(shown),
    ]
    right = [
        people(state, shown, on.people, writes=writes),
        *papers(state, shown, on.paper, writes=writes),
        _photos(shown, on, writes),
    ]
    if look().narrow:
        deeds = [wrapped(*_deeds(shown, on))] if writes else []
        return _scrolling([*deeds, left[0], *right, *left[1:]])
    return ft.Row(
        controls=[
            ft.Container(content=_scrolling(left), expand=True),
            ft.Container(content=_scrolling(right), width=RIGHT),
        ],
        spacing=14,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _scrolling(parts: list[ft.Control]) -> ft.Column:
    return ft.Column(
        controls=[*parts, ft.Container(height=8)],
        spacing=12,
        expand=True,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _reports(wilayah: Wilayah, shown: Record, on: RecordActions, writes: bool) -> list[ft.Control]:
    if not shown.reports and not writes:
        return []
    deeds = (on.unlink, on.link) if writes else None
    return [facts.reports(wilayah, shown, on.open_report, deeds)]


def _photos(shown: Record, on: RecordActions, writes: bool) -> ft.Control:
    pictures = [
        _picture(number, foto.sha256, on, writes) for number, foto in enumerate(shown.foto, start=1)
    ]
    add = (
        [outline_button(teks.PB_FOTO_TAMBAH, on.add_photo, ft.Icons.ADD_PHOTO_ALTERNATE)]
        if writes
        else []
    )
    return card(wrapped(*pictures, *add, gap=10), padding=14)


def _picture(number: int, sha256: str, on: RecordActions, writes: bool) -> ft.Control:
    image = ft.Image(
        src=on.photo(sha256), width=100, height=72, fit=ft.BoxFit.COVER, border_radius=8,
        semantics_label=f"{umum.FOTO} {number}",
    )  # fmt: skip
    if not writes:
        return image
    name = teks.PB_FOTO_HAPUS.format(n=number)
    cross = icon_button(ft.Icons.CANCEL, name, lambda: on.drop_photo(sha256), size=20)
    plate = ft.Container(
        content=cross, right=2, top=2, bgcolor=colours().card, border_radius=20, width=32,
        height=32, alignment=ft.Alignment.CENTER,
    )  # fmt: skip
    return ft.Stack(controls=[image, plate], width=100, height=72)
