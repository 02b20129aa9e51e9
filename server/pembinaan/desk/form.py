"""What, when, where and by whom: the fields of a coaching."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import flet as ft

from server.core import teks as umum
from server.desk.widgets.buttons import choice, outline_button, pill
from server.desk.widgets.fields import Field
from server.desk.widgets.text import text
from server.desk.widgets.theme import look
from server.pembinaan import teks
from server.pembinaan.desk.parts import labelled, section
from server.pembinaan.pembinaan_checks import LONG, SHORT
from server.pembinaan.pembinaan_reading import Record
from shared.clock import WITA, jam, tanggal
from shared.pembinaan import BENTUK, MATERI, StatusPembinaan
from shared.widgets.layout import column, row, wrapped

HOURS = tuple(time(h, m) for h in range(6, 24) for m in (0, 30))


@dataclass(frozen=True)
class FormActions:
    """``put`` stores a choice, ``type`` what is being typed."""

    put: Callable[..., None]
    type: Callable[[str, Any], None]
    leave: Callable[[], None]
    pick_day: Callable[[bool], None]
    put_hour: Callable[[time | None, bool], None]


def form(shown: Record, on: FormActions, *, writes: bool) -> ft.Container:
    parts = [
        labelled(teks.PB_BENTUK, _bentuk(shown, on, writes)),
        _beside((_field(shown, "judul", on, writes), 4), (_jp(shown, on, writes), 1)),
        _when(shown, on, writes),
        _field(shown, "tempat", on, writes),
        _beside(
            (_field(shown, "penyelenggara", on, writes), 1),
            (_field(shown, "narasumber", on, writes), 1),
        ),
        _materi(shown, on, writes),
        _field(shown, "hasil", on, writes, lines=2),
        labelled(teks.PB_KEADAAN, _status(shown, on, writes)),
    ]
    return section(teks.PB_KEGIATAN, *parts)


def _beside(*parts: tuple[ft.Control, int]) -> ft.Control:
    """Side by side where there is room."""
    if look().narrow:
        controls = [part for part, _ in parts]
        return column(*controls, gap=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return row(
        *[ft.Container(content=part, expand=share) for part, share in parts],
        gap=12,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _field(
    shown: Record, name: str, on: FormActions, writes: bool, *, lines: int = 1
) -> ft.Control:
    return Field(
        teks.PB_ISIAN[name],
        getattr(shown, name),
        on_change=lambda words: on.type(name, words),
        on_leave=on.leave,
        lines=lines,
        limit=LONG if lines > 1 or name == "materi" else SHORT,
        read_only=not writes,
        key=f"{shown.id}-{name}",
    )


def _jp(shown: Record, on: FormActions, writes: bool) -> ft.Control:
    def typed(words: str) -> None:
        number = words.strip().replace(",", ".")
        if number.replace(".", "", 1).isdecimal() and float(number) <= 1000:
            on.type("jp", float(number))
        elif not number:
            on.type("jp", 0)

    start = f"{shown.jp:g}".replace(".", ",") if shown.jp else ""
    return Field(
        teks.PB_ISIAN["jp"], start, on_change=typed, on_leave=on.leave, read_only=not writes,
        key=f"{shown.id}-jp",
    )  # fmt: skip


def _bentuk(shown: Record, on: FormActions, writes: bool) -> ft.Control:
    def chooser(kode: str) -> Callable[[], None] | None:
        return (lambda: on.put(bentuk=kode)) if writes else None

    pills = [
        pill(words, chooser(kode), chosen=kode == shown.bentuk) for kode, words in BENTUK.items()
    ]
    return wrapped(*pills, gap=7)


def _when(shown: Record, on: FormActions, writes: bool) -> ft.Control:
    day = tanggal(shown.mulai) if shown.mulai else umum.PB_TANGGAL_PILIH
    parts: list[ft.Control] = [
        labelled(
            teks.PB_TANGGAL,
            outline_button(
                day, (lambda: on.pick_day(False)) if writes else None, ft.Icons.EVENT,
                tip=teks.PB_TANGGAL,
            ),
        )
    ]  # fmt: skip
    if shown.mulai is not None:
        parts += [
            _hour(teks.PB_JAM, shown.mulai, on, writes, last=False),
            _hour(teks.PB_JAM_SAMPAI, shown.selesai, on, writes, last=True),
            labelled(
                teks.PB_SAMPAI_TANGGAL,
                outline_button(
                    _last_day(shown), (lambda: on.pick_day(True)) if writes else None,
                    ft.Icons.EVENT_REPEAT, tip=teks.PB_SAMPAI_TANGGAL,
                ),
            ),
        ]  # fmt: skip
    return wrapped(*parts, gap=12)


def _last_day(shown: Record) -> str:
    last = shown.selesai or shown.mulai
    return tanggal(last, weekday=False) if last else ""


def _hour(
    label: str, moment: datetime | None, on: FormActions, writes: bool, *, last: bool
) -> ft.Control:
    chosen = jam(moment) if moment else None
    if not writes:
        return labelled(label, text(chosen or teks.PB_BELUM_DITENTUKAN))
    hours = {f"{hour:%H.%M}": hour for hour in HOURS}

    def pick(words: str | None) -> None:
        on.put_hour(hours.get(words or ""), last)

    options = [(words, words) for words in hours]
    every = teks.PB_BELUM_DITENTUKAN if last else "09.00"
    return labelled(label, choice(label, every, options, chosen, pick, width=112))


def _materi(shown: Record, on: FormActions, writes: bool) -> ft.Control:
    """The field stays where it is; while it is empty, ready words stand beside it."""
    field = _field(shown, "materi", on, writes)
    if not writes:
        return field

    def pick(words: str | None) -> None:
        if words:
            on.put(materi=words)

    ready = choice(
        teks.PB_ISIAN["materi"], teks.PB_MATERI_PILIH, [(m, m) for m in MATERI], None, pick,
        width=300,
    )  # fmt: skip
    return column(field, row(ready), gap=6, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _status(shown: Record, on: FormActions, writes: bool) -> ft.Control:
    def chooser(value: str) -> Callable[[], None] | None:
        return (lambda: on.put(status=value)) if writes else None

    return wrapped(
        *[
            pill(teks.PB_STATUS[value], chooser(value), chosen=value == shown.status)
            for value in StatusPembinaan
        ],
        gap=7,
    )


def start_day(shown: Record, today: date, *, last: bool) -> date:
    """Where the calendar opens."""
    moment = (shown.selesai or shown.mulai) if last else shown.mulai
    return moment.astimezone(WITA).date() if moment else today
