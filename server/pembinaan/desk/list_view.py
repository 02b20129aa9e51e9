"""The picture of the coachings: suggestions on top, then the list or the month."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from server.anggota.desk.addresses import RosterPlace
from server.anggota.roster_page import RosterFilter
from server.core import teks as umum
from server.desk.places import Place
from server.desk.widgets import notices
from server.desk.widgets.buttons import filled_button, outline_button, pill
from server.desk.widgets.layout import card, pad
from server.desk.widgets.pressable import pressable
from server.desk.widgets.text import icon, second, text
from server.desk.widgets.theme import chip_colours, colours, look
from server.laporan.desk.addresses import ListPlace
from server.laporan.read_staff import ListFilter
from server.pembinaan import teks
from server.pembinaan.desk import calendar
from server.pembinaan.desk.addresses import PembinaanPlace
from server.pembinaan.desk.labels import bentuk_icon, span_words, state_chips, villages
from server.pembinaan.desk.list_state import Found, PembinaanState
from server.pembinaan.pembinaan_reading import Line
from server.pembinaan.pembinaan_suggest import FEW_MEMBERS, Evidence, Suggestion
from shared.clock import nama_bulan
from shared.pembinaan import BENTUK
from shared.widgets.layout import column, row, wrapped
from shared.wilayah import Wilayah


@dataclass(frozen=True)
class Actions:
    """What the person can do here."""

    go: Callable[[Place], None]
    open: Callable[[str], None]
    again: Callable[[], None]
    begin: Callable[[], None] | None
    use: Callable[[Suggestion], None] | None
    today: str


def head_actions(state: PembinaanState, on: Actions) -> list[ft.Control]:
    begin: list[ft.Control] = []
    if on.begin:
        begin.append(filled_button(teks.PB_CATAT, on.begin, ft.Icons.ADD))
    if look().narrow:
        return begin
    return [_switch(state.asked, on), *begin]


def body(state: PembinaanState, on: Actions) -> ft.Control:
    parts: list[ft.Control] = [_switch(state.asked, on)] if look().narrow else []
    return ft.Column(
        controls=[*parts, *_content(state, on), ft.Container(height=12)],
        spacing=12,
        expand=True,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _switch(place: PembinaanPlace, on: Actions) -> ft.Control:
    """List or calendar."""
    return row(
        pill(teks.PB_DAFTAR, lambda: on.go(PembinaanPlace()), chosen=place.bulan is None),
        pill(
            teks.PB_KALENDER,
            lambda: on.go(PembinaanPlace(on.today)),
            chosen=place.bulan is not None,
        ),
        tight=True,
    )


def _content(state: PembinaanState, on: Actions) -> list[ft.Control]:
    found = state.found
    if found is None:
        return [notices.waiting(state, on.again, 6, 64)]
    if state.asked.bulan:
        return [calendar.month(state.asked.bulan, found.lines, on.go, on.open)]
    parts = [_suggestions(state.ctx.wilayah, found.suggested, on)] if found.suggested else []
    if not found.page.lines:
        return [*parts, notices.notice(ft.Icons.SCHOOL, teks.PB_KOSONG)]
    return [
        *parts,
        *[line_card(state.ctx.wilayah, line, on.open) for line in found.page.lines],
        *_foot(found, on),
    ]


def _suggestions(wilayah: Wilayah, found: tuple[Suggestion, ...], on: Actions) -> ft.Control:
    return column(
        text(teks.PB_SARAN, "head"),
        *[_suggestion(wilayah, one, on) for one in found],
        gap=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _suggestion(wilayah: Wilayah, one: Suggestion, on: Actions) -> ft.Control:
    use = on.use
    words = teks.PB_SARAN_KALIMAT[one.kind].format(n=len(one.villages), bulan=nama_bulan(one.bulan))
    told = column(
        text(words, "bodyb"),
        wrapped(*[_evidence(wilayah, one, village, on) for village in one.villages], gap=6),
        gap=8,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    deed = [outline_button(teks.PB_SARAN_PAKAI, lambda: use(one), ft.Icons.ADD)] if use else []
    sign = icon(ft.Icons.LIGHTBULB, 22, chip_colours("wait").fore)
    if look().narrow:
        inside: ft.Control = column(
            row(sign, told, gap=12, vertical_alignment=ft.CrossAxisAlignment.START),
            *deed,
            gap=10,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    else:
        inside = row(sign, told, *deed, gap=12)
    return card(inside, padding=14)


def _evidence(wilayah: Wilayah, one: Suggestion, village: Evidence, on: Actions) -> ft.Control:
    words = teks.PB_SARAN_BUKTI_KALIMAT[one.kind].format(
        desa=wilayah.nama_desa(village.desa), n=village.number, dari=village.of
    )
    c = colours()
    place: Place = ListPlace(ListFilter(desa=village.desa, bulan=one.bulan))
    if one.kind == FEW_MEMBERS:
        place = RosterPlace(RosterFilter(desa=village.desa))
    return pressable(
        text(words, "metab", c.primary),
        lambda: on.go(place),
        padding=pad(5, 10),
        border_radius=99,
        bgcolor=c.quiet,
        tooltip=teks.PB_SARAN_BUKTI,
    )


def line_card(wilayah: Wilayah, line: Line, open_: Callable[[str], None]) -> ft.Control:
    """One coaching of the list."""
    told = column(
        text(line.judul or teks.PB_TANPA_JUDUL, "bodyb", lines=2 if look().narrow else 1),
        second(" · ".join(part for part in (BENTUK[line.bentuk], span_words(line)) if part)),
        second(villages(wilayah, line.desa), lines=1),
        *([wrapped(*state_chips(line), gap=6)] if look().narrow else []),
        gap=3,
        expand=True,
    )
    beside = [] if look().narrow else [row(*state_chips(line), gap=6, tight=True)]
    block = ft.Container(
        content=icon(bentuk_icon(line.bentuk), 22, chip_colours("ok").fore),
        width=42,
        height=42,
        border_radius=12,
        bgcolor=chip_colours("ok").back,
        alignment=ft.Alignment.CENTER,
    )
    return card(row(block, told, *beside, gap=14), lambda: open_(line.id), padding=12)


def _foot(found: Found, on: Actions) -> list[ft.Control]:
    page = found.page
    if page.pages == 1:
        return []

    def step(to: int) -> Callable[[], None] | None:
        return (lambda: on.go(PembinaanPlace(None, to))) if 1 <= to <= page.pages else None

    return [
        row(
            outline_button(umum.SEBELUMNYA, step(page.number - 1), ft.Icons.CHEVRON_LEFT),
            outline_button(umum.BERIKUTNYA, step(page.number + 1), ft.Icons.CHEVRON_RIGHT),
            alignment=ft.MainAxisAlignment.END,
        )
    ]
